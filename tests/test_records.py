"""Records are as those of `attrs.frozen`: only the making of them is quicker."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from newsparse.document import Document, Quotation
from newsparse.lang import load_language
from newsparse.model import Span


def test_nobody_sets_or_deletes_what_a_record_holds() -> None:
    span = Span(0, 4, "Orlo")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        span.text = "Orth"  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del span.text
    assert span == Span(0, 4, "Orlo")


def test_equal_records_are_one_key() -> None:
    assert len({Span(0, 4, "Orlo"), Span(0, 4, "Orlo"), Span(0, 3, "Orl")}) == 2


def test_a_record_is_of_the_class_it_is_asked_of() -> None:
    span = Span(0, 4, "Orlo")
    assert type(span) is Span
    assert repr(span) == "Span(start=0, end=4, text='Orlo')"
    assert [field.name for field in attrs.fields(Span)] == ["start", "end", "text"]


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda record: pickle.loads(pickle.dumps(record))])
def test_copies_are_equal_and_frozen(again) -> None:  # type: ignore[no-untyped-def]
    found = again(Quotation(0, 9, 0, 3, 0, True))
    assert found == Quotation(0, 9, 0, 3, 0, True)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.block = 1


def test_a_changed_copy_leaves_the_first_as_it_was() -> None:
    doc = Document(text="Orlo", language=load_language("en"))
    other = attrs.evolve(doc, text="Orth")
    assert (doc.text, other.text) == ("Orlo", "Orth")
    assert other.header == doc.header


def test_what_is_missing_or_unknown_is_an_error() -> None:
    with pytest.raises(TypeError):
        Span(0, 4)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Span(0, 4, "Orlo", name="Orlo")  # type: ignore[call-arg]
