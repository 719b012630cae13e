"""The word class of each token."""

from __future__ import annotations

import pytest
from hypothesis import given

from newsparse.document import Sought
from newsparse.lang import Language
from newsparse.stages.lexicon import look_up
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


def ferries(_: Language) -> Sought:
    return Sought(frozenset({"ferry", "said", "saddle stitch"}), frozenset({"NU"}))


def sayings(_: Language) -> Sought:
    return Sought(frozenset({"said"}))


def pairs(_: Language) -> Sought:
    return Sought(frozenset({"the", "old"}), then=frozenset({"ferry", "old"}))


def dotted(_: Language) -> Sought:
    return Sought(frozenset(), last=".")


def nothing(_: Language) -> Sought:
    return Sought(frozenset())


def test_what_is_looked_for_is_found_by_word_and_by_class() -> None:
    doc = prepare("The Ferry has 40 seats, Dana Ortiz said. “The ferry is old,” she said.")
    _, sought = look_up(doc, (("ferries", ferries), ("sayings", sayings), ("nothing", nothing)))
    words = {layer: [doc.tokens.low[i] for i in found] for layer, found in sought.items()}
    assert words == {"ferries": ["ferry", "40", "said", "ferry", "said"], "sayings": ["said", "said"], "nothing": []}


def test_what_has_to_come_before_some_word_is_found_there_alone() -> None:
    doc = prepare("The old ferry passed the quay, the Ferry Inn and the old")
    found = look_up(doc, (("sayings", sayings), ("pairs", pairs)))[1]["pairs"]
    assert [doc.tokens.low[i : i + 2] for i in found] == [
        ("the", "old"), ("old", "ferry"), ("the", "ferry"), ("the", "old"),
    ]  # fmt: skip


def test_what_is_looked_for_is_found_by_its_last_character() -> None:
    doc = prepare("The U.S. ferry was late. It left at 3 p.m. from Orlop?")
    found = look_up(doc, (("sayings", sayings), ("dotted", dotted)))[1]["dotted"]
    assert [doc.tokens.low[i] for i in found] == ["u.s.", ".", "p.m."]


@given(PROSE)
def test_each_layer_is_given_the_tokens_that_it_asks_for(text: str) -> None:
    doc = prepare(text)
    found = look_up(doc, (("sayings", sayings),))[1]["sayings"]
    assert list(found) == [i for i, low in enumerate(doc.tokens.low) if low == "said"]
