"""Content that stands before the cue: where it starts; punctuation gives where it stops."""

from __future__ import annotations

import attrs

from newsparse import linear
from newsparse.document import Document, Range
from newsparse.stages.contents.frame import LEAST, SKIPPED, Frame

_AFTER = SKIPPED | {"Q", "CC", "BU", "SB", "RB"}
"""Classes after which content may start."""
LONGEST = 150
"""How many tokens before the cue content may start, save at a quotation."""
MOST_STARTS = 32
"""How many starts before the cue are weighed, the nearest; a sentence of news has a third of that."""
_BRACKETS = {")": 1, "(": -1}
_OPENING = frozenset("TH TO SB WH DT IN PP CA VG PS WD".split())
"""Classes that may open it."""


def heads(tables: linear.Tables, doc: Document, f: Frame, begin: int) -> list[tuple[Range, float]]:
    """The likeliest contents before the cue that begin at token `begin` or later, with how likely each is."""
    if begin != f.begin:
        f = attrs.evolve(f, begin=begin)
    options = stretches(doc, f)
    if len(options) < 2:
        return [(stretch, 1.0) for stretch in options]
    return linear.likely(options, head_scores(tables, doc, f, options), LEAST)


def stretches(doc: Document, f: Frame) -> list[Range]:
    """Content that may stand before the cue: its start, with the stop that punctuation gives it."""
    cls, quote, quotations = doc.signals.cls, doc.signals.quote, doc.quotations
    stop = f.left
    while stop > f.begin and quote[stop - 1] < 0 and cls[stop - 1] in SKIPPED:
        stop -= 1
    if stop <= f.begin:
        return []
    options: list[Range] = []
    k = stop - 1
    begin = max(f.begin, stop - LONGEST)
    brackets = cls[stop : f.left].count(")")
    while k >= begin and len(options) < MOST_STARTS:
        q = quote[k]
        if q >= 0:
            k = max(quotations[q].first, f.begin)
        elif cls[k] in SKIPPED:
            brackets += _BRACKETS.get(cls[k], 0)
            if brackets < 0:  # the tag stands in a bracket: what is before it is not said there
                break
            k -= 1
            continue
        if k == f.begin or q >= 0 or cls[k - 1] in _AFTER or cls[k] in _OPENING:
            options.append((k, stop))
        k -= 1
    if quote[stop - 1] < 0:
        # words may lie between a quotation and its tag: `"A," the mayor, a vet, said`; the quotation alone is content
        for k in range(stop - 1, max(f.begin, stop - 12) - 1, -1):
            if quote[k] >= 0:
                options.append((max(quotations[quote[k]].first, f.begin), k + 1))
                break
    return options


def head_scores(tables: linear.Tables, doc: Document, f: Frame, options: list[Range]) -> list[float]:
    """The score of each stretch."""
    cls, quote = doc.signals.cls, doc.signals.quote
    link, family, kind, relation, near = cls[f.left - 1], f.row["family"], f.row["class"], f.relation, f.near
    by_family, edges, by_kind, gap, by_source, order, whole = tables
    scores = []
    for place, (start, stop) in enumerate(options):
        number = place if place < 4 else 4
        before = cls[start - 1] if start > f.begin else "^"
        here = "Q(" if quote[start] >= 0 else cls[start]
        ends = "Q)" if quote[stop - 1] >= 0 else "w"
        scores.append(
            by_family((before, family), 0.0)
            + edges((before, here, link, ends), 0.0)
            + by_kind((kind, before, here), 0.0)
            + gap((stop < f.left - 1, ends, here), 0.0)
            + by_source((relation, near, before, here), 0.0)
            + order((number, ends), 0.0)
            + whole((start == f.begin, number, ends, link), 0.0)
        )
    return scores
