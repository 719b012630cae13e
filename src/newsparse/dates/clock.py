"""The time of day that was printed, and the zone that it is in."""

from __future__ import annotations

import datetime as dt

import regex

from newsparse.dates.words import as_listed, zones
from newsparse.model import Precision

Moment = tuple[dt.date | dt.datetime, Precision]
"""A `date` with precision "day", or a `datetime` with precision "hour" or "minute"."""


def plain_day(day: dt.date) -> dt.date:
    """The day alone, of a moment too."""
    return day.date() if isinstance(day, dt.datetime) else day


def time_of_day(found: regex.Match[str], side: str) -> dt.time | None:
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
    clock = time_of_day(found, "")
    if clock is None:
        return None
    moment = dt.datetime.combine(plain_day(day), clock)
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
        from zoneinfo import ZoneInfo  # loads the machine's build settings, which few articles need

        east, rules = zones(language)[as_listed(zone)]
        try:
            shift = ZoneInfo(rules).utcoffset(moment) if rules else dt.timedelta(minutes=east)
        except (KeyError, OSError):
            return moment  # a machine without the time zones' rules can't tell summer from winter
        return moment.replace(tzinfo=dt.timezone(shift or dt.timedelta()))
    return moment.replace(tzinfo=timezone) if timezone is not None else moment
