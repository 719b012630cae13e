"""Mentions: what is a name, a nominal, a pronoun, and what each seems to stand for."""

from __future__ import annotations

import pytest

from newsparse.stages.people import find_mentions
from stages.speaker_cases import document


def names(text: str, *asked: tuple[str, str, str]) -> list[tuple[str, str]]:
    doc = document(text, asked)
    return [(text[slice(*m.name)], m.speaker_kind) for m in find_mentions(doc) if m.kind == "name"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The bill went to Sen. Joan Teller of Ohio.",
            [("Joan Teller", "person")],
        ),
        (
            "It came from Secretary of State Joan F. Teller on Monday.",
            [("Joan F. Teller", "person")],
        ),
        (
            "It came from the Center for Water and Power Research.",
            [("Center for Water and Power Research", "organization")],
        ),
        (
            "It came from former President Bo Lindqvist Jr. himself.",
            [("Bo Lindqvist Jr.", "person")],
        ),
        ("Then Yusuf al-Hadid met d'Arcy.", [("Yusuf al-Hadid", "person"), ("d'Arcy", "person")]),
        (
            "It went to Orlop Freight Inc. of Ridgeway.",
            [("Orlop Freight Inc.", "organization"), ("Ridgeway", "person")],
        ),
        ("J.R. Orlop left.", [("J.R. Orlop", "person")]),
        ("She is a Marine.", []),
        ("He met Norwegian-Americans on Election Day.", [("Election Day", "document")]),
        ("The Garden Hill Inn is cold.", [("Garden Hill Inn", "organization")]),
        ("He told Annie Hall of Carnegie Hall.", [("Annie Hall", "person"), ("Carnegie Hall", "organization")]),
        ("It was on Tuesday, in May and in March.", []),
        ("She met May Orlop in June.", [("May Orlop", "person")]),
        ("The White House Press Secretary left.", []),
        ("He said I was late.", []),
        ("The cat sat. Kept dry, it slept.", []),
        ("Twenty-two cats sat.", []),
    ],
)
def test_names(text: str, wanted: list[tuple[str, str]]) -> None:
    assert names(text) == wanted


def test_a_place_counts_only_where_one_may_speak_or_be_spoken_to() -> None:
    text = "{} said rain fell in Norway."
    assert names(text.format("Bo Lind"), ("Bo Lind", "said", "rain fell in Norway")) == [("Bo Lind", "person")]
    norway = ("Norway", "organization")
    assert names(text.format("Sweden"), ("Sweden", "said", "rain fell in Norway")) == [("Sweden", norway[1]), norway]
    assert names(text.format("It"), ("It", "said", "rain fell in Norway")) == [norway]


def test_genders() -> None:
    text = "Mr. Orth met Deborah Vale, Miguel Sand, Lady Quill, Robin Ashe and trade spokesman Hope Fields."
    doc = document(text)
    assert [m.gender for m in find_mentions(doc) if m.kind == "name"] == [
        "male",
        "female",
        "male",
        "female",
        None,
        "female",
    ]


def test_mentions_are_in_text_order_and_in_range() -> None:
    text = "A source said so. The source met Joan Teller, who told three officials. They left."
    doc = document(text, (("A source", "said", "so"), ("who", "told", "three officials")))
    found = find_mentions(doc)
    assert [m.name for m in found] == sorted(m.name for m in found)
    assert all(0 <= m.range[0] <= m.name[0] < m.name[1] <= len(text) for m in found)


def test_many_names_take_linear_time() -> None:
    doc = document(
        "\n".join(f"Joan Teller{i} met Bo Orth{i} of the Orlop Ferry Council. She left." for i in range(3000))
    )
    assert len(find_mentions(doc)) > 9000
