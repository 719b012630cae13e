"""Cues that only lead in to the next one: `offered an assessment, saying that ...` says it once."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from itertools import pairwise

from newsparse.document import Document, Range
from newsparse.lang import Language
from newsparse.stages.settle.pieces import covers


def quiet_lead_ins(doc: Document, groups: Sequence[Range], chances: Sequence[float], accept: float) -> list[float]:
    """The chances of the readings, those of lead-ins, and of what is refused to be said, at nothing.

    Args:
        doc: the document with its readings.
        groups: the readings of each cue.
        chances: of the readings.
        accept: the chance from which a reading stands.
    """
    out = list(chances)
    leading = _leading(doc.language)
    for (first, last), (following, end) in pairwise(groups):
        cue = doc.readings[first].cue
        family = leading.get(doc.cues[cue].form)
        if family is None or doc.readings[following].cue != cue + 1:
            continue
        likely = max(chances[following:end])
        if family == "refuse" and _refuses(doc, cue):
            token = doc.cues[cue + 1].first
            whole = [n for n in range(first, last) if covers(doc.readings[n].pieces, token)]
            for n in whole:
                out[n] = max(chances[n], likely)
            if whole:
                out[following:end] = [0.0] * (end - following)
        elif likely >= accept and _leads_in(doc, cue, following):
            out[first:last] = [0.0] * (last - first)
    return out


@functools.cache
def _leading(language: Language) -> Mapping[str, str]:
    """The forms of cues that may lead in to the next or refuse what it says, with their families."""
    announcing, rows = language.words("announcing"), language.table("cues")
    leading = zip(rows, rows.column("family"), rows.column("lemma"), strict=True)
    return {form: family for form, family, lemma in leading if family == "refuse" or lemma in announcing}


def _refuses(doc: Document, cue: int) -> bool:
    """Whether a cue of refusing refuses what the next says: `refused to say who`, its content all that is not said."""
    return doc.tokens.low[doc.cues[cue].last : doc.cues[cue + 1].first] == ("to",)


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
