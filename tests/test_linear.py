"""The small linear models: their JSON form, and how scores become chances."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.lang import load_language
from newsparse.linear import Table, as_tables, load_tables, probability, read_tables, write_tables

ATOMS = st.one_of(
    st.integers(-9, 99),
    st.booleans(),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6).filter(lambda word: not word.startswith("#")),
)
KEYS = st.one_of(ATOMS, st.lists(ATOMS, min_size=2, max_size=4).map(tuple))
WEIGHTS = st.integers(-99, 99).filter(bool).map(lambda tenths: tenths / 10)


@given(st.lists(st.dictionaries(KEYS, WEIGHTS, max_size=8), max_size=4))
def test_tables_survive_json(tables: list[dict[object, float]]) -> None:
    assert list(read_tables(json.loads(json.dumps(write_tables(tables))))) == tables


def test_the_json_form_keeps_numbers_and_words_that_look_like_them_apart() -> None:
    table: Table = {3: 1.0, "3": 2.0, (3, "a"): 3.0, ("3", "a"): 4.0, (True, -1): 5.0, "": 6.0, ("", ""): 7.0}
    stored = write_tables([table])
    assert read_tables(stored) == (table,)
    assert all(isinstance(key, str) for key in stored[0])


def test_weights_are_rounded_and_those_that_round_to_nothing_left_out() -> None:
    assert write_tables([{"a": 1.26, "b": 0.04, "c": -0.04}]) == [{"a": 1.3}]
    assert write_tables([{"a": 1.26, "b": 0.04}], digits=2) == [{"a": 1.26, "b": 0.04}]


def test_the_json_form_does_not_depend_on_the_order_of_training() -> None:
    one: Table = {"b": 1.0, ("a", 1): 2.0}
    other: Table = {("a", 1): 2.0, "b": 1.0}
    assert json.dumps(write_tables([one])) == json.dumps(write_tables([other]))


def test_a_value_never_seen_weighs_nothing() -> None:
    (weight,) = as_tables([{("Q", 1): 0.5}])
    assert weight(("Q", 1), 0.0) == 0.5
    assert weight(("Q", True), 0.0) == 0.5
    assert weight(("Q", 2), 0.0) == 0.0


@pytest.mark.parametrize("name", ["cue_scorer", "reading_scorer", "anchor_ranker", "start_ranker", "stop_ranker"])
def test_the_weights_that_ship_survive_a_round_trip(name: str) -> None:
    stored = load_language("en").weights(name)["tables"]
    tables = read_tables(stored)
    assert read_tables(write_tables(tables, digits=6)) == tables
    assert len(load_tables(load_language("en"), name)) == len(stored)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
def test_probability_rises_with_the_odds_and_stays_one(one: float, other: float) -> None:
    low, high = sorted([one, other])
    assert 0.0 <= probability(low) <= probability(high) <= 1.0


def test_probability_is_the_logistic_function() -> None:
    assert probability(0.0) == 0.5
    assert probability(math.log(3)) == pytest.approx(0.75)
    assert probability(-2.0) == pytest.approx(1 - probability(2.0))
    assert (probability(-math.inf), probability(math.inf)) == (0.0, 1.0)
