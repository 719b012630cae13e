"""The sentence of each mention, and what it is there."""

from __future__ import annotations

from operator import itemgetter
from typing import Literal

from newsparse.document import MentionKind, PersonMention
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
    start, end, low = doc.tokens.start, doc.tokens.end, doc.tokens.low
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
            place = "object" if sentence == settled else "subject"
            if low[first] in _OWNERS or _owns(phrases, last, kind):
                place = "possessive"
            elif place == "subject" and _governed(phrases, first):
                place = "object"
            if place == "object" and after_subject and before is not None:
                joined = doc.text[before.range[1] : whole[0]] in (" and ", " or ", ", ", " and former ")
                place = "subject" if joined else "object"
            if place == "subject":
                settled = sentence
        before = draft
        name = start[first], end[last - 1]
        if role is not None:
            role = start[role[0]], end[role[1] - 1]
            if organization is not None:
                organization = start[organization[0]], end[organization[1] - 1]
        found.append(
            PersonMention(whole, name, kind, speaker_kind, role, organization, gender, head, definite, place, sentence)
        )
    return tuple(found)


def _owns(phrases: Phrases, last: int, kind: MentionKind) -> bool:
    """Whether what ends before the token `last` owns or only tells what comes: `Orth's`, `Orlop councillors`."""
    low = phrases.doc.tokens.low
    if last >= len(low):
        return False
    after = low[last]
    return after in CLITICS or (kind == "name" and (last in phrases.runs or phrases.words.is_role(after)))


def _governed(phrases: Phrases, first: int) -> bool:
    """Whether a preposition stands before the phrase that begins there."""
    low, before = phrases.doc.tokens.low, first - 1
    while before > 0 and low[before] in _BEFORE_NAMES:
        before -= 1
    return before >= 0 and low[before] in phrases.words.prepositions
