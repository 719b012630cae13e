"""TEI: valid by the TEI consortium's own DTD, the text unharmed, the pieces tied, who points at whom."""

from __future__ import annotations

import functools
import importlib.util
import re
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from export.samples import BRIDGE, articles
from newsparse import Article, Byline, Quote, Span, parse
from newsparse.export import to_tei
from newsparse.export.nesting import Element, nest

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@functools.cache
def dtd() -> etree.DTD:
    """The DTD of TEI P5 that trafilatura ships, which lacks one attribute of the module for analysis."""
    spec = importlib.util.find_spec("trafilatura")
    assert spec is not None and spec.origin is not None
    path = Path(spec.origin).parent / "data" / "tei_corpus.dtd"
    return etree.DTD(StringIO(path.read_text(encoding="utf-8") + "<!ATTLIST said ana CDATA #IMPLIED>"))


def read(article: Article, url: str | None = None) -> etree._Element:
    tree = etree.fromstring(to_tei(article, url).encode("utf-8"))
    assert dtd().validate(tree), (article.text, dtd().error_log)
    names = {element.get(ID): element for element in tree.iter() if element.get(ID)}
    for element in tree.iter():
        for key in ("who", "toWhom", "next", "prev", "corresp", "ana"):
            assert all(pointer[1:] in names for pointer in (element.get(key) or "").split())
    return tree


def body(tree: etree._Element) -> etree._Element:
    found = tree.find(f"{TEI}text/{TEI}body")
    assert found is not None
    return found


def held(text: str) -> str:
    """The text as far as XML can hold it."""
    return re.sub(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]",
        "\ufffd",
        text.replace("\r\n", "\n").replace("\r", "\n"),
    )


def test_all_are_valid_and_hold_their_text() -> None:
    for article in articles().values():
        tree = read(article, "https://lamp.example/a b?c=1&d=<2>")
        assert "".join(body(tree).itertext()) == held(article.text)


def said(tree: etree._Element, name: str) -> str:
    """What the element of that name and those that it is tied to hold."""
    names = {element.get(ID): element for element in tree.iter(f"{TEI}said")}
    element, found, before = names[name], "", None
    while element is not None:
        assert element.get("prev") == before
        found += "".join(element.itertext())
        before = f"#{element.get(ID)}"
        element = names[element.get("next")[1:]] if element.get("next") else None
    return found


def test_every_piece_of_what_is_said_comes_back() -> None:
    for article in articles().values():
        tree = read(article)
        for name, quotes in (("quotes", article.quotes), ("attitudes", article.attitudes)):
            for i, quote in enumerate(quotes):
                wanted = held("".join(str(piece) for piece in quote.content))
                assert re.sub(r"\s", "", said(tree, f"{name}-{i}")) == re.sub(r"\s", "", wanted)


def test_who_says_it_to_whom() -> None:
    tree = read(articles()["bridge"])
    first = next(tree.iter(f"{TEI}said"))
    names = {element.get(ID): "".join(element.itertext()) for element in tree.iter() if element.get(ID)}
    assert "Dana Ortiz" in names[first.get("who")[1:]]
    assert names[first.get("toWhom")[1:]] == "reporters"
    assert (first.get("direct"), first.get("aloud")) == ("true", None)
    hopes = [element for element in tree.iter(f"{TEI}said") if element.get("aloud") == "false"]
    assert ["".join(element.itertext()) for element in hopes] == ["to stay in business"]


def test_what_is_in_marks() -> None:
    tree = read(articles()["bridge"])
    assert ["".join(e.itertext()) for e in tree.iter(f"{TEI}soCalled")] == ['"fast lane"']
    (mixed,) = [e for e in tree.iter(f"{TEI}said") if e.find(f"{TEI}q") is not None]
    assert mixed.get("direct") == "false"
    assert mixed.findtext(f"{TEI}q") == '"no money at all"'


def test_a_title_in_marks_is_no_scare_quote() -> None:
    tree = read(parse('The play "Nine Winters" opened on Friday.'))
    assert [tag for tag in ("q", "soCalled") if next(tree.iter(f"{TEI}{tag}"), None) is not None] == ["q"]


def test_header_lines_have_their_elements() -> None:
    tree = read(articles()["bridge"])
    assert [e.tag.removeprefix(TEI) for e in body(tree)][:4] == ["head", "byline", "docDate", "p"]
    assert body(tree).findtext(f"{TEI}byline/{TEI}docAuthor") == "Lena Hartwell"
    assert next(body(tree).iter(f"{TEI}date")).get("when") == "2024-03-14"


@pytest.mark.parametrize("line", ["A Second Bridge for Harbour Town\n\n", "By Lena Hartwell\n\n"])
def test_lines_out_of_place_are_valid_too(line: str) -> None:
    text = BRIDGE.replace("The so-called", f"{line}The so-called")
    assert "".join(body(read(parse(text))).itertext()) == text


def test_a_byline_out_of_place_is_valid_too() -> None:
    text = "It was cold.\nBy Lena Hartwell\nIt froze."
    lines = [Span(start, start + len(line), line) for start, line in ((0, "It was cold."), (30, "It froze."))]
    byline = Byline(span=Span(13, 29, "By Lena Hartwell"), name=Span(16, 29, "Lena Hartwell"))
    tree = read(Article(text=text, language="en", paragraphs=tuple(lines), bylines=(byline,)))
    assert "".join(body(tree).itertext()) == text
    assert body(tree).findtext(f"{TEI}ab/{TEI}name") == "Lena Hartwell"


def test_attributions_that_cross_are_cut() -> None:
    text = "one two three four five"

    def quote(start: int, end: int) -> Quote:
        piece = Span(start, end, text[start:end])
        return Quote(span=piece, content=(piece,), kind="indirect", rule="made.by_hand")

    whole = Span(0, len(text), text)
    article = Article(text=text, language="en", paragraphs=(whole,), quotes=(quote(0, 13), quote(4, 18), quote(8, 23)))
    tree = read(article)
    assert "".join(body(tree).itertext()) == text
    assert [said(tree, f"quotes-{i}") for i in range(3)] == [text[0:13], text[4:18], text[8:23]]


@example([(0, 0), (0, 0), (0, 2), (1, 3), (2, 3)], [])  # empty ones, and two that wait for the same place
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8), st.lists(st.integers(0, 30)))
def test_parts_nest_and_cover(stretches: list[tuple[int, int]], cuts: list[int]) -> None:
    given_ = [(min(s), max(s), Element("x", {})) for s in stretches]
    edges = sorted({0, 30, *cuts})
    bounds = list(pairwise(edges))
    parts = [part for block in nest(given_, bounds) for part in block]
    for start, end, element in given_:
        assert sorted(n for a, b in element.parts for n in range(a, b)) == list(range(start, end))
    for one in parts:
        for other in parts:
            apart = one.end <= other.start or other.end <= one.start
            inside = (one.start <= other.start and other.end <= one.end) or (
                other.start <= one.start and one.end <= other.end
            )
            assert apart or inside
