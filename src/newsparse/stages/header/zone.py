"""The top of the page: how far it reaches, and what each of its lines is read as."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.document import BylinePart, Range
from newsparse.stages.header.bylines import labelled, read_names
from newsparse.stages.header.lines import read_line
from newsparse.stages.header.moments import Found, find_moments
from newsparse.stages.header.names import is_name
from newsparse.stages.header.parts import HeaderWords, Part, compiled

_FARTHEST = 80
_PROSE_ALLOWED = 3
_LONGEST_HEADER_LINE = 240
_ROLE_LINES = 6
_JOINING = frozenset(("reporting", "by"))
_SEPARATORS = " \t\n|•·/—–-,;:()[]\u00a0"


@attrs.frozen
class Line:
    """One block of the top.

    Attributes:
        index: which block it is.
        range: where it is.
        part: what it is by its own words.
        moments: the dates and times in it, where it is a line of the header.
        bylines: those whom a label names ("By ...").
        bare: those whom it names beside a date, without a label.
        prose: whether it reads as story.
    """

    index: int
    range: Range
    part: Part | None = None
    moments: tuple[Found, ...] = ()
    bylines: tuple[BylinePart, ...] = ()
    bare: tuple[BylinePart, ...] = ()
    prose: bool = False

    @property
    def named_or_dated(self) -> bool:
        """Whether it holds names or moments, which then are cut out of it."""
        return bool(self.bylines or self.moments)

    @property
    def anchor(self) -> bool:
        """Whether it is a line that only a header has: a time of day or "May 3" alone is none."""
        return bool(self.bylines) or any(m.dated or m.label or m.kind == "relative" for m in self.moments)


def read_zone(text: str, blocks: Sequence[Range], words: HeaderWords) -> list[Line]:
    """The lines of the top, up to the last of its bylines and dates and on to the first paragraph.

    Empty where the text has no such line: then it is a headline and paragraphs, or paragraphs alone.
    """
    lines: list[Line] = []
    last_anchor, prose, signs = -1, 0, 0
    index = 0
    while index < len(blocks) and index < _FARTHEST and prose <= _PROSE_ALLOWED:
        line = _read(text, blocks, index, words)
        lines.append(line)
        if line.anchor:
            last_anchor = len(lines) - 1
        signs += line.part is not None and prose == 0
        prose += line.prose
        index = line.index + 1
    if last_anchor < 0 and not signs:
        return []
    stop = last_anchor + 1
    while stop < len(lines) and not lines[stop].prose:
        stop += 1
    return lines[:stop]


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether a block reads as story: a sentence long enough, with its end."""
    length = end - start
    closed = text[end - 1] in ".?!\"”’'…:“»" or text[max(start, end - 3) : end].endswith(("”)", ".)", "♦"))
    ended = text[end - 1] in '.”"!“»' and " " in text[start:end]
    return length >= 400 or (length >= 90 and closed) or (length >= 45 and ended)


def _read(text: str, blocks: Sequence[Range], index: int, words: HeaderWords, labels: int = 2) -> Line:
    start, end = blocks[index]
    part = read_line(text, start, end, words)
    if part is not None and part.kind == "furniture" and part.rule != "header.furniture.opening":
        label = labelled(text, start, end, words)
        if label is None and part.rule != "header.furniture.no_words":
            return Line(index, (start, end), part)
    if end - start <= _LONGEST_HEADER_LINE:
        label = labelled(text, start, end, words)
        if label is not None:
            line = _by_line(text, blocks, index, label, words, labels)
            if line is not None:
                return line
        if end - start <= 20 and (dated := _label_above(text, blocks, index, words)):
            return dated
        moments = find_moments(text, start, end, words)
        if moments:
            bare = _beside(text, start, end, moments, words)
            if bare is not None:
                return Line(index, (start, end), None, tuple(moments), *bare)
        if part is None and index < _ROLE_LINES and "," in text[start:end]:
            people = bare_names(text, start, end, words)
            if people and people[-1].role is not None:
                named = tuple(attrs.evolve(person, rule="header.byline.name_and_role") for person in people)
                return Line(index, (start, end), None, (), named)
    return Line(index, (start, end), part, prose=part is None and is_prose(text, start, end))


def _label_above(text: str, blocks: Sequence[Range], index: int, words: HeaderWords) -> Line | None:
    """`Updated` alone, with the date on the next line."""
    start, end = blocks[index]
    label = words.date_labels.get(text[start:end].lower().strip(" :|-•"))
    if label is None or index + 1 >= len(blocks):
        return None
    moments = find_moments(text, *blocks[index + 1], words)
    if not moments or moments[0].range[0] != blocks[index + 1][0]:
        return None
    first = attrs.evolve(moments[0], label=label, range=(start, moments[0].range[1]))
    return Line(index + 1, (start, blocks[index + 1][1]), None, (first, *moments[1:]))


def _by_line(
    text: str, blocks: Sequence[Range], index: int, label: tuple[str, int], words: HeaderWords, labels: int
) -> Line | None:
    """`By Ann Lee`, with a date after it or not; and `By` alone with the name on the next line.

    `labels` is how many labels may still follow each other (`Author:`, then `By`, then the name).
    """
    start, end = blocks[index]
    contribution, names = label
    if not text[names:end].strip(_SEPARATORS):
        if index + 1 >= len(blocks):
            return None
        again = labels > 0 and labelled(text, *blocks[index + 1], words) is not None
        following = _read(text, blocks, index + 1, words, labels - 1) if again else None
        if following is not None and following.bylines:
            return attrs.evolve(following, range=(start, following.range[1]))
        names, last = blocks[index + 1]
        index += 1
    else:
        last = end
    last, index = _continued(text, blocks, index, last, words.joints["and"])
    moments = find_moments(text, names, last, words)
    stop = _stripped_end(text, names, moments[0].range[0] if moments else last)
    if stop <= names or stop - names > 200 or _is_sentence(text, names, stop):
        return None
    rule = "header.byline.by_line" if names < end else "header.byline.label_line"
    if contribution in ("reporting", "editing"):
        rule = "header.byline.closing"
    people = read_names(text, names, stop, words, whole=(start, stop), rule=rule, contribution=contribution)
    if not people:
        return None
    return Line(index, (start, last), None, tuple(moments), people)


def _continued(text: str, blocks: Sequence[Range], index: int, last: int, ands: frozenset[str]) -> tuple[int, int]:
    """Where a list of names ends that goes on over lines: `By Ann Lee` / `and` / `Bob Ray`."""
    for _ in range(12):
        if index + 1 >= len(blocks):
            break
        said = text[slice(*blocks[index + 1])]
        before = text[max(0, last - 8) : last].replace("\n", " ").rpartition(" ")
        open_ended = text[last - 1] in ",&" or (bool(before[1]) and before[2] in ands)
        if not (said.lower() in ands or said == "," or said.split(" ", 1)[0] in ands) and not open_ended:
            break
        if len(said) > 60:
            break
        index += 1
        last = blocks[index][1]
    return last, index


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether what follows "By" goes on as a sentence does: "By Tuesday the water had gone."."""
    return text[end - 1] in ".?!:" and bool(compiled(r"\s\p{Ll}{2,}+\s\p{Ll}{2,}+").search(text, pos=start, endpos=end))


def _stripped_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _SEPARATORS:
        end -= 1
    return end


def _beside(
    text: str, start: int, end: int, moments: list[Found], words: HeaderWords
) -> tuple[tuple[BylinePart, ...], tuple[BylinePart, ...]] | None:
    """Those named beside the dates of a line (labelled, bare); none where the line is no header line at all."""
    edges = [start, *(edge for one in moments for edge in one.range), end]
    by: list[BylinePart] = []
    bare: list[BylinePart] = []
    strange = 0
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        for gap in _gaps(text, first, last):
            label = labelled(text, *gap, words)
            if label is not None:
                by += read_names(
                    text, label[1], gap[1], words, whole=gap, rule="header.byline.by_line", contribution=label[0]
                )
            elif people := bare_names(text, *gap, words):
                bare += people
            elif read_line(text, *gap, words) is None:
                strange += len(text[slice(*gap)].split())
    marked = any(one.label for one in moments)
    whole_date = any(one.dated for one in moments) or not strange
    if (strange > (8 if marked else 3)) or not (marked or whole_date):
        return None
    if strange and text[end - 1] in '.?!"”' and not text[max(start, end - 4) : end].lower().endswith(".m."):
        return None
    return tuple(by), tuple(bare)


def _gaps(text: str, start: int, end: int) -> list[Range]:
    """What lies between the dates of a line, cut at bars, without separators around it."""
    gaps = []
    position = start
    for piece in compiled(r"([|•])").split(text[start:end]):
        first, last = position, position + len(piece)
        position = last
        while first < last and text[first] in _SEPARATORS:
            first += 1
        last = _stripped_end(text, first, last)
        if first < last and text[first:last].lower() not in ("at", "on", "gmt", "and"):
            gaps.append((first, last))
    return gaps


def bare_names(text: str, start: int, end: int, words: HeaderWords) -> tuple[BylinePart, ...]:
    """The people whom a line names and says nothing else: `Ann Lee`, `Ann Lee, Senior Reporter`, `Ann Lee and AP`."""
    end = _stripped_end(text, start, end)
    if not 3 <= end - start <= 160 or not (text[start].isupper() or text[start] in "dO"):
        return ()
    if text[start:end].lower() in words.sections or text[end - 1] in '?!"”:':
        return ()
    if text[end - 1] == "." and not text[start:end].endswith(("Jr.", "Sr.")):
        return ()
    people = read_names(text, start, end, words, whole=(start, end), rule="header.byline.bare_name")
    if not people or _unread(text, start, end, people, words):
        return ()
    first = people[0].name
    if not is_name(text, *first, words) and text[slice(*first)].lower().removeprefix("the ") not in words.agencies:
        return ()
    return people


def _unread(text: str, start: int, end: int, people: Sequence[BylinePart], words: HeaderWords) -> bool:
    """Whether anything but names, roles, outlets, addresses and joining words stands in the line."""
    known = [span for p in people for span in (p.name, p.role, p.organization, p.location, p.contact) if span]
    position = start
    rest = ""
    for first, last in sorted(set(known)):
        if first > position:
            rest += " " + text[position:first]
        position = max(position, last)
    left = compiled(r"\w+").findall((rest + " " + text[position:end]).lower())
    return any(word not in _JOINING and not any(word in joints for joints in words.joints.values()) for word in left)
