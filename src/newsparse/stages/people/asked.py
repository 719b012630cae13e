"""What is read: only what some source may point back to is worth a record."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from operator import attrgetter

from newsparse.lang.alike import alike
from newsparse.stages.people.view import Draft, Phrases

_BACK = 3
"""So many sentences before its own are searched for what a pronoun stands for."""
_NEAR = 20
"""So many tokens before a relative pronoun are searched for what it belongs to."""


def asked_for(phrases: Phrases, noted: Sequence[int], sources: Iterable[Draft], names: Iterable[Draft]) -> list[int]:
    """Those of the `noted` tokens, in order, that are nouns which a source may point back to.

    They are the nouns that a source has for its head and those that a document goes by as well, nouns for the offices
    of those named, and, for pronouns, nouns in the sentences before.
    """
    low, words = phrases.low, phrases.words
    nouns: set[str] = set()
    found: set[int] = set()
    reached = reached_several = 0
    sentences, sentence = phrases.doc.sentences, phrases.doc.signals.sentence
    documents_alike = alike(phrases.doc.language, "documents_alike")
    for source in sorted(sources, key=attrgetter("first")):
        if source.kind == "nominal":
            if source.head in words.people or source.head in words.things:
                nouns.add(source.head)
            if source.speaker_kind == "document":
                nouns |= documents_alike.get(source.head, frozenset())
        elif source.kind != "name":
            at = source.first
            begin = at - _NEAR if source.kind == "relative" else sentences[max(0, sentence[at] - _BACK)].first
            stop = bisect_left(noted, at)
            begin = bisect_left(noted, begin, 0, stop)
            found.update([i for i in noted[max(begin, reached) : stop] if low[i] in words.persons])
            reached = stop
            if source.kind == "relative" or source.gender in ("thing", "plural"):
                several = noted[max(begin, reached_several) : stop]
                found.update([i for i in several if low[i] in words.people or low[i] in words.things])
                reached_several = stop
    for name in names:
        role = name.role
        if role is not None and name.speaker_kind == "person":
            nouns.update(words.people.intersection(low[role[0] : role[1]]))
    if nouns:
        found.update([i for i in noted if low[i] in nouns])
    return sorted(found)


def places_left_out(phrases: Phrases, sources: Iterable[Draft]) -> Set[str]:
    """The names of places that are worth no record of their own: all of them, or none.

    Half of the bodies that an article names are places. Only where one of them says something or is spoken to, or a
    source is an `it` or `which` that may stand for one, does it matter who they are.
    """
    asked = [d.addressee for d in phrases.doc.details if d.addressee is not None]
    for source in sources:
        if source.kind == "relative" or (source.kind == "pronoun" and source.gender == "thing"):
            return frozenset()
        if source.kind == "name":
            asked.append(source.range or phrases.chars(source.first, source.last))
    low, places = phrases.low, phrases.words.places
    for where in asked:
        for k in range(*phrases.tokens_of(where)):
            run = phrases.runs.get(k)
            if run is not None and run.kind == "organization" and " ".join(low[run.first : run.last]) in places:
                return frozenset()
    return places
