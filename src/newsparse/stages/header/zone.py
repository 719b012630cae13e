"""The top of the page: how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Range
from newsparse.stages.header.beside import BareNames
from newsparse.stages.header.closing import read_closing
from newsparse.stages.header.contacts import without_contacts
from newsparse.stages.header.line_marks import UNMARKED, unmarked
from newsparse.stages.header.lines import is_plain
from newsparse.stages.header.parts import HeaderWords
from newsparse.stages.header.prose import is_said
from newsparse.stages.header.top_lines import Line, Page, only_tells, read_top_line

_FARTHEST = 120
_PROSE_ALLOWED = 3


def read_zone(text: str, blocks: Sequence[Range], words: HeaderWords, names: BareNames, *, inside: bool) -> list[Line]:
    """The lines of the top, up to the last of its bylines and dates and on to the first paragraph.

    Empty where the text has no such line: then it is a headline and paragraphs, or paragraphs alone. `inside` is what
    `names_inside` says of the text.
    """
    # Most lines have no marks around them.
    blocks = [
        b if text[b[0]].isalnum() or text[b[0]] in UNMARKED else unmarked(text, b, words) for b in blocks[:_FARTHEST]
    ]
    above, below = Page(text, blocks, words, names), Page(text, blocks, words, names, story=True)
    lines: list[Line] = []
    last_anchor, prose, signs = -1, 0, 0
    index = 0
    while index < len(blocks) and prose <= _PROSE_ALLOWED:
        block = blocks[index]
        plain = is_plain(text, *block, words)
        if prose and (inside or not plain) and read_closing(text, *block, words, inside=inside):
            break  # "Reporting by Ann Lee" below the story
        if plain and only_tells(text, *block, words):
            line = Line(index, block, prose=True)
        else:
            line = read_top_line(below if prose else above, index)
        lines.append(line)
        if line.anchor:
            last_anchor = len(lines) - 1
        signs += line.part is not None and prose == 0
        prose += line.prose
        index = line.index + 1
    if last_anchor < 0 and not signs:
        return []
    stop = last_anchor + 1
    while stop < len(lines) and not lines[stop].prose and not _begins_story(text, lines[stop]):
        stop += 1
    return without_contacts(text, lines[:stop], words)


def _begins_story(text: str, line: Line) -> bool:
    return line.part is None and not line.named_or_dated and is_said(text, *line.range)
