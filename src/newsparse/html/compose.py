"""The article's text, put together from what was found on the page, and where each part of it came to lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from newsparse.document import BylinePart, DatelinePart, Document, Header, Range, When
from newsparse.html.body import Block
from newsparse.html.folding import fold_name
from newsparse.html.people import Person
from newsparse.stages.header import find_header


@attrs.define(kw_only=True)
class Draft:
    """The text as it grows, and the ranges of its header.

    Attributes:
        text: so far.
        headline, standfirst, section: ranges.
        bylines: those who wrote it.
        moved: where stretches of the page's top came to lie, by where they lay.
        body: where the story begins.
    """

    text: str = ""
    headline: Range | None = None
    standfirst: Range | None = None
    section: Range | None = None
    bylines: list[BylinePart] = attrs.field(factory=list)
    moved: dict[Range, Range] = attrs.field(factory=dict)
    body: int = 0

    def add(self, words: str, *, close: bool = False) -> Range:
        """Add a line, below a blank one unless it belongs to the line above; where it lies."""
        if self.text:
            self.text += "\n" if close else "\n\n"
        start = len(self.text)
        self.text += words
        return start, len(self.text)


def add_stretches(draft: Draft, top: str, bylines: Sequence[BylinePart], others: Iterable[Range]) -> None:
    """Add lines of the page's top as they stand there: bylines, and the stretches of dates, in their order.

    Args:
        draft: what to add them to.
        top: the text of the top.
        bylines: with ranges into `top`.
        others: ranges into `top`.
    """
    close = False
    by_range: dict[Range, list[BylinePart]] = {}
    for part in bylines:
        by_range.setdefault(part.range, []).append(part)
    for place in sorted({*by_range, *others}):
        start, end = draft.moved[place] = draft.add(top[slice(*place)].replace("\n", " "), close=close)
        close = True
        for part in by_range.get(place, ()):
            draft.bylines.append(_shifted(part, start - place[0], (start, end)))


def _shifted(part: BylinePart, by: int, whole: Range) -> BylinePart:
    def moved(place: Range | None) -> Range | None:
        return None if place is None else (place[0] + by, place[1] + by)

    return attrs.evolve(
        part,
        range=whole,
        name=(part.name[0] + by, part.name[1] + by),
        role=moved(part.role),
        organization=moved(part.organization),
        location=moved(part.location),
        contact=moved(part.contact),
    )


def add_people(draft: Draft, people: Sequence[Person], rule: str) -> None:
    """Add a line for each author: the name, and the job title and outlet after a comma."""
    close = False
    for person in people:
        parts = [part for part in (person.name, person.role, person.organization) if part]
        start, end = draft.add(", ".join(parts), close=close)
        close = True
        places, at = [], start
        for part in (person.name, person.role, person.organization):
            places.append((at, at + len(part)) if part else None)
            at += len(part) + 2 if part else 0
        assert places[0] is not None
        draft.bylines.append(
            BylinePart(range=(start, end), name=places[0], role=places[1], organization=places[2], rule=rule)
        )


def add_story(draft: Draft, blocks: Iterable[Block]) -> None:
    """Add the story, a blank line between two blocks of it."""
    lines = [block.text for block in blocks]
    start = len(draft.text) + 2 if draft.text else 0
    if lines:
        draft.text = "\n\n".join([draft.text, *lines] if draft.text else lines)
    draft.body = start if lines else len(draft.text)


def page_header(
    doc: Document,
    draft: Draft,
    moments: tuple[When | None, When | None],
    beside: DatelinePart | None,
    found: Sequence[tuple[str, Range | None, str]],
    doubts: Sequence[tuple[Range, str]],
) -> Header:
    """The header of a page's article: what was decided about the page, and of the story's own lines what they are.

    Args:
        doc: the document of the composed text, with its blocks.
        draft: where its parts lie.
        moments: publication and last change, as decided, each with a range into the text or none.
        beside: a place beside the date at the page's top; one that opens the story wins over it.
        found: field, range and rule of what was decided.
        doubts: range and reason.
    """
    published, updated = moments
    story = tuple(block for block in doc.blocks if block[0] >= draft.body)
    title = () if draft.headline is None else (draft.headline,)
    read = find_header(_dated(attrs.evolve(doc, blocks=(*title, *story)), published))
    inner = _of_story(read, draft.body)
    known = {fold_name(doc.text[slice(*part.name)]) for part in draft.bylines}
    fresh = [part for part in inner.bylines if fold_name(doc.text[slice(*part.name)]) not in known]
    again = {part.range for part in inner.bylines} - {part.range for part in fresh}
    dateline = inner.dateline or _moved_dateline(draft, beside)
    used = {part.range for part in draft.bylines} | {when.range for when in moments if when is not None}
    used |= {dateline.range} if dateline is not None else set()
    again |= set(draft.moved.values()) - used  # a date that can't be read
    late = inner.updated if updated is None and inner.updated is not None and inner.updated.range is not None else None
    published, updated = published or inner.published, updated or late
    again |= _not_chosen(inner, published, updated)
    below = _in_story((inner.headline, inner.standfirst, inner.section, *_joined(read, draft.body)), story)
    below |= {place for place in inner.paragraphs if place[0] >= draft.body}
    rows = [row for row in inner.found if row[0].startswith("furniture") and _place(row)[0] >= draft.body]
    rows += [("furniture", place, "header.furniture.rest_of_line") for place in sorted(again)]
    rows.sort(key=_place)
    bylines = (*draft.bylines, *fresh)
    return Header(
        headline=draft.headline,
        standfirst=draft.standfirst,
        section=draft.section,
        bylines=bylines,
        dateline=dateline,
        published=published,
        updated=updated,
        credits=inner.credits,
        corrections=inner.corrections,
        furniture=tuple(place for _, place, _ in rows if place is not None),
        paragraphs=tuple(sorted(below)),
        found=(
            *found,
            *((f"bylines[{i}]", part.range, part.rule) for i, part in enumerate(bylines)),
            *((("dateline", dateline.range, dateline.rule),) if dateline is not None else ()),
            *(row for row in inner.found if row[0].startswith(("credits", "corrections"))),
            *((f"furniture[{i}]", place, rule) for i, (_, place, rule) in enumerate(rows)),
        ),
        doubts=(*doubts, *inner.doubts),
    )


def _joined(header: Header, body: int) -> list[Range]:
    """What was read as one with the title above the story: a title that ends in a colon takes the next line along."""
    moments = [when.range for when in (header.published, header.updated) if when is not None and when.range is not None]
    places = [*header.paragraphs, *header.furniture, *header.credits, *header.corrections, *moments]
    return [place for place in [*places, *(part.range for part in header.bylines)] if place[0] < body < place[1]]


def _in_story(places: Sequence[Range | None], story: Sequence[Range]) -> set[Range]:
    """What of these lies in the story: all, or, where one goes on from the title above it, the lines below."""
    first = story[0][0] if story else 0
    return {(max(place[0], first), place[1]) for place in places if story and place is not None and place[1] > first}


def _not_chosen(inner: Header, *chosen: When | None) -> set[Range]:
    """Where the story has days of publication and change that others won over."""
    others = [when for when in (inner.published, inner.updated) if when is not None and when not in chosen]
    return {when.range for when in others if when.range is not None}


def _of_story(header: Header, body: int) -> Header:
    """The header without what was read from the title above the story: that is the headline, whatever it looks like."""
    dateline, published, updated = header.dateline, header.published, header.updated
    rows = [row for row in header.found if _place(row)[0] >= body]
    named = {name: [row for row in rows if row[0].startswith(name)] for name in ("credits", "corrections")}
    return attrs.evolve(
        header,
        bylines=tuple(part for part in header.bylines if part.range[0] >= body),
        dateline=dateline if dateline is None or dateline.range[0] >= body else None,
        published=None if published is not None and published.range and published.range[0] < body else published,
        updated=None if updated is not None and updated.range and updated.range[0] < body else updated,
        credits=tuple(place for place in header.credits if place[0] >= body),
        corrections=tuple(place for place in header.corrections if place[0] >= body),
        found=(
            *(row for row in rows if not row[0].startswith(tuple(named))),
            *((f"{name}[{i}]", place, rule) for name, own in named.items() for i, (_, place, rule) in enumerate(own)),
        ),
    )


def _moved_dateline(draft: Draft, part: DatelinePart | None) -> DatelinePart | None:
    place = None if part is None else draft.moved.get(part.range)
    if part is None or place is None:
        return None
    by = place[0] - part.range[0]
    places = tuple((start + by, end + by) for start, end in part.places)
    return DatelinePart(range=place, places=places, body=place[1], rule=part.rule)


def _place(row: tuple[str, Range | None, str]) -> Range:
    return row[1] or (0, 0)


def _dated(doc: Document, published: When | None) -> Document:
    """The document as if the caller had given the day: then no other date in it is taken for that of publication."""
    if published is None or doc.options.published is not None:
        return doc
    return attrs.evolve(doc, options=attrs.evolve(doc.options, published=published.value))
