"""Which readings stand: each weighed, overlaps settled, quotations without a cue joined to what they go on from.

This is the one place that accepts and rejects. A reading's probability comes from `reading_scorer.json`; what it needs
to stand is the support of all readings of its cue that say about the same. The best supported are taken first, so that
a cue whose likeliest content is taken by another may still have its second.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsparse.document import Document, Standing
from newsparse.stages.settle.board import Board
from newsparse.stages.settle.chances import ACCEPT, weigh
from newsparse.stages.settle.lead_ins import quiet_lead_ins
from newsparse.stages.settle.nested import enclose, nest, tagged
from newsparse.stages.settle.pieces import by_cue
from newsparse.stages.settle.silent import silence

__all__ = ["settle"]

RESCUE = 0.08
"""A reading as likely as this stands if without it a whole quotation has no cue."""
LABELLED = 0.5
"""The probability given to speech that its layout ties to a speaker (half of it is marked in train)."""
LOOK_BACK = 12
"""How many attributions of a paragraph a quotation without a cue looks back over."""
ALONE = 0.25
"""The probability given to a quotation that stands without any cue (51 of 204 in train)."""


def settle(doc: Document) -> tuple[Standing, ...]:
    """The readings that stand and the quotations that stand alone, in text order."""
    groups = by_cue(doc.readings)
    chances = silence(doc, groups, weigh(doc, groups))
    board = Board(doc, groups, quiet_lead_ins(doc, groups, chances, ACCEPT))
    for number, one in enumerate(doc.labelled):
        board.add(None, one.pieces, LABELLED if one.chance is None else one.chance, number)
    ranks = [-support - chance for support, chance in zip(board.supports, board.chances, strict=True)]
    likely = [n for n, support in enumerate(board.supports) if support >= RESCUE]
    order = sorted(likely, key=ranks.__getitem__)
    for number in order:
        if board.supports[number] >= ACCEPT and board.free(number):
            board.accept(number)
    rescue(board, order)
    join(board)
    alone(board)
    tagged(board)
    enclose(board)
    nest(board)
    return in_text_order(board)


def rescue(board: Board, order: Sequence[int]) -> None:
    """Give a cue to a whole quotation that has none: the likeliest that could have it."""
    quote = board.doc.signals.quote
    for number in order:
        if not board.bare:
            return
        for first, last in board.doc.readings[number].pieces:
            if (quote[first] in board.bare or quote[last - 1] in board.bare) and board.free(number):
                board.accept(number)


def join(board: Board) -> None:
    """Quotations that still have no cue go on from the attribution before them.

    In the same paragraph from the last one with a quotation, else from the last one; a paragraph that begins with
    them, from the paragraph before.
    """
    if not board.bare:
        return
    doc = board.doc
    by_block: dict[int, list[tuple[int, int]]] = {}
    for at, row in enumerate(board.rows):
        cue = board.cue_of(row.reading).first if row.reading is not None else row.pieces[0][0]
        by_block.setdefault(doc.sentences[doc.signals.sentence[cue]].block, []).append((cue, at))
    for rows in by_block.values():
        rows.sort()
    for number in sorted(board.bare):
        q = doc.quotations[number]
        found = _before(board, by_block.get(q.block, []), q.first)
        if found is None and q.first == doc.block_tokens[q.block][0] and q.block:
            found = _before(board, by_block.get(q.block - 1, []), q.first)
            if found is not None:
                by_block.setdefault(q.block, []).insert(0, (q.first, found))
        if found is not None:
            board.take((q.first, q.last), found)


def _before(board: Board, rows: Sequence[tuple[int, int]], token: int) -> int | None:
    """The last row with a quotation whose cue stands before `token`, else the last row, else none."""
    place = bisect_left(rows, (token, -1))
    earlier = [at for _, at in rows[max(0, place - LOOK_BACK) : place]]
    quoted = [at for at in earlier if board.rows[at].quoted]
    return quoted[-1] if quoted else earlier[-1] if earlier else None


def alone(board: Board) -> None:
    """Quotations that go on from nothing stand for themselves."""
    for number in sorted(board.bare):
        q = board.doc.quotations[number]
        board.add(None, [(q.first, q.last)], ALONE)


def in_text_order(board: Board) -> tuple[Standing, ...]:
    """The rows by where they begin, parents renumbered."""
    doc = board.doc
    begins = []
    for at, row in enumerate(board.rows):
        first = row.pieces[0][0] if len(row.pieces) == 1 else min(row.pieces)[0]
        source = None
        if row.reading is not None:
            number = doc.readings[row.reading].cue
            group, source = doc.cues[number].group, doc.sources[number].span
            first = group if group < first else first
        elif row.inner is not None:
            first, source = min(first, row.inner[0].group), row.inner[1].span
        elif row.labelled is not None:
            source = doc.labelled[row.labelled].source
        if source is not None and source[0] < first:
            first = source[0]
        begins.append((first, row.parent is not None, at))  # what holds another stands before it
    begins.sort()
    place = {at: n for n, (_, _, at) in enumerate(begins)}
    out = []
    for _, _, at in begins:
        row = board.rows[at]
        parent = place[row.parent] if row.parent is not None else None
        if len(row.pieces) > 1:
            row.pieces.sort()
        out.append(Standing(row.reading, tuple(row.pieces), row.chance, parent, row.labelled, row.inner))
    return tuple(out)
