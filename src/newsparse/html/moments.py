"""When it was published and changed: what the page declares, against what it shows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from email.utils import parsedate_to_datetime

import attrs

from newsparse.dates import read_moment
from newsparse.document import When
from newsparse.html.declared import Claim

_FARTHEST_ZONE = dt.timedelta(hours=14)
_MINUTE = dt.timedelta(minutes=1)
_FIRM = frozenset(("json-ld", "opengraph", "microdata"))
"""Where a day of publication is declared as that; a `date` in other meta elements may be that of the page's making."""


@attrs.frozen(kw_only=True)
class Dated:
    """What was decided about one of the two moments.

    Attributes:
        when: the moment; its range is that of what is shown, or none.
        rule: the rule that decided.
        doubt: what speaks against it, or "".
    """

    when: When | None = None
    rule: str = ""
    doubt: str = ""


def read_declared_moment(text: str, timezone: dt.tzinfo | None = None) -> When | None:
    """The moment that a declared string says: ISO 8601 in its many spellings, seconds since 1970, RFC 2822, English.

    Args:
        text: the string.
        timezone: what a time without a zone means.

    Returns:
        A moment without a range; a midnight to the second is a day. None where it is none, or the zero of some clock.
    """
    text = text.strip()
    moment = _iso(text) or _seconds(text) or _mailed(text)
    if moment is None:
        found = read_moment(text, timezone=timezone) if len(text) <= 60 else None
        return None if found is None else When(None, *found)
    value, timed = moment
    if value.year < 1800 or (value.year == 1970 and value.timetuple().tm_yday == 1):
        return None
    if not timed:
        return When(None, value.date(), "day")
    value = value.replace(second=0, microsecond=0)
    if value.tzinfo is None and timezone is not None:
        value = value.replace(tzinfo=timezone)
    return When(None, value, "minute")


_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ]\s?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE | re.ASCII,
)


def _iso(text: str) -> tuple[dt.datetime, bool] | None:
    found = _ISO.fullmatch(text.removesuffix("[UTC]"))
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        value = dt.datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), min(int(second or 0), 59)
        )
        if zone:
            value = value.replace(tzinfo=_offset(zone))
    except (ValueError, OverflowError):
        return None
    # 00:00:00 is what a system writes that knows the day alone.
    return value, hour is not None and (value.hour, value.minute, value.second) != (0, 0, 0)


def _offset(zone: str) -> dt.timezone:
    if zone[0] not in "+-":
        return dt.timezone.utc
    figures = zone[1:].replace(":", "").ljust(4, "0")
    minutes = int(figures[:2]) * 60 + int(figures[2:])
    return dt.timezone(dt.timedelta(minutes=-minutes if zone[0] == "-" else minutes))


def _seconds(text: str) -> tuple[dt.datetime, bool] | None:
    if not re.fullmatch(r"\d{9,13}", text, re.ASCII):
        return None
    seconds = int(text) / (1000 if len(text) > 11 else 1)
    return dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc) + dt.timedelta(seconds=seconds), True


def _mailed(text: str) -> tuple[dt.datetime, bool] | None:
    if not re.match(r"[A-Za-z]{3},? \d", text) or len(text) > 60:
        return None
    try:
        return parsedate_to_datetime(text), True
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def agree(declared: When, shown: When) -> bool:
    """Whether a declared moment and a shown one can be the same: the shown one may lack the zone, or the time."""
    one, other = declared.value, shown.value
    if not isinstance(one, dt.datetime) or not isinstance(other, dt.datetime):
        return _day_agrees(one, other)
    if one.tzinfo is not None and other.tzinfo is not None:
        return abs(one - other) <= _MINUTE or _wall(one) == _wall(other)
    gap = abs(_wall(one) - _wall(other))
    quarter = gap.total_seconds() % 900
    return gap <= _FARTHEST_ZONE and (shown.precision == "hour" or min(quarter, 900 - quarter) <= 60)


def same_wall(declared: When, shown: When) -> bool:
    """Whether both say the same minute, as the clock shows it or as an instant."""
    one, other = declared.value, shown.value
    if not isinstance(one, dt.datetime) or not isinstance(other, dt.datetime):
        return False
    if one.tzinfo is not None and other.tzinfo is not None and abs(one - other) <= _MINUTE:
        return True
    return _wall(one) == _wall(other)


def _day_agrees(one: dt.date, other: dt.date) -> bool:
    if not isinstance(one, dt.datetime) and not isinstance(other, dt.datetime):
        return one == other
    moment, day = (one, other) if isinstance(one, dt.datetime) else (other, one)
    assert isinstance(moment, dt.datetime)
    if isinstance(day, dt.datetime):
        return False
    try:
        return (_wall(moment) - _FARTHEST_ZONE).date() <= day <= (_wall(moment) + _FARTHEST_ZONE).date()
    except OverflowError:
        return _wall(moment).date() == day


def _wall(moment: dt.datetime) -> dt.datetime:
    return moment.replace(tzinfo=None, second=0, microsecond=0)


def decide_published(
    claims: Sequence[Claim], shown: When | None, near: Sequence[Claim], timezone: dt.tzinfo | None
) -> Dated:
    """The moment of publication.

    Args:
        claims: what the page declares, the most trustworthy first.
        shown: what its header shows.
        near: the `datetime` of the time elements in the header.
        timezone: what a time without a zone means.
    """
    moments = _read([*claims, *near], timezone)
    if not moments:
        return Dated(when=shown, rule="page.date.shown") if shown else Dated()
    first = moments[0]
    if shown is None:
        return Dated(when=_timed(first, moments), rule="page.date.declared")
    moments = [*moments, shown]
    for best in (same_wall, agree):
        for moment in moments[:-1]:
            if best(moment, shown):
                doubt = "" if agree(first, moment) else f"the page also declares {first.value.isoformat()}"
                return Dated(
                    when=_timed(attrs.evolve(moment, range=shown.range), moments), rule="page.date.agreed", doubt=doubt
                )
    if not any(claim.origin in _FIRM for claim in claims):
        return Dated(when=shown, rule="page.date.shown", doubt=f"the page also declares {first.value.isoformat()}")
    doubt = f"the page shows {shown.value.isoformat()} but declares {first.value.isoformat()}"
    return Dated(when=_timed(first, moments), rule="page.date.declared", doubt=doubt)


def _timed(moment: When, moments: Sequence[When]) -> When:
    """A day with the time that another declaration of the same day gives; a time with another's zone."""
    for other in moments:
        if not isinstance(other.value, dt.datetime):
            continue
        if moment.precision == "day" and other.value.date() == moment.value:
            return attrs.evolve(other, range=moment.range)
        value = moment.value
        if isinstance(value, dt.datetime) and value.tzinfo is None and other.value.tzinfo is not None:  # noqa: SIM102
            if _wall(value) == _wall(other.value):
                return attrs.evolve(other, range=moment.range)
    return moment


def decide_updated(
    claims: Sequence[Claim],
    shown: When | None,
    published: When | None,
    timezone: dt.tzinfo | None,
    near: Sequence[Claim] = (),
) -> Dated:
    """The moment of the last change; none where it is that of publication, or before it.

    Args:
        claims: what the page declares, the most trustworthy first.
        shown: what its header shows.
        published: when it was published.
        timezone: what a time without a zone means.
        near: the `datetime` of the time elements in the header: one that is not that of publication tells the minute.
    """
    moments = _read(claims, timezone)
    if shown is not None and published is not None and same_wall(published, shown):
        return Dated()
    if shown is not None:
        others = [one for one in _read(near, timezone) if published is None or is_later(one.value, published.value)]
        for best in (same_wall, agree):
            for moment in [*moments, *others]:
                if best(moment, shown):
                    return Dated(when=attrs.evolve(moment, range=shown.range), rule="page.date.agreed")
        return Dated(when=shown, rule="page.date.shown")
    for moment in moments:
        if published is None or is_later(moment.value, published.value):
            return Dated(when=moment, rule="page.date.declared")
    return Dated()


def is_later(one: dt.date, other: dt.date) -> bool:
    """Whether a moment is after another by more than a minute, as far as days, times and zones tell."""
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        if one.tzinfo is not None and other.tzinfo is not None:
            return one - other > _MINUTE
        return _wall(one) - _wall(other) > _MINUTE
    day = one.date() if isinstance(one, dt.datetime) else one
    return day > (other.date() if isinstance(other, dt.datetime) else other)


def _read(claims: Iterable[Claim], timezone: dt.tzinfo | None) -> list[When]:
    found = (read_declared_moment(claim.value, timezone) for claim in claims)
    return [moment for moment in found if moment is not None]
