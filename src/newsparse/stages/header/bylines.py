"""Who wrote it: the names in a byline, with role, outlet, place and address."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import attrs
import regex

from newsparse.document import BylinePart, Range
from newsparse.model import Contribution
from newsparse.stages.header.names import (
    body_name,
    in_capitals,
    is_outlet,
    is_role,
    is_small_name,
    name_end,
    outlet_after,
    own_words,
)
from newsparse.stages.header.parts import HeaderWords, compiled, header_words

_LONGEST_LABEL = 34
_LONGEST_BELOW = 70
_EDGES = " \t\n:-–—\u00a0"


@attrs.frozen
class _Chunk:
    """A piece of a byline between separators; `before` is the separator, lower-cased and stripped."""

    start: int
    end: int
    before: str


@attrs.define
class _Person:
    name: Range
    contribution: Contribution
    closed: bool = False
    role: Range | None = None
    organization: Range | None = None
    location: Range | None = None
    contact: Range | None = None


@attrs.define
class _Reading:
    """A byline while it is read: its chunks, those named so far, and what those to come did."""

    text: str
    words: HeaderWords
    chunks: tuple[_Chunk, ...]
    did: Contribution
    people: list[_Person] = attrs.field(factory=list)


def labelled(text: str, start: int, end: int, words: HeaderWords) -> tuple[str, int] | None:
    """The contribution and the end of the label that opens a line ("By", "Written by"), if one does."""
    if text[start : start + 2].lower() not in words.byline_starts:
        return None
    low = text[start : min(end, start + _LONGEST_LABEL + 2)].lower()
    for size in range(min(len(low), _LONGEST_LABEL), 1, -1):
        if low[:size] in words.byline_labels and _label_ends(text[start + size - 1 : min(end, start + size + 2)]):
            return words.byline_labels[low[:size]], start + size
    return None


def _label_ends(said: str) -> bool:
    """Whether a label's last letter is its last: nothing follows, no letter does, or `ByAnn`, which lost its blank."""
    after = said[1:2]
    return not after.isalpha() or (said[0].islower() and after.isupper() and said[2:3].islower())


def read_names(
    text: str, start: int, end: int, words: HeaderWords, *, whole: Range, rule: str, contribution: str = "by"
) -> tuple[BylinePart, ...]:
    """The people (or bodies) named in a stretch that is a byline without its label.

    Args:
        text: the article.
        start: where the names begin.
        end: where the byline ends.
        words: the language's header words.
        whole: the byline's whole range, label included.
        rule: the rule that found the byline.
        contribution: what those named did.

    Returns:
        One part a name; empty where the stretch does not read as names.
    """
    did = _did(contribution)
    body = body_name(text, start, end, words)
    if body is not None:
        return (BylinePart(range=whole, name=body, contribution=did, rule=rule),)
    chunks = tuple(_labels_out(text, _chunks(text, start, end, words), words))
    reading = _Reading(text, words, chunks, did)
    if len(chunks) == 1 and is_small_name(text[chunks[0].start : chunks[0].end], words):
        reading.people.append(_Person((chunks[0].start, chunks[0].end), did))
    else:
        for number in range(len(chunks)):
            if not _take(reading, number):
                break
    people = reading.people
    contact = next((m.span() for m in _contact().finditer(text, start, end) if "@" in m.group()[1:]), None)
    contact = contact or next((m.span() for m in _contact().finditer(text, start, end)), None)
    if people and contact:
        people[0].contact = contact
    return tuple(_part(person, whole, rule) for person in people)


def read_more(
    text: str, start: int, end: int, words: HeaderWords, people: tuple[BylinePart, ...]
) -> tuple[BylinePart, ...]:
    """Those of a byline with what the line below it says of them: role, outlet, place or address.

    Args:
        text: the article.
        start: where the line below begins.
        end: where it ends.
        words: the language's header words.
        people: those named in the byline.

    Returns:
        The same people, their range stretched over that line; empty where it says nothing of the kind.
    """
    if end - start > _LONGEST_BELOW or text[end - 1] in '.?!:"”' or text[start:end].lower() in words.sections:
        return ()
    persons = [
        _Person(p.name, p.contribution, bool(p.role or p.organization), p.role, p.organization, p.location, p.contact)
        for p in people
    ]
    reading = _Reading(text, words, (), "by", persons)
    for chunk in _chunks(text, start, end, words):
        low = _without_article(text[chunk.start : chunk.end].lower(), words)
        if _about_the_last(reading, attrs.evolve(chunk, before=","), low):
            continue
        if chunk.start == start or not in_capitals(text[chunk.start : chunk.end]):
            return ()
        where = persons[-1].location  # "Norland News, Osthaven", "Reporting from Osthaven, Norland"
        persons[-1].location = (where[0] if where and where[0] >= start else chunk.start, chunk.end)
    contact = _contact().search(text, start, end)
    if contact is not None and persons[-1].contact is None:
        persons[-1].contact = contact.span()
    found = tuple(
        _part(person, (p.range[0], max(p.range[1], end)), p.rule) for person, p in zip(persons, people, strict=True)
    )
    return () if all(new.range[1] == old.range[1] for new, old in zip(found, people, strict=True)) else found


def _part(person: _Person, whole: Range, rule: str) -> BylinePart:
    return BylinePart(
        range=whole,
        name=person.name,
        role=person.role,
        organization=person.organization,
        location=person.location,
        contact=person.contact,
        contribution=person.contribution,
        rule=rule,
    )


def _did(contribution: str) -> Contribution:
    known: dict[str, Contribution] = {"with": "with", "reporting": "reporting", "editing": "editing", "photo": "photo"}
    return known.get(contribution, "by")


@functools.cache
def _contact() -> regex.Pattern[str]:
    return regex.compile(r"[\w.+-]++@[\w-]++(?:\.[\w-]++)++|(?<!\w)@\w{2,30}+|https?://\S{1,100}+|www\.\S{1,80}+")


@functools.cache
def _separator(code: str) -> regex.Pattern[str]:
    # "Last Updated" and the like never get here: dates are cut out before.
    joints = header_words(code).joints
    return regex.compile(
        r"(?:\s*+[,;|•·∙()\n\t]|\s++[-–—]\s|\s*+[—/]|\s\s)\s*+(?:\L<joints>\s)?+"
        r"|\s\L<joints>\s(?:additional\sreporting\sby\s|reporting\sby\s)?+",
        regex.IGNORECASE,
        joints=joints["and"] | joints["with"],
    )


def _chunks(text: str, start: int, end: int, words: HeaderWords) -> Iterator[_Chunk]:
    """The byline cut at commas, `and`, `with`, slashes, bars and dashes; addresses are left out."""
    position, before = start, ""
    for found in _separator(words.code).finditer(text, start, end):
        yield from _visible(text, position, found.start(), before)
        before, position = found.group().strip().lower(), found.end()
        joint = before.rpartition(" ")[2].lstrip(",;|•·∙()\n\t—/")
        before = "and" if joint in words.joints["and"] else "with" if joint in words.joints["with"] else before
    yield from _visible(text, position, end, before)


def _visible(text: str, start: int, end: int, before: str) -> Iterator[_Chunk]:
    found = _contact().search(text, start, end)
    if found:
        end = found.start()
    while start < end and text[start] in _EDGES + ".":
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start < end:
        yield _Chunk(start, end, before)


def _labels_out(text: str, chunks: Iterator[_Chunk], words: HeaderWords) -> Iterator[_Chunk]:
    """The chunks, a label at the start of one made its separator: `Reported by Ann Lee, Edited by Bob Ray`."""
    for chunk in chunks:
        label = labelled(text, chunk.start, chunk.end, words) if chunk.before else None
        if label is not None and text[chunk.start : label[1]].lower() in words.roles:
            label = None  # "Lena Hartwig, Autorin"
        if label is None:
            yield chunk
        else:
            yield from _visible(text, label[1], chunk.end, f"label:{label[0]}")


def _take(reading: _Reading, number: int) -> bool:
    """Add what a chunk is to the people; False where the byline ends before it."""
    text, words, people, chunk = reading.text, reading.words, reading.people, reading.chunks[number]
    span = (chunk.start, chunk.end)
    said = text[slice(*span)]
    low = _without_article(said.lower(), words)
    if people and chunk.before in ("with", "with reporting by", "and additional reporting by"):
        reading.did = "reporting" if "report" in chunk.before else "with"
    if chunk.before.startswith("label:"):
        reading.did = _did(chunk.before[6:])
    elif people and _about_the_last(reading, chunk, low):
        return True
    joined = number == 0 or chunk.before in ("and", "with", "/") or chunk.before.startswith("label:")
    if number == 0 and is_role(low, words) and all(w in words.roles | words.role_words for w in low.split()):
        return False
    if number == 0 and low.split()[0] in words.desks:
        people.append(_Person(span, reading.did))
        return True
    whole = name_end(text, *span, words) in span
    if low in words.agencies or (joined and whole and is_outlet(low, words) and in_capitals(said)):
        if people and chunk.before == "/":
            _give(people, "organization", span)
        else:
            people.append(_Person(span, reading.did))
        return True
    return _named(reading, number, joined)


def _about_the_last(reading: _Reading, chunk: _Chunk, low: str) -> bool:
    """Whether a chunk says something of those before it, which it then is given: their role, outlet or place."""
    text, words, people = reading.text, reading.words, reading.people
    span = (chunk.start, chunk.end)
    if chunk.before != "and" and is_role(low, words):
        role = own_words(text, span, words)
        if role[0] > span[0] and is_outlet(text[span[0] : role[0]].lower().strip(), words):
            _give(people, "organization", (span[0], role[0] - 1))
        else:
            role = span
        _give(people, "role", role)
        return True
    if chunk.before in ("and", "with", "/"):
        return False
    said = text[slice(*span)].lower()
    for joint in words.joints["place"]:
        place = span[0] + len(joint) + 1
        if (
            said.startswith(joint)
            and place < span[1]
            and text[place - 1].isspace()
            and in_capitals(text[place : span[1]])
        ):
            _give(people, "location", (place, span[1]))
            return True
    if is_outlet(low, words):
        _give(people, "organization", span)
        return True
    return False


def _named(reading: _Reading, number: int, joined: bool) -> bool:
    """Add the person whom a chunk names, or give it to the last one as outlet; False where it is neither."""
    text, words, people, chunks = reading.text, reading.words, reading.people, reading.chunks
    chunk = chunks[number]
    end = name_end(text, chunk.start, chunk.end, words)
    lone = len(text[chunk.start : end].split()) < 2
    barred = chunk.before in ("|", "•", "·", "∙")
    if people and end <= chunk.start and words.code != "en":
        return False  # no capital begins it
    if people and (lone or barred or (not joined and _closed_list(chunks, number))):
        if lone and chunk.before == "and":
            people.append(_Person((chunk.start, chunk.end), reading.did))
            return True
        # On the continent the place alone follows the name: "Von Lena Hartwig, Osthaven".
        place = lone and words.code != "en"
        _give(people, "location" if place else "organization", (chunk.start, chunk.end if not place else end))
        return end == chunk.end
    if end <= chunk.start or (lone and number == 0 and len(chunks) > 1 and chunks[1].before != "and"):
        return False
    begin = _after_title(text, chunk.start, end, words)
    person = _Person((begin, end), reading.did)
    if begin > chunk.start and is_role(text[chunk.start : begin].lower(), words):
        person.role = (chunk.start, begin - 1)  # "Korrespondentin Lena Hartwig"
    people.append(person)
    _rest_of_chunk(text, end, chunk.end, person, words)
    return True


def _without_article(low: str, words: HeaderWords) -> str:
    first, blank, rest = low.partition(" ")
    return rest if blank and rest.strip() and first in words.joints["article"] else low


def _after_title(text: str, start: int, end: int, words: HeaderWords) -> int:
    """Where the name begins after `Dr.` or `Prof.`, if two words are left."""
    while found := compiled(r"(\p{Lu}\S*?)\.?\s(?=\S+\s\S)").match(text[start:end]):
        title = found.group(1).lower()
        if title not in words.joints["title"] and not (words.role_endings and title.endswith(words.role_endings)):
            break
        start += found.end()
    return start


def _closed_list(chunks: tuple[_Chunk, ...], number: int) -> bool:
    """`A, B and C, D`: what follows the last `and` by a comma is no further author but the outlet."""
    return (
        chunks[number].before == ","
        and any(c.before == "and" for c in chunks[:number])
        and not any(c.before == "and" for c in chunks[number:])
    )


def _give(people: list[_Person], field: str, span: Range) -> None:
    """Give role or outlet to the last person, and to those before who are joined to him and lack it."""
    for person in reversed(people):
        if (person.closed and person is not people[-1]) or getattr(person, field) is not None:
            break
        setattr(person, field, span)
        person.closed = True


def _rest_of_chunk(text: str, start: int, end: int, person: _Person, words: HeaderWords) -> None:
    """What follows a name in its own chunk: a role, `for` an outlet, `in` a place."""
    while start < end and text[start].isspace():
        start += 1
    if start >= end:
        return
    found = compiled(r"(\S+)\s").match(text[start:end])
    joint = found.group(1).lower() if found else ""
    named = words.code == "en" or in_capitals(text[start + found.end() : end]) if found else False
    if found and named and joint in words.joints["place"]:
        person.location = (start + found.end(), end)
    elif found and joint in words.joints["body"]:
        person.organization = (start + found.end(), end)
    elif is_role(text[start:end].lower(), words):
        person.role = (start, end)
    elif outlet_after(text[start:end], words):
        person.organization = (start, end)
