"""Details of each attribution: to whom, how and through what, and when."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left

import attrs

from newsparse.document import Attribution, Detail, Document, Range, Sentence
from newsparse.stages.details.addressees import find_addressee, may_be_told
from newsparse.stages.details.frame import Frame
from newsparse.stages.details.media import find_media
from newsparse.stages.details.times import Clock
from newsparse.stages.details.traces import find_traces, sought_for_details
from newsparse.stages.details.when import find_when

__all__ = ["find_details", "sought_for_details"]

_NOTHING = Detail()


def find_details(doc: Document) -> tuple[Detail, ...]:
    """One `Detail` for each attribution, in the same order."""
    if not len(doc.tokens) or not doc.sentences:
        return (_NOTHING,) * len(doc.attributions)
    base, sentence = _base(doc), doc.signals.sentence
    cues, numbers = [], []
    for attribution in doc.attributions:
        cue, anchor = _anchor(doc, attribution)
        cues.append(cue)
        numbers.append(None if anchor is None else sentence[anchor])
    traces = find_traces(doc, base, {n for n in numbers if n is not None})
    times = list(Clock(doc, base).times(traces.times)) if base is not None else []
    starts = [time.first for time in times]
    dated = {sentence[first] for first in starts}
    found = []
    for attribution, cue, number in zip(doc.attributions, cues, numbers, strict=True):
        if number is None:
            found.append(_NOTHING)
            continue
        told = cue is not None and may_be_told(doc, doc.sentences[number].first, cue)
        openings, according = traces.media.get(number), number in traces.according
        if not (told or according or openings is not None or number in dated):
            found.append(_NOTHING)
            continue
        frame = _frame(doc, attribution, cue, doc.sentences[number])
        addressee = find_addressee(doc, frame) if told else None
        medium = via = when = None
        if openings is not None or according or addressee is not None:
            medium, via = find_media(doc, frame, addressee, openings, according=according)
        if number in dated:
            when = find_when(doc, frame, times, starts)
        if addressee is None and medium is None and via is None and when is None:
            found.append(_NOTHING)
        else:
            found.append(
                Detail(addressee=_chars(doc, addressee), medium=_chars(doc, medium), via=_chars(doc, via), when=when)
            )
    return tuple(_shared(doc, found))


def _shared(doc: Document, found: list[Detail]) -> list[Detail]:
    """A second verb of the same source in the same sentence has the time and outlet of the first."""
    first: dict[tuple[Range, int], int] = {}
    for i, attribution in enumerate(doc.attributions):
        if attribution.source is None or attribution.cue is None:
            continue
        k = first.setdefault((attribution.source, attribution.sentence), i)
        if k != i and found[k] is not _NOTHING and attribution.head.endswith("ing"):
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


def _anchor(doc: Document, attribution: Attribution) -> tuple[Range | None, int | None]:
    """The tokens of the cue, if any, and the first one of it, or else of the source."""
    start, cue, source = doc.tokens.start, attribution.cue, attribution.source
    if cue is not None:
        first = bisect_left(start, cue[0])
        last = bisect_left(start, cue[1], first)
        if first < last:
            return (first, last), first
    if source is None:
        return None, None
    first = bisect_left(start, source[0])
    return None, first if first < len(start) else None


def _frame(doc: Document, attribution: Attribution, cue: Range | None, sentence: Sentence) -> Frame:
    start, source = doc.tokens.start, attribution.source
    if source is not None:
        first = bisect_left(start, source[0])
        source = first, bisect_left(start, source[1], first)
    return Frame(sentence.first, sentence.last, cue, source, attribution.content, start)
