"""Where somebody may be saying something: candidates from the cue table, each with a probability.

Every entry of the table that stands outside quotation marks is proposed, save idioms and words that next to never are a
cue; one logistic scorer (weights in `cue_scorer.json`) weighs what its neighbours are, and the unlikely are dropped at
once. Which of the others stand is decided later, in `settle`.
"""

from __future__ import annotations

import functools
import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

import attrs

from newsparse import linear
from newsparse.document import Cue, Document, Sought
from newsparse.lang import Language

PROPOSE = 0.25
"""Candidates less likely than this are dropped at once: they are most of all, and few of them are right."""
_LEAST_ODDS = math.log(PROPOSE / (1 - PROPOSE))
FAR = 20
"""How many tokens away another word of saying still matters."""
NEAR_QUOTE = 9
"""How many tokens away a quotation still matters."""
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
    anchors = anchor_tokens(doc)
    near = nearby(doc, anchors)
    own_weights: dict[str, tuple[float, float, float]] = {}
    found = []
    for first, last, form in candidates(doc, anchors):
        own = own_weights.get(form.text)
        if own is None:
            own = own_weights[form.text] = form_weights(tables, form)
        odds = score(tables, doc, first, last, form, own, near)
        if odds >= _LEAST_ODDS:
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


def anchor_tokens(doc: Document) -> Sequence[int]:
    """The tokens at which an entry of the cue table may begin."""
    return doc.signals.sought["cues"]


def candidates(doc: Document, anchors: Sequence[int]) -> Iterator[tuple[int, int, Form]]:
    """Each entry of the cue table outside quotation marks: first token, last token (half-open), form."""
    forms, phrases = _forms(doc.language), _phrases(doc.language)
    low, quote, sentence = doc.tokens.low, doc.signals.quote, doc.signals.sentence
    never_alone, (_, hopeless), size = _never_alone(doc.language), _by_counts(doc.language), len(low)
    measures, idioms = doc.language.words("measures"), _idioms(doc.language)
    skip = 0
    for i in anchors:
        if i < skip or quote[i] >= 0:
            continue
        word = low[i]
        if word in phrases and i + 1 < size and low[i + 1] in phrases[word]:
            for text in phrases[word][low[i + 1]]:
                run = tuple(text.split())
                stop = i + len(run)
                if low[i:stop] == run and sentence[i] == sentence[stop - 1]:
                    if word == "according" and stop < size and low[stop] in measures:
                        break
                    yield i, stop, forms[text]
                    skip = stop
                    break
        if i < skip or word in never_alone:
            continue
        if word in idioms and any(low[max(0, i + 1 - len(run)) : i + 1] == run for run in idioms[word]):
            continue
        if word in hopeless and not (i + 1 < size and low[i + 1] == "that" and forms[word].kind == "verb"):
            continue
        yield i, i + 1, forms[word]


@attrs.frozen(eq=False)
class Nearby:
    """What of the whole text is looked for around each candidate.

    Attributes:
        strong: the tokens that mostly are cues, wherever they stand.
        opens, closes: the first tokens of the quotations, and those after their last.
    """

    strong: Sequence[int]
    opens: Sequence[int]
    closes: Sequence[int]


def nearby(doc: Document, anchors: Sequence[int]) -> Nearby:
    """The other words of saying and the quotations of a text, given the tokens at which an entry may begin."""
    (strong, _), low = _by_counts(doc.language), doc.tokens.low
    real = [q for q in doc.quotations if not q.nickname]
    closes = list(accumulate([q.last for q in real], max))  # one may lie in another
    return Nearby([k for k in anchors if low[k] in strong], [q.first for q in real], closes)


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
    doc: Document,
    first: int,
    last: int,
    form: Form,
    own: tuple[float, float, float],
    near: Nearby,
) -> float:
    """The log-odds that a candidate is a cue; `own` are the weights of its form."""
    low, cls = doc.tokens.low, doc.signals.cls
    sentence = doc.sentences[doc.signals.sentence[first]]
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
    before, after = _quotes_near(near, first, last, begin, end)
    said = _others(near.strong, first, last, begin, end)
    return (
        own_first
        + prev(p1, 0.0)
        + next_(n1, 0.0)
        + form_next((form.text, n1), 0.0)
        + quotes((family, before, after), 0.0)
        + place((tense, to_left if to_left < 3 else 3, to_right if to_right < 3 else 3), 0.0)
        + head((sentence.block == 0, kind, p1c), 0.0)
        + pair((p2, p1), 0.0)
        + others((kind, *said), 0.0)
        + own_family
        + ahead((n1c, n2), 0.0)
        + behind((said[0], p3c, before), 0.0)
        + own_lemma
        + lemma_chain((form.lemma, p1c), 0.0)
    )


def _others(strong: Sequence[int], first: int, last: int, begin: int, end: int) -> tuple[int, int]:
    """How near the next word that mostly is a cue stands on either side, in three steps."""
    before = after = 0
    at = bisect_left(strong, first)
    if at and strong[at - 1] >= begin and (gap := first - strong[at - 1]) <= FAR:
        before = 1 if gap <= 3 else 2 if gap <= 8 else 3
    while at < len(strong) and strong[at] < last:
        at += 1
    if at < len(strong) and strong[at] < end and (gap := strong[at] - last) < FAR:
        after = 1 if gap < 3 else 2 if gap < 8 else 3
    return before, after


def _quotes_near(near: Nearby, first: int, last: int, begin: int, end: int) -> tuple[int, int]:
    """How near a quotation ends before the candidate, and how near one begins after it, in steps."""
    opens, closes = near.opens, near.closes
    before = after = 0
    at = bisect_left(opens, first)
    if at and closes[at - 1] > begin and (gap := first - closes[at - 1]) < NEAR_QUOTE:
        before = 1 if gap < 2 else 2 if gap < 4 else 3
    if at < len(opens) and opens[at] < end and (gap := opens[at] - last) < NEAR_QUOTE:
        after = 1 if gap <= 0 else 2 if gap == 1 else 3 if gap <= 3 else 4
    return before, after
