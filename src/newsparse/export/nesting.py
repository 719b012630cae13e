"""Stretches that may cross, as elements that nest: what crosses is cut, and its parts are told apart by number."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator

import attrs


@attrs.define(eq=False)
class Element:
    """An element to be written: one stretch or several of a text, which are its parts.

    Attributes:
        tag: its name.
        attributes: without `xml:id`, `next` and `prev`.
        name: its `xml:id`; "" where nothing points at it and its parts need not be tied.
        rank: of two that begin and end together, the one with the lower rank holds the other.
        parts: where it was written, in text order.
    """

    tag: str
    attributes: dict[str, str]
    name: str = ""
    rank: int = 0
    parts: list[tuple[int, int]] = attrs.field(factory=list)


@attrs.frozen
class Part:
    """One part of an element, which lies wholly inside or wholly outside every other."""

    start: int
    end: int
    number: int
    element: Element


def nest(stretches: Iterable[tuple[int, int, Element]], bounds: Iterable[tuple[int, int]]) -> Iterator[list[Part]]:
    """The parts that lie in each of the bounds, outer before inner; every element learns where its parts are.

    Args:
        stretches: start, end and element.
        bounds: disjoint stretches in text order that no element may cross, such as paragraphs.
    """
    numbers = itertools.count()  # no two that wait have the same: elements can't be ordered
    waiting = [(s, -e, x.rank, next(numbers), x) for s, e, x in stretches if s < e]
    heapq.heapify(waiting)
    for low, high in bounds:
        found: list[Part] = []
        open_until: list[int] = [high]
        while waiting and waiting[0][0] < high:
            start, end, rank, _, element = heapq.heappop(waiting)
            end = -end
            if start < low:
                if end > low:
                    heapq.heappush(waiting, (low, -end, rank, next(numbers), element))
                continue
            while len(open_until) > 1 and open_until[-1] <= start:
                open_until.pop()
            if end > open_until[-1]:
                heapq.heappush(waiting, (open_until[-1], -end, rank, next(numbers), element))
                end = open_until[-1]
            open_until.append(end)
            found.append(Part(start, end, len(element.parts), element))
            element.parts.append((start, end))
        yield found
