"""The top of the page, settled: headline, standfirst, section, bylines, and what else stands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from newsparse.document import BylinePart, Document, Range
from newsparse.stages.header.beside import BareNames
from newsparse.stages.header.fields import Field, read_fields
from newsparse.stages.header.follow import with_lines_below
from newsparse.stages.header.headline import choose_headline, is_second_line, plain_headline
from newsparse.stages.header.line_marks import unmarked
from newsparse.stages.header.moments import Found
from newsparse.stages.header.names import is_given, is_name, is_noun
from newsparse.stages.header.parts import HeaderWords, Part, compiled
from newsparse.stages.header.prose import is_prose, is_said
from newsparse.stages.header.top_lines import Line
from newsparse.stages.header.zone import read_zone

_PARAGRAPHS = 3
"""So many paragraphs above the byline are the story's first ones, and none of them a summary."""
_LONGEST_POINT = 160
_LONGEST_HEADLINE = 220
_LONGEST_CAPTION = 300


@attrs.define(kw_only=True)
class Top:
    """What was read at the top.

    Attributes:
        used: how many blocks it takes.
        lines: the lines that hold names and dates: what they hold besides is furniture.
        headline, standfirst, section: ranges.
        headline_rule, standfirst_rule, section_rule: the rules that chose them.
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
    section_rule: str = ""
    bylines: tuple[BylinePart, ...] = ()
    moments: tuple[Found, ...] = ()
    parts: list[Part] = attrs.field(factory=list)
    paragraphs: list[Range] = attrs.field(factory=list)


class _Page(NamedTuple):
    """The lines of the top with what is settled about them, for those that are still to be placed.

    Attributes:
        text: the article.
        words: the language's header words.
        zone: the lines.
        headline: which of them is the headline; -1 for none.
        named: the bylines, by line.
        about: lines below a byline that say something of those named in it.
        story_follows: whether prose stands below the top.
    """

    text: str
    words: HeaderWords
    zone: list[Line]
    headline: int
    named: dict[int, tuple[BylinePart, ...]]
    about: frozenset[int]
    story_follows: bool


def read_top(doc: Document, words: HeaderWords, *, inside: bool) -> Top:
    """The top of the article: empty save for the headline where it has no lines of a header.

    `inside` is what `names_inside` says of the text.
    """
    names = BareNames(doc.text, words)
    zone = read_zone(doc.text, doc.blocks, words, names, inside=inside)
    if not zone:
        return _plain(doc.text, doc.blocks, words)
    top = Top(used=zone[-1].index + 1)
    top.lines += [block for block in doc.blocks[: top.used] if unmarked(doc.text, block, words) != block]
    fields = read_fields(doc.text, zone, words)
    chosen = choose_headline(doc.text, zone, words, fields, doc.options.url, doc.blocks[top.used :], names)
    number = below = -1
    if chosen is not None:
        number, top.headline_rule = chosen
        top.headline = fields[number].value if number in fields else zone[number].range
        labelled = number in fields or number + 1 in fields
        below = number + 1 if not labelled and _headline_goes_on(doc.text, zone, number, words) else -1
        if below > 0:
            top.headline = (top.headline[0], zone[below].range[1])
    elif not any(line.anchor for line in zone):
        return _unanchored(zone, top.lines)
    top.moments = tuple(one for line in zone for one in line.moments)
    named, about = with_lines_below(
        doc.text, zone, _named(zone, number, below, names), frozenset((number, below, *fields)), words
    )
    story_follows = any(is_prose(doc.text, *block) for block in doc.blocks[top.used : top.used + 8])
    top.bylines = tuple(person for line in named.values() for person in line)
    page = _Page(doc.text, words, zone, number, named, about, story_follows)
    for place in range(len(zone)):
        if place in fields:
            _place_field(top, zone[place], fields[place])
        elif place not in (number, below):
            _place(page, top, place)
    _find_section(page, top)
    if chosen is None and top.used < len(doc.blocks) and not top.paragraphs:
        top.headline = None
    return top


def _headline_goes_on(text: str, zone: Sequence[Line], number: int, words: HeaderWords) -> bool:
    """Whether the line below the headline goes on with it: the page broke it where no sentence ends."""
    if number + 1 >= len(zone):
        return False
    line, after = zone[number], zone[number + 1]
    if after.part is not None or after.named_or_dated or after.range[1] - line.range[0] > _LONGEST_HEADLINE:
        return False
    gap = text[line.range[1] : after.range[0]].replace("\r\n", "\n")
    above, below = text[slice(*line.range)], text[slice(*after.range)]
    if gap.count("\n") != 1 or above[-1] in ".!?:;":
        return False
    if is_name(text, *after.range, words) or below.partition("/")[0].lower() in words.agencies:
        return False
    return below[0].islower() or above.split()[-1].lower() in words.unfinished or (above.isupper() and below.isupper())


def _plain(text: str, blocks: Sequence[Range], words: HeaderWords) -> Top:
    headline = plain_headline(text, blocks)
    if headline is None:
        return _below_section(text, blocks, words)
    top = Top(used=1, headline=unmarked(text, headline, words), headline_rule="header.headline.first_line")
    top.lines = [] if top.headline == headline else [headline]
    if is_second_line(text, blocks):
        top.used = 2
        top.standfirst, top.standfirst_rule = blocks[1], "header.standfirst.second_line"
    return top


def _below_section(text: str, blocks: Sequence[Range], words: HeaderWords) -> Top:
    """Section, headline and story, and nothing else; empty where the first line is no section's name."""
    if len(blocks) < 3 or text[slice(*blocks[0])].lower() not in words.sections:
        return Top()
    headline = plain_headline(text, blocks[1:])
    if headline is None:
        return Top()
    top = Top(used=2, headline=headline, headline_rule="header.headline.first_line")
    top.section, top.section_rule = blocks[0], "header.section.above_headline"
    return top


def _unanchored(zone: list[Line], marked: list[Range]) -> Top:
    """A top with buttons in it and no headline: only what is furniture by its own words is taken out."""
    top = Top(used=zone[-1].index + 1, lines=marked)
    for line in zone:
        if line.part is not None:
            top.parts.append(line.part)
        else:
            top.paragraphs.append(line.range)
    return top


def _named(zone: list[Line], number: int, below: int, names: BareNames) -> dict[int, tuple[BylinePart, ...]]:
    """The bylines to keep, by line: labelled ones, else those beside a date, else a bare name by it.

    `number` is the headline's line, and `below` the one that it goes on in, or -1.
    """
    headline = max(number, below)
    text, words = names.text, names.words
    labelled = {i: line.bylines for i, line in enumerate(zone) if line.bylines and not _of_another(zone, i)}
    if any(is_name(text, *person.name, words) for people in labelled.values() for person in people):
        told = {i: people for i, people in labelled.items() if people[0].rule != "header.byline.name_and_role"}
        return _first_of_each(text, told or labelled)
    beside = {i: line.bare for i, line in enumerate(zone) if line.bare and i not in (number, below)}
    if beside:
        first = min(beside)
        return {first: beside[first]}
    near = _near_date(zone, headline, names) or _above_headline(zone, headline, names)
    if near is not None and (not labelled or is_name(text, *near[1][0].name, words)):
        return _stacked(zone, headline, names, near)
    return _first_of_each(text, labelled)


def _of_another(zone: list[Line], place: int) -> bool:
    """Whether a byline with its day belongs to another story's box: byline and day stood above, and the story began."""
    above = zone[:place]
    if not zone[place].moments or not any(line.bylines for line in above):
        return False
    return any(line.prose and any(other.moments for other in above[:i]) for i, line in enumerate(above))


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


def _stacked(
    zone: list[Line], headline: int, names: BareNames, near: tuple[int, tuple[BylinePart, ...]]
) -> dict[int, tuple[BylinePart, ...]]:
    """A bare name by a date, and those on the lines right above it, each a name that begins with a given name."""
    found = {near[0]: near[1]}
    place = near[0] - 1
    while place > headline and zone[place].part is None and not zone[place].named_or_dated:
        people = names[zone[place].range]
        if len(people) != 1 or names.text[slice(*people[0].name)].split()[0].lower() not in names.words.given:
            break
        found[place] = people
        place -= 1
    return dict(sorted(found.items()))


def _near_date(zone: list[Line], headline: int, names: BareNames) -> tuple[int, tuple[BylinePart, ...]] | None:
    """The bare name nearest above or below a date, or right above the story."""
    text, words = names.text, names.words
    visible = [i for i, line in enumerate(zone) if line.part is None or line.part.rule == "header.credit.line"]
    dates = [place for place, i in enumerate(visible) if zone[i].moments]
    for distance in (1, 2):
        for place in dates:
            for near in (place - distance, place + distance):
                if not 0 <= near < len(visible) or visible[near] <= headline:
                    continue
                line = zone[visible[near]]
                people = () if line.named_or_dated or line.prose else names[line.range]
                if people and not _is_noun(text, people, words):
                    return visible[near], people
    for i in reversed(visible):
        if i > headline and dates and not zone[i].named_or_dated:
            people = names[zone[i].range]
            return (i, people) if people and not _is_noun(text, people, words) else None
    return None


def _is_noun(text: str, people: tuple[BylinePart, ...], words: HeaderWords) -> bool:
    """Whether a line's first name is none but words of the text; an outlet with an agency is no such thing."""
    return people[-1].contribution != "with" and is_noun(text, *people[0].name, words)


def _above_headline(zone: list[Line], headline: int, names: BareNames) -> tuple[int, tuple[BylinePart, ...]] | None:
    """A name that begins with a given name, on its own above the headline and right above the date."""
    text, words = names.text, names.words
    for place in range(min(headline, len(zone) - 1)):
        line, below = zone[place], zone[place + 1]
        dated = below.moments and below.moments[0].range[0] == below.range[0] and place + 1 < headline
        if not dated or line.part is not None or line.named_or_dated or not is_name(text, *line.range, words):
            continue
        people = names[line.range]
        if len(people) == 1 and is_given(text[slice(*people[0].name)].split()[0], words):
            return place, people
    return None


def _place_field(top: Top, line: Line, field: Field) -> None:
    """Put a field of an export where its label says."""
    if field.holds == "standfirst" and top.standfirst is None:
        top.standfirst, top.standfirst_rule = field.value, "header.field.labelled"
    elif field.holds == "section" and top.section is None:
        top.section, top.section_rule = field.value, "header.field.labelled"
    top.lines.append(line.range)


def _place(page: _Page, top: Top, place: int) -> None:
    """Put a line of the top, other than the headline, where it belongs."""
    line = page.zone[place]
    if place in page.named or place in page.about or line.named_or_dated:
        top.lines.append(line.range)
    elif line.part is not None:
        top.parts.append(line.part)
    elif _is_standfirst(page, top, place):
        top.standfirst, top.standfirst_rule = line.range, "header.standfirst.below_headline"
    elif _goes_on(page, top, place):
        assert top.standfirst is not None
        top.standfirst = (top.standfirst[0], line.range[1])
    elif _is_caption(page, place):
        top.parts.append(Part("credit", line.range, "header.credit.above_credit"))
    elif line.prose or is_said(page.text, *line.range):
        top.paragraphs.append(line.range)
    else:
        top.parts.append(Part("furniture", line.range, "header.furniture.top_line"))


def _find_section(page: _Page, top: Top) -> None:
    """Of the lines above the headline, the last that is known for a section's name, else the very first of the page."""
    if top.section is not None or page.headline <= 0:
        return
    above = [part for part in top.parts if part.rule == "header.furniture.top_line"]
    above = [part for part in above if part.range[1] <= page.zone[page.headline].range[0]]
    known = [part for part in above if _is_known_section(page.text[slice(*part.range)], page.words)]
    first = [part for part in above if part.range[0] == page.zone[0].range[0] and _is_section(page.text, part.range)]
    for part in known[-1:] or first:
        top.section, top.section_rule = part.range, "header.section.above_headline"
        top.parts.remove(part)


def _is_known_section(said: str, words: HeaderWords) -> bool:
    pieces = [piece.strip() for piece in compiled(r"[|/>»›•]").split(said.lower())]
    return all(piece in words.sections for piece in pieces if piece) and len(said) <= 60


def _is_section(text: str, block: Range) -> bool:
    return len(text[slice(*block)].split()) <= 5 and text[block[1] - 1] not in ".?!:"


def _is_standfirst(page: _Page, top: Top, place: int) -> bool:
    """Whether a line is the one right below the headline, above byline or date, that says something."""
    if not place > page.headline >= 0 or top.standfirst is not None:
        return False
    line, zone, text = page.zone[place], page.zone, page.text
    # Italian papers print the summary between byline and day, Spanish ones a topic above it.
    dated = any(other.moments for other in zone[place + 1 :]) and not line.prose and page.words.abroad
    between = [
        other
        for other in zone[page.headline + 1 : place]
        if other.part is None and not (dated and (_is_topic(text, other) or (other.bylines and not other.moments)))
    ]
    if between or len(text[slice(*line.range)].split()) < 5 or _is_caption(page, place):
        return False
    if line.prose and not page.story_follows and not any(other.prose for other in zone[place + 1 :]):
        # A date at the foot of a short story makes no summary of its only paragraph.
        return False
    if text[slice(*line.range)] == text[slice(*zone[page.headline].range)]:
        return False
    if _prose_before_header(page, place) >= _PARAGRAPHS:
        return False
    return _header_follows(page, place) or not is_prose(text, *line.range)


def _is_topic(text: str, line: Line) -> bool:
    """Whether a line is a few words without an end: what the story is about."""
    return not line.anchor and len(text[slice(*line.range)].split()) <= 3 and text[line.range[1] - 1] not in ".?!:"


def _header_follows(page: _Page, place: int) -> bool:
    return any(i > place for i in page.named) or any(other.anchor for other in page.zone[place + 1 :])


def _prose_before_header(page: _Page, place: int) -> int:
    """How many paragraphs stand from a line on before the next one with names or dates."""
    found = 0
    for line in page.zone[place:]:
        if line.anchor:
            break
        found += line.prose
    return found


def _goes_on(page: _Page, top: Top, place: int) -> bool:
    """Whether a line goes on with the summary above it: the next point of a list, or a second summary."""
    line, text = page.zone[place], page.text
    if top.standfirst is None or place == 0 or page.zone[place - 1].range[1] != top.standfirst[1]:
        return False
    said = text[slice(*line.range)]
    if len(said.split()) < 5 or _is_caption(page, place) or not _header_follows(page, place):
        return False
    close = text[top.standfirst[1] : line.range[0]].replace("\r\n", "\n").count("\n") == 1
    pictured = "(" in said or ", left" in said or ", right" in said
    return (close and len(said) <= _LONGEST_POINT) or not (pictured or line.prose or is_said(text, *line.range))


def _is_caption(page: _Page, place: int) -> bool:
    """Whether a credit alone stands on the next line: this one tells what its picture shows."""
    if not place > page.headline >= 0 or place + 1 >= len(page.zone):
        return False
    part = page.zone[place + 1].part
    line = page.zone[place].range
    gap = page.text[line[1] : page.zone[place + 1].range[0]].replace("\r\n", "\n")
    alone = part is not None and part.rule in ("header.credit.line", "header.credit.label")
    return alone and gap.count("\n") == 1 and line[1] - line[0] <= _LONGEST_CAPTION
