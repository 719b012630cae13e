"""The command `newsparse`."""

from __future__ import annotations

import argparse
import codecs
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import newsparse
from newsparse.render import rules_table, summary


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line, without the usage."""
        self.exit(2, f"{self.prog}: {message}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments; those of the process without it.

    Returns:
        The exit status: 0, or 2 where the file or an argument is no good (one line on stderr says why).
    """
    parser = _arguments()
    args = parser.parse_args(argv)
    if args.rules:
        return _write(rules_table())
    if args.file is None:
        parser.error("give a FILE, or - for standard input")
    try:
        text = _read(args.file, args.encoding)
        article = newsparse.parse(
            text, published=args.published, language=args.language, min_confidence=args.min_confidence
        )
    except (OSError, ValueError, LookupError) as error:
        parser.error(_reason(error, args.file))
    if args.json:
        return _write(_as_json(article, args.quotes_only))
    return _write(summary(article, explain=args.explain, quotes_only=args.quotes_only))


def _arguments() -> argparse.ArgumentParser:
    parser = _Parser(prog="newsparse", description="Read a news article: its header, and who says what.")
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
    parser.add_argument("--encoding", default="utf-8", metavar="NAME", help="the file's encoding (default: utf-8)")
    parser.add_argument("--rules", action="store_true", help="print the table of rules and exit")
    parser.add_argument("--version", action="version", version=f"newsparse {newsparse.__version__}")
    return parser


def _read(file: str, encoding: str) -> str:
    codec = codecs.lookup(encoding).name
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return data.decode("utf-8-sig" if codec == "utf-8" else codec)


def _reason(error: Exception, file: str) -> str:
    name = "standard input" if file == "-" else file
    if isinstance(error, UnicodeError):
        codec = getattr(error, "encoding", "this encoding").replace("utf-8-sig", "utf-8")
        return f"{name} can't be decoded as {codec}: name the file's own with --encoding"
    if isinstance(error, OSError):
        return f"{name} can't be read: {error.strerror or error}"
    return str(error)


def _as_json(article: newsparse.Article, quotes_only: bool) -> str:
    data = newsparse.to_dict(article)
    if quotes_only:
        data = {key: data[key] for key in ("quotes", "speakers", "spoken_to")}
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("_", "-")
    return json.dumps(data, ensure_ascii=encoding not in ("utf-8", "utf8"), indent=1) + "\n"


def _write(text: str) -> int:
    """Print what can be printed of it, escaping the rest; be quiet when nobody reads on."""
    try:
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter's last flush complains
    return 0
