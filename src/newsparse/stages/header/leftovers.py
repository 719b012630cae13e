"""What is left of a line once names and dates are taken out of it belongs to the page."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Range
from newsparse.stages.header.parts import Part


def cover(text: str, lines: Sequence[Range], furniture: Sequence[Part], covered: Sequence[Range]) -> list[Part]:
    """The furniture, with every visible stretch of `lines` that nothing covers added to it, in text order.

    Args:
        text: the article.
        lines: lines of the header that hold names and dates.
        furniture: what is furniture already; it covers too.
        covered: ranges that are something else.
    """
    taken = sorted({*covered, *(part.range for part in furniture)})
    found = list(furniture)
    for start, end in lines:
        position = start
        for first, last in taken:
            if last <= position or first >= end:
                continue
            found += _stretch(text, position, first)
            position = max(position, last)
        found += _stretch(text, position, end)
    return sorted(found, key=lambda part: part.range)


def _stretch(text: str, start: int, end: int) -> list[Part]:
    while start < end and not text[start].isprintable() or start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or not text[end - 1].isprintable()):
        end -= 1
    return [Part("furniture", (start, end), "header.furniture.rest_of_line")] if start < end else []
