"""Dates and times as printed: what a stretch that was cut out as a date says.

What a date looks like, and hence what is cut out, are patterns of our own (`englishdates`, `dateforms`): let loose on
ordinary words, dateparser would read *may* as a month. The patterns tell day, month, year, time and zone apart, so
that there is nothing left to guess; dateparser, imported on first use, reads what other languages say of times past
("vor drei Wochen").

A year left out is the nearest one; 03/04/2021 is no day until an order is known, or its weekday is printed with it;
letters of a zone stand for summer time where the day has it; "4 months ago" names no day, and Tuesday in an article of
a Tuesday is that day. The days told in sentences ("on Tuesday", "last week", "Sept. 18") never come here: the stage
for details has their words as tokens already.
"""

from __future__ import annotations

import datetime as dt
import functools
from zoneinfo import ZoneInfo

import regex

from newsparse import dateforms, englishdates
from newsparse.dateforms import words_of_time
from newsparse.model import Precision

Moment = tuple[dt.date | dt.datetime, Precision]

_LEAP_YEAR = dt.datetime(2000, 12, 31)
"""Where dateparser stands for "ago": one day for all, so that what it read can be kept."""
_BLANKS = " \t\n\u00a0\u2009\u200a\u202f\u200b\ufeff"


def read_moment(
    cut: str,
    *,
    languages: tuple[str, ...] = ("en",),
    base: dt.date | None = None,
    timezone: dt.tzinfo | None = None,
    order: str | None = None,
) -> Moment | None:
    """The moment that a stretch says, which a rule has already cut out as a date.

    Args:
        cut: the stretch: `"Sept. 18, 2014"`, `"4:26 p.m. ET, Tue March 3, 2020"`, `"three weeks ago"`.
        languages: the languages it may be in.
        base: the day that a date without a year and a relative time are reckoned from; without it they are none.
        timezone: what a time without a zone means.
        order: "DMY", "MDY" or "YMD": how 03/04/05 is read; without it such a date is none in English.

    Returns:
        A `date` with precision "day" or a `datetime` with precision "hour" or "minute"; none where the
        stretch is no date or can be read in two ways.
    """
    cut = cut.strip(_BLANKS + ",;|•·()")
    if not cut or len(cut) > 80:
        return None
    for code in languages:
        moment = _read(cut, code, base, timezone, order)
        if moment is not None:
            return moment
    return None


def _read(cut: str, code: str, base: dt.date | None, timezone: dt.tzinfo | None, order: str | None) -> Moment | None:
    found = moment_pattern(code).fullmatch(cut)
    if found is not None:
        return _moment(found, code, base, timezone, order)
    if base is None:
        return None
    relative = relative_pattern(code).fullmatch(cut)
    if relative is not None:
        return (_relative if code == "en" else _relative_abroad)(relative, code, base, timezone)
    weekday = words_of_time(code, "weekday").get(cut.lower()) if len(cut) > 5 else None
    day = None if weekday is None else _before(_plain_day(base), dt.timedelta((base.weekday() - weekday) % 7))
    return None if day is None else (day, "day")


def is_ambiguous(cut: str, language: str = "en") -> bool:
    """Whether a stretch is a date in figures that is one day in Europe and another in America (03/04/2021).

    Where the language is not English the day comes first.

    >>> is_ambiguous("03/04/2021"), is_ambiguous("30/04/2021"), is_ambiguous("04/04/2021")
    (True, False, False)
    >>> is_ambiguous("Saturday, 03/04/2021"), is_ambiguous("3 April 2021")
    (False, False)
    """
    found = moment_pattern().search(cut)
    if language != "en" or found is None or found.group("month"):
        return False
    return _order(found, "en", None) is None


def _order(found: regex.Match[str], code: str, order: str | None) -> str | None:
    """In which order day, month and year stand; none where figures can be either and `order` is not given."""
    if found.group("y1"):
        return "YMD"
    first, second, year = int(found.group("n1")), int(found.group("n2")), found.group("y2")
    if order == "YMD" and len(year) == 2 and second <= 12:
        return order
    if first > 12 or second > 12:
        return "DMY" if first > 12 else "MDY"
    if order in ("DMY", "MDY"):
        return order
    if code != "en" or first == second:
        return "DMY"
    if weekday := (found.groupdict().get("weekday") or "").lower():
        days = {way: _figures(found, way) for way in ("DMY", "MDY")}
        printed = englishdates.weekdays()[weekday]
        fitting = [way for way, day in days.items() if day is not None and day.weekday() == printed]
        return fitting[0] if len(fitting) == 1 else None
    return None


def moment_pattern(language: str = "en") -> regex.Pattern[str]:
    """A date as newspapers print it in that language, with the time before or after it if there is one."""
    return englishdates.moment_pattern() if language == "en" else dateforms.moment_pattern(language)


def relative_pattern(language: str = "en") -> regex.Pattern[str]:
    """`2 hours ago`, `three weeks ago`, `yesterday`, and the clipped `7 hours` of web pages."""
    return englishdates.relative_pattern() if language == "en" else dateforms.relative_pattern(language)


def clock_pattern(language: str = "en") -> regex.Pattern[str]:
    """A time of day alone: `4:30 p.m.`, `03:26 pm`, `14:05 GMT`."""
    return englishdates.clock_pattern() if language == "en" else dateforms.clock_pattern(language)


def _plain_day(day: dt.date) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day


def _moment(
    found: regex.Match[str], code: str, base: dt.date | None, timezone: dt.tzinfo | None, order: str | None
) -> Moment | None:
    group = found.group
    if group("month"):
        day = _in_words(found, code, base)
    else:
        order = _order(found, code, order)
        day = None if order is None else _figures(found, order)
    side = "_before" if group("hour_before") else "_after"
    clock = _clock(found, side)
    if day is None or clock is None:
        return None if day is None else (day, "day")
    zone, offset = group(f"zone{side}") or group("zone_last"), group(f"offset{side}") or group("offset_last")
    moment = in_zone(dt.datetime.combine(day, clock), zone, offset, timezone, code)
    return moment, "minute" if group(f"minute{side}") else "hour"


def _in_words(found: regex.Match[str], code: str, base: dt.date | None) -> dt.date | None:
    """The day of a match with a month in letters; without a year the one nearest to `base`."""
    month, number = words_of_time(code, "month")[found.group("month").lower()], int(found.group("number"))
    if found.group("year"):
        return _day(_whole_year(found.group("year")), month, number)
    return None if base is None else _nearest(month, number, _plain_day(base))


def _figures(found: regex.Match[str], order: str) -> dt.date | None:
    """The day of a match in figures alone, read in that order."""
    said = regex.findall(r"\d+", found.group("day"))
    year, month, day = (said[order.index(part)] for part in "YMD")
    return _day(_whole_year(year), int(month), int(day))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _whole_year(said: str) -> int:
    """Two figures of a year stand for 1969 to 2068, as everywhere in computing."""
    return int(said) if len(said) != 2 else int(said) + (1900 if int(said) >= 69 else 2000)


def _nearest(month: int, number: int, base: dt.date) -> dt.date | None:
    """That day in the year that brings it nearest to `base`."""
    years = range(max(base.year - 1, 1), min(base.year + 2, 10_000))
    days = [day for year in years if (day := _day(year, month, number)) is not None]
    return min(days, key=lambda one: abs(one - base), default=None)


def _clock(found: regex.Match[str], side: str) -> dt.time | None:
    """The time of day in the groups of a match whose names end in `side`; none where it has none."""
    if not found.group(f"hour{side}"):
        return None
    hour = int(found.group(f"hour{side}"))
    if (half := found.group(f"half{side}")) and hour <= 12:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return dt.time(hour, int(found.group(f"minute{side}") or 0))


def read_clock(
    found: regex.Match[str], day: dt.date, timezone: dt.tzinfo | None, language: str = "en"
) -> Moment | None:
    """The moment that a match of `clock_pattern` says on that day."""
    clock = _clock(found, "")
    if clock is None:
        return None
    moment = dt.datetime.combine(_plain_day(day), clock)
    moment = in_zone(moment, found.group("zone"), found.group("offset"), timezone, language)
    return moment, "minute" if found.group("minute") else "hour"


def in_zone(
    moment: dt.datetime, zone: str | None, offset: str | None, timezone: dt.tzinfo | None, language: str = "en"
) -> dt.datetime:
    """The moment in the zone that is printed with it, else in the caller's, else without one."""
    if offset:
        figures = offset[1:].replace(":", "")
        minutes = int(figures[:2]) * 60 + int(figures[2:] or 0)
        if minutes < 24 * 60:
            return moment.replace(tzinfo=dt.timezone(dt.timedelta(minutes=-minutes if offset[0] == "-" else minutes)))
    if zone:
        east, rules = dateforms.zones(language)[zone.casefold()]
        try:
            shift = ZoneInfo(rules).utcoffset(moment) if rules else dt.timedelta(minutes=east)
        except (KeyError, OSError):
            return moment  # a machine without the time zones' rules can't tell summer from winter
        return moment.replace(tzinfo=dt.timezone(shift or dt.timedelta()))
    return moment.replace(tzinfo=timezone) if timezone is not None else moment


def _relative(found: regex.Match[str], code: str, base: dt.date, timezone: dt.tzinfo | None) -> Moment | None:
    """The moment of `2 hours ago`; none for "4 months ago", which names no day, and for hours before a bare day."""
    group = found.group
    if group("day"):
        day = _before(_plain_day(base), dt.timedelta(group("day").lower() == "yesterday"))
        if day is None or not group("hour"):
            return None if day is None else (day, "day")
        return read_clock(found, day, timezone, code)
    if not group("ago"):
        return None
    count = int(group("count")) if group("count").isdigit() else words_of_time(code, "count")[group("count").lower()]
    exact = isinstance(base, dt.datetime) and (group("hours") or group("minutes"))
    if exact:
        by = dt.timedelta(hours=count) if group("hours") else dt.timedelta(minutes=count)
    elif group("days") or group("weeks"):
        by = dt.timedelta(count * (7 if group("weeks") else 1))
    else:
        return None
    value = _before(base if exact else _plain_day(base), by)
    precision: Precision = "day" if not exact else "hour" if group("hours") else "minute"
    return None if value is None else (value, precision)


def _before(base: dt.date, by: dt.timedelta) -> dt.date | None:
    try:
        return base - by
    except OverflowError:
        return None


def _relative_abroad(found: regex.Match[str], code: str, base: dt.date, timezone: dt.tzinfo | None) -> Moment | None:
    if found.group("day"):
        back = words_of_time(code, "day")[found.group("day").lower()]
        day = _before(_plain_day(base), dt.timedelta(-back))
        if day is None or not found.group("hour"):
            return None if day is None else (day, "day")
        return read_clock(found, day, timezone, code)
    exact = isinstance(base, dt.datetime) and bool(found.group("minutes") or found.group("hours"))
    unit = found.group().lower().split()
    if not exact and not any(word in words_of_time(code, "span") for word in unit):
        return None  # "4 months ago" names no day, and hours before a bare day may be of that day or the one before
    count = found.group("count").lower()
    figure = words_of_time(code, "count").get(count, count)
    read = _past(found.group().lower().replace(count, f"{figure} ", 1), code)
    value = None if read is None else _before(base if exact else _plain_day(base), _LEAP_YEAR - read)
    precision: Precision = "day" if not exact else "hour" if found.group("hours") else "minute"
    return None if value is None else (value, precision)


@functools.lru_cache(maxsize=1024)
def _past(said: str, code: str) -> dt.datetime | None:
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
