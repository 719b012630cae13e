"""Whatever the text: no export raises, and each says as often as the article that somebody says something."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsparse import parse
from newsparse.export import FORMATS, export, to_frame, to_rows, to_tei, to_webanno

MARKS = [*"\"“”‘’'.,:;—-<>&=+@", "\n", "\n\n", "\r\n", "\r", "\t", "\0", "\ufeff", "\u2028", "\ud83d", "\U0001f6a2"]
WORDS = [
    " Dana ",
    "Ortiz",
    " said ",
    " said that ",
    "By Lena Hartwell",
    "March 3, 2024",
    "TARN (Reuters) - ",
    "it holds",
]
PIECES = st.sampled_from([*MARKS, *WORDS])
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(st.characters(), max_size=60)


@given(TEXTS)
def test_no_text_is_too_strange(text: str) -> None:
    article = parse(text)
    count = len(article.quotes) + len(article.attitudes)
    for name in FORMATS:
        export(article, name, "https://lamp.example/a")
    assert len(to_rows(article)) == count
    assert sum(a["motivation"] == "describing" for a in to_webanno(article)["first"]["items"]) == count
    json.loads(export(article, "jsonld"))
    tree = etree.fromstring(to_tei(article).encode("utf-8"))
    firsts = [e for e in tree.iter("{http://www.tei-c.org/ns/1.0}said") if e.get("prev") is None]
    assert len(firsts) == count


@pytest.mark.parametrize("text", ["", "\ud83d Ortiz said that \udc00 it holds.", '"It\0 holds," Ortiz said.'])
@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_take_any_text(text: str, library: str) -> None:
    assert len(to_frame(parse(text), library)) == len(to_rows(parse(text)))  # type: ignore[call-overload]


def test_a_language_that_there_is_none_of() -> None:
    article = attrs.evolve(parse('By Ann Lund\n\n"It holds," said Dana Ortiz.'), language="xx")
    for name in FORMATS:
        assert export(article, name)
