"""What is taken so far, while readings are accepted one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.document import Cue, Document, Place, Range
from newsparse.stages.settle.pieces import alike

SPEECH = 8
"""Tokens, marks included: a quotation as long as this is speech, whatever stands around it (98% in train)."""

SURE = 0.99
"""No attribution is surer than this."""


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
    """What is taken so far: each token belongs to at most one content, and to no content if to a cue.

    `owner` is the row of each token's content (-1 for none), `taken` tells those of a content or a cue.
    """

    def __init__(self, doc: Document, groups: Sequence[Range], chances: Sequence[float]) -> None:
        """Nothing taken; `groups` are the readings of each cue, `chances` those of the readings."""
        self.doc = doc
        self.chances = chances
        self.supports = supports(doc, groups, chances)
        self.owner = [-1] * len(doc.tokens)
        self.taken = bytearray(len(doc.tokens))
        self.rows: list[Row] = []
        self.done: set[int] = set()
        self.bare = {n for n in range(len(doc.quotations)) if is_speech(doc, n)}

    def free(self, number: int) -> bool:
        """Whether neither the cue nor the content of this reading is taken, and its cue has no other reading yet."""
        reading, taken = self.doc.readings[number], self.taken
        if reading.cue in self.done or self.owner[self.doc.cues[reading.cue].first] >= 0:
            return False
        for first, last in reading.pieces:  # noqa: SIM110 (a generator costs more than what it goes through)
            if taken.find(1, first, last) >= 0:
                return False
        return True

    def cue_of(self, number: int) -> Cue:
        """The cue of this reading."""
        return self.doc.cues[self.doc.readings[number].cue]

    def accept(self, number: int) -> None:
        """Let this reading stand."""
        reading = self.doc.readings[number]
        cue = self.doc.cues[reading.cue]
        self.done.add(reading.cue)
        support = self.supports[number]
        self.add(number, reading.pieces, support if support < SURE else SURE)
        for k in range(cue.first, cue.last):
            self.taken[k] = 1

    def add(self, number: int | None, pieces: Sequence[Range], chance: float, labelled: int | None = None) -> None:
        """A new row, its content taken."""
        self.rows.append(Row(number, [], chance, labelled))
        for piece in pieces:
            self.take(piece, len(self.rows) - 1)

    def take(self, piece: Range, at: int) -> None:
        """Let `piece` be content of row `at`."""
        row, (first, last), quote = self.rows[at], piece, self.doc.signals.quote
        row.pieces.append(piece)
        self.owner[first:last] = [at] * (last - first)
        self.taken[first:last] = b"\1" * (last - first)
        if max(quote[first:last]) >= 0:
            row.quoted = True
            self.bare.difference_update(quote[first:last])


def supports(doc: Document, groups: Sequence[Range], chances: Sequence[float]) -> list[float]:
    """For each reading its chance and those of the readings of the same cue that share at least half of its words."""
    out, readings = list(chances), doc.readings
    for first, last in groups:
        for n in range(first + 1, last):
            for m in range(first, n):
                if alike(readings[n].pieces, readings[m].pieces):
                    out[n] += chances[m]
                    out[m] += chances[n]
    return out


def is_speech(doc: Document, number: int) -> bool:
    """Whether a quotation is long enough, sentence enough or alone enough to be speech whatever stands around it."""
    q = doc.quotations[number]
    if q.label:
        return False
    if q.last - q.first >= SPEECH:
        return True
    first, last = doc.block_tokens[q.block]
    if q.first == first and q.last == last and q.last - q.first > 2:
        return True
    inner = doc.tokens.word[q.last - 2 if q.closed else q.last - 1]
    ends = q.last - q.first >= 5 and inner in (".", "!", "?", ",")
    return ends and doc.tokens.word[q.first + 1][0].isupper()
