"""Dates and times in the lines of a header: `Published 3:14 p.m. ET Nov. 12, 2021 | Updated 4:30 p.m.`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple

from newsparse.dates import (
    as_listed,
    clock_pattern,
    is_ambiguous,
    may_tell_past,
    moment_pattern,
    read_clock,
    read_moment,
    relative_pattern,
)
from newsparse.document import Options, Range, When
from newsparse.stages.header.date_order import date_order
from newsparse.stages.header.parts import HeaderWords, compiled, find_figure

_LONGEST_LABEL = 28
_FARTHEST_CLOCK = 8
_FARTHEST_WORD = 60
"""A day begins no farther before its first figure: a weekday and a month with blanks and commas take half of that."""
_SEPARATORS = " \t:\u00a0-–—|•·/("


class Found(NamedTuple):
    """A date or time in a line.

    Attributes:
        kind: a whole "date", a "relative" time ("2 hours ago"), or a "clock" without a day.
        label: what the words before it make it, if anything.
        range: with the label.
        cut: without it.
        dated: has a year of its own, or a time of day: more than "May 3".
    """

    kind: Literal["date", "relative", "clock"]
    label: str | None
    range: Range
    cut: Range
    dated: bool


def may_hold_moment(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether a line has a figure, or a word such as "ago"."""
    if find_figure(text, start, end) is not None:
        return True
    low = text[start:end].lower()
    return any(word in low for word in words.ago)


def find_moments(text: str, start: int, end: int, words: HeaderWords) -> list[Found]:
    """The dates and times of a line, in order; quick where there are none."""
    figure = find_figure(text, start, end)
    if figure is None:
        low = text[start:end].lower()
        for word in words.ago:
            if word in low:
                return _lesser(text, start, end, words)
        return []
    if not _may_hold_day(text, start, end, words):
        return _lesser(text, start, end, words)
    found: list[Found] = []
    position = start
    # The words before a day's first figure, weekday and month, are few.
    near = max(start, text.rfind(" ", start, max(start, figure.start() - _FARTHEST_WORD)) + 1)
    for match in moment_pattern(words.code).finditer(text, near, end):
        found += _lesser(text, position, match.start(), words)
        dated = any(match.group(part) for part in ("y1", "y2", "year", "hour_before", "hour_after"))
        found.append(_with_label(text, position, match.span(), "date", dated, words))
        position = match.end()
    return found + _lesser(text, position, end, words)


def _may_hold_day(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether a line with a figure has what every day has: figures with a mark between them, or a month."""
    if compiled(r"\d\s{0,3}[-/.]\s{0,3}\d").search(text, start, end):
        return True
    low = as_listed(text[start:end])
    return any(month in low for month in words.months)


def _lesser(text: str, start: int, end: int, words: HeaderWords) -> list[Found]:
    """Relative times and times of day between two dates."""
    found: list[Found] = []
    if start >= end:
        return found
    position = start
    told = may_tell_past(as_listed(text[start:end]), words.code)
    for match in relative_pattern(words.code).finditer(text, start, end) if told else ():
        one = _with_label(text, position, match.span(), "relative", False, words)
        alone = one.label is not None or not text[start : match.start()].strip(_SEPARATORS)
        if match.group("ago") or (end - match.end() <= 2 and (alone or not match.group("day"))):
            found.append(one)
            position = match.end()
    if not found and find_figure(text, start, end):
        for match in clock_pattern(words.code).finditer(text, start, end):
            found.append(_with_label(text, position, match.span(), "clock", False, words))
            position = match.end()
    return found


def _with_label(
    text: str, floor: int, cut: Range, kind: Literal["date", "relative", "clock"], dated: bool, words: HeaderWords
) -> Found:
    end = cut[0]
    while end > floor and text[end - 1] in _SEPARATORS:
        end -= 1
    first = max(floor, end - _LONGEST_LABEL)
    low = text[first:end].lower()
    if len(low) == end - first and low.endswith(words.date_label_row):  # a letter may be two when it is made small
        for size in range(len(low), 3, -1):
            label, before = low[-size:], text[end - size - 1 : end - size] if end - size > floor else ""
            # "GrantPublished": the page lost the blank.
            begins = not before.isalpha() or (before.islower() and text[end - size].isupper())
            if begins and label in words.date_labels:
                return Found(kind, words.date_labels[label], (end - size, cut[1]), cut, dated)
    return Found(kind, None, cut, cut, dated)


class Settled(NamedTuple):
    """What the dates of the header come to.

    Attributes:
        published, updated: the moments, each or both none.
        doubts: what can be read in two ways, with the reason.
    """

    published: When | None = None
    updated: When | None = None
    doubts: tuple[tuple[Range, str], ...] = ()


class _Scale(NamedTuple):
    """What dates are read by: the text, what the caller knows, the language and the order of figures."""

    text: str
    options: Options
    language: str
    order: str | None


def settle(
    text: str,
    found: Sequence[Found],
    options: Options,
    language: str = "en",
    *,
    places: Sequence[Range] = (),
    headline: int = 0,
) -> Settled:
    """Which of the header's moments is the day of publication, and which the last change.

    A label decides; without one, the first below the headline; then the first at all (above the headline, pages
    print today's date too).

    Args:
        text: the article.
        found: the moments of the header, in order.
        options: what the caller knows.
        language: the code of the text's language.
        places: those of the dateline, whose country shows the order of figures.
        headline: where the headline ends.
    """
    if not found:
        return Settled()
    order = date_order(text, [one.cut for one in found], options, language, places)
    scale = _Scale(text, options, language, order)
    labelled = [one for one in found if one.label == "published"]
    bare = [one for one in found if one.label is None]
    below = [one for one in bare if one.cut[0] >= headline]
    changes = [one for one in found if one.label == "updated"]
    published, doubts = _first([*labelled, *below, *bare], options.published, scale)
    published = _with_clock(bare, published, scale)
    updated, _ = _first(changes, published.value if published else options.published, scale)
    if published is None and updated is not None:
        # "Updated May 3, 2024, first published at 5 a.m."
        published, _ = _first([one for one in labelled if one.kind == "clock"], updated.value, scale)
    return Settled(published, updated, tuple(doubts))


def _first(found: Sequence[Found], base: dt.date | None, scale: _Scale) -> tuple[When | None, list[tuple[Range, str]]]:
    """The first that can be read, and what could be read in two ways before it."""
    doubts: list[tuple[Range, str]] = []
    for one in found:
        value = _value(one, base, scale)
        if value is not None:
            return value, doubts
        doubt = (one.cut, "day and month can be read in either order")
        if one.kind == "date" and is_ambiguous(scale.text[slice(*one.cut)], scale.language) and doubt not in doubts:
            doubts.append(doubt)
            if one.label is not None:
                break  # the day of publication is this one, and no other may stand for it
    return None, doubts


def _value(one: Found, base: dt.date | None, scale: _Scale) -> When | None:
    timezone, language = scale.options.timezone, scale.language
    if one.kind == "clock":
        if base is None or one.label is None:
            return None
        match = clock_pattern(language).search(scale.text, *one.cut)
        day = base.date() if isinstance(base, dt.datetime) else base
        zone = base.tzinfo if isinstance(base, dt.datetime) else timezone
        moment = read_clock(match, day, zone, language) if match else None
    else:
        cut = scale.text[slice(*one.cut)]
        asked = scale.options.date_order is not None or is_ambiguous(cut, language)
        order = scale.order if asked else None  # the weekday that is printed with it goes before the country
        moment = read_moment(cut, languages=(language,), base=base, timezone=timezone, order=order)
    return When(one.range, moment[0], moment[1]) if moment else None


def _is_next(text: str, end: int, start: int) -> bool:
    """Whether nothing but blanks and a mark stands between a day and the time after it."""
    return 0 <= start - end <= _FARTHEST_CLOCK and not text[end:start].strip(" \t\r\n\u00a0,|·•–-")


def _with_clock(bare: Sequence[Found], published: When | None, scale: _Scale) -> When | None:
    """The day of publication with the time that stands by itself on the next line."""
    if published is None or published.precision != "day" or published.range is None:
        return published
    clocks = [one for one in bare if one.kind == "clock"]
    after = next((one for one in clocks if _is_next(scale.text, published.range[1], one.cut[0])), None)
    match = clock_pattern(scale.language).search(scale.text, *after.cut) if after else None
    moment = read_clock(match, published.value, scale.options.timezone, scale.language) if match else None
    if after is None or moment is None:
        return published
    return When((published.range[0], after.cut[1]), moment[0], moment[1])
