"""Texts that were made to break a reader, and articles that something has broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile_laws import PAGES, as_text, hold
from newsparse import parse, parse_html

CASES = Path(__file__).parent / "cases"
SHAPES = sorted((CASES / "hostile").iterdir())
FOUND: list[str] = json.loads((CASES / "fuzzed" / "found.json").read_text(encoding="utf-8"))
"""The smallest inputs by which the fuzzer reached lines that the shapes do not reach."""

ARTICLES = (
    "Harbour Bridge Two Years Late\n\nCouncil has no money for a second one\n\n"
    "By Lena Hartwell and Tomas Brandt\nMarch 14, 2024, 7:45 AM EDT\n\nWENDHAVEN (Norpress) — "
    "“The bridge is two years late,” Dana Ortiz, the town’s treasurer, told reporters on Monday. “It is too short.”\n\n"
    "“Nobody asked ‘why?’ when it was planned,” she went on. “We will ask now.\n\n“And we will be told.”\n\n"
    "According to Ilse Kern, who runs the ferry, the mayor had said that “nobody pays”.\n\n"
    "(Reporting by Marta Vole; Editing by Owen Achebe)\n",
    'School roof: what we know\nUpdated 3 May 2024\n\nOrtiz: "No."\nKern: \'Yes; the "old" roof.\'\n\n'
    'Q: Who pays? A: "The council," the minister said, "and then you."\n\n'
    "The report found that 9.5% of schools — some say more — need a roof by 03/04/2025. They hope it won't rain.\n\n"
    "Photo: Owen Achebe/Norpress\n\nCorrection: An earlier version misspelt Mr. Achebe’s name.\n\nShare this\n",
    "„Die Brücke“ is what he calls it, «and it is mine», Dr. J. P. van der Moor wrote on his blog... ``Not yours,'' "
    "replied U.S. Senator Núñez-O’Callaghan.--She added: «Never!» He doesn't know, and didn't say, whether it is.\r\n",
)
MARKS = "\"'“”‘’«»„‚‹›`´′″()[]—–-:;,.?!…"
INTRUDERS = (
    *("\n", "\r\n", "\r", "\n\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\t", "\u00a0", "\u3000", "  "),
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u180e", "\ufe0f"),
    *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u061c"),
    *(
        "\u0301",
        "\u0308",
        "\u20dd",
        "e\u0301\u0323",
        "\U000e0041",
        "👩🏽\u200d🚒",
        "𝐬𝐚𝐢𝐝",
        "ſaid",
        "İ",
        "ß",
        "ﬀ",
        "ǅ",
        "١٤",
    ),
    *("\ud800", "\udfff", "\udc80\ud800", "\0", "\x01", "\x1b[31m", "\x7f", "\ufffe", "\U0010ffff", "\ufffd"),
    *("<b>", "</script>", "<!--", "-->", "&quot;", "&#8220;", "&nbsp;", "]]>", "%00", "{{", "\\", "\\u201c"),
)


@st.composite
def broken(draw: st.DrawFn) -> str:
    """An article with some of its marks gone, doubled or changed, and other things where they don't belong."""
    text = draw(st.sampled_from(ARTICLES))
    for _ in range(draw(st.integers(1, 12))):
        place = draw(st.integers(0, len(text)))
        marks = [i for i, character in enumerate(text) if character in MARKS]
        if marks:
            mark = draw(st.sampled_from(marks))
            other = draw(st.sampled_from(marks))
        kind = draw(st.integers(0, 7 if marks else 3))
        if kind == 0:
            text = text[:place] + draw(st.sampled_from(INTRUDERS)) + text[place:]
        elif kind == 1:
            text = text[:place] + draw(st.characters()) + text[place:]
        elif kind == 2:
            end = draw(st.integers(place, min(len(text), place + 60)))
            text = text[:place] + text[end:]
        elif kind == 3:
            end = draw(st.integers(place, min(len(text), place + 60)))
            text = text[:end] + text[place:]
        elif kind == 4:
            text = text[:mark] + text[mark + 1 :]
        elif kind == 5:
            text = text[:mark] + text[mark] + text[mark:]
        elif kind == 6:
            text = text[:mark] + draw(st.sampled_from(MARKS)) + text[mark + 1 :]
        else:
            characters = list(text)
            characters[mark], characters[other] = characters[other], characters[mark]
            text = "".join(characters)
    return text


@given(broken())
@settings(max_examples=400)
def test_a_broken_article_is_read_into_spans_of_itself(text: str) -> None:
    hold(text)


@pytest.mark.skipif(not PAGES, reason="the extra newsparse[html] is not there")
@given(broken(), st.sampled_from(["<p>{}</p>", "<article><h1>x</h1>{}", "<title>{}", "<!--{}-->", "<{}>", '<a b="{}']))
@settings(max_examples=40)
def test_a_broken_page_is_read_into_spans_of_its_text(text: str, page: str) -> None:
    hold(page.replace("{}", text.replace("\n\n", "<p>")))


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_shapes_that_broke_a_reader(path: Path) -> None:
    hold(as_text(path.read_bytes()))


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_shapes_that_the_fuzzer_found(text: str) -> None:
    hold(text)


@pytest.mark.parametrize("unit", [*MARKS, *INTRUDERS], ids=ascii)
def test_one_thing_over_and_over(unit: str) -> None:
    hold(unit * 50)
    hold(f"{unit} ".join(ARTICLES[0].split(" ")))


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title, str.swapcase, lambda text: text[::-1]])
@pytest.mark.parametrize("text", ARTICLES)
def test_another_case_and_back_to_front(text: str, change: Callable[[str], str]) -> None:
    hold(change(text))
    hold(" ".join(map(change, text.split())))


def test_what_looks_like_a_page_is_text() -> None:
    text = (
        '"Salt &amp; pepper," Dana Ortiz said. <!-- "Not this," said Ilse Kern. -->\n\n'
        '<script>if (a < b) alert("x")</script>\n\nThe mayor said that <b>nobody</b> pays &#8220;twice&#8221;.\n'
    )
    article = parse(text)
    assert article.text is text
    contents = [piece.text for quote in article.quotes for piece in quote.content]
    assert '"Salt &amp; pepper,"' in contents
    assert '"Not this,"' in contents
    assert any("<b>nobody</b> pays" in content for content in contents)
    assert {quote.speaker.name for quote in article.quotes if quote.speaker} >= {"Dana Ortiz", "Ilse Kern"}


@pytest.mark.skipif(not PAGES, reason="the extra newsparse[html] is not there")
def test_what_a_page_hides_is_no_text() -> None:
    page = (
        "<html><body><article><h1>Bridge</h1><p>&ldquo;Salt &amp; pepper,&rdquo; Dana Ortiz said on the old bridge, "
        "which has been closed since the spring.</p><!-- <p>&ldquo;Not this,&rdquo; said Ilse Kern.</p> -->"
        "<script>var x = '\"Nor this,\" said Marta Vole.'</script><p>The mayor said that nobody pays for the bridge "
        "twice, and that the ferry runs again.</p></article></body></html>"
    )
    article = parse_html(page)
    assert "Not this" not in article.text and "Nor this" not in article.text
    assert "“Salt & pepper,”" in [piece.text for quote in article.quotes for piece in quote.content]


def test_the_same_words_twice_are_found_where_they_stand() -> None:
    said = "“I never signed it,” Marta Vole said. "
    text = said + "A tape was played. " + said
    assert [quote.content[0].start for quote in parse(text).quotes] == [0, text.rindex("“")]


def test_offsets_count_code_points() -> None:
    text = "🦭👩🏽\u200d🚒 “Stay inside,” said Chief Dana Ortiz. 🏳\ufe0f\u200d🌈"
    (quote,) = parse(text).quotes
    assert text[quote.content[0].start : quote.content[0].end] == "“Stay inside,”"
    assert str(quote.source) == "Chief Dana Ortiz"
