"""What a stretch says that was cut out as a date."""

from __future__ import annotations

import datetime as dt
import functools
import re

import regex

from newsparse.dates.clock import Moment, in_zone, plain_day, time_of_day
from newsparse.dates.english import weekdays
from newsparse.dates.past import read_past
from newsparse.dates.shapes import moment_pattern
from newsparse.dates.words import as_listed, words_of_time

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
    return None if base is None else read_past(cut, code, base, timezone)


def is_ambiguous(cut: str, language: str = "en") -> bool:
    """Whether a stretch is a date in figures that is one day in Europe and another in America (03/04/2021).

    Where the language is not English the day comes first.

    >>> is_ambiguous("03/04/2021"), is_ambiguous("30/04/2021"), is_ambiguous("04/04/2021")
    (True, False, False)
    >>> is_ambiguous("Saturday, 03/04/2021"), is_ambiguous("3 April 2021")
    (False, False)
    """
    if language != "en" or _in_figures().search(cut) is None:
        return False
    found = moment_pattern().search(cut)
    if found is None or found.group("month"):
        return False
    return _order(found, "en", None) is None


@functools.cache
def _in_figures() -> re.Pattern[str]:
    """What every day in figures has."""
    return re.compile(r"\d[-/.]\s{0,3}\d\d?[-/.]")


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
    if weekday := as_listed(found.groupdict().get("weekday") or ""):
        days = {way: _figures(found, way) for way in ("DMY", "MDY")}
        printed = weekdays()[weekday]
        fitting = [way for way, day in days.items() if day is not None and day.weekday() == printed]
        return fitting[0] if len(fitting) == 1 else None
    return None


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
    clock = time_of_day(found, side)
    if day is None or clock is None:
        return None if day is None else (day, "day")
    zone, offset = group(f"zone{side}") or group("zone_last"), group(f"offset{side}") or group("offset_last")
    moment = in_zone(dt.datetime.combine(day, clock), zone, offset, timezone, code)
    return moment, "minute" if group(f"minute{side}") else "hour"


def _in_words(found: regex.Match[str], code: str, base: dt.date | None) -> dt.date | None:
    """The day of a match with a month in letters; without a year the one nearest to `base`."""
    month, number = words_of_time(code, "month")[as_listed(found.group("month"))], int(found.group("number"))
    if found.group("year"):
        return _day(_whole_year(found.group("year")), month, number)
    return None if base is None else _nearest(month, number, plain_day(base))


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
