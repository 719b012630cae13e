"""`newsparse view FILE`: the article as a page."""

from __future__ import annotations

import argparse
import tempfile
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from newsparse.cli.articles import add_reading, article_in
from newsparse.cli.streams import Parser, on_terminal, reason, write, write_bytes
from newsparse.view import page


def run(argv: Sequence[str]) -> int:
    """Write the page to a file, to standard output, or, on a terminal, show it in the browser."""
    parser = _arguments()
    args = parser.parse_args(argv)
    if args.output not in (None, "-") and _same(args.file, args.output):
        parser.error(f"{args.output} is the article itself: give another file with -o")
    shown = page(article_in(args.file, args, parser)).encode("utf-8")
    if args.output not in (None, "-"):
        try:
            Path(args.output).write_bytes(shown)
        except (OSError, ValueError) as error:
            parser.error(reason(error, args.output, "written"))
        return 0
    if args.output is None and on_terminal():
        with tempfile.NamedTemporaryFile("wb", prefix="newsparse-", suffix=".html", delete=False) as file:
            file.write(shown)
        webbrowser.open(Path(file.name).as_uri())
        return write(f"{file.name}\n")
    return write_bytes(shown)


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):  # one is not there, or no file's name: said where it is read or written
        return False


def _arguments() -> argparse.ArgumentParser:
    parser = Parser(
        prog="newsparse view",
        description="Write an article as one self-contained page: as it reads, each quote lit, and who said what.",
    )
    parser.add_argument(
        "file", metavar="FILE", help="the article: text, or a page (.html); - for text from standard input"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT.html",
        help="where to; without it to standard output (-), or on a terminal to a temporary file that the browser opens",
    )
    add_reading(parser)
    return parser
