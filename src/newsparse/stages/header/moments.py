"""Dates and times in the lines of a header: `Published 3:14 p.m. ET Nov. 12, 2021 | Updated 4:30 p.m.`."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import attrs

from newsparse.dates import clock_pattern, is_ambiguous, moment_pattern, read_clock, read_moment, relative_pattern
from newsparse.document import Options, Range, When
from newsparse.stages.header.parts import HeaderWords, compiled

_LONGEST_LABEL = 24


@attrs.frozen
class Found:
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


def find_moments(text: str, start: int, end: int, words: HeaderWords) -> list[Found]:
    """The dates and times of a line, in order; quick where there are none."""
    if compiled(r"\d").search(text, start, end) is None:
        low = text[start:end].lower()
        if not any(word in low for word in words.ago):
            return []
    found: list[Found] = []
    position = start
    for match in moment_pattern(words.code).finditer(text, start, end):
        found += _lesser(text, position, match.start(), words)
        dated = any(match.group(year) for year in ("y1", "y2", "y3", "y4", "clock_before", "clock_after"))
        found.append(_with_label(text, position, match.span(), "date", dated, words))
        position = match.end()
    return found + _lesser(text, position, end, words)


def _lesser(text: str, start: int, end: int, words: HeaderWords) -> list[Found]:
    """Relative times and times of day between two dates."""
    found = []
    position = start
    for match in relative_pattern(words.code).finditer(text, start, end):
        if match.group("ago") or end - match.end() <= 2:
            found.append(_with_label(text, position, match.span(), "relative", False, words))
            position = match.end()
    if not found:
        for match in clock_pattern(words.code).finditer(text, start, end):
            found.append(_with_label(text, position, match.span(), "clock", False, words))
            position = match.end()
    return found


def _with_label(
    text: str, floor: int, cut: Range, kind: Literal["date", "relative", "clock"], dated: bool, words: HeaderWords
) -> Found:
    end = cut[0]
    while end > floor and text[end - 1] in " \t:\u00a0-–":
        end -= 1
    first = max(floor, end - _LONGEST_LABEL)
    low = text[first:end].lower()
    for size in range(len(low), 3, -1):
        label = low[-size:]
        if label in words.date_labels and not low[: len(low) - size][-1:].isalpha():
            return Found(kind, words.date_labels[label], (end - size, cut[1]), cut, dated)
    return Found(kind, None, cut, cut, dated)


def settle(
    text: str, found: list[Found], options: Options, language: str = "en"
) -> tuple[When | None, When | None, list[tuple[Range, str]]]:
    """Which of the header's moments is the day of publication, and which the last change.

    Args:
        text: the article.
        found: the moments of the header, in order.
        options: what the caller knows.
        language: the code of the text's language.

    Returns:
        Published and updated, either or both none, and what is in doubt.
    """
    doubts: list[tuple[Range, str]] = []
    base = options.published
    order = _order(text, found, options)
    published = updated = None
    for one in found:
        if one.label == "updated" or published is not None:
            continue
        value = _value(text, one, base, options, order, language)
        if value is None and one.kind == "date" and is_ambiguous(text[slice(*one.cut)], language):
            doubts.append((one.cut, "day and month can be read in either order"))
        published = value
    published = _with_clock(text, found, published, options, language)
    for one in found:
        if one.label == "updated" and updated is None:
            known = published.value if published else base
            updated = _value(text, one, known, options, order, language)
    return published, updated, doubts


def _value(
    text: str, one: Found, base: dt.date | None, options: Options, order: str | None, language: str
) -> When | None:
    if one.kind == "clock":
        if base is None or one.label is None:
            return None
        match = clock_pattern(language).search(text, *one.cut)
        day = base.date() if isinstance(base, dt.datetime) else base
        zone = base.tzinfo if isinstance(base, dt.datetime) else options.timezone
        moment = read_clock(match, day, zone, language) if match else None
    else:
        cut = text[slice(*one.cut)]
        moment = read_moment(cut, languages=(language,), base=base, timezone=options.timezone, order=order)
    return When(one.range, moment[0], moment[1]) if moment else None


def _with_clock(text: str, found: list[Found], published: When | None, options: Options, language: str) -> When | None:
    """The day of publication with the time that stands by itself on the next line."""
    if published is None or published.precision != "day" or published.range is None:
        return published
    clocks = [one for one in found if one.kind == "clock" and one.label is None]
    after = next((one for one in clocks if 0 <= one.cut[0] - published.range[1] <= 4), None)
    match = clock_pattern(language).search(text, *after.cut) if after else None
    moment = read_clock(match, published.value, options.timezone, language) if match else None
    if after is None or moment is None:
        return published
    return When((published.range[0], after.cut[1]), moment[0], moment[1])


def _order(text: str, found: list[Found], options: Options) -> str | None:
    """Day or month first, where the country shows it: by the caller's zone or address, or a zone in the text."""
    name = str(options.timezone or "")
    host = (options.url or "").split("//")[-1].split("/")[0].lower()
    if name.startswith(("US/", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")):
        return "MDY"
    day_first = (".uk", ".au", ".nz", ".ie", ".in", ".za")
    if name.startswith(("Europe/", "Africa/", "Australia/")) or host.endswith(day_first):
        return "DMY"
    zones = {word.strip("().,").upper() for one in found for word in text[slice(*one.cut)].split()}
    if zones & {"ET", "EST", "EDT", "CT", "CDT", "PT", "PST", "PDT", "MT", "MDT"}:
        return "MDY"
    return "DMY" if zones & {"BST", "GMT", "CET", "CEST", "AEST", "AEDT", "SAST"} else None
