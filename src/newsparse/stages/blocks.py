"""The text cut into blocks: one a line, or one a paragraph where lines were wrapped by hand or by a mailer."""

from __future__ import annotations

import itertools

from newsparse.document import Document, Range

_BLANKS = "".join(
    map(
        chr,
        (
            *(*range(0x21), 0x7F, 0x85, 0xA0, 0xAD, 0x1680, 0x180E),
            *(*range(0x2000, 0x2010), *range(0x2028, 0x2030), 0x205F, *range(0x2060, 0x2065), 0x3000, 0xFEFF),
        ),
    )
)
"""What a block is stripped of at its ends: blanks, line ends, controls, zero-width marks."""

_ENDS = ".,:;?!\"'”’)"
"""What a line commonly ends in, besides letters and figures: none of it a blank."""
_WIDEST = 100
"""A text with a longer line was not wrapped by hand: then a line is a block."""
_NARROWEST = 45
"""Nor was one whose longest line is shorter: that is verse, a list, or a page."""
_SLACK = 6
"""A line is full where the next word would have ended so near the widest one, or beyond it."""


def split_blocks(doc: Document) -> tuple[Range, ...]:
    """The blocks of the text, in order, none empty.

    A block is a line stripped of blanks at both ends. Where the text was hard-wrapped (lines of a paragraph
    broken at a column, paragraphs parted by blank lines), a block is a paragraph.

    Args:
        doc: a document with its text.

    Returns:
        Half-open ranges of characters.
    """
    lines = _lines(doc.text)
    if len(lines) < 4 or not _hard_wrapped(doc.text, lines):
        return tuple(lines)
    return tuple(_joined(doc.text, lines))


def _lines(text: str) -> list[Range]:
    """Each line from its first visible character to its last."""
    lines = []
    position = 0
    for line in text.splitlines(keepends=True):
        if line == "\n":
            position += 1
            continue
        last = position + len(line)
        # Most lines begin and end with what is no blank.
        if line[-1] == "\n" and line[0].isalnum() and (line[-2] in _ENDS or line[-2].isalnum()):
            lines.append((position, last - 1))
        elif opened := line.lstrip(_BLANKS):
            start = last - len(opened)
            lines.append((start, start + len(opened.rstrip(_BLANKS))))
        position = last
    return lines


def _parted(text: str, before: Range, after: Range) -> bool:
    """Whether a blank line (or a page break) lies between two lines."""
    gap = text[before[1] : after[0]].replace("\r\n", "\n").replace("\r", "\n")
    return gap.count("\n") != 1 or "\f" in gap or "\u2029" in gap


def _first_word_length(text: str, line: Range) -> int:
    found = text.find(" ", line[0], line[1])
    return (line[1] if found < 0 else found) - line[0]


def _hard_wrapped(text: str, lines: list[Range]) -> bool:
    """Whether line ends are where the next word no longer fitted: then most lines within a paragraph are full."""
    if any(end - start > _WIDEST and text.find(" ", start, end) > 0 for start, end in lines):
        return False
    width = _width(text, lines)
    if width < _NARROWEST:
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
