"""Mentions: every phrase that stands for a person, a body, a group or a document."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from newsparse.document import Document, PersonMention, Range
from newsparse.stages.people.headlines import headline_runs
from newsparse.stages.people.names import name_mention
from newsparse.stages.people.nominals import nominals
from newsparse.stages.people.phrases import read_phrase
from newsparse.stages.people.runs import CLITICS, Reader, Run
from newsparse.stages.people.view import PRONOUNS, Phrases
from newsparse.stages.people.words import load_words

Place = Literal["subject", "object", "possessive", "quoted"]
_TRACKED = frozenset(["he", "she", "him", "her", "his", "they", "them"])


def find_mentions(doc: Document) -> tuple[PersonMention, ...]:
    """All mentions, in text order: names, nominals, and pronouns that may carry a speaker on."""
    if not len(doc.tokens):
        return ()
    words = load_words(doc.language)
    reader = Reader(doc, words)
    body = reader.runs()
    runs = {run.first: run for run in (*body, *headline_runs(reader, body))}
    named = {run.name: run for run in runs.values() if not run.role}
    phrases = Phrases(doc, words, {**named, **runs}, frozenset(_in_runs(runs)), reader.headlines)
    found = {a.source: read_phrase(phrases, a.source) for a in doc.attributions if a.source is not None}
    sources = [m for m in found.values() if m is not None]
    taken = _tokens_of(phrases, sources)
    names = {m.name for m in sources if m.kind == "name" and m.head != "and"}
    mentions = sources + [
        m for run in runs.values() if not run.role and (m := name_mention(phrases, run)).name not in names
    ]
    relatives = [a for m in sources if m.kind == "relative" and (a := _relative_head(phrases, m)) is not None]
    mentions += nominals(phrases, taken | phrases.inside, things=any(_points_to_thing(m) for m in sources))
    known = {m.name for m in mentions}
    mentions += [m for m in relatives if m.name not in known]
    mentions += _pronouns(phrases, taken)
    return _placed(phrases, mentions, {m.name for m in sources})


def _points_to_thing(mention: PersonMention) -> bool:
    """Whether the source may be a document or body that the text names before by a noun: `the report`, `it`."""
    thing = mention.speaker_kind in ("document", "organization") and mention.kind == "nominal"
    return thing or mention.kind == "relative" or (mention.kind == "pronoun" and mention.gender in ("thing", "plural"))


def _tokens_of(phrases: Phrases, mentions: list[PersonMention]) -> set[int]:
    taken: set[int] = set()
    for mention in mentions:
        if mention.head != "and":
            taken.update(range(*phrases.tokens_of(mention.name)))
    return taken


def _in_runs(runs: dict[int, Run]) -> set[int]:
    return {i for run in runs.values() for i in range(run.first, run.last)}


def _pronouns(phrases: Phrases, taken: set[int]) -> list[PersonMention]:
    low = phrases.doc.tokens.low
    return [
        PersonMention(range=where, name=where, kind="pronoun", speaker_kind="person", gender=PRONOUNS[low[i]])
        for i in [i for i, w in enumerate(low) if w in _TRACKED and i not in taken]
        for where in (phrases.chars(i, i + 1),)
    ]


def _relative_head(phrases: Phrases, relative: PersonMention) -> PersonMention | None:
    """The noun phrase right before a relative pronoun."""
    low, word = phrases.doc.tokens.low, phrases.doc.tokens.word
    at = phrases.tokens_of(relative.name)[0]
    end = at
    while end > 0 and word[end - 1] in (",", "—", "--", "(", ")"):
        end -= 1
    begin = end
    while begin > 0 and end - begin < 8:
        before = low[begin - 1]
        if not (word[begin - 1][0].isalnum() or before in CLITICS) or before in ("and", "is", "are", "was", "were"):
            break
        if before in phrases.words.prepositions and before not in ("of", "for", "in", "at", "from"):
            break
        begin -= 1
        if before in ("a", "an", "the", "his", "her", "their", "its", "some", "many"):
            break
    if begin == end:
        return None
    run = next((phrases.runs[k] for k in range(end - 1, begin - 1, -1) if k in phrases.runs), None)
    if run is not None and run.last == end and not run.role:
        return None
    while begin < end - 1 and low[begin] in phrases.words.prepositions:
        begin += 1
    return read_phrase(phrases, phrases.chars(begin, end))


def _placed(phrases: Phrases, mentions: list[PersonMention], sources: set[Range]) -> tuple[PersonMention, ...]:
    """The mentions in text order, each with its sentence and its place in it."""
    doc = phrases.doc
    starts = [doc.tokens.start[s.first] for s in doc.sentences]
    quotes = [(q.start, q.end) for q in doc.quotations if q.speech]
    placed: list[PersonMention] = []
    subjects: set[int] = set()
    inner = 0
    for mention in sorted(mentions, key=lambda m: (m.name[0], -m.name[1])):
        at = mention.name[0]
        while inner < len(quotes) and quotes[inner][1] <= at:
            inner += 1
        sentence = max(0, bisect_right(starts, at) - 1)
        if mention.name in sources:
            place: Place = "subject"
        elif inner < len(quotes) and quotes[inner][0] <= at:
            place = "quoted"
        else:
            place = _place(phrases, mention, sentence in subjects)
            if place == "object" and placed and placed[-1].place == "subject":
                between = doc.text[placed[-1].range[1] : mention.range[0]]
                place = "subject" if between in (" and ", " or ", ", ") else "object"
            if place == "subject":
                subjects.add(sentence)
        placed.append(
            PersonMention(
                range=mention.range,
                name=mention.name,
                kind=mention.kind,
                speaker_kind=mention.speaker_kind,
                role=mention.role,
                organization=mention.organization,
                gender=mention.gender,
                head=mention.head,
                definite=mention.definite,
                place=place,
                sentence=sentence,
            )
        )
    return tuple(placed)


def _place(phrases: Phrases, mention: PersonMention, settled: bool) -> Place:
    """Subject, object or possessive, as the words around show it; `settled`: the sentence has its subject."""
    low, word = phrases.doc.tokens.low, phrases.doc.tokens.word
    first, last = phrases.tokens_of(mention.name)
    if low[first] in ("his", "her", "their"):
        return "possessive"
    if last < len(low):
        if low[last] in CLITICS and word[last] != '"':
            return "possessive"
        if mention.kind == "name" and (last in phrases.runs or phrases.words.is_role(low[last])):
            return "possessive"
    if settled:
        return "object"
    before = first - 1
    while before > 0 and low[before] in _BEFORE_NAMES:
        before -= 1
    return "object" if before >= 0 and low[before] in phrases.words.prepositions else "subject"


_BEFORE_NAMES = frozenset({"the", "a", "an", "mr", "ms", "mrs", "dr", "."})
