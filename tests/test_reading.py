"""What `parse` takes, and what it says to what it does not take."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from newsparse import Article, parse

STORY = 'Harbour Opens\n\nBy Lena Hartwell\n\n"It holds," Dana Ortiz said on Monday.'


@pytest.mark.parametrize("text", [b"abc", bytearray(b"abc"), memoryview(b"abc")])
def test_bytes_are_to_be_decoded_first(text: Any) -> None:
    with pytest.raises(TypeError, match="text must be a str, not bytes: decode it first"):
        parse(text)


@pytest.mark.parametrize(("text", "name"), [(None, "None"), (3, "int"), (["a"], "list")])
def test_text_must_be_text(text: Any, name: str) -> None:
    with pytest.raises(TypeError, match=f"text must be a str, not {name}"):
        parse(text)


@pytest.mark.parametrize("argument", ["url", "published", "language", "timezone"])
def test_other_arguments_are_named_too(argument: str) -> None:
    with pytest.raises(TypeError, match=f"{argument} must be"):
        parse("", **{argument: 3})  # type: ignore[arg-type]


def test_an_unknown_language() -> None:
    with pytest.raises(ValueError, match=r"language must be one of .*en.*; got 'xx'"):
        parse("", language="xx")


@pytest.mark.parametrize(
    "published",
    [
        "",
        "yesterday",
        "2022",
        "2022-13-01",
        "2022-02-30",
        "20221214",
        "2022-W50-3",
        "14.12.2022",
        "2022-12-14T25:00",
        "٢٠٢٢-١٢-١٤",
    ],
)
def test_published_that_is_no_date(published: str) -> None:
    with pytest.raises(ValueError, match="published must be an ISO 8601 date"):
        parse("", published=published)


@pytest.mark.parametrize("timezone", ["", "Middle Earth", "../etc/passwd", "Europe/Nowhere", "\0"])
def test_an_unknown_timezone(timezone: str) -> None:
    with pytest.raises(ValueError, match="timezone must be an IANA name"):
        parse("", timezone=timezone)


UTC = dt.timezone.utc


@pytest.mark.parametrize(
    ("published", "value"),
    [
        (dt.date(2022, 12, 14), dt.date(2022, 12, 14)),
        (dt.datetime(2022, 12, 14, 7, 45), dt.datetime(2022, 12, 14, 7, 45)),
        ("2022-12-14", dt.date(2022, 12, 14)),
        ("2022-12-14T07:45", dt.datetime(2022, 12, 14, 7, 45)),
        (" 2022-12-14 07:45:30 ", dt.datetime(2022, 12, 14, 7, 45, 30)),
        ("2022-12-14T07:45:30.5Z", dt.datetime(2022, 12, 14, 7, 45, 30, 500000, UTC)),
        ("2022-12-14T07:45+0100", dt.datetime(2022, 12, 14, 6, 45, tzinfo=UTC)),
    ],
)
def test_what_the_caller_knows_wins(published: Any, value: dt.date) -> None:
    for text in ("", STORY, STORY.replace("Hartwell", "Hartwell\nMay 1, 2019")):
        found = parse(text, published=published).published
        assert found is not None
        assert (found.value, found.span) == (value, None)
        assert found.precision == ("minute" if isinstance(value, dt.datetime) else "day")


def test_days_are_reckoned_from_what_the_caller_knows() -> None:
    when = parse(STORY, published="2022-12-14").quotes[0].when
    assert when is not None
    assert when.value == dt.date(2022, 12, 12)


def test_a_time_without_a_zone_gets_the_callers() -> None:
    found = parse("", published="2022-12-14T07:45", timezone="Europe/Vienna").published
    assert found is not None
    assert found.value == dt.datetime(2022, 12, 14, 6, 45, tzinfo=UTC)
    found = parse(STORY.replace("Hartwell", "Hartwell\nMarch 14, 2024 7:45 AM"), timezone=UTC).published
    assert found is not None
    assert found.value == dt.datetime(2024, 3, 14, 7, 45, tzinfo=UTC)


def test_empty_text_gives_an_empty_article() -> None:
    assert parse("") == Article(text="", language="en")
    blank = parse(" \n\t\n ")
    assert blank == Article(text=" \n\t\n ", language="en")


def test_the_text_is_the_callers_own_object() -> None:
    text = "".join(["Harbour ", "Opens"])
    assert parse(text).text is text


class Text(str):
    """A string of a class of the caller's own."""


def test_a_subclass_of_str_is_text() -> None:
    text = Text(STORY)
    assert parse(text).text is text
    assert parse(text) == parse(STORY)


def test_said_by(founding: str) -> None:
    article = parse(founding)
    assert {q.speaker.name for q in article.said_by("stoltenberg") if q.speaker} == {"Jens Stoltenberg"}
    assert article.said_by("Jens  Stoltenberg") == article.said_by("stoltenberg") != ()
    assert article.said_by("Stolten") == article.said_by("") == ()
    name: Any = None
    with pytest.raises(TypeError, match="name must be a str"):
        article.said_by(name)


LESS_SURE = '"It holds," Dana Ortiz said. Ilse Kern hopes that the mayor thinks the pier is safe. "Rust," it read.'


def test_less_confident_is_left_out() -> None:
    everything = parse(LESS_SURE)
    for field in ("quotes", "attitudes"):
        for quote in getattr(everything, field):
            at_least = parse(LESS_SURE, min_confidence=quote.confidence)
            wanted = [q.span for q in getattr(everything, field) if q.confidence >= quote.confidence]
            assert [q.span for q in getattr(at_least, field)] == wanted
    assert parse(LESS_SURE, min_confidence=0) == everything
    assert parse(LESS_SURE, min_confidence=1).quotes == ()


@pytest.mark.parametrize("wrong", ["0.5", None, True, [0.5]])
def test_least_confidence_is_a_number(wrong: Any) -> None:
    with pytest.raises(TypeError, match="min_confidence must be a float from 0 to 1"):
        parse("", min_confidence=wrong)


@pytest.mark.parametrize("wrong", [-0.1, 1.01, 2, float("nan"), float("inf")])
def test_least_confidence_is_within_reach(wrong: float) -> None:
    with pytest.raises(ValueError, match="min_confidence must be from 0 to 1"):
        parse("", min_confidence=wrong)
