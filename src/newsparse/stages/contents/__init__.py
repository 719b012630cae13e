"""What is said: on which side of the cue the content stands, where it starts and where it stops.

Rankers weigh the places that punctuation and word classes allow (weights in `layout_ranker.json`, `head_ranker.json`,
`start_ranker.json` and `stop_ranker.json`); the likeliest combinations are the readings of the cue, of which `settle`
takes the one that goes best with the rest of the sentence. A quotation is never cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

import attrs

from newsparse.document import Document, Range, Reading
from newsparse.stages.contents.after import tails
from newsparse.stages.contents.before import heads
from newsparse.stages.contents.frame import LEAST, Frame, Rankers, frame, load_rankers
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


def find_contents(doc: Document) -> tuple[Reading, ...]:
    """The likeliest contents of each cue, best first; cues in order. A cue may have none."""
    rankers, rows = load_rankers(doc.language), doc.language.table("cues")
    cls, within = doc.signals.cls, doc.signals.sentence
    found: list[Reading] = []
    taken = (-1, 0)  # a sentence, and where the content of an earlier cue in it stops
    for number, cue in enumerate(doc.cues):
        sentence = within[cue.first]
        f = frame(doc, cue, doc.sources[number], rows[cue.form])
        clause = taken[1] if taken[0] == sentence and f.left - taken[1] >= OWN_CLAUSE else f.begin
        options = blames(rankers, doc, f, number) if f.relation == "by" else []
        options = options or readings(rankers, doc, f, number, clause)
        if cls[cue.group - 1] == "CC" and joined_to(doc, number):
            earlier = [reading for reading in found[-MOST_READINGS:] if reading.cue == number - 1]
            if earlier:
                found[-len(earlier) :] = up_to_sibling(doc, earlier, number)
        found += options
        if options and options[0].layout == "after" and cue.probability >= LIKELY:
            taken = (sentence, options[0].pieces[-1][1])
    return tuple(found)


def readings(rankers: Rankers, doc: Document, f: Frame, number: int, clause: int) -> list[Reading]:
    """The likeliest readings of cue `number`; content that stands before it only, begins in its clause."""
    choices = likely_sides(rankers.layout, doc, f)
    found: list[tuple[float, str, tuple[Range, ...]]]
    if len(choices) == 1 and choices[0][0] == "after":
        found = [(choices[0][1] * part, "after", (tail,)) for tail, part in tails(rankers, doc, f)]
    else:
        found = on_sides(rankers, doc, f, choices, clause)
    if len(found) > 1:
        found.sort(key=_margin, reverse=True)  # stays in order where two are equal
    out: list[Reading] = []
    for margin, side, pieces in found[:MOST_READINGS]:
        if out and margin < LEAST:
            break
        out.append(Reading(number, side, pieces, margin))
    return out


def on_sides(
    rankers: Rankers, doc: Document, f: Frame, choices: Sequence[tuple[str, float]], clause: int
) -> list[tuple[float, str, tuple[Range, ...]]]:
    """The contents of a cue that may stand on these sides: how likely each is, its side and its pieces."""
    found: list[tuple[float, str, tuple[Range, ...]]] = []
    after = tails(rankers, doc, f) if choices[0][0] != "before" or len(choices) > 1 else []
    before: list[tuple[Range, float]] = []
    weighed = -1  # where `before` may begin
    for side, share in choices:
        if side == "after":
            found += [(share * part, side, (tail,)) for tail, part in after]
            continue
        begin = clause if side == "before" else f.begin
        if begin != weighed:
            before, weighed = heads(rankers.head, doc, f, begin), begin
        if side == "before" or not after:
            found += [(share * part, side, (head,)) for head, part in before]
        elif not before:
            found += [(share * part, side, (tail,)) for tail, part in after]
        else:
            found += [(share * part * rest, side, (head, tail)) for head, part in before for tail, rest in after]
    return found


_margin = itemgetter(0)


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


def blames(rankers: Rankers, doc: Document, f: Frame, number: int) -> list[Reading]:
    """What somebody is blamed or praised for, in the passive: `was criticised by Lund for | selling it`.

    Who is blamed is no content there.
    """
    if f.relation != "by" or not f.near or f.right + 2 >= f.end or f.row["family"] not in _BLAMING:
        return []
    cls = doc.signals.cls
    if cls[f.right] != "IN" or cls[f.right + 1] not in ("VG", "Vg"):
        return []
    found = tails(rankers, doc, attrs.evolve(f, right=f.right + 1))
    return [Reading(number, "after", ((f.right + 1, stop),), share) for (_, stop), share in found if stop > f.right + 1]
