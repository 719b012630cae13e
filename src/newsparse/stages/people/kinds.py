"""What a run of capitalised words seems to name: a person or a body, and of which gender."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from newsparse.model import SpeakerKind
from newsparse.stages.people.words import Gender, Words


@functools.lru_cache(1 << 12)
def kind_alone(words: Words, word: str) -> tuple[SpeakerKind | None, bool]:
    """What a capitalised word that no other stands by seems to name, and whether the word itself shows it.

    None for what is no name: sure where it is a title.
    """
    low = word.lower()
    if word[-1] == "s" and word[:-1].isupper() and len(word) > 2:
        return None, False  # PACs, NGOs
    if not word.isupper() and (low in words.demonyms or words.is_group(low.rpartition("-")[2])):
        return None, False
    if low in words.titles:
        return None, True
    if low in words.places or low in words.outlets or low in words.organization_words or low in words.outlet_words:
        return "organization", True
    acronym = len(word) > 1 and word.isupper()
    if acronym or low in words.demonyms:
        return "organization", acronym
    return "person", words.is_given(low)


def kind_of(
    words: Words, titles: tuple[str, ...], phrase: tuple[str, ...], before: str
) -> tuple[SpeakerKind, bool, Gender | None]:
    """What a name of several words or with a title seems to name, whether that is sure, and the gender.

    Args:
        words: the lists of the language.
        titles: what stands in the run before the name proper.
        phrase: the name proper.
        before: the word before the run, or "".
    """
    if titles:
        return "person", True, _gender(words, titles, phrase, before)
    first, last = phrase[0], phrase[-1]
    if first in words.known_beginnings:
        whole = " ".join(phrase).replace(" . ", ". ")
        if whole in words.places or whole in words.outlets:
            return "organization", True, "thing"
    body = last in words.organization_words or last in words.outlet_words
    surname = not body or (last in words.surnames_like_bodies and before != "the")
    if surname and words.is_given(first):
        return "person", True, _gender(words, titles, phrase, before)
    if last in words.thing_words:
        return "document", True, "thing"
    if body or not (words.organization_words.isdisjoint(phrase) and words.outlet_words.isdisjoint(phrase)):
        return "organization", True, "thing"
    if first in words.demonyms:
        return "organization", False, "thing"  # American Bridges
    if before in words.organization_nouns:
        return "organization", True, "thing"
    if before == "the":
        return "organization", False, "thing"
    return "person", words.is_role(before) or before in words.kinship, _gender(words, titles, phrase, before)


def _gender(words: Words, titles: tuple[str, ...], phrase: tuple[str, ...], before: str) -> Gender | None:
    """What shows the sex of a name: a form of address, kin, a given name, then a title or office.

    A given name comes before an office, since many a spokesman is a woman; alone it is no sign, as it may be a surname.
    """
    told = _titled(words, [title for title in titles if title in words.courtesy_titles]) if titles else None
    if told is None and before in words.kinship:
        told = words.gender(before)
    if told is None and len(phrase) > 1:
        told = _given(words, phrase[0])
    if told is None:
        told = _titled(words, titles) or words.gender(before)
    return told


def _titled(words: Words, titles: Sequence[str]) -> Gender | None:
    for title in titles:
        if title in words.titles_female:
            return "female"
        if title in words.titles_male:
            return "male"
    return None


def _given(words: Words, low: str) -> Gender | None:
    """The sex that a given name is for; of a double name the first part tells."""
    for given in (low, low.partition("-")[0]) if "-" in low else (low,):
        if given in words.given_names_female:
            return "female"
        if given in words.given_names_male:
            return "male"
    return None
