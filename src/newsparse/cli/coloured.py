"""The summary of an article in colour, on a terminal that has any and where `rich` is installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsparse.cli.streams import on_terminal, printable
from newsparse.render import WIDTH, Line

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {
    "title": "bold",
    "label": "dim",
    "number": "dim",
    "who": "bold",
    "note": "dim",
    "rule": "dim italic",
    "direct": "yellow",
    "mixed": "green",
    "indirect": "cyan",
    "attitude": "magenta",
}


def console() -> Console | None:
    """The terminal that standard output is, or is to be taken for (`FORCE_COLOR`); none otherwise or without `rich`."""
    if not on_terminal() and not (sys.stdout and os.environ.get("FORCE_COLOR")):
        return None
    try:
        from rich.console import Console
    except ImportError:
        return None
    return Console(highlight=False, markup=False, emoji=False)


def width_of(terminal: Console) -> int:
    """Where to wrap: as on paper, or earlier where the terminal is narrower."""
    return max(20, min(WIDTH, terminal.width))


def show(lines: Iterable[Line], terminal: Console) -> None:
    """Print lines, each piece in the style of what it is."""
    from rich.text import Text

    for line in lines:
        text = Text.assemble(*((printable(piece), _STYLES.get(what, "")) for piece, what in line))
        terminal.print(text, soft_wrap=True)
