"""Quotation marks: which opens, which closes, and how a quotation runs over paragraphs.

Pairing is by characters and starts afresh at each paragraph, so that one mark left open costs no more than
its own paragraph. Only outermost quotations are kept; what is nested in them belongs to them.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from newsparse.document import Document, Quotation, Sought, Tokens
from newsparse.lang import Language
from newsparse.stages.marks.labels import labelled
from newsparse.stages.marks.pairs import Paragraph, pair
from newsparse.stages.marks.roles import CLOSES, DOUBLES, OPENS, roles_of
from newsparse.stages.marks.singles import SINGLES, single_opens

__all__ = ["find_quotations", "sought_for_quotations"]

_PATIENCE = 6
"""How many paragraphs without a mark may stand inside one quotation."""


def sought_for_quotations(_: Language) -> Sought:
    """All that is a quotation mark, or may be; folded, the apostrophe is one mark."""
    return Sought((DOUBLES | SINGLES) - {"’"})


def find_quotations(doc: Document) -> tuple[Quotation, ...]:
    """The outermost quotations of each prose block, in text order."""
    found: list[Quotation] = []
    open_at_end: int | None = None  # index of a quotation that its paragraph left open
    for number, marks in _by_block(doc):
        first, last = doc.block_tokens[number]
        if open_at_end is not None and number - found[open_at_end].block > _PATIENCE:
            open_at_end = None
        left_open = "" if open_at_end is None else doc.tokens.word[found[open_at_end].first]
        roles = roles_of(doc.tokens, marks, first, last, left_open)
        headline = doc.prose[number] == doc.header.headline  # in title case throughout
        pairs, stray = pair(Paragraph(doc.tokens, first, last, marks, roles, left_open, _first_mark(doc, number + 1)))
        if open_at_end is not None and stray is not None and (not pairs or stray < pairs[0][0]):
            found += _filled(doc, found[open_at_end].block + 1, number, stray, open_at_end, len(found))
        for position, (begin, end, closed) in enumerate(pairs):
            continues = open_at_end if position == 0 and begin == first else None
            one = _quotation(doc.tokens, begin, end, number, closed, continues)
            found.append(one if headline or not closed else labelled(doc, one, found[-1] if position else None))
        left = bool(pairs) and not pairs[-1][2] and pairs[-1][1] == last
        open_at_end = len(found) - 1 if left else None
    return tuple(found)


def _by_block(doc: Document) -> list[tuple[int, array[int]]]:
    """The marks of each block that has any; without those that only wrap the whole text."""
    everywhere = doc.sought["quotations"]
    if not everywhere:
        return []
    out: list[tuple[int, array[int]]] = []
    at = 0
    for number, (_, last) in enumerate(doc.block_tokens):
        begin = at
        while at < len(everywhere) and everywhere[at] < last:
            at += 1
        if at > begin:
            out.append((number, array("q", everywhere[begin:at])))
    if len(doc.block_tokens) > 2 and out and _is_wrapped(doc, out):
        out[0][1].pop(0)
        out[-1][1].pop()
        out = [one for one in out if one[1]]
    return out


def _is_wrapped(doc: Document, by_block: Sequence[tuple[int, Sequence[int]]]) -> bool:
    """Whether the first mark of the text and the last belong to the text as a whole: neither has another beside it."""
    (one, opening), (other, closing) = by_block[0], by_block[-1]
    if one != 0 or other != len(doc.block_tokens) - 1:
        return False
    head, tail = doc.block_tokens[0], doc.block_tokens[-1]
    if opening[0] != head[0] or closing[-1] != tail[1] - 1:
        return False
    opened = roles_of(doc.tokens, opening, *head, "")
    closed = roles_of(doc.tokens, closing, *tail, "")
    return opened[0] == OPENS and closed[-1] == CLOSES and _surplus(opened) == 1 and _surplus(closed) == -1


def _surplus(roles: Sequence[str]) -> int:
    return sum(role == OPENS for role in roles) - sum(role == CLOSES for role in roles)


def _first_mark(doc: Document, number: int) -> str:
    """The mark that block `number` begins with, if it opens a quotation; else ""."""
    if number >= len(doc.block_tokens):
        return ""
    first, last = doc.block_tokens[number]
    if first >= last:
        return ""
    word = doc.tokens.word[first]
    if word in SINGLES:
        return word if single_opens(doc.tokens, first, first, last) else ""
    return word if word in DOUBLES and last > first + 1 else ""


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
