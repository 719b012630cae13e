"""Details of each attribution: to whom, how and through what, and when."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

import attrs

from newsparse.document import Attribution, Detail, Document, Range
from newsparse.stages.details.addressees import find_addressee
from newsparse.stages.details.frame import Frame
from newsparse.stages.details.media import find_media
from newsparse.stages.details.times import Clock
from newsparse.stages.details.traces import find_traces
from newsparse.stages.details.when import find_when

_NOTHING = Detail()


def find_details(doc: Document) -> tuple[Detail, ...]:
    """One `Detail` for each attribution, in the same order."""
    if not len(doc.tokens) or not doc.sentences:
        return (_NOTHING,) * len(doc.attributions)
    base = _base(doc)
    timed, told = find_traces(doc)
    times = list(Clock(doc, base).times(timed)) if base is not None else []
    starts = [t.first for t in times]
    found = []
    for attribution in doc.attributions:
        frame = _frame(doc, attribution)
        if frame is None:
            found.append(_NOTHING)
            continue
        addressee = find_addressee(doc, frame)
        medium = via = when = None
        traces = _within(told, frame)
        if traces or addressee is not None:
            medium, via = find_media(doc, frame, addressee, traces)
        if _within(starts, frame):
            when = find_when(doc, frame, times, starts)
        if addressee is None and medium is None and via is None and when is None:
            found.append(_NOTHING)
        else:
            found.append(
                Detail(addressee=_chars(doc, addressee), medium=_chars(doc, medium), via=_chars(doc, via), when=when)
            )
    return tuple(_shared(doc, found))


def _within(places: list[int], frame: Frame) -> list[int]:
    """Those of the tokens, which are in order, that lie in the sentence."""
    at = bisect_left(places, frame.first)
    if at == len(places) or places[at] >= frame.last:
        return []
    return places[at : bisect_left(places, frame.last, at)]


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


def _frame(doc: Document, attribution: Attribution) -> Frame | None:
    start, cue, source = doc.tokens.start, attribution.cue, attribution.source
    if source is not None:
        first = bisect_left(start, source[0])
        source = first, bisect_left(start, source[1], first)
    if cue is not None:
        first = bisect_left(start, cue[0])
        cue = first, bisect_left(start, cue[1], first)
        if cue[0] >= cue[1]:
            cue = None
    anchor = cue or source
    if anchor is None or anchor[0] >= len(start):
        return None
    sentence = doc.sentences[doc.signals.sentence[anchor[0]]]
    return Frame(sentence.first, sentence.last, cue, source, attribution.content, start)
