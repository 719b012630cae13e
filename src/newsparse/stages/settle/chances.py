"""How likely each reading is an attribution (weights in `reading_scorer.json`)."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from newsparse import linear
from newsparse.document import Document, Range, Reading

ACCEPT = 0.3
"""A reading as likely as this stands (about the cut that gives the best F1 in cross-validation)."""
_THING = frozenset("DT PS PH PO AJ w NS CN VG VD".split())
"""Classes with which a thing begins; a name or a number is what a survey finds."""
_FINITE = frozenset("BE HV MD DO Vp Vs VD".split())
_STEPS = (1e-9, 0.15, 0.35, 0.6, 0.85)
"""Where a probability passes from one step to the next; none at all is a step of its own."""


def score(tables: linear.Tables, doc: Document, number: int, inside: float, holds: float, rival: float) -> float:
    """The log-odds that a reading is an attribution.

    Args:
        tables: of the scorer.
        doc: the document with its readings.
        number: the reading's index.
        inside: the highest probability of a cue whose content holds this reading's cue.
        holds: the highest probability of a cue inside this reading's content.
        rival: the highest probability of another cue whose content overlaps this one.
    """
    reading = doc.readings[number]
    cue = doc.cues[number]
    row = doc.language.table("cues")[cue.form]
    cls, quote = doc.signals.cls, doc.signals.quote
    odds = round(2 * math.log(cue.probability / (1 - min(cue.probability, 0.999))))
    size = marks = 0
    for a, b in reading.pieces:
        size += b - a
        marks += quote[a] >= 0 and quote[b - 1] >= 0
    quoted = "all" if marks == len(reading.pieces) else "no"
    if quoted == "no" and any(max(quote[a:b]) >= 0 for a, b in reading.pieces):
        quoted = "some"
    start = reading.pieces[0][0]
    opening = "Q(" if quote[start] >= 0 else cls[start]
    large = size if size < 4 else 4 if size < 7 else 5 if size < 12 else 6 if size < 25 else 7
    headline = doc.sentences[doc.signals.sentence[cue.first]].block == 0
    family, kind, layout = row["family"], row["class"], reading.layout
    within = _step(inside)
    bias, by_odds, by_family, side, source, opens, sizes, sure, nested, crowd, head = tables
    return (
        bias("1", 0.0)
        + by_odds(odds, 0.0)
        + by_family(family, 0.0)
        + side((family, layout), 0.0)
        + source((layout, doc.sources[number].relation, quoted), 0.0)
        + opens((kind, opening), 0.0)
        + sizes((large, quoted), 0.0)
        + sure((round(reading.margin * 6), quoted), 0.0)
        + nested((within, kind), 0.0)
        + crowd((within, _step(holds), _step(rival)), 0.0)
        + head((headline, kind, layout), 0.0)
    )


def _step(chance: float) -> int:
    return bisect_right(_STEPS, chance)


def surroundings(doc: Document) -> list[tuple[float, float, float]]:
    """For each reading the `inside`, `holds` and `rival` that `score` takes."""
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
    impersonal = doc.language.words("impersonal")
    nobody = [s.span is not None and doc.tokens.low[s.span[1] - 1] in impersonal for s in doc.sources]
    return [
        linear.probability(score(tables, doc, n, *around[n]))
        if reading.pieces and not nobody[n] and not _says_nothing(doc, reading)
        else 0.0
        for n, reading in enumerate(doc.readings)
    ]


def _says_nothing(doc: Document, reading: Reading) -> bool:
    """Whether what the cue has beside it is a thing: a label, a work that is made, a thing that is found."""
    return _only_label(doc, reading) or _makes_work(doc, reading) or _finds_thing(doc, reading)


def _finds_thing(doc: Document, reading: Reading) -> bool:
    """Whether somebody comes upon a thing: `the boy found a map`, but not `the audit found a leak`."""
    cue, source, (first, last) = doc.cues[reading.cue], doc.sources[reading.cue].span, reading.pieces[0]
    cls, low = doc.signals.cls, doc.tokens.low
    if doc.language.table("cues")[cue.form]["lemma"] not in doc.language.words("finding_verbs"):
        return False
    judged = cls[last - 1] in ("VG", "AJ")  # found the place charming
    if first != cue.last or cls[first] not in _THING or judged or not _FINITE.isdisjoint(cls[first:last]):
        return False
    return source is not None and doc.language.words("documents").isdisjoint(low[source[0] : source[1]])


def _makes_work(doc: Document, reading: Reading) -> bool:
    """Whether a verb of making has a work as its object: `wrote a novel about bells`."""
    cue, (first, last) = doc.cues[reading.cue], reading.pieces[0]
    return (
        cue.last <= first
        and cue.form in doc.language.words("making_verbs")
        and doc.signals.cls[cue.last] in ("DT", "PS", "PH", "QN")
        and not doc.language.words("work_nouns").isdisjoint(doc.tokens.low[cue.last + 1 : min(cue.last + 4, last)])
    )


def _only_label(doc: Document, reading: Reading) -> bool:
    """Whether what the cue gives is nothing but a title, a name or a label in quotation marks."""
    cue, quote = doc.cues[reading.cue], doc.signals.quote
    for first, last in reading.pieces:
        if quote[first] >= 0 and doc.quotations[quote[first]].label:
            q = doc.quotations[quote[first]]
            known_as = q.first - 1 if doc.tokens.low[q.first - 1] == "as" else q.first
            if cue.last == known_as or (len(reading.pieces) == 1 and last <= q.last):
                return True
    return False


def quiet_lead_ins(doc: Document, chances: list[float]) -> list[float]:
    """Chances with those of lead-ins at nothing: `offered an assessment, saying that ...` says it once.

    And `refused to say who ...` is a refusal, whose content is all that is not said.
    """
    announcing, rows = doc.language.words("announcing"), doc.language.table("cues")
    out = list(chances)
    for n, cue in enumerate(doc.cues[:-1]):
        following = doc.cues[n + 1]
        refusal = rows[cue.form]["family"] == "refuse" and doc.tokens.low[cue.last : following.first] == ("to",)
        if refusal and _covers(doc.readings[n].pieces, following.first):
            out[n], out[n + 1] = max(chances[n], chances[n + 1]), 0.0
            continue
        if (
            rows[cue.form]["lemma"] in announcing
            and doc.signals.sentence[cue.first] == doc.signals.sentence[following.first]
            and chances[n + 1] >= ACCEPT
            and rows[following.form]["act"] == "assertion"
            and doc.readings[n + 1].layout == "after"
            and _same_source(doc, n, n + 1)
            and max(doc.signals.quote[cue.first : following.first]) < 0
        ):
            out[n] = 0.0
    return out


def _same_source(doc: Document, one: int, other: int) -> bool:
    """Whether a later cue has the source of an earlier one, or one that names nobody else."""
    first, second = doc.sources[one].span, doc.sources[other].span
    if first is None or second is None:
        return second is None
    return first[0] < second[1] and second[0] < first[1]
