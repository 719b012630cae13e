"""Quotation marks: which opens, which closes, and how a quotation runs over paragraphs.

Pairing is by characters and starts afresh at each paragraph, so that one mark left open costs no more than
its own paragraph. Only outermost quotations are kept; what is nested in them belongs to them.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Document, Quotation, Tokens

_STRAIGHT = frozenset(['"', "''", "″"])
_SINGLES = frozenset("'‘‚")
_APOSTROPHES = frozenset("'’")
_DOUBLE_CLOSERS = {
    "“": ("”", '"', "“"),
    "«": ("»",),
    "»": ("«",),
    "``": ("''", "``", '"'),
    "„": ("“", "”", '"'),
    "”": ("”", '"'),
}
_STRONG = frozenset(".,!?…—-–;:") | {"...", "--", "”", '"'}
_INTERESTING = frozenset("\"″“”„«»‘’‚'‹›") | {"``", "''"}
_ELISIONS = frozenset("em til tis twas cause bout round n s d ll ve re m t nother".split())
_LEAD = frozenset("([{—–-“\"/‘'") | {"--", "``", "''", "..."}


def find_quotations(doc: Document) -> tuple[Quotation, ...]:
    """The outermost quotations of each prose block, in text order."""
    found: list[Quotation] = []
    open_at_end: int | None = None  # index of a quotation that its paragraph left open
    everywhere = [i for i, word in enumerate(doc.tokens.word) if word in _INTERESTING]
    at = 0
    for number, (first, last) in enumerate(doc.block_tokens):
        begin = at
        while at < len(everywhere) and everywhere[at] < last:
            at += 1
        marks = everywhere[begin:at]
        if not marks:
            if open_at_end is not None and number - found[open_at_end].block > 6:
                open_at_end = None
            continue
        pairs, stray = _pair(doc.tokens, marks, first, last)
        if open_at_end is not None and stray is not None and (not pairs or stray < pairs[0][0]):
            found += _filled(doc, found[open_at_end].block + 1, number, stray, open_at_end, len(found))
        for position, (begin, end, closed) in enumerate(pairs):
            continues = open_at_end if position == 0 and begin == first else None
            found.append(_quotation(doc.tokens, begin, end, number, closed, continues))
        left_open = bool(pairs) and not pairs[-1][2]
        open_at_end = len(found) - 1 if left_open else None
    return tuple(found)


def _quotation(tokens: Tokens, begin: int, end: int, block: int, closed: bool, continues: int | None) -> Quotation:
    return Quotation(tokens.start[begin], tokens.end[end - 1], begin, end, block, closed, continues)


def _filled(doc: Document, begin: int, number: int, stray: int, origin: int, size: int) -> list[Quotation]:
    """Paragraphs without a mark between one left open and the one that at last closes it: all quoted."""
    out: list[Quotation] = []
    for block in range(begin, number + 1):
        first, last = doc.block_tokens[block]
        end = stray + 1 if block == number else last
        if first < end:
            out.append(
                _quotation(doc.tokens, first, end, block, block == number, origin if not out else size + len(out) - 1)
            )
    return out


def _pair(
    tokens: Tokens, marks: Sequence[int], first: int, last: int
) -> tuple[list[tuple[int, int, bool]], int | None]:
    """Pairs `(first token, last token, closed)` of one block, and the first double closer that nobody opened."""
    pairs: list[tuple[int, int, bool]] = []
    stray: int | None = None
    position = 0
    while position < len(marks):
        i = marks[position]
        mark = tokens.word[i]
        if mark in _SINGLES:
            close = (
                _single_close(tokens, marks, position, first, last) if _single_opens(tokens, i, first, last) else None
            )
            if close is not None:
                pairs.append((i, marks[close] + 1, True))
                position = close
        elif _opens(tokens, i, first, last):
            close = _double_close(tokens, marks, position, last)
            if close is None:
                pairs.append((i, last, False))
                break
            pairs.append((i, marks[close] + 1, True))
            position = close
        elif mark in ("”", "''", '"') and stray is None and not pairs:
            stray = i
        position += 1
    return pairs, stray


def _space_before(tokens: Tokens, i: int, first: int) -> bool:
    return i == first or tokens.end[i - 1] < tokens.start[i]


def _space_after(tokens: Tokens, i: int, last: int) -> bool:
    return i + 1 >= last or tokens.end[i] < tokens.start[i + 1]


def _opens(tokens: Tokens, i: int, first: int, last: int) -> bool:
    """Whether the double mark at `i`, met outside any quotation, opens one."""
    mark = tokens.word[i]
    if mark in ("“", "„", "``"):
        return i + 1 < last
    if mark == "”":  # the wrong mark, but at a paragraph's start nothing else is meant
        return i == first and not _space_after(tokens, i, last) and tokens.word[i + 1][0].isalnum()
    if mark in ("«", "»"):
        if i == first and mark == "»":  # a list's bullet
            return False
        return i + 1 < last and (mark == "«" or not _space_after(tokens, i, last))
    if mark not in _STRAIGHT or i + 1 >= last:
        return False
    if i > first and not _space_before(tokens, i, first):
        before = tokens.word[i - 1]
        if before[-1].isdigit():  # an inch mark
            return False
        if before not in _LEAD:  # a word before it: it can only open where nothing parts it from what follows
            return before in (",", ":", ";", ".", "?", "!") and not _space_after(tokens, i, last)
    return True


def _double_close(tokens: Tokens, marks: Sequence[int], position: int, last: int) -> int | None:
    """The position in `marks` of the mark that closes the one at `position`."""
    opened = tokens.word[marks[position]]
    closers = _DOUBLE_CLOSERS.get(opened)
    for k in range(position + 1, len(marks)):
        i = marks[k]
        mark = tokens.word[i]
        if closers is not None:
            if mark == opened and mark in ("“", "``") and not _closes_by_space(tokens, i, last):
                return _reopened(k, marks, tokens)
            if mark in closers:
                if mark == '"' and not _closes_by_space(tokens, i, last):
                    continue
                return k
        elif mark == opened or (opened in _STRAIGHT and mark in ("”", '"', "''")):
            if _is_measure(tokens, i, last):
                continue
            return k
    return None


def _reopened(k: int, marks: Sequence[int], tokens: Tokens) -> int | None:
    """An opening mark met inside a quotation: nested if a closer for each follows, else the first was left open."""
    depth = 2
    for j in range(k + 1, len(marks)):
        mark = tokens.word[marks[j]]
        if mark in ("“", "``"):
            depth += 1
        elif mark in ("”", "''"):
            depth -= 1
            if depth == 0:
                return j
    for j in range(k + 1, len(marks)):
        if tokens.word[marks[j]] in ("”", "''"):
            return j
    return None


def _closes_by_space(tokens: Tokens, i: int, last: int) -> bool:
    """No blank before it and one (or a mark) after it."""
    if i > 0 and tokens.end[i - 1] < tokens.start[i]:
        return False
    return _space_after(tokens, i, last) or not tokens.word[i + 1][0].isalnum()


def _is_measure(tokens: Tokens, i: int, last: int) -> bool:
    """6'4" or 12" before a word in small letters: inches."""
    before = tokens.word[i - 1]
    if not before[-1].isdigit() or tokens.end[i - 1] != tokens.start[i]:
        return False
    feet = i >= 3 and tokens.word[i - 2] in _APOSTROPHES and tokens.word[i - 3][-1].isdigit()
    return (feet or "'" in before or "’" in before) and i + 1 < last and tokens.word[i + 1][0].islower()


def _single_opens(tokens: Tokens, i: int, first: int, last: int) -> bool:
    """Whether the single mark at `i` opens a quotation and is no apostrophe."""
    if i + 1 >= last or tokens.end[i] < tokens.start[i + 1]:
        return False
    following = tokens.word[i + 1]
    if not _space_before(tokens, i, first) and tokens.word[i - 1] not in _LEAD:
        return False
    if following[0].isdigit() and len(following) > 2 and following[2:] == "s":  # '90s
        return False
    return tokens.low[i + 1] not in _ELISIONS and (following[0].isalnum() or following in ("(", "[", "$", "…", "..."))


def _single_close(tokens: Tokens, marks: Sequence[int], position: int, first: int, last: int) -> int | None:
    """The position in `marks` of the mark that closes the single one at `position`; apostrophes don't."""
    wanted = "’" if tokens.word[marks[position]] in "‘‚" else "'"
    weak: int | None = None
    for k in range(position + 1, min(position + 40, len(marks))):
        i = marks[k]
        mark = tokens.word[i]
        if mark in _SINGLES and _single_opens(tokens, i, first, last) and mark != "’":
            break
        if mark != wanted and not (wanted == "’" and mark == "'"):
            continue
        if tokens.end[i - 1] != tokens.start[i] or not (
            _space_after(tokens, i, last) or not tokens.word[i + 1][0].isalnum()
        ):
            continue
        if tokens.word[i - 1] in _STRONG or not _space_after(tokens, i, last):
            return k
        plural = tokens.low[i - 1].endswith("s") and i + 1 < last and tokens.word[i + 1][0].islower()
        if weak is None and not plural:
            weak = k
    return weak
