"""Which readings stand: each weighed, overlaps settled, quotations without a cue joined to what they go on from.

This is the one place that accepts and rejects. A reading's probability comes from `reading_scorer.json`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import attrs

from newsparse import linear
from newsparse.document import Document, Range, Standing

ACCEPT = 0.3
"""A reading as likely as this stands (the cut that gives the best F1 in cross-validation)."""
RESCUE = 0.08
"""The same for a reading that alone gives a cue to a whole quotation."""
LABELLED = 0.9
"""The probability given to speech that its layout ties to a speaker."""
NESTED = 0.4
"""How often a form must be a cue in train for it to count inside the content of another attribution."""
ALONE = 0.5
"""The probability given to a quotation that stands without any cue (half of those in train are attributions)."""
SPEECH = 8
"""Tokens, marks included: a quotation as long as this is speech, whatever stands around it (98% in train)."""


def score(tables: linear.Tables, doc: Document, number: int, inside: float, holds: float, rival: float) -> float:
    """The log-odds that a reading is an attribution.

    Args:
        tables: of the scorer.
        doc: the document with its readings.
        number: the reading's index.
        inside: the highest probability of a cue whose content holds this reading's cue.
        holds: the highest probability of a cue inside this reading's content.
        rival: the highest probability of another cue whose content overlaps this one.
    """
    reading = doc.readings[number]
    cue = doc.cues[number]
    row = doc.language.table("cues")[cue.form]
    cls, quote = doc.signals.cls, doc.signals.quote
    odds = round(2 * math.log(cue.probability / (1 - min(cue.probability, 0.999))))
    size = marks = 0
    for a, b in reading.pieces:
        size += b - a
        marks += quote[a] >= 0 and quote[b - 1] >= 0
    quoted = "all" if marks == len(reading.pieces) else "no"
    if quoted == "no" and any([max(quote[a:b]) >= 0 for a, b in reading.pieces]):
        quoted = "some"
    start = reading.pieces[0][0]
    opening = "Q(" if quote[start] >= 0 else cls[start]
    large = size if size < 4 else 4 if size < 7 else 5 if size < 12 else 6 if size < 25 else 7
    headline = doc.sentences[doc.signals.sentence[cue.first]].block == 0
    family, kind, layout = row["family"], row["class"], reading.layout
    within = _step(inside)
    bias, by_odds, by_family, side, source, opens, sizes, sure, nested, crowd, head = tables
    return (
        bias("1", 0.0)
        + by_odds(odds, 0.0)
        + by_family(family, 0.0)
        + side((family, layout), 0.0)
        + source((layout, doc.sources[number].relation, quoted), 0.0)
        + opens((kind, opening), 0.0)
        + sizes((large, quoted), 0.0)
        + sure((round(reading.margin * 6), quoted), 0.0)
        + nested((within, kind), 0.0)
        + crowd((within, _step(holds), _step(rival)), 0.0)
        + head((headline, kind, layout), 0.0)
    )


def _step(chance: float) -> int:
    return 0 if chance == 0 else 1 if chance < 0.15 else 2 if chance < 0.35 else 3 if chance < 0.6 else 4 if chance < 0.85 else 5


def surroundings(doc: Document) -> list[tuple[float, float, float]]:
    """For each reading the `inside`, `holds` and `rival` of `features`."""
    out = [(0.0, 0.0, 0.0)] * len(doc.readings)
    by_sentence: dict[int, list[int]] = {}
    for number, cue in enumerate(doc.cues):
        by_sentence.setdefault(doc.signals.sentence[cue.first], []).append(number)
    for group in by_sentence.values():
        if len(group) < 2:
            continue
        for at, n in enumerate(group):
            cue, pieces = doc.cues[n], doc.readings[n].pieces
            inside = holds = rival = 0.0
            for m in group[max(0, at - 20) : at + 20]:
                if m == n:
                    continue
                other, chance = doc.readings[m].pieces, doc.cues[m].probability
                if _covers(other, cue.first):
                    inside = max(inside, chance)
                if _covers(pieces, doc.cues[m].first):
                    holds = max(holds, chance)
                elif _overlap(pieces, other):
                    rival = max(rival, chance)
            out[n] = (inside, holds, rival)
    return out


def _covers(pieces: Sequence[Range], token: int) -> bool:
    return any(a <= token < b for a, b in pieces)


def _overlap(one: Sequence[Range], other: Sequence[Range]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def weigh(doc: Document) -> list[float]:
    """The probability of each reading."""
    tables = linear.load_tables(doc.language, "reading_scorer")
    around = surroundings(doc)
    return [
        linear.probability(score(tables, doc, n, *around[n])) if reading.pieces else 0.0
        for n, reading in enumerate(doc.readings)
    ]


def quiet_lead_ins(doc: Document, chances: list[float]) -> list[float]:
    """Chances with those of lead-ins at nothing: `offered an assessment, saying that ...` says it once."""
    announcing, rows = doc.language.words("announcing"), doc.language.table("cues")
    out = list(chances)
    for n, cue in enumerate(doc.cues[:-1]):
        following = doc.cues[n + 1]
        if (
            rows[cue.form]["lemma"] in announcing
            and doc.signals.sentence[cue.first] == doc.signals.sentence[following.first]
            and chances[n + 1] >= ACCEPT
            and rows[following.form]["act"] == "assertion"
            and doc.readings[n + 1].layout == "after"
            and _same_source(doc, n, n + 1)
            and max(doc.signals.quote[cue.first : following.first]) < 0
        ):
            out[n] = 0.0
    return out


def _same_source(doc: Document, one: int, other: int) -> bool:
    """Whether a later cue has the source of an earlier one, or one that names nobody else."""
    first, second = doc.sources[one].span, doc.sources[other].span
    if first is None or second is None:
        return second is None
    return first[0] < second[1] and second[0] < first[1]


def settle(doc: Document) -> tuple[Standing, ...]:
    """The readings that stand and the quotations that stand alone, in text order."""
    board = _Board(doc, quiet_lead_ins(doc, weigh(doc)))
    for number, one in enumerate(doc.labelled):
        board.add(None, list(one.pieces), LABELLED, number)
    order = sorted((n for n, chance in enumerate(board.chances) if chance >= RESCUE), key=lambda n: -board.chances[n])
    for number in order:
        if board.chances[number] >= ACCEPT and board.free(number):
            board.accept(number)
    rescue(board, order)
    join(board)
    alone(board)
    nest(board)
    return in_text_order(board)


@attrs.define
class _Row:
    """A standing in the making: as `Standing`, its parent by row."""

    reading: int | None
    pieces: list[Range]
    chance: float
    labelled: int | None = None
    parent: int | None = None


class _Board:
    """What is taken so far: each token belongs to at most one content, and to no content if to a cue."""

    def __init__(self, doc: Document, chances: Sequence[float]) -> None:
        self.doc = doc
        self.chances = chances
        self.owner = [-1] * len(doc.tokens)
        self.cued = [False] * len(doc.tokens)
        self.rows: list[_Row] = []
        self.bare = {n for n in range(len(doc.quotations)) if is_speech(doc, n)}

    def free(self, number: int) -> bool:
        """Whether neither the cue nor the content of this reading is taken."""
        owner, cued = self.owner, self.cued
        if owner[self.doc.cues[number].first] >= 0:
            return False
        return all(owner[k] < 0 and not cued[k] for a, b in self.doc.readings[number].pieces for k in range(a, b))

    def accept(self, number: int) -> None:
        """Let this reading stand."""
        cue = self.doc.cues[number]
        self.add(number, list(self.doc.readings[number].pieces), self.chances[number])
        for k in range(cue.first, cue.last):
            self.cued[k] = True

    def add(self, number: int | None, pieces: list[Range], chance: float, labelled: int | None = None) -> None:
        """A new row, its content taken."""
        for piece in pieces:
            self.take(piece, len(self.rows))
        self.rows.append(_Row(number, pieces, chance, labelled))

    def take(self, piece: Range, at: int) -> None:
        """Let row `at` own the tokens of `piece`."""
        for k in range(*piece):
            self.owner[k] = at
            if self.doc.signals.quote[k] >= 0:
                self.bare.discard(self.doc.signals.quote[k])

    def holds_quotation(self, at: int) -> bool:
        """Whether the content of row `at` has quotation marks."""
        return any(self.doc.signals.quote[k] >= 0 for a, b in self.rows[at].pieces for k in (a, b - 1))


def is_speech(doc: Document, number: int) -> bool:
    """Whether a quotation is long enough, sentence enough or alone enough to be speech whatever stands around it."""
    q = doc.quotations[number]
    first, last = doc.block_tokens[q.block]
    if q.last - q.first >= SPEECH or (q.first == first and q.last == last and q.last - q.first > 2):
        return True
    ends = q.last - q.first >= 5 and doc.tokens.word[q.last - 2] in (".", "!", "?", ",")
    return ends and doc.tokens.word[q.first + 1][0].isupper()


def rescue(board: _Board, order: Sequence[int]) -> None:
    """Give a cue to a whole quotation that has none: the likeliest that could have it."""
    quote = board.doc.signals.quote
    for number in order:
        if not board.bare:
            return
        ends = {quote[k] for a, b in board.doc.readings[number].pieces for k in (a, b - 1)}
        if ends & board.bare and board.free(number):
            board.accept(number)


def join(board: _Board) -> None:
    """Quotations that still have no cue go on from the attribution before them.

    In the same paragraph from the last one with a quotation, else from the last one; at a paragraph's start from
    the paragraph before, if that ended in a colon, in a mark left open, or with the same attribution.
    """
    doc = board.doc
    by_block: dict[int, list[tuple[int, int]]] = {}
    for at, row in enumerate(board.rows):
        cue = doc.cues[row.reading].first if row.reading is not None else row.pieces[0][0]
        by_block.setdefault(doc.sentences[doc.signals.sentence[cue]].block, []).append((cue, at))
    for rows in by_block.values():
        rows.sort()
    for number in sorted(board.bare):
        q = doc.quotations[number]
        at = _before(board, by_block.get(q.block, []), q.first)
        if at is None and q.first == doc.block_tokens[q.block][0] and q.block:
            at = _before(board, by_block.get(q.block - 1, []), q.first)
            if at is not None:
                by_block.setdefault(q.block, []).insert(0, (q.first, at))
        if at is not None:
            board.rows[at].pieces.append((q.first, q.last))
            board.take((q.first, q.last), at)


def _before(board: _Board, rows: Sequence[tuple[int, int]], token: int) -> int | None:
    """The last row with a quotation whose cue stands before `token`, else the last row, else none."""
    earlier = [at for cue, at in rows[-12:] if cue < token]
    quoted = [at for at in earlier if board.holds_quotation(at)]
    return (quoted or earlier or [None])[-1]


def alone(board: _Board) -> None:
    """Quotations that go on from nothing stand for themselves."""
    for number in sorted(board.bare):
        q = board.doc.quotations[number]
        board.add(None, [(q.first, q.last)], ALONE)


def nest(board: _Board) -> None:
    """Likely cues inside the content of another attribution, as its children."""
    doc, rows = board.doc, doc_rows(board.doc)
    for number, cue in enumerate(doc.cues):
        parent = board.owner[cue.first]
        row = rows[cue.form]
        if parent < 0 or row["class"] != "verb" or doc.sources[number].span is None:
            continue
        if int(row["times_cue"]) < NESTED * int(row["times_seen"]):
            continue
        pieces = [p for p in doc.readings[number].pieces if all(board.owner[k] == parent for k in (p[0], p[1] - 1))]
        if pieces:
            board.rows.append(_Row(number, pieces, cue.probability, None, parent))


def doc_rows(doc: Document) -> Mapping[str, Mapping[str, str]]:
    """The cue table."""
    return doc.language.table("cues")


def in_text_order(board: _Board) -> tuple[Standing, ...]:
    """The rows by where they begin, parents renumbered."""
    doc = board.doc

    def begin(at: int) -> tuple[int, int]:
        row = board.rows[at]
        first = min(p[0] for p in row.pieces)
        return (min(first, doc.cues[row.reading].first), at) if row.reading is not None else (first, at)

    order = sorted(range(len(board.rows)), key=begin)
    place = {at: n for n, at in enumerate(order)}
    out = []
    for at in order:
        row = board.rows[at]
        parent = place[row.parent] if row.parent is not None else None
        out.append(Standing(row.reading, tuple(sorted(row.pieces)), row.chance, parent, row.labelled))
    return tuple(out)
