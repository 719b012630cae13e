"""Place, agency and day before the first words of the story: `OSTHAVEN, May 3 (Norpress) - The ...`."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import regex

from newsparse.dates import moment_pattern, read_moment
from newsparse.document import DatelinePart, Options, Range, When
from newsparse.stages.header.parts import HeaderWords, compiled

_LONGEST = 130
"""A dateline ends within so many characters."""


def find_dateline(
    text: str, paragraph: Range, words: HeaderWords, options: Options, *, colon: bool
) -> DatelinePart | None:
    """The dateline that opens a paragraph, or none.

    Args:
        text: the article.
        paragraph: where the paragraph is.
        words: the language's header words.
        options: what the caller knows (the day without a year is reckoned from its day).
        colon: whether `PLACE: The ...` is one too; in a transcript it is somebody speaking.
    """
    start, end = paragraph
    if not text[start].isupper() and text[start] != "(":
        return None
    abroad = words.abroad
    if not abroad and _has_no_mark(text[start : min(end, start + _LONGEST)]):
        return None
    found = (_pattern_abroad() if abroad else _pattern()).match(text, start, min(end, start + _LONGEST))
    if found is None or found.end() >= end:
        return None
    mark = found.group("mark").strip()
    if mark == ":" and not (colon and end - start >= 60):
        return None
    head = text[start : found.end("head")]
    places = _places(text, found, words.code)
    if any(text[slice(*place)].lower() in words.label_words for place in places):
        return None
    after = text[found.end() : found.end() + 1]
    agency = found.span("agency") if found.group("agency") else None
    date = _date(text, found, options, words.code)
    if not places and not agency:
        return None
    capitals = bool(places) and found.group("place").isupper() and len(head) >= 4
    begins = after.isupper() or after.isdigit() or after in "\"“‘'„«»"
    known = abroad and begins and mark != ":" and bool(places) and found.group("place").lower() in words.cities
    if abroad and not known and (mark == "." or text[start] == "(") and agency is None:
        return None
    if not ((capitals and begins) or known or (mark != ":" and (agency or date))):
        return None
    small = agency is not None and text[agency[0]].islower() and mark != "|"
    listed = agency is not None and text[slice(*agency)].split("/")[0].lower() in words.agencies
    if agency and not listed and (small or (not capitals and date is None)):
        return None
    if not abroad and not mark.strip(".") and not (agency and begins and (found.group("date") or capitals)):
        return None  # "OSTHAVEN, May 3 (AP) The ...": no dash, so that an agency is asked for
    rule = "header.dateline.capitals" if capitals else "header.dateline.agency"
    if known and not (capitals or agency or date):
        rule = "header.dateline.city"
    return DatelinePart(
        range=(start, found.end("head")), places=tuple(places), agency=agency, date=date, body=found.end(), rule=rule
    )


def _has_no_mark(said: str) -> bool:
    """Whether a paragraph's beginning lacks all that may stand behind an English dateline."""
    return not ("—" in said or "–" in said or "-" in said or "―" in said or ":" in said or ")" in said or "/" in said)


@functools.cache
def _pattern() -> regex.Pattern[str]:
    capitals = r"\p{Lu}(?:[\p{Lu}\p{M}'’.]|-(?!-))++"
    mixed = r"\p{Lu}(?:[\p{L}\p{M}'’.]|-(?!-))*+"
    return regex.compile(
        rf"""(?x)
        (?P<head>
            (?P<place> {capitals} (?:\s{capitals}){{0,4}}+ | {mixed} (?:\s(?:{mixed}|de|la|del|of)){{0,3}} )
            (?: ,\s (?P<first_region> {mixed} (?:\s{mixed})? ) (?=\s?/|\sand\s|\sAND\s) )?+
            (?: (?:\s?/\s?|\sand\s|\sAND\s) (?P<second> {mixed} (?:\s{mixed}){{0,3}} ) )?+
            (?: ,\s (?P<region> {mixed} (?:\s{mixed})? ) (?!\s?+\d) )?+
            (?: ,?\s (?P<date> \(?+[^()—–\n]{{0,18}}\d[^()—–\n]{{0,14}}?\)?+ ) )?
            (?: ,?\s?\( (?P<agency> \p{{Lu}}[^()\n]{{1,30}}+ ) \) | ,\s(?P<agency>\p{{Lu}}{{2,4}})
              | \s?--\s?\( (?P<agency> \p{{Lu}}[^()\n]{{1,30}}+ ) \)
              | \.?\s?/ (?P<agency> \p{{Lu}}[^/\n]{{1,30}}+ ) / )?+
        )
        (?P<mark> \s?(?:—|–|--|―)\s{{0,4}}+ | \s-\s | :\s | (?<=/)\.?\s | (?<=\))\s )"""
    )


@functools.cache
def _pattern_abroad() -> regex.Pattern[str]:
    """As above, with agencies in small letters and first, and the marks of other countries: `.-` and a bar."""
    capitals = r"\p{Lu}[\p{Lu}\p{M}'’.-]++"
    mixed = r"\p{Lu}[\p{L}\p{M}'’-]*+"
    small = "(?:de|la|del|di|am|an|der|im|sur|le|les)"
    return regex.compile(
        rf"""(?x)
        (?P<head>
            \( (?P<place> {mixed} (?:[\s-](?:{mixed}|{small})){{0,3}} ) \) (?=\s\p{{Lu}})
            | (?: \( (?P<agency> \p{{L}}[^()\n]{{1,30}}+ ) \) \s?[-–—]\s )?+
            (?P<place> {capitals} (?:\s{capitals}){{0,4}}+ | {mixed} (?:\s(?:{mixed}|{small})){{0,3}} )
            (?: (?:\s?/\s?|\s(?:und|et|y|e)\s) (?P<second> {mixed} (?:\s{mixed}){{0,3}} ) )?+
            (?: ,\s (?P<region> {mixed} (?:\s{mixed})? ) (?!\s?+\d) )?+
            (?: ,?\s (?P<date> \(?+[^()—–\n]{{0,18}}\d[^()—–\n]{{0,14}}?\)?+ ) )?
            (?: ,?\s?\( (?P<agency> \p{{L}}[^()\n]{{1,30}}+ ) \) | \s (?P<agency> \p{{Ll}}{{2,8}}+ ) (?=\s\|) )?+
        )
        (?P<mark> \.?\s?(?:—|–|--|―)\s?+ | \.?\s-\s | \.-\s? | \s\|\s | :\s
            | (?<=\))\.?\s | \.\s(?!\() )"""
    )


def _places(text: str, found: regex.Match[str], language: str) -> list[Range]:
    place = found.span("place")
    if moment_pattern(language).match(text, place[0]):
        # "May 3 (Norpress) - ...": a day and an agency, no place.
        return []
    if language == "en" and found.group("first_region"):
        place = (place[0], found.end("first_region"))
    elif found.group("region"):
        place = (place[0], found.end("region")) if not found.group("second") else place
    places = [place]
    if found.group("second"):
        second = found.span("second")
        places.append((second[0], found.end("region")) if found.group("region") else second)
    return places


def _date(text: str, found: regex.Match[str], options: Options, language: str) -> When | None:
    if not found.group("date"):
        return None
    first = found.start("date")
    pattern = moment_pattern(language)
    match = pattern.search(text, first, found.end("date")) or pattern.match(text, found.start())
    if match is None:
        return None
    moment = read_moment(match.group(), languages=(language,), base=options.published, timezone=options.timezone)
    return When(match.span(), moment[0], moment[1]) if moment else None


def place_beside(
    text: str, lines: Sequence[Range], moments: Sequence[Range], covered: Sequence[Range], words: HeaderWords
) -> DatelinePart | None:
    """The place that stands beside a date of the header: `Osthaven | May 3, 2021`, `3 May 2021 • Cork, Ireland`.

    Args:
        text: the article.
        lines: those of the header that hold names and dates.
        moments: the dates in them, labels included.
        covered: what else is something already.
        words: the language's header words.
    """
    taken = sorted({*moments, *covered})
    for line in sorted(lines):
        inside = [one for one in taken if line[0] <= one[0] and one[1] <= line[1]]
        if not any(one in moments for one in inside):
            continue
        edges = [line[0], *(edge for one in inside for edge in one), line[1]]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            for place in _pieces(text, start, end):
                if _is_place(text[slice(*place)], words):
                    return DatelinePart(range=place, places=(place,), body=place[1], rule="header.dateline.beside_date")
                if (told := _by_agency(text, place, words)) is not None:
                    return told
    return None


def _by_agency(text: str, piece: Range, words: HeaderWords) -> DatelinePart | None:
    """`Osthaven (AFP)`, any place with a known agency after it."""
    if text[piece[1] - 1] != ")":
        return None
    found = compiled(r"(\p{Lu}[^()\d,]{1,40}?) ?\(([^()]{2,20}+)\)").fullmatch(text, *piece)
    if found is None or found.group(2).lower() not in words.agencies:
        return None
    return DatelinePart(
        range=piece,
        places=(found.span(1),),
        agency=found.span(2),
        body=piece[1],
        rule="header.dateline.beside_date",
    )


def _pieces(text: str, start: int, end: int) -> Iterator[Range]:
    """What stands between bars, bullets and dashes in a stretch."""
    for found in compiled(r"[^|•·∙/—–\n-]++(?:(?<=\w)-(?=\w)[^|•·∙/—–\n-]++)*+").finditer(text, start, end):
        first, last = found.span()
        while first < last and text[first] in " \t\u00a0,;:":
            first += 1
        while last > first and text[last - 1] in " \t\u00a0,;:":
            last -= 1
        if first < last:
            yield first, last


def _is_place(said: str, words: HeaderWords) -> bool:
    parts = [part.strip().lower().strip(".") for part in said.split(",")]
    if not said[0].isupper() or len(said.split()) > 5 or len(parts) > 3 or said.lower() in words.sections:
        return False
    return parts[-1] in words.places or (len(parts) > 1 and parts[0] in words.places)
