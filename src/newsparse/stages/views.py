"""Clauses that somebody's view frames: `In the mayor's view, the dam is safe`, `The dam is safe, in her opinion`.

No verb and no noun with a clause of its own says so, and annotated news has too few of them to learn from; the frame
leaves little to choose: `in`, a possessor, the noun of a view, and a comma.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.document import Document, Labelled, Range, Sought
from newsparse.document.holding import first_hold
from newsparse.lang import Language

_FURTHEST = 8
"""How many tokens the noun stands from its `in` at most."""
_VERBS = frozenset("BE HV MD DO Vp Vs WP WD SB".split())
_CHANCE = 0.8
"""The probability given to them (four of the five in train are right)."""


def sought_for_views(language: Language) -> Sought:
    """The nouns of views."""
    return Sought(language.words("views"))


def find_views(doc: Document) -> tuple[Labelled, ...]:
    """The labelled speech of the document with that of such clauses, in text order; no token is in two of them."""
    found = list(_views(doc))
    return first_hold((*doc.labelled, *found), len(doc.tokens)) if found else doc.labelled


def _views(doc: Document) -> Iterator[Labelled]:
    quote = doc.signals.quote
    within, end = None, 0
    for noun in doc.sought["labelled"]:
        if quote[noun] >= 0:
            continue
        sentence = doc.sentences[doc.signals.sentence[noun]]
        found = _source(doc, sentence.first, noun)
        if found is None:
            continue
        opening, source, cue = found
        if sentence is not within:  # a sentence may have many such nouns, and many stops
            within, end = sentence, sentence.last
            while end > noun + 1 and doc.signals.cls[end - 1] == "." and quote[end - 1] < 0:
                end -= 1
        pieces = _around(doc, (sentence.first, end), opening, noun + 1)
        if pieces:
            yield Labelled(pieces, source, cue, "attribution.view", _CHANCE, verbatim=False, act="belief")


def _source(doc: Document, begin: int, noun: int) -> tuple[int, Range, Range] | None:
    """The `in` before the noun of a view, whose it is, and the cue; nothing where it is nobody's."""
    cls, low = doc.signals.cls, doc.tokens.low
    owner = noun - 1
    if owner <= begin or cls[owner] not in ("PC", "PS", "PH"):
        return None
    for k in range(owner - 1, max(begin, noun - _FURTHEST) - 1, -1):
        if cls[k] in _VERBS or cls[k] == ",":
            return None
        if low[k] == "in":
            if cls[owner] == "PC":
                return (k, (k + 1, owner), (owner, noun + 1)) if k + 1 < owner else None
            return (k, (owner, noun), (noun, noun + 1)) if k + 1 == owner else None
    return None


def _around(doc: Document, sentence: Range, opening: int, stop: int) -> tuple[Range, ...]:
    """The clause that the phrase from `opening` to `stop` frames, in one piece or two, parted from it by commas."""
    cls, (begin, end) = doc.signals.cls, sentence
    before, after = opening > begin, stop < end
    if (before and cls[opening - 1] != ",") or (after and cls[stop] != ","):
        return ()
    pieces = ((begin, opening - 1), (stop + 1, end))
    kept = tuple(piece for piece, there in zip(pieces, (before, after), strict=True) if there)
    return kept if all(first < last for first, last in kept) else ()
