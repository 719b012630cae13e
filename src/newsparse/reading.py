"""`parse` and `parse_header`, with their checks of what the caller gives."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from newsparse.lang import Language, load_language
from newsparse.model import Article

if TYPE_CHECKING:
    from newsparse.document import Document, Options

_ISO = r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.(\d{1,6})\d*)?(Z|[+-]\d\d:?\d\d)?)?"


def parse(
    text: str,
    url: str | None = None,
    published: dt.date | dt.datetime | str | None = None,
    language: str | Language = "en",
    timezone: dt.tzinfo | str | None = None,
    *,
    min_confidence: float = 0.0,
    date_order: str | None = None,
) -> Article:
    """Read a news article's plain text.

    Args:
        text: the article, with whatever stands above and below it. Any string is fine.
        url: where the article stands.
        published: when it was published, where that is known: a date, a datetime, or either in ISO 8601.
            It wins over what the text says, and days like "Monday" are reckoned from it.
        language: the language of the text: its ISO 639-1 code ("en", "de", "fr", "es", "it"), a `Language` with words
            of your own, or "auto" for the one that the text's own small words speak for. `Article.language` says which
            it is. Quotes and attitudes are found in English alone; in the others they are empty, and what stands above
            and around the story is read.
        timezone: what a time without a zone means: a tzinfo, or an IANA name such as "Europe/Vienna".
        min_confidence: quotes and attitudes with a lower `confidence` are left out, 0 to 1. Those nested in one that
            is left out stay, without a parent, where their own is high enough.
        date_order: how a date in figures such as 03/04/2021 is read: "DMY", "MDY" or "YMD". Without it the country
            decides, where the address, a time zone or the dateline tells it; else such a date is a doubt.

    Returns:
        The article. All that was found in it is a span of `text`.

    Raises:
        TypeError: an argument is of the wrong type.
        ValueError: `language`, `published`, `timezone` or `date_order` says nothing that is known, or
            `min_confidence` is not within 0 to 1.
    """
    doc = _document(text, language, read_options(url, published, timezone, min_confidence, date_order))

    # Imported on the first call: the stages bring in all their patterns, which `import newsparse` need not pay for.
    from newsparse.assemble import assemble
    from newsparse.pipeline import run

    return assemble(run(doc))


def parse_header(
    text: str,
    url: str | None = None,
    published: dt.date | dt.datetime | str | None = None,
    language: str | Language = "en",
    timezone: dt.tzinfo | str | None = None,
    *,
    date_order: str | None = None,
) -> Article:
    """Read what stands above and around a news article's story, and nothing of who says what in it.

    The article is the one that `parse` gives, in a small part of the time: headline, bylines, dates, dateline,
    furniture and paragraphs are the same. Only `quotes`, `attitudes` and `speakers` are empty, and of `doubts` and
    `provenance` those are left out that tell of quotes.

    Args:
        text: the article, with whatever stands above and below it. Any string is fine.
        url: where the article stands.
        published: when it was published, as for `parse`.
        language: the language of the text, as for `parse`.
        timezone: what a time without a zone means, as for `parse`.
        date_order: how a date in figures such as 03/04/2021 is read, as for `parse`.

    Returns:
        The article.

    Raises:
        TypeError: an argument is of the wrong type.
        ValueError: `language`, `published`, `timezone` or `date_order` says nothing that is known.
    """
    doc = _document(text, language, read_options(url, published, timezone, date_order=date_order))

    from newsparse.assemble import assemble
    from newsparse.pipeline import read_header

    return assemble(read_header(doc))


def _document(text: str, language: str | Language, options: Options) -> Document:
    """The text as a document with no layer yet; what is no text, or no language, is refused."""
    if isinstance(text, (bytes, bytearray, memoryview)):
        raise TypeError('text must be a str, not bytes: decode it first, as in text.decode("utf-8")')
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {_type(text)}: pass the article's text")
    if not isinstance(language, (str, Language)):
        raise TypeError(f'language must be a str such as "en" or a Language, not {_type(language)}')
    from newsparse.document import Document  # here, as in `read_options`: `import newsparse` need not pay for it

    if language == "auto":
        from newsparse.lang.guess import guess_language

        language = guess_language(text)
    known = load_language(language) if isinstance(language, str) else language
    return Document(text=text, language=known, options=options)


def read_options(
    url: str | None,
    published: dt.date | dt.datetime | str | None,
    timezone: dt.tzinfo | str | None,
    min_confidence: float = 0.0,
    date_order: str | None = None,
) -> Options:
    """What the caller of `parse` or `parse_html` gives besides text and language, checked: see `parse`."""
    if url is not None and not isinstance(url, str):
        raise TypeError(f"url must be a str or None, not {_type(url)}")
    from newsparse.document import Options

    zone = _zone(timezone)
    return Options(
        url=url,
        published=_moment(published, zone),
        timezone=zone,
        min_confidence=_share(min_confidence),
        date_order=_order(date_order),
    )


def _type(value: object) -> str:
    return "None" if value is None else type(value).__name__


def _zone(timezone: dt.tzinfo | str | None) -> dt.tzinfo | None:
    if timezone is None or isinstance(timezone, dt.tzinfo):
        return timezone
    if not isinstance(timezone, str):
        raise TypeError(f"timezone must be a tzinfo, an IANA name or None, not {_type(timezone)}")
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(timezone)
    except Exception as error:  # what a bad key raises depends on the platform: KeyError, ValueError, OSError
        raise ValueError(f'timezone must be an IANA name such as "Europe/Vienna"; got {timezone!r}') from error


def _share(min_confidence: float) -> float:
    if isinstance(min_confidence, bool) or not isinstance(min_confidence, (int, float)):
        raise TypeError(f"min_confidence must be a float from 0 to 1, not {_type(min_confidence)}")
    if not 0 <= min_confidence <= 1:  # also what is not a number
        raise ValueError(f"min_confidence must be from 0 to 1; got {min_confidence!r}")
    return float(min_confidence)


def _order(date_order: str | None) -> str | None:
    if date_order is not None and not isinstance(date_order, str):
        raise TypeError(f"date_order must be a str or None, not {_type(date_order)}")
    if date_order not in (None, "DMY", "MDY", "YMD"):
        raise ValueError(f'date_order must be "DMY", "MDY", "YMD" or None; got {date_order!r}')
    return date_order


def _moment(published: dt.date | dt.datetime | str | None, zone: dt.tzinfo | None) -> dt.date | dt.datetime | None:
    if isinstance(published, str):
        published = _read_iso(published)
    if published is not None and not isinstance(published, dt.date):
        raise TypeError(f"published must be a date, a datetime, an ISO 8601 string or None, not {_type(published)}")
    if isinstance(published, dt.datetime) and published.tzinfo is None and zone is not None:
        return published.replace(tzinfo=zone)
    return published


def _read_iso(text: str) -> dt.date | dt.datetime:
    # `datetime.fromisoformat` reads more, and in each version of Python something else; this reads the same in all.
    wrong = f'published must be an ISO 8601 date or datetime such as "2022-12-14" or "2022-12-14T07:45"; got {text!r}'
    found = re.fullmatch(_ISO, text.strip(), re.ASCII)
    if found is None:
        raise ValueError(wrong)
    day, minute, second, fraction, offset = found.groups()
    try:
        if minute is None:
            return dt.date.fromisoformat(day)
        zone = "" if offset is None else "+00:00" if offset == "Z" else f"{offset[:3]}:{offset[-2:]}"
        return dt.datetime.fromisoformat(f"{day}T{minute}{second or ':00'}.{(fraction or '0').ljust(6, '0')}{zone}")
    except ValueError as error:
        raise ValueError(wrong) from error
