"""From a file that the user names to an article: the options that all subcommands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import newsparse
from newsparse.cli.streams import read_text, reason
from newsparse.lang import load_language

PAGES = (".html", ".htm", ".xhtml")
"""What the names of pages end in."""


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The options that say how a text is read."""
    parser.add_argument("--published", metavar="DATE", help="when it was published, in ISO 8601")
    parser.add_argument("--language", metavar="CODE", help="the article's language (default: en; a page's own)")
    parser.add_argument("--words", metavar="FILE.toml", help="words and rules of your own")
    parser.add_argument(
        "--min-confidence", type=float, default=0.0, metavar="X", help="leave out what is less sure (0 to 1)"
    )
    parser.add_argument("--date-order", metavar="ORDER", help="how 03/04/2021 is read: DMY, MDY or YMD")
    parser.add_argument("--encoding", default="utf-8", metavar="NAME", help="the file's encoding (default: utf-8)")


def reading_options(args: argparse.Namespace) -> dict[str, Any]:
    """Those options, save the encoding, as `newsparse.parse` takes them."""
    options = {name: getattr(args, name) for name in ("published", "language", "min_confidence", "date_order")}
    options["language"] = args.language or "en"
    if args.words is not None:
        options["language"] = load_language(options["language"]).extend_from(args.words)
    return options


def article_in(file: str, args: argparse.Namespace, parser: argparse.ArgumentParser) -> newsparse.Article:
    """The article in a file, a page where its name ends so; where it can't be read, the parser says why and exits."""
    try:
        if file.lower().endswith(PAGES):
            options = {**reading_options(args), **page_options(args)}
            return newsparse.parse_html(read_page(file, args.encoding), **options)
        return newsparse.parse(read_text(file, args.encoding), **reading_options(args))
    except (OSError, ValueError, LookupError, ImportError) as error:
        parser.error(reason(error, str(getattr(error, "filename", None) or file)))


def read_page(file: str, encoding: str) -> str | bytes:
    """A page as it stands in its file: it says its encoding itself, where the user does not."""
    return Path(file).read_bytes() if encoding == "utf-8" else read_text(file, encoding)


def page_options(args: argparse.Namespace) -> dict[str, Any]:
    """The options for pages that are other than those for texts: a page says its language, where the user does not."""
    return {"language": None} if args.language is None and args.words is None else {}
