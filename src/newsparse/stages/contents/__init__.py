"""What is said: on which side of the cue the content stands, where it starts and where it stops.

Rankers choose among the places that punctuation and word classes allow (weights in `layout_ranker.json`,
`head_ranker.json`, `start_ranker.json` and `stop_ranker.json`). A quotation is never cut.
"""

from __future__ import annotations

from newsparse.document import Document, Range, Reading
from newsparse.stages.contents.after import choose_tail
from newsparse.stages.contents.before import choose_head
from newsparse.stages.contents.frame import frame
from newsparse.stages.contents.sides import choose_layout

__all__ = ["find_contents"]


def find_contents(doc: Document) -> tuple[Reading, ...]:
    """The best content for each cue."""
    rows = doc.language.table("cues")
    found = []
    for number, cue in enumerate(doc.cues):
        f = frame(doc, cue, doc.sources[number], rows[cue.form])
        layout, sure = choose_layout(doc, f)
        pieces: list[Range] = []
        if layout != "after":
            piece, share = choose_head(doc, f)
            sure *= share
            pieces += [piece] if piece else []
        if layout != "before":
            piece, share = choose_tail(doc, f)
            sure *= share
            pieces += [piece] if piece else []
        found.append(Reading(number, layout, tuple(pieces), sure))
    return tuple(found)
