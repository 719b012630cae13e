"""Where nominals are read: only what some source may point back to is worth a record."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from newsparse.stages.people.view import Draft, Phrases

_BACK = 3
"""So many sentences before its own are searched for what a pronoun stands for."""
_NEAR = 20
"""So many tokens before a relative pronoun are searched for what it belongs to."""


def asked_for(phrases: Phrases, noted: Sequence[int], sources: Iterable[Draft], names: Iterable[Draft]) -> list[int]:
    """Those of the `noted` tokens, in order, that are nouns which a source may point back to.

    They are the nouns that a source has for its head, nouns for the offices of those named, and, for pronouns,
    nouns in the sentences before.
    """
    low, words = phrases.low, phrases.words
    nouns: set[str] = set()
    found: set[int] = set()
    reached = reached_several = 0
    firsts = [s.first for s in phrases.doc.sentences]
    for source in sorted(sources, key=itemgetter(0)):
        if source.kind == "nominal":
            if source.head in words.people or source.head in words.things:
                nouns.add(source.head)
            if source.speaker_kind == "document":
                nouns |= words.documents
        elif source.kind != "name":
            at = source.first
            begin = at - _NEAR if source.kind == "relative" else firsts[max(0, bisect_right(firsts, at) - 1 - _BACK)]
            stop = bisect_left(noted, at)
            begin = bisect_left(noted, begin, 0, stop)
            found.update([i for i in noted[max(begin, reached) : stop] if low[i] in words.persons])
            reached = stop
            if source.kind == "relative" or source.gender in ("thing", "plural"):
                several = noted[max(begin, reached_several) : stop]
                found.update([i for i in several if low[i] in words.people or low[i] in words.things])
                reached_several = stop
    for name in names:
        if name.role is not None and name.speaker_kind == "person":
            nouns.update([w for w in low[slice(*name.role)] if w in words.people])
    if nouns:
        found.update([i for i in noted if low[i] in nouns])
    return sorted(found)
