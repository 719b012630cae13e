"""The chart of who is quoted: a bar a speaker, parted by kind. Needs matplotlib."""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator
from typing import Any

from newsparse.cli.counts import Counts, Person
from newsparse.render import shown
from newsparse.tally import KINDS, counted

_FILLS = {"direct": "#dba63a", "mixed": "#6fb37e", "indirect": "#74a9e0"}
_INK, _SOFT, _HAIR, _PAPER = "#1d1b18", "#5c574f", "#e2ddd3", "#fcfbf8"
_BAR, _MARGIN, _WIDTH = 0.36, 1.5, 8.0  # inches
_NAME = 34


def draw(found: Counts, file: str, top: int) -> None:
    """Write the chart of the speakers with the most words.

    Args:
        found: the counts.
        file: where to; its ending says the format (.svg or .png). The same counts give the same file.
        top: how many speakers.

    Raises:
        ImportError: matplotlib is not installed.
    """
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    people = found.top(top)
    settings: Any = {
        "font.family": ["Inter", "Helvetica Neue", "Arial", "DejaVu Sans", "sans-serif"],
        "font.size": 10,
        "svg.hashsalt": "newsparse",
        "svg.fonttype": "none",
        "text.parse_math": False,
    }
    with matplotlib.rc_context(settings), _no_word_of_missing_fonts():
        figure = Figure(figsize=(_WIDTH, _MARGIN + _BAR * max(len(people), 1)), facecolor=_PAPER)
        FigureCanvasAgg(figure)
        _bars(figure.add_subplot(facecolor=_PAPER), people, found)
        kind = file.rpartition(".")[2].lower()
        figure.savefig(
            file, format=kind, dpi=160, bbox_inches="tight", metadata={"Date": None} if kind == "svg" else {}
        )


def _bars(axes: Any, people: list[Person], found: Counts) -> None:
    places = range(len(people))
    left = [0] * len(people)
    for kind in KINDS:
        words = [person.tally.words[kind] for person in people]
        axes.barh(
            places, words, left=left, height=0.58, color=_FILLS[kind], label=kind, edgecolor=_PAPER, linewidth=0.8
        )
        left = [have + more for have, more in zip(left, words, strict=True)]
    most = max(left, default=0) or 1
    for place, total in zip(places, left, strict=True):
        axes.text(total + most * 0.012, place, f"{total:,}", va="center_baseline", color=_SOFT, fontsize=9)
    names = [shown(person.name) for person in people]
    axes.set_yticks(places, [n if len(n) <= _NAME else n[: _NAME - 1] + "…" for n in names], color=_INK)
    axes.set_ylim(len(people) - 0.4, -0.6)
    axes.set_xlim(0, most * 1.08)
    axes.set_xticks([])
    axes.tick_params(length=0, pad=8)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.spines["left"].set(visible=True, color=_HAIR)
    axes.set_title(
        f"Who is quoted: words in {counted(found.articles, 'article')}",
        loc="left",
        color=_INK,
        fontsize=13,
        fontweight="bold",
        pad=14,
    )
    if people:
        axes.legend(
            loc="upper center", bbox_to_anchor=(0.5, -0.01), ncols=3, frameon=False, labelcolor=_SOFT, fontsize=9,
            handlelength=1.1, handleheight=1.0,
        )  # fmt: skip


@contextlib.contextmanager
def _no_word_of_missing_fonts() -> Iterator[None]:
    """The first font of the list that is there is taken; matplotlib need not tell of what lacks."""
    log = logging.getLogger("matplotlib.font_manager")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Glyph", UserWarning)
            yield
    finally:
        log.setLevel(level)
