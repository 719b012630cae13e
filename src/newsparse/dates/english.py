"""What dates and times look like in English: `3:14 p.m. ET Nov. 12, 2021`, `Sat 3 May 2021 14.05 BST`, `2 hours ago`.

The groups are those of `abroad`, the same for the other languages. The patterns stand for shapes that newspapers print
and no more: a word that is also a month (*may*, *march*) is one only beside the number of a day.

Text that was taken out of a page often lost the blanks between what stood in boxes of its own
(`May 3, 20219:24 AM UTCUpdated 2 hours ago`): the end of a part is where a new word in title case or a new time begins.
"""

from __future__ import annotations

import functools

import regex

from newsparse.dates.words import words_of_time, zones

_END = r"(?-i:(?!\p{Ll}|\p{Lu}(?!\p{Ll})))"
"""A word's end: no letter follows, or the first one of a word in title case."""

_BEGIN = r"""(?: \G | (?<![\w/.-]) | (?-i:(?<=\p{Ll})(?=\p{Lu}\p{Ll}))
    | (?-i:(?<=\p{Ll}\p{Ll})(?=\d\d?(?:[:/.]\d\d|\s?\p{Lu}\p{Ll}\p{Ll}))) )"""
"""Where a date may begin: the search's own start, the start of a word, and after a word that lost the blank."""

_ZONE = (
    r"(?: \s?+\(?+(?<![a-z])(?P<zone_AT>(?&zones))" + _END + r"(?![+-]\d)\)?+"
    r"| \s?+\(?+(?:GMT|UTC)?+(?P<offset_AT>[+-](?:\d\d:?+\d\d|(?<=[CT].)\d\d?))\b\)?+ )"
)
_CLOCK = (
    r"(?: (?:(?<!\d)|(?<=\d{4}))(?P<hour_AT>[01]?\d|2[0-3])"
    r"  (?: (?: [:.h](?P<minute_AT>[0-5]\d)(?::[0-5]\d)?+ )?+ \s?+(?P<half_AT>[ap])\.?+m" + _END + r"\.?+"
    r"    | [:h](?P<minute_AT>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9}+)?+)?+ (?:\s?+hrs?+\b\.?+)?+"
    r"    | \.(?P<minute_AT>[0-5]\d)(?=\s?+\(?(?&zones)" + _END + r")"
    r"    | (?<=\d\d)(?P<minute_AT>[0-5]\d)(?=\s?+(?:\(?(?&zones)|hrs?+)" + _END + r") (?:\s?+hrs?+\b)?+"
    r"    | \s?+noon\b )"
    r"  (?:" + _ZONE + r")?+ )"
)


def _clock(name: str) -> str:
    """The pattern of a time of day, with the names of its groups ending in `name`."""
    return _CLOCK.replace("_AT", name)


@functools.cache
def weekdays() -> dict[str, int]:
    """The days of the week, Monday is 0, with those short forms that are other words where no date is near."""
    return words_of_time("en", "weekday") | words_of_time("en", "short_weekday")


_ZONES = r"(?(DEFINE) (?P<zones>\L<zones>) )"
_MONTHS = r"(?(DEFINE) (?P<months>\L<months>) )"
"""Lists that a pattern calls by name where it looks ahead: with the list itself in each such place, it takes half as
long again to compile. Where a date begins the list does stand itself: a search skips to what one begins with."""


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(
        pattern.replace(r"\s?+", r"\s{0,3}+"),
        months=list(words_of_time("en", "month")),
        weekdays=list(weekdays()),
        numbers=list(words_of_time("en", "count")),
        zones=list(zones("en")),
        ignore_unused=True,
        cache_pattern=False,  # the functions below keep it
    )


@functools.cache
def moment_pattern() -> regex.Pattern[str]:
    """A date as newspapers print it in English, with the time before or after it if there is one."""
    month = r"(?P<month>\L<months>)(?:\b|(?=\d))\.?+"
    number = r"(?P<number>\d\d?)"
    # The next date or time may follow without a blank: "May 3, 20219:24 AM", "3 May 20243 May 2024".
    # So may a counter of comments: "November 21, 202501747".
    counter = r"(?<=(?:19|20)\d\d)(?=\d{1,6}(?!\d|[:.h]\d))"
    year = rf"(?P<year>\d{{4}})(?:{_END}(?!\d)|(?=\d\d?[:.h]\d\d)|(?=\d\d?\s(?&months)\b)|{counter})"
    weekday = r"(?P<weekday>\L<weekdays>)\b"
    before, after = _clock("_before"), _clock("_after")
    # What no date begins with is told by one set, before any of the four ways in which one may begin is tried.
    letters = "".join(sorted({word[0] for word in (*words_of_time("en", "month"), *weekdays(), "the")}))
    return _compiled(
        rf"""(?xi) (?=[\d{letters}]) {_BEGIN}
        (?: {before} \s?+ [,•·|/–—-]?+ \s?+ (?:on\s)?+ )?+
        (?: {weekday} [.,]{{0,2}}+ \s?+ )?+
        (?P<day> (?P<y1>\d{{4}}) (?P<s1>[-/.]) (?P<n1>\d\d?) (?P=s1) (?P<n2>\d\d?)
          | (?P<n1>\d\d?) (?P<s2>[-/]|\.\s?+) (?P<n2>\d\d?) (?P=s2) (?P<y2>\d{{4}}|\d\d)
          | {month} (?:\s?+|-) {number} (?:st|nd|rd|th)?+ (?:\b|(?=(?:19|20)\d\d))
            (?: ,?+ \s?+ {year} | -{year} | \s['’](?P<year>\d\d)\b )?+
          | (?:the\s)?+ {number} (?:st|nd|rd|th|\.)?+ [\s-]?+ (?:of\s)?+ {month}
            (?: [,-]?+ \s?+ {year} | -(?P<year>\d\d)\b | \s['’](?P<year>\d\d)\b )?+
          | (?P<year>\d{{4}}) ,?+ [\s-] {month} [\s-] {number} \b
        ) (?: (?=\d\d?[:.h]\d\d) | (?=\d\d?\s(?&months)\b) | {counter} | (?![/.-]?+\d) )
        (?: (?<=\d{{4}}) ,?+ \s?+ (?P<weekday>\L<weekdays>)\b (?!-) (?= \s?+ (?:$|[\n,|•·(]) ) )?+
        (?: (?:\s?+[,•·|/–—-]?+\s?+ (?:(?:at|@)\s)?+ | T) {after} )?+
        (?: {_ZONE.replace("_AT", "_last")} )?+ {_ZONES} {_MONTHS}"""
    )


_PAST = (" ago", "today", "yesterday")
_UNITS = ("min", "hour", "hr", "day", "week", "sec", "month", "year")
"""One of these is in the last word of a line that tells a time past by its unit alone (`7 hours`)."""
_LONGEST_UNIT = 9
"""`minutes`, and two characters after it."""


def may_tell_past(low: str) -> bool:
    """Whether a line (as listed) may have a match of `relative_pattern` that says "ago", names a day, or ends it.

    "Every 72 minutes, a ferry leaves" has another: the pattern takes so long to compile that it is not for these.
    """
    low = " ".join(low.split())
    return any(sign in low for sign in _PAST) or any(unit in low[-_LONGEST_UNIT:] for unit in _UNITS)


@functools.cache
def relative_pattern() -> regex.Pattern[str]:
    """`2 hours ago`, `35m ago`, `yesterday at 4:30 p.m.`, and the clipped `7 hours` of web pages."""
    unit = (
        r"(?: (?P<minutes>minutes?|mins?|m(?=\sago)) | (?P<hours>hours?|hrs?|h(?=\sago))"
        r"| (?P<days>days?|d(?=\sago)) | (?P<weeks>weeks?|w(?=\sago)) | seconds?|secs?|months?|mos?(?=\sago)|years? )"
    )
    clock = _clock("")
    return _compiled(
        rf"""(?xi) (?: \b | (?-i:(?<=\p{{Ll}})(?=\d)) )
        (?: (?P<count>\d{{1,3}}+|\L<numbers>(?=\s)) \s?+ {unit}{_END} (?P<ago>\s\bago\b)?+
          | (?P<day>today|yesterday)\b (?: ,?+\s?+ (?:at\s)?+ {clock} )?+ ) {_ZONES}"""
    )


@functools.cache
def clock_pattern() -> regex.Pattern[str]:
    """A time of day alone: `4:30 p.m.`, `03:26 pm`, `14:05 GMT`."""
    begin = r"(?: \G | (?<![\w:.]) | (?-i:(?<=\p{Ll}\p{Ll})) )"
    return _compiled(rf"(?xi) (?=\d) {begin} (?P<clock>{_clock('')}) (?![:\d]) {_ZONES}")
