"""Where one attribution lies, in tokens."""

from __future__ import annotations

import attrs

from newsparse.document import Range


@attrs.frozen
class Frame:
    """Where one attribution lies, in tokens: its sentence, cue, source, pieces of content.

    Attributes:
        first, last: the sentence that holds the cue (the source, without one).
        cue, source: token ranges, or none.
        content: token ranges.
    """

    first: int
    last: int
    cue: Range | None
    source: Range | None
    content: tuple[Range, ...]

    def inside(self, i: int) -> bool:
        """Whether token `i` is a part of the content."""
        return any(first <= i < last for first, last in self.content)
