"""The small linear models: one table of weights a feature, added up.

A model is a tuple of lookups, one a feature: `weight(value, 0.0)`. The functions that score write the sum out, since
they run some thousand times an article. To train, they are called with lookups that write down what they are asked
(`benchmarks/fitting.py`), so that what is trained and what is run cannot differ. Weights ship as JSON.
"""

from __future__ import annotations

import functools
import math
import sys
from collections.abc import Callable, Hashable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from newsparse.lang import Language, load_language

T = TypeVar("T")
Table = Mapping[Hashable, float]
Lookup = Callable[[Hashable, float], float]
Tables = tuple[Lookup, ...]
"""One table a feature, as the bound method that looks a value's weight up."""


def load_tables(language: Language, name: str) -> Tables:
    """The tables of the model `name` of a language, with or without words of a user's own."""
    return _tables(language.code, name)


@functools.cache
def _tables(code: str, name: str) -> Tables:
    return as_tables(read_tables(load_language(code).weights(name)["tables"]))


def as_tables(tables: Sequence[Table]) -> Tables:
    """Tables ready to score with."""
    return tuple(table.get for table in tables)


def read_tables(stored: Sequence[Mapping[str, float]]) -> tuple[Table, ...]:
    """Tables from their JSON form, in which a tuple of values is one string parted by bars.

    Equal words and equal weights are one object each: most of the time that a lookup takes goes into fetching them.
    """
    atoms, weights = _Atoms(), dict[float, float]()
    return tuple(
        {
            tuple(map(atoms.__getitem__, k.split(_BETWEEN))) if _BETWEEN in k else atoms[k]: weights.setdefault(w, w)
            for k, w in table.items()
        }
        for table in stored
    )


def write_tables(tables: Sequence[Table], digits: int = 1) -> list[dict[str, float]]:
    """The JSON form of tables; weights that round to nothing are left out."""
    rounded = ({_text(k): round(w, digits) for k, w in table.items()} for table in tables)
    return [{k: w for k, w in sorted(table.items()) if w} for table in rounded]


_BETWEEN = "|"
"""Parts the values of a key in the JSON form (a tab would be written as two characters)."""


def likely(options: Sequence[T], scores: Sequence[float], least: float) -> list[tuple[T, float]]:
    """The options whose share is at least `least`, with it; the best one always, and no more than three, best first.

    The share is how likely each of them is the right one (the softmax of their scores).
    """
    parts = list(map(math.exp, scores))  # a score is a sum of a few small weights: nothing overflows
    whole = sum(parts)
    needed = least * whole
    found = []
    for option, part in zip(options, parts):  # noqa: B905 (asking for `strict` takes as long as the rest)
        if part >= needed:
            found.append((option, part / whole))
    if len(found) > 1:
        found.sort(key=_share, reverse=True)  # stays in order where two are equal
        return found[:3]
    return found or [(options[parts.index(max(parts))], max(parts) / whole)]


_share = itemgetter(1)


def probability(log_odds: float) -> float:
    """The logistic function."""
    if log_odds < -30:
        return 0.0
    return 1 / (1 + math.exp(-log_odds)) if log_odds < 30 else 1.0


def _text(key: Hashable) -> str:
    return _BETWEEN.join(_stored(p) for p in key) if isinstance(key, tuple) else _stored(key)


def _stored(atom: Any) -> str:
    return f"#{int(atom)}" if isinstance(atom, int) else str(atom).replace("%", "%25").replace(_BETWEEN, "%7C")


class _Atoms(dict[str, Hashable]):
    """The values by their stored form: of twenty thousand parts of keys, a thousand are different."""

    def __missing__(self, stored: str) -> Hashable:
        if stored[:1] == "#" and stored[1:].lstrip("-").isdigit():
            atom: Hashable = int(stored[1:])
        else:
            atom = sys.intern(stored.replace("%7C", _BETWEEN).replace("%25", "%"))
        self[stored] = atom
        return atom
