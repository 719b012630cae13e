"""Relative days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.dates import reckon

BASE = dt.date(2024, 3, 6)  # a Wednesday


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [
        (reckon.weekday(BASE, 0), "2024-03-04", "2024-03-04"),
        (reckon.weekday(BASE, 2), "2024-03-06", "2024-03-06"),
        (reckon.weekday(BASE, 4), "2024-03-01", "2024-03-01"),
        (reckon.weekday(BASE, 4, ahead=True), "2024-03-08", "2024-03-08"),
        (reckon.days_from(BASE, -1), "2024-03-05", "2024-03-05"),
        (reckon.week(BASE), "2024-03-04", "2024-03-10"),
        (reckon.week(BASE, -1), "2024-02-26", "2024-03-03"),
        (reckon.weekend(BASE), "2024-03-02", "2024-03-03"),
        (reckon.weekend(BASE, 1), "2024-03-09", "2024-03-10"),
        (reckon.weekend(day("2024-03-10")), "2024-03-09", "2024-03-10"),
        (reckon.part(reckon.week(BASE), "late"), "2024-03-04", "2024-03-10"),
        (reckon.month(BASE, -1), "2024-02-01", "2024-02-29"),
        (reckon.month(BASE, -3), "2023-12-01", "2023-12-31"),
        (reckon.named_month(BASE, 8), "2023-08-01", "2023-08-31"),
        (reckon.named_month(BASE, 3), "2024-03-01", "2024-03-31"),
        (reckon.named_month(BASE, 1, ahead=True), "2025-01-01", "2025-01-31"),
        (reckon.part(reckon.whole_month(2023, 8), "early"), "2023-08-01", "2023-08-10"),
        (reckon.part(reckon.whole_month(2023, 8), "mid"), "2023-08-11", "2023-08-20"),
        (reckon.part(reckon.whole_month(2023, 8), "late"), "2023-08-21", "2023-08-31"),
        (reckon.until(reckon.month(BASE), BASE), "2024-03-01", "2024-03-06"),
        (reckon.whole_year(2014), "2014-01-01", "2014-12-31"),
    ],
)
def test_days(days: reckon.Days, first: str, last: str) -> None:
    assert days == (day(first), day(last))


@given(st.dates(), st.integers(0, 6))
def test_a_weekday_is_within_the_week_before(base: dt.date, number: int) -> None:
    found, _ = reckon.weekday(base, number)
    if base > dt.date(1, 1, 7):
        assert found.weekday() == number
        assert 0 <= (base - found).days < 7


@given(st.dates(), st.integers(-40000, 40000))
def test_nothing_leaves_the_calendar(base: dt.date, count: int) -> None:
    for days in (
        reckon.days_from(base, count * 100),
        reckon.week(base, count),
        reckon.weekend(base, count),
        reckon.month(base, count),
        reckon.whole_year(base.year + count),
        reckon.named_month(base, count % 12 + 1, ahead=count > 0),
    ):
        assert days[0] <= days[1]
