"""The document as the reading of phrases sees it, and the small closed classes of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import attrs

from newsparse.document import Document, MentionKind, Range
from newsparse.document.records import record
from newsparse.model import SpeakerKind
from newsparse.stages.people.runs import Run
from newsparse.stages.people.words import Gender, Words

PRONOUNS: Mapping[str, Gender | None] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    **dict.fromkeys(("they", "them", "their", "themselves", "both"), "plural"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(
        ("i", "me", "my", "we", "us", "our", "you", "your", "one", "ones", "this", "that", "these", "those"), None
    ),
}
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
DETERMINERS = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"]
)


@record
class Draft:
    """A mention whose sentence and place are not told yet: `first` to `last` are the tokens of its name.

    The other attributes are those of `PersonMention`, with role and organization in tokens; `range` is none where there
    is no more than the name.
    """

    first: int
    last: int
    range: Range | None
    kind: MentionKind
    speaker_kind: SpeakerKind
    gender: Gender | None = None
    role: Range | None = None
    organization: Range | None = None
    head: str = ""
    definite: bool = False


@attrs.frozen
class Phrases:
    """What reading a phrase needs: the document and its tokens, the lists of words, the runs by their first token."""

    doc: Document
    word: Sequence[str]
    low: tuple[str, ...]
    words: Words
    runs: Mapping[int, Run]
    """By first token, and by the token of the name itself where titles stand before it."""

    within: bytearray
    """For each token whether it lies in a run."""
    headlines: frozenset[Range] = frozenset()
    """Blocks in title case, in tokens."""

    def tokens_of(self, where: Range) -> Range:
        """The tokens that lie in a range of characters."""
        start, (begin, end) = self.doc.tokens.start, where
        size, first = len(start), bisect_left(start, begin)
        reach = first + end - begin  # one a character at most
        return first, bisect_left(start, end, first, reach if reach < size else size)

    def titled(self, i: int) -> bool:
        """Whether the token lies in a headline in title case."""
        blocks = self.doc.block_tokens
        return bool(self.headlines) and blocks[bisect_right(blocks, (i, len(self.doc.tokens))) - 1] in self.headlines

    def chars(self, first: int, last: int) -> Range:
        """The characters of tokens `first` to `last` (half-open, not empty)."""
        return self.doc.tokens.start[first], self.doc.tokens.end[last - 1]
