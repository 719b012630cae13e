"""The word lists by which the cast is told apart, loaded once a language."""

from __future__ import annotations

import functools
from typing import Any

import attrs

from newsparse.lang import Language
from newsparse.lang.alike import alike

_SETS = frozenset({"nicknames", "roles_alike", "documents_alike"})
"""Lists of sets."""


@attrs.frozen(eq=False, repr=False)
class Words:
    """One frozen set a list of `lang/<code>/`; the attributes have the names of the files.

    Attributes:
        nicknames, roles_alike, documents_alike: for each word those that may stand for it.
    """

    bodies_too_wide: frozenset[str]
    courtesy_titles: frozenset[str]
    demonyms: frozenset[str]
    firm_endings: frozenset[str]
    firm_nouns: frozenset[str]
    firm_words: frozenset[str]
    generations: frozenset[str]
    given_names_either: frozenset[str]
    given_names_female: frozenset[str]
    given_names_male: frozenset[str]
    groups: frozenset[str]
    kinship: frozenset[str]
    organization_nouns: frozenset[str]
    organization_words: frozenset[str]
    outlet_nouns: frozenset[str]
    outlet_words: frozenset[str]
    outlets_with_the: frozenset[str]
    places: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    titles_modifier: frozenset[str]
    unshared_bodies: frozenset[str]
    weak_modifiers: frozenset[str]
    nicknames: dict[str, frozenset[str]]
    roles_alike: dict[str, frozenset[str]]
    documents_alike: dict[str, frozenset[str]]

    def is_given(self, low: str) -> bool:
        """Whether the word is some given name."""
        return low in self.given_names_female or low in self.given_names_male or low in self.given_names_either


@functools.cache
def load_words(language: Language) -> Words:
    """The lists of that language."""
    names = [field.name for field in attrs.fields(Words)]
    lists: dict[str, Any] = {n: alike(language, n) if n in _SETS else language.words(n) for n in names}
    return Words(**lists)
