"""Which readings stand: each weighed, overlaps settled, quotations without a cue joined to what they go on from.

This is the one place that accepts and rejects. A reading's probability comes from `reading_scorer.json`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence

import attrs

from newsparse import linear
from newsparse.document import Document, Range

ACCEPT = 0.42
"""A reading as likely as this stands (the cut that gives the best F1 in cross-validation)."""
RESCUE = 0.08
"""The same for a reading that alone gives a cue to a whole quotation."""
NESTED = 0.3
"""The same for the cue of a reading that lies inside the content of another."""
SPEECH = 8
"""Tokens, marks included: a quotation as long as this is speech, whatever stands around it (98% in train)."""


@attrs.define
class Standing:
    """A reading that stands, with the pieces that were joined to it.

    Attributes:
        reading: its index.
        pieces: of its content, in text order.
        chance: its probability.
        parent: the index, among those that stand, of the one that it is nested in.
    """

    reading: int
    pieces: list[Range]
    chance: float
    parent: int | None = None


def features(doc: Document, number: int, inside: float, holds: float, rival: float) -> tuple[Hashable, ...]:
    """What the scorer sees of one reading.

    Args:
        doc: the document with its readings.
        number: the reading's index.
        inside: the highest probability of a cue whose content holds this reading's cue.
        holds: the highest probability of a cue inside this reading's content.
        rival: the highest probability of another cue whose content overlaps this one.
    """
    reading = doc.readings[number]
    cue, place = doc.cues[number], doc.sources[number]
    row = doc.language.table("cues")[cue.form]
    cls, quote = doc.signals.cls, doc.signals.quote
    odds = round(2 * math.log(cue.probability / (1 - min(cue.probability, 0.999))))
    if place.span is None:
        who = "none"
    else:
        who = cls[place.span[0]] + " " + cls[place.span[1] - 1]
    if reading.pieces:
        start, stop = reading.pieces[0]
        size = sum(b - a for a, b in reading.pieces)
        bucket = size if size < 4 else 4 if size < 7 else 5 if size < 12 else 6 if size < 25 else 7
        opening = "Q(" if quote[start] >= 0 else cls[start]
        marks = sum(quote[a] >= 0 and quote[b - 1] >= 0 for a, b in reading.pieces)
        quoted = "all" if marks == len(reading.pieces) else "some" if any(quote[k] >= 0 for a, b in reading.pieces for k in range(a, b)) else "no"
    else:
        bucket, opening, quoted, stop, start = 0, "", "", 0, 0
    sentence = doc.sentences[doc.signals.sentence[cue.first]]
    sure = round(reading.margin * 6)
    block = 0 if sentence.block == 0 else 1
    family, kind = row["family"], row["class"]
    a, b, c = _step(inside), _step(holds), _step(rival)
    return (
        "1",
        odds,
        family,
        (family, reading.layout),
        (kind, row["tense"], reading.layout),
        (reading.layout, place.relation, quoted),
        (reading.layout, opening, bucket),
        (kind, opening),
        (family, opening),
        (family, who),
        (bucket, quoted),
        (bucket, kind),
        (family, bucket),
        (sure, quoted),
        (who, reading.layout),
        (who, kind),
        (place.relation, min(place.gap, 6), kind),
        (a, odds),
        (b, odds),
        (c, odds),
        (a, kind),
        (b, kind),
        (a, b, c),
        (block, kind, reading.layout),
        (quoted, odds),
    )


def _step(chance: float) -> int:
    return 0 if chance == 0 else 1 if chance < 0.15 else 2 if chance < 0.35 else 3 if chance < 0.6 else 4 if chance < 0.85 else 5


def surroundings(doc: Document) -> list[tuple[float, float, float]]:
    """For each reading the `inside`, `holds` and `rival` of `features`."""
    out = [(0.0, 0.0, 0.0)] * len(doc.readings)
    by_sentence: dict[int, list[int]] = {}
    for number, cue in enumerate(doc.cues):
        by_sentence.setdefault(doc.signals.sentence[cue.first], []).append(number)
    for group in by_sentence.values():
        if len(group) < 2:
            continue
        for at, n in enumerate(group):
            cue, pieces = doc.cues[n], doc.readings[n].pieces
            inside = holds = rival = 0.0
            for m in group[max(0, at - 20) : at + 20]:
                if m == n:
                    continue
                other, chance = doc.readings[m].pieces, doc.cues[m].probability
                if _covers(other, cue.first):
                    inside = max(inside, chance)
                if _covers(pieces, doc.cues[m].first):
                    holds = max(holds, chance)
                elif _overlap(pieces, other):
                    rival = max(rival, chance)
            out[n] = (inside, holds, rival)
    return out


def _covers(pieces: Sequence[Range], token: int) -> bool:
    return any(a <= token < b for a, b in pieces)


def _overlap(one: Sequence[Range], other: Sequence[Range]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def weigh(doc: Document) -> list[float]:
    """The probability of each reading."""
    tables = linear.load_tables(doc.language, "reading_scorer")
    around = surroundings(doc)
    return [
        linear.probability(linear.score(tables, features(doc, n, *around[n]))) if reading.pieces else 0.0
        for n, reading in enumerate(doc.readings)
    ]


def choose(doc: Document, chances: Sequence[float]) -> list[Standing]:
    """The readings that stand, likeliest first accepted; none overlaps another save one nested in it."""
    owner = [-1] * len(doc.tokens)  # which standing has the token in its content
    cued = [-1] * len(doc.tokens)  # which standing has it in its cue
    standing: list[Standing] = []

    def free(number: int) -> bool:
        cue, pieces = doc.cues[number], doc.readings[number].pieces
        return owner[cue.first] < 0 and all(owner[k] < 0 and cued[k] < 0 for a, b in pieces for k in range(a, b))

    def accept(number: int) -> None:
        at = len(standing)
        standing.append(Standing(number, list(doc.readings[number].pieces), chances[number]))
        for a, b in doc.readings[number].pieces:
            owner[a:b] = [at] * (b - a)
        cued[doc.cues[number].first : doc.cues[number].last] = [at] * (doc.cues[number].last - doc.cues[number].first)

    order = sorted((n for n, chance in enumerate(chances) if chance >= RESCUE), key=lambda n: -chances[n])
    for number in order:
        if chances[number] >= ACCEPT and free(number):
            accept(number)
    rescue(doc, order, owner, free, accept)
    join(doc, standing, owner)
    return standing


def rescue(
    doc: Document, order: Sequence[int], owner: Sequence[int], free: Callable[[int], bool], accept: Callable[[int], None]
) -> None:
    """Give a cue to a whole quotation that has none: the likeliest that could have it."""
    bare = {n for n, q in enumerate(doc.quotations) if is_speech(doc, n) and all(owner[k] < 0 for k in range(q.first, q.last))}
    if not bare:
        return
    for number in order:
        held = {doc.signals.quote[k] for a, b in doc.readings[number].pieces for k in (a, b - 1)} & bare
        if held and free(number):
            accept(number)
            bare -= held


def is_speech(doc: Document, number: int) -> bool:
    """Whether a quotation is long enough, or sentence enough, to be speech whatever stands around it."""
    q = doc.quotations[number]
    if q.last - q.first >= SPEECH:
        return True
    ends = q.last - q.first >= 5 and doc.tokens.word[q.last - 2] in (".", "!", "?", ",")
    return ends and doc.tokens.word[q.first + 1][0].isupper()


def join(doc: Document, standing: list[Standing], owner: list[int]) -> None:
    """Quotations that still have no cue go on from the attribution before them in their paragraph, or just before it."""
    last_of_block: dict[int, tuple[int, int]] = {}  # block: (token of the cue, standing), the last so far
    marks = sorted(((doc.cues[s.reading].first, n) for n, s in enumerate(standing)), key=lambda x: x)
    position = 0
    for number, q in enumerate(doc.quotations):
        while position < len(marks) and marks[position][0] < q.first:
            token, at = marks[position]
            last_of_block[doc.sentences[doc.signals.sentence[token]].block] = (token, at)
            position += 1
        if any(owner[k] >= 0 for k in range(q.first, q.last)) or not is_speech(doc, number):
            continue
        found = last_of_block.get(q.block)
        if found is None and q.first == doc.block_tokens[q.block][0] and q.block:
            found = last_of_block.get(q.block - 1)
        if found is None:
            continue
        standing[found[1]].pieces.append((q.first, q.last))
        owner[q.first : q.last] = [found[1]] * (q.last - q.first)
        if q.block not in last_of_block:
            last_of_block[q.block] = found
