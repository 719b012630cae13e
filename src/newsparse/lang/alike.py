"""Lists of sets: which words may stand for each other."""

from __future__ import annotations

import functools

from newsparse.lang import Language


@functools.cache
def alike(language: Language, name: str) -> dict[str, frozenset[str]]:
    """For each word of a list of sets: the words that may stand for it, itself among them.

    Args:
        language: the language.
        name: the list's name; each of its lines is a set.
    """
    found: dict[str, set[str]] = {}
    for line in language.words(name):
        row = line.split()
        for word in row:
            found.setdefault(word, {word}).update(row)
    return {word: frozenset(row) for word, row in found.items()}
