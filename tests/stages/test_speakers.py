"""Who speaks: the readable cases, and what holds of every resolution."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.document import Attribution, BylinePart
from newsparse.rules import RULES
from stages.speaker_cases import Case, answer, case_document, document, read, read_cases

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    doc = read(case_document(case))
    assert [answer(doc, i, case.wanted[i]) for i in range(len(case.asked))] == list(case.wanted)


def test_entities_hold_their_mentions_in_text_order() -> None:
    doc = read(
        document(
            "Renata Vantree met Peter Orth. She said the pier held.",
            (("She", "said", "the pier held"),),
        )
    )
    vantree = doc.resolution.entities[doc.resolution.speaker[0] or 0]
    shown = [doc.text[slice(*place)] for place in vantree.mentions]
    assert (vantree.name, vantree.kind, vantree.pronouns, shown) == (
        "Renata Vantree",
        "person",
        ("she",),
        ["Renata Vantree", "She"],
    )


def test_role_is_the_last_one_given() -> None:
    asked = (("Mayor Renata Vantree", "said", "the pier held"),)
    doc = read(document("Mayor Renata Vantree said the pier held.", asked))
    assert [(e.name, e.role) for e in doc.resolution.entities] == [("Renata Vantree", "Mayor")]


@pytest.mark.parametrize(
    ("source", "role", "body"),
    [
        ("NATO Secretary-General Jens Orlop", "NATO Secretary-General", "NATO"),
        ("German Chancellor Jens Orlop", "German Chancellor", None),
        (
            "Jens Orlop, head of the Valley Ferry Council",
            "head of the Valley Ferry Council",
            "Valley Ferry Council",
        ),
    ],
)
def test_role_and_body(source: str, role: str, body: str | None) -> None:
    doc = read(document(f"{source}, said it was late.", ((source, "said", "it was late"),)))
    entity = doc.resolution.entities[doc.resolution.speaker[0] or 0]
    assert (entity.name, entity.role, entity.organization) == ("Jens Orlop", role, body)


def test_author_has_the_bylines_name() -> None:
    text = "By Joan Teller\nI think it was late."
    byline = BylinePart(range=(0, 14), name=(3, 14), rule="given")
    doc = document(text, (("I", "think", "it was late"),), bylines=(byline,))
    doc = read(doc)
    entity = doc.resolution.entities[doc.resolution.speaker[0] or 0]
    assert (entity.name, entity.kind, doc.resolution.rules) == (
        "Joan Teller",
        "author",
        ("speaker.author",),
    )


def test_addressee_is_one_of_the_cast_where_it_can_be() -> None:
    asked = (("Renata Vantree", "told", "that the pier held"),)
    doc = read(document("Renata Vantree told Peter Orth that the pier held.", asked))
    (number,) = doc.resolution.addressee
    assert number is not None
    assert doc.resolution.entities[number].name == "Peter Orth"


def test_the_owner_is_not_spoken_to() -> None:
    asked = (("Renata Vantree", "warned", "that the pier was old"),)
    doc = read(document("Renata Vantree warned her council that the pier was old.", asked))
    (number,) = doc.resolution.addressee
    assert number is not None
    assert doc.resolution.entities[number].name == "her council"


def test_two_readings_as_good_are_a_doubt() -> None:
    asked = (("He", "said", "the road was gone"),)
    doc = read(document("Robert Blythe and Peter Orth met. He said the road was gone.", asked))
    assert doc.resolution.speaker == (None,)
    assert [reason for _, reason in doc.resolution.doubts] == ["two readings of the pronoun are as good"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "\ud800",
        "“",
        "Mr.",
        "’s",
        "I",
        "A",
        "(D-",
        "of the of the",
        "1999",
    ],
)
def test_strange_text_raises_nothing(text: str) -> None:
    read(document(text))
    read(
        document(
            f"{text} said {text}.",
            ((text.strip(), "said", text.strip() or "said"),) if text.strip() else (),
        )
    )


PIECES = st.sampled_from(
    [
        "Joan Teller",
        "Mr.",
        "said",
        "told",
        "he",
        "who",
        "I",
        "the",
        "of",
        "and",
        "“",
        "”",
        '"',
        ",",
        ".",
        ":",
        "(",
        ")",
        "-",
        "’s",
        "poll",
        "last week",
        "on Monday",
        "in May",
        "2014",
        "in an interview",
        "to",
        "CNN",
        "senators",
        "\n",
        "\x00",
        "�",
    ]
)


@given(st.lists(PIECES, max_size=30), st.data())
def test_any_attribution_of_any_text_is_read(pieces: list[str], data: st.DataObject) -> None:
    doc = document(" ".join(pieces))
    size = len(doc.tokens)
    if size:
        spans = st.integers(0, size - 1).map(lambda i: (doc.tokens.start[i], doc.tokens.end[min(i + i % 4, size - 1)]))
        given_ones = data.draw(st.lists(st.tuples(spans, spans | st.none(), spans | st.none()), max_size=5))
        attributions = [
            Attribution(
                content=(content,),
                cue=cue,
                source=source,
                head="said",
                kind="indirect",
                rule="given",
            )
            for content, cue, source in given_ones
        ]
        doc = attrs.evolve(doc, attributions=tuple(attributions))
    doc = read(doc)
    text, found = doc.text, doc.resolution
    assert len(doc.details) == len(found.speaker) == len(found.addressee) == len(found.rules) == len(doc.attributions)
    assert all(0 <= m.range[0] <= m.name[0] < m.name[1] <= len(text) for m in doc.mentions if m.name[0] >= m.range[0])
    assert all(n is None or 0 <= n < len(found.entities) for n in (*found.speaker, *found.addressee))
    assert all((rule in RULES) == (n is not None) for n, rule in zip(found.speaker, found.rules, strict=True))
    for detail in doc.details:
        when = detail.when.range if detail.when is not None else None
        for where in (detail.addressee, detail.via, detail.medium, when):
            assert where is None or 0 <= where[0] < where[1] <= len(text)
