"""What stands right below a byline about those named in it: `Senior Reporter`, `Norland News, Osthaven`, `@annlee`."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.document import BylinePart
from newsparse.stages.header.bylines import read_more
from newsparse.stages.header.names import in_capitals
from newsparse.stages.header.parts import HeaderWords
from newsparse.stages.header.top_lines import Line

_MOST = 3
"""So many lines below a byline may be about those named in it."""


def with_lines_below(
    text: str,
    zone: Sequence[Line],
    named: dict[int, tuple[BylinePart, ...]],
    others: frozenset[int],
    words: HeaderWords,
) -> tuple[dict[int, tuple[BylinePart, ...]], frozenset[int]]:
    """The bylines with what the lines below them add, and which lines those are.

    Args:
        text: the article.
        zone: the lines of the top.
        named: the bylines, by line.
        others: lines that are something else already, such as the headline.
        words: the language's header words.
    """
    found = dict(named)
    about: set[int] = set()
    for place, people in named.items():
        below = place + 1
        while below <= place + _MOST and below < len(zone) and below not in others | named.keys():
            more, size = _add(text, zone, below, people, words)
            if not more:
                break
            about |= set(range(below, below + size))
            people = found[place] = more
            below += size
    return found, frozenset(about)


def _add(
    text: str, zone: Sequence[Line], below: int, people: tuple[BylinePart, ...], words: HeaderWords
) -> tuple[tuple[BylinePart, ...], int]:
    """The people with what a line says of them, and how many lines that takes; none where it says nothing."""
    line = zone[below]
    if line.named_or_dated or line.prose or text[people[-1].range[1] : line.range[0]].strip(" \t\r\n\u00a0|•·"):
        return (), 0
    if line.part is not None and line.part.rule != "header.credit.line":
        return (), 0
    low = text[slice(*line.range)].lower().rstrip(":")
    if low in words.joints["place"] and below + 1 < len(zone):
        place = zone[below + 1].range
        said = text[slice(*place)]
        if zone[below + 1].named_or_dated or len(said.split()) > 5 or not in_capitals(said):
            return (), 0
        more = tuple(
            attrs.evolve(one, location=one.location or place, range=(one.range[0], place[1])) for one in people
        )
        return more, 2
    return read_more(text, *line.range, words, people), 1
