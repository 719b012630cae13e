"""In which order day, month and year stand in figures: 03/04/2021 is one day in London and another in Chicago."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping, Sequence

import regex

from newsparse.document import Options, Range
from newsparse.lang import load_language
from newsparse.stages.header.parts import compiled

_EUROPE_AND_AFRICA = range(1, 4)
"""Hours east of Greenwich where nobody puts the month first."""


def date_order(
    text: str, moments: Sequence[Range], options: Options, language: str, places: Sequence[Range]
) -> str | None:
    """The order that figures are read in where both are possible; none where nothing tells, or signs differ.

    Args:
        text: the article.
        moments: its dates.
        options: what the caller knows: an order of his own, the address, a time zone.
        language: the code of the text's language; only English is printed in both orders.
        places: those of the dateline.

    Returns:
        "DMY", "MDY" or "YMD".
    """
    if options.date_order is not None:
        return options.date_order
    if language != "en":
        return "DMY"
    said = [text[slice(*one)] for one in moments]
    if not any(compiled(r"\d[/.-]\s?\d\d?[/.-]").search(one) for one in said):
        return None  # months in letters need no order
    for signs in (_in_address(options.url, said), _printed(said), _abroad(text, options, places)):
        found = set(signs)
        if found:
            return found.pop() if len(found) == 1 else None
    return None


@functools.cache
def _signs(of: str) -> Mapping[str, str]:
    rows = load_language("en").table("date_orders")
    signs = zip(rows, rows.column("order"), rows.column("of"), strict=True)
    return {sign.strip(".()"): order for sign, order, kind in signs if kind == of}


def _in_address(url: str | None, said: Sequence[str]) -> Iterator[str]:
    """A day in the article's address that is one of the readings."""
    day = day_in_address(url or "")
    if day is None:
        return
    for figures in _figures(said):
        if figures == (day.day, day.month, day.year):
            yield "DMY"
        elif figures == (day.month, day.day, day.year):
            yield "MDY"


def day_in_address(url: str) -> dt.date | None:
    """The day in the path of an article's address, as many sites put it there: `/2024/05/03/` or `/2024-05-03-`."""
    found = compiled(r"/((?:19|20)\d\d)([/-]?)([01]\d|[1-9])\2([0-3]\d|[1-9])(?=[/-]|$)").search(url)
    if found is None:
        return None
    try:
        return dt.date(int(found.group(1)), int(found.group(3)), int(found.group(4)))
    except ValueError:
        return None


def _figures(said: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    for one in said:
        for found in compiled(r"(?<!\d)(\d\d?)[/.-](\d\d?)[/.-](\d{4})").finditer(one):
            first, second, year = (int(part) for part in found.groups())
            yield first, second, year


def _printed(said: Sequence[str]) -> Iterator[str]:
    """What the dates themselves show: a zone, a figure over twelve in another of them."""
    for first, second, _ in _figures(said):
        if first > 12 >= second or second > 12 >= first:
            yield "DMY" if first > 12 else "MDY"
    zones = _signs("zone")
    for one in said:
        for word in compiled(r"\p{L}{2,}").findall(one):
            if word.lower() in zones:
                yield zones[word.lower()]
        offset = compiled(r"(?:GMT|UTC|\d)\s?\+0?(\d)(?!\d{3,})(?::?\d\d)?\b").search(one)
        if offset is not None and int(offset.group(1)) in _EUROPE_AND_AFRICA:
            yield "DMY"


def _abroad(text: str, options: Options, places: Sequence[Range]) -> Iterator[str]:
    """What the place shows: that of the dateline, the end of the host's name, the caller's time zone."""
    known = _signs("place")
    for place in places:
        for part in regex.split(r",\s", text[slice(*place)].lower()):
            if part.strip(".") in known:
                yield known[part.strip(".")]
    host = (options.url or "").split("//")[-1].split("/")[0].split(":")[0].lower()
    end = host.rsplit(".", 1)[-1]
    if end in _signs("tld"):
        yield _signs("tld")[end]
    zone = str(options.timezone or "").lower()
    for name, order in _signs("timezone").items():
        if zone.startswith(name):
            yield order
