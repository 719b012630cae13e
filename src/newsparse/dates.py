"""Dates and times as printed: what a stretch that was cut out as a date says.

What a date looks like in English, and hence what is cut out, are patterns of our own: let loose on ordinary words,
dateparser would read *may* as a month. What is cut out is then read by dateparser, as a day with its time of day,
or as "three weeks ago". It is imported on first use, and what it read is kept.

Ours stay the few things that it does otherwise: a year left out is the nearest one; 03/04/2021 is no day until an
order is known, and 05/13/04 has its year at the end; letters of a zone stand for summer time where the day has it;
"4 months ago" names no day, and Tuesday in an article of a Tuesday is that day. The days told in sentences
("on Tuesday", "last week", "Sept. 18") never come here: the stage for details has their words as tokens already and
`reckon` needs microseconds for one, where dateparser needs half a millisecond.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
from zoneinfo import ZoneInfo

import regex

from newsparse import dateforms
from newsparse.lang import load_language
from newsparse.model import Precision

Moment = tuple[dt.date | dt.datetime, Precision]

_LEAP_YEAR = dt.datetime(2000, 12, 31)
"""Where dateparser stands for dates without a year and for "ago": one day for all, so that what it read can be kept."""
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
    cut = cut.strip(_BLANKS + ",;|•·()")
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
            day = _before(_plain_day(base), dt.timedelta((base.weekday() - weekday) % 7))
            return None if day is None else (day, "day")
    for code in languages:
        if code != "en" and (moment := _abroad(cut, code, base, timezone, order)) is not None:
            return moment
    return None


def is_ambiguous(cut: str, language: str = "en") -> bool:
    """Whether a stretch is a date in figures that is one day in Europe and another in America (03/04/2021).

    Where the language is not English the day comes first.

    >>> is_ambiguous("03/04/2021"), is_ambiguous("30/04/2021"), is_ambiguous("04/04/2021")
    (True, False, False)
    """
    found = moment_pattern().search(cut)
    return language == "en" and found is not None and _order(found, None) is None


def _order(found: regex.Match[str], order: str | None) -> str | None:
    """In which order day, month and year stand; none where figures can be either and `order` is not given."""
    if not found.group("n1"):
        return "YMD" if found.group("y1") else "DMY"
    first, second = int(found.group("n1")), int(found.group("n2"))
    if first > 12 or second > 12:
        return "DMY" if first > 12 else "MDY"
    return order or ("DMY" if first == second or not first or not second else None)


@functools.cache
def moment_pattern(language: str = "en") -> regex.Pattern[str]:
    """A date as newspapers print it in that language, with the time before or after it if there is one."""
    if language != "en":
        return dateforms.moment_pattern(language)
    month = r"(?:\L<months>)\b\.?+"
    # A page's text may have lost the blank between year and time: "May 3, 20215:04 AM".
    year = r"(?P<y{0}>\d{{4}})(?:\b|(?=\d\d?:\d\d))"
    weekday = r"(?:(?:\L<weekdays>)\b[.,]{0,2}+\s?+)?"
    zone = (
        r"(?:\s?+\(?+(?<![a-z])(?P<zone{0}>\L<zones>)\b(?![+-]\d)\)?+"
        r"|\s?+(?:GMT|UTC)?+(?P<offset{0}>[+-](?:\d\d:?+\d\d|(?<=[CT].)\d\d?))\b)"
    )
    clock = (
        r"(?P<clock{0}>(?:[01]?\d|2[0-3])(?:(?:[:.h](?P<minute{0}>[0-5]\d)(?::[0-5]\d)?+)?+\s?+[ap]\.?m\b\.?"
        r"|[:h](?P<minute{0}>[0-5]\d)(?::[0-5]\d(?:\.\d{{1,9}}+)?)?+"
        r"|\.(?P<minute{0}>[0-5]\d)(?=\s?+\(?\b\L<zones>\b)))(?:\s?+hrs?\b)?+" + zone + r"?+"
    )
    pattern = rf"""(?xi) (?<![\w/.-])
        (?: {clock.format("_before")} \s?+ [,•|-]?+ \s?+ (?:on\s)?+ )?+
        {weekday}
        (?P<day> (?P<y1>\d{{4}}) (?P<s1>[-/.]) \d\d? (?P=s1) \d\d?
          | (?P<n1>\d\d?) (?P<s2>[-/.]) (?P<n2>\d\d?) (?P=s2) (?P<y2>\d{{4}}|\d\d)
          | {month} \s?+ \d\d? (?:st|nd|rd|th)?+ \b (?: ,?+ \s?+ {year.format(3)} )?+
          | \d\d? (?:st|nd|rd|th|\.)?+ [\s-]?+ (?:of\s)?+ {month}
            (?: [,-]?+ \s?+ {year.format(4)} )?+
        ) (?![\d/-]\d)
        (?: (?:\s?+[,•|–—-]?+\s?+ (?:at\s)?+ | T) {clock.format("_after")} )?+
        {zone.format("_last")}?+"""
    return regex.compile(
        pattern.replace(r"\s?+", r"\s{0,3}+"),
        months=list(_time_words("month")),
        weekdays=list(_weekdays()),
        zones=list(dateforms.zones("en")),
    )


@functools.cache
def relative_pattern(language: str = "en") -> regex.Pattern[str]:
    """`2 hours ago`, `three weeks ago`, `yesterday`, and the clipped `7 hours` of web pages."""
    if language != "en":
        return dateforms.relative_pattern(language)
    return regex.compile(
        r"(?i)\b(?:(?:\d{1,3}|\L<numbers>)\s(?P<unit>second|sec|minute|min|hour|hr|day|week|month|year)s?+"
        r"(?P<ago>\sago)?+|(?P<day>today|yesterday))\b",
        numbers=list(_time_words("count")),
    )


@functools.cache
def clock_pattern(language: str = "en") -> regex.Pattern[str]:
    """A time of day alone: `4:30 p.m.`, `03:26 pm`, `14:05 GMT`."""
    if language != "en":
        return dateforms.clock_pattern(language)
    return regex.compile(
        r"(?i)(?<![\w:.])(?P<clock>(?:[01]?\d|2[0-3])(?:(?:[:.](?P<minute>[0-5]\d))?+\s?+[ap]\.?m\b\.?"
        r"|:(?P<minute>[0-5]\d)|\.(?P<minute>[0-5]\d)(?=\s?+\b\L<zones>\b)))(?:\s?+\b(?P<zone>\L<zones>)\b)?+(?![:\d])",
        zones=list(dateforms.zones("en")),
    )


@functools.cache
def _time_words(kind: str) -> dict[str, int]:
    rows = load_language("en").table("time_words")
    return {word: int(row["number"]) for word, row in rows.items() if row["is"] == kind}


@functools.cache
def _weekdays() -> dict[str, int]:
    return _time_words("weekday") | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "sat": 5, "sun": 6}


def _plain_day(day: dt.date) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day


def _moment(
    found: regex.Match[str], base: dt.date | None, timezone: dt.tzinfo | None, order: str | None
) -> Moment | None:
    group = found.group
    dated = group("y1") or group("y2") or group("y3") or group("y4")
    order = _order(found, order)
    if order is None or (base is None and not dated):
        return None
    side = "_before" if group("clock_before") else "_after"
    clock = group(f"clock{side}") or ""
    moment = _by_dateparser(f"{group('day')} {clock}", ("en",), None if dated else _LEAP_YEAR, order)
    if moment is not None and base is not None and not dated:
        moment = _nearest(moment, _plain_day(base))
    if moment is None or not clock:
        return None if moment is None else (moment.date(), "day")
    zone, offset = group(f"zone{side}") or group("zone_last"), group(f"offset{side}") or group("offset_last")
    return in_zone(moment, zone, offset, timezone), "minute" if group(f"minute{side}") else "hour"


def _nearest(moment: dt.datetime, base: dt.date) -> dt.datetime | None:
    """The moment in the year that brings it nearest to `base`."""
    leap_day = (moment.month, moment.day) == (2, 29)
    years = range(max(base.year - 1, 1), min(base.year + 2, 10_000))
    found = [moment.replace(year=year) for year in years if calendar.isleap(year) or not leap_day]
    return min(found, key=lambda one: abs(one.date() - base), default=None)


def read_clock(
    found: regex.Match[str], day: dt.date, timezone: dt.tzinfo | None, language: str = "en"
) -> Moment | None:
    """The moment that a match of `clock_pattern` says on that day."""
    if language != "en":
        hour, minute = map(int, _clock_abroad(found, "").split(":"))
        at = dt.datetime.combine(_plain_day(day), dt.time(hour, minute))
        at = in_zone(at, found.group("zone"), found.group("offset"), timezone, language)
        return at, "minute" if found.group("minute") else "hour"
    moment = _by_dateparser(f"{_plain_day(day).isoformat()} {found.group('clock')}", ("en",), None, "YMD")
    if moment is None:
        return None
    return in_zone(moment, found.group("zone"), None, timezone), "minute" if found.group("minute") else "hour"


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


def _relative(found: regex.Match[str], base: dt.date | None) -> Moment | None:
    if base is None:
        return None
    unit = "day" if found.group("day") else found.group("unit").lower()
    exact = isinstance(base, dt.datetime) and unit in ("hour", "hr", "minute", "min")
    # "4 months ago" names no day, and hours before a bare day may be of that day or the one before.
    if not (found.group("day") or found.group("ago")) or not (exact or unit in ("day", "week")):
        return None
    moment = _by_dateparser(found.group(), ("en",), _LEAP_YEAR, None)
    value = None if moment is None else _before(base if exact else _plain_day(base), _LEAP_YEAR - moment)
    precision: Precision = "day" if not exact else "hour" if unit.startswith("h") else "minute"
    return None if value is None else (value, precision)


def _before(base: dt.date, by: dt.timedelta) -> dt.date | None:
    try:
        return base - by
    except OverflowError:
        return None


def _abroad(cut: str, code: str, base: dt.date | None, timezone: dt.tzinfo | None, order: str | None) -> Moment | None:
    """A day, with its time, or a relative time, as the language of that code prints it."""
    found = dateforms.moment_pattern(code).fullmatch(cut)
    if found is None:
        relative = dateforms.relative_pattern(code).fullmatch(cut)
        return None if relative is None or base is None else _relative_abroad(relative, code, base, timezone)
    group = found.group
    dated = group("y1") or group("y2") or group("y3") or group("y4")
    if base is None and not dated:
        return None
    said = f"{group('number')} {group('month')} {group('y3') or group('y4') or ''}" if group("number") else group("day")
    said = said if group("number") else "".join(said.split())
    side = "_before" if group("hour_before") else "_after"
    clock = _clock_abroad(found, side)
    moment = _by_dateparser(
        f"{said} {clock}", (code,), None if dated else _LEAP_YEAR, _order(found, order or "DMY") or "DMY"
    )
    if moment is not None and base is not None and not dated:
        moment = _nearest(moment, _plain_day(base))
    if moment is None or not clock:
        return None if moment is None else (moment.date(), "day")
    zone, offset = group(f"zone{side}") or group("zone_last"), group(f"offset{side}") or group("offset_last")
    moment = in_zone(moment, zone, offset, timezone, code)
    return moment, "minute" if group(f"minute{side}") else "hour"


def _clock_abroad(found: regex.Match[str], side: str) -> str:
    """The time of day of a match, as "18:30"; "" where it has none."""
    if not found.group(f"hour{side}"):
        return ""
    hour = int(found.group(f"hour{side}"))
    if half := found.group(f"half{side}"):
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return f"{hour:02}:{found.group(f'minute{side}') or '00'}"


def _relative_abroad(found: regex.Match[str], code: str, base: dt.date, timezone: dt.tzinfo | None) -> Moment | None:
    if found.group("day"):
        back = dateforms.words_of_time(code, "day")[found.group("day").lower()]
        day = _before(_plain_day(base), dt.timedelta(-back))
        clock = _clock_abroad(found, "")
        if day is None or not clock:
            return None if day is None else (day, "day")
        hour, minute = map(int, clock.split(":"))
        moment = dt.datetime(day.year, day.month, day.day, hour, minute)
        zone = in_zone(moment, found.group("zone"), found.group("offset"), timezone, code)
        return zone, "minute" if found.group("minute") else "hour"
    exact = isinstance(base, dt.datetime) and bool(found.group("minutes") or found.group("hours"))
    unit = found.group().lower().split()
    if not exact and not any(word in dateforms.words_of_time(code, "span") for word in unit):
        return None  # "4 months ago" names no day, and hours before a bare day may be of that day or the one before
    read = _by_dateparser(found.group(), (code,), _LEAP_YEAR, None)
    value = None if read is None else _before(base if exact else _plain_day(base), _LEAP_YEAR - read)
    precision: Precision = "day" if not exact else "hour" if found.group("hours") else "minute"
    return None if value is None else (value, precision)


@functools.lru_cache(maxsize=1024)
def _by_dateparser(
    said: str, languages: tuple[str, ...], base: dt.datetime | None, order: str | None
) -> dt.datetime | None:
    """What dateparser reads, to the minute; without a base, only what has a year of its own."""
    import dateparser

    settings: dict[str, object] = {
        "PARSERS": ["relative-time", "absolute-time"],
        "REQUIRE_PARTS": ["day", "month"],
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    if base is None:
        settings["REQUIRE_PARTS"] = ["day", "month", "year"]
    else:
        settings |= {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    if order:
        settings["DATE_ORDER"] = order
    try:
        moment = dateparser.parse(said, languages=list(languages), settings=settings)
    except (ValueError, OverflowError):
        return None
    return None if moment is None else moment.replace(second=0, microsecond=0, tzinfo=None)
