"""What is said: on which side of the cue the content stands, where it starts and where it ends.

Three rankers (weights in `layout_ranker.json`, `start_ranker.json`, `stop_ranker.json` and `head_ranker.json`)
choose among the places that punctuation and word classes allow. A quotation is never cut.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import attrs

from newsparse import linear
from newsparse.document import Cue, Document, Place, Range, Reading

LAYOUTS = ("after", "before", "around")
_EDGE = frozenset(", ; : - ( ) Q . CC BU SB WP WD WH IN TO TH VG RB TI DY Vg Vp Vs Vb BE HV MD DO $ PP PX NU".split())
_SKIPPED = frozenset(", . ; : - ( ) SY".split())
_FINITE = frozenset(("BE", "HV", "MD", "DO", "Vp", "Vs", "VD", "HD"))
_SURE_START = frozenset(("TH", "PP", "PX", "WH", "WP", "WD", "HD"))
"""Classes with which content starts in 96 to 100% of the cues of the train split that they follow."""
_SURE_AFTER = frozenset(("TH", "PP", "PX", "PS"))
"""Classes that show the content to stand after the cue in 98% of those."""
START_REACH = 14
"""How many tokens after a cue the content may start, save at a quotation."""


@attrs.frozen
class Frame:
    """A cue and its source inside their sentence: what the content is sought around.

    Attributes:
        begin, end: the sentence's tokens.
        left, right: the run of cue, auxiliaries and a source beside it; content lies outside.
        first, last: the cue's lexicon form.
        row: its row in the cue table.
        relation: where the source stands ("left", "right", "by", "own", "none").
        near: the source touches the cue.
    """

    begin: int
    end: int
    left: int
    right: int
    first: int
    last: int
    row: Mapping[str, str]
    relation: str
    near: bool


def find_contents(doc: Document) -> tuple[Reading, ...]:
    """The best content for each cue."""
    rows = doc.language.table("cues")
    found = []
    for number, cue in enumerate(doc.cues):
        f = frame(doc, cue, doc.sources[number], rows[cue.form])
        layout, sure = choose_layout(doc, f)
        pieces: list[Range] = []
        if layout != "after":
            piece, share = choose_head(doc, f)
            sure *= share
            pieces += [piece] if piece else []
        if layout != "before":
            piece, share = choose_tail(doc, f)
            sure *= share
            pieces += [piece] if piece else []
        found.append(Reading(number, layout, tuple(pieces), sure))
    return tuple(found)


def choose_layout(doc: Document, f: Frame) -> tuple[str, float]:
    """On which side of the cue the content stands."""
    if f.left == f.begin:
        return "after", 1.0
    if f.right >= f.end - 1:
        return "before", 1.0
    kind = doc.signals.cls[f.right]
    if kind in _SURE_AFTER:
        return "after", 0.98
    if kind == "." and f.near:
        return "before", 0.98
    seen = layout_features(doc, f)
    tables = linear.load_tables(doc.language, "layout_ranker")
    index, share = linear.best(tables, [with_layout(layout, seen) for layout in LAYOUTS])
    return LAYOUTS[index], share


def choose_head(doc: Document, f: Frame) -> tuple[Range | None, float]:
    """The content before the cue."""
    options = heads(doc, f)
    if not options:
        return None, 1.0
    tables = linear.load_tables(doc.language, "head_ranker")
    index, share = linear.best(tables, [head_features(doc, f, o, min(n, 4)) for n, o in enumerate(options)])
    return options[index], share


def choose_tail(doc: Document, f: Frame) -> tuple[Range | None, float]:
    """The content after the cue."""
    start, sure = choose_start(doc, f)
    if start is None:
        return None, 1.0
    ends = stops(doc, f, start)
    tables = linear.load_tables(doc.language, "stop_ranker")
    index, share = linear.best(tables, stop_rows(doc, f, start, ends))
    return (start, ends[index]), sure * share


def choose_start(doc: Document, f: Frame) -> tuple[int | None, float]:
    """Where content after the cue starts."""
    if f.right < f.end and (doc.signals.cls[f.right] in _SURE_START or doc.signals.quote[f.right] >= 0):
        return f.right, 0.98
    options = starts(doc, f)
    if not options:
        return None, 1.0
    tables = linear.load_tables(doc.language, "start_ranker")
    index, sure = linear.best(tables, [start_features(doc, f, k) for k in options])
    return options[index], sure


def with_layout(layout: str, seen: Sequence[Hashable]) -> tuple[Hashable, ...]:
    """What the layout ranker sees of one layout."""
    return tuple([(layout, *value) if isinstance(value, tuple) else (layout, value) for value in seen])


def frame(doc: Document, cue: Cue, place: Place, row: Mapping[str, str]) -> Frame:
    """The frame of a cue with that source."""
    sentence = doc.sentences[doc.signals.sentence[cue.first]]
    left, right, near = cue.group, cue.last, False
    if place.span is not None:
        if place.relation in ("left", "own") and cue.group - place.span[1] <= 2:
            left, near = place.span[0], True
        elif place.relation in ("right", "by") and place.span[0] - cue.last <= 2:
            right, near = place.span[1], True
    return Frame(sentence.first, sentence.last, left, right, cue.first, cue.last, row, place.relation, near)


def layout_features(doc: Document, f: Frame) -> tuple[Hashable, ...]:
    """What the layout ranker sees; the ranker is asked once a layout."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    before = cls[f.left - 1] if f.left > f.begin else "^"
    after = cls[f.right] if f.right < f.end else "$"
    quoted_before = "n"
    for k in range(f.left - 1, max(f.begin, f.left - 4) - 1, -1):
        if quote[k] >= 0:
            quoted_before = "q"
            break
    quoted_after = "n"
    for k in range(f.right, min(f.end, f.right + 6)):
        if quote[k] >= 0:
            near = k <= f.right + 1
            capital = k + 1 < f.end and doc.tokens.word[k + 1][0].isupper()
            quoted_after = ("q" if near else "r") + ("^" if capital else "")
            break
    opening = "Q" if quote[f.begin] >= 0 else cls[f.begin]
    room_before = min(f.left - f.begin, 12) // 3
    room_after = min(f.end - f.right, 12) // 3
    lemma, family, tense = f.row["lemma"], f.row["family"], f.row["tense"]
    form, kind = f.row["form"], f.row["class"]
    word_before = low[f.left - 1] if f.left > f.begin else "^"
    return (
        (lemma, after),
        (room_before, room_after, before),
        (f.relation, room_before == 0, room_after == 0),
        (low[f.right] if f.right < f.end else "$", f.relation),
        (low[f.left] if f.left < f.end else "$", before),
        (quoted_before, before, f.relation, f.near),
        (quoted_before, quoted_after, f.near),
        (quoted_before, after),
        (form, f.relation),
    )


def starts(doc: Document, f: Frame) -> list[int]:
    """Tokens after the cue at which content may start."""
    cls, quote, quotations = doc.signals.cls, doc.signals.quote, doc.quotations
    found = []
    for k in range(f.right, min(f.end, f.right + START_REACH)):
        q = quote[k]
        if (q >= 0 and k != quotations[q].first) or (q < 0 and cls[k] in _SKIPPED) or (q < 0 and cls[k] == "Q"):
            continue
        found.append(k)
    for k in range(f.right + START_REACH, min(f.end, f.right + 40)):
        q = quote[k]
        if q >= 0 and k == quotations[q].first:
            found.append(k)
            break
    return found


def start_features(doc: Document, f: Frame, k: int) -> tuple[Hashable, ...]:
    """What the start ranker sees of one token."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    gap = k - f.right
    here = "Q(" if quote[k] >= 0 else cls[k]
    before = cls[k - 1] if gap else "^"
    after = cls[k + 1] if k + 1 < f.end else "$"
    lemma, family = f.row["lemma"], f.row["family"]
    bucket = gap if gap < 5 else 5 if gap < 8 else 6
    skipped = " ".join(cls[f.right : k]) if gap < 4 else "-"
    return (
        (low[k], bucket),
        (low[k], family),
        (low[k - 1], lemma),
        (low[k - 1], here),
        (f.row["class"], before, here),
        (skipped, here),
        (skipped, family),
        (here, after, bucket),
    )


def stops(doc: Document, f: Frame, start: int) -> list[int]:
    """Tokens before which content that starts at `start` may stop; each follows a word or a closing mark."""
    cls, quote, quotations = doc.signals.cls, doc.signals.quote, doc.quotations
    found = []
    k = start + 1
    q = quote[start]
    if q >= 0:
        k = quotations[q].last
    end = f.end
    while k <= end:
        if k == end or (quote[k] < 0 and cls[k] in _EDGE) or (quote[k] >= 0 and k == quotations[quote[k]].first) or (quote[k - 1] >= 0):
            at = k
            if cls[at - 1] not in _SKIPPED or quote[at - 1] >= 0:
                found.append(at)
        if k < end and quote[k] >= 0:
            k = min(max(quotations[quote[k]].last, k + 1), end)
        else:
            k += 1
    return found or [min(start + 1, end)]


def stop_rows(doc: Document, f: Frame, start: int, ends: Sequence[int]) -> list[tuple[Hashable, ...]]:
    """What the stop ranker sees of each place."""
    cls, quote = doc.signals.cls, doc.signals.quote
    last_quoted = max((k for k in range(ends[0], f.end) if quote[k] >= 0), default=-1)
    rows = []
    verbs = commas = 0
    at = start
    for number, stop in enumerate(ends):
        for k in range(at, stop):
            if cls[k] in _FINITE:
                verbs += 1
            elif cls[k] == ",":
                commas += 1
        at = stop
        rows.append(stop_features(doc, f, start, stop, number, (min(verbs, 3), min(commas, 3)), last_quoted >= stop))
    return rows


def stop_features(doc: Document, f: Frame, start: int, stop: int, number: int, so_far: tuple[int, int], quoted_later: bool) -> tuple[Hashable, ...]:
    """What the stop ranker sees of one place."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    end = f.end
    here, word = (cls[stop], low[stop]) if stop < end else ("$", "$")
    if stop < end and quote[stop] >= 0:
        here = "Q("
    n1, n1w = (cls[stop + 1], low[stop + 1]) if stop + 1 < end else ("$", "$")
    n2 = cls[stop + 2] if stop + 2 < end else "$"
    last, last_word = cls[stop - 1], low[stop - 1]
    if quote[stop - 1] >= 0:
        last = "Q)"
    size = stop - start
    bucket = size if size < 4 else 4 if size < 7 else 5 if size < 12 else 6 if size < 20 else 7
    rest = end - stop
    left = rest if rest < 3 else 3 if rest < 6 else 4 if rest < 12 else 5
    opening = "Q(" if quote[start] >= 0 else low[start] if cls[start] in ("TH", "TO", "WH", "SB", "IN") else cls[start]
    family = f.row["family"]
    final = "final" if rest == 0 or (rest == 1 and here == ".") else "inner"
    verbs, commas = so_far
    first_word = low[start]
    ends_before = _clause_ahead(cls, quote, stop, end)
    ahead = "Q" if quoted_later else ""
    soon = ""
    for k in range(stop + 1, min(end, stop + 7)):
        if cls[k] in ("Vp", "Vs") and quote[k] < 0:
            soon = f"{cls[k]}{k - stop if k - stop < 4 else 4}{cls[k - 1]}"
            break
    return (
        (final, family),
        (word, n1w),
        (last, here, n1),
        (left, here),
        (final, min(number, 5)),
        (f.relation, here, bucket),
        (opening, verbs, final),
        (here, commas, n1),
        (ahead, last),
        (word, soon),
        (first_word, here),
        (word, ends_before),
    )


def _clause_ahead(cls: Sequence[str], quote: Sequence[int], stop: int, end: int) -> str:
    """What the stretch up to the next punctuation is made of: a subject and its verb, a verb alone, or neither."""
    subject = verb = ""
    for k in range(stop + 1, min(end, stop + 12)):
        kind = cls[k]
        if kind in (",", ".", ";", ":", "-", "Q"):
            break
        if kind in _FINITE:
            verb = "v"
            break
        if kind in ("PP", "CA", "CS", "DT", "PS", "NS", "PX", "CN"):
            subject = "s"
    return subject + verb


def heads(doc: Document, f: Frame) -> list[Range]:
    """Content that may stand before the cue: its start, with the stop that punctuation gives it."""
    cls, quote, quotations = doc.signals.cls, doc.signals.quote, doc.quotations
    stop = f.left
    while stop > f.begin and quote[stop - 1] < 0 and cls[stop - 1] in _SKIPPED:
        stop -= 1
    if stop <= f.begin:
        return []
    options = []
    k = stop - 1
    while k >= f.begin:
        q = quote[k]
        if q >= 0:
            k = max(quotations[q].first, f.begin)
        elif cls[k] in _SKIPPED:
            k -= 1
            continue
        if (
            k == f.begin
            or cls[k - 1] in _SKIPPED
            or cls[k - 1] in ("Q", "CC", "BU", "SB", "RB")
            or cls[k] in ("TH", "TO", "SB", "WH", "DT", "IN", "PP", "CA", "VG", "PS", "WD")
            or q >= 0
        ):
            options.append((k, stop))
        k -= 1
    quoted = quote[stop - 1] >= 0
    if not quoted:
        # words may lie between a quotation and its tag: `"A," the mayor, a vet, said`; the quotation alone is content
        for k in range(stop - 1, max(f.begin, stop - 12) - 1, -1):
            if quote[k] >= 0:
                q = quotations[quote[k]]
                options.append((max(q.first, f.begin), k + 1))
                break
    return options


def head_features(doc: Document, f: Frame, option: Range, number: int) -> tuple[Hashable, ...]:
    """What the head ranker sees of one stretch before the cue."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    start, stop = option
    before, word = (cls[start - 1], low[start - 1]) if start > f.begin else ("^", "^")
    here = "Q(" if quote[start] >= 0 else cls[start]
    size = stop - start
    bucket = size if size < 4 else 4 if size < 7 else 5 if size < 12 else 6 if size < 20 else 7
    room = start - f.begin
    room = room if room < 4 else 4 if room < 8 else 5
    link = cls[f.left - 1]
    ends = "Q)" if quote[stop - 1] >= 0 else "w"
    family = f.row["family"]
    return (
        (before, family),
        (before, here, link, ends),
        (f.row["class"], before, here),
        (stop < f.left - 1, ends, here),
        (f.relation, f.near, before, here),
        (number, ends),
        (room == 0, number, ends, link),
    )
