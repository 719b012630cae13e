"""Headlines in two lines: a kicker that ends in a colon, and the headline proper below it.

    Fährverkehr auf den Inseln:
    Aus für die Ostlinie

Continental papers print the colon at the end of the kicker, at the start of the line below, or on a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Range
from newsparse.stages.header.parts import HeaderWords
from newsparse.stages.header.prose import is_prose

_LONGEST = 160
"""No headline below a kicker has more characters, ..."""
_MOST_WORDS = 9
"""... no kicker more words, ..."""
_FARTHEST = 12
"""... and none stands below so many blocks."""


def with_kickers(text: str, blocks: Sequence[Range], words: HeaderWords) -> tuple[Range, ...]:
    """The blocks, the kicker with its headline made one in the first lines of a page.

    Args:
        text: the article.
        blocks: its blocks.
        words: the language's header words.
    """
    for i in range(min(len(blocks) - 1, _FARTHEST)):
        if is_prose(text, *blocks[i]):
            break
        last = _joined_to(text, blocks, i, words)
        if last is not None:
            return (*blocks[:i], (blocks[i][0], blocks[last][1]), *blocks[last + 1 :])
    return tuple(blocks)


def _joined_to(text: str, blocks: Sequence[Range], i: int, words: HeaderWords) -> int | None:
    """The last block of the headline that block `i` is the kicker of; none where it is none."""
    if text[blocks[i][1] - 1] != ":" and text[blocks[i + 1][0]] != ":":
        return None
    said = [text[slice(*block)] for block in blocks[i : i + 3]]
    kicker = said[0].rstrip(" :")
    if not kicker or len(kicker.split()) > _MOST_WORDS or _is_page(kicker, words) or kicker[-1] in ".?!":
        return None
    if len(said) > 2 and said[1] == ":" and _is_title(said[2], words):
        return i + 2
    if said[1][:1] == ":" and _is_title(said[1][1:].strip(), words):
        return i + 1
    ends = said[0].endswith(":") and len(kicker.split()) > 1 and kicker.lower() not in words.date_labels
    return i + 1 if ends and _is_title(said[1], words) else None


def _is_title(said: str, words: HeaderWords) -> bool:
    return 8 <= len(said) <= _LONGEST and said[-1] not in ".:" and not said[0].islower() and not _is_page(said, words)


def _is_page(said: str, words: HeaderWords) -> bool:
    low = said.lower().strip(" :")
    return low in words.phrases or any(f"{low} ".startswith(f"{label} ") for label in words.byline_labels)
