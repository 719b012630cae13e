"""Attributions inside the content of others: `Lund said that Renn had denied it`.

The train split marks each word once, so nothing trained knows of them; what counts here is a plain frame alone: a
subject, a verb of saying or thinking, and a clause after it. Inside quotation marks only saying counts. The outer
attribution stays as it is.
"""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from newsparse.document import Cue, Document, Place, Range
from newsparse.lang import Language
from newsparse.stages.settle.board import Board, Row
from newsparse.stages.settle.clauses import MAY_END_SUBJECT, clause_of, content_of, may_be_subject, subject_of
from newsparse.stages.settle.pieces import covers

NESTED, WITH_CLAUSE = 0.4, 0.25
"""How often a form must be a cue in train to count without a `that` after it, and with a clause all the same."""
CHANCE = 0.8
"""The probability given to a nested attribution (what a reader of 100 of them made of it)."""
_CLAUSE = frozenset(
    "say tell argue write announce think suggest promise report know warn admit explain predict deny complain respond "
    "feel expect show perceive ask agree rumor rule boast joke order want plan refuse decide".split()
)
"""Families that take a clause."""
_SHOWING = frozenset(("show", "perceive", "expect", "feel"))
"""Families that need a `that` after them: `found the map` is no saying."""
_AUXILIARY = frozenset(("BE", "HV", "DO", "MD", "NG", "RB"))
_BEFORE = _AUXILIARY | MAY_END_SUBJECT
"""Classes of what stands right before a verb that has its subject before it."""
_PLURALS = frozenset("people police staff media press women men children public majority clergy crew team".split())
"""Subjects that are plural without an s."""
_SUBJECTS = frozenset("PP PX WP WD CA CS NS IP QN".split())
"""Classes of a subject before a word that could be a noun as well: `the committee reports`, but `officials report`."""
LIKELY = 0.6
"""The support that a reading needs to be nested as it is."""
DEEPEST = 4
"""How deep attributions nest at most."""


@functools.cache
def _forms(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The verbs that may be nested, and those of them that may inside quotation marks: verbs of saying."""
    rows = language.table("cues")
    told = zip(rows, *map(rows.column, ("class", "family", "lemma", "act")), strict=True)
    verbs = {
        form: act
        for form, kind, family, lemma, act in told
        if kind == "verb" and family in _CLAUSE and " " not in form and lemma != "seek"  # to seek to do is to try
    }
    return frozenset(verbs), frozenset([form for form, act in verbs.items() if act == "assertion"])


def nest(board: Board) -> None:
    """Add the attributions that lie in the contents of those that stand, each as the child of the innermost."""
    doc, (forms, saying), rows = board.doc, _forms(board.doc.language), board.doc.language.table("cues")
    low, owner, cls, quote = doc.tokens.low, board.owner, doc.signals.cls, doc.signals.quote
    verbs = [  # what stands right before one rules out half of them
        k
        for k in doc.sought["cues"]
        if owner[k] >= 0 and low[k] in (saying if quote[k] >= 0 else forms) and cls[k - 1] in _BEFORE
    ]
    done = 0  # what is tagged lies in other contents
    for outer, row in sorted([(piece, row) for row, one in enumerate(board.rows) for piece in one.pieces]):
        first, last = outer[0] + 1, outer[1] - 1  # before a verb stands its subject, after it what is said
        if first < done:
            first = done
        if outer[1] > done:
            done = outer[1]
        begin = bisect_left(verbs, first)
        if begin == len(verbs) or verbs[begin] >= last:
            continue
        within = [(outer, row)]  # the contents around a token, the outermost first, with their rows
        for k in verbs[begin : bisect_left(verbs, last, begin)]:
            while within[-1][0][1] <= k:
                within.pop()
            if len(within) > DEEPEST:
                continue
            around, parent = within[-1]
            found = _found(doc, k, around, rows[low[k]])
            if found is not None:
                inner, piece = found
                board.rows.append(Row(None, [piece], CHANCE, None, parent, inner=inner))
                within.append((piece, len(board.rows) - 1))


def tagged(board: Board) -> None:
    """Add quotations that have a tag of their own inside the content of another: `"A," Lund told Ree, B reported`.

    These the trained scorers know; what they miss is only that a content may lie in another.
    """
    doc, owner = board.doc, board.owner
    for number, reading in enumerate(doc.readings):
        parent = owner[doc.cues[reading.cue].first]
        if parent < 0 or reading.cue in board.done or board.supports[number] < LIKELY:
            continue
        ends = [k for first, last in reading.pieces for k in (first, last - 1)]
        if all(owner[k] == parent and doc.signals.quote[k] >= 0 for k in ends):
            board.done.add(reading.cue)
            board.rows.append(Row(number, list(reading.pieces), min(board.supports[number], CHANCE), None, parent))


def enclose(board: Board) -> None:
    """Let what reports a quotation together with its tag hold it, where the quotation was taken first.

    The same as `tagged` finds, met in the other order: the outer reading was no longer free.
    """
    doc, owner = board.doc, board.owner
    for number, reading in enumerate(doc.readings):
        cue = doc.cues[reading.cue].first
        if reading.cue in board.done or board.supports[number] < LIKELY or board.taken[cue]:
            continue
        inside = {owner[k] for first, last in reading.pieces for k in range(first, last)} - {-1}
        if len(inside) != 1:
            continue
        child = inside.pop()
        row = board.rows[child]
        quoted = all(doc.signals.quote[k] >= 0 for first, last in row.pieces for k in (first, last - 1))
        if row.reading is None or row.parent is not None or not quoted:
            continue
        if all(covers(reading.pieces, k) for k in (board.cue_of(row.reading).first, *(a for a, _ in row.pieces))):
            board.accept(number)
            row.parent = len(board.rows) - 1
            row.chance = min(row.chance, CHANCE)


def _found(doc: Document, k: int, within: Range, row: Mapping[str, str]) -> tuple[tuple[Cue, Place], Range] | None:
    """The attribution whose cue is token `k`, with its content, if a plain frame stands around it in `within`."""
    cls, low, quoted = doc.signals.cls, doc.tokens.low, doc.signals.quote[k] >= 0
    group = k
    while group > within[0] and cls[group - 1] in _AUXILIARY:
        group -= 1
    while group < k and cls[group] == "RB":  # `then it said`: the adverb is the clause's
        group += 1
    if group == within[0] or not may_be_subject(cls, group - 1) or not _active(doc, group, k, row["tense"]):
        return None
    clause = clause_of(doc, k, within)
    source = subject_of(doc, group, clause)
    if source is None or not _agrees(doc, source[1] - 1, cls[group:k], row):
        return None
    if low[source[1] - 1] in doc.language.words("impersonal"):
        return None
    own = low[source[0]] in ("i", "we", "you") and source[1] - source[0] == 1
    if quoted and own and row["tense"] != "past":  # `I say we go` is the speaker's own
        return None
    content = content_of(doc, k, source, clause, row)
    if content is None or not _likely(doc, content, row):
        return None
    cue = Cue(k, k + 1, group, low[k], CHANCE)
    return (cue, Place(source, "left", group - source[1])), content


def _active(doc: Document, group: int, k: int, tense: str) -> bool:
    """Whether the verb is a finite one of which the subject speaks: not `was told`, `to say`, `saying`."""
    chain = doc.signals.cls[group:k]
    if group and doc.signals.cls[group - 1] in ("TO", "IN"):
        return False
    if tense in ("past", "part"):
        return "BE" not in chain
    if tense == "ing":
        return "BE" in chain
    return "HV" not in chain and "BE" not in chain


def _agrees(doc: Document, head: int, chain: Sequence[str], row: Mapping[str, str]) -> bool:
    """Whether a subject that ends at token `head` can have this form as its verb, and not as its noun."""
    if row["tense"] not in ("base", "s") or "MD" in chain or "DO" in chain or doc.signals.cls[head] in _SUBJECTS:
        return True
    return doc.tokens.low[head] in _PLURALS if row["tense"] == "base" else not row["also"]


def _likely(doc: Document, content: Range, row: Mapping[str, str]) -> bool:
    """Whether the form is a cue often enough, or what follows shows it to be one."""
    kind, seen = doc.signals.cls[content[0]], int(row["times_seen"])
    if kind in ("TH", "WH") or doc.tokens.low[content[0]] == "whether":
        return True
    if row["family"] in _SHOWING:
        return False
    least = WITH_CLAUSE if kind not in ("TO", "Q") and content[1] - content[0] > 2 else NESTED
    return seen > 0 and int(row["times_cue"]) >= least * seen
