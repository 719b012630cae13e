"""The words and zones that dates are told by, from each language's tables."""

from __future__ import annotations

import functools

from newsparse.lang import load_language


def as_listed(said: str) -> str:
    """What a pattern found in any case, as the tables have it: in small letters, a long s and a dotted I made plain."""
    return said.lower().replace("ſ", "s").replace("i\u0307", "i")


@functools.cache
def words_of_time(code: str, kind: str) -> dict[str, int]:
    """The words of one kind ("month", "weekday", "day", "count", ...) in `time_words`, with their number."""
    rows = load_language(code).table("time_words")
    words = zip(rows, rows.column("is"), rows.column("number"), strict=True)
    return {word: int(number) for word, this, number in words if this == kind}


@functools.cache
def words_of_dates(code: str, kind: str) -> tuple[str, ...]:
    """The words of one kind in `date_words`: what stands between the parts of a date."""
    rows = load_language(code).table("date_words").two("is")
    return tuple(word for word, kinds in rows.items() if kind in kinds.split())


@functools.cache
def zones(code: str) -> dict[str, tuple[int, str]]:
    """The time zones printed in a language: minutes east of Greenwich, and whose rules hold.

    English abbreviations are printed everywhere.
    """
    found: dict[str, tuple[int, str]] = {}
    for source in dict.fromkeys(("en", code)):
        rows = load_language(source).table("zones")
        shifts = zip(rows, rows.column("offset"), rows.column("rules"), strict=True)
        found |= {name: (int(offset), rules.strip("-")) for name, offset, rules in shifts}
    return found
