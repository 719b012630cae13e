"""How contents lie to tokens and to each other: their pieces are half-open ranges of tokens."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Range, Reading


def covers(pieces: Sequence[Range], token: int) -> bool:
    """Whether a token lies in one of the pieces."""
    for a, b in pieces:  # noqa: SIM110 (a generator costs three times as much, for pieces that are one or two)
        if a <= token < b:
            return True
    return False


def overlap(one: Sequence[Range], other: Sequence[Range]) -> bool:
    """Whether two contents share a token."""
    for a, b in one:
        for c, d in other:
            if a < d and c < b:
                return True
    return False


def alike(one: Sequence[Range], other: Sequence[Range]) -> bool:
    """Whether two contents share at least half of what they have together."""
    shared = whole = 0
    for a, b in one:
        whole += b - a
        for c, d in other:
            if a < d and c < b:
                shared += (b if b < d else d) - (a if a > c else c)
    for c, d in other:
        whole += d - c
    return 3 * shared >= whole


def by_cue(readings: Sequence[Reading]) -> list[Range]:
    """The readings of each cue that has any, by number (half-open)."""
    out = []
    first = 0
    for number, reading in enumerate(readings):
        if reading.cue != readings[first].cue:
            out.append((first, number))
            first = number
    if readings:
        out.append((first, len(readings)))
    return out
