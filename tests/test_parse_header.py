"""`parse_header`: what `parse` gives, without quotes and what hangs on them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from newsparse import Article, Doubt, parse, parse_header

CASES = Path(__file__).parent / "cases" / "headers"
TEXTS = sorted(CASES.rglob("*.txt"))
STORY = '"The quay holds, Dana Ortiz said.\n\nHarbour Opens\nBy Lena Hartwell\nMay 3, 2024\n\n"It holds," Bo Kuhn said.'
ALIKE = [field.name for field in attrs.fields(Article) if field.name not in ("quotes", "attitudes", "speakers")]


def assert_alike(header: Article, whole: Article) -> None:
    """Everything the same but what tells of speech: that is empty, or left out."""
    assert not (header.quotes or header.attitudes or header.speakers)
    for name in ALIKE:
        ours, theirs = getattr(header, name), getattr(whole, name)
        if name == "doubts":
            assert set(ours) <= set(theirs)
        elif name == "provenance":
            assert ours == tuple(one for one in theirs if not one.field.startswith(("quotes", "attitudes")))
        else:
            assert ours == theirs, name


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_all_but_speech_is_that_of_parse(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    language = path.parent.name if path.parent != CASES else "en"
    url = "https://paper.example.co.uk/2024/05/03/ferry-line-drops-night-sailings"
    assert_alike(parse_header(text, language=language), parse(text, language=language))
    assert_alike(parse_header(text, url, language="auto"), parse(text, url, language="auto"))


@pytest.mark.parametrize("text", ["", "\0", "\ud800\n\nBy \udfff", STORY, STORY + " \u201cIt ends", "By\n\nBy\n\nBy"])
def test_strange_texts_too(text: str) -> None:
    assert_alike(parse_header(text), parse(text))


@pytest.mark.parametrize(
    "options",
    [{"published": "2024-05-03"}, {"published": "2024-05-03T07:45"}, {"timezone": "Europe/Vienna"}, {"url": "a/b"}]
    + [{"date_order": order} for order in ("DMY", "MDY", "YMD")],
)
def test_options_do_the_same(options: dict[str, Any]) -> None:
    text = "Harbour Opens\n\nBy Lena Hartwell\n\n03/04/2021 5 p.m.\n\nThe harbour opened on Monday after the ice."
    assert_alike(parse_header(text, **options), parse(text, **options))


def test_doubts_about_dates_stay_and_those_about_quotes_go() -> None:
    text = "Harbour Opens\n\nBy Lena Hartwell\n\n03/04/2021\n\n“It holds, Dana Ortiz said on Monday."
    doubts = parse_header(text).doubts
    assert [doubt.span.text for doubt in doubts if isinstance(doubt, Doubt)] == ["03/04/2021"]
    assert len(parse(text).doubts) > 1


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"text": b"abc"}, TypeError, "text must be a str, not bytes: decode it first"),
        ({"text": None}, TypeError, "text must be a str, not None"),
        ({"text": "", "url": 3}, TypeError, "url must be"),
        ({"text": "", "published": 3}, TypeError, "published must be"),
        ({"text": "", "language": 3}, TypeError, "language must be"),
        ({"text": "", "timezone": 3}, TypeError, "timezone must be"),
        ({"text": "", "language": "xx"}, ValueError, "language must be one of"),
        ({"text": "", "published": "soon"}, ValueError, "published must be an ISO 8601 date"),
        ({"text": "", "timezone": "Tarn/Osthaven"}, ValueError, "timezone must be an IANA name"),
        ({"text": "", "date_order": "MYD"}, ValueError, "date_order must be"),
    ],
)
def test_arguments_are_checked_as_in_parse(arguments: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        parse_header(**arguments)
