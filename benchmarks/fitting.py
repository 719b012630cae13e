"""Fit the linear models of `newsparse.linear` by L-BFGS (numpy and scipy; not needed to run newsparse)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Values = list[tuple[int, Hashable]]
"""What one candidate was looked up with: number of the feature, value."""
Weights = list[dict[Hashable, float]]


class Recorder:
    """Lookups for `newsparse.linear` that write down what they are asked; feature 0 begins a candidate.

    Attributes:
        tables: to pass where tables are wanted.
        rows: what was asked, a row a candidate.
    """

    def __init__(self, width: int) -> None:
        self.rows: list[Values] = []
        self.tables = tuple(self._lookup(slot) for slot in range(width))

    def _lookup(self, slot: int) -> Callable[[Hashable, float], float]:
        def lookup(value: Hashable, default: float) -> float:
            if slot == 0:
                self.rows.append([])
            self.rows[-1].append((slot, value))
            return default

        return lookup

    def take(self) -> list[Values]:
        """The rows since the last call."""
        rows, self.rows = self.rows, []
        return rows


class Encoded:
    """Rows of feature values as one flat array of weight numbers, rare values left out."""

    def __init__(self, rows: Sequence[Values], least: int) -> None:
        seen: Counter[tuple[int, Hashable]] = Counter()
        for row in rows:
            seen.update(row)
        self.index = {key: n for n, key in enumerate(k for k, c in seen.items() if c >= least)}
        self.width = 1 + max(slot for row in rows for slot, _ in row)
        get = self.index.get
        flat = [[n for item in row if (n := get(item)) is not None] for row in rows]
        self.ids = np.fromiter((n for row in flat for n in row), dtype=np.int64)
        self.row = np.repeat(np.arange(len(flat)), [len(r) for r in flat])
        self.rows = len(flat)

    def scores(self, weights: NDArray[Any]) -> NDArray[Any]:
        """The sum of weights of each row."""
        return np.bincount(self.row, weights[self.ids], minlength=self.rows)

    def gradient(self, slope: NDArray[Any]) -> NDArray[Any]:
        """The slope of each weight from the slope of each row's score."""
        return np.bincount(self.ids, slope[self.row], minlength=len(self.index))

    def tables(self, weights: NDArray[Any], floor: float) -> Weights:
        """Weights by feature and value, small ones left out."""
        out: Weights = [{} for _ in range(self.width)]
        for (slot, value), n in self.index.items():
            if abs(weights[n]) >= floor:
                out[slot][value] = float(weights[n])
        return out


def _solve(function, size: int, rounds: int) -> NDArray[Any]:  # type: ignore[no-untyped-def]
    found = minimize(function, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 20})
    return np.asarray(found.x)


def logistic(
    rows: Sequence[Values], right: Sequence[bool], *, l2: float, least: int, rounds: int = 120, floor: float = 0.03
) -> Weights:
    """Weights of a logistic regression."""
    encoded, y = Encoded(rows, least), np.asarray(right, dtype=float)

    def loss(w: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        z = encoded.scores(w)
        p = 1 / (1 + np.exp(-z))
        value = np.logaddexp(0, z).sum() - (y * z).sum() + 0.5 * l2 * (w @ w)
        return value, encoded.gradient(p - y) + l2 * w

    return encoded.tables(_solve(loss, len(encoded.index), rounds), floor)


def ranker(
    groups: Sequence[Sequence[Values]],
    right: Sequence[int],
    *,
    l2: float,
    least: int,
    rounds: int = 120,
    floor: float = 0.03,
) -> Weights:
    """Weights by which the right one of each group of candidates scores highest (a softmax a group)."""
    rows = [row for group in groups for row in group]
    encoded = Encoded(rows, least)
    sizes = np.array([len(g) for g in groups])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    gold = starts + np.asarray(right)
    group = np.repeat(np.arange(len(groups)), sizes)

    def loss(w: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        z = encoded.scores(w)
        z = z - np.maximum.reduceat(z, starts)[group]
        e = np.exp(z)
        total = np.add.reduceat(e, starts)
        p = e / total[group]
        value = np.log(total).sum() - z[gold].sum() + 0.5 * l2 * (w @ w)
        slope = p
        slope[gold] -= 1
        return value, encoded.gradient(slope) + l2 * w

    return encoded.tables(_solve(loss, len(encoded.index), rounds), floor)
