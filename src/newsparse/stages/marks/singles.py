"""Single quotation marks, and how they are told from apostrophes."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Tokens
from newsparse.stages.marks.roles import CLOSES, EITHER, LEADS, OPENS, parted_after, parted_before

SINGLES = frozenset("'‘’‚‛`")
APOSTROPHES = frozenset("'’")
_CLOSERS = {"'": "'’", "’": "’'", "‘": "’'", "‛": "’'", "`": "'’", "‚": "‘’'"}
_STRONG = frozenset(".,!?…—-–;:)]") | {"...", "--", "”", '"', "''"}
"""What shows a single mark right after it to close."""
_PAUSES = frozenset(",:;.?!(—–") | {"--"}
_ELISIONS = frozenset(
    "em til tis twas twere twill cause bout round n s d ll ve re m t nother neath gainst ere un fraid cos cuz".split()
)
_FOLLOWS = frozenset('([$…“"') | {"..."}
FARTHEST = 40
"""How many marks on a single one is sought that closes it."""


def single_opens(tokens: Tokens, i: int, first: int, last: int) -> bool:
    """Whether the single mark at `i` may open a quotation: it stands before a word and is no apostrophe."""
    if i + 1 >= last:
        return False
    following, pause = tokens.word[i + 1], i == first or tokens.word[i - 1] in _PAUSES
    if parted_after(tokens, i, last):  # a blank inside the marks, as some wires set them
        return pause and parted_before(tokens, i, first) and following[0].isalnum()
    if not parted_before(tokens, i, first) and tokens.word[i - 1] not in LEADS:
        return False
    # '90s, and '68 save where a quotation may well begin
    year = following[0].isdigit() and (following[2:] == "s" or (len(following) == 2 and not pause))
    if year and tokens.word[i] != "`":
        return False
    return tokens.low[i + 1] not in _ELISIONS and (following[0].isalnum() or following in _FOLLOWS)


def single_closes(tokens: Tokens, i: int, opened: str, first: int, last: int, spaced: bool = False) -> str:
    """How surely the single mark at `i` closes one: "sure", "likely", "perhaps" (an s before it), or "" for not at all.

    `spaced` is whether the opening one has a blank after it.
    """
    if tokens.word[i] not in _CLOSERS[opened]:
        return ""
    before = tokens.word[i - 1]
    blank, after = parted_before(tokens, i, first), parted_after(tokens, i, last)
    if blank:
        return "sure" if spaced and after and before in _STRONG else ""
    if not after and tokens.word[i + 1][0].isalnum():
        return ""
    if before == "n" and i >= 2 and tokens.word[i - 2] in APOSTROPHES:  # rock 'n' roll
        return ""
    if before in _STRONG:
        return "sure"
    plural = tokens.low[i - 1].endswith("s")
    if not after:
        return "perhaps" if plural else "sure"
    if plural and i + 1 < last and tokens.word[i + 1][0].islower():
        return ""
    return "likely"


def single_close(
    tokens: Tokens, marks: Sequence[int], roles: Sequence[str], position: int, first: int, last: int
) -> int | None:
    """The position in `marks` of the mark that closes the single one at `position`; apostrophes don't."""
    opened = tokens.word[marks[position]]
    spaced = parted_after(tokens, marks[position], last)
    weak: int | None = None
    doubles = nested = 0
    for k in range(position + 1, min(position + FARTHEST, len(marks))):
        i = marks[k]
        if roles[k]:
            doubles = max(0, doubles + _change(roles[k], doubles))
            continue
        if doubles:
            continue
        both = spaced and parted_after(tokens, i, last)  # blanks inside the marks: only a pause tells which it is
        if tokens.word[i] != "’" and not both and single_opens(tokens, i, first, last):
            if weak is not None:
                break
            nested += 1
            continue
        sure = single_closes(tokens, i, opened, first, last, spaced)
        if not sure:
            continue
        if nested:
            nested -= 1
        elif sure == "sure":
            return k
        elif weak is None:
            weak = k
    return weak


def _change(role: str, depth: int) -> int:
    if role == OPENS:
        return 1
    if role == CLOSES or (role == EITHER and depth):
        return -1
    return 1 if role == EITHER else 0
