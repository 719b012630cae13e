"""What is said: on which side of the cue the content stands, where it starts and where it stops.

Rankers weigh the places that punctuation and word classes allow (weights in `layout_ranker.json`, `head_ranker.json`,
`start_ranker.json` and `stop_ranker.json`); the likeliest combinations are the readings of the cue, of which `settle`
takes the one that goes best with the rest of the sentence. A quotation is never cut.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.document import Document, Range, Reading
from newsparse.stages.contents.after import tails
from newsparse.stages.contents.before import heads
from newsparse.stages.contents.frame import LEAST, Frame, frame
from newsparse.stages.contents.sides import likely_sides

__all__ = ["find_contents"]

MOST_READINGS = 4
"""How many readings a cue has at most."""
LIKELY = 0.5
"""The probability from which a cue's content keeps that of a later cue from reaching back over it, ..."""
OWN_CLAUSE = 6
"""... if so many tokens lie between the two."""
SIBLING = 0.48
"""The probability of both from which a cue after `and`, of the same tense, has the subject of the cue before it."""
_BLAMING = frozenset(("accuse", "criticize", "praise", "deny", "complain"))
"""Families of which one is blamed or praised for what one does."""
Choice = tuple[Range, float]
"""A piece of content, and how likely it is to be the right one."""


def find_contents(doc: Document) -> tuple[Reading, ...]:
    """The likeliest contents of each cue, best first; cues in order. A cue may have none."""
    rows = doc.language.table("cues")
    found: list[Reading] = []
    taken = (-1, 0)  # a sentence, and where the content of an earlier cue in it stops
    for number, cue in enumerate(doc.cues):
        sentence = doc.signals.sentence[cue.first]
        f = frame(doc, cue, doc.sources[number], rows[cue.form])
        clause = taken[1] if taken[0] == sentence and f.left - taken[1] >= OWN_CLAUSE else f.begin
        options = blames(doc, f, number) or readings(doc, f, number, clause)
        earlier = [reading for reading in found[-MOST_READINGS:] if reading.cue == number - 1]
        if earlier and joined_to(doc, number):
            found[-len(earlier) :] = up_to_sibling(doc, earlier, number)
        found += options
        if options and options[0].layout == "after" and cue.probability >= LIKELY:
            taken = (sentence, options[0].pieces[-1][1])
    return tuple(found)


def readings(doc: Document, f: Frame, number: int, clause: int) -> list[Reading]:
    """The likeliest readings of cue `number`; content that stands before it only, begins in its clause."""
    found: list[Reading] = []
    choices = likely_sides(doc, f)
    after = tails(doc, f) if any(side != "before" for side, _ in choices) else []
    for side, share in choices:
        if side == "after":
            found += [_reading(number, side, share, (tail,)) for tail in after]
            continue
        before = heads(doc, attrs.evolve(f, begin=clause) if side == "before" else f)
        if side == "before" or not after:
            found += [_reading(number, side, share, (head,)) for head in before]
        elif not before:
            found += [_reading(number, side, share, (tail,)) for tail in after]
        else:
            found += [_reading(number, side, share, (head, tail)) for head in before for tail in after]
    found.sort(key=lambda reading: -reading.margin)
    return [r for n, r in enumerate(found[:MOST_READINGS]) if n == 0 or r.margin >= LEAST]


def joined_to(doc: Document, number: int) -> bool:
    """Whether a cue goes on with the subject of the one before it: `said A and called B`."""
    earlier, cue = doc.cues[number - 1], doc.cues[number]
    cls = doc.signals.cls
    return (
        cls[cue.group - 1] == "CC"
        and earlier.last < cue.group - 1
        and min(cue.probability, earlier.probability) >= SIBLING
        and cls[cue.first] == cls[earlier.first]
        and cls[cue.first] in ("Vp", "Vs")
        and doc.signals.sentence[cue.first] == doc.signals.sentence[earlier.first]
    )


def up_to_sibling(doc: Document, earlier: Sequence[Reading], number: int) -> list[Reading]:
    """The readings of the cue before cue `number`, none of them past the `and` between the two."""
    at, first = doc.cues[number].group - 1, doc.cues[number].first
    found: dict[tuple[Range, ...], Reading] = {}
    for reading in earlier:
        *others, (start, stop) = reading.pieces
        pieces = (*others, (start, at)) if start < at < first < stop else reading.pieces
        known = found.get(pieces)
        found[pieces] = attrs.evolve(reading, pieces=pieces, margin=reading.margin + (known.margin if known else 0.0))
    return sorted(found.values(), key=lambda reading: -reading.margin)


def blames(doc: Document, f: Frame, number: int) -> list[Reading]:
    """What somebody is blamed or praised for, in the passive: `was criticised by Lund for | selling it`.

    Who is blamed is no content there.
    """
    cls = doc.signals.cls
    if f.relation != "by" or not f.near or f.right + 2 >= f.end or f.row["family"] not in _BLAMING:
        return []
    if cls[f.right] != "IN" or cls[f.right + 1] not in ("VG", "Vg"):
        return []
    found = tails(doc, attrs.evolve(f, right=f.right + 1))
    return [Reading(number, "after", ((f.right + 1, stop),), share) for (_, stop), share in found if stop > f.right + 1]


def _reading(number: int, side: str, share: float, choices: Sequence[Choice]) -> Reading:
    for _, part in choices:
        share *= part
    return Reading(number, side, tuple([piece for piece, _ in choices]), share)
