"""Dates: what a stretch says that a rule has cut out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.dates import is_ambiguous, read_moment

BASE = dt.date(2021, 5, 20)
TABLE = Path(__file__).parent.parent / "cases" / "dates" / "formats.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def known(given: str) -> dict[str, object]:
    """The caller's side of a row of the table: `day=2021-05-20`, `order=DMY`, `zone=+02:00`."""
    found: dict[str, object] = {}
    for pair in given.split(";") if given != "-" else ():
        name, value = pair.split("=")
        if name == "day":
            found["base"] = dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)
        elif name == "zone":
            found["timezone"] = dt.datetime.fromisoformat(f"2021-05-20T00:00{value}").tzinfo
        else:
            found[name] = value
    return found


def test_the_table_has_rows_enough() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize(("printed", "given", "value", "precision"), ROWS)
def test_a_date_as_newspapers_print_it(printed: str, given: str, value: str, precision: str) -> None:
    found = read_moment(printed, **known(given))  # type: ignore[arg-type]
    assert (("none", "-") if found is None else (found[0].isoformat(), found[1])) == (value, precision)


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
