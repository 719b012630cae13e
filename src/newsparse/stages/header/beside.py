"""Who is named in a line without a label: alone in it, or beside its dates."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from newsparse.document import BylinePart, Range
from newsparse.stages.header.bylines import read_names
from newsparse.stages.header.chunks import labelled
from newsparse.stages.header.lines import read_line
from newsparse.stages.header.moments import Found
from newsparse.stages.header.names import is_body, is_given, is_name, is_small_name
from newsparse.stages.header.parts import HeaderWords, compiled, header_words

_TERSE = 4
_JOINING = frozenset(("reporting", "by"))
SEPARATORS = " \t\r\n|•·/—–-,;:()[]\u00a0"
"""What stands between the parts of a line."""


def stripped_end(text: str, start: int, end: int) -> int:
    """Where a stretch ends without the separators at its end."""
    while end > start and text[end - 1] in SEPARATORS:
        end -= 1
    return end


def beside(
    text: str, start: int, end: int, moments: list[Found], words: HeaderWords
) -> tuple[tuple[BylinePart, ...], tuple[BylinePart, ...]] | None:
    """Those named beside the dates of a line (labelled, bare); none where the line is no header line at all."""
    edges = [start, *(edge for one in moments for edge in one.range), end]
    by: list[BylinePart] = []
    bare: list[BylinePart] = []
    strange = 0
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        for gap in _gaps(text, first, last, words):
            label = labelled(text, *gap, words)
            if label is not None:
                by += read_names(
                    text, label[1], gap[1], words, whole=gap, rule="header.byline.by_line", contribution=label[0]
                )
            elif people := bare_names(text, *gap, words):
                bare += people
            elif _is_strange(text, gap, words):
                strange += len(text[slice(*gap)].split())
    marked = any(one.label for one in moments)
    whole_date = any(one.dated for one in moments) or not strange
    # "14.05.2024 um 12:30 Uhr - Markus Roth - in Netze - 3 Kommentare": a day with its time begins no sentence.
    timed = compiled(r"(?i)\d\s?(?:[:h]|uhr)").search(text, *moments[0].cut) is not None
    opens = words.abroad and timed and moments[0].dated and moments[0].range[0] == start
    if (strange > (8 if marked or opens else 3)) or not (marked or whole_date):
        return None
    timed = text[max(start, end - 4) : end].lower().endswith((".m.", "h.", "hs.", "hrs."))
    if strange and text[end - 1] in '.?!"”' and not timed:
        return None
    return tuple(by), tuple(bare)


def _is_strange(text: str, gap: Range, words: HeaderWords) -> bool:
    """Whether what stands beside a date is nothing that a header has; what the page tells of its programmes is not."""
    part = read_line(text, *gap, words)
    if part is None:
        return True
    return words.abroad and part.rule == "header.furniture.opening" and len(text[slice(*gap)].split()) > _TERSE


def _gaps(text: str, start: int, end: int, words: HeaderWords) -> list[Range]:
    """What lies between the dates of a line, cut at bars (abroad at dashes too), without separators around it."""
    bars = r"([|•·∙])" if not words.abroad else r"([|•·∙]|\s[-–—]\s)"
    gaps = []
    position = start
    for piece in compiled(bars).split(text[start:end]):
        first, last = position, position + len(piece)
        position = last
        while first < last and text[first] in SEPARATORS:
            first += 1
        last = stripped_end(text, first, last)
        if text[first:last].lower().endswith((" on", " at")):
            last = stripped_end(text, first, last - 3)
        if first < last and text[first:last].lower() not in ("at", "on", "gmt", "and"):
            gaps.append((first, last))
    return gaps


class BareNames(dict[Range, tuple[BylinePart, ...]]):
    """What `bare_names` says of the lines of one text, each read when it is first asked for, and once."""

    def __init__(self, text: str, words: HeaderWords) -> None:
        """No line read yet."""
        super().__init__()
        self.text = text
        self.words = words

    def __missing__(self, line: Range) -> tuple[BylinePart, ...]:
        people = self[line] = bare_names(self.text, *line, self.words)
        return people


def bare_names(text: str, start: int, end: int, words: HeaderWords) -> tuple[BylinePart, ...]:
    """The people whom a line names and says nothing else: `Ann Lee`, `Ann Lee, Senior Reporter`, `Ann Lee and AP`."""
    if text[end - 1] == ":":
        return ()  # somebody speaks in a transcript
    end = stripped_end(text, start, end)
    small = words.abroad and text[start].islower() and is_small_name(text[start:end], words)
    agency = words.abroad and text[start:end].partition("/")[0].lower() in words.agencies
    if not agency and (end - start < 3 or not (text[start].isupper() or text[start] in "dO" or small)):
        return ()
    if end - start > 160:
        return ()
    if text[start:end].lower() in words.sections or text[end - 1] in '?!"”:':
        return ()
    if text[end - 1] == "." and not text[start:end].endswith(("Jr.", "Sr.")):
        return ()
    if not words.abroad and _says_more(text[start:end], words):
        return ()
    people = read_names(text, start, end, words, whole=(start, end), rule="header.byline.bare_name")
    if not people or unread(text, start, end, people, words):
        return ()
    first = people[0].name
    led = people[0].organization or people[0].location  # "Drei Verletzte bei Unfall" is no name with an outlet
    joined = led is not None and led[0] > first[1] and text[first[1]] == " "
    said = text[slice(*first)].lower()
    desk = is_body(said, words)
    # « Le Monde avec AFP »
    desk = desk or (
        words.abroad
        and any(
            p.contribution == "with" and p.organization is None and text[slice(*p.name)].lower() in words.agencies
            for p in people[1:]
        )
    )
    if words.abroad and joined and not desk and not is_given(text[slice(*first)].split()[0], words):
        return ()
    if not small and not is_name(text, *first, words) and said.removeprefix("the ") not in words.agencies and not desk:
        return ()
    if words.abroad and any(_holds_determiner(text[slice(*person.name)], words) for person in people):
        return ()  # "dpa/Bo Kuhn Eine Fähre im Hafen" is what stands below a picture
    return people


def _says_more(said: str, words: HeaderWords) -> bool:
    """Whether a line has a word in small letters that no byline has, and none of a job title or an outlet.

    What `unread` finds after a line was read as names, told beforehand of most headlines: to read one takes long.
    """
    small = [part.strip(".,;:()|") for part in said.split() if part[0].islower()]
    if not small or "@" in said or "://" in said or "www." in said:
        return False
    known = _in_bylines(words.code)
    if all(word in known or not word.islower() for word in small):
        return False
    low = said.lower().split()
    titles = (words.roles, words.outlet_words, words.organization_words, words.agencies)
    return all(names.isdisjoint(low) for names in titles) and words.roles.isdisjoint([word.rstrip("s") for word in low])


@functools.cache
def _in_bylines(code: str) -> frozenset[str]:
    """Words that stand in bylines in small letters."""
    words = header_words(code)
    lists = (words.particles, words.role_words, words.nobody, words.suffixes, words.byline_labels)
    entries = [entry for names in (*lists, *words.given.lists, *words.joints.values()) for entry in names]
    return frozenset(word for entry in entries for word in entry.split()) | _JOINING


def _holds_determiner(name: str, words: HeaderWords) -> bool:
    first, *others = name.lower().split()
    return first not in words.desks and not words.determiners.isdisjoint(set(others) - words.particles)


def unread(text: str, start: int, end: int, people: Sequence[BylinePart], words: HeaderWords) -> bool:
    """Whether anything but names, roles, outlets, addresses and joining words stands in the line."""
    known = [span for p in people for span in (p.name, p.role, p.organization, p.location, p.contact) if span]
    position = start
    rest = ""
    for first, last in sorted(set(known)):
        if first > position:
            rest += " " + text[position:first]
        position = max(position, last)
    rest += " " + text[position:end]
    if words.abroad:
        rest = compiled(r"[(/]\p{Ll}{2,4}\b\)?").sub(" ", rest)  # the author's initials
    left = compiled(r"\w+").findall(rest.lower())
    known_words = _JOINING | words.nobody
    if words.abroad:
        known_words |= {part for joint in words.joints["with"] for part in joint.split()}
    return any(word not in known_words and not any(word in joints for joints in words.joints.values()) for word in left)
