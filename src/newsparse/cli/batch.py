"""`newsparse batch`: many articles into one file, one a line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import attrs

import newsparse
from newsparse.batch import Failure, parse_many
from newsparse.cli.articles import add_reading, page_options, reading_options
from newsparse.cli.outfile import begin, line_of
from newsparse.cli.progress import progress
from newsparse.cli.sources import articles_in, count_of, files_of
from newsparse.cli.streams import Parser, reason


@attrs.define
class _Run:
    """What happened so far; `errors` is opened at the first error."""

    errors_path: Path
    done: set[Any]
    seen: set[Any] = attrs.field(factory=set)
    read: int = 0
    skipped: int = 0
    failed: int = 0
    errors: BinaryIO | None = None

    def refuse(self, name: Any, error: str, message: str) -> None:
        """Write an error down."""
        if self.errors is None:
            self.errors = self.errors_path.open("wb")
        self.errors.write(line_of(id=name, error=error, message=message))
        self.errors.flush()
        self.failed += 1


def run(argv: Sequence[str]) -> int:
    """Read what is not read yet; gives the exit status: 1 where anything could not be read."""
    parser = _arguments()
    args = parser.parse_args(argv)
    if args.output == "-":
        parser.error("-o takes a file: a run could not go on from standard output")
    out = Path(args.output)
    errors_path = Path(args.errors) if args.errors else out.with_name(f"{out.stem}.errors.jsonl")
    if errors_path.resolve() == out.resolve():
        parser.error("-o and --errors must be two files")
    try:
        files = files_of(args.what)
        if any(path.exists() and path.resolve() in (out.resolve(), errors_path.resolve()) for path in files):
            raise ValueError(f"{out} or {errors_path} is among the files to read")
        newsparse.parse("", **reading_options(args))  # a wrong option is said before anything is written
        target, done = begin(out, errors_path)
        state = _Run(errors_path, done)
    except (OSError, ValueError, LookupError) as error:
        file = str(getattr(error, "filename", None) or out)
        parser.error(reason(error, file, "written" if file == str(out) else "read"))
    try:
        with target, progress(lambda: count_of(files)) as tell:
            for name, found in parse_many(_wanted(files, args, state), args.processes, **reading_options(args)):
                _note(name, found, target, state)
                tell(state.read + state.skipped + state.failed, state.failed)
    except (OSError, RuntimeError, ValueError) as error:
        parser.error(f"after {state.read:,} articles: {error}")
    except KeyboardInterrupt:
        _say(state, "stopped: the same command goes on from here; ")
        return 130
    finally:
        if state.errors is not None:
            state.errors.close()
    _say(state, "")
    return 1 if state.failed else 0


def _note(name: Any, found: newsparse.Article | Failure, target: BinaryIO, state: _Run) -> None:
    """Write down what became of one article."""
    if isinstance(found, Failure):
        state.refuse(name, found.error, found.message)
        return
    target.write(line_of(id=name, article=newsparse.to_dict(found)))
    target.flush()
    state.read += 1


def _wanted(files: Sequence[Path], args: argparse.Namespace, state: _Run) -> Iterator[dict[str, Any]]:
    """What is still to be read."""

    def refuse(name: Any, why: Exception) -> None:
        state.refuse(name, type(why).__name__, str(why))

    for item in articles_in(files, args.encoding, page_options(args), refuse):
        name = item["id"]
        if name in state.seen:
            state.refuse(name, "ValueError", "another article before it has the same id")
        elif name in state.done:
            state.skipped += 1
        else:
            yield item
        state.seen.add(name)


def _say(state: _Run, before: str) -> None:
    parts = [f"{state.read:,} read"]
    parts += [f"{state.skipped:,} there already"] if state.skipped else []
    parts += [f"{state.failed:,} not read: see {state.errors_path}"] if state.failed else []
    sys.stderr.write(f"newsparse batch: {before}{', '.join(parts)}\n")


def _arguments() -> argparse.ArgumentParser:
    parser = Parser(
        prog="newsparse batch",
        description="Read many articles into one file, one a line: {id, article}. Started again, it goes on where it"
        " was stopped: what OUT has already is not read again.",
    )
    parser.add_argument(
        "what",
        nargs="+",
        metavar="WHAT",
        help="a file with an article; a folder (all its .txt and .html files); a .jsonl file with one article a line:"
        ' {"text": ...}, with "id" and options such as "published" where wanted',
    )
    parser.add_argument("-o", "--output", required=True, metavar="OUT.jsonl", help="where to; it is added to")
    parser.add_argument(
        "--errors", metavar="FILE", help="where to write what could not be read (default: OUT.errors.jsonl)"
    )
    parser.add_argument("--processes", type=int, metavar="N", help="how many processes read (default: one a core)")
    add_reading(parser)
    return parser
