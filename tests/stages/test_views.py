"""Clauses that somebody's view frames, beside other labelled speech."""

from __future__ import annotations

from itertools import pairwise

import pytest

from newsparse.document import Labelled
from newsparse.document.holding import first_hold
from stages.laid_out import cut, read


def views(text: str) -> list[tuple[str, list[str]]]:
    doc = read(text)
    return [(cut(doc, one.source), [cut(doc, p) for p in one.pieces]) for one in doc.labelled]


def test_of_two_views_of_one_sentence_the_first_holds() -> None:
    assert views("In my view, the pier is sound, in her opinion.") == [("my", ["the pier is sound, in her opinion"])]


@pytest.mark.parametrize("unit", ["in my view, ", "In my view, the pier is sound, in her opinion. "])
def test_no_token_is_in_two(unit: str) -> None:
    pieces = sorted(piece for one in read(unit * 50).labelled for piece in one.pieces)
    assert all(before[1] <= after[0] for before, after in pairwise(pieces))


def test_the_first_ones_hold_in_text_order() -> None:
    def one(*pieces: tuple[int, int]) -> Labelled:
        return Labelled(pieces, (0, 1), None, "rule")

    offered = [one((6, 9)), one((2, 4), (10, 12)), one((4, 7)), one((3, 11)), one((4, 6)), one((9, 10))]
    assert [held.pieces[0] for held in first_hold(offered, 12)] == [(2, 4), (4, 6), (6, 9), (9, 10)]
