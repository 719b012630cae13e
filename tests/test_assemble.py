"""Document to Article: what is tied to what."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from newsparse import parse
from newsparse.assemble import assemble
from newsparse.document import (
    Attribution,
    Detail,
    Document,
    Entity,
    Header,
    Options,
    Quotation,
    Range,
    Resolution,
    When,
)
from newsparse.lang import load_language

TEXT = 'Dana Ortiz told Ilse Kern that Kern fears "rust. Ortiz waited.'


def at(words: str) -> Range:
    start = TEXT.index(words)
    return start, start + len(words)


def document(*, parents: tuple[int | None, int | None] = (None, 0)) -> Document:
    said = Attribution(
        content=(at('that Kern fears "rust.'),),
        cue=at("told"),
        source=at("Dana Ortiz"),
        kind="mixed",
        rule="attribution.a",
        parent=parents[0],
    )
    fears = Attribution(
        content=(at('"rust.'),),
        cue=at("fears"),
        source=(31, 35),
        kind="direct",
        act="belief",
        rule="attribution.b",
        parent=parents[1],
    )
    return Document(
        text=TEXT,
        language=load_language("en"),
        header=Header(
            published=When(None, dt.date(2024, 3, 14), "day"),
            found=(("published", None, "header.p"),),
            doubts=((at("waited"), "Late."), (at("Dana"), "Early.")),
        ),
        quotations=(Quotation(*at('"rust.'), 0, 0, 0, closed=False),),
        attributions=(said, fears),
        details=(Detail(addressee=at("Ilse Kern")), Detail()),
        resolution=Resolution(
            entities=(
                Entity(name="Ilse Kern", kind="person", mentions=(at("Ilse Kern"),)),
                Entity(name="Dana Ortiz", kind="person", mentions=(at("Dana Ortiz"), at("Ortiz waited"))),
                Entity(name="Nobody Else", kind="person", mentions=(at("Ortiz waited"),)),
            ),
            speaker=(1, 0),
            addressee=(0, None),
            rules=("speaker.a", ""),
        ),
    )


def test_acts_part_quotes_from_attitudes() -> None:
    article = assemble(document())
    assert [quote.rule for quote in article.quotes] == ["attribution.a"]
    assert [quote.rule for quote in article.attitudes] == ["attribution.b"]


def test_a_quotes_span_holds_content_cue_and_source() -> None:
    quote = assemble(document()).quotes[0]
    assert quote.span.text == 'Dana Ortiz told Ilse Kern that Kern fears "rust.'


def test_parents_are_tied_in_either_order() -> None:
    article = assemble(document())
    assert article.attitudes[0].parent is article.quotes[0]
    article = assemble(document(parents=(1, None)))
    assert article.quotes[0].parent is article.attitudes[0]


def test_a_circle_of_parents_is_cut() -> None:
    article = assemble(document(parents=(1, 0)))
    assert article.quotes[0].parent is None or article.attitudes[0].parent is None


def test_speakers_are_those_who_speak_by_first_mention() -> None:
    article = assemble(document())
    assert [speaker.name for speaker in article.speakers] == ["Dana Ortiz", "Ilse Kern"]
    assert [mention.text for mention in article.speakers[0].mentions] == ["Dana Ortiz", "Ortiz waited"]
    addressee = article.quotes[0].addressee
    assert addressee is not None
    assert addressee.speaker is article.speakers[1] is article.attitudes[0].speaker


def test_doubts_are_in_text_order_and_tell_of_unclosed_marks() -> None:
    reasons = [(doubt.span.text, doubt.reason.split()[0]) for doubt in assemble(document()).doubts]
    assert reasons == [("Dana", "Early."), ('"rust.', "The"), ("waited", "Late.")]


def test_provenance_names_field_and_rule() -> None:
    rows = [(row.field, row.span and row.span.text, row.rule) for row in assemble(document()).provenance]
    assert rows == [("published", None, "header.p"), ("quotes[0].speaker", "Dana Ortiz", "speaker.a")]


def test_what_is_less_confident_is_left_out_with_all_that_hangs_on_it() -> None:
    doc = document()
    said, fears = doc.attributions
    sure = evolve(doc, options=Options(min_confidence=0.5))
    child = assemble(evolve(sure, attributions=(evolve(said, confidence=0.4), fears)))
    assert child.quotes == ()
    assert [(quote.rule, quote.parent) for quote in child.attitudes] == [("attribution.b", None)]
    assert [speaker.name for speaker in child.speakers] == ["Ilse Kern"]
    assert [found.field for found in child.provenance] == ["published"]
    parent = assemble(evolve(sure, attributions=(evolve(said, confidence=0.5), evolve(fears, confidence=0.4))))
    assert [quote.rule for quote in parent.quotes] == ["attribution.a"]
    assert parent.attitudes == ()
    assert [found.field for found in parent.provenance] == ["published", "quotes[0].speaker"]


def test_a_quote_prints_its_speaker_by_name() -> None:
    text = '"The vote was clean," Dana Ortiz said. She said that the mayor had denied it.'
    outer, inner = parse(text).quotes[1:]
    assert "speaker=<Speaker 'Dana Ortiz'>" in repr(outer)
    assert "parent=<Quote 'that the mayor had denied it'>" in repr(inner)
    assert "mentions" not in repr(outer) + repr(inner)
