"""What a user writes, for the type checkers: mypy --strict and pyright must find nothing wrong in it.

`assert_type` says what an editor would show. Nothing here is run, save that it is imported.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import newsparse
from newsparse import Article, Byline, Dateline, Doubt, Mention, Provenance, Quote, Span, Speaker, Timestamp
from newsparse.export import COLUMNS, export, from_jsonl, to_brat, to_csv, to_frame, to_jsonl, to_jsonld, to_tei
from newsparse.lang import CueWord, Language, PatternRule, load_language, verb
from newsparse.rules import RULES, Rule

if TYPE_CHECKING:
    import polars as pl
    from typing_extensions import assert_type


def read(text: str) -> Article:
    """All arguments of `parse`."""
    newsparse.parse(text, "https://lamp.example/a", "2024-03-14", "en", "Europe/Vienna")
    newsparse.parse(text, published=dt.datetime(2024, 3, 14, tzinfo=dt.timezone.utc), timezone=dt.timezone.utc)
    return newsparse.parse(text, published=dt.date(2024, 3, 14), min_confidence=0.5)


def header(article: Article) -> None:
    """The parts of the header."""
    if TYPE_CHECKING:
        assert_type(article.headline, Span | None)
        assert_type(article.bylines, tuple[Byline, ...])
        assert_type(article.dateline, Dateline | None)
        assert_type(article.published, Timestamp | None)
        assert_type(article.doubts, tuple[Doubt, ...])
        assert_type(article.provenance, tuple[Provenance, ...])
    for byline in article.bylines:
        if TYPE_CHECKING:
            assert_type(byline.contribution, Literal["by", "with", "reporting", "editing", "photo"])
            assert_type(byline.role, Span | None)
    if article.published is not None:
        days: dt.date = article.published.value
        print(days.isoformat(), article.published.precision)


def speech(article: Article) -> Iterator[str]:
    """Who says what."""
    for quote in (*article.quotes, *article.attitudes, *article.said_by("Ortiz")):
        if TYPE_CHECKING:
            assert_type(quote, Quote)
            assert_type(quote.content, tuple[Span, ...])
            assert_type(quote.kind, Literal["direct", "mixed", "indirect"])
            assert_type(quote.speaker, Speaker | None)
            assert_type(quote.addressee, Mention | None)
            assert_type(quote.parent, Quote | None)
            assert_type(quote.confidence, float)
        name = quote.speaker.name if quote.speaker is not None else "somebody"
        yield f"{name}: {' '.join(piece.text for piece in quote.content)}"


def forms(article: Article, path: Path) -> None:
    """Dicts and exports."""
    data = newsparse.to_dict(article)
    if TYPE_CHECKING:
        assert_type(data, dict[str, Any])
        assert_type(newsparse.from_dict(data), Article)
        assert_type(article.to_dict(), dict[str, Any])
        assert_type(to_jsonld(article, url="https://lamp.example/a"), dict[str, Any])
        assert_type(to_brat(article, notes=False), str)
        assert_type(to_tei(article), str)
        assert_type(export(article, "csv"), str)
        assert_type(to_frame({"lamp": article}, "polars"), pl.DataFrame)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(to_jsonl([article]))
    with path.open(encoding="utf-8") as file:
        articles: list[Article] = list(from_jsonl(file))
    print(to_csv(articles), to_csv(article, escape_formulas=False), to_csv({"a": article}), list(COLUMNS))


def own_words() -> Language:
    """Words and rules of one's own."""
    rule = PatternRule(name="own.wire", why="Ours.", pattern="(?<source>a)(?<content>b)", hits=["ab"], misses=("ba",))
    english = load_language("en").extend(
        cues=[verb("toot", like="tweet"), CueWord(form="took to the airwaves", act="assertion", likely=0.9)],
        titles=["pontmaster"],
        words={"header_furniture": ["Do the ferry quiz"]},
        without={"cues": ["added"]},
        rules=[rule],
    )
    if TYPE_CHECKING:
        assert_type(english.extend_from(Path("house.toml")), Language)
        assert_type(english.rules, Mapping[str, PatternRule])
        assert_type(RULES, Mapping[str, Rule])
    newsparse.parse("", language=english)
    return english
