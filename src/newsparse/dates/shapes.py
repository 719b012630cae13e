"""Which pattern says what a date looks like in a language: English has its own, the others share one."""

from __future__ import annotations

import regex

from newsparse.dates import abroad, english


def moment_pattern(language: str = "en") -> regex.Pattern[str]:
    """A date as newspapers print it in that language, with the time before or after it if there is one."""
    return english.moment_pattern() if language == "en" else abroad.moment_pattern(language)


def relative_pattern(language: str = "en") -> regex.Pattern[str]:
    """`2 hours ago`, `three weeks ago`, `yesterday`, and the clipped `7 hours` of web pages."""
    return english.relative_pattern() if language == "en" else abroad.relative_pattern(language)


def relative_signs(language: str = "en") -> tuple[str, ...]:
    """What each match of `relative_pattern` has one of, in small letters: telling that there is none is quicker."""
    return english.RELATIVE_SIGNS if language == "en" else abroad.relative_signs(language)


def clock_pattern(language: str = "en") -> regex.Pattern[str]:
    """A time of day alone: `4:30 p.m.`, `03:26 pm`, `14:05 GMT`."""
    return english.clock_pattern() if language == "en" else abroad.clock_pattern(language)
