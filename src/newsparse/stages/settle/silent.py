"""Readings in which nothing is said: what stands beside the cue is a thing."""

from __future__ import annotations

from newsparse.document import Document, Reading

_THING = frozenset("DT PS PH PO AJ w NS CN VG VD".split())
"""Classes with which a thing begins; a name or a number is what a survey finds."""
_FINITE = frozenset("BE HV MD DO Vp Vs VD".split())


def says_nothing(doc: Document, reading: Reading) -> bool:
    """Whether what the cue has beside it is a label, a work that is made, or a thing that is found."""
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
