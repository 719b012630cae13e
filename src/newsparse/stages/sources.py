"""Who says it, as a phrase: the noun phrases near a cue, of which one ranker takes the best or none, and another says
how far it reaches.

The sentence is cut into base noun phrases by word class; an anchor is one of them, a reach is an anchor with what is
joined to it by prepositions, commas and `and`. Weights in `anchor_ranker.json` and `reach_ranker.json`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from newsparse import linear
from newsparse.document import Cue, Document, Place, Range

INNER = frozenset("DT QN PS PH CA CS NU CN NS w AJ CJ VD VG Vb Vp Vs Vg DY MO TI PC SY".split())
"""Classes that a base noun phrase may run through. Verbs are told from nouns by what stands before them."""
_STARTS = frozenset("DT QN PS PH".split())
_SINGLE = frozenset("PP PO PX WP WD IP".split())
_VERBS = frozenset("VD Vp Vs Vg VG Vb".split())
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
NOBODY = Place(None, "none")


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
            outer = outside(doc, chunks)
        place = _inverted(doc, cue, rows[cue.form], chunks)
        if place is None:
            options = anchors(doc, cue, outer)
            scores = anchor_scores(anchor_tables, doc, cue, rows[cue.form], options)
            place = options[scores.index(max(scores))]
        reaches = reaches_of(doc, cue, chunks, place)
        if len(reaches) > 1:
            scores = reach_scores(reach_tables, doc, cue, place, reaches)
            place = reached(cue, place, reaches[scores.index(max(scores))])
        found.append(place)
    return tuple(found)


def _inverted(doc: Document, cue: Cue, row: Mapping[str, str], chunks: Sequence[Range]) -> Place | None:
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
    return Place((last, stop), "right") if ends and named else None


def phrases(doc: Document, begin: int, end: int) -> list[Range]:
    """The base noun phrases of tokens `begin` to `end`, in order."""
    cls = doc.signals.cls
    found: list[Range] = []
    i = begin
    while i < end:
        kind = cls[i]
        if (
            kind in _SINGLE
            or (kind == "HD" and doc.tokens.low[i][0].isalpha())  # `they've`
            or (kind == "TH" and i + 1 < end and cls[i + 1] in _FINITE)  # `a poll that shows`, `That shows`
        ):
            found.append((i, i + 1))
            i += 1
            continue
        if kind not in INNER or kind == "PC" or (kind in _VERBS and not _nominal(cls, i, begin, end)):
            i += 1
            continue
        start = i
        i += 1
        limit = min(end, start + LONGEST)
        while i < limit:
            kind = cls[i]
            if kind == "." and i + 1 < end and cls[i + 1] == "CA":  # no stop ends a sentence inside one: `Gov. A. Lund`
                i += 1
                continue
            if kind not in INNER or (kind in ("VD", "Vp", "Vs") and cls[i - 1] not in ("DT", "PS", "AJ", "PH", "QN")):
                break
            if kind in _STARTS and kind != "QN" and cls[i - 1] not in ("QN", "DT"):
                break
            i += 1
        if doc.tokens.low[start] != "there":
            found.append((start, i))
    return found


def _nominal(cls: Sequence[str], i: int, begin: int, end: int) -> bool:
    """Whether a word that looks like a verb may begin a noun phrase: at the start, after a comma or a preposition.

    At a sentence's start `Leading officials` may, `Addressing Lund's plan` may not.
    """
    if i + 1 >= end:
        return False
    if i == begin:
        return cls[i + 1] in ("NS", "w", "CN")
    return cls[i + 1] in ("CA", "NS", "w", "CN") and cls[i - 1] in (",", "IN", "CC")


def anchors(doc: Document, cue: Cue, chunks: Sequence[Range]) -> list[Place]:
    """The base phrases that may be (the beginning of) the source of a cue, "no source" first.

    `chunks` are those outside quotation marks.
    """
    cls, low = doc.signals.cls, doc.tokens.low
    first, last, group = cue.first, cue.last, cue.group
    found = [NOBODY]
    if first > doc.sentences[doc.signals.sentence[first]].first and cls[first - 1] in ("PS", "PH"):
        found.append(Place((first - 1, first), "own"))
    at = bisect_left(chunks, (group, group))
    while at and chunks[at - 1][1] > group:
        at -= 1
    for start, stop in chunks[at : at + NEAREST]:
        if start < first < stop or start < group <= first < stop:
            # what precedes the cue inside its own phrase: `Ortiz's claim`, `the mayor's spokesman said`
            if cls[group - 1] == "PC":
                found.append(Place((start, group - 1), "own"))
            elif group > start:
                found.append(Place((start, group), "left"))
        elif start >= last:
            if start - last > AHEAD or len(found) > 4:
                break
            by = start > last and low[start - 1] == "by"
            found.append(Place((start, stop), "by" if by else "right", start - last))
    found += [Place(span, "left", group - span[1]) for span in reversed(chunks[max(0, at - NEAREST) : at])]
    if at > NEAREST:
        far = [span for span in reversed(chunks[max(0, at - FARTHEST) : at - NEAREST]) if cls[span[1]] in _FINITE]
        found += [Place(span, "left", group - span[1]) for span in far[:SUBJECTS]]
        found.append(Place(chunks[0], "left", group - chunks[0][1]))
    return found


def outside(doc: Document, chunks: Sequence[Range]) -> list[Range]:
    """Those that nobody says: what stands in quotation marks is no source of words outside them."""
    quote, quotations = doc.signals.quote, doc.quotations
    return [c for c in chunks if quote[c[0]] < 0 or quotations[quote[c[0]]].label]


def reaches_of(doc: Document, cue: Cue, chunks: Sequence[Range], place: Place) -> list[int]:
    """The tokens at which a source that begins with the anchor may end."""
    if place.span is None or place.relation == "own":
        return []
    cls, quote = doc.signals.cls, doc.signals.quote
    start, at = place.span
    sentence = doc.sentences[doc.signals.sentence[cue.first]]
    limit = cue.group if place.relation == "left" else sentence.last
    found = [at]
    first = bisect_left(chunks, (at, at))
    for following, stop in chunks[first : first + 6]:
        number = quote[following]
        if number >= 0 and doc.quotations[number].last - doc.quotations[number].first > NICKNAME:
            break
        if stop > limit or following - at > 2 or len(found) > 5 or not _JOIN.issuperset(cls[at:following]):
            break
        at = stop
        found.append(at)
    if place.relation == "left":
        whole = limit - 1 if cls[limit - 1] in (",", "-", ")") else limit
        if found[-1] < whole and whole - start < 30:
            found.append(whole)
    return found


def reached(cue: Cue, place: Place, end: int) -> Place:
    """The place, from its anchor to `end`."""
    assert place.span is not None
    gap = cue.group - end if place.relation == "left" else place.gap
    return Place((place.span[0], end), place.relation, gap)


def anchor_scores(
    tables: linear.Tables, doc: Document, cue: Cue, row: Mapping[str, str], options: Sequence[Place]
) -> list[float]:
    """The score of each place; that of "no source" first."""
    cls, low, quote = doc.signals.cls, doc.tokens.low, doc.signals.quote
    first, last, group = cue.first, cue.last, cue.group
    sentence = doc.sentences[doc.signals.sentence[first]]
    begin, end = sentence.first, sentence.last
    tense, kind, lemma = row["tense"], row["class"], row["lemma"]
    p1c = cls[first - 1] if first > begin else "^"
    n1c = cls[last] if last < end else "$"
    chain = " ".join([low[k] if cls[k] == "BE" else cls[k] for k in range(group, first) if cls[k] != "RB"])
    before = cls[group - 1] if group > begin else "^"
    by_tense, by_chain, by_before, left_edge, right_edge, head, word, between, by_lemma, by_word = tables
    scores = [
        by_tense(("none", kind, tense), 0.0)
        + by_chain(("none", chain), 0.0)
        + by_before(("none", before), 0.0)
        + left_edge(("none", p1c, n1c), 0.0)
        + right_edge(("none", row["family"]), 0.0)
        + by_lemma((lemma, "none"), 0.0)
        + by_word((tense, "none", p1c), 0.0)
    ]
    for place in options[1:]:
        start, stop = place.span or (0, 0)
        relation, gap = place.relation, place.gap
        gap = gap if gap < 4 else 4 if gap < 8 else 5
        w1c, w1 = (cls[start - 1], low[start - 1]) if start > begin else ("^", "^")
        # what lies between the two
        left = relation == "left" or relation == "own"
        gulf = cls[stop if group - stop < GULF else group - GULF : group] if left else cls[last:start]
        commas, finite = (gulf.count(","), not _FINITE.isdisjoint(gulf)) if gulf else (0, False)
        scores.append(
            by_tense((relation, gap, kind, tense), 0.0)
            + by_chain((relation, gap, chain), 0.0)
            + by_before((relation, gap, before), 0.0)
            + left_edge((relation, w1c, cls[start]), 0.0)
            + right_edge((relation, cls[stop] if stop < end else "$", cls[stop - 1]), 0.0)
            + head((relation, low[stop - 1]), 0.0)
            + word((relation, w1, gap), 0.0)
            + by_lemma((lemma, quote[start] >= 0, w1c), 0.0)
            + by_word((tense, w1, p1c), 0.0)
            + between((relation, start == begin, finite, commas if commas < 3 else 3), 0.0)
        )
    return scores


def reach_scores(tables: linear.Tables, doc: Document, cue: Cue, place: Place, reaches: Sequence[int]) -> list[float]:
    """The score of each end of a source."""
    cls, low = doc.signals.cls, doc.tokens.low
    _, anchor_end = place.span or (0, 0)
    limit, relation = doc.sentences[doc.signals.sentence[cue.first]].last, place.relation
    by_gap, edges, links, ahead, head = tables
    scores = []
    for end in reaches:
        x1c, x1 = (cls[end], low[end]) if end < limit else ("$", "$")
        x2c = cls[end + 1] if end + 1 < limit else "$"
        link, link_word = (cls[anchor_end], low[anchor_end]) if end > anchor_end else ("=", "=")
        gap = min(cue.group - end, 3) if relation == "left" else 9
        scores.append(
            by_gap((relation, gap, x1c), 0.0)
            + edges((x1c, x2c, cls[end - 1]), 0.0)
            + links((link, x1c, gap), 0.0)
            + ahead((relation, x1, x2c), 0.0)
            + head((low[anchor_end - 1], link_word), 0.0)
        )
    return scores
