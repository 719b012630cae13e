"""On which side of the cue the content stands."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from newsparse import linear
from newsparse.document import Document
from newsparse.stages.contents.frame import Frame

LAYOUTS = ("after", "before", "around")
_SURE_AFTER = frozenset(("TH", "PP", "PX", "PS"))
"""Classes right after a cue that show the content to stand there, in 98% of the cues of the train split."""
SURE = 0.98


def choose_layout(doc: Document, f: Frame) -> tuple[str, float]:
    """The side, and how sure that is."""
    if f.left == f.begin:
        return "after", 1.0
    if f.right >= f.end - 1:
        return "before", 1.0
    kind = doc.signals.cls[f.right]
    if kind in _SURE_AFTER:
        return "after", SURE
    if kind == "." and f.near:
        return "before", SURE
    seen = layout_features(doc, f)
    tables = linear.load_tables(doc.language, "layout_ranker")
    index, share = linear.best(tables, [with_layout(layout, seen) for layout in LAYOUTS])
    return LAYOUTS[index], share


def with_layout(layout: str, seen: Sequence[tuple[Hashable, ...]]) -> tuple[Hashable, ...]:
    """What the ranker sees of one layout."""
    return tuple([(layout, *value) for value in seen])


def layout_features(doc: Document, f: Frame) -> tuple[tuple[Hashable, ...], ...]:
    """What the ranker sees; it is asked once a layout. There is a token on either side of the frame."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    before, after = cls[f.left - 1], cls[f.right]
    quoted_before = "n"
    for k in range(f.left - 1, max(f.begin, f.left - 4) - 1, -1):
        if quote[k] >= 0:
            quoted_before = "q"
            break
    quoted_after = "n"
    for k in range(f.right, min(f.end, f.right + 6)):
        if quote[k] >= 0:
            capital = k + 1 < f.end and doc.tokens.word[k + 1][0].isupper()
            quoted_after = ("q" if k <= f.right + 1 else "r") + ("^" if capital else "")
            break
    room_before = min(f.left - f.begin, 12) // 3
    room_after = min(f.end - f.right, 12) // 3
    return (
        (f.row["lemma"], after),
        (room_before, room_after, before),
        (f.relation, room_before == 0, room_after == 0),
        (low[f.right], f.relation),
        (low[f.left], before),
        (quoted_before, before, f.relation, f.near),
        (quoted_before, quoted_after, f.near),
        (quoted_before, after),
        (f.row["form"], f.relation),
    )
