"""Of things that cover the same tokens, the first ones hold."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.document.speech import Labelled


def first_hold(offered: Iterable[Labelled], tokens: int) -> tuple[Labelled, ...]:
    """Those of the labelled speech offered that share no token with one that held before, in text order.

    Args:
        offered: in the order in which they are to hold.
        tokens: how many tokens the document has.
    """
    taken = bytearray(tokens)
    found: list[Labelled] = []
    for one in offered:
        if all(taken.find(1, a, b) < 0 for a, b in one.pieces):
            for a, b in one.pieces:
                taken[a:b] = b"\1" * (b - a)
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.pieces[0]))
