"""What dates and times look like in the languages besides English: one shape, filled with each language's words.

The languages of the continent print a day in the same order and differ in the words between its parts: `14. Mai 2024,
18.30 Uhr`, `le 14 mai 2024 à 18h30`, `14 de mayo de 2024, 18:30 h`, `14 maggio 2024 alle 18:30`. The words stand in the
tables `time_words` (months, weekdays, numbers, units) and `date_words` (what stands between them).

The groups of a pattern, the same as in English: `day` with `n1`, `n2` and `y2` (in figures), `y1` (year first) or
`number`, `month` and `year`; `clock_before` with `hour_before`, `minute_before`, `half_before` ("p.m."), `zone_before`
and `offset_before`, and the same with `_after`; `zone_last` and `offset_last`.
"""

from __future__ import annotations

import functools

import regex

from newsparse.dates.words import words_of_dates, words_of_time, zones

_ZONE = (
    r"(?: \s?+\(?+(?<![a-z])(?P<zone{0}>\L<zones>)\b(?![+-]\d)\)?+"
    r"| \s?+\(?+(?:GMT|UTC)?+\s?+(?P<offset{0}>[+-](?:\d\d:?+\d\d|(?<=[CT]\s?.)\d\d?))\b\)?+ )"
)
_HALF = r"\s?+(?P<half{0}>[ap])\.?+\s?+m\b\.?+"
_CLOCK = (
    r"(?P<clock{0}> (?<!\d)(?P<hour{0}>[01]?\d|2[0-3])"
    r"  (?: \s?+[:hH]\s?+(?P<minute{0}>[0-5]\d)(?!\d)(?::[0-5]\d(?:\.\d{{1,9}}+)?)?+"
    r"    | [.,](?P<minute{0}>[0-5]\d)(?![\d.,/]) (?:{1})"
    r"    | (?=\s?+\L<hours>(?!\w))"
    r"    | (?=\s?+[ap]\.?+\s?+m\b) )"
    r"  (?:" + _HALF + r")?+ (?:\s?+\L<hours>(?!\w)\.?+)?+ (?:" + _ZONE + r")?+ )"
)
_WORD_AFTER = r"(?=\s?+\L<hours>(?!\w))"
_POINT = r"(?<=\.\d\d)|"


def _compiled(pattern: str, code: str) -> regex.Pattern[str]:
    return regex.compile(
        pattern.replace(r"\s?+", r"[^\S\n]{0,3}+"),
        ignore_unused=True,
        months=list(words_of_time(code, "month")),
        weekdays=[*words_of_time(code, "weekday"), *words_of_dates(code, "weekday")],
        days=list(words_of_time(code, "day")),
        counts=list(words_of_time(code, "count")),
        minutes=list(words_of_time(code, "minute")),
        clocks=list(words_of_time(code, "hour")),
        spans=[*words_of_time(code, "span"), *words_of_time(code, "long")],
        zones=list(zones(code)),
        of=list(words_of_dates(code, "of")),
        the=list(words_of_dates(code, "the")),
        at=list(words_of_dates(code, "at")),
        hours=list(words_of_dates(code, "hours")),
        ordinals=list(words_of_dates(code, "ordinal")),
        ago=list(words_of_dates(code, "ago")),
    )


@functools.cache
def moment_pattern(code: str) -> regex.Pattern[str]:
    """A day as newspapers print it in that language, with the time before or after it if there is one."""
    # A page's text may have lost the blank between a name and a day in figures, or a year and a time.
    year = r"\d{4}(?:(?!\w)|(?=\d\d?(?:[:h]\d\d|\.\s\p{Lu})))"
    weekday = r"(?: (?:\L<weekdays>)(?!\w)[.,]{0,2}+\s?+ (?:\L<the>\s)?+ )?+"
    before, after = _CLOCK.format("_before", _WORD_AFTER), _CLOCK.format("_after", _POINT + _WORD_AFTER)
    return _compiled(
        rf"""(?xi) (?: (?<![\w/.-]) | (?<=\p{{L}}-?)(?=\d\d?(?P<s0>[./])\d\d?(?P=s0)\d{{4}}(?!\d\d\d))
          | (?<=\p{{Ll}})(?=\d\d?\.?+\s\L<months>\s\d{{4}}(?!\d)) | (?<=\.\d{{4}})(?=\d\d?\.\s\L<months>\s) )
        (?: (?:\L<at>\s)?+ {before} \s?+ [,•|·–—-]?+ \s?+ (?:\L<the>\s)?+ )?+
        {weekday}
        (?P<day> (?P<y1>\d{{4}}) (?P<s1>[-/.]) \d\d? (?P=s1) \d\d?(?!\d)
          | (?P<n1>\d\d?) \s?+ (?P<s2>[-/.]) \s?+ (?P<n2>\d\d?) \s?+ (?P=s2) \s?+ (?P<y2>{year}|\d\d(?![\w:]))
          | (?P<number>\d\d?) (?:\L<ordinals>)?+ (?:\.?+\s?+|[-/]|\s\L<of>\s)
            (?P<month>\L<months>)(?!\w)\.?+
            (?: (?: ,?+\s?+ (?:\L<of>\s)?+ | [-/] ) (?P<year>{year}) )?+
          | (?P<month>\L<months>)(?!\w)\.?+ \s (?P<number>\d\d?) (?: , | \s\L<of>(?!\w) ) \s?+ (?P<year>{year})
        )
        (?! \d | [/.]\d | -\d\d?- | -\d{{4}} )
        (?: (?: \s?+ [,•|·–—/-]?+ \s?+ (?:\L<at>(?!\w)\s?+)?+ | T ) {after} )?+
        (?: {_ZONE.format("_last")} )?+""",
        code,
    )


@functools.cache
def clock_pattern(code: str) -> regex.Pattern[str]:
    """A time of day alone: `18.30 Uhr`, `18h30`, `alle 18:30`, `18:30 h`."""
    clock = _CLOCK.format("", _WORD_AFTER)
    return _compiled(rf"(?xi) (?<![\w:.,/-]) (?:\L<at>\s)?+ {clock} (?![:\d])", code)


@functools.cache
def _past(code: str) -> tuple[str, ...]:
    """What each match of `relative_pattern` has one of, in small letters."""
    return tuple(sign.lower() for sign in (*words_of_dates(code, "ago"), *words_of_time(code, "day")))


def may_tell_past(low: str, code: str) -> bool:
    """Whether a line (as listed) may have a match of `relative_pattern`."""
    return any(sign in low for sign in _past(code))


@functools.cache
def relative_pattern(code: str) -> regex.Pattern[str]:
    """`vor 2 Stunden`, `il y a une heure`, `hace 3 días`, `un'ora fa`, and `heute, 18.30 Uhr`."""
    unit = r"(?: (?P<minutes>\L<minutes>) | (?P<hours>\L<clocks>) | \L<spans> )(?!\w)\.?+"
    number = r"(?: (?P<count>\d{1,3}+)\s?+ | (?P<count>\L<counts>)(?:\s|(?<=['’])) )"
    clock = _CLOCK.format("", _POINT + _WORD_AFTER)
    return _compiled(
        rf"""(?xi) (?<!\w)
        (?: (?P<ago>\L<ago>)\s {number} {unit}
          | {number} {unit} \s(?P<ago>\L<ago>)(?!\w)
          | (?P<day>\L<days>)(?!\w) (?: ,?+\s?+ (?:\L<at>(?!\w)\s?+)?+ {clock} )?+ )""",
        code,
    )
