"""The founding article, read as its gold annotation says."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsparse import Article, Quote, parse

GOLD_FILE = Path(__file__).resolve().parent.parent / "seeds" / "nato-relations-destroyed.gold.json"
GOLD: dict[str, Any] = json.loads(GOLD_FILE.read_text(encoding="utf-8"))
ROWS = {row["id"]: row for row in GOLD["attributions"]}
WORD = re.compile(r"\w+(?:['’]\w+)*")


@pytest.fixture(scope="module")
def article() -> Article:
    return parse(GOLD["text"])


def words(pieces: list[list[int]]) -> set[int]:
    return {m.start() + start for start, end in pieces for m in WORD.finditer(GOLD["text"][start:end])}


def pair(quote: Quote) -> list[list[int]]:
    return [[piece.start, piece.end] for piece in quote.content]


def matches(article: Article) -> dict[str, Quote]:
    """Each gold attribution with the quote that shares at least half of its words, best first."""
    every = [*article.quotes, *article.attitudes]
    scored = []
    for name, row in ROWS.items():
        gold = words(row["content"])
        for number, quote in enumerate(every):
            have = words(pair(quote))
            scored.append((len(gold & have) / len(gold | have), name, number))
    found: dict[str, Quote] = {}
    for score, name, number in sorted(scored, key=lambda row: -row[0]):
        if score >= 0.5 and name not in found and not any(every[number] is quote for quote in found.values()):
            found[name] = every[number]
    return found


def test_the_file_and_the_gold_have_the_same_text(founding: str) -> None:
    assert founding == GOLD["text"]


def test_header(article: Article) -> None:
    header = GOLD["header"]
    assert article.headline is not None
    assert article.headline.text == header["headline"]
    assert [b.name.text for b in article.bylines] == header["authors"]
    assert article.published is not None
    assert article.published.value == dt.datetime.fromisoformat(header["published"])
    assert article.published.precision == "minute"
    assert [span.text for span in article.credits] == header["credits"]
    assert [span.text for span in article.furniture] == header["furniture"]
    assert len(article.paragraphs) == header["paragraphs"]
    assert not any("Shutterstock" in p.text for p in article.paragraphs)


@pytest.mark.parametrize("name", ROWS)
def test_attribution(article: Article, name: str) -> None:
    row, quote = ROWS[name], matches(article).get(name)
    assert quote is not None, "not found"
    assert quote.kind == row["type"]
    assert (quote.speaker.name if quote.speaker else None) == row["speaker"]


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if len(row["content"]) > 1])
def test_a_quotation_in_two_pieces_is_one(article: Article, name: str) -> None:
    assert pair(matches(article)[name]) == ROWS[name]["content"]


def test_via_addressee_and_days(article: Article) -> None:
    found = matches(article)
    assert found["E11"].via is not None
    assert found["E11"].via.text == "Reuters"
    assert found["E16"].addressee is not None
    assert found["E16"].addressee.span.text == "Norwegian broadcaster NRK"
    for name in ("E2", "E15"):
        when = found[name].when
        assert when is not None
        assert (str(when.value), when.precision) == (ROWS[name]["when"], "day")


def test_last_week_is_a_range_and_his_country_is_spoken_to(article: Article) -> None:
    quote = matches(article)["E13"]
    assert quote.when is not None
    assert (quote.when.precision, str(quote.when.value), str(quote.when.end)) == ("range", "2022-12-05", "2022-12-11")
    assert quote.addressee is not None
    assert quote.addressee.span.text == ROWS["E13"]["addressee"]


def test_at_most_one_attribution_more(article: Article) -> None:
    outer = [q for q in (*article.quotes, *article.attitudes) if q.parent is None]
    assert len(outer) <= len(ROWS) + 1


def test_editorial_quotation_marks_are_not_speech(article: Article) -> None:
    whole = {" ".join(piece.text for piece in q.content).strip("\"'.,") for q in article.quotes}
    assert whole.isdisjoint({"Destroyed", "destroyed", "trust", "special military operation", "lengthy process"})
