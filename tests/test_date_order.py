"""`date_order`: how a date in figures is read, and what tells it where the caller does not."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from newsparse import Article, parse
from newsparse.cli import main

TEXT = """Ferry line drops night sailings

By Ann Lee
{date}

{dateline}The harbour board voted on Monday to close the eastern ferry line, its chair said after the meeting.
"""
APRIL, MARCH = dt.date(2021, 4, 3), dt.date(2021, 3, 4)


def day(date: str = "03/04/2021", dateline: str = "", **known: str | None) -> dt.date | None:
    article = parse(TEXT.format(date=date, dateline=dateline), **known)  # type: ignore[arg-type]
    assert bool(article.doubts) == (article.published is None)
    return article.published.value if article.published else None


def doubts(article: Article) -> list[str]:
    return [doubt.span.text for doubt in article.doubts]


@pytest.mark.parametrize(("order", "wanted"), [("DMY", APRIL), ("MDY", MARCH)])
def test_the_caller_tells(order: str, wanted: dt.date) -> None:
    assert day(date_order=order) == wanted
    assert day(dateline="PORTLAND, Ore. — ", url="https://courier.co.uk/", date_order=order) == wanted


def test_two_figures_for_the_year_come_first_where_the_caller_says_so() -> None:
    assert day("03/04/05", date_order="YMD") == dt.date(2003, 4, 5)
    assert day("03/04/2021", date_order="YMD") is None


def test_nothing_tells() -> None:
    article = parse(TEXT.format(date="03/04/2021", dateline=""))
    assert article.published is None
    assert doubts(article) == ["03/04/2021"]


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ({"url": "https://www.courier.co.uk/ferry"}, APRIL),
        ({"url": "https://www.courier.com.au/ferry"}, APRIL),
        ({"url": "https://news.courier.gov/ferry"}, MARCH),
        ({"url": "https://courier.com/2021/03/04/ferry"}, MARCH),
        ({"url": "https://courier.com/2021/4/3/ferry"}, APRIL),
        ({"url": "https://courier.com/ferry"}, None),
        ({"url": "https://courier.ca/ferry"}, None),
        ({"timezone": "Europe/London"}, APRIL),
        ({"timezone": "America/Chicago"}, MARCH),
        ({"timezone": "America/Toronto"}, None),
        ({"dateline": "LONDON (AP) — "}, APRIL),
        ({"dateline": "PORTLAND, Ore. — "}, MARCH),
        ({"dateline": "NEW DELHI: "}, APRIL),
        ({"dateline": "LONDON — ", "timezone": "America/Chicago"}, None),
        ({"date": "03/04/2021 2:05 pm ET"}, MARCH),
        ({"date": "03/04/2021 14:05 BST"}, APRIL),
        ({"date": "03/04/2021 14:05 GMT+2"}, APRIL),
        ({"date": "Saturday 03/04/2021"}, APRIL),
        ({"date": "Thursday 03/04/2021", "url": "https://www.courier.co.uk/ferry"}, MARCH),
        ({"date": "Published: 03/04/2021\nUpdated: 13/04/2021"}, APRIL),
        ({"date": "Published: 03/04/2021\nUpdated: 04/13/2021"}, MARCH),
    ],
)
def test_the_country_tells(known: dict[str, str], wanted: dt.date | None) -> None:
    found = day(**known)
    assert (found.date() if isinstance(found, dt.datetime) else found) == wanted


@pytest.mark.parametrize("order", ["dmy", "YDM", "", "DM"])
def test_no_such_order(order: str) -> None:
    with pytest.raises(ValueError, match="date_order must be"):
        parse("", date_order=order)
    with pytest.raises(TypeError, match="date_order must be"):
        parse("", date_order=1)  # type: ignore[arg-type]


def test_the_day_in_the_address_stands_in() -> None:
    text = TEXT.replace("{date}\n", "").format(dateline="")
    article = parse(text, url="https://courier.com/2021/04/03/ferry")
    assert article.published is not None
    assert (article.published.value, article.published.span) == (APRIL, None)
    assert parse(text, url="https://courier.com/2021/44/03/ferry").published is None
    assert parse(text, url="https://courier.com/2021/ferry").published is None


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(TEXT.format(date="03/04/2021", dateline=""), encoding="utf-8")
    assert main([str(file), "--json", "--date-order", "DMY"]) == 0
    assert json.loads(capsys.readouterr().out)["published"]["value"] == "2021-04-03"
    with pytest.raises(SystemExit) as stopped:
        main([str(file), "--date-order", "day first"])
    assert stopped.value.code == 2
    assert "date_order must be" in capsys.readouterr().err
