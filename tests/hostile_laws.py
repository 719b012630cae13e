"""What holds of every text and every page, however broken: for the tests and for the fuzz target."""

from __future__ import annotations

import importlib.util

from newsparse import Article, from_dict, parse, parse_html, to_dict
from newsparse.batch.wire import pack, unpack
from test_laws import check
from test_parts import check as check_parts

ABROAD = ("de", "es", "fr", "it")
PAGES = importlib.util.find_spec("trafilatura") is not None


def as_text(data: bytes) -> str:
    """Bytes as UTF-8; what is none becomes a lone surrogate."""
    return data.decode("utf-8", "surrogateescape")


def hold(text: str) -> None:
    """Read it as text, in one more language too, and as a page where it may be one."""
    hold_article(parse(text), text)
    hold_article(parse(text, language=ABROAD[len(text) % len(ABROAD)]), text)
    if PAGES and text.lstrip()[:1] == "<":
        article = parse_html(text)
        hold_article(article, article.text)


def hold_article(article: Article, text: str) -> None:
    check(article, text)
    check_parts(article)
    assert from_dict(to_dict(article)) == article
    assert unpack(pack(article), text) == article
