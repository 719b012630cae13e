"""Marks around a line that are no part of it: Markdown's for titles and emphasis, a symbol before "By" or a date."""

from __future__ import annotations

import functools

import regex

from newsparse.document import Range
from newsparse.stages.header.chunks import labelled
from newsparse.stages.header.moments import find_moments
from newsparse.stages.header.parts import HeaderWords

UNMARKED = "\"'“”‘’„«»("
"""What else a line without marks begins with."""
_DEEPEST = 4
"""Marks of Markdown inside each other that are taken off: `## **_Title_**` has three."""


def unmarked(text: str, block: Range, words: HeaderWords) -> Range:
    """The line without the marks around it; the line itself where it has none.

    Args:
        text: the article.
        block: where the line is.
        words: the language's header words.
    """
    for _ in range(_DEEPEST):
        found, mark = None, text[block[0]]
        if mark == "#":
            found = _title().fullmatch(text, *block)
        elif mark in "*_" and text[block[1] - 1] == mark:
            found = _emphasis().fullmatch(text, *block)
        if found is None:
            break
        block = found.span("line")
    start, end = block
    if text[start].isalnum() or text[start] in UNMARKED:
        return block
    found = _symbols().match(text, start, end)
    if found is None or found.end() >= end:
        return block
    first = found.end()
    moments = find_moments(text, first, end, words) if end - first <= 80 else []
    if labelled(text, first, end, words) is not None or (moments and moments[0].range[0] == first):
        return first, end
    return block


@functools.cache
def _title() -> regex.Pattern[str]:
    return regex.compile(r"#{1,6}+\s++(?P<line>\S(?:.*[^\s#])?)[\s#]*", regex.DOTALL)


@functools.cache
def _emphasis() -> regex.Pattern[str]:
    return regex.compile(r"(?P<mark>\*{1,3}+|_{1,3}+)(?P<line>[^\s*_](?:[^\n*]*[^\s*_])?)(?P=mark)")


@functools.cache
def _symbols() -> regex.Pattern[str]:
    return regex.compile(r"[\p{So}\p{Sk}\p{Cf}\p{Mn}•▪■●◆►▶|–—\s-]++")
