"""`newsparse FILE`: what was found in one article."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

import newsparse
from newsparse.cli.articles import add_reading, article_in
from newsparse.cli.coloured import console, show, width_of
from newsparse.cli.streams import Parser, quiet, unicode_out, write, write_bytes
from newsparse.export import FORMATS, export
from newsparse.render import rules_table, summary, summary_lines

_COMMANDS = """commands:
  newsparse view FILE                 the article as a page, with who said what
  newsparse batch WHAT -o OUT.jsonl   many articles into one file, one a line
  newsparse stats OUT.jsonl           who is quoted, how much and how
each says more with --help"""


def run(argv: Sequence[str]) -> int:
    """Print a summary, the dict form or the rules; gives the exit status."""
    parser = _arguments()
    args = parser.parse_args(argv)
    if args.rules:
        return write(rules_table())
    if args.file is None:
        parser.error("give a FILE, or - for standard input")
    if args.format and (args.json or args.explain or args.quotes_only):
        parser.error("--format gives all that the format has: leave out --json, --explain and --quotes-only")
    article = article_in(args.file, args, parser)
    if args.format:
        return write_bytes(export(article, args.format, args.url).encode("utf-8", "replace"))
    if args.json:
        return write(_as_json(article, args.quotes_only))
    terminal = console()
    if terminal is None:
        return write(summary(article, explain=args.explain, quotes_only=args.quotes_only))
    width = width_of(terminal)
    with quiet():
        show(summary_lines(article, explain=args.explain, quotes_only=args.quotes_only, width=width), terminal)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = Parser(
        prog="newsparse",
        description="Read a news article: its header, and who says what.",
        epilog=_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="the article: text, or a page (.html); - for text from standard input"
    )
    parser.add_argument("--json", action="store_true", help="print the article's dict form as JSON")
    parser.add_argument("--format", choices=tuple(FORMATS), help="print the article in this format, in UTF-8")
    parser.add_argument("--url", help="where the article stands, for formats that say so")
    parser.add_argument("--explain", action="store_true", help="say the rule behind each item")
    parser.add_argument("--quotes-only", action="store_true", help="leave out the header, attitudes and doubts")
    add_reading(parser)
    parser.add_argument("--rules", action="store_true", help="print the table of rules and exit")
    parser.add_argument("--version", action="version", version=f"newsparse {newsparse.__version__}")
    return parser


def _as_json(article: newsparse.Article, quotes_only: bool) -> str:
    data = newsparse.to_dict(article)
    if quotes_only:
        data = {key: data[key] for key in ("quotes", "speakers", "spoken_to")}
    return json.dumps(data, ensure_ascii=not unicode_out(), indent=1) + "\n"
