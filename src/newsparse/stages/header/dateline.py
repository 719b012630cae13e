"""Place, agency and day before the first words of the story: `OSTHAVEN, May 3 (Norpress) - The ...`."""

from __future__ import annotations

import functools

import regex

from newsparse.dates import moment_pattern, read_moment
from newsparse.document import DatelinePart, Options, Range, When
from newsparse.stages.header.parts import HeaderWords


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
    abroad = words.code != "en"
    found = (_pattern_abroad() if abroad else _pattern()).match(text, start, min(end, start + 130))
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
    if not ((capitals and begins) or known or (mark != ":" and (agency or date))):
        return None
    small = agency is not None and text[agency[0]].islower()
    if agency and text[slice(*agency)].lower() not in words.agencies and (small or (not capitals and date is None)):
        return None
    rule = "header.dateline.capitals" if capitals else "header.dateline.agency"
    return DatelinePart(
        range=(start, found.end("head")), places=tuple(places), agency=agency, date=date, body=found.end(), rule=rule
    )


@functools.cache
def _pattern() -> regex.Pattern[str]:
    capitals = r"\p{Lu}[\p{Lu}\p{M}'’.-]++"
    mixed = r"\p{Lu}[\p{L}\p{M}'’.-]*+"
    return regex.compile(
        rf"""(?x)
        (?P<head>
            (?P<place> {capitals} (?:\s{capitals}){{0,4}}+ | {mixed} (?:\s(?:{mixed}|de|la|del|of)){{0,3}} )
            (?: (?:\s?/\s?|\sand\s|\sAND\s) (?P<second> {mixed} (?:\s{mixed}){{0,3}} ) )?+
            (?: ,\s (?P<region> {mixed} (?:\s{mixed})? ) (?!\s?+\d) )?+
            (?: ,?\s (?P<date> \(?+[^()—–\n]{{0,18}}\d[^()—–\n]{{0,14}}?\)?+ ) )?
            (?: ,?\s?\( (?P<agency> \p{{Lu}}[^()\n]{{1,30}}+ ) \) | ,\s(?P<agency>\p{{Lu}}{{2,4}}) )?+
        )
        (?P<mark> \s?(?:—|–|--|―)\s{{0,4}}+ | \s-\s | :\s )"""
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
            (?: \( (?P<agency> \p{{L}}[^()\n]{{1,30}}+ ) \) \s?[-–—]\s )?+
            (?P<place> {capitals} (?:\s{capitals}){{0,4}}+ | {mixed} (?:\s(?:{mixed}|{small})){{0,3}} )
            (?: (?:\s?/\s?|\s(?:und|et|y|e)\s) (?P<second> {mixed} (?:\s{mixed}){{0,3}} ) )?+
            (?: ,\s (?P<region> {mixed} (?:\s{mixed})? ) (?!\s?+\d) )?+
            (?: ,?\s (?P<date> \(?+[^()—–\n]{{0,18}}\d[^()—–\n]{{0,14}}?\)?+ ) )?
            (?: ,?\s?\( (?P<agency> \p{{L}}[^()\n]{{1,30}}+ ) \) | \s (?P<agency> \p{{Ll}}{{2,8}}+ ) (?=\s\|) )?+
        )
        (?P<mark> \.?\s?(?:—|–|--|―)\s?+ | \.?\s-\s | \.-\s? | \s\|\s | :\s | (?<=\))\s )"""
    )


def _places(text: str, found: regex.Match[str], language: str) -> list[Range]:
    place = found.span("place")
    if moment_pattern(language).match(text, place[0]):
        # "May 3 (Norpress) - ...": a day and an agency, no place.
        return []
    if found.group("region"):
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
