"""What the tests of the attribution stages share: a document laid out, attributed, and its parts as strings."""

from __future__ import annotations

from hypothesis import strategies as st

from newsparse.document import Document, Range
from newsparse.lang import load_language
from newsparse.pipeline import attribute, prepare

__all__ = ["PROSE", "cut", "prepare", "quoted", "read"]

PIECES = st.sampled_from(
    [
        *("\n\n", "\n", " ", " ", "\u00a0", "\u200b", "\0", "\ud800", "e\u0301", "👩\u200d🔬", '12"', "6'4\""),
        *('"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "″", ",", ".", "?", "...", "…", ":", "—", "--", "("),
        *(" said", " told", " that", " to", " according to", " denied", " who", " not", " if", " by", " and", " he"),
        *(" Dana Ortiz", " Dr.", " U.S.", " the board", " reporters", " the cat", " Monday", "'s", "s'", " don't"),
    ]
)
PROSE = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join))
"""Text that looks a little like news, and text that doesn't at all."""


def read(text: str) -> Document:
    """The document with its attributions, and what they are decided from."""
    return attribute(Document(text=text, language=load_language("en")))


def cut(doc: Document, tokens: Range) -> str:
    """The text of a range of tokens."""
    return doc.text[doc.tokens.start[tokens[0]] : doc.tokens.end[tokens[1] - 1]]


def quoted(text: str) -> list[str]:
    """The outermost quotations of a text."""
    doc = prepare(text)
    return [text[q.start : q.end] for q in doc.quotations]
