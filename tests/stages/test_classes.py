"""The word class of each token."""

from __future__ import annotations

import pytest
from hypothesis import given

from stages.laid_out import PROSE, prepare


def classes(text: str) -> dict[str, str]:
    doc = prepare(text)
    return dict(zip(doc.tokens.word, doc.signals.cls, strict=True))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", "DT"),
        ("she", "PP"),
        ("whether", "SB"),
        ("had", "HV"),
        ("not", "NG"),
        ("said", "Vp"),
        ("says", "Vs"),
        ("Ortiz", "CA"),
        ("Friday", "DY"),
        ("May", "MO"),
        ("1,200", "NU"),
        ("quickly", "RB"),
        (",", ","),
        ("?", "."),
        ("—", "-"),
        ("“", "Q"),
        ("”", "Q"),
        ("(", "("),
        ("]", ")"),
    ],
)
def test_the_class_of_a_word(word: str, expected: str) -> None:
    text = (
        "On 3 May at last the (very) old cook [Dana Ortiz] had not asked whether she said or says “so” — quickly, on "
        "Friday, for 1,200 guests?"
    )
    assert classes(text)[word] == expected


def test_a_capital_at_the_start_of_a_sentence_is_told_from_one_inside() -> None:
    doc = prepare("Marmalade is what Vole sells. “Marmalade is cheap,” she said.")
    cls = [c for w, c in zip(doc.tokens.word, doc.signals.cls, strict=True) if w == "Marmalade"]
    assert cls == ["CS", "CS"]
    assert classes("Marmalade is what Vole sells.")["Vole"] == "CA"


def test_a_closed_word_stays_what_it_is_at_the_start_of_a_sentence() -> None:
    found = classes("She left. The door was open. If not, he said, it was ajar.")
    assert (found["She"], found["The"]) == ("PP", "DT")
    assert found["If"] not in ("CA", "CS")


@given(PROSE)
def test_there_is_a_class_for_every_token(text: str) -> None:
    doc = prepare(text)
    assert len(doc.signals.cls) == len(doc.signals.quote) == len(doc.signals.sentence) == len(doc.tokens)
    assert all(doc.signals.cls)
