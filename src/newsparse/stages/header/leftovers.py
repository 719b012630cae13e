"""What is left of a line once names and dates are taken out of it belongs to the page."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Range
from newsparse.stages.header.parts import INVISIBLE, Part


def cover(text: str, lines: Sequence[Range], furniture: Sequence[Part], covered: Sequence[Range]) -> list[Part]:
    """The furniture, with every visible stretch of `lines` that nothing covers added to it, in text order.

    Args:
        text: the article.
        lines: lines of the header that hold names and dates.
        furniture: what is furniture already; it covers too.
        covered: ranges that are something else.
    """
    low, high = min((start for start, _ in lines), default=0), max((end for _, end in lines), default=0)
    others = {*covered, *(part.range for part in furniture)}
    taken = sorted(one for one in others if one[0] < high and low < one[1])
    found = list(furniture)
    position = 0
    for start, end in sorted(lines):
        position = max(position, start)
        for first, last in taken:
            if first >= end:
                break
            if last <= position:
                continue
            found += _stretch(text, position, first)
            position = max(position, last)
        found += _stretch(text, position, end)
        position = max(position, end)
    return sorted(found, key=lambda part: part.range)


def _stretch(text: str, start: int, end: int) -> list[Part]:
    while start < end and _blank(text[start]):
        start += 1
    while end > start and _blank(text[end - 1]):
        end -= 1
    return [Part("furniture", (start, end), "header.furniture.rest_of_line")] if start < end else []


def _blank(char: str) -> bool:
    return char in INVISIBLE or char.isspace()
