"""`newsparse stats OUT.jsonl`: who is quoted, how much and how."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsparse.cli.counts import Counts, Tally, count
from newsparse.cli.outfile import rows_of
from newsparse.cli.streams import Parser, reason, write
from newsparse.render import shown
from newsparse.tally import KINDS, counted

_NAME_WIDTH = 40
_TYPES = (".svg", ".png")


def run(argv: Sequence[str]) -> int:
    """Print the table, and draw the chart where one is asked for; gives the exit status."""
    parser = _arguments()
    args = parser.parse_args(argv)
    if args.top < 1:
        parser.error("--top must be 1 or more")
    if args.plot is not None and Path(args.plot).suffix.lower() not in _TYPES:
        parser.error(f"--plot writes {' or '.join(_TYPES)}, not {args.plot}")
    try:
        found = count(rows_of(Path(args.file)))
    except (OSError, ValueError) as error:
        parser.error(reason(error, args.file))
    if args.plot is not None:
        try:
            from newsparse.cli.chart import draw

            draw(found, args.plot, args.top)
        except ImportError:
            parser.error('--plot needs matplotlib: pip install "newsparse[plot]"')
        except OSError as error:
            parser.error(reason(error, args.plot, "written"))
    return write("\n".join(_table(found, args.top)) + "\n")


def _table(found: Counts, top: int) -> Iterator[str]:
    whole = found.whole
    yield f"{counted(found.articles, 'article')}, {counted(whole.all_quotes, 'quote')}, " + counted(
        found.attitudes, "attitude"
    )
    yield ""
    yield f"{'kind':<10}{'quotes':>8}{'words':>9}{'share':>8}"
    for kind in KINDS:
        share = whole.words[kind] / whole.all_words if whole.all_words else 0
        yield f"{kind:<10}{whole.quotes[kind]:>8,}{whole.words[kind]:>9,}{share:>8.0%}"
    people = found.top(top)
    if not people:
        return
    names = [_short(person.name) for person in people]
    width = max(len("speaker"), *map(len, names), len("(left open)") if found.unnamed.all_quotes else 0)
    yield ""
    yield f"{'speaker':<{width}}{'words':>8}{'quotes':>8}{'direct':>8}{'mixed':>8}{'indirect':>10}{'articles':>10}"
    for name, person in zip(names, people, strict=True):
        yield f"{name:<{width}}{_columns(person.tally)}{person.articles:>10,}"
    if rest := len(found.people) - len(people):
        yield f"and {rest:,} more"
    if found.unnamed.all_quotes:
        yield f"{'(left open)':<{width}}{_columns(found.unnamed)}"


def _columns(tally: Tally) -> str:
    kinds = (tally.quotes[kind] for kind in KINDS)
    direct, mixed, indirect = kinds
    return f"{tally.all_words:>8,}{tally.all_quotes:>8,}{direct:>8,}{mixed:>8,}{indirect:>10,}"


def _short(name: str) -> str:
    name = shown(name)
    return name if len(name) <= _NAME_WIDTH else name[: _NAME_WIDTH - 3].rstrip() + "..."


def _arguments() -> argparse.ArgumentParser:
    parser = Parser(
        prog="newsparse stats",
        description="Count what newsparse batch found: quotes and words by kind, and who is quoted most.",
    )
    parser.add_argument("file", metavar="OUT.jsonl", help="what newsparse batch wrote")
    parser.add_argument("--top", type=int, default=15, metavar="N", help="how many speakers (default: 15)")
    parser.add_argument(
        "--plot", metavar="FILE", help="draw a chart too, as .svg or .png (needs matplotlib: newsparse[plot])"
    )
    return parser
