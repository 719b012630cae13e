"""The rules of pages, each on its own examples, and on those with other pages' furniture around them."""

from __future__ import annotations

import pytest

from newsparse import Article, parse_html
from newsparse.rules.page import PAGE_RULES

pytest.importorskip("trafilatura")

HITS = [pytest.param(rule.name, page, id=f"{rule.name}-{i}") for rule in PAGE_RULES for i, page in enumerate(rule.hits)]
MISSES = [
    pytest.param(rule.name, page, id=f"{rule.name}-{i}") for rule in PAGE_RULES for i, page in enumerate(rule.misses)
]
MENU = '<nav><a href="/">Home</a><a href="/harbour">Harbour</a></nav><header><a href="/">The Tarn Post</a></header>'
MORE = (
    '<aside><h2>Related</h2><a href="/2">Old pier to be torn down</a></aside><footer><p>© 2024 Tarn Media</p></footer>'
)


def named(article: Article) -> set[str]:
    """The names of the rules that found a part of the header."""
    return {provenance.rule for provenance in article.provenance}


@pytest.mark.parametrize(("name", "page"), HITS)
def test_hit_alone(name: str, page: str) -> None:
    assert name in named(parse_html(page))


@pytest.mark.parametrize(("name", "page"), HITS)
def test_hit_among_furniture(name: str, page: str) -> None:
    furnished = page.replace("<body>", f"<body>{MENU}").replace("</body>", f"{MORE}</body>")
    assert furnished != page
    assert name in named(parse_html(furnished))


@pytest.mark.parametrize(("name", "page"), MISSES)
def test_miss(name: str, page: str) -> None:
    assert name not in named(parse_html(page))
