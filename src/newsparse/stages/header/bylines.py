"""Who wrote it: the names in a byline, with role, outlet, place and address."""

from __future__ import annotations

from newsparse.document import BylinePart, Range
from newsparse.model import Contribution
from newsparse.stages.header.about import Person, Reading, about_the_last, after_joint, give, without_article
from newsparse.stages.header.chunks import Chunk, chunks_of, contacts, without_labels
from newsparse.stages.header.leading import after_role, after_title
from newsparse.stages.header.names import (
    body_name,
    in_capitals,
    is_body,
    is_job,
    is_outlet,
    is_role,
    is_small_name,
    name_end,
    outlet_after,
    own_words,
)
from newsparse.stages.header.parts import HeaderWords

_LONGEST_BELOW = 70
_LONGEST_INITIALS = 4
_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


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
    chunks = tuple(without_labels(text, chunks_of(text, start, end, words), words))
    chunks = (_without_the(text, chunks[0], words), *chunks[1:]) if chunks else ()
    reading = Reading(text, words, chunks, did)
    if len(chunks) == 1 and is_small_name(text[chunks[0].start : chunks[0].end], words):
        reading.people.append(Person((chunks[0].start, chunks[0].end), did))
    else:
        for number in range(len(chunks)):
            if not _take(reading, number):
                break
    people = reading.people
    if people and (addresses := list(contacts(text, start, end))):
        mails = (one for one in addresses if "@" in text[one[0] + 1 : one[1]])
        people[0].contact = next(mails, addresses[0])
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
    if not may_say_more(text, start, end, words):
        return ()
    persons = [
        Person(p.name, p.contribution, bool(p.role or p.organization), p.role, p.organization, p.location, p.contact)
        for p in people
    ]
    reading = Reading(text, words, (), "by", persons)
    job = bool(words.role_endings) and is_job(text[start:end].lower(), words)
    if job:
        give(persons, "role", (start, end))
    for chunk in () if job else chunks_of(text, start, end, words):
        low = without_article(text[chunk.start : chunk.end].lower(), words)
        if about_the_last(reading, chunk._replace(before=","), low):
            continue
        if chunk.start == start or not in_capitals(text[chunk.start : chunk.end]):
            return ()
        where = persons[-1].location  # "Norland News, Osthaven", "Reporting from Osthaven, Norland"
        persons[-1].location = (where[0] if where and where[0] >= start else chunk.start, chunk.end)
    contact = next(contacts(text, start, end), None)
    if contact is not None and persons[-1].contact is None:
        persons[-1].contact = contact
    found = tuple(
        _part(person, (p.range[0], max(p.range[1], end)), p.rule) for person, p in zip(persons, people, strict=True)
    )
    return () if all(new.range[1] == old.range[1] for new, old in zip(found, people, strict=True)) else found


def may_say_more(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether a line may be one that `read_more` reads: short, no sentence, and no section's name."""
    return (
        end - start <= _LONGEST_BELOW
        and text[end - 1] not in '.?!:"”'
        and text[start:end].lower() not in words.sections
    )


def _without_the(text: str, chunk: Chunk, words: HeaderWords) -> Chunk:
    """`the Editorial Board` without its article, where a body's name follows."""
    elided = words.abroad and text.startswith(("'", "’"), chunk.start + 1, chunk.end)
    if elided and is_body(text[chunk.start + 2 : chunk.end].lower(), words):
        return chunk._replace(start=chunk.start + 2)  # "l’AFP"
    first, _, rest = text[chunk.start : chunk.end].partition(" ")
    last = rest.lower().split()[-1:] or [""]
    body = any(last[0] in names for names in (words.organization_words, words.outlet_words, words.roles)) or last == [
        "board"
    ]
    if first.islower() and first in words.joints["article"] and rest[:1].isupper() and body:
        return chunk._replace(start=chunk.end - len(rest))
    return chunk


def _part(person: Person, whole: Range, rule: str) -> BylinePart:
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


def _take(reading: Reading, number: int) -> bool:
    """Add what a chunk is to the people; False where the byline ends before it."""
    text, words, people, chunk = reading.text, reading.words, reading.people, reading.chunks[number]
    span = (chunk.start, chunk.end)
    said = text[slice(*span)]
    low = without_article(said.lower(), words)
    if people and chunk.before in ("with", "with reporting by", "and additional reporting by"):
        reading.did = "reporting" if "report" in chunk.before else "with"
    if chunk.before.startswith("label:"):
        reading.did = _did(chunk.before[6:])
    elif people and (low in words.joints["text"] or low in words.joints["photo"]):
        people[-1].contribution = "photo" if low in words.joints["photo"] else people[-1].contribution
        return True  # "Lena Hartwig (Text) und Bo Kuhn (Fotos)"
    elif people and about_the_last(reading, chunk, low):
        return True
    joined = number == 0 or chunk.before in ("and", "with", "/") or chunk.before.startswith("label:")
    if all(word in words.nobody for word in low.split()) or low.strip(".") in words.suffixes:
        return True  # "and agencies", ", PhD"
    if low[0].isdigit() or low.startswith("aged "):
        return bool(people)  # ", 16, Osthaven High School", "and 3 others"
    if span[0] != (begin := after_role(text, *span, words)):
        chunk = chunk._replace(start=begin)
        size = len(people)
        reading.chunks = (*reading.chunks[:number], chunk, *reading.chunks[number + 1 :])
        taken = _take(reading, number)
        if len(people) > size and people[-1].role is None:
            people[-1].role = _stripped(text, span[0], begin)
        return taken
    if number == 0 and _is_bare_role(low, words):
        return False
    if number == 0 and low.split()[0] in words.desks:
        people.append(Person(span, reading.did))
        return True
    if people and chunk.before == "/" and _beside_body(reading, span):
        return True
    outlet = joined and is_outlet(low, words) and in_capitals(said) and name_end(text, *span, words) in span
    if outlet or low in words.agencies:
        if people and chunk.before == "/":
            give(people, "organization", span)
        else:
            people.append(Person(span, reading.did))
        return True
    return _named(reading, number, joined)


def _beside_body(reading: Reading, span: Range) -> bool:
    """Whether what stands after a slash goes with an agency or a desk: `dpa/AFP`, `dpa/lno`, `Redacción / El Faro`."""
    text, words, people = reading.text, reading.words, reading.people
    if not is_body(text[slice(*people[-1].name)].lower(), words):
        return False
    said = text[slice(*span)]
    if is_body(said.lower(), words):
        people.append(Person(span, reading.did))
    elif not (said.islower() and len(said) <= _LONGEST_INITIALS):
        give(people, "organization", span)
    return True


def _stripped(text: str, start: int, end: int) -> Range:
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_bare_role(low: str, words: HeaderWords) -> bool:
    """Whether a byline begins with a job title, which is nobody; a desk is somebody ("News Desk")."""
    parts = low.split()
    return is_role(low, words) and parts[-1] != "desk" and all(w in words.roles or w in words.role_words for w in parts)


def _named(reading: Reading, number: int, joined: bool) -> bool:
    """Add the person whom a chunk names, or give it to the last one as outlet; False where it is neither."""
    text, words, people, chunks = reading.text, reading.words, reading.people, reading.chunks
    chunk = chunks[number]
    end = name_end(text, chunk.start, chunk.end, words)
    lone = len(text[chunk.start : end].split()) < 2
    barred = chunk.before in ("|", "•", "·", "∙")
    if people and end <= chunk.start and words.abroad:
        return False  # no capital begins it
    barred = barred and text[chunk.start : chunk.end].split()[0].lower() not in words.given
    if people and (lone or barred or (not joined and _closed_list(chunks, number))):
        if lone and chunk.before == "and":
            people.append(Person((chunk.start, chunk.end), reading.did))
            return True
        # On the continent the place alone follows the name: "Von Lena Hartwig, Osthaven".
        place = lone and words.abroad
        place = place or text[chunk.start : chunk.end].lower() in words.places
        give(people, "location" if place else "organization", (chunk.start, chunk.end if not place else end))
        return end == chunk.end
    if end <= chunk.start or (lone and number == 0 and len(chunks) > 1 and chunks[1].before != "and"):
        return False
    if text[chunk.start : chunk.end].split()[0].lower() in _WEEKDAYS:
        return False  # "By Tuesday"
    begin = after_title(text, chunk.start, end, words)
    person = Person((begin, end), reading.did)
    if begin > chunk.start and is_role(text[chunk.start : begin].lower(), words):
        person.role = (chunk.start, begin - 1)  # "Korrespondentin Lena Hartwig"
    people.append(person)
    _rest_of_chunk(text, end, chunk.end, person, words)
    return True


def _closed_list(chunks: tuple[Chunk, ...], number: int) -> bool:
    """`A, B and C, D`: what follows the last `and` by a comma is no further author but the outlet."""
    return (
        chunks[number].before == ","
        and any(c.before == "and" for c in chunks[:number])
        and not any(c.before == "and" for c in chunks[number:])
    )


def _rest_of_chunk(text: str, start: int, end: int, person: Person, words: HeaderWords) -> None:
    """What follows a name in its own chunk: a role, `for` an outlet, `in` a place."""
    while start < end and text[start].isspace():
        start += 1
    if start >= end:
        return
    first, _, after = text[start:end].lower().partition(" ")
    if first in words.joints["place"] and after in words.sections:
        return  # "Ann Lee in News"
    place, body = (after_joint(text, (start, end), words.joints[kind]) for kind in ("place", "body"))
    named = not words.abroad or in_capitals(text[place or start : end])
    if place is not None and named:
        person.location = (place, end)
    elif body is not None:
        person.organization = (body, end)
    elif is_role(text[start:end].lower(), words):
        role = own_words(text, (start, end), words) if " of " not in text[start:end] else (start, end)
        person.role = role  # "North of Norland correspondent"
        person.organization = (start, role[0] - 1) if role[0] > start else person.organization
    elif outlet_after(text[start:end], words):
        person.organization = (start, end)
    elif text[start:end].lower() in words.places:
        person.location = (start, end)
