"""Which attributions found are in the gold: matched one to one by the words of their content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

WORD = re.compile(r"\w+(?:['’]\w+)*")
HALF = 0.5
"""A pair that shares at least this much of its words (Jaccard) counts as right: annotators rarely agree on where
reported speech ends to the letter."""


def words(text: str, pieces: Iterable[Sequence[int]] | None) -> frozenset[int]:
    """Where the words of some pieces of text start."""
    return frozenset(m.start() + a for a, b in pieces or () for m in WORD.finditer(text[a:b]))


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def match(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> list[tuple[int, int, float]]:
    """Pairs of gold and found with a word in common, each in one pair at most, those that share most first."""
    pairs = sorted(
        ((jaccard(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found) if g & f), reverse=True
    )
    taken: set[tuple[str, int]] = set()
    out = []
    for share, i, j in pairs:
        if taken.isdisjoint({("gold", i), ("found", j)}):
            taken |= {("gold", i), ("found", j)}
            out.append((-i, -j, share))
    return out


def right(text: str, gold: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]) -> list[bool]:
    """For each attribution found whether the gold has it too."""
    pairs = match([words(text, a["content"]) for a in gold], [words(text, a["content"]) for a in found])
    hits = {j for _, j, share in pairs if share >= HALF}
    return [j in hits for j in range(len(found))]
