"""Who wrote it: what the page declares, cleaned, against whom it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from newsparse.html.declared import Declared, PersonClaim
from newsparse.html.folding import fold_name, fold_title
from newsparse.lang import load_language
from newsparse.stages.header.bylines import read_names
from newsparse.stages.header.chunks import labelled
from newsparse.stages.header.parts import HeaderWords, english_given_names

_LONGEST_NAME = 80
"""No name has more characters."""
_MOST_WORDS = 6
"""A string of more words is read as a byline is, and one of two more is nobody's name."""


@attrs.frozen
class Person:
    """An author: a name, and the job title and outlet given with it, or ""."""

    name: str
    role: str = ""
    organization: str = ""

    @property
    def key(self) -> str:
        """The name without case, accents and marks."""
        return fold_name(self.name)


@attrs.frozen(kw_only=True)
class Authors:
    """What was decided.

    Attributes:
        people: the authors, in order.
        as_shown: they are just those of the visible byline.
        doubt: what speaks against it, or "".
    """

    people: tuple[Person, ...] = ()
    as_shown: bool = False
    doubt: str = ""


def decide(
    declared: Declared, shown: Sequence[Person], *, is_labelled: bool, seen: str, page: str, words: HeaderWords
) -> Authors:
    """The authors, where the page's declarations and its visible byline may differ.

    Args:
        declared: what the page declares.
        shown: whom its visible byline names.
        is_labelled: whether a label ("By") says that the visible one is a byline.
        seen: the lines around the headline, folded by `fold_name`.
        page: all visible lines, folded likewise.
        words: the language's header words.
    """
    sites = _site_keys(declared)
    lists = [_borne_out(origin, clean(people, sites, seen, words), seen) for origin, people in declared.authors]
    people = _best_founded([found for found in lists if found], seen)
    shown = [p for p in shown if _can_be_shown(p.name, sites if not is_labelled else frozenset(), words)]
    visible = {p.key for p in shown}
    said = {p.key for p in people}
    if not people:
        if shown:
            return Authors(people=tuple(shown), as_shown=True)
        return Authors(people=_bodies(declared, words))
    known = said | {fold_name(claim.name) for _, claims in declared.authors for claim in claims}
    if said <= visible and (is_labelled or visible <= known):
        return Authors(people=tuple(shown), as_shown=True)
    if not shown or said & visible or any(_in(key, seen) for key in said):
        return Authors(people=_as_seen(people, shown))
    names = " and ".join(p.name for p in people)
    sure = all(_is_sure(p.name, is_labelled, sites, words) for p in shown)
    unseen = not any(_in(key, page) for key in said)
    if sure and unseen:
        doubt = f"the page declares another author: {names}"
        return Authors(people=tuple(shown), as_shown=True, doubt=doubt)
    names = " and ".join(p.name for p in shown)
    return Authors(
        people=people, doubt=f"the page shows another name as its author's: {names}" if sure or unseen else ""
    )


def _can_be_shown(name: str, sites: frozenset[str], words: HeaderWords) -> bool:
    """Whether what was read as a name in the visible byline may be one: no label, no row of buttons, not the site."""
    parts = name.lower().split()
    if name.lower() in words.byline_labels or sum(part in words.buttons for part in parts) >= 2:
        return False
    return fold_title(name) not in sites or _is_agency(name, words)


def _is_sure(name: str, is_labelled: bool, sites: frozenset[str], words: HeaderWords) -> bool:
    """Whether a name in the visible byline is surely an author's: after a label, or by a known given name."""
    if _is_agency(name, words):
        return is_labelled
    parts = fold_name(name).split()
    if len(parts) < 2 or not _is_person(name, sites, "", words):
        return False
    return is_labelled or parts[0] in english_given_names()


def _borne_out(origin: str, people: tuple[Person, ...], seen: str) -> tuple[Person, ...]:
    """Of people marked in the page's body, where other stories' authors are marked too, those near the headline."""
    if origin != "microdata" or len(people) == 1:
        return people
    return tuple(person for person in people if _in(person.key, seen))


def _best_founded(lists: Sequence[tuple[Person, ...]], seen: str) -> tuple[Person, ...]:
    """The declared list that the lines around the headline bear out best: as a whole, then by how many names."""

    def founded(people: tuple[Person, ...]) -> tuple[bool, int]:
        named = sum(_in(person.key, seen) for person in people)
        return named == len(people), named

    return max(lists, key=founded, default=())


def _in(key: str, text: str) -> bool:
    return f" {key} " in text


def _as_seen(people: Iterable[Person], shown: Sequence[Person]) -> tuple[Person, ...]:
    """The declared people, each with role and outlet of the visible byline where that names them too."""
    by_key = {p.key: p for p in shown}
    return tuple(by_key.get(p.key, p) for p in people)


def clean(claims: Iterable[PersonClaim], sites: frozenset[str], seen: str, words: HeaderWords) -> tuple[Person, ...]:
    """The people among declared authors: no sites, addresses, handles, accounts, and nothing glued to a name.

    Args:
        claims: as declared.
        sites: folded names of the site.
        seen: the lines around the headline, folded: a name of one word counts only if it stands there.
        words: the language's header words.
    """
    found: dict[str, Person] = {}
    for claim in claims:
        if claim.body:
            continue
        for said in _people_in(claim, words):
            person = _without_site(said, sites)
            if person is not None and _is_person(person.name, sites, seen, words):
                found.setdefault(person.key, person)
    return tuple(found.values())


def _people_in(claim: PersonClaim, words: HeaderWords) -> list[Person]:
    """The names in one declared string, which may be a whole byline."""
    text = re.sub(r"\S*(?://|www\.|@)\S*", " ", claim.name)
    text = " ".join(text.split()).strip(" ,;|/-–—:()[]")
    if not text or len(text) > 400:
        return []
    label = labelled(text, 0, len(text), words)
    start = label[1] if label else 0
    rest = text[start:].strip()
    if turned := _turned(rest, words):
        return [Person(turned, claim.role)]
    titled = bool(rest) and rest.lower().split()[-1] in words.roles
    if not titled and not _LISTED.search(rest) and len(rest.split()) <= _MOST_WORDS:
        return [Person(rest, claim.role)]
    parts = read_names(text, start, len(text), words, whole=(0, len(text)), rule="page.byline.declared")
    people = [
        Person(
            text[slice(*part.name)],
            text[slice(*part.role)].lstrip("-–—| ") if part.role else "",
            text[slice(*part.organization)] if part.organization else "",
        )
        for part in parts
    ]
    pieces = [piece.strip() for piece in _LISTED.split(rest) if piece.strip()]
    unread = not people or (len(people) == 1 and _LISTED.search(people[0].name))
    if unread and len(pieces) > 1 and all(2 <= len(piece.split()) <= 4 for piece in pieces):
        people = [Person(piece) for piece in pieces]
    if len(people) == 1 and claim.role and not people[0].role:
        return [attrs.evolve(people[0], role=claim.role)]
    return people


def _turned(said: str, words: HeaderWords) -> str:
    """`Lee, Ann`, as catalogues write it, in the order of speech; "" where the given name surely stands first."""
    last, comma, first = said.partition(", ")
    given = words.given
    if not comma or "," in first or not 1 <= len(first.split()) <= 2 or len(last.split()) > 2:
        return ""
    turned = first.split()[0].lower() in given and last.split()[0].lower() not in given
    return f"{first} {last}" if turned else ""


_LISTED = re.compile(
    r"\s*[,;|/&•·()]\s*|\s[-–—]\s|\s(?:and|und|et|y|e|with|avec|con|mit|for|of|at|in)\s", re.IGNORECASE
)


def _without_site(person: Person, sites: frozenset[str]) -> Person | None:
    """The person without the outlet's name at the end of the name; none where nothing but it is left."""
    words = person.name.split()
    for size in range(1, len(words) + 1):
        if fold_title("".join(words[-size:])) in sites:
            left = words[:-size]
            return attrs.evolve(person, name=" ".join(left)) if len(left) >= 2 else None
    return person


def _is_person(name: str, sites: frozenset[str], seen: str, words: HeaderWords) -> bool:
    key = fold_name(name)
    parts = key.split()
    if not parts or len(name) > _LONGEST_NAME or fold_title(name) in sites or len(parts) > _MOST_WORDS + 1:
        return False
    if any(char.isdigit() for char in name) or not any(char.isalpha() for char in name):
        return False
    if _is_agency(name, words) or parts[0] in words.organization_words:
        return False
    if name.lower().startswith("the "):
        return False
    listed = load_language("en").words
    nobody = listed("page_nobody")
    if all(part in nobody or part in sites for part in parts) or parts[-1] in listed("page_desks"):
        return False
    if len(parts) == 1 or " " not in name.strip():
        return name[:1].isupper() and not re.search(r"[._-]", name) and _in(key, seen)
    outlet = sum(part in words.outlet_words or part in words.organization_words for part in name.lower().split())
    return 2 * outlet < len(parts) or (outlet == 1 and parts[0] in english_given_names())


def _site_keys(declared: Declared) -> frozenset[str]:
    keys = set()
    for site in declared.sites:
        key = fold_title(site)
        keys |= {key, key.removeprefix("the"), re.sub(r"(?:com|org|net|couk|de|fr|es|it)$", "", key)}
    return frozenset(key for key in keys if len(key) > 2)


def _bodies(declared: Declared, words: HeaderWords) -> tuple[Person, ...]:
    """An agency that the page declares where it names no person."""
    for _, claims in declared.authors:
        for claim in claims:
            if _is_agency(claim.name, words):
                return (Person(claim.name),)
    return ()


def _is_agency(name: str, words: HeaderWords) -> bool:
    return name.lower().removeprefix("the ") in words.agencies
