"""What the header's modules hand to each other: a part of a line, and the words they look for."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Literal

import attrs
import regex

from newsparse.dateforms import words_of_dates, words_of_time
from newsparse.document import Range
from newsparse.lang import load_language

INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
"""Characters without width that are no blanks to Python."""

Kind = Literal["furniture", "credit", "correction"]


@attrs.frozen
class Part:
    """A stretch of one block: its kind, where it is, and the rule that said so."""

    kind: Kind
    range: Range
    rule: str


@attrs.frozen
class HeaderWords:
    """The word lists of a language's headers.

    Attributes:
        code: of the language.
        openings: first word of an opening to (opening, kind, rule), for furniture, corrections and credits.
        phrases: whole lines of furniture.
        buttons: words that rows of buttons are made of.
        list_labels: labels above lists of other stories.
        sections: names of sections.
        agencies: names of agencies.
        byline_labels: label to contribution.
        byline_starts: the first two letters of those labels.
        date_labels: label to "published" or "updated".
        roles: last words of job titles.
        role_words: words before those.
        organization_words, outlet_words, particles: what names of bodies, outlets and people are made of.
        label_words: words before a colon or dash that are no place.
        ago: words that relative times are told by ("ago").
    """

    code: str
    openings: Mapping[str, tuple[tuple[str, Kind, str], ...]]
    phrases: frozenset[str]
    buttons: frozenset[str]
    list_labels: frozenset[str]
    sections: frozenset[str]
    agencies: frozenset[str]
    byline_labels: Mapping[str, str]
    byline_starts: frozenset[str]
    date_labels: Mapping[str, str]
    roles: frozenset[str]
    role_words: frozenset[str]
    organization_words: frozenset[str]
    outlet_words: frozenset[str]
    particles: frozenset[str]
    label_words: frozenset[str]
    ago: tuple[str, ...]


@functools.cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """A pattern, compiled when it is first asked for; the library's own cache costs more than a short search."""
    return regex.compile(pattern)


@functools.cache
def header_words(code: str) -> HeaderWords:
    """The header words of the language of that code, read once."""
    language = load_language(code)
    openings: dict[str, list[tuple[str, Kind, str]]] = {}
    for name, kind, rule in _OPENINGS:
        for opening in language.words(name):
            openings.setdefault(opening.split()[0], []).append((opening, kind, rule))
    return HeaderWords(
        code=code,
        openings={first: tuple(sorted(found, reverse=True)) for first, found in openings.items()},
        phrases=language.words("header_furniture"),
        buttons=language.words("header_button_words"),
        list_labels=language.words("header_list_labels"),
        sections=language.words("header_sections"),
        agencies=language.words("agencies"),
        byline_labels={label: row["contribution"] for label, row in language.table("header_byline_labels").items()},
        byline_starts=frozenset(label[:2] for label in language.table("header_byline_labels")),
        date_labels={label: row["is"] for label, row in language.table("header_date_labels").items()},
        roles=language.words("byline_roles"),
        role_words=language.words("byline_role_words"),
        organization_words=language.words("organization_words"),
        outlet_words=language.words("outlet_words"),
        particles=language.words("name_particles"),
        label_words=language.words("header_label_words"),
        ago=(" ago",) if code == "en" else (*words_of_dates(code, "ago"), *words_of_time(code, "day")),
    )


_OPENINGS: tuple[tuple[str, Kind, str], ...] = (
    ("header_furniture_openings", "furniture", "header.furniture.opening"),
    ("header_corrections", "correction", "header.correction.opening"),
    ("header_credit_labels", "credit", "header.credit.label"),
)
