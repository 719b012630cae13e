"""Dates and times as printed: what a stretch that was cut out as a date says.

English is read by a grammar of our own, in microseconds. For other languages, what a rule has cut out is given
to dateparser, which is imported on first use: let loose on ordinary words it would read *may* as a month.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Literal

import regex

from newsparse.lang import load_language
from newsparse.model import Precision

Order = Literal["DMY", "MDY"]
Moment = tuple[dt.date | dt.datetime, Precision]

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
        order: "DMY" or "MDY": how 03/04/2021 is read; without it such a date is none.

    Returns:
        A `date` with precision "day" or a `datetime` with precision "hour" or "minute"; none where the
        stretch is no date or can be read in two ways.
    """
    return _read(cut.strip(_BLANKS + ",;|•·()"), languages, base, timezone, order)


def is_ambiguous(cut: str) -> bool:
    """Whether a stretch is a date in figures that is one day in Europe and another in America (03/04/2021).

    >>> is_ambiguous("03/04/2021"), is_ambiguous("30/04/2021"), is_ambiguous("04/04/2021")
    (True, False, False)
    """
    found = moment_pattern().search(cut)
    if found is None or not found.group("n1"):
        return False
    first, second = int(found.group("n1")), int(found.group("n2"))
    return first != second and 1 <= first <= 12 and 1 <= second <= 12


@functools.cache
def moment_pattern() -> regex.Pattern[str]:
    """A date as newspapers print it in English, with the time before or after it if there is one."""
    month = r"(?:\L<months>)\b\.?+"
    # A page's text may have lost the blank between year and time: "May 3, 20215:04 AM".
    year = r"(?P<y{0}>\d{{4}})(?:\b|(?=\d\d?:\d\d))"
    weekday = r"(?:(?:\L<weekdays>)\b[.,]{0,2}+\s?+)?"
    zone = (
        r"(?:\s?+\(?+(?<![a-z])(?P<zone{0}>\L<zones>)\b(?![+-]\d)\)?+"
        r"|\s?+(?:GMT|UTC)?+(?P<offset{0}>[+-](?:\d\d:?+\d\d|(?<=[CT].)\d\d?))\b)"
    )
    clock = (
        r"(?P<hour{0}>[01]?\d|2[0-3])(?:(?:[:.h](?P<minute{0}>[0-5]\d)(?::[0-5]\d)?+)?+\s?+(?P<half{0}>[ap]\.?m\b\.?)"
        r"|[:h](?P<minute{0}>[0-5]\d)(?::[0-5]\d(?:\.\d{{1,9}}+)?)?+|\.(?P<minute{0}>[0-5]\d)(?=\s?+\(?\b\L<zones>\b))"
        r"(?:\s?+hrs?\b)?+" + zone + r"?+"
    )
    pattern = rf"""(?xi) (?<![\w/.-])
        (?: {clock.format("_before")} \s?+ [,•|-]?+ \s?+ (?:on\s)?+ )?+
        {weekday}
        (?: (?P<y1>\d{{4}}) (?P<s1>[-/.]) (?P<m1>\d\d?) (?P=s1) (?P<d1>\d\d?)
          | (?P<n1>\d\d?) (?P<s2>[-/.]) (?P<n2>\d\d?) (?P=s2) (?P<y2>\d{{4}}|\d\d)
          | (?P<month1>{month}) \s?+ (?P<d2>\d\d?) (?:st|nd|rd|th)?+ \b (?: ,?+ \s?+ {year.format(3)} )?+
          | (?P<d3>\d\d?) (?:st|nd|rd|th|\.)?+ [\s-]?+ (?:of\s)?+ (?P<month2>{month})
            (?: [,-]?+ \s?+ {year.format(4)} )?+
        ) (?![\d/-]\d)
        (?: (?:\s?+[,•|–—-]?+\s?+ (?:at\s)?+ | T) {clock.format("_after")} )?+
        {zone.format("_last")}?+"""
    return regex.compile(
        pattern.replace(r"\s?+", r"\s{0,3}+"),
        months=list(_months()),
        weekdays=list(_weekdays()),
        zones=list(_zones()),
    )


@functools.cache
def relative_pattern() -> regex.Pattern[str]:
    """`2 hours ago`, `three weeks ago`, `yesterday`, and the clipped `7 hours` of web pages."""
    return regex.compile(
        r"(?i)\b(?:(?P<count>\d{1,3}|\L<numbers>)\s(?P<unit>second|sec|minute|min|hour|hr|day|week|month|year)s?+"
        r"(?P<ago>\sago)?+|(?P<day>today|yesterday))\b",
        numbers=list(_numbers()),
    )


@functools.cache
def clock_pattern() -> regex.Pattern[str]:
    """A time of day alone: `4:30 p.m.`, `03:26 pm`, `14:05 GMT`."""
    return regex.compile(
        r"(?i)(?<![\w:.])(?P<hour>[01]?\d|2[0-3])(?:(?:[:.](?P<minute>[0-5]\d))?+\s?+(?P<half>[ap]\.?m\b\.?)"
        r"|:(?P<minute>[0-5]\d)|\.(?P<minute>[0-5]\d)(?=\s?+\b\L<zones>\b))(?:\s?+\b(?P<zone>\L<zones>)\b)?+(?![:\d])",
        zones=list(_zones()),
    )


@functools.cache
def _months() -> dict[str, int]:
    rows = load_language("en").table("time_words")
    months = {word: int(row["number"]) for word, row in rows.items() if row["is"] == "month"}
    return months | {name[:3]: number for name, number in months.items()} | {"sept": 9}


@functools.cache
def _weekdays() -> dict[str, int]:
    rows = load_language("en").table("time_words")
    days = {word: int(row["number"]) for word, row in rows.items() if row["is"] == "weekday"}
    return days | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "sat": 5, "sun": 6}


@functools.cache
def _numbers() -> dict[str, int]:
    rows = load_language("en").table("time_words")
    return {word: int(row["number"]) for word, row in rows.items() if row["is"] == "count"}


@functools.cache
def _zones() -> dict[str, tuple[int, bool]]:
    rows = load_language("en").table("zones")
    return {name: (int(row["offset"]), row["daylight"] != "no") for name, row in rows.items()}


@functools.lru_cache(maxsize=1024)
def _read(
    cut: str, languages: tuple[str, ...], base: dt.date | None, timezone: dt.tzinfo | None, order: str | None
) -> Moment | None:
    if not cut or len(cut) > 80:
        return None
    if "en" in languages:
        found = moment_pattern().fullmatch(cut)
        if found is not None:
            return _moment(found, base, timezone, order)
        relative = relative_pattern().fullmatch(cut)
        if relative is not None:
            return _relative(relative, base)
        if base is not None and len(cut) > 5 and (weekday := _weekdays().get(cut.lower())) is not None:
            return _plain_day(base) - dt.timedelta((base.weekday() - weekday) % 7), "day"
    others = tuple(code for code in languages if code != "en")
    return _by_dateparser(cut, others, base, timezone, order) if others else None


def _plain_day(day: dt.date) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day


def _moment(
    found: regex.Match[str], base: dt.date | None, timezone: dt.tzinfo | None, order: str | None
) -> Moment | None:
    day = _day(found, base, order)
    if day is None:
        return None
    side = "_before" if found.group("hour_before") else "_after"
    if not found.group(f"hour{side}"):
        return day, "day"
    clock = _clock(found.group(f"hour{side}"), found.group(f"minute{side}"), found.group(f"half{side}"))
    if clock is None:
        return day, "day"
    moment = dt.datetime.combine(day, clock)
    zone = found.group(f"zone{side}") or found.group("zone_last")
    offset = found.group(f"offset{side}") or found.group("offset_last")
    precision: Precision = "minute" if found.group(f"minute{side}") else "hour"
    return in_zone(moment, zone, offset, timezone), precision


def read_clock(found: regex.Match[str], day: dt.date, timezone: dt.tzinfo | None) -> Moment | None:
    """The moment that a match of `clock_pattern` says on that day."""
    clock = _clock(found.group("hour"), found.group("minute"), found.group("half"))
    if clock is None:
        return None
    moment = in_zone(dt.datetime.combine(day, clock), found.group("zone"), None, timezone)
    return moment, "minute" if found.group("minute") else "hour"


def _clock(hour: str, minute: str | None, half: str | None) -> dt.time | None:
    number = int(hour)
    if half:
        if not 0 < number <= 12:
            # "15:26 pm" is said twice and means 15:26; "0:26 pm" means 12:26.
            return dt.time(number, int(minute or 0)) if number > 12 else dt.time(12, int(minute or 0))
        number = number % 12 + (12 if half.lower().startswith("p") else 0)
    return dt.time(number, int(minute or 0))


def in_zone(moment: dt.datetime, zone: str | None, offset: str | None, timezone: dt.tzinfo | None) -> dt.datetime:
    """The moment in the zone that is printed with it, else in the caller's, else without one."""
    if offset:
        figures = offset[1:].replace(":", "")
        minutes = int(figures[:2]) * 60 + int(figures[2:] or 0)
        if minutes < 24 * 60:
            return moment.replace(tzinfo=dt.timezone(dt.timedelta(minutes=-minutes if offset[0] == "-" else minutes)))
    if zone:
        minutes, daylight = _zones()[zone.lower()]
        if daylight and _american_summer(moment):
            minutes += 60
        return moment.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    return moment.replace(tzinfo=timezone) if timezone is not None else moment


def _american_summer(moment: dt.datetime) -> bool:
    """Whether summer time holds in the United States (the rule of 2007, and that of 1987 before it)."""

    def sunday(month: int, number: int) -> dt.datetime:
        first = dt.date(moment.year, month, 1)
        day = 1 + (6 - first.weekday()) % 7 + 7 * (number - 1)
        return dt.datetime(moment.year, month, day, 2)

    if moment.year >= 2007:
        return sunday(3, 2) <= moment < sunday(11, 1)
    last = 31 - (dt.date(moment.year, 10, 31).weekday() + 1) % 7
    return sunday(4, 1) <= moment < dt.datetime(moment.year, 10, last, 2)


def _day(found: regex.Match[str], base: dt.date | None, order: str | None) -> dt.date | None:
    group = found.group
    if group("y1"):
        return _date(group("y1"), int(group("m1")), int(group("d1")))
    if group("n1"):
        return _in_figures(int(group("n1")), int(group("n2")), group("y2"), order)
    name = group("month1") or group("month2")
    month = _months()[name.lower().rstrip(".")]
    day = int(group("d2") or group("d3"))
    year = group("y3") or group("y4")
    if year:
        return _date(year, month, day)
    if base is None:
        return None
    near = [d for y in (-1, 0, 1) if (d := _date(str(base.year + y), month, day)) is not None]
    return min(near, key=lambda d: abs(d - _plain_day(base)), default=None)


def _in_figures(first: int, second: int, year: str, order: str | None) -> dt.date | None:
    readings = [("DMY", _date(year, second, first)), ("MDY", _date(year, first, second))]
    days = {day for _, day in readings if day is not None}
    if len(days) == 1:
        return days.pop()
    return dict(readings).get(order or "")


def _date(year: str, month: int, day: int) -> dt.date | None:
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < 70 else 1900
    try:
        return dt.date(number, month, day)
    except ValueError:
        return None


def _relative(found: regex.Match[str], base: dt.date | None) -> Moment | None:
    if base is None:
        return None
    named = found.group("day")
    if named:
        return _plain_day(base) - dt.timedelta(1 if named.lower() == "yesterday" else 0), "day"
    if not found.group("ago"):
        return None
    word, unit = found.group("count").lower(), found.group("unit").lower()
    count = int(word) if word.isdecimal() else _numbers()[word]
    try:
        if unit in ("day", "week"):
            return _plain_day(base) - dt.timedelta(count * (7 if unit == "week" else 1)), "day"
        if isinstance(base, dt.datetime) and unit in ("hour", "hr"):
            return base - dt.timedelta(hours=count), "hour"
        if isinstance(base, dt.datetime) and unit in ("minute", "min"):
            return base - dt.timedelta(minutes=count), "minute"
    except OverflowError:
        return None
    # "4 months ago" names no day, and hours before a bare day may be of that day or the one before.
    return None


def _by_dateparser(
    cut: str, languages: tuple[str, ...], base: dt.date | None, timezone: dt.tzinfo | None, order: str | None
) -> Moment | None:
    import dateparser

    settings: dict[str, object] = {"RETURN_AS_TIMEZONE_AWARE": False, "PREFER_DATES_FROM": "past"}
    if base is not None:
        settings["RELATIVE_BASE"] = base if isinstance(base, dt.datetime) else dt.datetime.combine(base, dt.time())
    else:
        settings["REQUIRE_PARTS"] = ["day", "month", "year"]
    if order:
        settings["DATE_ORDER"] = order
    try:
        moment = dateparser.parse(cut, languages=list(languages), settings=settings)
    except (ValueError, OverflowError):
        return None
    if moment is None:
        return None
    if not regex.search(r"\d[:.h]\d\d|\d\s?(?:uhr|h)\b", cut, regex.IGNORECASE):
        return moment.date(), "day"
    return moment if moment.tzinfo or timezone is None else moment.replace(tzinfo=timezone), "minute"
