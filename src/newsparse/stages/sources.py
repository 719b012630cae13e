"""Who says it, as a phrase: the noun phrases near a cue, of which one ranker takes the best or none, and another says
how far it reaches.

The sentence is cut into base noun phrases by word class; an anchor is one of them, a reach is an anchor with what is
joined to it by prepositions, commas and `and`. Weights in `anchor_ranker.json` and `reach_ranker.json`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsparse import linear
from newsparse.document import Cue, Document, Place, Range

INNER = frozenset("DT QN PS PH CA CS NU CN NS w AJ CJ VD VG Vb Vp Vs Vg DY MO TI PC SY".split())
"""Classes that a base noun phrase may run through. Verbs are told from nouns by what stands before them."""
PLAIN, OPENER, PAST, VERB, CLITIC, STOP, SINGLE, JOINED, THAT = range(1, 10)
_ROLE = {
    **dict.fromkeys(INNER, PLAIN),
    **dict.fromkeys("DT PS PH".split(), OPENER),
    **dict.fromkeys("VD Vp Vs".split(), PAST),
    **dict.fromkeys("Vg VG Vb".split(), VERB),
    **dict.fromkeys("PP PO PX WP WD IP".split(), SINGLE),
    "PC": CLITIC, ".": STOP, "HD": JOINED, "TH": THAT,
}  # fmt: skip
"""What a class does in a base phrase."""
_BEFORE_PAST = frozenset("DT PS AJ PH QN".split())
_BEFORE_OPENER = frozenset("QN DT".split())
_JOIN = frozenset("IN , CC - ( ) Q".split())
_FINITE = frozenset("Vp Vs Vb VD BE HV MD DO".split())
NEAREST = 4
"""How many base phrases before a cue are looked at, beside the first of the sentence, ..."""
SUBJECTS, FARTHEST = 2, 16
"""... and so many that a verb follows, among those farther off."""
AHEAD = 14
"""How many tokens after a cue a source may begin."""
LONGEST = 60
"""Tokens of a base phrase: one without an end would be copied for each cue in it."""
GULF = 300
"""How many tokens between source and cue are looked at: those nearest the cue."""
NICKNAME = 5
"""Tokens of a quotation, marks included, that a source may hold: `Winifred "Winks" Orde`."""
Anchor = tuple[str, int, int, int]
"""A base phrase as the anchor of a source: relation and gap as in `Place`, tokens (half-open)."""
NOBODY: Anchor = ("none", 0, 0, 0)
SURE = 4.0
"""An anchor with this score is taken at once: in the train split one in 300 of them has a better one after it."""
OWN = 3.2
"""What a phrase by itself adds to the score of where it stands, at most: more in one in a thousand cues."""


def find_sources(doc: Document) -> tuple[Place, ...]:
    """The best place of a source for each cue."""
    anchor_tables = linear.load_tables(doc.language, "anchor_ranker")
    reach_tables = linear.load_tables(doc.language, "reach_ranker")
    rows = doc.language.table("cues")
    found = []
    number, chunks, outer = -1, [], []
    cls, quote, sentence = doc.signals.cls, doc.signals.quote, doc.signals.sentence
    for cue in doc.cues:
        before, within = cue.group - 1, sentence[cue.first]
        if before >= 0 and cls[before] == "PP" and quote[before] < 0 and sentence[before] == within:
            found.append(Place((before, cue.group), "left"))  # the source of 98% of such cues of the train split
            continue
        if within != number:
            number = within
            chunks = phrases(doc, doc.sentences[number].first, doc.sentences[number].last)
            outer = outside(doc, chunks) if doc.signals.quoting[number] else chunks
        row = rows[cue.form]
        anchor = _inverted(doc, cue, row, chunks)
        if anchor is None:
            anchor = best_anchor(anchor_tables, doc, cue, row, anchors(doc, cue, outer))
        reaches = reaches_of(doc, cue, chunks, anchor)
        if len(reaches) > 1:
            scores = reach_scores(reach_tables, doc, cue, anchor, reaches)
            found.append(reached(cue, anchor, reaches[scores.index(max(scores))]))
        else:
            found.append(as_place(anchor))
    return tuple(found)


def _inverted(doc: Document, cue: Cue, row: Mapping[str, str], chunks: Sequence[Range]) -> Anchor | None:
    """The phrase right after a verb that a comma parts from what is said: `The mill was sold, says Boyd Anker`."""
    cls, quote, first, last = doc.signals.cls, doc.signals.quote, cue.first, cue.last
    sentence = doc.sentences[doc.signals.sentence[first]]
    if cue.group != first or first - 2 < sentence.first or cls[first - 1] != "," or row["tense"] not in ("past", "s"):
        return None
    quoted = quote[first - 2] >= 0
    if row["act"] != "assertion" or (not quoted and row["family"] != "say") or row["family"] == "tell":
        return None
    at = bisect_left(chunks, (first, first))  # after a comma the verb is taken into the phrase
    if at == len(chunks) or chunks[at][0] not in (first, last) or chunks[at][1] <= last or quote[last] >= 0:
        return None
    stop = chunks[at][1]
    ends = stop >= sentence.last or cls[stop] == "." or (cls[stop] == "," and quoted)
    named = cls[last] == "CA" or (quoted and cls[last] in ("DT", "PS", "PH", "NS", "QN"))
    return ("right", 0, last, stop) if ends and named else None


def phrases(doc: Document, begin: int, end: int) -> list[Range]:
    """The base noun phrases of tokens `begin` to `end`, in order."""
    cls, low = doc.signals.cls, doc.tokens.low
    found: list[Range] = []
    start = edge = -1  # where the phrase that token `i` may go on began, and where it ends at the latest
    for i, role in enumerate(map(_ROLE.get, cls[begin:end]), begin):
        if role is None:
            if start >= 0:
                found.append((start, i))
                start = edge = -1
            continue
        if i < edge and (
            role == PLAIN
            or role == VERB
            or role == CLITIC
            or (role == PAST and cls[i - 1] in _BEFORE_PAST)
            or (role == OPENER and cls[i - 1] in _BEFORE_OPENER)
            or (role == STOP and i + 1 < end and cls[i + 1] == "CA")  # inside a name: `Gov. A. Lund`
        ):
            continue
        if start >= 0:
            found.append((start, i))
            start = edge = -1
        if role == PLAIN or role == OPENER or (role in (PAST, VERB) and _nominal(cls, i, begin, end)):  # noqa: SIM109
            start, edge = i, i + LONGEST
        elif (
            role == SINGLE
            or (role == JOINED and low[i][0].isalpha())  # `they've`
            or (role == THAT and i + 1 < end and cls[i + 1] in _FINITE)  # `a poll that shows`, `That shows`
        ):
            found.append((i, i + 1))
    if start >= 0:
        found.append((start, end))
    return [span for span in found if low[span[0]] != "there"] if "there" in low[begin:end] else found


def _nominal(cls: Sequence[str], i: int, begin: int, end: int) -> bool:
    """Whether a word that looks like a verb may begin a noun phrase: at the start, after a comma or a preposition.

    At a sentence's start `Leading officials` may, `Addressing Lund's plan` may not.
    """
    if i + 1 >= end:
        return False
    if i == begin:
        return cls[i + 1] in ("NS", "w", "CN")
    return cls[i + 1] in ("CA", "NS", "w", "CN") and cls[i - 1] in (",", "IN", "CC")


def anchors(doc: Document, cue: Cue, chunks: Sequence[Range]) -> Iterator[Anchor]:
    """The base phrases that may be (the beginning of) the source of a cue: those before it, the nearest first; "no
    source"; those after it.

    `chunks` are those outside quotation marks.
    """
    cls, low = doc.signals.cls, doc.tokens.low
    first, last, group = cue.first, cue.last, cue.group
    at = bisect_left(chunks, (group,))
    while at and chunks[at - 1][1] > group:
        at -= 1
    after = at
    for start, stop in chunks[at : at + NEAREST]:
        if start >= last:
            break
        after += 1
        if start < first < stop or start < group <= first < stop:
            # what precedes the cue inside its own phrase: `Ortiz's claim`, `the mayor's spokesman said`
            if cls[group - 1] == "PC":
                yield "own", 0, start, group - 1
            elif group > start:
                yield "left", 0, start, group
    for start, stop in chunks[at - 1 : at - NEAREST - 1 : -1] if at > NEAREST else chunks[:at][::-1]:
        yield "left", group - stop, start, stop
    if at > NEAREST:
        far = [span for span in reversed(chunks[max(0, at - FARTHEST) : at - NEAREST]) if cls[span[1]] in _FINITE]
        for start, stop in (*far[:SUBJECTS], chunks[0]):
            yield "left", group - stop, start, stop
    yield NOBODY
    if first > doc.sentences[doc.signals.sentence[first]].first and cls[first - 1] in ("PS", "PH"):
        yield "own", 0, first - 1, first
    for start, stop in chunks[after : at + NEAREST]:
        if start - last > AHEAD:
            break
        yield "by" if start > last and low[start - 1] == "by" else "right", start - last, start, stop


def outside(doc: Document, chunks: Sequence[Range]) -> list[Range]:
    """Those that nobody says: what stands in quotation marks is no source of words outside them."""
    quote, quotations = doc.signals.quote, doc.quotations
    return [c for c in chunks if quote[c[0]] < 0 or quotations[quote[c[0]]].label]


def reaches_of(doc: Document, cue: Cue, chunks: Sequence[Range], anchor: Anchor) -> list[int]:
    """The tokens at which a source that begins with the anchor may end."""
    relation, gap, start, at = anchor
    if relation == "own" or relation == "none" or (relation == "left" and gap == 0):
        return [at]
    cls, quote = doc.signals.cls, doc.signals.quote
    limit = cue.group if relation == "left" else doc.sentences[doc.signals.sentence[cue.first]].last
    found = [at]
    first = bisect_left(chunks, (at,))
    for following, stop in chunks[first : first + 6]:
        number = quote[following]
        if number >= 0 and doc.quotations[number].last - doc.quotations[number].first > NICKNAME:
            break
        if stop > limit or following - at > 2 or len(found) > 5 or not _JOIN.issuperset(cls[at:following]):
            break
        at = stop
        found.append(at)
    if relation == "left":
        whole = limit - 1 if cls[limit - 1] in (",", "-", ")") else limit
        if found[-1] < whole and whole - start < 30:
            found.append(whole)
    return found


def reached(cue: Cue, anchor: Anchor, end: int) -> Place:
    """The place of a source, from its anchor to `end`."""
    relation, gap, start, _ = anchor
    return Place((start, end), relation, cue.group - end if relation == "left" else gap)


def as_place(anchor: Anchor) -> Place:
    """The place of a source that is its anchor alone."""
    relation, gap, start, stop = anchor
    return Place((start, stop), relation, gap) if relation != "none" else Place(None, relation)


def best_anchor(
    tables: linear.Tables,
    doc: Document,
    cue: Cue,
    row: Mapping[str, str],
    options: Iterable[Anchor],
) -> Anchor:
    """The option with the highest score, or the first one that is next to never beaten."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    first, last, group = cue.first, cue.last, cue.group
    sentence = doc.sentences[doc.signals.sentence[first]]
    begin, end = sentence.first, sentence.last
    tense, kind, lemma = row["tense"], row["class"], row["lemma"]
    p1c = cls[first - 1] if first > begin else "^"
    chain = ""
    if group < first:
        chain = " ".join([low[k] if cls[k] == "BE" else cls[k] for k in range(group, first) if cls[k] != "RB"])
    before = cls[group - 1] if group > begin else "^"
    by_tense, by_chain, by_before, left_edge, right_edge, head, word, between, by_lemma, by_word = tables
    best, top = NOBODY, -math.inf
    for option in options:
        relation, gap, start, stop = option
        if relation == "none":
            score = _nobody(tables, row, chain, before, p1c, cls[last] if last < end else "$")
        else:
            w1c, w1 = (cls[start - 1], low[start - 1]) if start > begin else ("^", "^")
            # what lies between the two
            left = relation == "left" or relation == "own"
            gulf = cls[stop if group - stop < GULF else group - GULF : group] if left else cls[last:start]
            commas, finite = (gulf.count(","), not _FINITE.isdisjoint(gulf)) if gulf else (0, False)
            gap = gap if gap < 4 else 4 if gap < 8 else 5
            score = (
                by_tense((relation, gap, kind, tense), 0.0)
                + by_chain((relation, gap, chain), 0.0)
                + by_before((relation, gap, before), 0.0)
                + word((relation, w1, gap), 0.0)
                + between((relation, start == begin, finite, commas if commas < 3 else 3), 0.0)
            )
            if score + OWN < top:
                continue
            score += (
                left_edge((relation, w1c, cls[start]), 0.0)
                + right_edge((relation, cls[stop] if stop < end else "$", cls[stop - 1]), 0.0)
                + head((relation, low[stop - 1]), 0.0)
                + by_lemma((lemma, quote[start] >= 0, w1c), 0.0)
                + by_word((tense, w1, p1c), 0.0)
            )
        if score > top or (score == top and relation == "none"):
            best, top = option, score
            if score >= SURE and score >= SURE + _sourceless(tables, row):
                break
    return best


def _nobody(tables: linear.Tables, row: Mapping[str, str], chain: str, before: str, p1c: str, n1c: str) -> float:
    """The score of "no source"."""
    by_tense, by_chain, by_before, left_edge, right_edge, _, _, _, by_lemma, by_word = tables
    tense = row["tense"]
    return (
        by_tense(("none", row["class"], tense), 0.0)
        + by_chain(("none", chain), 0.0)
        + by_before(("none", before), 0.0)
        + left_edge(("none", p1c, n1c), 0.0)
        + right_edge(("none", row["family"]), 0.0)
        + by_lemma((row["lemma"], "none"), 0.0)
        + by_word((tense, "none", p1c), 0.0)
    )


def _sourceless(tables: linear.Tables, row: Mapping[str, str]) -> float:
    """How much a word inclines to having no source, whatever stands before it: `seems`, `is expected to`."""
    _, _, _, _, right_edge, _, _, _, by_lemma, _ = tables
    score = right_edge(("none", row["family"]), 0.0) + by_lemma((row["lemma"], "none"), 0.0)
    return score if score > 0.0 else 0.0


def reach_scores(tables: linear.Tables, doc: Document, cue: Cue, anchor: Anchor, reaches: Sequence[int]) -> list[float]:
    """The score of each end of a source."""
    cls, low = doc.signals.cls, doc.tokens.low
    relation, _, _, anchor_end = anchor
    limit = doc.sentences[doc.signals.sentence[cue.first]].last
    by_gap, edges, links, ahead, head = tables
    scores = []
    for end in reaches:
        x1c, x1 = (cls[end], low[end]) if end < limit else ("$", "$")
        x2c = cls[end + 1] if end + 1 < limit else "$"
        link, link_word = (cls[anchor_end], low[anchor_end]) if end > anchor_end else ("=", "=")
        gap = 9
        if relation == "left":
            gap = cue.group - end if cue.group - end < 3 else 3
        scores.append(
            by_gap((relation, gap, x1c), 0.0)
            + edges((x1c, x2c, cls[end - 1]), 0.0)
            + links((link, x1c, gap), 0.0)
            + ahead((relation, x1, x2c), 0.0)
            + head((low[anchor_end - 1], link_word), 0.0)
        )
    return scores
