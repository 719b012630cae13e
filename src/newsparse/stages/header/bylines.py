"""Who wrote it: the names in a byline, with role, outlet, place and address."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import attrs
import regex

from newsparse.document import BylinePart, Range
from newsparse.model import Contribution
from newsparse.stages.header.parts import HeaderWords, compiled, header_words


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


def labelled(text: str, start: int, end: int, words: HeaderWords) -> tuple[str, int] | None:
    """The contribution and the end of the label that opens a line ("By", "Written by"), if one does."""
    if text[start : start + 2].lower() not in words.byline_starts:
        return None
    low = text[start : min(end, start + 36)].lower()
    for size in range(min(len(low), 34), 1, -1):
        if low[:size] in words.byline_labels and not low[size : size + 1].isalpha():
            return words.byline_labels[low[:size]], start + size
    return None


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
    body = _body(text, start, end, words)
    if body is not None:
        return (BylinePart(range=whole, name=body, contribution=_did(contribution), rule=rule),)
    people: list[_Person] = []
    did = _did(contribution)
    chunks = list(_chunks(text, start, end, words))
    for number, chunk in enumerate(chunks):
        if chunk.before in ("with", "with reporting by", "and additional reporting by") and people:
            did = "reporting" if "report" in chunk.before else "with"
        if not _take(text, chunk, number, chunks, people, did, words):
            break
    contact = next((m.span() for m in _contact().finditer(text, start, end) if "@" in m.group()[1:]), None)
    contact = contact or next((m.span() for m in _contact().finditer(text, start, end)), None)
    if people and contact:
        people[0].contact = contact
    return tuple(
        BylinePart(
            range=whole,
            name=p.name,
            role=p.role,
            organization=p.organization,
            location=p.location,
            contact=p.contact,
            contribution=p.contribution,
            rule=rule,
        )
        for p in people
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
        r"\s*+(?:[,;|•·()\n\t]|\s[-–—]\s|—|/|\s\s)\s*+(?:\L<joints>\s)?+"
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
        joint = before.rpartition(" ")[2].lstrip(",;|•·()\n\t—/")
        before = "and" if joint in words.joints["and"] else "with" if joint in words.joints["with"] else before
    yield from _visible(text, position, end, before)


def _visible(text: str, start: int, end: int, before: str) -> Iterator[_Chunk]:
    found = _contact().search(text, start, end)
    if found:
        end = found.start()
    while start < end and text[start] in " \t\n:.-–—\u00a0":
        start += 1
    while end > start and text[end - 1] in " \t\n:-–—\u00a0":
        end -= 1
    if start < end:
        yield _Chunk(start, end, before)


def _take(
    text: str,
    chunk: _Chunk,
    number: int,
    chunks: list[_Chunk],
    people: list[_Person],
    did: Contribution,
    words: HeaderWords,
) -> bool:
    """Add what the chunk is to `people`; False where the byline ends before it."""
    said = text[chunk.start : chunk.end]
    low = _without_article(said.lower(), words)
    span = (chunk.start, chunk.end)
    if people and chunk.before != "and" and _is_role(low, words):
        role = _own_words(text, span, words)
        if role[0] > span[0] and _is_outlet(text[span[0] : role[0]].lower().strip(), words):
            _give(people, "organization", (span[0], role[0] - 1))
        else:
            role = span
        _give(people, "role", role)
        return True
    joined = chunk.before in ("and", "with", "/") or number == 0
    barred = chunk.before in ("|", "•", "·")
    if people and not joined and _is_outlet(low, words):
        _give(people, "organization", span)
        return True
    whole = _name_end(text, chunk.start, chunk.end, words) in (chunk.start, chunk.end)
    if number == 0 and _is_role(low, words) and all(w in words.roles | words.role_words for w in low.split()):
        return False
    if _is_agency(low, words) or (joined and whole and _is_outlet(low, words) and _capitals(said)):
        if people and chunk.before == "/":
            _give(people, "organization", span)
        else:
            people.append(_Person(span, did))
        return True
    name_end = _name_end(text, chunk.start, chunk.end, words)
    lone = len(text[chunk.start : name_end].split()) < 2
    if people and (lone or barred or (chunk.before not in ("and", "with") and _closed_list(chunks, number))):
        if lone and chunk.before == "and":
            people.append(_Person(span, did))
            return True
        _give(people, "organization", span)
        return name_end == chunk.end
    if name_end <= chunk.start or (lone and number == 0 and len(chunks) > 1 and chunks[1].before != "and"):
        return False
    person = _Person((_after_title(text, chunk.start, name_end, words), name_end), did)
    people.append(person)
    _rest_of_chunk(text, name_end, chunk.end, person, words)
    return True


def _is_role(low: str, words: HeaderWords) -> bool:
    """Whether words are a job title: by the last one, and where `role_endings` are given by their endings too."""
    parts = low.split()
    if parts[-1] in words.roles or parts[-1].rstrip("s") in words.roles:
        return True
    return bool(words.role_endings) and (
        parts[0].endswith(words.role_endings) or parts[-1].endswith(words.role_endings)
    )


def _without_article(low: str, words: HeaderWords) -> str:
    first, blank, rest = low.partition(" ")
    return rest if blank and rest.strip() and first in words.joints["article"] else low


def _after_title(text: str, start: int, end: int, words: HeaderWords) -> int:
    """Where the name begins after `Dr.` or `Prof.`, if two words are left."""
    while found := compiled(r"(\p{Lu}\S*?)\.?\s(?=\S+\s\S)").match(text[start:end]):
        if found.group(1).lower() not in words.joints["title"]:
            break
        start += found.end()
    return start


def _closed_list(chunks: list[_Chunk], number: int) -> bool:
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


def _own_words(text: str, span: Range, words: HeaderWords) -> Range:
    """`Tarn Post Staff Writers`: the role's own words, without what stands before them."""
    parts = list(compiled(r"\S++").finditer(text, pos=span[0], endpos=span[1]))
    first = len(parts) - 1
    while first > 0 and parts[first - 1].group().lower() in words.role_words | words.roles:
        first -= 1
    return parts[first].start(), span[1]


def _rest_of_chunk(text: str, start: int, end: int, person: _Person, words: HeaderWords) -> None:
    """What follows a name in its own chunk: a role, `for` an outlet, `in` a place."""
    while start < end and text[start].isspace():
        start += 1
    if start >= end:
        return
    found = compiled(r"(\S+)\s").match(text[start:end])
    joint = found.group(1).lower() if found else ""
    if found and joint in words.joints["place"]:
        person.location = (start + found.end(), end)
    elif found and joint in words.joints["body"]:
        person.organization = (start + found.end(), end)
    elif _is_role(text[start:end].lower(), words):
        person.role = (start, end)
    elif _outlet_after(text[start:end], words):
        person.organization = (start, end)


def _capitals(said: str) -> bool:
    return all(part[0].isupper() or part[0].isdigit() for part in said.split())


def _is_agency(low: str, words: HeaderWords) -> bool:
    return low in words.agencies


def _is_outlet(low: str, words: HeaderWords) -> bool:
    parts = low.split()
    if low in words.agencies or compiled(r"[\w-]++(?:\.[\w-]++)++").fullmatch(low):
        return True
    return len(parts) >= 1 and any(part.strip(".") in words.outlet_words for part in parts)


def _body(text: str, start: int, end: int, words: HeaderWords) -> Range | None:
    """A body as author, with `and`, `on` and `of` in its name: "Committee on Fish and Ice"."""
    said = text[start:end].strip()
    parts = said.split()
    if not 3 <= len(parts) <= 14 or "," in said or not _capitals(parts[0]):
        return None
    linked = [i for i, part in enumerate(parts) if part in ("of", "on", "for")]
    heads = [i for i, part in enumerate(parts) if part.lower() in words.organization_words]
    if not linked or not heads or heads[0] > linked[0]:
        return None
    if not all(part[0].isupper() or part in ("of", "on", "for", "and", "the", "in", "&") for part in parts):
        return None
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    return first, first + len(said)


def _name_end(text: str, start: int, end: int, words: HeaderWords) -> int:
    """Where a name that begins at `start` ends: before a lower-case word that is no particle, or before a role."""
    parts = list(compiled(r"\S++").finditer(text, pos=start, endpos=end))
    count = 0
    for part in parts[:7]:
        word = part.group()
        if count and (word.lower() in words.joints["body"] or word.lower() in words.joints["place"]):
            break
        particle = word.lower().rstrip(".") in words.particles and count < len(parts) - 1
        if not particle and not _name_word().fullmatch(word):
            break
        count += 1
    following = parts[count].group().lower() if 0 < count < len(parts) else ""
    if count > 2 and (following in words.roles or parts[count - 1].group().lower().rstrip(",.") in words.roles):
        count -= following not in words.roles
        while count > 2 and parts[count - 1].group().lower() in words.role_words:
            count -= 1
    if count > 2 and _outlet_after(text[parts[2].start() : parts[count - 1].end()], words):
        count = 2
    if not count:
        return start
    last = parts[count - 1]
    # A full stop after a word is the sentence's; after an initial or "Jr" it is the name's.
    stop = last.group().endswith(".") and len(last.group()) > 3 and last.group() not in ("Jr.", "Sr.")
    return last.end() - stop


def _outlet_after(said: str, words: HeaderWords) -> bool:
    """Whether the words after the first two of a name are an agency or outlet: `JANE ROE Associated Press`."""
    return said.lower() in words.agencies or (said.isupper() and said.lower() in words.outlet_words)


@functools.cache
def _name_word() -> regex.Pattern[str]:
    part = r"\p{L}[\p{L}\p{M}]*+\.?"
    first = r"[\p{Lu}\p{Lo}][\p{L}\p{M}]*+\.?"
    return regex.compile(rf"(?:{first}(?:['’.-]{part})*+|[dO]['’]\p{{Lu}}[\p{{L}}\p{{M}}]++)")


def is_name(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether a line could be a person's name and nothing else: two to five capitalised words, none of a section."""
    said = text[start:end]
    if end - start > 48 or not said[0].isupper() or (said[-1] in ".?!:" and not said.endswith(("Jr.", "Sr."))):
        return False
    parts = said.split()
    if not 2 <= len(parts) <= 5 or said.lower() in words.sections or said.lower() in words.phrases:
        return False
    low = [part.lower() for part in parts]
    if any(part in words.organization_words or part in words.outlet_words for part in low):
        return False
    return _name_end(text, start, end, words) == end and not any(part in ("the", "and", "a", "no") for part in low)
