"""Dates: what a stretch says that a rule has cut out."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.dates import is_ambiguous, read_moment

BASE = dt.date(2021, 5, 20)

MOMENTS = [
    ("May 3, 2021", "2021-05-03", "day"),
    ("3 May 2021", "2021-05-03", "day"),
    ("Mon, May 3rd, 2021", "2021-05-03", "day"),
    ("Sept. 7, 2019", "2019-09-07", "day"),
    ("7. September 2019", "2019-09-07", "day"),
    ("2021-05-03", "2021-05-03", "day"),
    ("2021/05/03 14:05", "2021-05-03T14:05:00", "minute"),
    ("25/12/19", "2019-12-25", "day"),
    ("12/25/2019", "2019-12-25", "day"),
    ("04/04/2021", "2021-04-04", "day"),
    ("05/13/04", "2004-05-13", "day"),
    ("13.05.04", "2004-05-13", "day"),
    ("17. August 2018, 07:40 PM", "2018-08-17T19:40:00", "minute"),
    ("3 May 2021, 14h05", "2021-05-03T14:05:00", "minute"),
    ("Tuesday, Nov 9, 2021 - 06:15 PM", "2021-11-09T18:15:00", "minute"),
    ("6:15 p.m. ET Nov. 9, 2021", "2021-11-09T18:15:00-05:00", "minute"),
    ("6:15 p.m. ET July 9, 2021", "2021-07-09T18:15:00-04:00", "minute"),
    ("6:15 p.m. PT, Tue April 5, 2005", "2005-04-05T18:15:00-07:00", "minute"),
    ("6:15 p.m. ET April 10, 1977", "1977-04-10T18:15:00-05:00", "minute"),
    ("17:41 JST, October 13, 2024", "2024-10-13T17:41:00+09:00", "minute"),
    ("Apr 16, 2026, 14:04 IST", "2026-04-16T14:04:00+05:30", "minute"),
    ("Tue 3 May 2022 14.05 BST", "2022-05-03T14:05:00+01:00", "minute"),
    ("Tue, 3 May 2022 14:05:00 +0200", "2022-05-03T14:05:00+02:00", "minute"),
    ("May 3, 2021 1:30 PM GMT+2", "2021-05-03T13:30:00+02:00", "minute"),
    ("2021-05-03T14:05:30Z", "2021-05-03T14:05:00+00:00", "minute"),
    ("2 March 2020, 12AM GMT", "2020-03-02T00:00:00+00:00", "hour"),
    ("2 March 2020, 12PM", "2020-03-02T12:00:00", "hour"),
    ("May 3, 20215:04 AM", "2021-05-03T05:04:00", "minute"),
]


@pytest.mark.parametrize(("cut", "value", "precision"), MOMENTS)
def test_a_date_as_newspapers_print_it(cut: str, value: str, precision: str) -> None:
    found = read_moment(cut)
    assert found is not None
    assert (found[0].isoformat(), found[1]) == (value, precision)


RELATIVE = [
    ("two weeks ago", "2021-05-06"),
    ("3 days ago", "2021-05-17"),
    ("yesterday", "2021-05-19"),
    ("May 3", "2021-05-03"),
    ("Dec. 3", "2020-12-03"),
    ("June 3", "2021-06-03"),
    ("Feb. 29", "2020-02-29"),
    ("Tuesday", "2021-05-18"),
    ("Thursday", "2021-05-20"),
]


@pytest.mark.parametrize(("cut", "day"), RELATIVE)
def test_a_relative_day_needs_a_day_to_be_reckoned_from(cut: str, day: str) -> None:
    found = read_moment(cut, base=BASE)
    assert found is not None
    assert found[0].isoformat() == day
    assert read_moment(cut) is None


@pytest.mark.parametrize("cut", ["4 months ago", "7 hours", "5 hours ago"])
def test_a_vague_time_is_no_day(cut: str) -> None:
    assert read_moment(cut, base=BASE) is None


def test_hours_are_reckoned_from_a_moment() -> None:
    found = read_moment("5 hours ago", base=dt.datetime(2021, 5, 20, 3))
    assert found == (dt.datetime(2021, 5, 19, 22), "hour")


@pytest.mark.parametrize("cut", ["march", "may", "sun", "the march", "", "31 June 2021", "30/30/2021", "2021", "no"])
def test_words_and_impossible_days_are_no_dates(cut: str) -> None:
    assert read_moment(cut, base=BASE) is None


def test_an_ambiguous_date_needs_an_order() -> None:
    assert is_ambiguous("03/04/2021")
    assert read_moment("03/04/2021") is None
    assert read_moment("03/04/2021", order="DMY") == (dt.date(2021, 4, 3), "day")
    assert read_moment("03/04/2021", order="MDY") == (dt.date(2021, 3, 4), "day")
    assert not is_ambiguous("13/04/2021")


def test_a_time_without_a_zone_is_in_the_callers() -> None:
    zone = dt.timezone(dt.timedelta(hours=2))
    found = read_moment("May 3, 2021 14:05", timezone=zone)
    assert found == (dt.datetime(2021, 5, 3, 14, 5, tzinfo=zone), "minute")


def test_other_languages_are_read_by_dateparser() -> None:
    assert read_moment("3. März 2021, 14:05 Uhr", languages=("de",)) == (dt.datetime(2021, 3, 3, 14, 5), "minute")


@given(st.text(max_size=90), st.sampled_from([None, BASE]))
def test_any_text_is_read_without_an_error(cut: str, base: dt.date | None) -> None:
    read_moment(cut, base=base)


@given(st.dates(min_value=dt.date(1900, 1, 1)), st.sampled_from(["%B %d, %Y", "%d %b %Y", "%Y-%m-%d", "%a, %d %B %Y"]))
def test_every_day_survives_being_printed(day: dt.date, form: str) -> None:
    printed = day.strftime(form)
    assert read_moment(printed) == (day, "day")
