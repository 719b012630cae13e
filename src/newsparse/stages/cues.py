"""Where somebody may be saying something: candidates from the cue table, each with a probability.

Every entry of the table that stands outside quotation marks is proposed; one logistic scorer (weights in
`cue_scorer.json`) weighs what its neighbours are. Nothing is decided here: a later stage settles overlaps.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from newsparse import linear
from newsparse.document import Cue, Document
from newsparse.lang import Language

Counts = Callable[[str], tuple[int, int]]
"""For a form of the cue table: how often it was a cue, and how often it was seen."""

AUXILIARIES = frozenset(("BE", "HV", "DO", "MD", "NG", "RB", "HD", "TO"))
PROPOSE = 0.12
"""Candidates less likely than this are dropped at once: they are most of all, and next to none is right."""


@functools.cache
def _table(language: Language) -> Mapping[str, Mapping[str, str]]:
    """Single-word entries that may be cues; those seen often and next to never as a cue are left out."""
    rows = language.table("cues").items()
    return {f: r for f, r in rows if " " not in f and not _hopeless(int(r["times_cue"]), int(r["times_seen"]))}


def _hopeless(cued: int, seen: int) -> bool:
    return seen >= 10 and cued < 0.025 * seen


@functools.cache
def _phrases(language: Language) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Entries of several words, by first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in language.table("cues"):
        if " " in form:
            words = tuple(form.split())
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()}


@functools.cache
def _counts(language: Language) -> Counts:
    table = {f: (int(r["times_cue"]), int(r["times_seen"])) for f, r in language.table("cues").items()}
    return table.__getitem__


def find_cues(doc: Document) -> tuple[Cue, ...]:
    """The likely cues, in text order."""
    tables, counts = linear.load_tables(doc.language, "cue_scorer"), _counts(doc.language)
    found = []
    for first, last, form in candidates(doc):
        chance = linear.probability(linear.score(tables, features(doc, first, last, form, counts)))
        if chance >= PROPOSE:
            begin = doc.sentences[doc.signals.sentence[first]].first
            found.append(Cue(first, last, verb_group(doc.signals.cls, first, begin), form, chance))
    return tuple(found)


def verb_group(cls: Sequence[str], first: int, begin: int) -> int:
    """The first token of the auxiliaries, negation and adverbs that stand right before a cue."""
    i = first
    while i > begin and cls[i - 1] in ("BE", "HV", "DO", "MD", "NG", "RB", "HD") and i > first - 6:
        i -= 1
    while i < first and cls[i] == "HD":
        i += 1
    return i


def candidates(doc: Document) -> Iterator[tuple[int, int, str]]:
    """Each entry of the cue table outside quotation marks: first token, last token (half-open), form."""
    table, phrases = _table(doc.language), _phrases(doc.language)
    low, quote = doc.tokens.low, doc.signals.quote
    size = len(low)
    skip = 0
    for i, word in enumerate(low):
        if i < skip or quote[i] >= 0:
            continue
        if word in phrases:
            for words in phrases[word]:
                stop = i + len(words)
                if stop <= size and low[i:stop] == words and doc.signals.sentence[i] == doc.signals.sentence[stop - 1]:
                    yield i, stop, " ".join(words)
                    skip = stop
                    break
        if i >= skip and word in table:
            yield i, i + 1, word


def features(doc: Document, first: int, last: int, form: str, counts: Counts) -> tuple[Hashable, ...]:
    """What the scorer sees of one candidate; one value for each of its tables."""
    low, cls = doc.tokens.low, doc.signals.cls
    sentence = doc.sentences[doc.signals.sentence[first]]
    begin, end = sentence.first, sentence.last
    row = doc.language.table("cues")[form]
    lemma, kind, tense, family = row["lemma"], row["class"], row["tense"], row["family"]
    p1, p1c = (low[first - 1], cls[first - 1]) if first > begin else ("^", "^")
    p2, p2c = (low[first - 2], cls[first - 2]) if first > begin + 1 else ("^", "^")
    n1, n1c = (low[last], cls[last]) if last < end else ("$", "$")
    n2, n2c = (low[last + 1], cls[last + 1]) if last + 1 < end else ("$", "$")
    n3c = cls[last + 2] if last + 2 < end else "$"
    subject, chain = _subject(cls, low, first, begin)
    before, after = _quotes_near(doc, first, last, begin, end)
    that = _that(cls, last, end)
    others = _others(doc, first, last, begin, end)
    cued, seen = counts(form)
    rate = round(1.5 * math.log((cued + 0.3) / (seen - cued + 1.0)))
    often = 0 if seen == 0 else 1 if seen < 5 else 2 if seen < 20 else 3
    place = min(3, first - begin), min(3, end - last)
    block = 0 if sentence.block == 0 else 1
    return (
        lemma,
        (rate, often),
        p1,
        n1,
        (form, n1),
        (form, p1),
        (family, before, after),
        (that, kind),
        (tense, *place),
        (block, kind, p1c),
        (p2, p1),
        (kind, others),
    )


@functools.cache
def _strong(language: Language) -> frozenset[str]:
    """Single words that are cues more often than not."""
    rows = language.table("cues").items()
    return frozenset(f for f, r in rows if int(r["times_seen"]) >= 8 and 2 * int(r["times_cue"]) > int(r["times_seen"]))


def _others(doc: Document, first: int, last: int, begin: int, end: int) -> tuple[int, int]:
    """How near the next word that mostly is a cue stands on either side."""
    low, strong = doc.tokens.low, _strong(doc.language)
    before = after = 0
    for k in range(first - 1, max(begin, first - 20) - 1, -1):
        if low[k] in strong:
            before = 1 if k >= first - 3 else 2 if k >= first - 8 else 3
            break
    for k in range(last, min(end, last + 20)):
        if low[k] in strong:
            after = 1 if k < last + 3 else 2 if k < last + 8 else 3
            break
    return before, after


def _subject(cls: tuple[str, ...], low: tuple[str, ...], first: int, begin: int) -> tuple[str, str]:
    """The class of the word before the auxiliaries and adverbs, and those of them that matter."""
    i = first - 1
    chain = ""
    while i >= begin and i > first - 6 and cls[i] in AUXILIARIES:
        if cls[i] != "RB":
            chain = (low[i] if cls[i] in ("BE", "HV", "NG") else cls[i]) + " " + chain
        i -= 1
    return (cls[i] if i >= begin else "^", chain)


def _quotes_near(doc: Document, first: int, last: int, begin: int, end: int) -> tuple[str, str]:
    """How near a quotation ends before the candidate, and how near one begins after it."""
    quote = doc.signals.quote
    before = "0"
    for k in range(first - 1, max(begin, first - 9) - 1, -1):
        if quote[k] >= 0:
            before = "1" if k >= first - 2 else "2" if k >= first - 4 else "3"
            break
    after = "0"
    for k in range(last, min(end, last + 9)):
        if quote[k] >= 0:
            after = "1" if k == last else "2" if k <= last + 1 else "3" if k <= last + 3 else "4"
            break
    return before, after


def _that(cls: tuple[str, ...], last: int, end: int) -> str:
    """Whether `that` or `to` comes soon, and after how much."""
    for k in range(last, min(end, last + 8)):
        kind = cls[k]
        if kind == "TH":
            return "that0" if k == last else "that1" if k < last + 4 else "that2"
        if kind == "TO":
            return "to0" if k == last else "to1"
        if kind in (",", ".", ";", ":", "Q"):
            return kind
    return "-"
