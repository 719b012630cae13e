"""Nominals: noun phrases without a name, and what their nouns stand for."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from newsparse.document import Range
from newsparse.model import SpeakerKind
from newsparse.stages.people.runs import CLITICS
from newsparse.stages.people.view import DETERMINERS, Draft, Phrases
from newsparse.stages.people.words import Gender, Words, singular

_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens", "hundreds"}
)
_OPENING = DETERMINERS | {"some", "many", "several", "few", "most", "other", "another", "all", "one"}
"""Words that a noun phrase begins with."""
_NOUNS = frozenset(["w", "NS", "CN", "AJ"])
"""Classes of words that common nouns and what stands before them are of."""
_POINTING = frozenset(["the", "this", "that", "these", "those", "such"])


@functools.lru_cache(8192)
def noun_kind(words: Words, noun: str) -> tuple[SpeakerKind, Gender | None]:
    """What a common noun stands for, and its gender."""
    if noun in words.documents and not words.is_role(noun):
        return "document", "thing"
    if noun.endswith("-year-old") or noun in words.indefinite_people:
        return "person", None
    if words.is_national(noun):
        return "person", words.gender(noun)
    if words.is_group(noun) or noun in words.indefinite_groups or noun.isdecimal():
        return "group", "plural"
    if words.is_role(noun) or noun in words.kinship or noun in words.titles:
        return "person", words.gender(noun)
    if noun in words.organization_nouns:
        return "organization", "thing"
    if singular(noun) in words.documents:
        return "document", "thing"
    return ("group", "plural") if singular(noun) != noun else ("organization", "thing")


def nominal_mention(phrases: Phrases, first: int, last: int, head: int, where: Range | None = None) -> Draft:
    """The mention that the nominal of these tokens is."""
    low, words = phrases.low, phrases.words
    noun = low[head]
    kind, gender = noun_kind(words, noun)
    if noun in words.second_nouns and head > first and f"{low[head - 1]} {noun}" in words.organization_nouns:
        kind, gender = "organization", "thing"  # the coast guard
    return Draft(first, last, where, "nominal", kind, gender, None, None, noun, low[first] in _POINTING)


def nominals(phrases: Phrases, heads: Iterable[int], taken: bytearray) -> Iterator[Draft]:
    """The nominals with these heads (tokens, in order), save those that are a part of something else.

    Args:
        phrases: the document and its names.
        heads: the tokens of nouns.
        taken: for each token whether it lies in a mention already.
    """
    low, people, every, runs = phrases.low, phrases.words.people, phrases.words.things, phrases.runs
    within = phrases.within
    blocks = iter(phrases.doc.block_tokens)
    first = last = 0
    for i in heads:
        after = i + 1
        if taken[i] or after in runs or within[i]:
            continue
        while i >= last:
            first, last = next(blocks)
        if after < last and (low[after] in people or low[after] in every) and not taken[after]:
            continue
        if _names_itself(phrases, after, last):
            continue
        begin = leftwards(phrases, i, first)
        if taken[begin] or (begin == i and not phrases.words.is_group(low[i])) or within[begin]:
            continue
        if low[i] == "half" and low[begin - 1 : begin] == ("and",):
            continue  # two and a half hours
        yield nominal_mention(phrases, begin, _rightwards(phrases, _second(phrases, i, last), last), i)


def _second(phrases: Phrases, i: int, last: int) -> int:
    """Where the nouns with that head end: `bakers and millers` are one group."""
    low, words = phrases.low, phrases.words
    joined = i + 2 < last and low[i + 1] == "and" and words.is_group(low[i]) and words.is_group(low[i + 2])
    return i + 3 if joined and i + 3 not in phrases.runs else i + 1


def _names_itself(phrases: Phrases, i: int, last: int) -> bool:
    """Whether the name of whom a nominal speaks comes right after it: `her lawyer, Bo Lind,`."""
    low, word, runs = phrases.low, phrases.word, phrases.runs
    if i + 1 >= last or low[i] not in (",", "and"):
        return False
    if low[i] == "and":
        return i + 2 in runs and phrases.words.is_role(low[i + 1])
    run = runs.get(i + 1)
    return (
        run is not None
        and run.kind == "person"
        and not run.role
        and (run.last >= last or word[run.last] in (",", ".", ")", ";"))
    )


def leftwards(phrases: Phrases, head: int, first: int) -> int:
    """Where the noun phrase with that head begins: back over adjectives and names to a determiner."""
    low, word, words = phrases.low, phrases.word, phrases.words
    i = head
    while i > first and head - i < 8:
        before = low[i - 1]
        if before in _OPENING:
            return i if before == "that" and head - i > 1 else i - 1
        if before in _NUMBERS or before.isdecimal():
            return i - 2 if i - 1 > first and low[i - 2] in DETERMINERS else i - 1
        if (
            before in words.function_words
            or not (word[i - 1][0].isalnum() or before in CLITICS)
            or before.endswith("ed")
            or before in words.speaking_to_with
        ):
            return i
        i -= 1
    return i


def _rightwards(phrases: Phrases, i: int, last: int) -> int:
    """Where it ends: with a group of `of`, `for`, `at` or `in` before a name."""
    low, runs = phrases.low, phrases.runs
    if i < last and low[i] in ("of", "for", "at", "in", "on"):
        after = i + 1
        if after < last and low[after] == "the":
            after += 1
        run = runs.get(after)
        if run is not None and run.last <= last and run.kind != "person":
            return run.last
        if low[i] == "of":
            return _common(phrases, after, min(last, after + 4)) or i
    return i


def _common(phrases: Phrases, i: int, last: int) -> int:
    """Where a group of `of` ends that holds no name: `residents of the valley`; 0 where it is none."""
    cls = phrases.doc.signals.cls
    end = i
    while end < last <= len(cls) and cls[end] in _NOUNS:
        end += 1
    return end if end > i and cls[end - 1] != "AJ" else 0
