"""`parse_html`: a news page, read as `parse` reads plain text. It needs the extra `newsparse[html]`."""

from __future__ import annotations

import datetime as dt

from newsparse.lang import Language, load_language
from newsparse.model import Article
from newsparse.reading import read_options

__all__ = ["parse_html"]


def parse_html(
    html: str | bytes,
    url: str | None = None,
    published: dt.date | dt.datetime | str | None = None,
    language: str | Language | None = None,
    timezone: dt.tzinfo | str | None = None,
    *,
    min_confidence: float = 0.0,
    date_order: str | None = None,
) -> Article:
    """Read a news article's page.

    `article.text` is the extracted text, and every span is a stretch of it: first the header, put together from the
    page (the headline; the standfirst; the byline and the dates as the page shows them), then the story, blocks parted
    by blank lines. An author that the page only declares gets a line of his own there, the name and after a comma the
    job title. A moment that the page only declares has no `span`. Where declarations and visible text differ, the
    better-founded one wins and a doubt tells.

    Args:
        html: the page: a str, or bytes as they were fetched. These are decoded by their byte-order mark, else as UTF-8
            where they are UTF-8 throughout, else by the charset that the page declares, else as Windows-1252. Any
            string is fine. Nothing is fetched.
        url: where the page stands.
        published: when it was published, where that is known: it wins over what the page says.
        language: the language of the text, as for `parse`; without it "auto" where there is enough text to tell, else
            the one that the page declares.
        timezone: what a time without a zone means: a tzinfo, or an IANA name such as "Europe/Vienna".
        min_confidence: quotes and attitudes with a lower `confidence` are left out, 0 to 1.
        date_order: how a date in figures is read, as for `parse`; what the page declares tells it too.

    Returns:
        The article.

    Raises:
        ImportError: the extra `newsparse[html]` is not installed.
        TypeError: an argument is of the wrong type.
        ValueError: `html` can't be decoded, or an argument says nothing that is known.
    """
    if isinstance(html, (bytearray, memoryview)):
        html = bytes(html)
    if not isinstance(html, (str, bytes)):
        raise TypeError(f"html must be a str or bytes, not {'None' if html is None else type(html).__name__}")
    if language is not None and not isinstance(language, (str, Language)):
        raise TypeError(f'language must be a str such as "en", a Language or None, not {type(language).__name__}')
    options = read_options(url, published, timezone, min_confidence, date_order)
    if isinstance(language, str) and language != "auto":
        language = load_language(language)
    try:
        import lxml.html  # noqa: F401
        import trafilatura  # noqa: F401
    except ImportError as error:
        raise ImportError('parse_html needs lxml and trafilatura: pip install "newsparse[html]"') from error
    from newsparse.html.page import read_page

    return read_page(html, language, options)
