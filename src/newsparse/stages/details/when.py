"""Which of the times in a sentence is the time of the saying."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from newsparse.dates.reckon import Days
from newsparse.document import Document, Range, When
from newsparse.stages.details.frame import Frame
from newsparse.stages.details.times import Time

_REACH = 60
"""A time further from the verb than so many tokens dates something else."""
_COMING = frozenset({"will", "shall", "'ll", "won't"})
_COMING_WITH_TO = frozenset(
    "is are plans plan intends intend expects expect expected scheduled due going set about".split()
)
_FINITE = frozenset({"BE", "HV", "DO", "MD", "VD", "Vs", "Vp"})
"""Classes of verbs that a time behind them dates."""
_SUBORDINATORS = frozenset({"if", "although", "though", "because", "since", "unless", "once"})
_PARTS = frozenset(
    "beginning close days end half middle months most much part quarter quarters rest start weeks years".split()
)
"""What is a part of a time: `the last months of 2015`."""
_OPENING = 12
"""So many tokens at most stand before a time that opens its sentence."""


def find_when(doc: Document, frame: Frame, times: list[Time], starts: list[int]) -> When | None:
    """The time that the saying is dated by: outside the content, as near to the cue as can be.

    Args:
        doc: the document.
        frame: where the attribution lies.
        times: all times of the document.
        starts: their first tokens.
    """
    anchor = frame.cue or frame.source
    if anchor is None:
        return None
    best: tuple[int, Time] | None = None
    for time in _near(frame, anchor, times, starts):
        if (frame.inside(time.first) and not _covers(frame.cue, time)) or _of_something(doc, time):
            continue
        cost = _cost(doc, frame, anchor, time)
        if cost is not None and (best is None or cost < best[0]):
            best = cost, time
    if best is None:
        return None
    time = best[1]
    return _when(doc, time, time.ahead if time.ahead is not None and _looks_ahead(doc, frame) else time.days)


def _looks_ahead(doc: Document, frame: Frame) -> bool:
    """Whether the saying itself is to come: `will tell`, `is to announce`, `plans to ask`."""
    if frame.cue is None:
        return False
    low, (first, last) = doc.tokens.low, frame.cue
    words = low[max(frame.first, first - 2) : last] if frame.source != (first - 1, first) else low[first:last]
    if not _COMING.isdisjoint(words):
        return True
    return any(to == "to" and verb in _COMING_WITH_TO for verb, to in pairwise(words))


def _near(frame: Frame, anchor: Range, times: list[Time], starts: list[int]) -> list[Time]:
    """The times that open the sentence, and those within reach of the verb."""
    begin = bisect_left(starts, max(frame.first, anchor[0] - _REACH))
    end = bisect_left(starts, min(frame.last, anchor[1] + _REACH))
    first = bisect_left(starts, frame.first)
    return times[first : min(begin, bisect_left(starts, frame.first + _OPENING))] + times[begin:end]


def _when(doc: Document, time: Time, days: Days) -> When:
    first = time.first - (time.first > 0 and doc.tokens.low[time.first - 1] == "on")
    where = doc.tokens.start[first], doc.tokens.end[time.last - 1]
    start, end = days
    return When(where, start, "day" if start == end else "range", None if start == end else end)


def _of_something(doc: Document, time: Time) -> bool:
    """`Monday's debate`, `the end of this month`, `more than a year ago`: no time of the saying."""
    low = doc.tokens.low
    if time.last < len(low) and low[time.last] in ("'s", "'"):
        return True
    if time.first < 2:
        return False
    return low[time.first - 1] == "than" or (low[time.first - 1] == "of" and low[time.first - 2] in _PARTS)


def _covers(where: Range | None, time: Time) -> bool:
    return where is not None and where[0] <= time.first < where[1]


def _cost(doc: Document, frame: Frame, anchor: Range, time: Time) -> int | None:
    """How far the time is from the cue; none where it dates something else."""
    if _covers(frame.cue, time):
        return 0
    if time.first < anchor[0] or _covers(frame.source, time):
        return _cost_before(doc, frame, anchor, time)
    low, word = doc.tokens.low, doc.tokens.word
    openers = doc.language.words("clause_openers")
    source = frame.source or (0, 0)
    between = [i for i in range(anchor[1], time.first) if not frame.inside(i) and not source[0] <= i < source[1]]
    if len(between) > 12 or any(low[i] in openers or word[i] in (";", ":") for i in between):
        return None
    cls, made = doc.signals.cls, doc.language.words("made_public")
    if any(cls[i] in _FINITE and low[i] not in made for i in between if i < len(cls)):
        return None
    return len(between)


def _cost_before(doc: Document, frame: Frame, anchor: Range, time: Time) -> int | None:
    """The same for a time before the verb: in a dated source, at the sentence's opening, or close by."""
    low = doc.tokens.low
    source = frame.source
    if source is not None and source[0] <= time.first < source[1]:
        made, documents = doc.language.words("made_public"), doc.language.words("documents")
        dated = low[time.last : time.last + 1] and low[time.last] in documents  # a June report
        return 3 if dated or any(low[i] in made for i in range(source[0], time.first)) else None
    if _opens(doc, frame, time):
        return 4
    right_after = source is not None and 0 <= time.first - source[1] <= 2
    begin = source[1] if source is not None and right_after else max(frame.first, time.first - _REACH)
    if any(low[i] in ("who", "which", "that") for i in range(begin, time.first)):
        return None
    if _subordinate(doc, frame, anchor, time):
        return None
    near = source[0] if source is not None and time.last <= source[0] < anchor[0] else anchor[0]
    return near - time.last + 2 if right_after or near - time.last <= 3 else None


def _subordinate(doc: Document, frame: Frame, anchor: Range, time: Time) -> bool:
    """`If the talks end in July, they say ...`: the time is that of the clause in front."""
    low, word = doc.tokens.low, doc.tokens.word
    return low[frame.first] in _SUBORDINATORS and any(word[i] == "," for i in range(time.last, anchor[0]))


def _opens(doc: Document, frame: Frame, time: Time) -> bool:
    """`On Friday, ...`, `Earlier this week ...`, `Speaking to students on Monday, ...`."""
    low, word = doc.tokens.low, doc.tokens.word
    if time.first - frame.first > _OPENING:
        return False
    before = range(frame.first, time.first)
    if low[frame.first] in ("speaking", "talking", "writing"):
        return all(word[i] != "," for i in before)
    openers = doc.language.words("before_times")
    return all(not low[i][0].isalnum() or low[i] in openers for i in before)
