"""The words without which there is neither a time nor a medium: sentences that lack them are left alone."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Container
from typing import NamedTuple

from newsparse.document import Document, Sought
from newsparse.lang import Language
from newsparse.stages.details.times import YEARS_AHEAD, time_beginnings

INTO = frozenset({"in", "on", "via", "through", "at", "during", "with", "from", "for", "to", "of", "by"})
"""Prepositions that bring in a medium."""
LONGEST = 7
"""So many words after its preposition at most end the phrase of a medium."""


@functools.cache
def _media_words(language: Language) -> frozenset[str]:
    """Nouns of media and settings, words of outlets, and `according`."""
    named = {outlet.split()[-1] for outlet in language.words("outlets")}
    lists = ("media_carriers", "media_settings", "written_statements", "outlet_words")
    return frozenset({"according"}.union(named, *map(language.words, lists)))


def sought_for_details(language: Language) -> Sought:
    """The words that a time may begin with, or of which a medium may be, and all numbers: some are years."""
    return Sought(time_beginnings(language, 0) | _media_words(language), frozenset({"NU"}))


class Traces(NamedTuple):
    """Where in the document there may be a time or a medium.

    Attributes:
        times: the tokens, in order, at which a time may begin.
        media: for each sentence that may tell a medium, the prepositions within whose reach there is a word of one.
        according: the sentences with that word.
    """

    times: list[int]
    media: dict[int, list[int]]
    according: set[int]


def find_traces(doc: Document, base: dt.date | None, told: Container[int]) -> Traces:
    """The traces of a document.

    Args:
        doc: the document.
        base: the day that its times are reckoned from.
        told: the sentences in which somebody says something: no others are searched for media.
    """
    low, sentence = doc.tokens.low, doc.signals.sentence
    century = (base.year + YEARS_AHEAD) // 100 if base is not None else 0
    times, media = time_beginnings(doc.language, century), _media_words(doc.language)
    written = doc.language.words("written_statements")
    found = Traces([], {}, set())
    begin = 0
    for i in doc.sought["details"]:
        word = low[i]
        if word in times:
            found.times.append(i)
        if word not in media or (number := sentence[i]) not in told:
            continue
        if word == "according":
            found.according.add(number)
        begin = max(begin, i - LONGEST, doc.sentences[number].first)
        openings = [k for k, before in enumerate(low[begin:i], begin) if before in INTO]
        if openings or word in written:
            found.media.setdefault(number, []).extend(openings)
        begin = i
    return found
