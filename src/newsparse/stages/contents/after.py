"""Content that stands after the cue: where it starts and where it stops."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse import linear
from newsparse.document import Document, Range
from newsparse.stages.contents.frame import FINITE, LEAST, MOST, SKIPPED, Frame, Rankers, steps
from newsparse.stages.contents.sides import SURE

_SURE_START = frozenset(("TH", "PP", "PX", "WH", "WP", "WD", "HD"))
"""Classes with which content starts in 96 to 100% of the cues of the train split that they follow."""
_NO_START = SKIPPED | {"Q", "PC", "CC"}
"""Classes with which content never starts, ..."""
_NO_LATE_START = _NO_START | {"BE", "HV", "MD", "Vb"}
"""... or only at the first two tokens after the cue."""
_OPENING = frozenset(("TH", "WH"))
"""Classes with which it may start wherever they stand."""
_START_AFTER = frozenset(", - : DY TI MO".split())
"""Classes after which it may start, ..."""
_START_NEAR_AFTER = _START_AFTER | {"IN", "Vb", "Vg", "Vs"}
"""... only within seven tokens of the cue, ..."""
_START_SOON_AFTER = _START_NEAR_AFTER | {"TO", "BE", "SB", "PO", "RB", "w", "CA", "NS", "CN"}
"""... or within four; after others it does in under 1% of cases."""
_STOP_BEFORE = frozenset(", ; : - ( ) Q . CC BU SB WP WD Vg".split())
"""Classes before which content may stop."""
_STOP_SOON_BEFORE = _STOP_BEFORE | {"IN", "DY", "BE", "HV", "MD", "RB", "TH", "VD"}
"""Those before which it may while it holds no comma and no finite verb; later, and before others, it does in under 1%
of cases, and to weigh those places too gains nothing."""
_TURNS = FINITE | {","}
_RELATIVE = frozenset(("WD", "WP", "WH"))
"""Classes of words that open a clause inside the content."""
_COUNTED = FINITE | _RELATIVE | {",", "CC"}
_WORDED = frozenset(("TH", "TO", "WH", "SB", "IN"))
"""Classes whose opening word matters itself."""
REACH = 10
"""How many tokens after a cue the content may start, save at a quotation, ..."""
QUOTED_REACH = 40
"""... and there."""
_REST, _SIZE = steps(3, 6, 12), steps(4, 7, 12, 20)
LONGEST = 150
"""How many tokens long content may be where no quotation holds it together; longer is one sentence in ten thousand."""

MOST_STOPS = 24
"""How many stops are weighed, the nearest and the last; in news there are up to twenty."""


def tails(rankers: Rankers, doc: Document, f: Frame) -> list[tuple[Range, float]]:
    """The likeliest contents after the cue, with how likely each is."""
    found = []
    for start, share in likely_starts(rankers.start, doc, f):
        limit, ends = _clause_end(doc, f, start), stops(doc, f, start)
        if ends[-1] > limit:
            ends = [end for end in ends if end <= limit] or [limit]
        if len(ends) == 1:
            found.append(((start, ends[0]), share))
            continue
        if len(ends) > MOST_STOPS:
            ends = [*ends[: MOST_STOPS - 1], ends[-1]]
        scores = stop_scores(rankers.stop, doc, f, start, ends)
        for stop, part in linear.likely(ends, scores, LEAST / share):
            found.append(((start, stop), share * part))
    return found


def _clause_end(doc: Document, f: Frame, start: int) -> int:
    """Where the content must have ended: `if she says so, ...`, `Lund, who said so, has left`, `Lund said so; ...`."""
    cls, quote, low = doc.signals.cls, doc.signals.quote, doc.tokens.low
    if quote[start] >= 0 or f.relation != "left" or not f.near:
        return f.end
    supposed = f.left == f.begin + 1 and low[f.begin] in ("if", "unless", "when", "once")
    relative = cls[f.left] in ("WP", "WD") and f.left > f.begin and cls[f.left - 1] == ","
    bound = f.end if f.end < start + LONGEST else start + LONGEST
    if not supposed and not relative and ";" not in cls[start:bound]:
        return f.end
    for i in range(start + 1, bound - 1):
        if quote[i] < 0 and cls[i] == ";" and cls[i + 1] != "TH":
            return i
        if quote[i] < 0 and cls[i] == "," and (supposed or (relative and cls[i + 1] in FINITE)):
            return i
    return f.end


def likely_starts(tables: linear.Tables, doc: Document, f: Frame) -> list[tuple[int, float]]:
    """Where it may start, with how likely each place is."""
    if f.right < f.end:
        kind = doc.signals.cls[f.right]
        refused = kind == "TO" and f.row["family"] == "refuse"  # `refused to say who`: what is not done is the content
        if refused or kind in _SURE_START or doc.signals.quote[f.right] >= 0:
            return [(f.right, SURE)]
    options = starts(doc, f)
    if len(options) < 2:
        return [(start, 1.0) for start in options]
    return linear.likely(options, start_scores(tables, doc, f, options), LEAST)


def starts(doc: Document, f: Frame) -> list[int]:
    """Tokens after the cue at which content may start."""
    cls, quote, quotations = doc.signals.cls, doc.signals.quote, doc.quotations
    found = []
    right, reach = f.right, f.right + REACH
    reach = f.end if f.end < reach else reach
    for k in range(right, reach):
        kind, gap = cls[k], k - right
        if quote[k] >= 0:
            if k == quotations[quote[k]].first:
                found.append(k)
        elif kind in _OPENING or gap == 0:
            if kind not in _NO_START:
                found.append(k)
        elif kind not in (_NO_START if gap < 2 else _NO_LATE_START):
            after = _START_SOON_AFTER if gap < 4 else _START_NEAR_AFTER if gap < 7 else _START_AFTER
            if cls[k - 1] in after:
                found.append(k)
    for k in range(reach, min(f.end, right + QUOTED_REACH)) if f.quoting else ():
        if quote[k] >= 0:
            if k == quotations[quote[k]].first:
                found.append(k)
            break
    return found


def start_scores(tables: linear.Tables, doc: Document, f: Frame, options: Sequence[int]) -> list[float]:
    """The score of each token as a start."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    family, kind, right, relation = f.row["family"], f.row["class"], f.right, f.relation
    word, by_kind, over_family, distance, list_, beside, clause = tables
    scores = []
    commas = finite = 0
    past = right
    for k in options:
        gap = k - right
        for between in cls[past:k]:
            if between == ",":
                commas += 1
            elif between in FINITE:
                finite += 1
        past = k
        here, before = "Q(" if quote[k] >= 0 else cls[k], cls[k - 1]
        scores.append(
            word((low[k], family), 0.0)
            + by_kind((kind, before if gap else "^", here), 0.0)
            + over_family((" ".join(cls[right:k]) if gap < 4 else "-", family), 0.0)
            + distance((before, gap if gap < 12 else 12), 0.0)
            + list_((here, commas if commas < 2 else 2), 0.0)
            + beside((low[k - 1], relation), 0.0)
            + clause((before, cls[k - 2], finite if finite < 2 else 2), 0.0)
        )
    return scores


def stops(doc: Document, f: Frame, start: int) -> list[int]:
    """Tokens before which content that starts at `start` may stop; each follows a word or a closing mark."""
    cls, quote, quotations = doc.signals.cls, doc.signals.quote, doc.quotations
    found = []
    k = quotations[quote[start]].last if quote[start] >= 0 else start + 1
    end = f.end if f.end < k + LONGEST else k + LONGEST
    kinds = _STOP_BEFORE if cls[start] in FINITE else _STOP_SOON_BEFORE
    while k < end:
        number, kind = quote[k], cls[k]
        if number >= 0:
            if quote[k - 1] >= 0:
                found.append(k)
            k = max(quotations[number].last, k + 1)
            continue
        if quote[k - 1] >= 0 or (kind in kinds and cls[k - 1] not in SKIPPED):
            found.append(k)
        if kind in _TURNS:
            kinds = _STOP_BEFORE
        k += 1
    if end == f.end and (quote[end - 1] >= 0 or cls[end - 1] not in SKIPPED):
        found.append(end)
    return found or [min(start + 1, end)]


def stop_scores(tables: linear.Tables, doc: Document, f: Frame, start: int, ends: Sequence[int]) -> list[float]:
    """The score of each place as a stop."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    end, family, relation = f.end, f.row["family"], f.relation
    opening = "Q(" if quote[start] >= 0 else low[start] if cls[start] in _WORDED else cls[start]
    last_quoted = ends[-1] - 1 if f.quoting else ends[0]
    while last_quoted > ends[0] and quote[last_quoted] < 0:
        last_quoted -= 1
    by_family, words, room, size, clause, list_, quoted, relative, joined, ending = tables
    shape = "TO" if cls[start] == "TO" else "TH" if cls[start] == "TH" else ""
    scores = []
    clauses = commas = joints = 0
    past, clause_inside = start, False
    for stop in ends:
        for kind in cls[past:stop]:
            if kind not in _COUNTED:
                continue
            if kind in FINITE:
                if clauses < 3:
                    clauses += 1
            elif kind == ",":
                if commas < 3:
                    commas += 1
            elif kind == "CC":
                if joints < 2:
                    joints += 1
            else:
                clause_inside = True
        past = stop
        here = word = n1 = n1w = n2 = "$"
        if stop < end:
            here, word = cls[stop] if quote[stop] < 0 else "Q(", low[stop]
            if stop + 1 < end:
                n1, n1w = cls[stop + 1], low[stop + 1]
                if stop + 2 < end:
                    n2 = cls[stop + 2]
        last = cls[stop - 1] if quote[stop - 1] < 0 else "Q)"
        rest, long = end - stop, stop - start
        final = "final" if rest == 0 or (rest == 1 and here == ".") else "inner"
        scores.append(
            by_family((final, family), 0.0)
            + words((word, n1w), 0.0)
            + room((_REST[rest if rest < MOST else MOST], here), 0.0)
            + size((relation, here, _SIZE[long if long < MOST else MOST]), 0.0)
            + clause((opening, clauses, final), 0.0)
            + list_((here, commas, n1), 0.0)
            + quoted((last_quoted >= stop, last), 0.0)
            + relative((word, clause_inside, commas), 0.0)
            + joined((here, n2, joints), 0.0)
            + ending((low[stop - 1], shape or ("S" if clauses else "NP"), commas), 0.0)
        )
    return scores
