"""Times past, reckoned from a moment: `2 hours ago`, `yesterday at 4:30 p.m.`, `vor drei Wochen`.

What other languages say of them is read by dateparser, which is imported on first use, here and nowhere else.
"""

from __future__ import annotations

import datetime as dt
import functools

import regex

from newsparse.dates.clock import Moment, plain_day, read_clock
from newsparse.dates.shapes import relative_pattern
from newsparse.dates.words import as_listed, words_of_time
from newsparse.model import Precision

_LEAP_YEAR = dt.datetime(2000, 12, 31)
"""Where dateparser stands for "ago": one day for all, so that what it read can be kept."""


def read_past(cut: str, code: str, base: dt.date, timezone: dt.tzinfo | None) -> Moment | None:
    """The moment of a stretch that counts back from `base` (`2 hours ago`, `yesterday`), or names a weekday alone."""
    found = relative_pattern(code).fullmatch(cut)
    if found is not None:
        return (_counted if code == "en" else _counted_abroad)(found, code, base, timezone)
    weekday = words_of_time(code, "weekday").get(as_listed(cut)) if len(cut) > 5 else None
    day = None if weekday is None else _before(plain_day(base), dt.timedelta((base.weekday() - weekday) % 7))
    return None if day is None else (day, "day")


def _counted(found: regex.Match[str], code: str, base: dt.date, timezone: dt.tzinfo | None) -> Moment | None:
    """The moment of `2 hours ago`; none for "4 months ago", which names no day, and for hours before a bare day."""
    group = found.group
    if group("day"):
        day = _before(plain_day(base), dt.timedelta(as_listed(group("day")) == "yesterday"))
        if day is None or not group("hour"):
            return None if day is None else (day, "day")
        return read_clock(found, day, timezone, code)
    if not group("ago"):
        return None
    count = int(group("count")) if group("count").isdigit() else words_of_time(code, "count")[as_listed(group("count"))]
    exact = isinstance(base, dt.datetime) and (group("hours") or group("minutes"))
    if exact:
        by = dt.timedelta(hours=count) if group("hours") else dt.timedelta(minutes=count)
    elif group("days") or group("weeks"):
        by = dt.timedelta(count * (7 if group("weeks") else 1))
    else:
        return None
    value = _before(base if exact else plain_day(base), by)
    precision: Precision = "day" if not exact else "hour" if group("hours") else "minute"
    return None if value is None else (value, precision)


def _counted_abroad(found: regex.Match[str], code: str, base: dt.date, timezone: dt.tzinfo | None) -> Moment | None:
    if found.group("day"):
        back = words_of_time(code, "day")[as_listed(found.group("day"))]
        day = _before(plain_day(base), dt.timedelta(-back))
        if day is None or not found.group("hour"):
            return None if day is None else (day, "day")
        return read_clock(found, day, timezone, code)
    exact = isinstance(base, dt.datetime) and bool(found.group("minutes") or found.group("hours"))
    said = as_listed(found.group())
    if not exact and not any(word in words_of_time(code, "span") for word in said.split()):
        return None  # "4 months ago" names no day, and hours before a bare day may be of that day or the one before
    count = as_listed(found.group("count"))
    figure = words_of_time(code, "count").get(count, count)
    read = _by_dateparser(said.replace(count, f"{figure} ", 1), code)
    value = None if read is None else _before(base if exact else plain_day(base), _LEAP_YEAR - read)
    precision: Precision = "day" if not exact else "hour" if found.group("hours") else "minute"
    return None if value is None else (value, precision)


def _before(base: dt.date, by: dt.timedelta) -> dt.date | None:
    try:
        return base - by
    except OverflowError:
        return None


@functools.lru_cache(maxsize=1024)
def _by_dateparser(said: str, code: str) -> dt.datetime | None:
    """What dateparser reads of a time past, reckoned from `_LEAP_YEAR`."""
    import dateparser

    settings: dict[str, object] = {
        "PARSERS": ["relative-time"],
        "RETURN_AS_TIMEZONE_AWARE": False,
        "RELATIVE_BASE": _LEAP_YEAR,
        "PREFER_DATES_FROM": "past",
    }
    try:
        moment = dateparser.parse(said, languages=[code], settings=settings)
    except (ValueError, OverflowError):
        return None
    return None if moment is None else moment.replace(second=0, microsecond=0, tzinfo=None)
