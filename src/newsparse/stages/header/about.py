"""What a piece of a byline says of the people named before it: their role, outlet or place."""

from __future__ import annotations

import functools

import attrs

from newsparse.document import Range
from newsparse.model import Contribution
from newsparse.stages.header.chunks import Chunk
from newsparse.stages.header.names import in_capitals, is_outlet, is_role, name_end, own_words
from newsparse.stages.header.parts import HeaderWords, compiled, header_words

_STAFF = frozenset(("staff", "staffer"))


@attrs.define
class Person:
    """Somebody whom a byline names, while it is read: what it says of him so far."""

    name: Range
    contribution: Contribution
    closed: bool = False
    role: Range | None = None
    organization: Range | None = None
    location: Range | None = None
    contact: Range | None = None


@attrs.define
class Reading:
    """A byline while it is read: its chunks, those named so far, and what those to come did."""

    text: str
    words: HeaderWords
    chunks: tuple[Chunk, ...]
    did: Contribution
    people: list[Person] = attrs.field(factory=list)


def about_the_last(reading: Reading, chunk: Chunk, low: str) -> bool:
    """Whether a chunk says something of those before it, which it then is given: their role, outlet or place."""
    text, words, people = reading.text, reading.words, reading.people
    span = (chunk.start, chunk.end)
    if not low.strip():
        return False  # blanks that part nothing
    if chunk.before == "," and low.strip(".") in ("jr", "sr", "ii", "iii"):
        people[-1].name = (people[-1].name[0], span[1])
        return True
    if chunk.before != "and" and _role_of_body(reading, span):
        return True
    if chunk.before not in ("and", "with") and (staff := _staff_of(text, span)):
        give(people, "organization", (span[0], staff - 1))
        give(people, "role", (staff, span[1]))
        return True
    if chunk.before != "and" and is_role(low, words):
        role = own_words(text, span, words)
        if role[0] > span[0] and is_outlet(text[span[0] : role[0]].lower().strip(), words):
            give(people, "organization", (span[0], role[0] - 1))
        else:
            role = span
        give(people, "role", role)
        return True
    if chunk.before in ("and", "with", "/"):
        return False
    for kind, field in (("place", "location"), ("body", "organization")):
        rest = after_joint(text, span, words.joints[kind])
        if rest is not None and in_capitals(text[rest : span[1]].removeprefix("the ")):
            give(people, field, (rest, span[1]))
            return True
    given = text[slice(*span)].split()[0].lower() in words.given and 2 <= len(low.split()) <= 3
    if given and name_end(text, *span, words) == span[1] and low not in words.agencies:
        return False  # "Eve Fox" is no outlet
    if any(part.islower() and part in words.particles for part in text[slice(*span)].split()[1:-1]):
        return False  # "Siân ap Rhys"
    body = low.split()[-1] in words.organization_words
    if is_outlet(low, words) or body or (text.startswith("The ", *span) and in_capitals(text[slice(*span)])):
        give(people, "organization", span)
        return True
    return False


def after_joint(text: str, span: Range, joints: frozenset[str]) -> int | None:
    """Where a chunk goes on after a word such as `in` or `for` at its start; none where it has none there."""
    said = text[slice(*span)].lower()
    if not said.startswith(_in_row(joints)):
        return None
    sizes = [len(joint) for joint in joints if said.startswith(joint) and said[len(joint) : len(joint) + 1].isspace()]
    rest = span[0] + max(sizes) + 1 if sizes else span[1]
    return rest if rest < span[1] and said[rest - span[0] :] not in header_words("en").sections else None


@functools.cache
def _in_row(joints: frozenset[str]) -> tuple[str, ...]:
    """Words as `startswith` wants them."""
    return tuple(joints)


def _role_of_body(reading: Reading, span: Range) -> bool:
    """`Political Editor for the Tarn Post`: whether a chunk is a role and its outlet, which the last ones are given."""
    text, words = reading.text, reading.words
    for found in compiled(r"\s(?:for|of|at)\s").finditer(text, *span):
        if is_role(text[span[0] : found.start()].lower(), words):
            give(reading.people, "role", (span[0], found.start()))
            reading.people[-1].organization = reading.people[-1].organization or (found.end(), span[1])
            return True
    return False


def without_article(low: str, words: HeaderWords) -> str:
    """Words in small letters without the article that they begin with."""
    first, blank, rest = low.partition(" ")
    return rest if blank and rest.strip() and first in words.joints["article"] else low


def give(people: list[Person], field: str, span: Range) -> None:
    """Give role or outlet to the last person, and to those before who are joined to him and lack it."""
    for person in reversed(people):
        if (person.closed and person is not people[-1]) or getattr(person, field) is not None:
            break
        setattr(person, field, span)
        person.closed = True


def _staff_of(text: str, span: Range) -> int:
    """Where `Staff` stands at the end of `Corner Staff`, an outlet that gives no job title; 0 where nothing is so."""
    outlet, _, staff = text[slice(*span)].rpartition(" ")
    return span[1] - len(staff) if outlet and staff.lower() in _STAFF and in_capitals(outlet) else 0
