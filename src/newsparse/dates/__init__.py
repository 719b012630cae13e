"""Dates and times as printed: what they look like, and what they say.

`shapes` has the patterns by which a stretch is cut out as a date: our own (`english`, `abroad`), because dateparser,
let loose on ordinary words, would read *may* as a month. They tell day, month, year, time and zone apart, so that
nothing is left to guess. `moments` reads such a stretch, with `clock` for its time and `past` for "2 hours ago".

A year left out is the nearest one; 03/04/2021 is no day until an order is known, or its weekday is printed with it;
letters of a zone stand for summer time where the day has it; "4 months ago" names no day, and Tuesday in an article of
a Tuesday is that day.

The days told in sentences ("on Tuesday", "last week", "Sept. 18") never come here: the stage for details has their
words as tokens already, and does its sums with `reckon`.
"""

from newsparse.dates.clock import Moment, read_clock
from newsparse.dates.moments import is_ambiguous, read_moment
from newsparse.dates.shapes import clock_pattern, may_tell_past, moment_pattern, relative_pattern
from newsparse.dates.words import as_listed

__all__ = [
    "Moment",
    "as_listed",
    "clock_pattern",
    "is_ambiguous",
    "may_tell_past",
    "moment_pattern",
    "read_clock",
    "read_moment",
    "relative_pattern",
]
