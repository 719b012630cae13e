"""What a capital tells: of a word, and of a line of words."""

from __future__ import annotations

from collections.abc import Iterable, Set

from newsparse.document import Document, Range

_BOUND = frozenset("ad al an as ash at az d dall de del dell el ibn l t ul".split())
"""Small beginnings that a name may be bound to: `al-Hadid`, `d'Arcy`."""


def is_capital(word: str) -> bool:
    """Whether the token is a word with a capital at its head, or behind a small beginning: `iBarge`, `al-Hadid`."""
    if word[0].isupper():
        return True
    if word.islower() or len(word) < 3 or not word[0].islower():
        return False
    if word[1].isupper():
        return True
    bound = unbound(word)
    return bound is not word and bound[0].isupper()


def unbound(word: str) -> str:
    """The name without the small beginning that it is bound to: `Hadid` of `al-Hadid`; else the word itself."""
    for mark in "-'’":
        head, found, rest = word.partition(mark)
        if found and rest and head.lower() in _BOUND:
            return rest
    return word


def title_cased(doc: Document) -> list[Range]:
    """The short blocks, in tokens, whose words have capitals because they are headlines: they tell nothing there."""
    begin, end = doc.header.headline or (0, 0)
    start, word, low = doc.tokens.start, doc.tokens.word, doc.tokens.low
    plain = doc.language.words("function_words")
    found = []
    for block in doc.block_tokens:
        first, last = block
        if not 4 <= last - first <= 40:
            continue
        headline = begin <= start[first] < end
        if not headline and _is_prose(word[last - 2], low[last - 2], plain):
            continue  # most blocks: the word before the full stop is in small letters
        if _is_title(word[first:last], low[first:last], plain, headline):
            found.append(block)
    return found


def _is_prose(word: str, low: str, plain: Set[str]) -> bool:
    """Whether no headline in title case has that word: one in small letters that is neither short nor `plain`."""
    return len(word) > 2 and word[0].isalpha() and not word[0].isupper() and low not in plain


def _is_title(block: Iterable[str], folded: Iterable[str], plain: Set[str], headline: bool) -> bool:
    """Whether capitals tell nothing: the headline itself needs most, a line elsewhere, that may be a row of names, all.

    Those that are `plain` are not counted, as titles have small words.
    """
    misses = telling = 0
    for word, low in zip(block, folded, strict=True):
        if low not in plain and len(word) > 2 and word[0].isalpha():
            telling += 1
            if not word[0].isupper():
                if not headline:
                    return False
                misses += 1
    if headline:
        return telling >= 3 and telling - misses >= 0.7 * telling
    return telling >= 5
