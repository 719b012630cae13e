"""Who says it, as a phrase: the noun phrases near a cue, of which a ranker takes the best or none.

The sentence is cut into base noun phrases by word class; a candidate is one of them, or several joined by
prepositions, commas and `and`. Weights in `source_ranker.json`.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from newsparse import linear
from newsparse.document import Cue, Document, Place, Range, Sentence

INNER = frozenset("DT QN PS PH CA CS NU CN NS w AJ CJ VD VG Vb Vp Vs Vg DY MO TI PC SY".split())
"""Classes that a base noun phrase may run through. Verbs are told from nouns by what stands before them."""
_NOUNLIKE = frozenset("CA CS NU CN NS w QN DY MO TI IP PO PP PX WP WD PH SY Vb Vs".split())
_STARTS = frozenset("DT QN PS PH".split())
_SINGLE = frozenset("PP PO PX WP WD IP".split())
_JOIN = frozenset("IN , CC - ( ) Q".split())
_LEAD = frozenset(", . ; : - ( ) Q CC BU SB TH IN TO ^".split())
REACH = 45
"""How many tokens left of a cue a source is looked for."""


NOBODY = Place(None, "none")


def find_sources(doc: Document) -> tuple[Place, ...]:
    """The best place of a source for each cue."""
    tables = linear.load_tables(doc.language, "source_ranker")
    rows = doc.language.table("cues")
    found = []
    number, chunks = -1, []
    for cue in doc.cues:
        sentence = doc.sentences[doc.signals.sentence[cue.first]]
        if doc.signals.sentence[cue.first] != number:
            number = doc.signals.sentence[cue.first]
            chunks = phrases(doc, sentence.first, sentence.last)
        options = places(doc, cue, sentence, chunks)
        row = rows[cue.form]
        index, _ = linear.best(tables, [features(doc, cue, sentence, row, place) for place in options])
        found.append(options[index])
    return tuple(found)


def phrases(doc: Document, begin: int, end: int) -> list[Range]:
    """The base noun phrases of tokens `begin` to `end`, in order."""
    cls, low = doc.signals.cls, doc.tokens.low
    found: list[Range] = []
    i = begin
    while i < end:
        kind = cls[i]
        if kind in _SINGLE:
            found.append((i, i + 1))
            i += 1
            continue
        if kind not in INNER or kind == "PC" or (kind in ("VD", "Vp", "Vs", "Vg", "VG", "Vb") and not _nominal(cls, i, begin)):
            i += 1
            continue
        start = i
        i += 1
        while i < end:
            kind = cls[i]
            if kind in _STARTS and cls[i - 1] not in ("QN", "DT") and kind != "QN":
                break
            if kind not in INNER or (kind in ("VD", "Vp", "Vs") and not _between(cls, i, end)):
                break
            i += 1
        if low[start] not in ("there",):
            found.append((start, i))
    return found


def _nominal(cls: Sequence[str], i: int, begin: int) -> bool:
    """Whether a word that looks like a verb may begin a noun phrase: after a comma, a preposition or at the start."""
    return i + 1 < len(cls) and cls[i + 1] in ("CA", "NS", "w", "CN") and (i == begin or cls[i - 1] in (",", "IN", "CC"))


def _between(cls: Sequence[str], i: int, end: int) -> bool:
    """A word that looks like a verb, inside a phrase: `the proposed rule`."""
    return cls[i - 1] in ("DT", "PS", "AJ", "PH", "QN") and i + 1 < end


def places(doc: Document, cue: Cue, sentence: Sentence, chunks: Sequence[Range]) -> list[Place]:
    """The possible sources of a cue, "no source" first."""
    cls, low = doc.signals.cls, doc.tokens.low
    first, last, group, begin = cue.first, cue.last, cue.group, sentence.first
    found = [NOBODY]
    if first > begin and cls[first - 1] in ("PS", "PH"):
        found.append(Place((first - 1, first), "own"))
    chunk_left = [c for c in chunks if c[1] <= group and c[0] >= group - REACH]
    for order, position in enumerate(range(len(chunk_left) - 1, -1, -1)):
        start, stop = chunk_left[position]
        gap = group - stop
        found.append(Place((start, stop), "left", gap, 1, order))
        at, joined = stop, 1
        for after in chunk_left[position + 1 : position + 5]:
            if after[0] - at > 2 or any(cls[k] not in _JOIN for k in range(at, after[0])):
                break
            at, joined = after[1], joined + 1
            found.append(Place((start, at), "left", group - at, joined, order))
    for start, stop in chunks:
        # the possessor, or what else precedes the cue inside its own phrase: `Ortiz's claim`, `the mayor's spokesman said`
        if start < first < stop or (start < group <= first < stop):
            cut = group
            if cls[cut - 1] == "PC":
                found.append(Place((start, cut - 1), "own"))
            elif cut > start:
                found.append(Place((start, cut), "left", 0))
        elif start >= last and start - last <= 14:
            by = start - 1 >= last and low[start - 1] == "by"
            relation = "by" if by else "right"
            found.append(Place((start, stop), relation, start - last))
            if start - last <= 1 or by:
                found += _longer(cls, chunks, (start, stop), relation, start - last)
    return found


def _longer(cls: Sequence[str], chunks: Sequence[Range], base: Range, relation: str, gap: int) -> list[Place]:
    """The phrase with what follows it: `a spokesman for the ministry`, `Dana Ortiz, a vet`."""
    out: list[Place] = []
    at, joined = base[1], 1
    for start, stop in chunks:
        if start < base[1]:
            continue
        if start - at > 2 or joined > 5 or any(cls[k] not in _JOIN for k in range(at, start)):
            break
        at, joined = stop, joined + 1
        out.append(Place((base[0], at), relation, gap, joined))
    return out


def features(
    doc: Document, cue: Cue, sentence: Sentence, row: Mapping[str, str], place: Place
) -> tuple[Hashable, ...]:
    """What the ranker sees of one place."""
    cls, low = doc.signals.cls, doc.tokens.low
    first, last, group, begin, end = cue.first, cue.last, cue.group, sentence.first, sentence.last
    family, tense, kind = row["family"], row["tense"], row["class"]
    p1c = cls[first - 1] if first > begin else "^"
    n1c = cls[last] if last < end else "$"
    chain = " ".join(cls[k] if cls[k] != "BE" else low[k] for k in range(group, first) if cls[k] != "RB")
    before_group = cls[group - 1] if group > begin else "^"
    if place.span is None:
        return (
            ("none", kind, tense), ("none", chain), ("none", before_group), ("none", row["lemma"]),
            ("none", tense, before_group, n1c), ("none", p1c, n1c), ("none", family), "", "", "", "", "", "", "",
        )  # fmt: skip
    start, stop = place.span
    relation = place.relation
    gap = min(place.gap, 3) if place.gap < 4 else 4 if place.gap < 8 else 5 if place.gap < 16 else 6
    size = min(stop - start, 4) if stop - start < 5 else 5 if stop - start < 9 else 6
    w1c = cls[start - 1] if start > begin else "^"
    w1 = low[start - 1] if start > begin else "^"
    x1c = cls[stop] if stop < end else "$"
    x1 = low[stop] if stop < end else "$"
    verbs = commas = others = 0
    lo, hi = (stop, group) if relation in ("left", "own") else (last, start)
    for k in range(lo, hi):
        c = cls[k]
        if c in ("Vp", "Vs", "Vb", "VD", "BE", "HV", "MD", "DO"):
            verbs += 1
        elif c == ",":
            commas += 1
        elif c in ("WP", "WD", "TH", "SB"):
            others += 1
    verbs, commas, others = min(verbs, 2), min(commas, 2), min(others, 2)
    head = low[stop - 1]
    capital = any(cls[k] in ("CA", "CS") for k in range(start, stop))
    order = min(place.order, 4)
    return (
        (relation, gap, kind, tense),
        (relation, gap, chain),
        (relation, gap, before_group),
        (relation, gap, row["lemma"]),
        (relation, tense, before_group, n1c),
        (relation, gap, verbs, commas, others),
        (relation, w1c, cls[start]),
        (relation, x1c, cls[stop - 1]),
        (relation, head),
        (relation, w1),
        (relation, cls[start], size),
        (low[start], relation),
        (relation, gap, w1c, x1c),
        (relation, verbs, w1c, tense),
    )
