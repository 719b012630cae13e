"""Readings in which nothing is said: nobody is there to say it, or what stands beside the cue is a thing."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from newsparse.document import Cue, Document, Range, Reading
from newsparse.lang import Language

_THING = frozenset("DT PS PH PO AJ w NS CN VG VD".split())
"""Classes with which a thing begins; a name or a number is what a survey finds."""
_PARTING = frozenset(", : - TH WD WP WH SB".split())
"""Classes before which a thing ends, and more about it begins."""
_UNITS = frozenset("second seconds minute minutes hour hours day days week weeks month months year years".split())
_ANSWERED = frozenset("returned answered acknowledged unanswered unreturned".split())
_LONGEST_HEADING = 4
_FINITE = frozenset("BE HV MD DO Vp Vs VD".split())


def silence(doc: Document, groups: Sequence[Range], chances: Sequence[float]) -> list[float]:
    """The chances of the readings, those in which nothing is said at nothing.

    Args:
        doc: the document with its readings.
        groups: the readings of each cue.
        chances: of the readings.
    """
    out = list(chances)
    low, suspects, impersonal = doc.tokens.low, _suspects(doc.language), doc.language.words("impersonal")
    labels = any(q.label for q in doc.quotations)
    for first, last in groups:
        number = doc.readings[first].cue
        cue, source = doc.cues[number], doc.sources[number].span
        around = low[cue.last - 1 : cue.last + 1]
        if (
            (source is not None and low[source[1] - 1] in impersonal)
            or (":" in around and _is_heading(doc, cue))
            or (cue.form == "said" and low[cue.first - 1] == "that" and _that_said(doc, cue))
        ):
            out[first:last] = [0.0] * (last - first)
            continue
        # hardly a cue has what the rules of a content need first of all, so that few readings are asked
        suspect, lasting = cue.form in suspects, "for" in around
        if suspect or lasting or labels:
            for n in range(first, last):
                reading = doc.readings[n]
                if (
                    (suspect and _is_turn_of_phrase(doc, reading))
                    or (lasting and _lasts(doc, reading))
                    or (labels and _only_label(doc, reading))
                ):
                    out[n] = 0.0
    return out


def _is_turn_of_phrase(doc: Document, reading: Reading) -> bool:
    """Whether what a cue of `_suspects` means makes nothing said beside it."""
    return (
        _makes_work(doc, reading)
        or _finds_thing(doc, reading)
        or _unanswered(doc, reading)
        or _only_feels(doc, reading)
    )


@functools.cache
def _suspects(language: Language) -> frozenset[str]:
    """The forms of cues that may be of a turn of phrase, or have a thing beside them."""
    lemmas = language.words("finding_verbs") | language.words("ways_to_reach") | language.words("liking_verbs")
    rows = language.table("cues")
    forms = frozenset(form for form, lemma in zip(rows, rows.column("lemma"), strict=True) if lemma in lemmas)
    return forms | language.words("making_verbs")


def _only_feels(doc: Document, reading: Reading) -> bool:
    """Whether somebody feels something about what a lone pronoun stands for: `the crew hated it`."""
    first, last = reading.pieces[0]
    if last - first > 1 or doc.signals.cls[first] not in ("PX", "PO", "PH"):
        return False
    return doc.language.table("cues")[doc.cues[reading.cue].form]["lemma"] in doc.language.words("liking_verbs")


def _unanswered(doc: Document, reading: Reading) -> bool:
    """Whether somebody could not be reached: `Calls to its lawyer were not returned`."""
    cue, low, (first, last) = doc.cues[reading.cue], doc.tokens.low, reading.pieces[-1]
    if doc.language.table("cues")[cue.form]["lemma"] not in doc.language.words("ways_to_reach"):
        return False
    return doc.signals.cls[cue.first] != "Vp" and not _ANSWERED.isdisjoint(low[first : min(last + 1, len(low))])


def _that_said(doc: Document, cue: Cue) -> bool:
    """Whether the cue is that of `That said, the mill still turns`, which grants and reports nothing."""
    first, last = cue.first, cue.last
    low, begin = doc.tokens.low, doc.sentences[doc.signals.sentence[first]].first
    return first == begin + 1 and low[begin : last + 1] == ("that", "said", ",")


def _is_heading(doc: Document, cue: Cue) -> bool:
    """Whether a colon only parts a line's heading from the line: `Update 10:30: Road closed`, `Note: no trams run`."""
    low = doc.tokens.low
    colon = cue.first if cue.form == ":" else cue.last
    first, known = doc.sentences[doc.signals.sentence[cue.first]].first, doc.language.words("not_labels")
    if not 0 < colon - first <= _LONGEST_HEADING or colon >= len(low) or low[colon] != ":":
        return False
    if low[colon - 1] in doc.language.words("documents") and cue.form == ":":
        return False
    heading = low[first:colon]
    return " ".join(heading) in known or (heading[0] in known and doc.signals.cls[colon - 1] == "NU")


def _lasts(doc: Document, reading: Reading) -> bool:
    """Whether what follows is how long somebody spoke: `spoke for an hour`."""
    low, cue, first = doc.tokens.low, doc.cues[reading.cue], reading.pieces[0][0]
    first += low[first] == "for"
    return (
        0 <= first - cue.last <= 1
        and low[first - 1] == "for"
        and doc.signals.cls[first] in ("DT", "NU", "QN")
        and not _UNITS.isdisjoint(low[first + 1 : first + 3])
    )


def _finds_thing(doc: Document, reading: Reading) -> bool:
    """Whether somebody comes upon a thing: `the boy found a map that ...`, but not `the audit found a leak`."""
    cue, source, (first, last) = doc.cues[reading.cue], doc.sources[reading.cue].span, reading.pieces[0]
    cls, low = doc.signals.cls, doc.tokens.low
    if doc.language.table("cues")[cue.form]["lemma"] not in doc.language.words("finding_verbs"):
        return False
    if first != cue.last or cls[first] not in _THING:
        return False
    last = next((k for k in range(first, last) if cls[k] in _PARTING), last)
    if cls[last - 1] in ("VG", "AJ") or not _FINITE.isdisjoint(cls[first:last]):  # found the place charming
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
