"""The text cut into blocks: one a line, or one a paragraph where lines were wrapped by hand or by a mailer."""

from __future__ import annotations

import functools
import itertools

import regex

from newsparse.document import Document, Range

BLANKS = " \t\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f\u2060-\u2064\u3000\ufeff\u00ad\x00-\x1f\x7f\x85\u180e"
"""What a block is stripped of at its ends, as the inside of a character class: blanks, controls, zero-width marks."""

_WIDEST = 100
_NARROWEST = 45
_SLACK = 6


def split_blocks(doc: Document) -> tuple[Range, ...]:
    """The blocks of the text, in order, none empty.

    A block is a line stripped of blanks at both ends. Where the text was hard-wrapped (lines of a paragraph
    broken at a column, paragraphs parted by blank lines), a block is a paragraph.

    Args:
        doc: a document with its text.

    Returns:
        Half-open ranges of characters.
    """
    lines = [(m.start("line"), m.end("line")) for m in _line_pattern().finditer(doc.text)]
    if len(lines) < 4 or not _hard_wrapped(doc.text, lines):
        return tuple(lines)
    return tuple(_joined(doc.text, lines))


@functools.cache
def _line_pattern() -> regex.Pattern[str]:
    # A line from its first to its last visible character; runs of blanks inside it are crossed possessively.
    inner = rf"[^{BLANKS}\n\u2028\u2029]"
    gap = rf"[^\S\n\r\f\v\x1c-\x1e\x85\u2028\u2029]|[{BLANKS}--[\n\r\f\v\x1c-\x1e\x85]]"
    return regex.compile(rf"(?V1)(?P<line>(?:{inner})++(?:(?:{gap})++(?:{inner})++)*+)")


def _parted(text: str, before: Range, after: Range) -> bool:
    """Whether a blank line (or a page break) lies between two lines."""
    gap = text[before[1] : after[0]].replace("\r\n", "\n").replace("\r", "\n")
    return gap.count("\n") != 1 or "\f" in gap or "\u2029" in gap


def _first_word_length(text: str, line: Range) -> int:
    found = text.find(" ", line[0], line[1])
    return (line[1] if found < 0 else found) - line[0]


def _hard_wrapped(text: str, lines: list[Range]) -> bool:
    """Whether line ends are where the next word no longer fitted: then most lines within a paragraph are full."""
    width = _width(text, lines)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = pairs = 0
    for before, after in itertools.pairwise(lines):
        if not _parted(text, before, after):
            pairs += 1
            full += _is_full(text, before, after, width)
    return full >= 3 and full >= 0.6 * pairs


def _width(text: str, lines: list[Range]) -> int:
    return max((end - start for start, end in lines if " " in text[start:end]), default=0)


def _is_full(text: str, before: Range, after: Range, width: int) -> bool:
    return before[1] - before[0] + 1 + _first_word_length(text, after) > width - _SLACK


def _joined(text: str, lines: list[Range]) -> list[Range]:
    width = _width(text, lines)
    blocks = [lines[0]]
    last = lines[0]
    for line in lines[1:]:
        if not _parted(text, last, line) and _is_full(text, last, line, width):
            blocks[-1] = (blocks[-1][0], line[1])
        else:
            blocks.append(line)
        last = line
    return blocks
