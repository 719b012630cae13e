"""What is taken so far, while readings are accepted one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.document import Cue, Document, Place, Range

SPEECH = 8
"""Tokens, marks included: a quotation as long as this is speech, whatever stands around it (98% in train)."""


@attrs.define
class Row:
    """A standing in the making: as `Standing`, its parent by row; `quoted` if its content has quotation marks."""

    reading: int | None
    pieces: list[Range]
    chance: float
    labelled: int | None = None
    parent: int | None = None
    quoted: bool = False
    inner: tuple[Cue, Place] | None = None


class Board:
    """What is taken so far: each token belongs to at most one content, and to no content if to a cue."""

    def __init__(self, doc: Document, chances: Sequence[float]) -> None:
        """Nothing taken; `chances` are those of the readings."""
        self.doc = doc
        self.chances = chances
        self.owner = [-1] * len(doc.tokens)
        self.cued = [False] * len(doc.tokens)
        self.rows: list[Row] = []
        self.bare = {n for n in range(len(doc.quotations)) if is_speech(doc, n)}

    def free(self, number: int) -> bool:
        """Whether neither the cue nor the content of this reading is taken."""
        owner, cued = self.owner, self.cued
        if owner[self.doc.cues[number].first] >= 0:
            return False
        return all(max(owner[a:b]) < 0 and not any(cued[a:b]) for a, b in self.doc.readings[number].pieces)

    def accept(self, number: int) -> None:
        """Let this reading stand."""
        cue = self.doc.cues[number]
        self.add(number, list(self.doc.readings[number].pieces), self.chances[number])
        for k in range(cue.first, cue.last):
            self.cued[k] = True

    def add(self, number: int | None, pieces: list[Range], chance: float, labelled: int | None = None) -> None:
        """A new row, its content taken."""
        self.rows.append(Row(number, [], chance, labelled))
        for piece in pieces:
            self.take(piece, len(self.rows) - 1)

    def take(self, piece: Range, at: int) -> None:
        """Let `piece` be content of row `at`."""
        row, quote = self.rows[at], self.doc.signals.quote
        row.pieces.append(piece)
        first, last = piece
        self.owner[first:last] = [at] * (last - first)
        marked = set(quote[first:last])
        marked.discard(-1)
        if marked:
            row.quoted = True
            self.bare -= marked


def is_speech(doc: Document, number: int) -> bool:
    """Whether a quotation is long enough, sentence enough or alone enough to be speech whatever stands around it."""
    q = doc.quotations[number]
    if q.label:
        return False
    first, last = doc.block_tokens[q.block]
    if q.last - q.first >= SPEECH or (q.first == first and q.last == last and q.last - q.first > 2):
        return True
    inner = doc.tokens.word[q.last - 2 if q.closed else q.last - 1]
    ends = q.last - q.first >= 5 and inner in (".", "!", "?", ",")
    return ends and doc.tokens.word[q.first + 1][0].isupper()
