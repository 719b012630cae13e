"""The header stage: which lines are headline, bylines, dates, credits and furniture, and which are the story.

`find_header` reads the top of the page (`zone`), picks the headline, reads the dateline and the closing lines,
and puts every block, or each stretch of it, into exactly one part.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from newsparse.document import BylinePart, DatelinePart, Document, Header, Options, Range, When
from newsparse.stages.header.body import Body, read_body
from newsparse.stages.header.closing import names_inside
from newsparse.stages.header.date_order import day_in_address
from newsparse.stages.header.dateline import find_dateline, place_beside
from newsparse.stages.header.kickers import with_kickers
from newsparse.stages.header.leftovers import cover
from newsparse.stages.header.moments import find_moments, settle
from newsparse.stages.header.parts import HeaderWords, Part, words_of
from newsparse.stages.header.pasted import page_start
from newsparse.stages.header.prose import is_place_alone
from newsparse.stages.header.top import Top, read_top

__all__ = ["find_header", "prose"]

_BLANKS = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"
"""Blanks that do not break, or have a width of their own: read as plain ones, character for character."""
_TAIL = 160
_FEW_AFTER = 6
_FEW_BELOW = 12
_LONGEST_BARE_DATE = 70
_POINTS = "*•-–·"
"""What stands before each point of a list, such as a wire's above its story."""


def find_header(doc: Document) -> Header:
    """Which part of the article each of its blocks is.

    Args:
        doc: a document with its blocks.

    Returns:
        The header; every non-blank character of the text lies in exactly one of its parts, where a dateline
        counts as part of its paragraph.
    """
    words = words_of(doc.language)
    text = doc.text
    for blank in _BLANKS:  # `translate` takes forty times as long where a text is not ASCII
        text = text.replace(blank, " ")
    blocks = with_kickers(text, doc.blocks, words) if words.abroad else doc.blocks
    start = page_start(text, blocks, words)
    if start or text is not doc.text or blocks is not doc.blocks:
        doc = Document(text=text, language=doc.language, options=doc.options, blocks=blocks[start:])
    inside = names_inside(text)
    top = read_top(doc, words, inside=inside)
    top.parts += [Part("furniture", block, "header.furniture.page_top") for block in blocks[:start]]
    headline = doc.text[slice(*top.headline)] if top.headline else ""
    body = read_body(doc.text, doc.blocks[top.used :], words, headline, inside=inside)
    dateline = _dateline(doc, top, _paragraphs(doc.text, top, body), words)
    return _assemble(doc, top, body, dateline)


def prose(header: Header) -> tuple[Range, ...]:
    """What may hold quotes: headline, standfirst and paragraphs in text order, without a dateline."""
    found = [block for block in (header.headline, header.standfirst) if block is not None]
    if header.dateline is None:
        found += header.paragraphs
    else:
        first, body = header.dateline.range[0], header.dateline.body
        found += [(body if start == first and body < end else start, end) for start, end in header.paragraphs]
    found.sort()
    return tuple(found)


def _paragraphs(text: str, top: Top, body: Body) -> list[Range]:
    """The paragraphs in order, a place that stands on a line of its own joined to the first one (`OSTHAVEN —`)."""
    paragraphs = sorted([*top.paragraphs, *body.paragraphs])
    for number, (start, end) in enumerate(paragraphs[:2]):
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if after and is_place_alone(text, start, end) and not text[end : after[0]].strip():
            return [*paragraphs[:number], (start, after[1]), *paragraphs[number + 2 :]]
    return paragraphs


def _dateline(doc: Document, top: Top, paragraphs: Sequence[Range], words: HeaderWords) -> DatelinePart | None:
    first = next((i for i, (start, _) in enumerate(paragraphs) if doc.text[start] not in _POINTS), 0)
    for block in paragraphs[: len(top.paragraphs) + first + 2]:
        colon = top.headline is not None and doc.text.find(":", block[0], block[0] + 140) > 0
        colon = colon and sum(_speaks(doc.text, other) for other in paragraphs[:40]) < 2
        found = find_dateline(doc.text, block, words, doc.options, colon=colon)
        if found is not None:
            return found
    covered = [person.range for person in top.bylines]
    covered += [one for one in (top.headline, top.standfirst, top.section) if one is not None]
    return place_beside(doc.text, top.lines, [one.range for one in top.moments], covered, words)


def _speaks(text: str, block: Range) -> bool:
    """Whether a block opens as a line of a transcript such as `ORTIZ: No.` does."""
    colon = text.find(":", block[0], min(block[0] + 40, block[1]))
    return colon > 0 and text[block[0] : colon].isupper()


def _assemble(doc: Document, top: Top, body: Body, dateline: DatelinePart | None) -> Header:
    settled = settle(
        doc.text,
        top.moments,
        doc.options,
        doc.language.code,
        places=dateline.places if dateline else (),
        headline=top.headline[1] if top.headline else 0,
    )
    published, updated, at_foot = settled.published, settled.updated, None
    if published is None:
        published, updated = _late(doc, body, updated)
        at_foot = published
        if dateline is not None and any(_overlaps(dateline.range, one) for one in (published, updated)):
            dateline = None
    elif top.moments:
        _again(doc, body)
    if published is None and dateline is not None:
        published = dateline.date
    published = _given(doc.options, published)
    if at_foot is not None and at_foot.range is not None and published is not at_foot:  # the caller's wins over it
        body.parts.append(Part("furniture", at_foot.range, "header.furniture.rest_of_line"))
    bylines = (*top.bylines, *body.bylines)
    covered = [p.range for p in bylines]
    covered += [one for one in (top.headline, top.standfirst, top.section) if one is not None]
    covered += [one.range for one in (published, updated) if one is not None and one.range is not None]
    covered += [] if dateline is None else [dateline.range]
    parts = [*top.parts, *body.parts]
    covered += [part.range for part in parts if part.kind != "furniture"]
    covered += [*top.paragraphs]
    furniture = [part for part in parts if part.kind == "furniture"]
    dates = [one.range for one in (published, updated) if one is not None and one.range is not None]
    # A bullet on the line between a day and its time lies within the moment.
    for date in dates:
        furniture = [part for part in furniture if not _within(part.range, date)]
    listed = {
        "credits": [part for part in parts if part.kind == "credit"],
        "corrections": [part for part in parts if part.kind == "correction"],
        "furniture": cover(doc.text, top.lines, furniture, covered),
    }
    return Header(
        headline=top.headline,
        standfirst=top.standfirst,
        section=top.section,
        bylines=bylines,
        dateline=dateline,
        published=published,
        updated=updated,
        credits=tuple([part.range for part in listed["credits"]]),
        corrections=tuple([part.range for part in listed["corrections"]]),
        furniture=tuple([part.range for part in listed["furniture"]]),
        paragraphs=tuple(_paragraphs(doc.text, top, body)),
        found=_provenance(top, bylines, dateline, {"published": published, "updated": updated}, listed),
        doubts=settled.doubts,
    )


def _within(range_: Range, other: Range) -> bool:
    return other[0] <= range_[0] and range_[1] <= other[1]


def _overlaps(range_: Range, when: When | None) -> bool:
    return when is not None and when.range is not None and when.range[0] < range_[1] and range_[0] < when.range[1]


def _given(options: Options, published: When | None) -> When | None:
    """The caller's day of publication, which wins; else the text's; else the one in the article's address."""
    value = options.published
    if value is not None:
        return When(None, value, "minute" if isinstance(value, dt.datetime) else "day")
    if published is None and options.url is not None:
        day = day_in_address(options.url)
        return None if day is None else When(None, day, "day")
    return published


def _late(doc: Document, body: Body, updated: When | None) -> tuple[When | None, When | None]:
    """The day of publication at the story's foot, where a label says that it is one."""
    for place, block in enumerate(body.paragraphs):
        start, end = block
        if end - start > _TAIL:  # as most are
            continue
        bare = body.words.abroad and doc.text[start].isdigit() and end - start <= _LONGEST_BARE_DATE
        if not (bare or doc.text[start : start + 2].lower() in body.words.late):
            continue
        moments = find_moments(doc.text, start, end, body.words)
        # Without a label, only the day with its year, or the day and then the last change, is one.
        bare = bare and bool(moments) and moments[0].dated and (len(moments) == 1 or moments[1].label is not None)
        little = bool(moments) and len(doc.text[moments[-1].range[1] : end].split()) <= _FEW_AFTER
        if little and (moments[0].label or bare) and moments[0].range[0] == start:
            settled = settle(doc.text, moments, doc.options, doc.language.code)
            published, later = settled.published, settled.updated
            if published is not None or later is not None:
                del body.paragraphs[place]
                body.parts += _uncovered(doc.text, block, published, later if updated is None else None)
                return published, updated or later
    return None, updated


def _again(doc: Document, body: Body) -> None:
    """The day of publication once more at the story's foot, with its label: the page's, where the top has it too."""
    for place in range(len(body.paragraphs) - 1, -1, -1)[:_FEW_BELOW]:
        start, end = body.paragraphs[place]
        if end - start > _TAIL or doc.text[start : start + 2].lower() not in body.words.late:
            continue
        moments = find_moments(doc.text, start, end, body.words)
        alone = bool(moments) and moments[0].label is not None and moments[0].range[0] == start
        if alone and len(doc.text[moments[-1].range[1] : end].split()) <= _FEW_AFTER:
            del body.paragraphs[place]
            body.parts.append(Part("furniture", (start, end), "header.furniture.rest_of_line"))


def _uncovered(text: str, block: Range, published: When | None, updated: When | None) -> list[Part]:
    covered = [one.range for one in (published, updated) if one is not None and one.range is not None]
    return cover(text, [block], [], covered)


def _provenance(
    top: Top,
    bylines: Sequence[BylinePart],
    dateline: DatelinePart | None,
    dates: Mapping[str, When | None],
    listed: Mapping[str, Sequence[Part]],
) -> tuple[tuple[str, Range | None, str], ...]:
    """What found each part of a header; `dates` and `listed` by the names of their fields."""
    found: list[tuple[str, Range | None, str]] = []
    for name, range_, rule in (
        ("headline", top.headline, top.headline_rule),
        ("standfirst", top.standfirst, top.standfirst_rule),
        ("section", top.section, top.section_rule),
    ):
        if range_ is not None:
            found.append((name, range_, rule))
    found += [(f"bylines[{i}]", p.range, p.rule) for i, p in enumerate(bylines)]
    if dateline is not None:
        found.append(("dateline", dateline.range, dateline.rule))
    for name, when in dates.items():
        if when is not None and when.range is not None:
            found.append((name, when.range, _date_rule(when, dateline, name)))
    for name, parts in listed.items():
        found += [(f"{name}[{i}]", part.range, part.rule) for i, part in enumerate(parts)]
    return tuple(found)


def _date_rule(when: When, dateline: DatelinePart | None, name: str) -> str:
    if dateline is not None and when.range is not None and dateline.range[0] <= when.range[0] < dateline.range[1]:
        return "header.date.in_dateline"
    return "header.date.updated" if name == "updated" else "header.date.published"
