"""Where one attribution lies, in tokens."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Range
from newsparse.document.records import record


@record
class Frame:
    """Where one attribution lies, in tokens: its sentence, cue, source, pieces of content.

    Attributes:
        first, last: the sentence that holds the cue (the source, without one).
        cue, source: token ranges, or none.
        content: ranges of characters.
        start: where each token starts.
    """

    first: int
    last: int
    cue: Range | None
    source: Range | None
    content: tuple[Range, ...]
    start: Sequence[int]

    def inside(self, i: int) -> bool:
        """Whether token `i` is a part of the content."""
        at = self.start[i]
        for begin, end in self.content:  # noqa: SIM110 (asked of every token near a cue)
            if begin <= at < end:
                return True
        return False
