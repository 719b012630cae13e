"""How likely each reading is an attribution (weights in `reading_scorer.json`)."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from newsparse import linear
from newsparse.document import Document, Range, Reading
from newsparse.stages.settle.pieces import covers, overlap

ACCEPT = 0.33
"""A reading with as much support as this stands (about the cut that gives the best F1 in cross-validation)."""
_STEPS = (1e-9, 0.15, 0.35, 0.6, 0.85)
"""Where a probability passes from one step to the next; none at all is a step of its own."""
_ODDS = tuple(1 / (1 + math.exp(-(step + 0.5) / 2)) for step in range(-11, 11))
"""Where a probability passes from one step of log-odds (a half each, from -11 to 11) to the next."""
_SIZES = (1, 2, 3, 4, 7, 12, 25)
"""Where the tokens of a content pass from one step to the next."""
_FINITE = frozenset("BE HV MD DO Vp Vs VD HD".split())
"""Classes that may be a finite verb."""
NEIGHBOURS = 8
"""How many cues before and after it in its sentence matter to a reading."""


Company = tuple[int, int, int]
"""What stands around a reading, as steps of probability.

The highest of a cue whose likeliest content holds this reading's cue, of a cue inside this reading's content, and of
another cue whose likeliest content overlaps this one.
"""
ALONE: Company = (0, 0, 0)
"""That of the only cue of its sentence."""


def scores(
    tables: linear.Tables, doc: Document, readings: Sequence[Reading], companies: Sequence[Company]
) -> list[float]:
    """The log-odds that each reading is an attribution, and its content the best of its cue's readings.

    What the cue decides is looked up once for its readings, which follow each other.
    """
    cls, quote, low, rows = doc.signals.cls, doc.signals.quote, doc.tokens.low, doc.language.table("cues")
    bias, by_odds, by_family, side, source, opens, sizes, sure, nested, crowd, head, both, verbs, edges = tables
    number, out = -1, []
    for reading, company in zip(readings, companies, strict=True):
        if reading.cue != number:
            number = reading.cue
            cue, place = doc.cues[number], doc.sources[number]
            row = rows[cue.form]
            family, kind = row["family"], row["class"]
            odds, before_source = _odds(cue.probability), _before_source(doc, place.span)
            within = doc.signals.sentence[cue.first]  # what is said stands in it too
            sentence, quoting = doc.sentences[within], doc.signals.quoting[within]
            end, leads = sentence.last, sentence.block == 0
            of_cue = bias("1", 0.0) + by_odds(odds, 0.0) + by_family(family, 0.0)
        layout, margin, pieces = reading.layout, reading.margin, reading.pieces
        size, finite, quoted = _measure(cls, quote if quoting else None, pieces)
        start = pieces[0][0]
        last_start, stop = pieces[-1]
        after = low[stop] if stop < end else "$"
        after_that = cls[stop + 1] if stop + 1 < end else "$"
        out.append(
            of_cue
            + side((family, layout), 0.0)
            + source((layout, place.relation, quoted), 0.0)
            + opens((kind, "Q(" if quote[start] >= 0 else cls[start]), 0.0)
            + sizes((size, quoted), 0.0)
            + sure((round(margin * 6), quoted), 0.0)
            + nested((company[0], kind), 0.0)
            + crowd(company, 0.0)
            + head((leads, kind, layout), 0.0)
            + both((_odds(margin), odds), 0.0)
            + verbs((finite, cls[last_start - 1], kind), 0.0)
            + edges((before_source, after, after_that), 0.0)
        )
    return out


def _odds(chance: float) -> int:
    """A probability as steps of log-odds."""
    return bisect_right(_ODDS, chance) - 11


def _measure(cls: Sequence[str], quote: Sequence[int] | None, pieces: Sequence[Range]) -> tuple[int, int, str]:
    """The size of the content, in steps; how many words of it may be finite verbs, up to three; and what is quoted.

    Of it "all" is if all pieces are whole quotations, else "some" words or "no"; without `quote` nothing is.
    """
    size = finite = 0
    whole, some = True, False
    for a, b in pieces:
        size += b - a
        for kind in cls[a:b] if finite < 3 else ():
            if kind in _FINITE:
                finite += 1
                if finite == 3:
                    break
        if quote is not None:
            first, last = quote[a] >= 0, quote[b - 1] >= 0
            whole = whole and first and last
            some = some or first or last or quote[a:b].count(-1) < b - a
    quoted = "no" if quote is None else "all" if whole else "some" if some else "no"
    return bisect_right(_SIZES, size), finite, quoted


def _before_source(doc: Document, source: Range | None) -> str:
    """The class of what stands before the source."""
    if source is None:
        return "-"
    first = source[0]
    return doc.signals.cls[first - 1] if first > doc.sentences[doc.signals.sentence[first]].first else "^"


Neighbour = tuple[int, int, Sequence[Range]]
"""Another cue of the sentence: its token, the step of its probability, and its likeliest content."""


def companies(doc: Document, groups: Sequence[Range]) -> list[Company]:
    """What stands around each reading; `groups` are those of each cue."""
    readings, cues, of = doc.readings, doc.cues, doc.signals.sentence
    out: list[Company] = []
    likeliest = {readings[first].cue: readings[first].pieces for first, _ in groups}
    begin = end = 0  # the cues of a sentence follow each other
    of_sentence: list[Neighbour] = []
    for first, last in groups:
        number = readings[first].cue
        if number >= end:
            sentence = of[cues[number].first]
            begin, end = end, number + 1
            while of[cues[begin].first] != sentence:
                begin += 1
            while end < len(cues) and of[cues[end].first] == sentence:
                end += 1
            of_sentence = [
                (cues[m].first, bisect_right(_STEPS, cues[m].probability), likeliest.get(m, ()))
                for m in (range(begin, end) if end - begin > 1 else ())
            ]
        if not of_sentence:
            out += [ALONE] * (last - first)
            continue
        at = number - begin
        near = of_sentence[max(0, at - NEIGHBOURS) : at] + of_sentence[at + 1 : at + NEIGHBOURS]
        inside = 0
        for _, step, pieces in near:
            if step > inside and covers(pieces, cues[number].first):
                inside = step
        out += [_company(inside, reading.pieces, near) for reading in readings[first:last]]
    return out


def _company(inside: int, pieces: Sequence[Range], near: Sequence[Neighbour]) -> Company:
    holds = rival = 0
    for cue, step, other in near:
        if covers(pieces, cue):
            if step > holds:
                holds = step
        elif step > rival and overlap(pieces, other):
            rival = step
    return inside, holds, rival


def weigh(doc: Document, groups: Sequence[Range]) -> list[float]:
    """The probability of each reading; `groups` are those of each cue."""
    tables = linear.load_tables(doc.language, "reading_scorer")
    return [linear.probability(score) for score in scores(tables, doc, doc.readings, companies(doc, groups))]
