"""Who else had a part, as a story's last lines say: `(Reporting by Ann Lee; Editing by Bob Ray)`."""

from __future__ import annotations

import functools

import attrs
import regex

from newsparse.document import BylinePart, Range
from newsparse.stages.header.bylines import read_names
from newsparse.stages.header.chunks import labelled
from newsparse.stages.header.parts import DASHES, HeaderWords, compiled, header_words, plain

_LONGEST = 400
_CONTRIBUTED = (
    r"(?:,?\s(?:also|both|all))?\scontributed (?:reporting|to (?:this|the) (?:report|story|article|post))\b"
    r"[^.]{0,40}\.?\)?$|\s(?:was|were) used in this (?:report|story|article)\b\.?\)?$"
)
_STRANGE = 2
"""More words besides labels, names and what belongs to them are a sentence's."""


def names_inside(text: str) -> bool:
    """Whether a text may have closing lines that open with the names; asked once, it need not be of each paragraph."""
    if "contributed" in text and ("contributed reporting" in text or "contributed to th" in text):
        return True
    return "used in this" in text or " reported from " in text


def read_closing(text: str, start: int, end: int, words: HeaderWords, *, inside: bool = True) -> tuple[BylinePart, ...]:
    """Those whom a closing line names; empty where the line is none.

    Args:
        text: the article.
        start: where the line begins.
        end: where it ends.
        words: the language's header words.
        inside: what `names_inside` says of the text.
    """
    if end - start > _LONGEST:
        return ()
    first = start
    while first < end and text[first] in DASHES:
        first += 1
    opens = text[first : first + 2].lower() in words.closing_starts
    if opens and text[first : first + 40].lower().startswith(words.closing):
        people = _labelled_line(text, start, first, end, words)
        return people if _is_told(text, first, end, people, words) else ()
    if not inside:
        return ()
    if text.find(" reported from ", start, min(end, start + 120)) >= 0:
        return _from_places(text, start, end, words)
    tail = text[max(start, end - 60) : end]
    if "contribut" in tail or "used in this" in tail:
        found = plain(_CONTRIBUTED).search(text, start, end)
        if found is not None:
            return _before(text, start, found.start(), end, words)
    return ()


def _labelled_line(text: str, start: int, first: int, end: int, words: HeaderWords) -> tuple[BylinePart, ...]:
    people: list[BylinePart] = []
    stop = end
    while stop > first and text[stop - 1] in ").] ":
        stop -= 1
    position = first
    for piece in compiled(r"(;|(?<=\p{Ll}\p{Ll})\.(?=\s))").split(text[first:stop]):
        begin, position = position, position + len(piece)
        while begin < position and text[begin] in " ;.\n":
            begin += 1
        label = labelled(text, begin, position, words)
        if label is None or label[1] >= position:
            continue
        people += read_names(
            text, label[1], position, words, whole=(start, end), rule="header.byline.closing", contribution=label[0]
        )
    return tuple(people)


def _is_told(text: str, first: int, end: int, people: tuple[BylinePart, ...], words: HeaderWords) -> bool:
    """Whether the line names people and says nothing else: "Research by Ann Lee showed that ..." does."""
    position, rest = first, ""
    for begin, stop in sorted({span for p in people for span in _spans(p)}):
        rest += text[position:begin] + " "
        position = max(position, stop)
    known = _label_words(words.code)
    said = compiled(r"(?<![\p{L}@.])\p{Ll}{3,}+(?![@.]\w)").findall(rest + text[position:end])
    return bool(people) and sum(word not in known for word in said) <= _STRANGE


def _spans(person: BylinePart) -> list[Range]:
    found = (person.name, person.role, person.contact)
    return [span for span in found if span is not None]


@functools.cache
def _label_words(code: str) -> frozenset[str]:
    """The words that labels of bylines are made of, with those that join names."""
    words = header_words(code)
    return frozenset(
        word
        for label in (*words.byline_labels, *words.joints["and"], *words.joints["with"], *words.joints["article"])
        for word in label.split()
    )


def _from_places(text: str, start: int, end: int, words: HeaderWords) -> tuple[BylinePart, ...]:
    """Those of a line such as `Ann Lee reported from Osthaven and Bob Ray from Tarn. Cy Dew contributed reporting.`."""
    people: list[BylinePart] = []
    for sentence in compiled(r"[^.]{3,}(?:\.\p{L}[^.]*)*").finditer(text, start, end):
        found = list(_reported_from().finditer(text, *sentence.span()))
        if not found or found[0].start() > sentence.start() + 1:
            return ()
        for one in found:
            read = read_names(
                text,
                *one.span("names"),
                words,
                whole=(start, end),
                rule="header.byline.contributed",
                contribution="reporting",
            )
            place = one.span("place") if one.group("place") else None
            people += [attrs.evolve(person, location=person.location or place) for person in read]
    return tuple(people)


@functools.cache
def _reported_from() -> regex.Pattern[str]:
    name = r"\p{Lu}[\p{L}.'’-]*+(?:\s\p{Lu}[\p{L}.'’-]*+){0,4}"
    return regex.compile(
        rf"(?:\A|\G|(?<=\s)|(?<=[(]))(?:,?\s?and\s|,\s)?(?P<names>{name}(?:(?:,|,?\sand)\s{name}){{0,4}})"
        rf"\s(?:(?:also\s)?reported\sfrom|contributed\sreporting(?:\sfrom)?|from)(?:\s(?P<place>{name}(?:,\s{name})?))?"
    )


def _before(text: str, start: int, stop: int, end: int, words: HeaderWords) -> tuple[BylinePart, ...]:
    """Those before the verb: `Norpress writers Ann Lee in Tarn and Bob Ray contributed to this report`."""
    first = start + (text[start] in "([")
    if found := plain(r"(?:Information|Material) from (?:the )?").match(text, first, stop):
        first = found.end()
    if stop - first > 240 or plain(r"[\"“”]|[.?!]\s").search(text, first, stop):
        return ()
    roles = [
        m.end() for m in compiled(r"\w+").finditer(text, pos=first, endpos=stop) if m.group().lower() in words.roles
    ]
    names = roles[0] if roles else first
    return read_names(
        text, names, stop, words, whole=(start, end), rule="header.byline.contributed", contribution="reporting"
    )
