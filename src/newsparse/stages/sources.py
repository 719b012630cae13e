"""Who says it, as a phrase: the noun phrases near a cue, of which one ranker takes the best or none, and another says
how far it reaches.

The sentence is cut into base noun phrases by word class; an anchor is one of them, a reach is an anchor with what is
joined to it by prepositions, commas and `and`. Weights in `anchor_ranker.json` and `reach_ranker.json`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import accumulate

import attrs

from newsparse import linear
from newsparse.document import Cue, Document, Place, Range, Sentence

INNER = frozenset("DT QN PS PH CA CS NU CN NS w AJ CJ VD VG Vb Vp Vs Vg DY MO TI PC SY".split())
"""Classes that a base noun phrase may run through. Verbs are told from nouns by what stands before them."""
_STARTS = frozenset("DT QN PS PH".split())
_SINGLE = frozenset("PP PO PX WP WD IP".split())
_VERBS = frozenset("VD Vp Vs Vg VG Vb".split())
_JOIN = frozenset("IN , CC - ( ) Q".split())
_FINITE = frozenset("Vp Vs Vb VD BE HV MD DO".split())
NEAREST = 4
"""How many base phrases before a cue are looked at, beside the first of the sentence."""
AHEAD = 14
"""How many tokens after a cue a source may begin."""
NOBODY = Place(None, "none")


@attrs.frozen
class Chunked:
    """A sentence, its base noun phrases, and how many verbs and commas stand before each token."""

    sentence: Sentence
    chunks: Sequence[Range]
    verbs: Sequence[int]
    commas: Sequence[int]


def find_sources(doc: Document) -> tuple[Place, ...]:
    """The best place of a source for each cue."""
    anchor_tables = linear.load_tables(doc.language, "anchor_ranker")
    reach_tables = linear.load_tables(doc.language, "reach_ranker")
    rows = doc.language.table("cues")
    found = []
    cls = doc.signals.cls
    number = -1
    for cue in doc.cues:
        if cls[cue.group - 1] == "PP" and cue.group > doc.sentences[doc.signals.sentence[cue.first]].first:
            found.append(Place((cue.group - 1, cue.group), "left"))  # the source of 98% of such cues of the train split
            continue
        if doc.signals.sentence[cue.first] != number:
            number = doc.signals.sentence[cue.first]
            chunked = chunk(doc, doc.sentences[number])
        options = anchors(doc, cue, chunked)
        index, _ = linear.best(anchor_tables, anchor_features(doc, cue, chunked, rows[cue.form], options))
        place = options[index]
        reaches = reaches_of(doc, cue, chunked, place)
        if len(reaches) > 1:
            index, _ = linear.best(reach_tables, [reach_features(doc, cue, chunked, place, end) for end in reaches])
            place = reached(cue, place, reaches[index])
        found.append(place)
    return tuple(found)


def chunk(doc: Document, sentence: Sentence) -> Chunked:
    """The sentence with its base noun phrases and running counts."""
    cls = doc.signals.cls[sentence.first : sentence.last]
    return Chunked(
        sentence,
        phrases(doc, sentence.first, sentence.last),
        _running(c in _FINITE for c in cls),
        _running(c == "," for c in cls),
    )


def _running(marks: Iterable[bool]) -> list[int]:
    return list(accumulate(marks, initial=0))


def phrases(doc: Document, begin: int, end: int) -> list[Range]:
    """The base noun phrases of tokens `begin` to `end`, in order."""
    cls = doc.signals.cls
    found: list[Range] = []
    i = begin
    while i < end:
        kind = cls[i]
        if kind in _SINGLE:
            found.append((i, i + 1))
            i += 1
            continue
        if kind not in INNER or kind == "PC" or (kind in _VERBS and not _nominal(cls, i, begin, end)):
            i += 1
            continue
        start = i
        i += 1
        while i < end:
            kind = cls[i]
            if kind not in INNER or (kind in ("VD", "Vp", "Vs") and cls[i - 1] not in ("DT", "PS", "AJ", "PH", "QN")):
                break
            if kind in _STARTS and kind != "QN" and cls[i - 1] not in ("QN", "DT"):
                break
            i += 1
        if doc.tokens.low[start] != "there":
            found.append((start, i))
    return found


def _nominal(cls: Sequence[str], i: int, begin: int, end: int) -> bool:
    """Whether a word that looks like a verb may begin a noun phrase: at the start, after a comma or a preposition."""
    return i + 1 < end and cls[i + 1] in ("CA", "NS", "w", "CN") and (i == begin or cls[i - 1] in (",", "IN", "CC"))


def anchors(doc: Document, cue: Cue, chunked: Chunked) -> list[Place]:
    """The base phrases that may be (the beginning of) the source of a cue, "no source" first."""
    cls, low = doc.signals.cls, doc.tokens.low
    first, last, group = cue.first, cue.last, cue.group
    found = [NOBODY]
    if first > chunked.sentence.first and cls[first - 1] in ("PS", "PH"):
        found.append(Place((first - 1, first), "own"))
    before: list[Range] = []
    for start, stop in chunked.chunks:
        if stop <= group:
            before.append((start, stop))
        elif start < group <= first < stop or start < first < stop:
            # what precedes the cue inside its own phrase: `Ortiz's claim`, `the mayor's spokesman said`
            if cls[group - 1] == "PC":
                found.append(Place((start, group - 1), "own"))
            elif group > start:
                found.append(Place((start, group), "left"))
        elif start >= last:
            if start - last > AHEAD or len(found) > 4:
                break
            by = start > last and low[start - 1] == "by"
            if by or start - last <= 1:
                found.append(Place((start, stop), "by" if by else "right", start - last))
    found += [Place(span, "left", group - span[1], 1, n) for n, span in enumerate(reversed(before[-NEAREST:]))]
    if len(before) > NEAREST:
        found.append(Place(before[0], "left", group - before[0][1], 1, NEAREST))
    return found


def reaches_of(doc: Document, cue: Cue, chunked: Chunked, place: Place) -> list[int]:
    """The tokens at which a source that begins with the anchor may end."""
    if place.span is None or place.relation == "own":
        return []
    cls = doc.signals.cls
    start, at = place.span
    limit = cue.group if place.relation == "left" else chunked.sentence.last
    found = [at]
    for following, stop in chunked.chunks:
        if following < at:
            continue
        if stop > limit or following - at > 2 or len(found) > 5 or any(cls[k] not in _JOIN for k in range(at, following)):
            break
        at = stop
        found.append(at)
    if place.relation == "left":
        whole = limit - 1 if cls[limit - 1] in (",", "-", ")") else limit
        if found[-1] < whole and whole - start < 30:
            found.append(whole)
    return found


def reached(cue: Cue, place: Place, end: int) -> Place:
    """The place, from its anchor to `end`."""
    assert place.span is not None
    gap = cue.group - end if place.relation == "left" else place.gap
    return attrs.evolve(place, span=(place.span[0], end), gap=gap, joined=1 if end == place.span[1] else 2)


def anchor_features(
    doc: Document, cue: Cue, chunked: Chunked, row: Mapping[str, str], options: Sequence[Place]
) -> list[tuple[Hashable, ...]]:
    """What the anchor ranker sees of each place."""
    cls, low = doc.signals.cls, doc.tokens.low
    first, last, group = cue.first, cue.last, cue.group
    begin, end = chunked.sentence.first, chunked.sentence.last
    tense, kind, lemma = row["tense"], row["class"], row["lemma"]
    p1c = cls[first - 1] if first > begin else "^"
    n1c = cls[last] if last < end else "$"
    chain = " ".join([low[k] if cls[k] == "BE" else cls[k] for k in range(group, first) if cls[k] != "RB"])
    before = cls[group - 1] if group > begin else "^"
    rows: list[tuple[Hashable, ...]] = []
    for place in options:
        if place.span is None:
            rows.append(
                (
                    ("none", kind, tense), ("none", chain), ("none", before), ("none", lemma), ("none", tense, before, n1c),
                    ("none", p1c, n1c), ("none", row["family"]), "", "", "",
                )
            )  # fmt: skip
            continue
        start, stop = place.span
        relation, gap = place.relation, min(place.gap, 4) if place.gap < 8 else 5
        w1c, w1 = (cls[start - 1], low[start - 1]) if start > begin else ("^", "^")
        x1c = cls[stop] if stop < end else "$"
        lo, hi = (stop, group) if relation in ("left", "own") else (last, start)
        lo, hi = lo - begin, max(lo, hi) - begin
        verbs = min(chunked.verbs[hi] - chunked.verbs[lo], 2)
        commas = min(chunked.commas[hi] - chunked.commas[lo], 2)
        rows.append(
            (
                (relation, gap, kind, tense),
                (relation, gap, chain),
                (relation, gap, before),
                (relation, gap, lemma),
                (relation, tense, before, n1c),
                (relation, w1c, cls[start]),
                (relation, x1c, cls[stop - 1]),
                (relation, low[stop - 1]),
                (relation, w1, gap),
                (relation, start == begin, verbs, commas),
            )
        )
    return rows


def reach_features(doc: Document, cue: Cue, chunked: Chunked, place: Place, end: int) -> tuple[Hashable, ...]:
    """What the reach ranker sees of one end."""
    assert place.span is not None
    cls, low = doc.signals.cls, doc.tokens.low
    start, anchor_end = place.span
    limit = chunked.sentence.last
    x1c, x1 = (cls[end], low[end]) if end < limit else ("$", "$")
    x2c = cls[end + 1] if end + 1 < limit else "$"
    link, link_word = (cls[anchor_end], low[anchor_end]) if end > anchor_end else ("=", "=")
    step = min(end - start, 4) if end - start < 8 else 5
    gap = min(cue.group - end, 3) if place.relation == "left" else 9
    return (
        (place.relation, gap, x1c),
        (place.relation, link, step),
        (link_word, x1),
        (x1c, x2c, cls[end - 1]),
        (link, x1c, gap),
        (place.relation, x1, x2c),
        (low[anchor_end - 1], link_word),
        (cls[start], link, gap),
    )
