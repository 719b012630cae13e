"""One line of the top: whether it holds names or dates, is told by its own words, or reads as story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from newsparse.document import BylinePart, Range
from newsparse.document.records import record
from newsparse.stages.header.beside import SEPARATORS, BareNames, bare_names, beside, stripped_end, unread
from newsparse.stages.header.bylines import may_say_more, read_more, read_names
from newsparse.stages.header.chunks import labelled
from newsparse.stages.header.leading import Lead, read_lead, told_from
from newsparse.stages.header.lines import read_line
from newsparse.stages.header.moments import Found, find_moments, may_hold_moment
from newsparse.stages.header.names import is_body, is_name, is_role
from newsparse.stages.header.parts import HeaderWords, Part, compiled, initials
from newsparse.stages.header.prose import announces_speaker, is_place_alone, is_prose

_LONGEST_HEADER_LINE = 240
_ROLE_LINES = 40
_LONGEST_ABROAD = 120
_NAMED = ("Jr.", "Sr.")
_LONGEST_JOINED = 60
"""No line that goes on with a list of names has more characters."""
_SHORTEST_TOLD, _TOLD = 80, 8
_LONGEST_CREDIT = 3
"""How many words the first line of a text may have, label included, and still be a picture's credit."""


@record
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
        if not self.moments:
            return bool(self.bylines)
        return bool(self.bylines) or any(m.dated or m.label or m.kind == "relative" for m in self.moments)


class Page(NamedTuple):
    """What reading a line needs: the text, its blocks, the words, and whether the story has begun above the line."""

    text: str
    blocks: Sequence[Range]
    words: HeaderWords
    names: BareNames
    story: bool = False


def only_tells(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether a plain line (see `is_plain`) has nothing that a line of a header has, so that it is the story's."""
    if end - start > _LONGEST_HEADER_LINE:
        return True
    if end - start <= _LONGEST_ABROAD or text.endswith(_NAMED, start, end):
        return False
    return not (
        labelled(text, start, end, words)
        or told_from(text, start, end, words)
        or may_hold_moment(text, start, end, words)
    )


def read_top_line(page: Page, index: int, labels: int = 2) -> Line:
    """What a line of the top is, with the lines below it that it goes on over.

    Args:
        page: what reading it needs.
        index: which block it is.
        labels: how many labels may follow each other (`Author:`, then `By`, then the name).
    """
    text, words = page.text, page.words
    start, end = page.blocks[index]
    part = read_line(text, start, end, words)
    titled = index == 0 and words.code == "en" and part is not None and part.rule == "header.credit.label"
    if titled and "/" not in text[start:end] and len(text[start:end].split()) > _LONGEST_CREDIT:
        part = None  # "Photos: Storm hits Osthaven"
    if part is not None and part.rule == "header.furniture.end_mark" and not page.story and _is_agency(page, index):
        part = None  # "dpa/lno" by the headline
    if part is not None and part.kind == "furniture" and part.rule != "header.furniture.opening":
        label = labelled(text, start, end, words)
        if label is None and part.rule != "header.furniture.no_words":
            return Line(index, (start, end), part)
    if end - start <= _LONGEST_HEADER_LINE and (line := _header_line(page, index, part, labels)):
        return line
    if part is not None and part.rule == "header.credit.caption" and (people := _text_and_pictures(page, index)):
        return Line(index, (start, end), None, (), people)
    story = part is None and (
        is_prose(text, start, end) or is_place_alone(text, start, end) or announces_speaker(text, start, end)
    )
    return Line(index, (start, end), part, prose=story)


def _text_and_pictures(page: Page, index: int) -> tuple[BylinePart, ...]:
    """`Ana Gil (texto) / Luis Ferrer (fotos)`: a writer and who took the pictures, and no picture's credit."""
    start, end = page.blocks[index]
    if page.story or end - start > _LONGEST_ABROAD or page.text.count("(", start, end) < 2:
        return ()
    people = page.names[start, end]
    did = {person.contribution for person in people}
    return tuple(attrs.evolve(one, rule="header.byline.name_and_role") for one in people) if len(did) > 1 else ()


def _is_agency(page: Page, index: int) -> bool:
    """Whether a line begins with an agency's name and goes on with initials."""
    return page.text[slice(*page.blocks[index])].partition("/")[0].lower() in page.words.agencies


def _header_line(page: Page, index: int, part: Part | None, labels: int) -> Line | None:
    """The line where it holds names or dates."""
    text, words = page.text, page.words
    start, end = page.blocks[index]
    label = labelled(text, start, end, words) or told_from(text, start, end, words)
    if label is not None and not (page.story and label[0] in ("reporting", "editing")):
        line = _by_line(page, index, label, labels)
        if line is not None:
            return line
        said = compiled(r"\w+").findall(text[label[1] : end].lower())
        if said and all(word in words.nobody or word in words.roles or word in words.role_words for word in said):
            return Line(index, (start, end), Part("furniture", (start, end), "header.furniture.nobody"))
    if label is None and (other := _by_after_bar(page, index)):
        return other
    if label is None and text[start].lower() in initials(words.by_abroad) and (other := _by_abroad(page, index)):
        return other
    if end - start <= 24 and (dated := _label_above(page, index)):
        return dated
    moments: list[Found] = []
    if may_hold_moment(text, start, end, words) and (label is not None or not _tells(text, start, end)):
        moments = find_moments(text, start, end, words)
    if moments:
        named = beside(text, start, end, moments, words)
        if named is not None:
            return Line(index, (start, end), None, tuple(moments), *named)
    if part is None and not page.story and index < _ROLE_LINES:
        if joined := _joined_names(page, index):
            return joined
        people = _with_role(page, index)
        if people:
            return Line(index, (start, end), None, (), people)
    return None


def _tells(text: str, start: int, end: int) -> bool:
    """Whether a line is a sentence of so many words that a day in it is no header's: most are below pictures."""
    if end - start < _SHORTEST_TOLD or text[end - 1] not in '.?!"”' or text[end - 3 : end].lower().startswith(".m"):
        return False
    return sum([word.islower() and len(word) > 3 for word in text[start:end].split()]) > _TOLD


def _by_after_bar(page: Page, index: int) -> Line | None:
    """`Norland Radio | By Ann Lee`: a byline after the outlet, without a date."""
    text, words = page.text, page.words
    start, end = page.blocks[index]
    bar = text.find(" | ", start, end)
    if bar < 0 or page.story or end - start > _LONGEST_ABROAD:
        return None
    first = bar + 3
    label = labelled(text, first, end, words)
    if label is None or label[0] != "by" or label[1] >= end or find_moments(text, start, end, words):
        return None
    people = read_names(text, label[1], end, words, whole=(first, end), rule="header.byline.by_line")
    return Line(index, (start, end), None, (), people) if people else None


def _by_abroad(page: Page, index: int) -> Line | None:
    """`Von Hanna Lohse und Erik Brandt` in a text that is read as English: names alone after a foreign "by"."""
    text, words = page.text, page.words
    start, end = page.blocks[index]
    if page.story or end - start > _LONGEST_ABROAD:
        return None
    word = text[start:end].partition(" ")[0].lower()
    if word not in words.by_abroad:
        return None
    people: list[BylinePart] = []
    first = start + len(word) + 1
    joints = "|".join(sorted(words.and_abroad))
    for found in compiled(rf"(?:,\s|\s(?:{joints})\s|$)").finditer(text, first, end):
        name = (first, found.start())
        given = text[slice(*name)].partition(" ")[0].lower() in words.given
        if not given or not is_name(text, *name, words):
            return None
        people.append(BylinePart(range=(start, end), name=name, rule="header.byline.by_line"))
        first = found.end()
    return Line(index, (start, end), None, (), tuple(people)) if people and first == end else None


def _joined_names(page: Page, index: int) -> Line | None:
    """Names on lines of their own with `and` between them, and no "By"."""
    text, blocks, words = page.text, page.blocks, page.words
    ands = words.joints["and"]
    between = text[slice(*blocks[index + 1])] if index + 2 < len(blocks) else ""
    if between != "," and between.lower() not in ands:
        return None
    start, end = blocks[index]
    last, below = _continued(text, blocks, index, end, ands, words)
    if not is_name(text, start, end, words) or below == index:
        return None
    people = read_names(text, start, last, words, whole=(start, last), rule="header.byline.bare_name")
    return Line(below, (start, last), None, (), people) if len(people) > 1 else None


def _with_role(page: Page, index: int) -> tuple[BylinePart, ...]:
    """`Ann Lee, Harbour Correspondent`, and a name with the role, outlet or handle on the next line."""
    text, words = page.text, page.words
    start, end = page.blocks[index]
    people: tuple[BylinePart, ...] = ()
    if "," in text[start:end]:
        people = page.names[start, end]
        people = people if people and people[-1].role is not None else ()
    elif _may_be_followed(page, index) and (
        is_name(text, start, end, words) or (words.abroad and text[start:end].lower() in words.agencies)
    ):
        people = page.names[start, end]
        more = read_more(text, *page.blocks[index + 1], words, people) if people else ()
        # "Harbour Accident" above "Harbour News" are two links; a job title or a given name makes a person.
        given = text[start:end].split()[0].lower() in words.given
        people = people if more and (given or more[-1].role is not None) else ()
    return tuple(attrs.evolve(person, rule="header.byline.name_and_role") for person in people)


def _may_be_followed(page: Page, index: int) -> bool:
    """Whether a line stands below that may say more of a name: most lines are told by it, and need not be read."""
    return index + 1 < len(page.blocks) and may_say_more(page.text, *page.blocks[index + 1], page.words)


def _label_above(page: Page, index: int) -> Line | None:
    """`Updated` alone, with the date on the next line."""
    text, words = page.text, page.words
    start, end = page.blocks[index]
    label = words.date_labels.get(text[start:end].lower().strip(" :|-•"))
    if label is None or index + 1 >= len(page.blocks):
        return None
    below = page.blocks[index + 1]
    moments = find_moments(text, *below, words)
    if not moments or moments[0].range[0] != below[0]:
        return None
    first = moments[0]._replace(label=label, range=(start, moments[0].range[1]))
    return Line(index + 1, (start, below[1]), None, (first, *moments[1:]))


def _by_line(page: Page, index: int, label: tuple[str, int], labels: int) -> Line | None:
    """`By Ann Lee`, with a date after it or not; and `By` alone with the name on the next line.

    `labels` is how many labels may still follow each other (`Author:`, then `By`, then the name).
    """
    text, blocks, words = page.text, page.blocks, page.words
    start, end = blocks[index]
    contribution, names = label
    if ":" in text[names - 1 : names + 1]:
        again = end - len(text[names:end].lstrip(": "))
        contribution, names = (labelled(text, again, end, words) if again < end else None) or label  # "BYLINE: By Lee"
    if not text[names:end].strip(SEPARATORS):
        if index + 1 >= len(blocks):
            return None
        again = labels > 0 and labelled(text, *blocks[index + 1], words) is not None
        following = read_top_line(page, index + 1, labels - 1) if again else None
        if following is not None and following.bylines:
            return attrs.evolve(following, range=(start, following.range[1]))
        names, last = blocks[index + 1]
        index += 1
    else:
        last = end
    last, index = _continued(text, blocks, index, last, words.joints["and"], words)
    moments = find_moments(text, names, last, words)
    stop = stripped_end(text, names, moments[0].range[0] if moments else last)
    if moments and text[max(names, stop - 3) : stop].lower() in (" on", " at"):
        stop = stripped_end(text, names, stop - 3)
    if stop <= names or stop - names > 200 or _is_sentence(text, names, stop):
        return None
    said = text[start : label[1]].lower()
    english = words.code == "en" and said.endswith(":") and not said.startswith(("by", "author"))
    if english and not bare_names(text, stop - len(text[names:stop].lstrip(SEPARATORS)), stop, words):
        return None  # "Report: Half of the ferries are late" is a headline
    rule = "header.byline.by_line" if names < end else "header.byline.label_line"
    if contribution in ("reporting", "editing"):
        rule = "header.byline.closing"
    lead = Lead(names) if not words.abroad else read_lead(text, names, stop, words)
    people = read_names(text, lead.end, stop, words, whole=(start, stop), rule=rule, contribution=contribution)
    if not people or (words.abroad and _is_no_byline(text, lead.end, stop, people, words)):
        return None
    if lead.role or lead.place:
        first = people[0]
        first = attrs.evolve(first, role=first.role or lead.role, location=first.location or lead.place)
        people = (first, *people[1:])
    return Line(index, (start, last), None, tuple(moments), people)


def _is_no_byline(text: str, start: int, end: int, people: tuple[BylinePart, ...], words: HeaderWords) -> bool:
    """Whether "Von der Heyden kritisiert den Rat" opens with a word for "by" and is none: it says more than names."""
    first = people[0].name
    small = text[first[0]].islower() and not is_body(text[slice(*first)].lower(), words)
    small = small and text[start:end].lstrip()[:1].islower()
    return small or is_prose(text, start, end) or unread(text, start, end, people, words)


def _continued(
    text: str, blocks: Sequence[Range], index: int, last: int, ands: frozenset[str], words: HeaderWords
) -> tuple[int, int]:
    """Where a list of names ends that goes on over lines: `By Ann Lee` / `and` / `Bob Ray`."""
    for _ in range(12):
        if index + 1 >= len(blocks):
            break
        said = text[slice(*blocks[index + 1])]
        before = text[max(0, last - 8) : last].replace("\n", " ").rpartition(" ")
        open_ended = text[last - 1] in ",&" or (bool(before[1]) and before[2] in ands)
        joined = said.lower() in ands or said == "," or said.split(" ", 1)[0] in ands
        if not joined and not open_ended and _role_and_name(text, blocks, index + 1, ands, words):
            index += 1  # "By Ann Lee" / "Harbour Reporter" / "and Bob Ray"
        elif (not joined and not open_ended) or len(said) > _LONGEST_JOINED:
            break
        index += 1
        last = blocks[index][1]
    return last, index


def _role_and_name(text: str, blocks: Sequence[Range], index: int, ands: frozenset[str], words: HeaderWords) -> bool:
    """Whether a line is a job title, and the next one goes on with `and` and a name."""
    if index + 1 >= len(blocks):
        return False
    said, (start, end) = text[slice(*blocks[index])], blocks[index + 1]
    joint, _, name = text[start:end].partition(" ")
    if not name or joint not in ands or len(said) > _LONGEST_JOINED or end - start > _LONGEST_JOINED:
        return False
    return is_role(said.lower(), words) and is_name(text, end - len(name), end, words)


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether what follows "By" goes on as a sentence does: "By Tuesday the water had gone."."""
    return text[end - 1] in ".?!:" and bool(compiled(r"\s\p{Ll}{2,}+\s\p{Ll}{2,}+").search(text, pos=start, endpos=end))
