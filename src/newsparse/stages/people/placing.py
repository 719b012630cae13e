"""The sentence of each mention, and what it is there."""

from __future__ import annotations

from collections.abc import Container
from operator import attrgetter
from typing import Literal

from newsparse.document import PersonMention, Range
from newsparse.stages.people.runs import CLITICS
from newsparse.stages.people.view import Draft, Phrases

Place = Literal["subject", "object", "possessive", "quoted"]
_OWNERS = frozenset({"his", "her", "their"})
_BEFORE_NAMES = frozenset({"the", "a", "an", "mr", "ms", "mrs", "dr", "."})


def placed(phrases: Phrases, drafts: list[Draft], sources: Container[Range]) -> tuple[PersonMention, ...]:
    """The mentions in text order, each with its sentence and its place in it.

    Args:
        phrases: the document and its names.
        drafts: what was found, in any order.
        sources: the ranges of those that say something.
    """
    doc, found = phrases.doc, []
    start, end, low = doc.tokens.start, doc.tokens.end, phrases.low
    owners, roles, runs = phrases.words.owners, phrases.words.is_role, phrases.runs
    prepositions, size = phrases.words.prepositions, len(low)
    sentences = doc.signals.sentence
    quotations = iter(doc.quotations)
    quoted, unquoted = 0, 0
    settled = ended = -1
    place: Place = "object"
    drafts.sort(key=attrgetter("last"), reverse=True)
    drafts.sort(key=attrgetter("first"))  # the longest of those with the same beginning stays first
    for draft in drafts:
        first, last, whole, kind = draft.first, draft.last, draft.range, draft.kind
        name = start[first], end[last - 1]
        if whole is None:
            whole = name
        while first >= unquoted and (quotation := next(quotations, None)) is not None:
            quoted, unquoted = quotation.first, quotation.last
        sentence, after_subject = sentences[first], place == "subject"
        if whole in sources:
            place = "subject"
        elif quoted <= first < unquoted:
            place = "quoted"
        else:
            place = "object" if sentence == settled else "subject"
            after = low[last] if last < size else ""
            if kind == "name":  # what ends there owns what comes, or only tells of it: Orth's, Orlop councillors
                owns = after in owners or last in runs or ("-" in after and roles(after))
            else:
                owns = after in CLITICS
            if owns or low[first] in _OWNERS:
                place = "possessive"
            elif place == "subject":
                ahead = low[first - 1] if first else ""
                if ahead in prepositions or (ahead in _BEFORE_NAMES and _governed(phrases, first)):
                    place = "object"
            if place == "object" and after_subject:
                joined = doc.text[ended : whole[0]] in (" and ", " or ", ", ", " and former ")
                place = "subject" if joined else "object"
            if place == "subject":
                settled = sentence
        ended = whole[1]
        role = draft.role and phrases.chars(*draft.role)
        body = draft.organization and phrases.chars(*draft.organization)
        who, is_known = draft.speaker_kind, draft.definite
        found.append(
            PersonMention(whole, name, kind, who, role, body, draft.gender, draft.head, is_known, place, sentence)
        )
    return tuple(found)


def _governed(phrases: Phrases, first: int) -> bool:
    """Whether a preposition stands before the phrase that begins there."""
    low, before = phrases.low, first - 1
    while before > 0 and low[before] in _BEFORE_NAMES:
        before -= 1
    return before >= 0 and low[before] in phrases.words.prepositions
