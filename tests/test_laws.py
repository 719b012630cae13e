"""What holds for any string, and for articles built with known answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsparse import Article, Quote, Span, from_dict, parse, to_dict
from newsparse.lang import load_language

ODD = st.one_of(st.characters(), st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Zs", "Zl", "Zp"]))
PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "\r\n", " ", "  ", "\u00a0", "\u200b", "\ufeff", "\0", "\ud800", "e\u0301", "👩\u200d🔬"),
        *(
            '"',
            '"',
            "“",
            "”",
            "‘",
            "’",
            "'",
            "''",
            "``",
            "«",
            "»",
            "„",
            ",",
            ".",
            ":",
            ";",
            "-",
            "—",
            "(",
            ")",
            "[",
            "]",
        ),
        *(
            " said",
            " says",
            " told",
            " reporters",
            " that",
            " to",
            " according to",
            " announced",
            " hopes",
            " he",
            " who",
        ),
        *(" Dana", " Ortiz", " Dr.", " Lee", " the ministry", " a spokesman for", " Reuters", " not", " if", " Monday"),
        *(
            "By ",
            "Updated ",
            "March 3, 2024",
            "03/04/2021",
            "7:45 AM",
            "EDT",
            "LONDON (Agency) — ",
            "Photo: ",
            "Q:",
            "A:",
        ),
    ]
)
ANYTHING = st.one_of(
    st.text(ODD, max_size=80),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(st.one_of(PIECES, st.text(ODD, max_size=4)), max_size=40).map("".join),
)


def spans(value: object) -> Iterator[Span]:
    """Every span in a record, but not those of a quote's parent or speaker: they stand elsewhere too."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif attrs.has(record := type(value)):
        skipped = ("parent", "speaker") if isinstance(value, Quote) else ()
        for field in attrs.fields(record):
            if field.name not in skipped:
                yield from spans(getattr(value, field.name))


def starts(found: tuple[Any, ...]) -> list[int]:
    return [(item if isinstance(item, Span) else item.span).start for item in found]


def check(article: Article, text: str) -> None:
    assert article.text is text
    for span in spans(article):
        assert 0 <= span.start <= span.end <= len(text)
        assert span.text == text[span.start : span.end]
    for name in ("paragraphs", "quotes", "attitudes", "doubts"):
        row = starts(getattr(article, name))
        assert row == sorted(row), name
    every = (*article.quotes, *article.attitudes)
    for quote in every:
        assert quote.content
        assert all(piece.start < piece.end for piece in quote.content)
        for before, after in pairwise(quote.content):
            assert before.end <= after.start
        parts = [*quote.content, *(s for s in (quote.cue, quote.source) if s is not None)]
        assert (quote.span.start, quote.span.end) == (min(s.start for s in parts), max(s.end for s in parts))
        assert 0.0 <= quote.confidence <= 1.0
        assert quote.parent is None or any(quote.parent is other for other in every)
        assert quote.speaker is None or any(quote.speaker is s for s in article.speakers)
    assert all(q.act == "assertion" for q in article.quotes)
    assert all(q.act != "assertion" for q in article.attitudes)
    for speaker in article.speakers:
        assert any(q.speaker is speaker for q in every)
        assert starts(speaker.mentions) == sorted(starts(speaker.mentions))


def parts(article: Article) -> list[Span]:
    """The parts of which each non-blank character of the text lies in exactly one."""
    found = [*article.credits, *article.corrections, *article.furniture, *article.paragraphs]
    found += [s for s in (article.headline, article.standfirst, article.section) if s is not None]
    return found


@given(ANYTHING)
@settings(max_examples=300)
@example("")
@example("\ud800")
@example("\0\0\0")
@example('"')
@example("“‘“‘“‘")
@example("By\nBy\nBy By")
@example("said said said: said, said “said” said")
def test_any_string_is_read_into_spans_of_itself(text: str) -> None:
    check(parse(text), text)


@given(ANYTHING)
def test_the_parts_of_the_page_do_not_overlap(text: str) -> None:
    found = sorted((s.start, s.end) for s in parts(parse(text)))
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(ANYTHING)
def test_the_dict_form_loses_nothing(text: str) -> None:
    article = parse(text)
    assert from_dict(to_dict(article)) == article
    if (
        text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-16", "surrogatepass")[2:]
        == text.encode("utf-16", "surrogatepass")[2:]
    ):  # JSON cannot tell two lone surrogates side by side from the one character that they would make
        assert from_dict(json.loads(json.dumps(to_dict(article)))) == article


@given(ANYTHING)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert parse(text) == parse(text)


CUE_WORDS = frozenset(word for form in load_language("en").table("cues") for word in form.split())
PLAIN = st.text(st.characters(categories=["Ll"], max_codepoint=0x17F), min_size=1, max_size=9).filter(
    lambda word: word not in CUE_WORDS
)


@given(st.lists(st.lists(PLAIN, min_size=1, max_size=12).map(" ".join), max_size=6).map("\n\n".join))
def test_without_a_cue_or_a_mark_nobody_says_anything(text: str) -> None:
    article = parse(text)
    assert article.quotes == ()
    assert article.attitudes == ()


NAMES = st.sampled_from(["Dana Ortiz", "Ilse Kern", "Marta Vole", "Tomas Brandt", "Priya Nadar", "Owen Achebe"])
CLAUSES = st.sampled_from(
    [
        "the harbour will stay open through the winter",
        "the new bridge is two years late",
        "the council has no money for a second pool",
        "most of the orchard was lost in the storm",
        "the ferry ran aground near the old mill",
        "the school needs a new roof before autumn",
        "the river rose by two metres overnight",
        "the trams will be back in May",
    ]
)
FILLERS = st.sampled_from(
    [
        "The ferry runs twice a day between the two towns.",
        "Snow fell on the valley for three days.",
        "The bridge was built in 1974 and carries 9,000 cars a day.",
        "The market square was empty on the morning after the storm.",
    ]
)
Expected = tuple[str, str, tuple[str, ...]]


def capital(clause: str) -> str:
    return clause[0].upper() + clause[1:]


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, list[Expected]]:
    name, one, two = draw(NAMES), draw(CLAUSES), draw(CLAUSES)
    shape = draw(st.sampled_from(["after", "inverted", "split", "colon", "that", "according", "plain"]))
    opening, closing = draw(st.sampled_from([('"', '"'), ("“", "”")]))
    quoted = f"{opening}{capital(one)},{closing}"
    if shape == "after":
        return f"{quoted} {name} said.", [("direct", name, (quoted,))]
    if shape == "inverted":
        return f"{quoted} said {name}.", [("direct", name, (quoted,))]
    if shape == "split":
        more = f"{opening}{capital(two)}.{closing}"
        return f"{quoted} {name} said. {more}", [("direct", name, (quoted, more))]
    if shape == "colon":
        whole = f"{opening}{capital(one)}.{closing}"
        return f"{name} said: {whole}", [("direct", name, (whole,))]
    if shape == "that":
        return f"{name} said that {one}.", [("indirect", name, (f"that {one}",))]
    if shape == "according":
        return f"{capital(one)}, according to {name}.", [("indirect", name, (capital(one),))]
    return draw(FILLERS), []


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, str, list[str], list[Expected]]:
    author = draw(st.sampled_from(["Lena Hartwell", "Bram Osei"]))
    built = draw(st.lists(paragraphs(), min_size=2, max_size=6))
    blocks = [text for text, _ in built]
    head = ["A Second Bridge for Harbour Town", f"By {author}\nMarch 14, 2024", draw(FILLERS)]
    blocks.insert(0, head[2])
    return "\n\n".join([*head[:2], *blocks]), author, blocks, [row for _, rows in built for row in rows]


@given(articles())
@settings(max_examples=100)
def test_an_article_built_with_known_answers_gives_them(built: tuple[str, str, list[str], list[Expected]]) -> None:
    text, author, blocks, expected = built
    article = parse(text)
    check(article, text)
    assert article.headline is not None
    assert article.headline.text == "A Second Bridge for Harbour Town"
    assert [byline.name.text for byline in article.bylines] == [author]
    assert article.published is not None
    assert str(article.published.value) == "2024-03-14"
    assert [p.text for p in article.paragraphs] == blocks
    found = [
        (q.kind, q.speaker.name if q.speaker else "", tuple(piece.text for piece in q.content)) for q in article.quotes
    ]
    assert found == expected
    assert article.attitudes == ()
