"""`parse_html` on pages of our own: `cases/html/NAME.html`, with what is right beside it in `NAME.json`."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from newsparse import Article, Span, from_dict, parse, parse_html, to_dict

pytest.importorskip("trafilatura")

CASES = Path(__file__).parent / "cases" / "html"
NAMES = sorted(path.stem for path in CASES.glob("*.html"))


def page(name: str) -> str:
    return (CASES / f"{name}.html").read_text(encoding="utf-8")


def iso(article: Article, field: str) -> str | None:
    when = getattr(article, field)
    return None if when is None else when.value.isoformat()


def spans(value: Any) -> list[Span]:
    """Every span in a record, however deep."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for one in value for span in spans(one)]
    fields = getattr(type(value), "__attrs_attrs__", ())
    return [span for field in fields for span in spans(getattr(value, field.name))]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_as_expected(name: str) -> None:
    wanted = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    article = parse_html(page(name))
    by = [byline for byline in article.bylines if byline.contribution in ("by", "with")]
    assert str(article.headline) == wanted["headline"]
    assert [byline.name.text for byline in by] == wanted["authors"]
    assert iso(article, "published") == wanted["published"]
    assert iso(article, "updated") == wanted["updated"]
    shown = None if article.published is None or article.published.span is None else article.published.span.text
    assert shown == wanted["published_span"]
    places = [place.text for place in article.dateline.places] if article.dateline else []
    assert places == ([] if wanted["dateline"] is None else [wanted["dateline"]])
    assert len(article.paragraphs) == len(wanted["paragraphs"])
    for paragraph, start in zip(article.paragraphs, wanted["paragraphs"], strict=True):
        assert paragraph.text.startswith(start)
    assert [words for words in wanted["absent"] if words in article.text] == []
    assert [doubt.reason for doubt in article.doubts] == wanted["doubts"]
    assert article.language == wanted.get("language", "en")
    for field in ("section", "standfirst"):
        if field in wanted:
            assert str(getattr(article, field)) == wanted[field]
    if "roles" in wanted:
        assert [str(byline.role) for byline in by] == wanted["roles"]
    if "reporting" in wanted:
        assert [b.name.text for b in article.bylines if b.contribution == "reporting"] == wanted["reporting"]


@pytest.mark.parametrize("name", NAMES)
def test_every_span_is_a_stretch_of_the_text(name: str) -> None:
    article = parse_html(page(name))
    found = spans(article)
    assert found
    assert all(article.text[span.start : span.end] == span.text for span in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_character_is_in_one_part(name: str) -> None:
    article = parse_html(page(name))
    covered = [0] * len(article.text)
    whole = {byline.span for byline in article.bylines}
    dates = {when.span for when in (article.published, article.updated) if when is not None and when.span is not None}
    lines = [article.headline, article.standfirst, article.section, *whole, *dates, *article.credits]
    for span in (*lines, *article.corrections, *article.furniture, *article.paragraphs):
        if span is not None:
            for i in range(span.start, span.end):
                covered[i] += 1
    wrong = [i for i, char in enumerate(article.text) if covered[i] != 1 and not char.isspace()]
    assert not wrong, article.text[wrong[0] : wrong[0] + 60]


@pytest.mark.parametrize("name", NAMES)
def test_bytes_say_the_same_as_characters(name: str) -> None:
    assert parse_html(page(name).encode()) == parse_html(page(name))


def test_the_dict_form_holds_a_page() -> None:
    article = parse_html(page("graph"))
    assert from_dict(to_dict(article)) == article


def test_the_text_can_be_read_again() -> None:
    article = parse_html(page("graph"))
    again = parse(article.text)
    assert again.headline == article.headline
    assert [b.name for b in again.bylines] == [b.name for b in article.bylines]
    assert again.paragraphs == article.paragraphs


def test_what_the_caller_knows_wins() -> None:
    article = parse_html(page("graph"), published="2020-01-02", language="en")
    assert article.published is not None
    assert (article.published.value, article.published.span) == (dt.date(2020, 1, 2), None)


def test_a_zone_is_given_to_times_without_one() -> None:
    article = parse_html(page("authors-in-one-string"), timezone=dt.timezone.utc)
    assert iso(article, "published") == "2024-03-04T16:05:00+00:00"


def test_days_in_the_story_are_reckoned_from_the_declared_day() -> None:
    told = page("microdata").replace("told reporters.", "told reporters on Sunday.")
    when = parse_html(told).said_by("Ortiz")[-1].when
    assert when is not None
    assert when.value == dt.date(2024, 3, 3)


def test_speech_is_found_on_a_page() -> None:
    article = parse_html(page("graph"))
    assert any(quote.content[0].text == "“We can no longer pay for it,”" for quote in article.said_by("Ortiz"))
