"""What a capital tells: of a word, and of a line of words."""

from __future__ import annotations

from newsparse.document import Document

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


def title_cased(doc: Document, first: int, last: int) -> bool:
    """Whether the words of a short block have capitals because it is a headline: they tell nothing there.

    The headline itself needs most of them; a line elsewhere, that may be a row of names, all.
    """
    if not 4 <= last - first <= 40:
        return False
    headline, start = doc.header.headline, doc.tokens.start[first]
    inside = headline is not None and headline[0] <= start < headline[1]
    plain, misses, telling = doc.language.words("function_words"), 0, 0
    for word in doc.tokens.word[first:last]:
        if len(word) > 2 and word[0].isalpha() and word.lower() not in plain:
            telling += 1
            if not word[0].isupper():
                if not inside:
                    return False
                misses += 1
    if inside:
        return telling >= 3 and telling - misses >= 0.7 * telling
    return telling >= 5
