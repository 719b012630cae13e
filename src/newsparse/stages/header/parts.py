"""What the header's modules hand to each other: a part of a line, and the words they look for."""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterable, Mapping
from typing import Literal, NamedTuple

import attrs
import regex

from newsparse.dates.words import words_of_dates, words_of_time
from newsparse.document import Range
from newsparse.lang import Language, load_language

INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
"""Characters without width that are no blanks to Python."""

Kind = Literal["furniture", "credit", "correction"]


class Part(NamedTuple):
    """A stretch of one block: its kind, where it is, and the rule that said so."""

    kind: Kind
    range: Range
    rule: str


class Openings(NamedTuple):
    """How lines open that begin with the same word.

    Attributes:
        rows: the opening, what such a line is, and the rule; a longer one before what it begins with.
        starts: the openings alone.
        reach: the characters of the longest, and a few more.
    """

    rows: tuple[tuple[str, Kind, str], ...]
    starts: tuple[str, ...]
    reach: int


def openings_of(rows: Iterable[tuple[str, Kind, str]]) -> Openings:
    """Those rows, made ready to be looked for."""
    ordered = tuple(sorted(rows, reverse=True))
    starts = tuple(opening for opening, _, _ in ordered)
    return Openings(ordered, starts, max(map(len, starts), default=0) + _SLACK)


_SLACK = 8
"""A letter may be two when it is made small."""


@attrs.frozen(eq=False, repr=False)
class HeaderWords:
    """The word lists of a language's headers.

    Attributes:
        code: of the language.
        abroad: whether it is another than English: its names have other shapes, its pages other customs.
        openings: by their first word, how lines of furniture, corrections and credits open.
        heads: the first five letters of those and of `closing`; of a shorter one the first alone, as are the marks
            that may stand before.
        phrases: whole lines of furniture.
        buttons: words that rows of buttons are made of.
        list_labels: labels above lists of other stories.
        list_leads: those of them that a name follows ("more from ").
        sections: names of sections.
        agencies: names of agencies.
        byline_labels: label to contribution.
        byline_starts: the first four letters of those labels.
        date_labels: label to "published" or "updated".
        date_label_row: those labels, as `endswith` wants them.
        roles: last words of job titles.
        role_words: words before those.
        organization_words, outlet_words, particles: what names of bodies, outlets and people are made of.
        label_words: words before a colon or dash that are no place.
        ago: words that relative times are told by ("ago").
        months: the first three letters of the months.
        joints: small words in bylines by what they do: "and", "with", "body" ("for"), "place" ("in"), "article",
            "title" ("Dr"), "text" and "photo" (in brackets after a name),
            "told" (`Aus Osthaven berichtet Lena Hartwig`).
        role_endings: what words for job titles end in, where such words are compounds or stand first.
        closing: how a line opens that tells at the end who had a part.
        closing_starts: the first two letters of those.
        credit_words: words for a picture before its maker's name, besides the English ones.
        late: the first letters of labels of dates.
        given: given names.
        determiners: what stands before a noun and before no name of a person.
        small: small words of the language that buttons have too: a row has others besides.
        kickers: whether papers print a few words above the headline as a rule.
        desks: what the name of a desk opens with that stands as author ("Redaktion").
        cities: cities that stories are filed from, in languages that print them in small letters.
        places: countries, states and cities.
        by_abroad, and_abroad: "by" and "and" of other languages, where the text is read as English.
        nobody: words of bylines that name nobody.
        suffixes: degrees and honours after a name.
        unfinished: words that no headline ends in ("of", "the").
        contact_labels: what stands above names and numbers to ask in a press release.
        fields: labels of an export's fields, by what they hold: "headline", "standfirst", "section", "page".
    """

    code: str
    abroad: bool
    openings: Mapping[str, Openings]
    heads: frozenset[str]
    phrases: frozenset[str]
    buttons: frozenset[str]
    list_labels: frozenset[str]
    list_leads: tuple[str, ...]
    sections: frozenset[str]
    agencies: frozenset[str]
    byline_labels: Mapping[str, str]
    byline_starts: frozenset[str]
    date_labels: Mapping[str, str]
    date_label_row: tuple[str, ...]
    roles: frozenset[str]
    role_words: frozenset[str]
    organization_words: frozenset[str]
    outlet_words: frozenset[str]
    particles: frozenset[str]
    label_words: frozenset[str]
    ago: tuple[str, ...]
    months: tuple[str, ...]
    joints: Mapping[str, frozenset[str]]
    role_endings: tuple[str, ...]
    closing: tuple[str, ...]
    closing_starts: frozenset[str]
    credit_words: frozenset[str]
    late: frozenset[str]
    given: WordLists
    determiners: frozenset[str]
    small: frozenset[str]
    kickers: bool
    desks: frozenset[str]
    cities: frozenset[str]
    places: frozenset[str]
    by_abroad: frozenset[str]
    and_abroad: frozenset[str]
    nobody: frozenset[str]
    suffixes: frozenset[str]
    unfinished: frozenset[str]
    contact_labels: tuple[str, ...]
    fields: Mapping[str, str]


@functools.cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """A pattern, compiled when it is first asked for; the library's own cache costs more than a short search."""
    return regex.compile(pattern)


@functools.cache
def plain(pattern: str) -> re.Pattern[str]:
    """A pattern that asks for no properties of characters: the standard library compiles it in a quarter of the time.

    It knows no possessive quantifiers before Python 3.11: none may be needed to keep the search linear.
    """
    return re.compile(pattern)


_FIGURE = re.compile(r"\d")  # the standard library's: for one class of characters it is three times as fast


def find_figure(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first figure in a stretch."""
    return _FIGURE.search(text, start, end)


@functools.cache
def first_words(phrases: frozenset[str]) -> frozenset[str]:
    """The first word of each phrase: where none of them stands, no phrase begins."""
    return frozenset(phrase.split(None, 1)[0] for phrase in phrases if phrase.strip())


@functools.cache
def initials(words: frozenset[str]) -> frozenset[str]:
    """The first letter of each word."""
    return frozenset(word[0] for word in words)


@functools.cache
def header_words(code: str) -> HeaderWords:
    """The header words of the language of that code, read once."""
    language = load_language(code)
    abroad = code != "en"
    labels = language.table("header_byline_labels").two("contribution")
    dates = language.table("header_date_labels").two("is")
    joints: dict[str, set[str]] = {kind: set() for kind in _JOINTS}
    for word, kind in language.table("header_joints").two("is").items():
        joints[kind].add(word)
    closing = tuple(label for label, part in labels.items() if part in ("reporting", "editing"))
    closing += () if abroad else _CLOSING
    lists = _with_english(code, "header_list_labels")
    openings = _openings(code)
    return HeaderWords(
        code=code,
        abroad=abroad,
        openings=openings,
        heads=_heads(openings, closing),
        phrases=_with_english(code, "header_furniture"),
        buttons=_with_english(code, "header_button_words"),
        list_labels=lists,
        list_leads=tuple(f"{label} " for label in lists if label.endswith(_LEADING)),
        sections=language.words("header_sections"),
        agencies=_with_english(code, "agencies"),
        byline_labels=labels,
        byline_starts=frozenset(label[:4] for label in labels),
        date_labels=dates,
        date_label_row=tuple(dates),
        roles=language.words("byline_roles"),
        role_words=language.words("byline_role_words"),
        organization_words=_with_english(code, "organization_words"),
        outlet_words=_with_english(code, "outlet_words"),
        particles=language.words("name_particles"),
        label_words=language.words("header_label_words"),
        ago=(" ago",) if not abroad else (*words_of_dates(code, "ago"), *words_of_time(code, "day")),
        months=tuple(sorted({month[:3] for month in words_of_time(code, "month")})),
        joints={kind: frozenset(found) for kind, found in joints.items()},
        role_endings=tuple(role for role in language.words("byline_roles") if len(role) > 5) if abroad else (),
        closing=closing,
        closing_starts=frozenset(label[:2] for label in closing),
        credit_words=language.words("header_credit_words") if abroad else frozenset(),
        late=frozenset(label[:2] for label in dates) if abroad else _LATE,
        given=_given_names(language),
        determiners=language.words("determiners") if abroad else frozenset(),
        small=language.words("function_words") if abroad else frozenset(),
        kickers=code == "de",
        desks=language.words("header_desks") if abroad else frozenset(),
        cities=language.words("header_cities") if abroad else frozenset(),
        places=_places() | (language.words("header_cities") if abroad else frozenset()),
        by_abroad=frozenset() if abroad else language.words("header_by_abroad"),
        and_abroad=frozenset() if abroad else language.words("header_and_abroad"),
        nobody=load_language("en").words("byline_nobody"),
        suffixes=load_language("en").words("name_suffixes"),
        unfinished=language.words("header_unfinished") if abroad else _unfinished(),
        contact_labels=tuple(sorted(load_language("en").words("header_contact_labels"), key=len, reverse=True)),
        fields=load_language("en").table("header_fields").two("is"),
    )


@functools.cache
def words_of(language: Language) -> HeaderWords:
    """The header words of a language, with those that a user laid over it."""
    words, plain = header_words(language.code), load_language(language.code)
    if language == plain:
        return words

    def changed(name: str) -> tuple[frozenset[str], frozenset[str]]:
        return language.words(name) - plain.words(name), plain.words(name) - language.words(name)

    lists = {}
    for field, name in _LISTS:
        more, gone = changed(name)
        lists[field] = (getattr(words, field) | more) - gone
    openings = dict(words.openings)
    for name, kind, rule in _OPENINGS:
        more, gone = changed(name)
        for first in {opening.split()[0] for opening in more | gone}:
            own = [(opening, kind, rule) for opening in more if opening.split()[0] == first]
            known = openings[first].rows if first in openings else ()
            openings[first] = openings_of([*(row for row in known if row[0] not in gone), *own])
    return attrs.evolve(words, openings=openings, heads=_heads(openings, words.closing), **lists)


_LISTS = (
    ("phrases", "header_furniture"),
    ("buttons", "header_button_words"),
    ("list_labels", "header_list_labels"),
    ("sections", "header_sections"),
    ("agencies", "agencies"),
    ("roles", "byline_roles"),
    ("role_words", "byline_role_words"),
    ("organization_words", "organization_words"),
    ("outlet_words", "outlet_words"),
    ("particles", "name_particles"),
    ("label_words", "header_label_words"),
)
"""The fields that are a word list each, and the list's name."""


class WordLists(Container[str]):
    """Several lists as one, without the quarter of a megabyte that their union would take."""

    def __init__(self, lists: Iterable[frozenset[str]]) -> None:
        """Make one of these lists."""
        self.lists = tuple(lists)

    def __contains__(self, word: object) -> bool:
        return any(word in words for words in self.lists)


@functools.cache
def english_given_names() -> WordLists:
    """Given names of all sorts, as English papers print them: people of any name write in any language."""
    language = load_language("en")
    return WordLists(language.words(f"given_names_{kind}") for kind in ("female", "male", "either"))


def _given_names(language: Language) -> WordLists:
    """Given names of a language's own, and the English ones."""
    english = english_given_names()
    return english if language.code == "en" else WordLists([*english.lists, language.words("given_names")])


@functools.cache
def _unfinished() -> frozenset[str]:
    return load_language("en").words("prepositions") | load_language("en").words("header_unfinished")


@functools.cache
def _places() -> frozenset[str]:
    """Countries, states and cities by their English names."""
    english = load_language("en")
    orders = english.table("date_orders").two("of")
    return english.words("places") | {sign.strip(".") for sign, of in orders.items() if of == "place"}


def _with_english(code: str, name: str) -> frozenset[str]:
    """A word list, with the English one: buttons, agencies and outlets have English names on pages everywhere."""
    words = load_language("en").words(name)
    return words if code == "en" else load_language(code).words(name) | words


def _openings(code: str) -> dict[str, Openings]:
    """How lines open that are no story, by their first word; the language's own reading before the English one."""
    found: dict[str, dict[str, tuple[Kind, str]]] = {}
    for source in dict.fromkeys((code, "en")):
        for name, kind, rule in _OPENINGS:
            if source != code and kind != "furniture":
                continue  # "Video:" opens a headline abroad
            for opening in load_language(source).words(name):
                found.setdefault(opening.split()[0], {}).setdefault(opening, (kind, rule))
    return {first: openings_of((opening, *read) for opening, read in rows.items()) for first, rows in found.items()}


def _heads(openings: Mapping[str, Openings], closing: Iterable[str]) -> frozenset[str]:
    """What each of these begins with, and the marks before them."""
    starts = [*closing, *(start for read in openings.values() for start in read.starts)]
    return frozenset([*(start[:HEAD] if len(start) >= HEAD else start[0] for start in starts), *BRACKETS, *DASHES])


BRACKETS = "[(*_"
"""What may stand before a note's first word, ..."""
DASHES = "([—–-* "
"""... and before a closing line's."""
HEAD = 5
"""So many first letters tell nine in ten paragraphs from all that opens as lines of the page do."""
_JOINTS = ("and", "with", "body", "place", "article", "title", "text", "photo", "told")
_LEADING = (" from", " by", " de", " von", " di")
"""How a label above a list ends that goes on with a name."""
_CLOSING = ("writing by",)
_LATE = frozenset(("pu", "po", "fi", "up", "la", "or"))
_OPENINGS: tuple[tuple[str, Kind, str], ...] = (
    ("header_furniture_openings", "furniture", "header.furniture.opening"),
    ("header_corrections", "correction", "header.correction.opening"),
    ("header_credit_labels", "credit", "header.credit.label"),
)
