"""Cues that only lead in to the next one: `offered an assessment, saying that ...` says it once."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Document
from newsparse.stages.settle.pieces import covers


def quiet_lead_ins(doc: Document, chances: Sequence[float], accept: float) -> list[float]:
    """The chances of the readings, those of lead-ins, and of what is refused to be said, at nothing.

    Args:
        doc: the document with its readings.
        chances: of the readings.
        accept: the chance from which a reading stands.
    """
    out = list(chances)
    by_cue: dict[int, list[int]] = {}
    for number, reading in enumerate(doc.readings):
        by_cue.setdefault(reading.cue, []).append(number)
    for cue, here in by_cue.items():
        following = by_cue.get(cue + 1)
        if following is None:
            continue
        likely = max(chances[n] for n in following)
        if _refuses(doc, cue):
            whole = [n for n in here if covers(doc.readings[n].pieces, doc.cues[cue + 1].first)]
            for n in whole:
                out[n] = max(chances[n], likely)
            _silence(out, following if whole else ())
        elif likely >= accept and _leads_in(doc, cue, following[0]):
            _silence(out, here)
    return out


def _silence(chances: list[float], numbers: Sequence[int]) -> None:
    for n in numbers:
        chances[n] = 0.0


def _refuses(doc: Document, cue: int) -> bool:
    """Whether a cue refuses what the next says: `refused to say who` is a refusal, its content all that is not said."""
    one, other = doc.cues[cue], doc.cues[cue + 1]
    family = doc.language.table("cues")[one.form]["family"]
    return family == "refuse" and doc.tokens.low[one.last : other.first] == ("to",)


def _leads_in(doc: Document, cue: int, following: int) -> bool:
    """Whether a cue announces what the reading `following`, of the next cue and the same source, tells."""
    one, other = doc.cues[cue], doc.cues[cue + 1]
    rows = doc.language.table("cues")
    return (
        rows[one.form]["lemma"] in doc.language.words("announcing")
        and doc.signals.sentence[one.first] == doc.signals.sentence[other.first]
        and rows[other.form]["act"] == "assertion"
        and doc.readings[following].layout == "after"
        and _same_source(doc, cue, cue + 1)
        and max(doc.signals.quote[one.first : other.first]) < 0
    )


def _same_source(doc: Document, one: int, other: int) -> bool:
    """Whether a later cue has the source of an earlier one, or one that names nobody else."""
    first, second = doc.sources[one].span, doc.sources[other].span
    if first is None or second is None:
        return second is None
    return first[0] < second[1] and second[0] < first[1]
