"""Which marks of one paragraph pair: outermost quotations only."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import attrs

from newsparse.document import Tokens
from newsparse.document.records import record
from newsparse.stages.marks.roles import CLOSERS, CLOSES, EITHER, MEASURE, NOTHING, OPENS, STRAIGHT
from newsparse.stages.marks.singles import single_close, single_closes, single_opens

_STOPS = frozenset(".?!…") | {"..."}
FAR = 8
"""How many marks on the next double one is sought."""
DEEP = 4
"""How many open marks one may close at once."""
_PAUSES = frozenset(",:;") | _STOPS
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}

Pair = tuple[int, int, bool]
"""First token, last token (half-open), whether it has a closing mark of its own."""


@record
class Paragraph:
    """A paragraph with its marks.

    Attributes:
        tokens: of the document.
        first, last: its tokens.
        marks: the tokens that are quotation marks, or may be.
        roles: what each can do.
        left_open: the mark that the paragraph before left open, "" for none.
        next_mark: the mark that the next paragraph begins with, "" for none.
    """

    tokens: Tokens
    first: int
    last: int
    marks: Sequence[int]
    roles: Sequence[str]
    left_open: str
    next_mark: str


@attrs.frozen
class _Open:
    """What is open yet, innermost last: positions, and what was closed right inside each where anything was."""

    positions: array[int] = attrs.field(factory=lambda: array("q"))
    inside: dict[int, list[Pair]] = attrs.field(factory=dict)


def pair(p: Paragraph) -> tuple[list[Pair], int | None]:
    """The quotations of a paragraph, and the first closing mark that nobody opened."""
    if (closed := _each_closed(p)) is not None:
        return closed, None
    found: list[Pair] = []
    stack = _Open()
    stray: int | None = None
    position = 0
    while position < len(p.marks):
        i, role = p.marks[position], _role(p, position, bool(stack.positions))
        if not role and not stack.positions:
            taken = _single(p, position, found)
            if taken is None:
                break
            position = taken
        elif role == OPENS:
            stack.positions.append(position)
        elif role == CLOSES:
            if stack.positions:
                _close(p, position, stack, found)
            elif stray is None and not found:
                stray = i
        position += 1
    if stack.positions:
        found += _left_open(p, stack)
    return found, stray


def _each_closed(p: Paragraph) -> list[Pair] | None:
    """The quotations where the next mark closes each that opens, as in most paragraphs; none where it is not so."""
    word, marks, roles = p.tokens.word, p.marks, p.roles
    if len(marks) % 2:
        return None
    found: list[Pair] = []
    for at in range(0, len(marks), 2):
        if roles[at] != OPENS or roles[at + 1] != CLOSES:
            return None
        begin, end = marks[at], marks[at + 1]
        if end == begin + 1 or word[end] not in CLOSERS[word[begin]]:
            return None
        found.append((begin, end + 1, True))
    return found


def _role(p: Paragraph, position: int, inside: bool) -> str:
    """The role of a mark, given whether it stands inside a quotation."""
    role, i = p.roles[position], p.marks[position]
    if role == MEASURE:
        # 12" and 6'2" are inches, where the quotation still ends after them
        near = range(position + 1, min(position + FAR, len(p.roles)))
        following = next((p.roles[k] for k in near if p.roles[k]), "")
        return CLOSES if inside and following not in (CLOSES, MEASURE) else NOTHING
    if role != EITHER:
        return role
    if inside:
        return CLOSES
    glued = i > p.first and p.tokens.end[i - 1] == p.tokens.start[i]
    if glued and p.tokens.word[i - 1] not in _PAUSES:  # pic="lake": no quotation begins in the middle of a word
        return NOTHING
    if i + 1 >= p.last or (i > p.first and p.tokens.word[i - 1] in _STOPS and p.tokens.word[i + 1] in CLOSERS):
        return CLOSES
    return OPENS


def _close(p: Paragraph, position: int, stack: _Open, found: list[Pair]) -> None:
    """Let the mark at `position` close the last open one that it fits; what is open inside that was left open."""
    mark = p.tokens.word[p.marks[position]]
    positions, inside = stack.positions, stack.inside
    for depth in range(len(positions) - 1, max(-1, len(positions) - DEEP), -1):
        opened = p.marks[positions[depth]]
        if mark in CLOSERS[p.tokens.word[opened]]:
            for gone in positions[depth:]:
                inside.pop(gone, None)
            del positions[depth:]
            if p.marks[position] > opened + 1:  # a pair with nothing in it quotes nothing
                pairs = inside.setdefault(positions[-1], []) if positions else found
                pairs.append((opened, p.marks[position] + 1, True))
            return


def _left_open(p: Paragraph, stack: _Open) -> list[Pair]:
    """The quotations from the first mark that was left open on.

    It runs to the paragraph's end, unless a new one begins right after a full stop inside it, and it is not one that
    goes on in the next paragraph.
    """
    found: list[Pair] = []
    for depth, position in enumerate(stack.positions):
        begin, within = p.marks[position], stack.inside.get(position, ())
        starts = [a for a, _, _ in within[:1]] + [p.marks[at] for at in stack.positions[depth + 1 : depth + 2]]
        goes_on = p.next_mark in CLOSERS and _alike(p.tokens.word[begin], p.next_mark)
        start = min(starts, default=None)
        single = None if goes_on else _single_end(p, position)
        if single is None and (goes_on or start is None or p.tokens.word[start - 1] not in _STOPS):
            found.append((begin, p.last if goes_on or start is not None else _bracket_end(p, begin), False))
            return found
        found.append((begin, start or p.last, False) if single is None else (begin, single, True))
        found += within  # what was inside it stands for itself
    return found


def _alike(one: str, other: str) -> bool:
    return one == other or (one in STRAIGHT) == (other in STRAIGHT)


def _single_end(p: Paragraph, position: int) -> int | None:
    """The token after a single mark that must be meant to close the double one at `position`, if there is one."""
    for k in range(position + 1, min(position + FAR, len(p.marks))):
        i = p.marks[k]
        if p.roles[k] or single_opens(p.tokens, i, p.first, p.last):
            return None
        if single_closes(p.tokens, i, "‘", p.first, p.last) == "sure":
            return i + 1
    return None


def _bracket_end(p: Paragraph, begin: int) -> int:
    """The end of the bracket that the mark at `begin` stands in, else of the paragraph."""
    depth = 0
    for i in range(begin, p.last):
        depth += _BRACKETS.get(p.tokens.word[i], 0)
        if depth < 0:
            return i
    return p.last


def _single(p: Paragraph, position: int, found: list[Pair]) -> int | None:
    """Let the single mark at `position` open a quotation, if it does.

    Returns the position of the last mark that it takes, or none where it takes all that follow.
    """
    i = p.marks[position]
    if not single_opens(p.tokens, i, p.first, p.last):
        return position
    close = single_close(p.tokens, p.marks, p.roles, position, p.first, p.last)
    if close is None:
        mark = p.tokens.word[i]
        if p.next_mark == mark or (i == p.first and p.left_open == mark):
            found.append((i, p.last, False))
            return None
        close = _wrong_close(p, position)
    if close is None:
        return position
    found.append((i, p.marks[close] + 1, True))
    return close


def _wrong_close(p: Paragraph, position: int) -> int | None:
    """The next double mark, if it can only be meant to close the single one at `position`."""
    i = p.marks[position]
    if i > p.first and p.tokens.word[i - 1] not in (",", ":"):
        return None
    for k in range(position + 1, min(position + FAR, len(p.marks))):
        if p.roles[k]:
            closes = p.roles[k] == CLOSES and p.tokens.word[p.marks[k]] in ('"', "”")
            return k if closes else None
    return None
