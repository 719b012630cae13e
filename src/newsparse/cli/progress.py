"""How far a long run is, on a terminal."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator

from newsparse.tally import counted

Tell = Callable[[int, int], None]
_EVERY = 0.1  # seconds between two writings


@contextlib.contextmanager
def progress(count: Callable[[], int]) -> Iterator[Tell]:
    """A bar on standard error, of `rich` where it is installed; nothing where that is no terminal.

    Args:
        count: tells how many items there are; called where anybody sees it, as to count may take a while.

    Yields:
        What to call with the number of items done and, of those, of errors.
    """
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    total = count()
    try:
        import rich.progress as bars
        from rich.console import Console
    except ImportError:
        yield from _plain(total)
        return
    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(bar_width=None),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[errors]}", style="red"),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total, errors="")
        yield lambda done, errors: bar.update(task, completed=done, errors=_errors(errors))


def _plain(total: int) -> Iterator[Tell]:
    began, last = time.monotonic(), 0.0

    def tell(done: int, errors: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY or done == total:
            last = now
            rate = done / max(now - began, 1e-9)
            sys.stderr.write(f"\r\x1b[K{done:,} of {total:,}, {rate:,.0f} a second {_errors(errors)}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _errors(number: int) -> str:
    return counted(number, "error") if number else ""
