"""Quotation marks around a name, a title or a label, which nobody says there.

They are told by length, by case and by the word before them.
"""

from __future__ import annotations

from attrs import evolve

from newsparse.document import Document, Quotation, Tokens
from newsparse.lang import Language

LONGEST = 9
"""Words that a name or a title has at most, the marks aside."""
_SMALL = frozenset("a an the of in on at to for and or nor but by with from as is vs v de la le von van und y".split())
"""Words that a title prints small."""
_PLACED = frozenset("on in of at from for with to into 's".split())
"""Words before a title: `on "Harbour Tonight"`, `the author of "Nine Winters"`."""
_ARTICLES = frozenset(("a", "an", "the"))
_BE = frozenset("is was are were be been being".split())
_RELATIVE = frozenset("who which that what whom he she they it we you i".split())
_CHANTED = frozenset("chant chants cry cries shout shouts sign signs strain strains call calls chorus".split())
"""Words before `of` and what is said with them: `signs of "Welcome Home"`."""
_STOPS = frozenset(".!?…") | {"..."}


def labelled(doc: Document, quotation: Quotation, earlier: Quotation | None) -> Quotation:
    """The quotation, marked as a label where it is one; `earlier` is the one before it in its paragraph."""
    tokens, begin, end = doc.tokens, quotation.first, quotation.last
    first, last = doc.block_tokens[quotation.block]
    if not 3 <= end - begin <= LONGEST + 2 or begin == first:
        return quotation
    if not _STOPS.isdisjoint(tokens.word[begin + 1 : end - 2]):  # the last word may be one
        return quotation
    if _nickname(doc.language, tokens, begin, end, last):
        return evolve(quotation, label=True, nickname=True)
    if earlier is not None and earlier.label and _listed(tokens, earlier.last, begin):
        return evolve(quotation, label=True)
    return evolve(quotation, label=True) if _governed(doc.language, tokens, begin, end, first) else quotation


def _listed(tokens: Tokens, end: int, begin: int) -> bool:
    """`"Nine Winters" and "Ten Summers"`."""
    return begin - end in (1, 2) and all(word in (",", "and", "or", "&") for word in tokens.word[end:begin])


def _governed(language: Language, tokens: Tokens, begin: int, end: int, first: int) -> bool:
    """Whether the words before the mark at `begin` make what follows a label."""
    low = tokens.low
    before = low[begin - 1]
    if before == "," and begin - 2 >= first:  # his slogan, "Row first", ...
        before = low[begin - 2]
        return before in language.words("label_nouns") or (
            before in language.words("work_nouns") and is_title(tokens, begin, end)
        )
    if before in language.words("label_nouns") or before in language.words("naming_participles"):
        return True
    if before == "as" and low[begin - 2] == "known":
        return True
    if before in ("called", "titled", "entitled", "named"):
        return _named_thing(language, tokens, begin, first)
    if before in language.words("work_nouns"):
        return is_title(tokens, begin, end, 1)
    if is_title(tokens, begin, end):
        if before == "of" and low[begin - 2] in _CHANTED:
            return False
        return before in _PLACED or before in _ARTICLES or before in language.words("making_verbs")
    return False


def is_title(tokens: Tokens, begin: int, end: int, least: int = 2) -> bool:
    """Whether the marks hold words in title case, `least` of them capitalised."""
    words = [w for w in tokens.word[begin + 1 : end - 1] if w[0].isalpha()]
    large = sum(w[0].isupper() for w in words)
    return large >= least and words[0][0].isupper() and all(w[0].isupper() or w in _SMALL for w in words)


def _named_thing(language: Language, tokens: Tokens, begin: int, first: int) -> bool:
    """`the tool called "the rake"`, `is called "the rake"`, `a song titled "Slow Water"`.

    Not `which Lund called "a disgrace"`.
    """
    low, at = tokens.low, begin - 2
    if low[begin - 1] in ("titled", "entitled"):
        return at >= first and low[at] in language.words("work_nouns")
    if at < first or not _RELATIVE.isdisjoint(low[max(first, begin - 7) : begin - 1]):
        return False
    if low[at] in _BE:  # is called "the rake"; was called "a disgrace" by somebody
        return low[begin + 1] not in ("a", "an")
    return tokens.word[at].islower() and not _ARTICLES.isdisjoint(low[max(first, at - 2) : at])


def _nickname(language: Language, tokens: Tokens, begin: int, end: int, last: int) -> bool:
    """`Leopold "Buck" Arnesen`; not `They Call It "Chaos" In The House` in a headline."""
    if end - begin > 4 or end >= last:
        return False
    around = (begin - 1, *range(begin + 1, end - 1), end)
    small = language.words("function_words")
    return all(tokens.word[k][0].isupper() and tokens.low[k] not in small for k in around)
