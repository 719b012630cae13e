"""Tokens and sentences of the prose."""

from __future__ import annotations

import functools
import re
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate

from newsparse.document import Document, Range, Sentence, Sought, Tokens
from newsparse.lang import Language

_CLOSERS = frozenset("\"'”’»›“‘‟″＂«‹)]") | {"''", "``"}
_OPENERS = frozenset("\"'“‘«„([") | {"``", "''"}
_STOPS = frozenset(".!?…") | {"..."}
_CAN_FOLLOW = _STOPS | _CLOSERS
"""What a sentence may have after its stop."""


@functools.cache
def _token() -> re.Pattern[str]:
    inner = r"[-&'’.,:](?:(?<=[-&])\w+|(?<=['’])(?![sS](?!\w))\w+|(?<=\d[.,:])\d+)"
    # A search for a class of characters is quick, and so is a way to go on that begins with a character or a class:
    # so a token is any character that is no blank, and what may follow it is told by looking back.
    return re.compile(
        rf"""(\S(?:
          (?<=\w)(?: \.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+     # U.S.  a.m.
            | \w*(?:{inner}(?:{inner})*|) )                 # words, inner hyphens, apostrophes; 1,200.5
        | [sS](?<=\w['’][sS])(?!\w)                         # the clitic of Ortiz's
        | -(?<=--)-* | \.\.(?<=\.{{3}}) | `(?<=``) | '(?<='')  # marks of several characters
        | ))""",
        re.VERBOSE,
    )


_LONG = 20_000
"""Characters from which memory is spared at the cost of time: a text of nothing but marks has as many tokens."""


def tokenize(doc: Document) -> tuple[Tokens, tuple[Range, ...]]:
    """The tokens of the prose, and for each prose block its range of tokens."""
    text, split = doc.text, _token().split
    if len(text) > _LONG:
        return _tokenize_long(text, doc.prose)
    pieces = [""]  # blank, token, blank, token, ..., blank: what is no prose counts as blank
    blocks: list[Range] = []
    reached = 0
    for start, end in doc.prose:
        first, parts = len(pieces) // 2, split(text[start:end])
        parts[0] = pieces.pop() + text[reached:start] + parts[0]
        pieces += parts
        reached = end
        blocks.append((first, len(pieces) // 2))
    edges = list(accumulate(map(len, pieces)))
    return Tokens(tuple(edges[:-1:2]), tuple(edges[1::2]), *_with_folded(pieces[1::2])), tuple(blocks)


def _tokenize_long(text: str, prose: Sequence[Range]) -> tuple[Tokens, tuple[Range, ...]]:
    """The same block by block, with offsets in arrays."""
    pattern, kind = _token(), "i" if len(text) < 1 << 31 else "q"
    starts, ends = array(kind), array(kind)
    words: list[str] = []
    blocks: list[Range] = []
    known: dict[str, str] = {}
    for start, end in prose:
        first = len(words)
        if end - start > _LONG:
            for match in pattern.finditer(text[start:end]):
                word = match.group()
                words.append(known.setdefault(word, word))
                starts.append(start + match.start())
                ends.append(start + match.end())
        else:
            parts = pattern.split(text[start:end])
            edges = list(accumulate(map(len, parts), initial=start))
            parts = parts[1::2]
            words += map(known.setdefault, parts, parts)
            starts.extend(edges[1:-1:2])
            ends.extend(edges[2::2])
        blocks.append((first, len(words)))
    return Tokens(starts, ends, *_with_folded(words)), tuple(blocks)


def _with_folded(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words, and each of them lower-cased with a curly apostrophe made straight; equal ones are one object.

    A text of a thousand words has four hundred different ones, and most are as their folded forms. To hold each but
    once takes longer here, and saves more later: what is looked up many times is then in the processor's cache.
    """
    known: dict[str, str] = {}
    word = tuple(map(known.setdefault, words, words))
    folded = "\n".join(known).replace("’", "'").lower().split("\n")  # in one go, as none holds a line break
    fold = dict(zip(known, map(known.get, folded, folded), strict=bool(known)))  # nothing too has one line
    return word, tuple(map(fold.__getitem__, word))


def sought_for_sentences(_: Language) -> Sought:
    """Stops and dotted abbreviations: only there, and after a quotation, can a sentence end."""
    return Sought(frozenset(), last=".!?…")


def find_sentences(doc: Document) -> tuple[Sentence, ...]:
    """Sentences, a quotation kept whole with its tag: `"A. B," she said.` is one."""
    tokens, last_of = doc.tokens, {q.first: q.last for q in doc.quotations}
    word, starts, ends = tokens.word, tokens.start, tokens.end
    abbreviations = doc.language.words("abbreviations")
    places = doc.sought["sentences"]
    ordered = sorted({*places, *last_of}) if last_of else places
    found: list[Sentence] = []
    at, size = 0, len(ordered)
    for number, (first, last) in enumerate(doc.block_tokens):
        begin = reached = first
        while at < size and (i := ordered[at]) < last:
            at += 1
            if i < reached:
                continue
            quoted = last_of.get(i)
            reached = i + 1 if quoted is None else quoted
            if quoted is None and reached < last and word[reached] in _CAN_FOLLOW:
                reached = _after_stop(tokens, i, last, last_of)
            if reached == last or starts[reached] == ends[reached - 1]:
                continue
            if not word[reached][0].isupper() and not _can_begin(tokens, reached, last):
                continue
            if quoted is None and _is_abbreviation(tokens, i, abbreviations):
                continue
            if quoted is None or _quotation_ends_sentence(tokens, i, reached, last, doc):
                found.append(Sentence(begin, reached, number))
                begin = reached
        if begin < last:
            found.append(Sentence(begin, last, number))
    return tuple(found)


def _after_stop(tokens: Tokens, i: int, last: int, last_of: Mapping[int, int]) -> int:
    """The token after the stop at `i`, more of them, and closing marks glued to them."""
    word, stop = tokens.word, i + 1
    while stop < last and word[stop] in _STOPS:
        stop += 1
    while stop < last and stop not in last_of and word[stop] in _CLOSERS and tokens.start[stop] == tokens.end[stop - 1]:
        stop += 1
    return stop


def _quotation_ends_sentence(tokens: Tokens, first: int, stop: int, last: int, doc: Document) -> bool:
    """Whether a stop before the closing mark ends the sentence: not if a tag follows (`"Why?" Ortiz asked.`)."""
    if stop - first < 3 or stop >= last:
        return False
    inner = tokens.word[stop - 2 if tokens.word[stop - 1] in _CLOSERS else stop - 1]  # a mark may be left open
    if inner not in _STOPS:
        return False
    if inner in ("!", "?", "…", "..."):
        cues = doc.language.table("cues")
        for k in range(stop, min(stop + 8, last)):
            row = cues.get(tokens.low[k])
            if (
                row is not None
                and row["class"] == "verb"
                and row["act"] == "assertion"
                and row["tense"] in ("past", "s")
            ):
                return False
            if tokens.word[k] in _STOPS or tokens.word[k] in _OPENERS:
                break
    return True


def _is_abbreviation(tokens: Tokens, i: int, abbreviations: frozenset[str]) -> bool:
    """Whether the stop at `i` belongs to the word before it and so ends no sentence."""
    word = tokens.word[i]
    if word != ".":
        if word in ("…", "..."):
            return False
        if len(word) > 2:  # U.S. ends a sentence only before a word that starts many
            return not (i + 1 < len(tokens) and tokens.low[i + 1] in _STARTERS)
        return False
    if i == 0 or tokens.end[i - 1] != tokens.start[i]:
        return False
    before = tokens.word[i - 1]
    if len(before) == 1 and before.isupper() and before != "I":
        return True
    return before.lower() in abbreviations


_STARTERS = frozenset(
    "the a an this that these those it he she they we i you in on at but and if when while after before as for there "
    "his her their its our my no not yet so then now some many most all one two both each".split()
)


def _can_begin(tokens: Tokens, i: int, last: int) -> bool:
    """Whether the token at `i` can begin a sentence: a capital, a digit, or such a one behind an opening mark."""
    for k in range(i, min(i + 3, last)):
        word = tokens.word[k]
        if word[0].isalnum():
            return not word[0].islower()
        if word not in _OPENERS and word not in ("—", "–", "-", "--", "[", "$", "#", "@", "•"):
            return False
    return False
