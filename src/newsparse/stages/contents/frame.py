"""A cue and its source inside their sentence: what the content is sought around."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newsparse import linear
from newsparse.document import Cue, Document, Place
from newsparse.document.records import record
from newsparse.lang import Language

SKIPPED = frozenset(", . ; : - ( ) SY".split())
"""Classes of marks that content neither begins nor ends with."""
FINITE = frozenset(("BE", "HV", "MD", "DO", "Vp", "Vs", "VD", "HD"))
"""Classes that may be a finite verb."""


@record
class Frame:
    """A cue and its source inside their sentence.

    Attributes:
        begin, end: the sentence's tokens.
        left, right: the run of cue, auxiliaries and a source beside it; content lies outside.
        row: the cue's row in the cue table.
        relation: where the source stands ("left", "right", "by", "own", "none").
        near: the source touches the cue.
        quoting: a quotation lies in the sentence, or a part of one.
    """

    begin: int
    end: int
    left: int
    right: int
    row: Mapping[str, str]
    relation: str
    near: bool
    quoting: bool


class Rankers(NamedTuple):
    """The tables of the four models of this stage, fetched once for all cues of a text."""

    layout: linear.Tables
    head: linear.Tables
    start: linear.Tables
    stop: linear.Tables


def load_rankers(language: Language) -> Rankers:
    """The tables of a language."""
    return Rankers(*[linear.load_tables(language, f"{name}_ranker") for name in Rankers._fields])


def frame(doc: Document, cue: Cue, place: Place, row: Mapping[str, str]) -> Frame:
    """The frame of a cue with that source."""
    number = doc.signals.sentence[cue.first]
    sentence, quoting = doc.sentences[number], doc.signals.quoting[number] > 0
    left, right, near = cue.group, cue.last, False
    if place.span is not None:
        if place.relation in ("left", "own") and cue.group - place.span[1] <= 2:
            left, near = place.span[0], True
        elif place.relation in ("right", "by") and place.span[0] - cue.last <= 2:
            right, near = place.span[1], True
    return Frame(sentence.first, sentence.last, left, right, row, place.relation, near, quoting)


def steps(*edges: int) -> tuple[int, ...]:
    """For each size up to `MOST` its step: itself below the first edge, then one more an edge."""
    return tuple(size if size < edges[0] else edges[0] + sum(size >= e for e in edges[1:]) for size in range(MOST + 1))


LEAST = 0.1
"""What is less likely than this to be the right side, start or stop of a content is not followed further."""
MOST = 32
"""The size from which all are one step."""
