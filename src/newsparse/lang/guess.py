"""Which language a text is in, told by its small words: quick, and without any model.

Each language's `function_words` hold its most frequent small words. Those of the text's first few thousand characters
are counted; the language that has most of them is the text's. English is meant where no language has more than it.
"""

from __future__ import annotations

import functools
import re

from newsparse.lang import languages, load_language

_READ = 4_000
_WORD = r"[^\W\d_]+"


def guess_language(text: str) -> str:
    """The code of the language that most of the text's small words are of; "en" where that is undecided.

    Only the languages that there are can be told apart: a text in another one is taken for that which it shares most
    small words with.

    >>> guess_language("Der Rat hat am Montag für die neue Brücke gestimmt."), guess_language("Tarn 2024")
    ('de', 'en')
    """
    counts = dict.fromkeys(("en", *languages()), 0)
    owners = _owners()
    for word in re.findall(_WORD, text[:_READ].lower()):
        for code in owners.get(word, ()):
            counts[code] += 1
    return max(counts, key=lambda code: counts[code])


@functools.cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Each small word with the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for code in languages():
        for word in load_language(code).words("function_words"):
            found[word] = (*found.get(word, ()), code)
    return found
