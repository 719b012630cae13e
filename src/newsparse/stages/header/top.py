"""The top of the page, settled: headline, standfirst, section, bylines, and what else stands there."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.document import BylinePart, Document, Range
from newsparse.stages.header.headline import choose_headline, is_second_line, plain_headline
from newsparse.stages.header.moments import Found
from newsparse.stages.header.names import is_name
from newsparse.stages.header.parts import HeaderWords, Part
from newsparse.stages.header.zone import Line, bare_names, is_prose, read_zone


@attrs.define(kw_only=True)
class Top:
    """What was read at the top.

    Attributes:
        used: how many blocks it takes.
        lines: the lines that hold names and dates: what they hold besides is furniture.
        headline, standfirst, section: ranges.
        headline_rule, standfirst_rule: the rules that chose them.
        bylines: those named.
        moments: dates and times, in order.
        parts: furniture, credits and corrections.
        paragraphs: story that stands between lines of the header.
    """

    used: int = 0
    lines: list[Range] = attrs.field(factory=list)
    headline: Range | None = None
    headline_rule: str = ""
    standfirst: Range | None = None
    standfirst_rule: str = ""
    section: Range | None = None
    bylines: tuple[BylinePart, ...] = ()
    moments: tuple[Found, ...] = ()
    parts: list[Part] = attrs.field(factory=list)
    paragraphs: list[Range] = attrs.field(factory=list)


def read_top(doc: Document, words: HeaderWords) -> Top:
    """The top of the article: empty save for the headline where it has no lines of a header."""
    zone = read_zone(doc.text, doc.blocks, words)
    if not zone:
        return _plain(doc.text, doc.blocks)
    top = Top(used=zone[-1].index + 1)
    chosen = choose_headline(doc.text, zone, words)
    number = -1
    if chosen is not None:
        number, top.headline_rule = chosen
        top.headline = zone[number].range
    elif not any(line.anchor for line in zone):
        return _unanchored(zone)
    top.moments = tuple(one for line in zone for one in line.moments)
    named = _named(doc.text, zone, number, words)
    story_follows = any(is_prose(doc.text, *block) for block in doc.blocks[top.used : top.used + 8])
    top.bylines = tuple(person for line in named.values() for person in line)
    for place, line in enumerate(zone):
        if place != number:
            _place(doc.text, top, line, place, number, zone, named, story_follows)
    if chosen is None and top.used < len(doc.blocks) and not top.paragraphs:
        top.headline = None
    return top


def _plain(text: str, blocks: Sequence[Range]) -> Top:
    headline = plain_headline(text, blocks)
    if headline is None:
        return Top()
    top = Top(used=1, headline=headline, headline_rule="header.headline.first_line")
    if is_second_line(text, blocks):
        top.used = 2
        top.standfirst, top.standfirst_rule = blocks[1], "header.standfirst.second_line"
    return top


def _unanchored(zone: list[Line]) -> Top:
    """A top with buttons in it and no headline: only what is furniture by its own words is taken out."""
    top = Top(used=zone[-1].index + 1)
    for line in zone:
        if line.part is not None:
            top.parts.append(line.part)
        else:
            top.paragraphs.append(line.range)
    return top


def _named(text: str, zone: list[Line], headline: int, words: HeaderWords) -> dict[int, tuple[BylinePart, ...]]:
    """The bylines to keep, by line: labelled ones, else those beside a date, else a bare name by it."""
    labelled = {i: line.bylines for i, line in enumerate(zone) if line.bylines}
    if any(is_name(text, *person.name, words) for people in labelled.values() for person in people):
        return _first_of_each(text, labelled)
    beside = {i: line.bare for i, line in enumerate(zone) if line.bare}
    if beside:
        first = min(beside)
        return {first: beside[first]}
    near = _near_date(text, zone, headline, words)
    if near is not None and (not labelled or is_name(text, *near[1][0].name, words)):
        return {near[0]: near[1]}
    return _first_of_each(text, labelled)


def _first_of_each(text: str, lines: dict[int, tuple[BylinePart, ...]]) -> dict[int, tuple[BylinePart, ...]]:
    """Each name once: pages print a byline again beside the author's picture."""
    seen: set[str] = set()
    kept: dict[int, tuple[BylinePart, ...]] = {}
    for i, people in lines.items():
        fresh = tuple(p for p in people if text[slice(*p.name)].casefold() not in seen)
        seen |= {text[slice(*p.name)].casefold() for p in fresh}
        if fresh:
            kept[i] = fresh
    return kept


def _near_date(
    text: str, zone: list[Line], headline: int, words: HeaderWords
) -> tuple[int, tuple[BylinePart, ...]] | None:
    """The bare name nearest above or below a date, or right above the story."""
    visible = [i for i, line in enumerate(zone) if line.part is None or line.part.rule == "header.credit.line"]
    dates = [place for place, i in enumerate(visible) if zone[i].moments]
    for distance in (1, 2):
        for place in dates:
            for near in (place - distance, place + distance):
                if not 0 <= near < len(visible) or visible[near] <= headline:
                    continue
                line = zone[visible[near]]
                people = () if line.named_or_dated or line.prose else bare_names(text, *line.range, words)
                if people:
                    return visible[near], people
    for i in reversed(visible):
        if i > headline and dates and not zone[i].named_or_dated:
            people = bare_names(text, *zone[i].range, words)
            return (i, people) if people else None
    return None


def _place(
    text: str,
    top: Top,
    line: Line,
    place: int,
    headline: int,
    zone: list[Line],
    named: dict[int, tuple[BylinePart, ...]],
    story_follows: bool,
) -> None:
    """Put a line of the top, other than the headline, where it belongs."""
    if place in named or line.named_or_dated:
        top.lines.append(line.range)
    elif line.part is not None:
        top.parts.append(line.part)
    elif top.section is None and place == 0 and headline > 0 and _is_section(text, line):
        top.section = line.range
    elif (
        place > headline >= 0
        and top.standfirst is None
        and _is_standfirst(text, line, place, headline, zone, named, story_follows)
    ):
        top.standfirst, top.standfirst_rule = line.range, "header.standfirst.below_headline"
    elif line.prose or _is_said(text, line.range):
        top.paragraphs.append(line.range)
    else:
        top.parts.append(Part("furniture", line.range, "header.furniture.top_line"))


def _is_section(text: str, line: Line) -> bool:
    return len(text[slice(*line.range)].split()) <= 5 and text[line.range[1] - 1] not in ".?!:"


def _is_said(text: str, block: Range) -> bool:
    """Whether a short line is a sentence, which no line of a page's furniture is that is not known as such."""
    return text[block[1] - 1] in '.!?"”' and len(text[slice(*block)].split()) >= 3


def _is_standfirst(
    text: str,
    line: Line,
    place: int,
    headline: int,
    zone: list[Line],
    named: dict[int, tuple[BylinePart, ...]],
    story_follows: bool,
) -> bool:
    """A line right below the headline, above byline or date, that says something."""
    between = [other for other in zone[headline + 1 : place] if other.part is None]
    if between or len(text[slice(*line.range)].split()) < 5:
        return False
    if line.prose and not story_follows and not any(other.prose for other in zone[place + 1 :]):
        # A date at the foot of a short story makes no summary of its only paragraph.
        return False
    if text[slice(*line.range)] == text[slice(*zone[headline].range)]:
        return False
    later = any(i > place for i in named) or any(other.anchor for other in zone[place + 1 :])
    return later or not is_prose(text, *line.range)
