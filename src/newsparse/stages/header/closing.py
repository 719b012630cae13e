"""Who else had a part, as a story's last lines say: `(Reporting by Ann Lee; Editing by Bob Ray)`."""

from __future__ import annotations

import functools

import regex

from newsparse.document import BylinePart
from newsparse.stages.header.bylines import read_names
from newsparse.stages.header.chunks import labelled
from newsparse.stages.header.parts import HeaderWords, compiled

_LONGEST = 400


def read_closing(text: str, start: int, end: int, words: HeaderWords) -> tuple[BylinePart, ...]:
    """Those whom a closing line names; empty where the line is none."""
    if end - start > _LONGEST:
        return ()
    first = start + (text[start] in "([")
    low = text[first : first + 40].lower()
    if low.startswith(words.closing):
        return _labelled_line(text, start, first, end, words)
    if text.find("contribut", max(start, end - 60), end) >= 0:
        found = _contributed().search(text, start, end)
        if found:
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


@functools.cache
def _contributed() -> regex.Pattern[str]:
    return regex.compile(
        r"(?:,?\s(?:also|both|all))?+\scontributed (?:reporting|to (?:this|the) (?:report|story|article|post))\b"
        r"[^.]{0,40}+\.?\)?+$"
    )


def _before(text: str, start: int, stop: int, end: int, words: HeaderWords) -> tuple[BylinePart, ...]:
    """Those before the verb: `Norpress writers Ann Lee in Tarn and Bob Ray contributed to this report`."""
    first = start + (text[start] in "([")
    if stop - first > 240 or compiled(r"[\"“”]|[.?!]\s").search(text[first:stop]):
        return ()
    roles = [
        m.end() for m in compiled(r"\w+").finditer(text, pos=first, endpos=stop) if m.group().lower() in words.roles
    ]
    names = roles[0] if roles else first
    return read_names(
        text, names, stop, words, whole=(start, end), rule="header.byline.contributed", contribution="reporting"
    )
