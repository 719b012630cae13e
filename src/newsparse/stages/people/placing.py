"""The sentence of each mention, and what it is there."""

from __future__ import annotations

from operator import itemgetter
from typing import Literal

from newsparse.document import PersonMention
from newsparse.stages.people.runs import CLITICS
from newsparse.stages.people.view import Draft, Phrases

Place = Literal["subject", "object", "possessive", "quoted"]
_OWNERS = frozenset({"his", "her", "their"})
_BEFORE_NAMES = frozenset({"the", "a", "an", "mr", "ms", "mrs", "dr", "."})


def placed(phrases: Phrases, drafts: list[Draft], sources: set[tuple[int, int]]) -> tuple[PersonMention, ...]:
    """The mentions in text order, each with its sentence and its place in it.

    Args:
        phrases: the document and its names.
        drafts: what was found, in any order.
        sources: the tokens of those that say something.
    """
    doc, found = phrases.doc, []
    start, end = doc.tokens.start, doc.tokens.end
    sentences, sentence = doc.sentences, 0
    final = len(sentences) - 1
    quotes = doc.quotations
    inner, size = 0, len(quotes)
    before: Draft | None = None
    settled = -1
    place: Place = "object"
    drafts.sort(key=itemgetter(1), reverse=True)
    drafts.sort(key=itemgetter(0))  # the longest of those with the same beginning stays first
    for draft in drafts:
        first, last, whole, kind, speaker_kind, gender, role, organization, head, definite = draft
        while inner < size and quotes[inner].last <= first:
            inner += 1
        while sentence < final and sentences[sentence].last <= first:
            sentence += 1
        after_subject = place == "subject"
        if (first, last) in sources:
            place = "subject"
        elif inner < size and quotes[inner].first <= first:
            place = "quoted"
        else:
            place = _place(phrases, draft, sentence == settled)
            if place == "object" and after_subject and before is not None:
                joined = doc.text[before.range[1] : whole[0]] in (" and ", " or ", ", ", " and former ")
                place = "subject" if joined else "object"
            if place == "subject":
                settled = sentence
        before = draft
        name = start[first], end[last - 1]
        found.append(
            PersonMention(whole, name, kind, speaker_kind, role, organization, gender, head, definite, place, sentence)
        )
    return tuple(found)


def _place(phrases: Phrases, draft: Draft, settled: bool) -> Place:
    """Subject, object or possessive, as the words around show it; `settled`: the sentence has its subject."""
    low, first, last = phrases.doc.tokens.low, draft.first, draft.last
    if low[first] in _OWNERS:
        return "possessive"
    if last < len(low):
        after = low[last]
        if after in CLITICS:
            return "possessive"
        if draft.kind == "name" and (last in phrases.runs or phrases.words.is_role(after)):
            return "possessive"
    if settled:
        return "object"
    before = first - 1
    while before > 0 and low[before] in _BEFORE_NAMES:
        before -= 1
    return "object" if before >= 0 and low[before] in phrases.words.prepositions else "subject"
