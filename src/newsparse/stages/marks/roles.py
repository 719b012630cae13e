"""What each double mark of a paragraph can do, by its shape and the blanks and words around it."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Tokens

OPENS, CLOSES, EITHER, MEASURE, NOTHING = "opens", "closes", "either", "measure", "nothing"

STRAIGHT = frozenset(['"', "''", "″", "＂"])
OPENING = frozenset(["“", "„", "‟", "``", "«", "‹"])
CLOSING = frozenset(["”", "»", "›"])
DOUBLES = STRAIGHT | OPENING | CLOSING
_GUILLEMETS = frozenset("«»‹›")
LEADS = frozenset("([{—–-“\"/‘'„«‹") | {"--", "``", "''", "..."}
"""What an opening mark may be glued to."""
_FOLLOWS = frozenset("([{$£€#@…—–‘'’“„«") | {"...", "``", "--"}
"""What may stand first in a quotation, beside letters and digits."""

CLOSERS = {
    '"': ('"', "”", "“", "''", "＂"),
    "＂": ("＂", '"'),
    "″": ("″", '"', "”"),
    "''": ("''", '"', "”"),
    "“": ("”", '"', "“", "''", "‟"),
    "”": ("”", '"'),
    "„": ("“", "”", '"', "''", "‟"),
    "‟": ("”", '"'),
    "``": ("''", '"', "``", "”"),
    "«": ("»",),
    "»": ("«", "»"),
    "‹": ("›",),
    "›": ("‹", "›"),
}
"""The marks that close each mark."""


def roles_of(tokens: Tokens, marks: Sequence[int], first: int, last: int, left_open: str) -> list[str]:
    """The role of each of `marks` (tokens of the paragraph `first` to `last`); "" for single marks.

    `left_open` is the mark that the paragraph before left open, "" where it left none.
    """
    reversed_ = _reversed(tokens, marks, first, left_open)
    roles: list[str] = []
    for i in marks:
        at = len(roles)
        word = tokens.word[i]
        if at and roles[-1] and word in STRAIGHT and marks[at - 1] == i - 1 and _run(tokens, i):
            roles.append(roles[-1])  # a run of marks without a blank does one thing
        elif word in STRAIGHT:
            roles.append(_straight(tokens, i, _run_end(tokens, marks, at), first, last))
        elif word in _GUILLEMETS:
            roles.append(_guillemet(word, reversed_, i == first and left_open != "" and left_open in "«»‹›"))
        elif word in DOUBLES:
            roles.append(_curly(tokens, i, first, last))
        else:
            roles.append("")
    return roles


def parted_before(tokens: Tokens, i: int, first: int) -> bool:
    """Whether a blank, or nothing at all, stands before the token at `i`."""
    return i == first or tokens.end[i - 1] < tokens.start[i]


def parted_after(tokens: Tokens, i: int, last: int) -> bool:
    """Whether a blank, or nothing at all, stands after the token at `i`."""
    return i + 1 >= last or tokens.end[i] < tokens.start[i + 1]


def _run(tokens: Tokens, i: int) -> bool:
    return tokens.word[i - 1] == tokens.word[i] and tokens.end[i - 1] == tokens.start[i]


def _run_end(tokens: Tokens, marks: Sequence[int], at: int) -> int:
    """The token after the run of equal marks that starts at `marks[at]`."""
    while at + 1 < len(marks) and marks[at + 1] == marks[at] + 1 and _run(tokens, marks[at + 1]):
        at += 1
    return marks[at] + 1


def _begins(word: str) -> bool:
    return word[0].isalnum() or word in _FOLLOWS


def _straight(tokens: Tokens, i: int, stop: int, first: int, last: int) -> str:
    """The role of a straight mark, or of a run of them that ends before `stop`."""
    blank = parted_before(tokens, i, first)
    after = parted_after(tokens, stop - 1, last)
    if not blank and tokens.word[i - 1][-1].isdigit() and stop == i + 1:
        return MEASURE
    left = blank or tokens.word[i - 1] in LEADS
    right = not after and _begins(tokens.word[stop])
    if left and right:
        return OPENS
    if left:
        return NOTHING if stop > i + 1 else EITHER
    if not right:
        return CLOSES
    return EITHER


def _curly(tokens: Tokens, i: int, first: int, last: int) -> str:
    """The role of a mark that has a direction, which typing may have got wrong."""
    word = tokens.word[i]
    blank, after = parted_before(tokens, i, first), parted_after(tokens, i, last)
    if word == "”":
        if i == first and last > first + 1:
            return OPENS if _begins(tokens.word[i + 1]) and not tokens.word[i + 1][0].islower() else CLOSES
        return EITHER if blank and not after and tokens.word[i + 1][0].isalnum() else CLOSES
    if i + 1 >= last:
        return CLOSES if i > first else NOTHING
    glued = not blank and tokens.word[i - 1] not in LEADS
    if word != "„" and glued and (after or not tokens.word[i + 1][0].isalnum()):
        return CLOSES
    return OPENS


def _guillemet(word: str, reversed_: bool, goes_on: bool) -> str:
    if goes_on:  # at the start of each paragraph of a long quotation
        return OPENS
    return OPENS if (word in "»›") == reversed_ else CLOSES


def _reversed(tokens: Tokens, marks: Sequence[int], first: int, left_open: str) -> bool:
    """Whether guillemets point inwards: they alternate, the first closes in the other style, the last opens in it.

    A lone one at the start of a line is a bullet.
    """
    pointed = [tokens.word[i] for i in marks if tokens.word[i] in _GUILLEMETS]
    if not pointed or pointed[0] not in "»›":
        return False
    if left_open in ("«", "‹") and marks and marks[0] == first:
        return False
    return len(pointed) % 2 == 0 and all((w in "»›") == (n % 2 == 0) for n, w in enumerate(pointed))
