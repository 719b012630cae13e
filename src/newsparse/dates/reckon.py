"""Relative days as plain arithmetic: `Tuesday`, `last week`, `two days earlier`, reckoned from a day.

A result is a pair of days, first and last (inclusive). Weeks run from Monday to Sunday.
"""

from __future__ import annotations

import datetime as dt

Days = tuple[dt.date, dt.date]


def _safe(base: dt.date, days: int) -> dt.date:
    """That many days on, held inside the calendar."""
    ordinal = min(max(base.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def weekday(base: dt.date, day: int, *, ahead: bool = False) -> Days:
    """The last such weekday (Monday is 0), `base` itself included; the next one where the talk looks ahead.

    >>> weekday(dt.date(2022, 12, 14), 0)[0].isoformat()
    '2022-12-12'
    """
    step = (day - base.weekday()) % 7 if ahead else -((base.weekday() - day) % 7)
    found = _safe(base, step)
    return found, found


def days_from(base: dt.date, days: int) -> Days:
    """The day that many days after `base` (before, if negative)."""
    found = _safe(base, days)
    return found, found


def week(base: dt.date, weeks: int = 0) -> Days:
    """The whole week (Monday to Sunday) that many weeks after that of `base`."""
    monday = _safe(base, 7 * weeks - base.weekday())
    return monday, _safe(monday, 6)


def weekend(base: dt.date, weeks: int = 0) -> Days:
    """The Saturday and Sunday that many weeks after the last ones that have begun on `base`.

    >>> weekend(dt.date(2022, 12, 14))[0].isoformat()
    '2022-12-10'
    """
    saturday = _safe(base, 7 * weeks - (base.weekday() - 5) % 7)
    return saturday, _safe(saturday, 1)


def month(base: dt.date, months: int = 0) -> Days:
    """The whole month that many months after that of `base`."""
    count = min(max(base.year * 12 + base.month - 1 + months, 12), 9999 * 12 + 11)
    return whole_month(count // 12, count % 12 + 1)


def whole_month(year: int, number: int) -> Days:
    """That month (1 to 12) of that year."""
    first = dt.date(year, number, 1)
    if number == 12:
        return first, dt.date(year, 12, 31)  # of the last year of the calendar there is no day after
    return first, dt.date(year, number + 1, 1) - dt.timedelta(1)


def whole_year(year: int) -> Days:
    """That year, held inside the calendar."""
    year = min(max(year, 1), 9999)
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def named_month(base: dt.date, number: int, *, ahead: bool = False) -> Days:
    """The last such month, that of `base` included; the next one where the talk looks ahead."""
    year = base.year + (number < base.month) if ahead else base.year - (number > base.month)
    return whole_month(min(max(year, 1), 9999), number)


def part(days: Days, which: str) -> Days:
    """The early, middle or late third of a month or longer stretch; a shorter one is left whole.

    >>> [d.day for d in part(whole_month(2016, 8), "late")]
    [21, 31]
    """
    first, last = days
    if (last - first).days < 27:
        return days
    if (last - first).days > 31:
        third = (last - first).days // 3
        cuts = (_safe(first, third), _safe(first, 2 * third))
    else:
        cuts = (_safe(first, 9), _safe(first, 19))
    if which == "early":
        return first, cuts[0]
    if which == "late":
        return _safe(cuts[1], 1), last
    return _safe(cuts[0], 1), cuts[1]


def until(days: Days, base: dt.date) -> Days:
    """The stretch cut off at `base`: `this month`, told on its tenth day, is its first ten."""
    return (days[0], min(days[1], base)) if days[0] <= base else days
