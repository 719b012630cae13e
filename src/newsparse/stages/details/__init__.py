"""Details of each attribution: to whom, how and through what, and when."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right

import attrs

from newsparse.document import Attribution, Detail, Document, Range, When
from newsparse.stages.details.addressees import find_addressee
from newsparse.stages.details.media import find_media
from newsparse.stages.details.times import Clock, Time


@attrs.frozen
class Frame:
    """Where one attribution lies, in tokens: its sentence, cue, source, pieces of content.

    Attributes:
        first, last: the sentence that holds the cue, or from the cue's sentence to the source's.
        cue, source: token ranges, or none.
        content: token ranges.
        block_end: the token after the last of the block.
    """

    first: int
    last: int
    cue: Range | None
    source: Range | None
    content: tuple[Range, ...]

    def inside(self, i: int) -> bool:
        """Whether token `i` is a part of the content."""
        return any(a <= i < b for a, b in self.content)


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
        near = times[bisect_left(starts, frame.first) : bisect_left(starts, frame.last)]
        found.append(
            Detail(
                addressee=_chars(doc, addressee),
                medium=_chars(doc, medium),
                via=_chars(doc, via),
                when=_when(doc, frame, near),
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


def _when(doc: Document, frame: Frame, near: list[Time]) -> When | None:
    """The time that the saying is dated by: outside the content, as near to the cue as can be."""
    anchor = frame.cue or frame.source
    if anchor is None:
        return None
    best: tuple[int, Time] | None = None
    for time in near:
        if frame.inside(time.first) and not _covers(frame.cue, time):
            continue
        if _of_something(doc, time):
            continue
        cost = _cost(doc, frame, anchor, time)
        if cost is not None and (best is None or cost < best[0]):
            best = cost, time
    if best is None:
        return None
    time = best[1]
    first = time.first - (time.first > 0 and doc.tokens.low[time.first - 1] == "on")
    where = doc.tokens.start[first], doc.tokens.end[time.last - 1]
    start, end = time.days
    return When(where, start, "day" if start == end else "range", None if start == end else end)


def _of_something(doc: Document, time: Time) -> bool:
    """`Monday's debate`, `the end of this month`, `more than a year ago`: no time of the saying."""
    low = doc.tokens.low
    if time.last < len(low) and low[time.last] in ("'s", "'"):
        return True
    return time.first > 1 and (low[time.first - 1] == "than" or low[time.first - 2 : time.first] == ("end", "of"))


def _covers(where: Range | None, time: Time) -> bool:
    return where is not None and where[0] <= time.first < where[1]


def _cost(doc: Document, frame: Frame, anchor: Range, time: Time) -> int | None:
    """How far the time is from the cue, in tokens that are no content; none where it dates something else."""
    low, word = doc.tokens.low, doc.tokens.word
    if _covers(frame.cue, time):
        return 0
    low_end, high = (time.last, anchor[0]) if time.first < anchor[0] else (anchor[1], time.first)
    between = [i for i in range(low_end, high) if not frame.inside(i)]
    if time.first < anchor[0]:
        fronted = all(not low[i][0].isalnum() or low[i] in _FRONT for i in range(frame.first, time.first)) or (
            low[frame.first] in ("speaking", "talking", "writing") and not any(w == "," for w in word[frame.first : time.first])
        )
        if _covers(frame.source, time):
            return 3 if any(low[i] in _MAKING for i in range(frame.source[0], time.first)) else None  # type: ignore[index]
        if fronted:
            return 4
        near = min(anchor[0], frame.source[0] if frame.source is not None and frame.source[0] >= time.last else anchor[0])
        after_source = frame.source is not None and 0 <= time.first - frame.source[1] <= 2
        if any(low[i] in ("who", "which", "that") for i in range(frame.source[1] if after_source else frame.first, time.first)):  # type: ignore[index]
            return None
        if after_source or near - time.last <= 3:
            return len(between) + 2
        return None
    if len(between) > 12 or any(low[i] in _OTHER for i in between) or any(word[i] in (";", ":") for i in between):
        return None
    return len(between)


_FRONT = frozenset("on in during at but and however also then just earlier late early for a an the so still after before since by his her their its new".split())
_MAKING = frozenset("released published issued made conducted posted taken issued written filed".split())
_OTHER = frozenset("since until who which that because although while".split())
