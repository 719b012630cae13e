"""Where somebody may be saying something: candidates from the cue table, each with a probability.

Every entry of the table that stands outside quotation marks is proposed, save idioms and words that next to never are a
cue; one logistic scorer (weights in `cue_scorer.json`) weighs what its neighbours are, and the unlikely are dropped at
once. Which of the others stand is decided later, in `settle`.
"""

from __future__ import annotations

import functools
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsparse import linear
from newsparse.document import Cue, Document, Sentence, Sought
from newsparse.lang import Language

PROPOSE = 0.25
"""Candidates less likely than this are dropped at once: they are most of all, and few of them are right."""
_LEAST_ODDS = math.log(PROPOSE / (1 - PROPOSE))
CROWD, CROWDED = 12, 90
"""So many cues in so many tokens at most: no news has more, and each is weighed against what stands around it."""
FAR = 20
"""How many tokens away another word of saying still matters."""
NEAR_QUOTE = 9
"""How many tokens away a quotation still matters."""
_SAID = (0, *[1] * 3, *[2] * 5, *[3] * (FAR - 8))
_QUOTED_BEFORE = (1, 1, 2, 2, *[3] * (NEAR_QUOTE - 4))
_QUOTED_AFTER = (1, 2, 3, 3, *[4] * (NEAR_QUOTE - 4))
"""How near a word of saying is, so many tokens away, and a quotation, with so many tokens between, in steps."""
_BOUND_TO_VERB = frozenset("BE HV DO MD NG RB HD".split())
"""Classes of what stands between a subject and its verb: auxiliaries, negation, adverbs."""


class Form(NamedTuple):
    """An entry of the cue table, as the scorer sees it.

    Attributes:
        text: the form itself.
        lemma, kind, tense, family: its row.
        common, by_family, by_lemma: what it adds to the score wherever it stands: by lemma and by how often it is a cue
            in train, and by the latter together with tense and family, and with the lemma.
    """

    text: str
    lemma: str
    kind: str
    tense: str
    family: str
    common: float
    by_family: float
    by_lemma: float


def prior(cued: int, seen: int) -> tuple[int, int]:
    """The prior of a form that was a cue `cued` of `seen` times: its log-odds, and how often it was seen, in steps."""
    often = 0 if seen == 0 else 1 if seen < 5 else 2 if seen < 20 else 3
    return round(1.5 * math.log((cued + 0.3) / (seen - cued + 1.0))), often


def weighed(tables: linear.Tables, entry: tuple[str, str, str, str, str], counts: tuple[int, int]) -> Form:
    """An entry (form, lemma, class, tense, family) with what it adds to the score, where it has that prior."""
    text, lemma, kind, tense, family = entry
    of_lemma, of_prior, _, _, _, _, _, _, _, _, _, of_family, _, _, of_both = tables
    step, _ = counts
    common = of_lemma(lemma, 0.0) + of_prior(counts, 0.0)
    by_family, by_lemma = of_family((step, family, tense), 0.0), of_both((step, lemma), 0.0)
    return Form(text, lemma, kind, tense, family, common, by_family, by_lemma)


class _Priors(dict[tuple[str, str], tuple[int, int]]):
    """The priors by the two counts as the table has them: of five thousand rows six hundred differ."""

    def __missing__(self, counts: tuple[str, str]) -> tuple[int, int]:
        cued, seen = counts
        found = self[counts] = prior(int(cued), int(seen))
        return found


class _Forms(dict[str, Form]):
    """The entries that were found so far, each as the scorer sees it."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        rows = language.table("cues")
        self._place = rows.place
        counts = zip(rows.column("times_cue"), rows.column("times_seen"), strict=True)
        self._priors = list(map(_Priors().__getitem__, counts))
        self._told = tuple([rows.column(name) for name in ("lemma", "class", "tense", "family")])
        self._tables = linear.load_tables(language, "cue_scorer")

    def __missing__(self, text: str) -> Form:
        place = self._place(text)  # a row of its own would be made, and kept, for each
        lemma, kind, tense, family = self._told
        entry = text, lemma[place], kind[place], tense[place], family[place]
        form = self[text] = weighed(self._tables, entry, self._priors[place])
        return form


@functools.cache
def load_forms(language: Language) -> Mapping[str, Form]:
    """The entries of the cue table by their text, each made when it is first asked for."""
    return _Forms(language)


@functools.cache
def _by_counts(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Words that are cues more often than not, and words seen often and next to never as a cue."""
    rows = language.table("cues")
    strong, seldom = [], []
    counts = map(int, rows.column("times_cue")), map(int, rows.column("times_seen"))
    for form, cued, seen in zip(rows, *counts, strict=True):
        if seen >= 8 and 2 * cued > seen:
            strong.append(form)
        elif seen >= 10 and cued < 0.025 * seen:
            seldom.append(form)
    return frozenset(strong), frozenset(seldom)


@functools.cache
def _phrases(language: Language) -> Mapping[str, tuple[str, ...]]:
    """Entries of several words, by their first two, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for text in sorted([text for text in language.table("cues") if " " in text], key=_most_words_first):
        first, second, *_ = text.split()
        pair = f"{first} {second}"
        found[pair] = (*found.get(pair, ()), text)
    return found


def _most_words_first(text: str) -> int:
    return -text.count(" ")


def sought_for_cues(language: Language) -> Sought:
    """The entries of one word, save those that next to never are a cue and no verbs."""
    rows, (_, seldom) = language.table("cues"), _by_counts(language)
    entries = zip(rows, rows.column("class"), strict=True)
    words = [form for form, kind in entries if " " not in form and (kind == "verb" or form not in seldom)]
    return Sought(frozenset(words))


def sought_for_phrases(language: Language) -> Sought:
    """The words with which an entry of several words begins, before one that is second in some entry."""
    pairs = _phrases(language)
    firsts, seconds = [pair.partition(" ")[0] for pair in pairs], [pair.partition(" ")[2] for pair in pairs]
    return Sought(frozenset(firsts), then=frozenset(seconds))


@functools.cache
def _idioms(language: Language) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Runs that say nothing, by their last word."""
    runs = [tuple(line.split()) for line in sorted(language.words("idioms"))]
    return {last: tuple(run for run in runs if run[-1] == last) for last in {run[-1] for run in runs}}


def find_cues(doc: Document) -> tuple[Cue, ...]:
    """The likely cues, in text order."""
    tables, forms = linear.load_tables(doc.language, "cue_scorer"), load_forms(doc.language)
    cls, sentence, sentences = doc.signals.cls, doc.signals.sentence, doc.sentences
    around = surroundings(doc)
    found: list[Cue] = []
    for first, last, text in candidates(doc):
        odds = score(tables, around, first, last, forms[text])
        if odds >= _LEAST_ODDS and not (len(found) >= CROWD and first - found[-CROWD].first < CROWDED):
            group = verb_group(cls, first, sentences[sentence[first]].first)
            found.append(Cue(first, last, group, text, linear.probability(odds)))
    return tuple(found)


def verb_group(cls: Sequence[str], first: int, begin: int) -> int:
    """The first token of the auxiliaries, negation and adverbs that stand right before a cue."""
    i = first
    while i > begin and cls[i - 1] in _BOUND_TO_VERB and i > first - 6:
        i -= 1
    while i < first and cls[i] == "HD":
        i += 1
    return i


def candidates(doc: Document) -> list[tuple[int, int, str]]:
    """Each entry of the cue table outside quotation marks, in text order: first token, last one (half-open), entry."""
    low, quote = doc.tokens.low, doc.signals.quote
    (_, seldom), idioms = _by_counts(doc.language), _idioms(doc.language)
    found = _found_phrases(doc)
    taken = {i for first, last, _ in found for i in range(first, last)}
    for i in doc.sought["cues"]:
        if quote[i] >= 0 or i in taken:
            continue
        word = low[i]
        if word in idioms and any(low[max(0, i + 1 - len(run)) : i + 1] == run for run in idioms[word]):
            continue
        if word in seldom and low[i + 1 : i + 2] != ("that",):
            continue
        found.append((i, i + 1, word))
    found.sort()
    return found


def _found_phrases(doc: Document) -> list[tuple[int, int, str]]:
    """The entries of several words outside quotation marks, as `candidates` gives them; none begins in another."""
    low, quote, sentence = doc.tokens.low, doc.signals.quote, doc.signals.sentence
    phrases, measures = _phrases(doc.language), doc.language.words("measures")
    found = []
    skip = 0
    for i in doc.sought["cue_phrases"]:
        if i < skip or quote[i] >= 0:
            continue
        for text in phrases.get(f"{low[i]} {low[i + 1]}", ()):
            run = tuple(text.split())
            stop = i + len(run)
            if low[i:stop] == run and sentence[i] == sentence[stop - 1]:
                if not (low[i] == "according" and low[stop : stop + 1] and low[stop] in measures):
                    found.append((i, stop, text))
                    skip = stop
                break
    return found


class Surroundings(NamedTuple):
    """What is looked at around each candidate of a text.

    Attributes:
        low, cls, sentence, sentences: as in the document.
        strong: the tokens that mostly are cues, wherever they stand, between one far before and one far after all.
        opens: the first tokens of the quotations, and one far after all.
        closes: the tokens after their last, and one far before all, which so stands before the first, at -1.
    """

    low: Sequence[str]
    cls: Sequence[str]
    sentence: Sequence[int]
    sentences: Sequence[Sentence]
    strong: Sequence[int]
    opens: Sequence[int]
    closes: Sequence[int]


def surroundings(doc: Document) -> Surroundings:
    """What is looked at around the candidates of a text."""
    (strong, _), low = _by_counts(doc.language), doc.tokens.low
    off = len(low) + FAR
    real = [q for q in doc.quotations if not q.nickname]
    return Surroundings(
        low,
        doc.signals.cls,
        doc.signals.sentence,
        doc.sentences,
        [-FAR, *[k for k in doc.sought["cues"] if low[k] in strong], off],
        [*[q.first for q in real], off],
        [*accumulate([q.last for q in real], max), -FAR],  # one may lie in another
    )


def score(tables: linear.Tables, around: Surroundings, first: int, last: int, form: Form) -> float:
    """The log-odds that a candidate is a cue."""
    low, cls, of, sentences, _, _, _ = around
    sentence = sentences[of[first]]
    begin, end = sentence.first, sentence.last
    to_left, to_right = first - begin, end - last
    text, lemma, kind, tense, family, common, by_family, by_lemma = form
    p1, p1c = (low[first - 1], cls[first - 1]) if first > begin else ("^", "^")
    p2 = low[first - 2] if first > begin + 1 else "^"
    n1, n1c = (low[last], cls[last]) if last < end else ("$", "$")
    n2 = low[last + 1] if last + 1 < end else "$"
    p3c = cls[first - 3] if first > begin + 2 else "^"
    _, _, prev, next_, form_next, quotes, place, head, pair, others, lemma_chain, _, ahead, behind, _ = tables
    said_before, said_after, before, after = _near(around, first, last, to_left, to_right)
    return (
        common
        + prev(p1, 0.0)
        + next_(n1, 0.0)
        + form_next((text, n1), 0.0)
        + quotes((family, before, after), 0.0)
        + place((tense, to_left if to_left < 3 else 3, to_right if to_right < 3 else 3), 0.0)
        + head((sentence.block == 0, kind, p1c), 0.0)
        + pair((p2, p1), 0.0)
        + others((kind, said_before, said_after), 0.0)
        + by_family
        + ahead((n1c, n2), 0.0)
        + behind((said_before, p3c, before), 0.0)
        + by_lemma
        + lemma_chain((lemma, p1c), 0.0)
    )


def _near(around: Surroundings, first: int, last: int, to_left: int, to_right: int) -> tuple[int, int, int, int]:
    """How near in its sentence the next word that mostly is a cue stands before and after a candidate, and how near a
    quotation ends before it and begins after it, in steps; 0 for far off.
    """
    _, _, _, _, strong, opens, closes = around
    at = bisect_left(strong, first)
    back = first - strong[at - 1]
    while strong[at] < last:
        at += 1
    on = strong[at] - last + 1
    at = bisect_left(opens, first)
    closed, opened = first - closes[at - 1], opens[at] - last
    return (
        _SAID[back] if back <= FAR and back <= to_left else 0,
        _SAID[on] if on <= FAR and on <= to_right else 0,
        _QUOTED_BEFORE[closed] if closed < NEAR_QUOTE and closed < to_left else 0,
        _QUOTED_AFTER[max(opened, 0)] if opened < NEAR_QUOTE and opened < to_right else 0,
    )
