"""What is said: on which side of the cue the content stands, where it starts and where it stops.

Rankers choose among the places that punctuation and word classes allow (weights in `layout_ranker.json`,
`head_ranker.json`, `start_ranker.json` and `stop_ranker.json`). A quotation is never cut.
"""

from __future__ import annotations

import attrs

from newsparse.document import Document, Range, Reading
from newsparse.stages.contents.after import choose_tail
from newsparse.stages.contents.before import choose_head
from newsparse.stages.contents.frame import Frame, frame
from newsparse.stages.contents.sides import choose_layout

__all__ = ["find_contents"]

LIKELY = 0.5
"""The probability from which a cue's content keeps that of a later cue from reaching back over it, ..."""
OWN_CLAUSE = 6
"""... if so many tokens lie between the two."""
_BLAMING = frozenset(("accuse", "criticize", "praise", "deny", "complain"))
"""Families of which one is blamed or praised for what one does."""
SIBLING = 0.58
"""The probability of both from which a cue after `and`, of the same tense, has the subject of the cue before it."""


def find_contents(doc: Document) -> tuple[Reading, ...]:
    """The best content for each cue."""
    rows = doc.language.table("cues")
    found: list[Reading] = []
    taken = (-1, 0)  # a sentence, and where the content of an earlier cue in it stops
    for number, cue in enumerate(doc.cues):
        sentence = doc.signals.sentence[cue.first]
        if found and doc.signals.sentence[doc.cues[number - 1].first] == sentence:
            found[-1] = _up_to_sibling(doc, found[-1], number)
        f = frame(doc, cue, doc.sources[number], rows[cue.form])
        layout, sure = choose_layout(doc, f)
        if layout == "before" and taken[0] == sentence and f.left - taken[1] >= OWN_CLAUSE:
            f = attrs.evolve(f, begin=taken[1])  # a clause of its own follows the other's content
        pieces: list[Range] = []
        if layout != "after":
            piece, share = choose_head(doc, f)
            sure *= share
            pieces += [piece] if piece else []
        if layout != "before":
            piece, share = choose_tail(doc, f)
            sure *= share
            pieces += [piece] if piece else []
        blame = _blame(doc, f)
        pieces = [blame] if blame else pieces
        found.append(Reading(number, layout, tuple(pieces), sure))
        if layout == "after" and pieces and cue.probability >= LIKELY:
            taken = (sentence, pieces[-1][1])
    return tuple(found)


def _blame(doc: Document, f: Frame) -> Range | None:
    """What somebody is blamed or praised for, in the passive: `was criticised by Lund for | selling it`.

    Who is blamed is no content there.
    """
    cls = doc.signals.cls
    if f.relation != "by" or not f.near or f.right + 2 >= f.end or f.row["family"] not in _BLAMING:
        return None
    if cls[f.right] != "IN" or cls[f.right + 1] not in ("VG", "Vg"):
        return None
    piece, _ = choose_tail(doc, attrs.evolve(f, right=f.right + 1))
    return None if piece is None else (f.right + 1, max(piece[1], f.right + 2))


def _up_to_sibling(doc: Document, reading: Reading, number: int) -> Reading:
    """The reading of the cue before, cut where a cue of the same subject goes on: `said A and called B`."""
    earlier, cue = doc.cues[number - 1], doc.cues[number]
    cls, at = doc.signals.cls, cue.group - 1
    if (
        not reading.pieces
        or cls[at] != "CC"
        or min(cue.probability, earlier.probability) < SIBLING
        or cls[cue.first] != cls[earlier.first]
    ):
        return reading
    *others, (start, stop) = reading.pieces
    if not start < at < cue.first < stop or cls[cue.first] not in ("Vp", "Vs"):
        return reading
    return attrs.evolve(reading, pieces=(*others, (start, at)))
