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


def may_tell_past(low: str, language: str = "en") -> bool:
    """Whether a line (as listed) may have a match of `relative_pattern` that says "ago", names a day, or ends it.

    To tell that it has none is quicker than the search.
    """
    return english.may_tell_past(low) if language == "en" else abroad.may_tell_past(low, language)


def clock_pattern(language: str = "en") -> regex.Pattern[str]:
    """A time of day alone: `4:30 p.m.`, `03:26 pm`, `14:05 GMT`."""
    return english.clock_pattern() if language == "en" else abroad.clock_pattern(language)
