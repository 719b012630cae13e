"""Details of each attribution: to whom, how and through what, and when."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right

import attrs

from newsparse.document import Attribution, Detail, Document, Range
from newsparse.stages.details.addressees import find_addressee
from newsparse.stages.details.frame import Frame
from newsparse.stages.details.media import find_media
from newsparse.stages.details.times import Clock
from newsparse.stages.details.when import find_when


def find_details(doc: Document) -> tuple[Detail, ...]:
    """One `Detail` for each attribution, in the same order."""
    if not len(doc.tokens):
        return tuple(Detail() for _ in doc.attributions)
    base = _base(doc)
    times = list(Clock(doc, base).times()) if base is not None else []
    starts = [t.first for t in times]
    names = {m.range: m for m in doc.mentions if m.kind == "name"}
    outlets = [m.name for m in names.values() if m.speaker_kind == "organization"]
    outlet_starts = [r[0] for r in outlets]
    sentence_starts = [s.first for s in doc.sentences]
    found = []
    for attribution in doc.attributions:
        frame = _frame(doc, sentence_starts, attribution)
        if frame is None:
            found.append(Detail())
            continue
        addressee = find_addressee(doc, frame)
        medium, via = find_media(doc, frame, addressee, outlets, outlet_starts)
        found.append(
            Detail(
                addressee=_chars(doc, addressee),
                medium=_chars(doc, medium),
                via=_chars(doc, via),
                when=find_when(doc, frame, times, starts),
            )
        )
    return tuple(_shared(doc, found))


def _shared(doc: Document, found: list[Detail]) -> list[Detail]:
    """A second verb of the same source in the same sentence has the time and outlet of the first."""
    first: dict[tuple[Range, int], int] = {}
    for i, attribution in enumerate(doc.attributions):
        if attribution.source is None or attribution.cue is None:
            continue
        k = first.setdefault((attribution.source, attribution.sentence), i)
        if k != i and attribution.head.endswith("ing"):
            found[i] = attrs.evolve(found[i], when=found[i].when or found[k].when, via=found[i].via or found[k].via)
    return found


def _base(doc: Document) -> dt.date | None:
    published = doc.header.published
    if published is None:
        return None
    value = published.value
    return value.date() if isinstance(value, dt.datetime) else value


def _chars(doc: Document, tokens: Range | None) -> Range | None:
    if tokens is None or tokens[0] >= tokens[1]:
        return None
    return doc.tokens.start[tokens[0]], doc.tokens.end[tokens[1] - 1]


def _tokens(doc: Document, where: Range) -> Range:
    start = doc.tokens.start
    return bisect_left(start, where[0]), bisect_left(start, where[1])


def _frame(doc: Document, sentence_starts: list[int], attribution: Attribution) -> Frame | None:
    if attribution.cue is None and attribution.source is None:
        return None
    cue = _tokens(doc, attribution.cue) if attribution.cue is not None else None
    source = _tokens(doc, attribution.source) if attribution.source is not None else None
    if cue is not None and cue[0] >= cue[1]:
        cue = None
    anchor = cue or source
    if anchor is None or anchor[0] >= len(doc.tokens) or not doc.sentences:
        return None
    sentence = doc.sentences[max(0, bisect_right(sentence_starts, anchor[0]) - 1)]
    content = tuple(_tokens(doc, piece) for piece in attribution.content)
    return Frame(sentence.first, sentence.last, cue, source, content)
