"""A byline cut into the pieces between its separators, and the labels that open bylines."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

import regex

from newsparse.document import Range
from newsparse.stages.header.names import is_outlet, is_role
from newsparse.stages.header.parts import HeaderWords, compiled, header_words

_LONGEST_LABEL = 34
_EDGES = " \t\n:-–—\u00a0"
_EDGES_BEFORE = _EDGES + "."


class Chunk(NamedTuple):
    """A piece of a byline between separators; `before` is the separator, lower-cased and stripped."""

    start: int
    end: int
    before: str


def labelled(text: str, start: int, end: int, words: HeaderWords) -> tuple[str, int] | None:
    """The contribution and the end of the label that opens a line ("By", "Written by"), if one does."""
    starts, opening = words.byline_starts, text[start : start + 4].lower()
    if opening not in starts and opening[:3] not in starts and opening[:2] not in starts:
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


@functools.cache
def _contact() -> regex.Pattern[str]:
    return regex.compile(r"[\w.+-]++@[\w-]++(?:\.[\w-]++)++|(?<!\w)@\w{2,30}+|https?://\S{1,100}+|www\.\S{1,80}+")


def contacts(text: str, start: int, end: int) -> Iterator[Range]:
    """Where e-mail addresses, handles and web addresses stand; quick where there are none."""
    said = text[start:end]
    if "@" in said or "://" in said or "www." in said:
        for found in _contact().finditer(text, start, end):
            yield found.span()


@functools.cache
def _separator(code: str) -> regex.Pattern[str]:
    # "Last Updated" and the like never get here: dates are cut out before.
    joints = header_words(code).joints
    return regex.compile(
        r"(?:\s*+[,;|•·∙()\[\]\n\t]|\s++[-–—]\s|\s*+[—/]|\s\s)\s*+(?:\L<joints>\s)?+"
        r"|\s\L<joints>\s(?:additional\sreporting\sby\s|reporting\sby\s)?+",
        regex.IGNORECASE,
        joints=joints["and"] | joints["with"],
    )


def chunks_of(text: str, start: int, end: int, words: HeaderWords) -> Iterator[Chunk]:
    """The byline cut at commas, `and`, `with`, slashes, bars and dashes; addresses are left out."""
    position, before = start, ""
    for found in _separator(words.code).finditer(text, start, end):
        yield from _visible(text, position, found.start(), before)
        before, position = found.group().strip().lower(), found.end()
        joint = before.lstrip(",;|•·∙()\n\t—/ ")
        if " " in joint and joint not in words.joints["with"]:  # `mit Material von` is one
            joint = joint.rpartition(" ")[2]
        before = "and" if joint in words.joints["and"] else "with" if joint in words.joints["with"] else before
    yield from _visible(text, position, end, before)


def _visible(text: str, start: int, end: int, before: str) -> Iterator[Chunk]:
    for contact in contacts(text, start, end):
        end = contact[0]
        break
    while start < end and text[start] in _EDGES_BEFORE:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start < end:
        yield Chunk(start, end, before)


def without_labels(text: str, chunks: Iterator[Chunk], words: HeaderWords) -> Iterator[Chunk]:
    """The chunks, a label at the start of one made its separator: `Reported by Ann Lee, Edited by Bob Ray`."""
    for chunk in chunks:
        label = labelled(text, chunk.start, chunk.end, words) if chunk.before else None
        if label is not None and text[chunk.start : label[1]].lower() in words.roles:
            label = None  # "Lena Hartwig, Autorin"
        if label is None:
            yield from _cut_at_labels(text, chunk, words)
        else:
            yield from _visible(text, label[1], chunk.end, f"label:{label[0]}")


def _cut_at_labels(text: str, chunk: Chunk, words: HeaderWords) -> Iterator[Chunk]:
    """The chunk up to a label inside it, and what follows that: `Words by Ann Lee Photos by Bob Ray`."""
    labels = (
        _inner_label().finditer(text, chunk.start, chunk.end) if "by" in text[chunk.start : chunk.end].lower() else ()
    )
    for found in labels:
        label = labelled(text, found.end(), chunk.end, words)
        if label is not None:
            for piece in _visible(text, chunk.start, found.start(), chunk.before):
                yield from _unglued(text, piece, words)
            yield from without_labels(text, _visible(text, found.end(), chunk.end, ","), words)
            return
    yield from _unglued(text, chunk, words)


@functools.cache
def _inner_label() -> regex.Pattern[str]:
    return regex.compile(r"\.?\s(?=(?:\p{L}+\s){1,2}by\s)", regex.IGNORECASE)


def _unglued(text: str, chunk: Chunk, words: HeaderWords) -> Iterator[Chunk]:
    """`Ann LeeThe Tarn Post`, which lost its blank, as a name and an outlet or job title; else the chunk itself."""
    if compiled(r"\p{Ll}\p{Lu}").search(text, max(0, chunk.start - 1), chunk.end) is None:
        yield chunk
        return
    for found in _glue().finditer(text, chunk.start, chunk.end):
        low = text[found.end() : chunk.end].lower()
        before = text[chunk.start : found.end()].rpartition(" ")[2].lower()
        if before in words.particles or before in ("mac", "fitz"):
            continue  # "MacDonald"
        if is_role(low, words) or is_outlet(low, words) or low.startswith("the "):
            yield Chunk(chunk.start, found.end(), chunk.before)
            yield Chunk(found.end(), chunk.end, ",")
            return
    yield chunk


@functools.cache
def _glue() -> regex.Pattern[str]:
    return regex.compile(r"(?<=\s\p{Lu}[\p{L}'’-]*\p{Ll}{2})(?=\p{Lu}\p{Ll}|\p{Lu}{2,}\b)")
