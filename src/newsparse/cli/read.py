"""`newsparse FILE`: what was found in one article."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

import newsparse
from newsparse.cli.streams import Parser, read_text, reason, unicode_out, write
from newsparse.render import rules_table, summary


def run(argv: Sequence[str]) -> int:
    """Print a summary, the dict form or the rules; gives the exit status."""
    parser = _arguments()
    args = parser.parse_args(argv)
    if args.rules:
        return write(rules_table())
    if args.file is None:
        parser.error("give a FILE, or - for standard input")
    try:
        text = read_text(args.file, args.encoding)
        article = newsparse.parse(
            text,
            published=args.published,
            language=args.language,
            min_confidence=args.min_confidence,
            date_order=args.date_order,
        )
    except (OSError, ValueError, LookupError) as error:
        parser.error(reason(error, args.file))
    if args.json:
        return write(_as_json(article, args.quotes_only))
    return write(summary(article, explain=args.explain, quotes_only=args.quotes_only))


def _arguments() -> argparse.ArgumentParser:
    parser = Parser(prog="newsparse", description="Read a news article: its header, and who says what.")
    parser.add_argument("file", nargs="?", metavar="FILE", help="the article as plain text; - for standard input")
    parser.add_argument("--json", action="store_true", help="print the article's dict form as JSON")
    parser.add_argument("--explain", action="store_true", help="say the rule behind each item")
    parser.add_argument("--quotes-only", action="store_true", help="leave out the header, attitudes and doubts")
    parser.add_argument("--published", metavar="DATE", help="when it was published, in ISO 8601")
    parser.add_argument("--language", default="en", metavar="CODE", help="the article's language (default: en)")
    parser.add_argument(
        "--min-confidence",
        type=float,
        default=0.0,
        metavar="X",
        help="leave out what is less sure (0 to 1)",
    )
    parser.add_argument("--date-order", metavar="ORDER", help="how 03/04/2021 is read: DMY, MDY or YMD")
    parser.add_argument("--encoding", default="utf-8", metavar="NAME", help="the file's encoding (default: utf-8)")
    parser.add_argument("--rules", action="store_true", help="print the table of rules and exit")
    parser.add_argument("--version", action="version", version=f"newsparse {newsparse.__version__}")
    return parser


def _as_json(article: newsparse.Article, quotes_only: bool) -> str:
    data = newsparse.to_dict(article)
    if quotes_only:
        data = {key: data[key] for key in ("quotes", "speakers", "spoken_to")}
    return json.dumps(data, ensure_ascii=not unicode_out(), indent=1) + "\n"
