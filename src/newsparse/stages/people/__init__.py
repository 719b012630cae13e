"""Mentions: names, and the phrases without one that say something, are spoken to, or are pointed back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from attrs import evolve

from newsparse.document import Document, PersonMention, Sought
from newsparse.lang import Language
from newsparse.stages.people.asked import asked_for, places_left_out
from newsparse.stages.people.headlines import headline_runs
from newsparse.stages.people.names import names_alone
from newsparse.stages.people.nominals import nominals
from newsparse.stages.people.phrases import read_phrase
from newsparse.stages.people.placing import placed
from newsparse.stages.people.runs import CLITICS, Reader, Run
from newsparse.stages.people.view import PRONOUNS, Draft, Phrases
from newsparse.stages.people.words import TRACKED, load_words

_FINITE = frozenset({"BE", "HV", "DO", "MD", "RB", "Vs", "Vp"})
"""Classes of words that no noun phrase goes back over."""


_WHO = frozenset({"who", "whom", "whose"})
_WHICH = frozenset({"which", "that"})
_BACK = 30
"""So many tokens before it at most stands the relative pronoun that another is joined to."""


def find_mentions(doc: Document) -> tuple[PersonMention, ...]:
    """The mentions, in text order: names, nominals, and pronouns that may carry a speaker on."""
    if not len(doc.tokens):
        return ()
    words = load_words(doc.language)
    asked = {a.source: None for a in doc.attributions if a.source is not None}
    reader = Reader(doc, words, asked)
    runs = reader.runs()
    if reader.headlines:
        runs = sorted([*runs, *headline_runs(reader, runs)], key=attrgetter("first", "last"))
    phrases = Phrases(doc, reader.word, reader.low, words, *_places(runs, len(reader.word)), reader.headlines)
    sources = [m for where in asked if (m := read_phrase(phrases, where)) is not None]
    taken = _tokens_of(sources, len(reader.word))
    whole = {m.first for m in sources if m.kind == "name" and m.head != "and"}
    mentions = sources + names_alone(phrases, runs, whole, places_left_out(phrases, sources))
    noted = doc.sought["mentions"]
    mentions += nominals(phrases, asked_for(phrases, noted, sources, mentions), taken)
    joined = _joined_to(phrases, sources)
    others = joined + _relative_heads(phrases, sources + joined) + _addressed(phrases)
    if others:
        firsts = {other.first for other in others}
        known = {(m.first, m.last) for m in mentions if m.first in firsts}
        mentions += [m for m in {(o.first, o.last): o for o in others}.values() if (m.first, m.last) not in known]
    mentions += _pronouns(phrases, noted, taken)
    return placed(phrases, mentions, asked)


def sought_for_mentions(language: Language) -> Sought:
    """The nouns for people, bodies and documents, and the pronouns that may carry a speaker on."""
    words = load_words(language)
    return Sought(words.people | words.persons | words.things | TRACKED)


def _places(runs: Iterable[Run], size: int) -> tuple[dict[int, Run], bytearray]:
    """The runs by their first tokens, and by those of the names behind titles; and which of all tokens lie in them."""
    at: dict[int, Run] = {}
    within = bytearray(size)
    for run in runs:
        first, last, name, office = run.first, run.last, run.name, run.role
        at[first] = run
        if name > first and not office:
            at[name] = run
        if last - first == 1:
            within[first] = 1
        else:
            within[first:last] = b"\1" * (last - first)
    return at, within


def _tokens_of(sources: list[Draft], size: int) -> bytearray:
    """Which of all tokens some source holds."""
    taken = bytearray(size)
    for source in sources:
        if source.head != "and":
            first, last = source.first, source.last
            taken[first:last] = b"\1" * (last - first)
    return taken


def _pronouns(phrases: Phrases, noted: Sequence[int], taken: bytearray) -> list[Draft]:
    """Those of the noted words that no source holds, outside quotations, where nobody can tell whom they mean."""
    low, quotations = phrases.low, phrases.doc.quotations
    found, k = [], 0
    for i in noted:
        if low[i] not in TRACKED or taken[i]:
            continue
        while k < len(quotations) and quotations[k].last <= i:
            k += 1
        quoted = k < len(quotations) and quotations[k].first <= i
        if not quoted:
            found.append(Draft(i, i + 1, None, "pronoun", "person", PRONOUNS[low[i]]))
    return found


def _addressed(phrases: Phrases) -> list[Draft]:
    """The nominals that are spoken to, where they stand for somebody."""
    asked = [d.addressee for d in phrases.doc.details if d.addressee is not None]
    bodies = phrases.words.organization_nouns
    read = [m for where in asked if (m := read_phrase(phrases, where)) is not None and m.kind == "nominal"]
    return [m for m in read if m.speaker_kind != "organization" or m.head in bodies]


def _joined_to(phrases: Phrases, sources: list[Draft]) -> list[Draft]:
    """The relative pronouns that others are joined to by `and`: `whom the town elected and who resigned`."""
    low, found = phrases.low, []
    for source in sources:
        at = source.first
        if source.kind == "relative" and at > 1 and low[at - 1] in ("and", "but"):
            row = _WHO if low[at] in _WHO else _WHICH
            former = next((k for k in range(at - 2, max(at - _BACK, 0), -1) if low[k] in row), None)
            if former is not None:
                found.append(evolve(source, first=former, last=former + 1, range=phrases.chars(former, former + 1)))
    return found


def _relative_heads(phrases: Phrases, relatives: list[Draft]) -> list[Draft]:
    return [m for s in relatives if s.kind == "relative" and (m := _relative_head(phrases, s.first)) is not None]


def _relative_head(phrases: Phrases, at: int) -> Draft | None:
    """The noun phrase right before the relative pronoun at that token."""
    low, word, cls = phrases.low, phrases.word, phrases.doc.signals.cls
    end = at
    while end > 0 and word[end - 1] in (",", "—", "--", "(", ")"):
        end -= 1
    begin = end
    while begin > 0 and end - begin < 8:
        before = low[begin - 1]
        if begin <= len(cls) and cls[begin - 1] in _FINITE:
            begin += cls[begin - 1] == "RB" and end - begin > 1  # also includes several
            break
        if begin < len(cls) and cls[begin - 1] == "VD" and cls[begin] in ("IN", "DT", "PS", "TO"):
            break
        if not (word[begin - 1][0].isalnum() or before in CLITICS) or before in ("and", "is", "are", "was", "were"):
            break
        if before in phrases.words.prepositions and before not in ("of", "for", "in", "at", "from"):
            if low[begin] not in phrases.words.days_and_months:
                break
            end = begin - 1  # the papers released on Thursday, which
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
