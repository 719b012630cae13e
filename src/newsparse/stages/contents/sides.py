"""On which side of the cue the content stands."""

from __future__ import annotations

from newsparse import linear
from newsparse.document import Document
from newsparse.stages.contents.frame import LEAST, Frame

LAYOUTS = ("after", "before", "around")
_SURE_AFTER = frozenset(("TH", "PP", "PX", "PS", "PO", "PH", "WH"))
"""Classes right after a cue that show the content to stand there if no quotation is before it, ..."""
_SURE_BEFORE = frozenset(("CC", "BU", ":"))
"""... and classes right before its clause that do: in 98% of the cues of the train split."""
SURE = 0.98


def likely_sides(tables: linear.Tables, doc: Document, f: Frame) -> list[tuple[str, float]]:
    """The sides that content may stand on, with how likely each is; what is as good as sure is not weighed."""
    if f.left == f.begin:
        return [("after", 1.0)]
    if f.right >= f.end - 1:
        return [("before", 1.0)]
    cls, relation = doc.signals.cls, f.relation
    if relation == "left" and not f.near:  # words between source and cue: content stands before both in 1%
        return [("after", SURE)]
    kind = cls[f.right]
    if kind == "." and f.near:
        return [("before", SURE)]
    if f.quoting and _quotation_before(doc, f):
        if relation == "right" and f.near and max(doc.signals.quote[f.right : f.right + 2]) < 0:
            return [("before", SURE)]
    elif kind in _SURE_AFTER or cls[f.left - 1] in _SURE_BEFORE:
        return [("after", SURE)]
    return linear.likely(LAYOUTS, layout_scores(tables, doc, f), LEAST)


def _quotation_before(doc: Document, f: Frame) -> bool:
    """Whether a quotation ends right before the frame: `"A," she told him`, where whom is no content."""
    last = f.left - 1
    if last > f.begin and doc.signals.cls[last] == ",":
        last -= 1
    return doc.signals.quote[last] >= 0


def layout_scores(tables: linear.Tables, doc: Document, f: Frame) -> list[float]:
    """The score of each layout. There is a token on either side of the frame."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    before, after = cls[f.left - 1], cls[f.right]
    quoted_before = "n"
    if f.quoting and max(quote[max(f.begin, f.left - 4) : f.left]) >= 0:
        quoted_before = "q"
    quoted_after = "n"
    for k in range(f.right, min(f.end, f.right + 6)) if f.quoting else ():
        if quote[k] >= 0:
            capital = k + 1 < f.end and doc.tokens.word[k + 1][0].isupper()
            quoted_after = ("q" if k <= f.right + 1 else "r") + ("^" if capital else "")
            break
    room_before = min(f.left - f.begin, 12) // 3
    room_after = min(f.end - f.right, 12) // 3
    lemma, relation, near = f.row["lemma"], f.relation, f.near
    word_after, form = low[f.right], f.row["form"]
    by_lemma, room, bare, word, tag, quotes, by_form = tables
    return [
        by_lemma((layout, lemma, after), 0.0)
        + room((layout, room_before, room_after, before), 0.0)
        + bare((layout, relation, room_before == 0, room_after == 0), 0.0)
        + word((layout, word_after, relation), 0.0)
        + tag((layout, quoted_before, before, relation, near), 0.0)
        + quotes((layout, quoted_before, quoted_after, near), 0.0)
        + by_form((layout, form, relation), 0.0)
        for layout in LAYOUTS
    ]
