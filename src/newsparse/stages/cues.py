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

import attrs

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


@attrs.frozen
class Form:
    """An entry of the cue table, as the scorer sees it.

    Attributes:
        text: the form itself.
        lemma, kind, tense, family: its row.
        prior: how often it is a cue in train, as steps of log-odds, and how often it was seen, in four steps.
    """

    text: str
    lemma: str
    kind: str
    tense: str
    family: str
    prior: tuple[int, int]


@functools.cache
def prior(cued: int, seen: int) -> tuple[int, int]:
    """The prior of a form that was a cue `cued` of `seen` times."""
    often = 0 if seen == 0 else 1 if seen < 5 else 2 if seen < 20 else 3
    return round(1.5 * math.log((cued + 0.3) / (seen - cued + 1.0))), often


class _Forms(dict[str, Form]):
    """The entries that were found so far, each as the scorer sees it."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        rows = language.table("cues")
        self._place = rows.place
        self._counts = rows.column("times_cue"), rows.column("times_seen")
        self._told = tuple([rows.column(name) for name in ("lemma", "class", "tense", "family")])

    def __missing__(self, text: str) -> Form:
        place = self._place(text)  # a row of its own would be made, and kept, for each
        (cued, seen), (lemma, kind, tense, family) = self._counts, self._told
        counts = prior(int(cued[place]), int(seen[place]))
        form = self[text] = Form(text, lemma[place], kind[place], tense[place], family[place], counts)
        return form


@functools.cache
def _forms(language: Language) -> _Forms:
    return _Forms(language)


@functools.cache
def _by_counts(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Words that are cues more often than not, and words seen often and next to never as a cue."""
    rows = language.table("cues")
    counts = zip(rows, rows.column("times_cue"), rows.column("times_seen"), strict=True)
    seen = [(form, int(cued), int(seen)) for form, cued, seen in counts if seen != "0"]
    strong = frozenset([form for form, cued, seen in seen if seen >= 8 and 2 * cued > seen])
    return strong, frozenset([form for form, cued, seen in seen if seen >= 10 and cued < 0.025 * seen])


@functools.cache
def _phrases(language: Language) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Entries of several words, by their first and then their second, the longest first."""
    found: dict[str, dict[str, list[str]]] = {}
    for text in language.table("cues"):
        if " " in text:
            first, second, *_ = text.split()
            found.setdefault(first, {}).setdefault(second, []).append(text)
    return {
        first: {second: tuple(sorted(texts, key=_most_words_first)) for second, texts in by_second.items()}
        for first, by_second in found.items()
    }


def _most_words_first(text: str) -> int:
    return -text.count(" ")


@functools.cache
def _never_alone(language: Language) -> frozenset[str]:
    """The words that begin an entry of several words, and are none by themselves."""
    rows = language.table("cues")
    return frozenset([word for word in _phrases(language) if word not in rows])


def sought_for_cues(language: Language) -> Sought:
    """The words with which an entry of the cue table begins."""
    return Sought(frozenset([form for form in language.table("cues") if " " not in form]) | _never_alone(language))


@functools.cache
def _idioms(language: Language) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Runs that say nothing, by their last word."""
    runs = [tuple(line.split()) for line in sorted(language.words("idioms"))]
    return {last: tuple(run for run in runs if run[-1] == last) for last in {run[-1] for run in runs}}


def find_cues(doc: Document) -> tuple[Cue, ...]:
    """The likely cues, in text order."""
    tables = linear.load_tables(doc.language, "cue_scorer")
    cls, sentence, sentences = doc.signals.cls, doc.signals.sentence, doc.sentences
    around = surroundings(doc)
    own_weights: dict[str, tuple[float, float, float]] = {}
    found: list[Cue] = []
    for first, last, form in candidates(doc):
        own = own_weights.get(form.text)
        if own is None:
            own = own_weights[form.text] = form_weights(tables, form)
        odds = score(tables, around, first, last, form, own)
        if odds >= _LEAST_ODDS and not (len(found) >= CROWD and first - found[-CROWD].first < CROWDED):
            group = verb_group(cls, first, sentences[sentence[first]].first)
            found.append(Cue(first, last, group, form.text, linear.probability(odds)))
    return tuple(found)


def verb_group(cls: Sequence[str], first: int, begin: int) -> int:
    """The first token of the auxiliaries, negation and adverbs that stand right before a cue."""
    i = first
    while i > begin and cls[i - 1] in _BOUND_TO_VERB and i > first - 6:
        i -= 1
    while i < first and cls[i] == "HD":
        i += 1
    return i


def candidates(doc: Document) -> list[tuple[int, int, Form]]:
    """Each entry of the cue table outside quotation marks: first token, last token (half-open), form."""
    forms, phrases = _forms(doc.language), _phrases(doc.language)
    low, quote = doc.tokens.low, doc.signals.quote
    never_alone, (_, seldom), size = _never_alone(doc.language), _by_counts(doc.language), len(low)
    idioms = _idioms(doc.language)
    found = []
    skip = 0
    for i in doc.signals.sought["cues"]:
        if i < skip or quote[i] >= 0:
            continue
        word = low[i]
        if word in phrases and i + 1 < size and low[i + 1] in phrases[word]:
            entry = _phrase_at(doc, i, phrases[word][low[i + 1]])
            if entry is not None:
                text, skip = entry
                found.append((i, skip, forms[text]))
                continue
        if word in never_alone:
            continue
        if word in idioms and any(low[max(0, i + 1 - len(run)) : i + 1] == run for run in idioms[word]):
            continue
        if word in seldom and not (i + 1 < size and low[i + 1] == "that" and forms[word].kind == "verb"):
            continue
        found.append((i, i + 1, forms[word]))
    return found


def _phrase_at(doc: Document, i: int, texts: Sequence[str]) -> tuple[str, int] | None:
    """The first of some entries of several words that stands at token `i`, and where it ends."""
    low, sentence = doc.tokens.low, doc.signals.sentence
    for text in texts:
        run = tuple(text.split())
        stop = i + len(run)
        if low[i:stop] == run and sentence[i] == sentence[stop - 1]:
            measured = low[i] == "according" and low[stop : stop + 1] and low[stop] in doc.language.words("measures")
            return None if measured else (text, stop)
    return None


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
        [-FAR, *[k for k in doc.signals.sought["cues"] if low[k] in strong], off],
        [*[q.first for q in real], off],
        [*accumulate([q.last for q in real], max), -FAR],  # one may lie in another
    )


def form_weights(tables: linear.Tables, form: Form) -> tuple[float, float, float]:
    """What a form by itself adds to the score, wherever it stands: by lemma and prior, family, lemma with prior."""
    lemma, prior_, _, _, _, _, _, _, _, _, _, by_family, _, _, by_lemma = tables
    return (
        lemma(form.lemma, 0.0) + prior_(form.prior, 0.0),
        by_family((form.prior[0], form.family, form.tense), 0.0),
        by_lemma((form.prior[0], form.lemma), 0.0),
    )


def score(
    tables: linear.Tables,
    around: Surroundings,
    first: int,
    last: int,
    form: Form,
    own: tuple[float, float, float],
) -> float:
    """The log-odds that a candidate is a cue; `own` are the weights of its form."""
    low, cls, of, sentences, _, _, _ = around
    sentence = sentences[of[first]]
    begin, end = sentence.first, sentence.last
    to_left, to_right = first - begin, end - last
    kind, tense, family = form.kind, form.tense, form.family
    p1, p1c = (low[first - 1], cls[first - 1]) if first > begin else ("^", "^")
    p2 = low[first - 2] if first > begin + 1 else "^"
    n1, n1c = (low[last], cls[last]) if last < end else ("$", "$")
    n2 = low[last + 1] if last + 1 < end else "$"
    p3c = cls[first - 3] if first > begin + 2 else "^"
    _, _, prev, next_, form_next, quotes, place, head, pair, others, lemma_chain, _, ahead, behind, _ = tables
    own_first, own_family, own_lemma = own
    said_before, said_after, before, after = _near(around, first, last, to_left, to_right)
    return (
        own_first
        + prev(p1, 0.0)
        + next_(n1, 0.0)
        + form_next((form.text, n1), 0.0)
        + quotes((family, before, after), 0.0)
        + place((tense, to_left if to_left < 3 else 3, to_right if to_right < 3 else 3), 0.0)
        + head((sentence.block == 0, kind, p1c), 0.0)
        + pair((p2, p1), 0.0)
        + others((kind, said_before, said_after), 0.0)
        + own_family
        + ahead((n1c, n2), 0.0)
        + behind((said_before, p3c, before), 0.0)
        + own_lemma
        + lemma_chain((form.lemma, p1c), 0.0)
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
