"""What the page shows around its headline: the lines down to the story, read as plain text is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

import attrs

from newsparse.dates import read_moment
from newsparse.document import BylinePart, DatelinePart, Document, Options, Range, When
from newsparse.html.declared import Claim
from newsparse.html.people import Person
from newsparse.html.tree import Element, Line, is_called
from newsparse.lang import Language
from newsparse.stages.header import find_header
from newsparse.stages.header.beside import bare_names
from newsparse.stages.header.moments import find_moments
from newsparse.stages.header.parts import HeaderWords, words_of

_MOST_ABOVE = 3
"""How many lines above the headline belong to its header."""
_MOST_BELOW = 60
"""How many lines below it do at most, where the story does not begin before."""
_STORY_LINES = 3
"""So many paragraphs of the story are read along, which tell where the header ends."""
_NEAR_LEVELS = 3
"""What stands above the headline belongs to it if they share one of so many elements around it."""
_MOST_WITHIN = 40
"""So many elements inside a line are asked for the moment that they declare."""
_LONGEST_DATED = 240
"""In a longer line a date is part of what is told."""
_SIGNS = ("byline", "author")
"""What the makers of pages call a byline."""


@attrs.frozen(kw_only=True)
class Shown:
    """What the top of the page says; each range is into `text`.

    Attributes:
        text: the lines of the top, each on a line of its own, and the story's first.
        bylines: those whom it names as authors.
        is_labelled: a label ("By") says that they are.
        published, updated: moments.
        dates: every date in it.
        unclear: dates of which day and month could be either.
        dateline: a place that stands beside the date.
        standfirst: the summary below the headline, or "".
        lines: its lines without the story.
        times: the `datetime` of the time elements in it.
        changes: those of them that are called "updated" or "modified".
    """

    text: str = ""
    bylines: tuple[BylinePart, ...] = ()
    is_labelled: bool = False
    published: When | None = None
    updated: When | None = None
    dates: tuple[When, ...] = ()
    unclear: tuple[Range, ...] = ()
    dateline: DatelinePart | None = None
    standfirst: str = ""
    lines: tuple[str, ...] = ()
    times: tuple[Claim, ...] = ()
    changes: tuple[Claim, ...] = ()

    def people(self) -> tuple[Person, ...]:
        """The authors that it names."""
        return tuple(
            Person(*("" if place is None else self.text[slice(*place)] for place in (p.name, p.role, p.organization)))
            for p in self.bylines
        )


def read_shown(
    lines: Sequence[Line], headline: int | None, story: int | None, language: Language, options: Options
) -> Shown:
    """What the lines around the headline say.

    Args:
        lines: what a reader sees of the page.
        headline: the number of the headline's line, where it is one.
        story: the number of the line where the story begins, where known.
        language: of the page.
        options: the caller's.
    """
    first, last = _zone(lines, headline, story)
    top = _top(lines, first, last, headline)
    said = [line.text for line in top]
    after = [line.text for line in lines[last:] if not line.aside and len(line.text) >= 60][:_STORY_LINES]
    text = "\n".join([*said, *after])
    zone = Document(
        text=text,
        language=language,
        options=attrs.evolve(options, published=None),
        blocks=_blocks([*said, *after]),
    )
    header = find_header(zone)
    end = len("\n".join(said))
    parts = tuple(part for part in header.bylines if part.range[0] < end and part.contribution in ("by", "with"))
    labelled = any(part.rule in ("header.byline.by_line", "header.byline.label_line") for part in parts)
    return Shown(
        text=text,
        bylines=parts or _by_sign(top, text, zone.blocks, words_of(language)),
        is_labelled=labelled,
        published=_before(header.published, end),
        updated=_before(header.updated, end),
        dates=tuple(_dates(text, zone.blocks[: len(said)], words_of(language), language, options)),
        unclear=tuple(place for place, _ in header.doubts if place[0] < end),
        dateline=header.dateline if header.dateline is not None and header.dateline.range[0] < end else None,
        standfirst="" if header.standfirst is None else text[slice(*header.standfirst)],
        lines=tuple(said),
        times=tuple(Claim(value, "time") for line in top for value, _ in _times(line.element)),
        changes=tuple(Claim(value, "time") for line in top for value, later in _times(line.element) if later),
    )


def _top(lines: Sequence[Line], first: int, last: int, headline: int | None) -> list[Line]:
    """The lines of the zone, without those beside the story, and of those above the headline what lies close to it."""
    zone = [line for i, line in enumerate(lines[first:last], first) if i == headline or not line.aside]
    if headline is None:
        return zone
    near = set(islice(lines[headline].element.iterancestors(), _NEAR_LEVELS))
    above = {id(line) for line in lines[first:headline] if near.isdisjoint(line.element.iterancestors())}
    return [line for line in zone if id(line) not in above]


def _blocks(lines: Sequence[str]) -> tuple[Range, ...]:
    found, start = [], 0
    for line in lines:
        found.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def _dates(
    text: str, blocks: Sequence[Range], words: HeaderWords, language: Language, options: Options
) -> Iterator[When]:
    for block in blocks:
        for one in find_moments(text, *block, words) if block[1] - block[0] <= _LONGEST_DATED else ():
            read = read_moment(text[slice(*one.cut)], languages=(language.code,), timezone=options.timezone)
            if read is not None:
                yield When(one.range, *read)


def _before(when: When | None, end: int) -> When | None:
    return when if when is not None and when.range is not None and when.range[0] < end else None


def _zone(lines: Sequence[Line], headline: int | None, story: int | None) -> Range:
    if headline is None:
        return (max(0, story - 12), story) if story is not None else (0, 0)
    last = min(headline + 1 + _MOST_BELOW, len(lines))
    if story is not None and headline < story < last:
        last = story
    return max(0, headline - _MOST_ABOVE), last


def _by_sign(top: Sequence[Line], text: str, blocks: Sequence[Range], words: HeaderWords) -> tuple[BylinePart, ...]:
    """Names alone on their line, in an element that is called a byline: what a reader tells by its look."""
    for line, block in zip(top, blocks, strict=False):
        if not line.heading and _is_called(line.element) and (parts := bare_names(text, *block, words)):
            return tuple(attrs.evolve(part, rule="page.byline.called") for part in parts)
    return ()


def _is_called(element: Element) -> bool:
    """Whether an element, or one that is near around it or in it, is called a byline or an author's."""
    around = [element, *islice(element.iterancestors(), 2), *islice(element.iterdescendants(), 4)]
    for one in around:
        if not isinstance(one.tag, str):
            continue
        if one.tag not in ("body", "html", "article", "main") and is_called(one, _SIGNS):
            return True
    return False


def _times(element: Element) -> list[tuple[str, bool]]:
    """The moments of the time elements in or around a line, and whether each is called that of a change."""
    if not isinstance(element.tag, str):
        return []
    around = [element, *islice(element.iterdescendants(), _MOST_WITHIN)]
    return [(value, _is_change(one)) for one in around if one.tag == "time" and (value := one.get("datetime"))][:4]


def _is_change(element: Element) -> bool:
    names = (element.get("class") or "").lower().split()
    return not {"updated", "modified", "date-modified", "dt-updated"}.isdisjoint(names) and "published" not in names


def story_line(
    lines: Sequence[Line], keys: Collection[str], summaries: Collection[str], headline: int | None
) -> int | None:
    """The number of the line below the headline where the story begins.

    Args:
        lines: what a reader sees of the page.
        keys: the story's blocks that read as prose, folded.
        summaries: what the page declares as its summary, folded. It may be the story's first paragraph, then it is one
            like the second; or a standfirst, then it stands somewhere else, or byline and date stand between.
        headline: the number of the headline's line, where known.
    """
    found = [
        number
        for number in range(0 if headline is None else headline + 1, len(lines))
        if (key := lines[number].key) in keys or key in summaries
    ][:2]
    if len(found) < 2:
        return found[0] if found else None
    first, second = (lines[number] for number in found)
    close = found[1] == found[0] + 1 and not first.heading and first.key not in summaries
    return found[0] if close or (not first.heading and _beside(first, second)) else found[1]


def _beside(one: Line, other: Line) -> bool:
    """Whether two lines are paragraphs of the same kind, one after the other in the same element."""
    same = one.element.tag == other.element.tag and one.element.get("class") == other.element.get("class")
    return same and one.element.getparent() is other.element.getparent()
