"""What the blocks are: headline, bylines, dateline, dates, furniture, paragraphs."""

from __future__ import annotations

import datetime as dt

import attrs

from newsparse.document.words import Range
from newsparse.model import Contribution, Precision


@attrs.frozen
class When:
    """A moment or range of days: as `model.Timestamp`, with a bare range of characters."""

    range: Range | None
    value: dt.date | dt.datetime
    precision: Precision
    end: dt.date | None = None


@attrs.frozen(kw_only=True)
class BylinePart:
    """As `model.Byline`, with bare ranges; `rule` is the name of the rule that read it."""

    range: Range
    name: Range
    role: Range | None = None
    organization: Range | None = None
    location: Range | None = None
    contact: Range | None = None
    contribution: Contribution = "by"
    rule: str


@attrs.frozen(kw_only=True)
class DatelinePart:
    """As `model.Dateline`, with bare ranges. `body` is where the story's words begin after it."""

    range: Range
    places: tuple[Range, ...] = ()
    agency: Range | None = None
    date: When | None = None
    body: int
    rule: str


@attrs.frozen(kw_only=True)
class Header:
    """Which lines are what. Every non-blank character lies in exactly one of headline, standfirst,
    section, paragraphs, bylines, published/updated lines, credits, corrections and furniture.

    `found` ties a field's path ("headline", "published", "furniture[0]") to range and rule.
    `doubts` ties a range to a reason.
    """

    headline: Range | None = None
    standfirst: Range | None = None
    section: Range | None = None
    bylines: tuple[BylinePart, ...] = ()
    dateline: DatelinePart | None = None
    published: When | None = None
    updated: When | None = None
    credits: tuple[Range, ...] = ()
    corrections: tuple[Range, ...] = ()
    furniture: tuple[Range, ...] = ()
    paragraphs: tuple[Range, ...] = ()
    found: tuple[tuple[str, Range | None, str], ...] = ()
    doubts: tuple[tuple[Range, str], ...] = ()
