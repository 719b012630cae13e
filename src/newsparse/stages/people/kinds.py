"""What a run of capitalised words seems to name: a person or a body, and of which gender."""

from __future__ import annotations

import functools

from newsparse.model import SpeakerKind
from newsparse.stages.people.words import HONORIFICS, Gender, Words


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


def kind_of(words: Words, low: tuple[str, ...], run: tuple[int, int, int]) -> tuple[SpeakerKind, bool, Gender | None]:
    """What a name of several words or with a title seems to name, whether that is sure, and the gender.

    `run`: its first token, the first of the name proper, and the end.
    """
    first, name, end = run
    phrase = low[name:end]
    if name > first:
        return "person", True, _gender(words, low, first, name, end)
    whole = " ".join(phrase).replace(" . ", ". ")
    if whole in words.places or whole in words.outlets:
        return "organization", True, "thing"
    body = phrase[-1] in words.organization_words or phrase[-1] in words.outlet_words
    body = body and (phrase[-1] not in words.surnames_like_bodies or low[first - 1 : first] == ("the",))
    if len(phrase) > 1 and words.is_given(phrase[0]) and not body:
        return "person", True, _gender(words, low, first, name, end)
    if any(w in words.organization_words or w in words.outlet_words for w in phrase):
        return "organization", True, "thing"
    before = low[first - 1] if first else ""
    if before in words.organization_nouns or (phrase[0] in words.demonyms and phrase[-1] in words.places):
        return "organization", True, "thing"
    if before == "the":
        return "organization", False, "thing"
    return "person", words.is_role(before) or before in words.kinship, _gender(words, low, first, name, end)


def _gender(words: Words, low: tuple[str, ...], first: int, name: int, end: int) -> Gender | None:
    for k in range(first, name):
        if low[k] in HONORIFICS and low[k] in words.titles_female:
            return "female"
        if low[k] in HONORIFICS and low[k] in words.titles_male:
            return "male"
    if first and low[first - 1] in words.kinship and (kin := words.gender(low[first - 1])) is not None:
        return kin
    if end - name > 1 or words.is_given(low[name]):
        given = low[name].partition("-")[0] if low[name] not in words.given_names_male else low[name]
        if given in words.given_names_female or low[name] in words.given_names_female:
            return "female" if end - name > 1 else None
        if given in words.given_names_male or low[name] in words.given_names_male:
            return "male" if end - name > 1 else None
    for k in range(first, name):
        if low[k] in words.titles_female:
            return "female"
        if low[k] in words.titles_male:
            return "male"
    before = words.gender(low[first - 1]) if first else None
    return before if before in ("female", "male") else None
