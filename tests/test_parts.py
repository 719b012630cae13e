"""The law of parts: every visible character of `Article.text` lies in exactly one part of the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse import Article, Span, parse

CASES = sorted((Path(__file__).parent / "cases" / "headers").glob("*.txt"))
PAGES = [path.read_bytes().decode("utf-8").split("=====\n", 1)[1] for path in CASES]
LINES = sorted({line for page in PAGES for line in page.splitlines() if line})


def parts(article: Article) -> list[Span]:
    """The parts, as docs/explanation/parts.md defines them: in text order, several names of one byline once."""
    found = [article.headline, article.standfirst, article.section]
    found += [byline.span for byline in article.bylines]
    found += [*article.credits, *article.corrections, *article.furniture, *article.paragraphs]
    dateline = article.dateline.span if article.dateline else None
    for moment in (article.published, article.updated):
        span = moment.span if moment else None
        if span and not (dateline and dateline.start <= span.start < dateline.end):
            found.append(span)
    if dateline and not any(one.start <= dateline.start < one.end for one in article.paragraphs):
        found.append(dateline)
    return sorted({span for span in found if span is not None}, key=lambda span: (span.start, span.end))


def visible(text: str) -> bool:
    return any(char.isprintable() and not char.isspace() for char in text)


def check(article: Article) -> None:
    position = 0
    for span in parts(article):
        assert position <= span.start < span.end <= len(article.text)
        assert span.text == article.text[span.start : span.end]
        assert not visible(article.text[position : span.start])
        position = span.end
    assert not visible(article.text[position:])


@pytest.mark.parametrize("page", PAGES, ids=[path.stem for path in CASES])
@pytest.mark.parametrize("published", [None, "2021-05-20"])
def test_pages(page: str, published: str | None) -> None:
    check(parse(page, published=published))


@given(
    st.lists(st.sampled_from(LINES), max_size=12),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
    st.sampled_from([None, "https://www.tarncourier.co.uk/2021/04/03/ferry-line-drops-night-sailings"]),
)
def test_lines_of_pages_thrown_together(lines: list[str], end: str, url: str | None) -> None:
    check(parse(end.join(lines), url=url))


@given(st.text())
def test_any_text(text: str) -> None:
    check(parse(text))
