"""The word lists that tell people, bodies, groups and documents apart, loaded once a language."""

from __future__ import annotations

import functools
from typing import Literal

import attrs

from newsparse.lang import Language

Gender = Literal["female", "male", "plural", "thing"]
LEGAL_FORMS = frozenset({"inc", "corp", "co", "ltd"})
OPENING = frozenset({'"', "“", "‘", "``", "«", "„", "'", "(", "[", "•", "—", "–", "--", ":", "*", "-"})
JOINING = frozenset({"of", "for", "on", "in", "and", "&", "the", "at"})
CLITICS = frozenset({"'s", "'"})
TRACKED = frozenset({"he", "she", "him", "her", "his", "they", "them"})
"""Pronouns that may carry a speaker on."""


@attrs.frozen(eq=False, repr=False)
class Words:
    """One frozen set a list of `lang/<code>/`; the attributes have the names of the files.

    Attributes:
        organization_words: also the `firm_words`.
        people: nouns for people, one or several.
        persons: nouns for one person.
        things: nouns for documents and bodies.
        telling: nouns that tell who somebody is, in an apposition.
        no_names: words that seldom begin a name.
        never_names: those of them that never do, unless all in capitals.
        befores: what the word before a person's name is that tells of the person: an office, kin, a comma after one.
        before_one: what the word before a name of one word is that tells of it: an article, kin, a body.
        owners: what comes after a name that owns it, or that only tells of it: a clitic, an office.
        second_nouns: the last words of organization nouns of several words.
        inside_names: small words that a name may go on with.
        known_beginnings: the first words of places and outlets.
        telling_before: what the word before a name is that tells what the name is: an article, an office, kin, a body.
    """

    titles: frozenset[str]
    titles_female: frozenset[str]
    titles_male: frozenset[str]
    titles_modifier: frozenset[str]
    titles_like_surnames: frozenset[str]
    courtesy_titles: frozenset[str]
    generations: frozenset[str]
    office_fields: frozenset[str]
    kinship: frozenset[str]
    nouns_female: frozenset[str]
    nouns_male: frozenset[str]
    roles: frozenset[str]
    groups: frozenset[str]
    organization_nouns: frozenset[str]
    organization_words: frozenset[str]
    firm_words: frozenset[str]
    thing_words: frozenset[str]
    nationals: frozenset[str]
    indefinite_people: frozenset[str]
    indefinite_groups: frozenset[str]
    organization_pairs: frozenset[str]
    surnames_like_bodies: frozenset[str]
    outlet_words: frozenset[str]
    outlets: frozenset[str]
    documents: frozenset[str]
    function_words: frozenset[str]
    days_and_months: frozenset[str]
    name_particles: frozenset[str]
    demonyms: frozenset[str]
    places: frozenset[str]
    speaking_to_with: frozenset[str]
    firm_people: frozenset[str]
    title_abbreviations: frozenset[str]
    irregular_participles: frozenset[str]
    prepositions: frozenset[str]
    kept_prepositions: frozenset[str]
    given_names_female: frozenset[str]
    given_names_male: frozenset[str]
    given_names_either: frozenset[str]
    people: frozenset[str] = attrs.field(init=False)
    things: frozenset[str] = attrs.field(init=False)
    telling: frozenset[str] = attrs.field(init=False)
    no_names: frozenset[str] = attrs.field(init=False)
    never_names: frozenset[str] = attrs.field(init=False)
    inside_names: frozenset[str] = attrs.field(init=False)
    persons: frozenset[str] = attrs.field(init=False)
    befores: frozenset[str] = attrs.field(init=False)
    before_one: frozenset[str] = attrs.field(init=False)
    owners: frozenset[str] = attrs.field(init=False)
    known_beginnings: frozenset[str] = attrs.field(init=False)
    second_nouns: frozenset[str] = attrs.field(init=False)
    telling_before: frozenset[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        several = {plural(noun) for noun in self.roles | self.organization_nouns}
        object.__setattr__(self, "people", frozenset(self.roles | self.groups | self.kinship | several))
        object.__setattr__(self, "things", self.documents | self.organization_nouns)
        object.__setattr__(self, "organization_words", self.organization_words | self.firm_words)
        object.__setattr__(self, "no_names", self.function_words | self.days_and_months)
        given = self.given_names_female | self.given_names_male | self.given_names_either
        object.__setattr__(self, "never_names", self.function_words - self.days_and_months - given)
        object.__setattr__(self, "persons", (self.roles | self.kinship | self.titles) - self.groups)
        object.__setattr__(self, "befores", self.roles | self.kinship | {","})
        before_one = self.organization_nouns | self.nouns_female | self.nouns_male | CLITICS | {"the", "a", "an"}
        object.__setattr__(self, "before_one", before_one)
        object.__setattr__(self, "owners", self.roles | CLITICS)
        object.__setattr__(self, "inside_names", self.name_particles | JOINING)
        beginnings = {name.partition(" ")[0].rstrip(".") for name in self.places | self.outlets}
        object.__setattr__(self, "known_beginnings", frozenset(beginnings))
        second_nouns = {noun.rpartition(" ")[2] for noun in self.organization_nouns if " " in noun}
        object.__setattr__(self, "second_nouns", frozenset(second_nouns))
        telling_before = self.roles | self.kinship | self.organization_nouns | self.nouns_female | self.nouns_male
        object.__setattr__(self, "telling_before", telling_before | {"the"})
        object.__setattr__(self, "telling", self.roles | self.kinship | self.organization_nouns | self.titles)

    def is_given(self, low: str) -> bool:
        """Whether the word is some given name (`Anna`, `Jean-Marc`)."""
        if low in self.given_names_female or low in self.given_names_male or low in self.given_names_either:
            return True
        head, dash, _ = low.partition("-")
        return bool(dash) and (head in self.given_names_female or head in self.given_names_male)

    def is_role(self, low: str) -> bool:
        """Whether the word is a noun for one person (`spokesman`, `co-author`)."""
        return low in self.roles or ("-" in low and low.rpartition("-")[2] in self.roles)

    def is_group(self, low: str) -> bool:
        """Whether the word is a noun for several people or bodies (`officials`, `agencies`, `police`)."""
        if low in self.groups:
            return True
        single = singular(low)
        return single != low and (single in self.roles or single in self.organization_nouns)

    def is_national(self, low: str) -> bool:
        """Whether the word may be a noun for one person of a people (`Irishman`, `Italian`)."""
        return low in self.nationals or (low in self.demonyms and low.endswith("an"))

    def gender(self, low: str) -> Gender | None:
        """What the noun says of the person's sex."""
        if low in self.nouns_female:
            return "female"
        return "male" if low in self.nouns_male else None


def singular(low: str) -> str:
    """The word without the ending of an English plural, where it has one."""
    if low[-1:] != "s":
        return low[:-3] + "man" if low[-3:] == "men" and len(low) > 5 else low
    if low[-2:] == "ss" or len(low) < 4:
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes")):
        return low[:-2]
    return low[:-1]


def plural(noun: str) -> str:
    """The word with the ending of an English plural."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ch", "sh", "ss", "x")) else "s")


@functools.cache
def load_words(language: Language) -> Words:
    """The lists of that language."""
    return Words(**{field.name: language.words(field.name) for field in attrs.fields(Words) if field.init})
