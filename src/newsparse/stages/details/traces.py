"""The words without which there is neither a time nor a medium: sentences that lack them are left alone."""

from __future__ import annotations

import functools
from itertools import compress, count

from newsparse.document import Document
from newsparse.lang import Language
from newsparse.stages.details.times import time_beginnings


@functools.cache
def _media_words(language: Language) -> frozenset[str]:
    """Nouns of media and settings, words of outlets, and `according`."""
    named = {outlet.split()[-1] for outlet in language.words("outlets")}
    lists = ("media_carriers", "media_settings", "written_statements", "outlet_words")
    return frozenset({"according"}.union(named, *map(language.words, lists)))


@functools.cache
def _both(language: Language) -> frozenset[str]:
    return time_beginnings(language) | _media_words(language)


def find_traces(doc: Document) -> tuple[list[int], list[int]]:
    """The tokens, in order, at which a time may begin, and those that may belong to a medium."""
    low, words = doc.tokens.low, _both(doc.language)
    seen = list(compress(count(), map(words.__contains__, low)))
    times, media = time_beginnings(doc.language), _media_words(doc.language)
    return [i for i in seen if low[i] in times], [i for i in seen if low[i] in media]
