"""How likely each reading is an attribution (weights in `reading_scorer.json`)."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

import attrs

from newsparse import linear
from newsparse.document import Cue, Document, Range
from newsparse.stages.settle.pieces import covers, overlap
from newsparse.stages.settle.silent import says_nothing

ACCEPT = 0.33
"""A reading with as much support as this stands (about the cut that gives the best F1 in cross-validation)."""
_STEPS = (1e-9, 0.15, 0.35, 0.6, 0.85)
"""Where a probability passes from one step to the next; none at all is a step of its own."""
_SIZES = (1, 2, 3, 4, 7, 12, 25)
"""The same for the tokens of a content."""
_FINITE = frozenset("BE HV MD DO Vp Vs VD HD".split())
"""Classes that may be a finite verb."""
NEIGHBOURS = 20
"""How many cues before and after it in its sentence matter to a reading."""


@attrs.frozen
class Company:
    """What stands around a reading.

    Attributes:
        inside: the highest probability of a cue whose likeliest content holds this reading's cue.
        holds: the highest probability of a cue inside this reading's content.
        rival: the highest probability of another cue whose likeliest content overlaps this one.
    """

    inside: float = 0.0
    holds: float = 0.0
    rival: float = 0.0


def score(tables: linear.Tables, doc: Document, number: int, company: Company) -> float:
    """The log-odds that reading `number` is an attribution, and its content the best of its cue's readings."""
    reading = doc.readings[number]
    cue, place, pieces = doc.cues[reading.cue], doc.sources[reading.cue], reading.pieces
    row = doc.language.table("cues")[cue.form]
    cls, quote, low = doc.signals.cls, doc.signals.quote, doc.tokens.low
    family, kind, layout = row["family"], row["class"], reading.layout
    odds, quoted = _odds(cue.probability), _quoted(quote, pieces)
    size, finite = _measure(cls, pieces)
    start = pieces[0][0]
    opening = "Q(" if quote[start] >= 0 else cls[start]
    last_start, stop = pieces[-1]
    sentence = doc.sentences[doc.signals.sentence[last_start]]
    after = low[stop] if stop < sentence.last else "$"
    after_that = cls[stop + 1] if stop + 1 < sentence.last else "$"
    headline = sentence.block == 0
    within, holds, rival = 0, 0, 0
    if company is not ALONE:
        within, holds, rival = _step(company.inside), _step(company.holds), _step(company.rival)
    bias, by_odds, by_family, side, source, opens, sizes, sure, nested, crowd, head, both, verbs, edges = tables
    return (
        bias("1", 0.0)
        + by_odds(odds, 0.0)
        + by_family(family, 0.0)
        + side((family, layout), 0.0)
        + source((layout, place.relation, quoted), 0.0)
        + opens((kind, opening), 0.0)
        + sizes((size, quoted), 0.0)
        + sure((round(reading.margin * 6), quoted), 0.0)
        + nested((within, kind), 0.0)
        + crowd((within, holds, rival), 0.0)
        + head((headline, kind, layout), 0.0)
        + both((_odds(reading.margin), odds), 0.0)
        + verbs((finite, cls[last_start - 1], kind), 0.0)
        + edges((_before_source(doc, place.span), after, after_that), 0.0)
    )


def _odds(chance: float) -> int:
    """A probability as steps of log-odds."""
    chance = 0.004 if chance < 0.004 else 0.996 if chance > 0.996 else chance
    return round(2 * math.log(chance / (1 - chance)))


def _step(chance: float) -> int:
    return bisect_right(_STEPS, chance)


def _quoted(quote: Sequence[int], pieces: Sequence[Range]) -> str:
    """Whether all pieces are whole quotations, some words are quoted, or none."""
    whole = True
    for a, b in pieces:
        if quote[a] < 0 or quote[b - 1] < 0:
            whole = False
    if whole:
        return "all"
    for a, b in pieces:
        if max(quote[a:b]) >= 0:
            return "some"
    return "no"


def _measure(cls: Sequence[str], pieces: Sequence[Range]) -> tuple[int, int]:
    """The size of the content, in steps, and how many words of it may be finite verbs, up to three."""
    size = finite = 0
    for a, b in pieces:
        size += b - a
        if finite < 3:
            for kind in cls[a:b]:
                if kind in _FINITE:
                    finite += 1
    return bisect_right(_SIZES, size), finite if finite < 3 else 3


def _before_source(doc: Document, source: Range | None) -> str:
    """The class of what stands before the source."""
    if source is None:
        return "-"
    first = source[0]
    return doc.signals.cls[first - 1] if first > doc.sentences[doc.signals.sentence[first]].first else "^"


def companies(doc: Document) -> list[Company]:
    """What stands around each reading."""
    likeliest: dict[int, Sequence[Range]] = {}
    for reading in doc.readings:
        likeliest.setdefault(reading.cue, reading.pieces)
    cues, out = doc.cues, []
    within = [doc.signals.sentence[cue.first] for cue in cues]
    cue, near, inside = -1, [], 0.0
    for reading in doc.readings:
        if reading.cue != cue:
            cue = reading.cue
            begin = end = cue  # the cues of a sentence follow each other
            while begin > 0 and within[begin - 1] == within[cue] and begin > cue - NEIGHBOURS:
                begin -= 1
            while end + 1 < len(cues) and within[end + 1] == within[cue] and end + 1 < cue + NEIGHBOURS:
                end += 1
            near = [(cues[m], likeliest.get(m, ())) for m in range(begin, end + 1) if m != cue]
            inside = 0.0
            for other, pieces in near:
                if other.probability > inside and covers(pieces, cues[cue].first):
                    inside = other.probability
        out.append(_company(inside, reading.pieces, near) if near else ALONE)
    return out


ALONE = Company()
"""That of the only cue of its sentence."""


def _company(inside: float, pieces: Sequence[Range], near: Sequence[tuple[Cue, Sequence[Range]]]) -> Company:
    holds = rival = 0.0
    for cue, other in near:
        chance = cue.probability
        if covers(pieces, cue.first):
            if chance > holds:
                holds = chance
        elif chance > rival and overlap(pieces, other):
            rival = chance
    return Company(inside, holds, rival)


def weigh(doc: Document) -> list[float]:
    """The probability of each reading."""
    tables = linear.load_tables(doc.language, "reading_scorer")
    impersonal, low = doc.language.words("impersonal"), doc.tokens.low
    nobody = [s.span is not None and low[s.span[1] - 1] in impersonal for s in doc.sources]
    return [
        linear.probability(score(tables, doc, number, company))
        if not nobody[reading.cue] and not says_nothing(doc, reading)
        else 0.0
        for number, (reading, company) in enumerate(zip(doc.readings, companies(doc), strict=True))
    ]
