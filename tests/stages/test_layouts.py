"""Speech that the layout of its lines ties to somebody."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from stages.laid_out import PROSE, cut, read


def labelled(text: str) -> list[tuple[str, str, list[str]]]:
    """The rule's last word, the source and the pieces of each."""
    doc = read(text)
    return [(one.rule.split(".")[-1], cut(doc, one.source), [cut(doc, p) for p in one.pieces]) for one in doc.labelled]


@pytest.mark.parametrize("dash", [" — ", " – ", " -", "\n— ", "\n\n— "])
def test_a_dash_and_a_name_sign_a_quotation(dash: str) -> None:
    expected = [("signature", "Petra Lindholm", ["“Plant early and water late.”"])]
    assert labelled(f"“Plant early and water late.”{dash}Petra Lindholm") == expected


@pytest.mark.parametrize(
    "text",
    [
        "“Plant early,” — or so the book says — is poor advice.",
        "“Plant early” — Petra Lindholm was heard to sing that all day.",
        "“Plant early,” said Petra Lindholm.",
        "Plant early — Petra Lindholm",
    ],
)
def test_what_is_no_signature(text: str) -> None:
    assert labelled(text) == []


def test_labels_of_an_interview_a_transcript_and_a_chat() -> None:
    assert labelled("Q: Who dug the pond?\nA: My aunt.") == [
        ("label", "Q", ["Who dug the pond?"]),
        ("label", "A", ["My aunt."]),
    ]
    assert labelled("LINDHOLM: Who dug the pond?\nOYEN: My aunt.") == [
        ("label", "LINDHOLM", ["Who dug the pond?"]),
        ("label", "OYEN", ["My aunt."]),
    ]
    assert labelled("[21:07] petra: who dug the pond?\n[21:09] rasmus: my aunt") == [
        ("label", "petra", ["who dug the pond?"]),
        ("label", "rasmus", ["my aunt"]),
    ]


def test_labels_of_other_shapes() -> None:
    assert labelled("Q. Who dug the pond?\nA. My aunt.") == [
        ("label", "Q", ["Who dug the pond?"]),
        ("label", "A", ["My aunt."]),
    ]
    assert labelled("[21:07:30] <petra> who dug the pond?\n[21:09:02] <rasmus> my aunt") == [
        ("label", "petra", ["who dug the pond?"]),
        ("label", "rasmus", ["my aunt"]),
    ]
    assert labelled("OYEN (laughs): Who dug the pond?\nLINDHOLM: My aunt.") == [
        ("label", "OYEN", ["Who dug the pond?"]),
        ("label", "LINDHOLM", ["My aunt."]),
    ]


def test_names_in_small_letters_are_labels_where_they_come_back() -> None:
    text = "Rasmus Oyen: Who dug the pond?\nPetra Lindholm: My aunt."
    assert labelled(text) == []
    assert [one[1] for one in labelled(f"{text}\nRasmus Oyen: When?")] == [
        "Rasmus Oyen",
        "Petra Lindholm",
        "Rasmus Oyen",
    ]


def test_a_paragraph_between_two_labels_goes_on_with_the_first() -> None:
    answer = "LINDHOLM: My aunt.\n\nShe dug it by hand."
    text = f"OYEN: Who dug the pond?\n\n(Laughter)\n\n{answer}\n\nOYEN: When?\n\nLINDHOLM: In May."
    assert labelled(text) == [
        ("label", "OYEN", ["Who dug the pond?"]),
        ("label", "LINDHOLM", ["My aunt.", "She dug it by hand."]),
        ("label", "OYEN", ["When?"]),
        ("label", "LINDHOLM", ["In May."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lindholm: 781.\nOyen: 121.\nLindholm: 46.",
        "Monday: rain.\nTuesday: sun.\nMonday: rain again.",
        "INGREDIENTS: flour.\nMETHOD: bake.",
        "Note: the pond is deep.\nUpdate: the pond is shut.",
        "Update 9:15: the pond is deep.\nUpdate 9:45: the pond is shut.",
        "NOTE: the pond is deep.\nPHOTO: the pond in May.",
        "Doors open at 9:30.\nDoors shut at 17:30.",
        "See https://example.org/pond for more.\nSee https://example.org/lake for less.",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert labelled(text) == []


@pytest.mark.parametrize("bullet", ["•", "-", "*"])
def test_a_list_of_quotations_goes_to_the_subject_of_its_lead_in(bullet: str) -> None:
    text = f"Mayor Petra Lindholm made two vows:\n{bullet} “No new fees.”\n{bullet} “No old ones.”"
    assert labelled(text) == [("lead_in", "Mayor Petra Lindholm", ["“No new fees.”", "“No old ones.”"])]


@pytest.mark.parametrize("lead_in", ["Mayor Petra Lindholm had two rules:", "Petra Lindholm's two rules:"])
def test_a_numbered_list_of_quotations_is_whose_the_lead_in_says(lead_in: str) -> None:
    found = labelled(f"{lead_in}\n1. “No new fees.”\n2) “No old ones.”")
    assert [(rule, pieces) for rule, _, pieces in found] == [("lead_in", ["“No new fees.”", "“No old ones.”"])]


def test_a_list_that_is_not_quoted_is_nobodys() -> None:
    assert labelled("Mayor Petra Lindholm made two vows:\n• No new fees.\n• No old ones.") == []


@given(PROSE)
def test_no_token_is_in_two_of_them(text: str) -> None:
    pieces = [piece for one in read(text).labelled for piece in one.pieces]
    assert all(first < last for first, last in pieces)
    assert all(before[1] <= after[0] for before, after in pairwise(pieces))
