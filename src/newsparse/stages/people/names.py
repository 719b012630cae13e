"""Names with what stands by them: title, office, kin, apposition."""

from __future__ import annotations

from collections.abc import Iterable, Set

from newsparse.document import Range
from newsparse.stages.people.nominals import leftwards
from newsparse.stages.people.runs import CLITICS, Run
from newsparse.stages.people.view import DETERMINERS, RELATIVES, Draft, Phrases


def names_alone(phrases: Phrases, runs: Iterable[Run], told: Set[int], left_out: Set[str]) -> list[Draft]:
    """The mentions that the runs are on their own.

    Args:
        phrases: the document and its names.
        runs: its names; those of offices are none.
        told: the first tokens of names that there is a mention of already.
        left_out: names of bodies that are left out where nothing by them tells more.
    """
    befores, word, low, found = phrases.words.befores, phrases.word, phrases.low, []
    size = len(word)
    for run in runs:
        first, last, name, kind, gender = run.first, run.last, run.name, run.kind, run.gender
        if run.role or name in told:
            continue
        bare = name == first and (last == size or word[last] != ",")
        if bare and kind == "person":
            before = low[first - 1]
            bare = before not in befores and "-" not in before
        if bare:  # most names: nothing by them tells more
            if left_out and kind == "organization" and " ".join(low[first:last]) in left_out:
                continue
            found.append(Draft(first, last, None, "name", kind, gender))
        else:
            found.append(name_mention(phrases, run))
    return found


def name_mention(phrases: Phrases, run: Run, where: Range | None = None) -> Draft:
    """The mention that a run is, on its own or as the head of the phrase `where`."""
    first, last, name, kind, gender = run.first, run.last, run.name, run.kind, run.gender
    tokens, words = phrases.doc.tokens, phrases.words
    role = organization = None
    if name > first:
        inner = where is not None and where[0] < tokens.start[first]
        if not inner or not all(w in words.courtesy_titles or w == "." for w in phrases.low[first:name]):
            role = first - (first > 0 and phrases.low[first - 1] in words.titles_modifier), name
    if role is None and first and kind == "person" and where is not None and where[0] < tokens.start[name]:
        begin = phrases.tokens_of((where[0], tokens.start[name]))[0]
        told = not RELATIVES.isdisjoint(phrases.low[begin:first])  # another, who gave her name as Ines
        role = (begin, first) if begin < first and not told else None
    if role is None and last < len(phrases.word) and phrases.word[last] == ",":
        role = apposition(phrases, run)
    if kind == "person":
        role = role or _before(phrases, first)
        if role is not None:
            organization = _body_of(phrases, run, *role)
    whole = where if where is not None or name == first else phrases.chars(first, last)
    return Draft(name, last, whole, "name", kind, gender, role, organization)


def _body_of(phrases: Phrases, run: Run, first: int, last: int) -> Range | None:
    """The body that the office of these tokens is at: `NATO Secretary-General`, `head of the Orlop Ferry Council`."""
    low, words = phrases.low, phrases.words
    for k in range(first, last):
        body = phrases.runs.get(k)
        if body is not None and body is not run and body.kind == "organization" and body.last <= last:
            whole = " ".join(low[body.first : body.last])
            return None if whole in words.places else (body.first, body.last)
    if low[first] in words.titles or not phrases.word[first][0].isupper():
        return None
    title = first
    while title < last and low[title] not in words.titles:
        title += 1
    if title in (first, last):
        return None
    lead = low[first:title]
    plain = " ".join(lead) in words.places or any(w in words.titles_modifier or w in words.demonyms for w in lead)
    return None if plain else (first, title)


def _before(phrases: Phrases, first: int) -> Range | None:
    """The office or kin right before a person's name: `campaign manager Bo Lind`, `his daughter, Ines,`."""
    low, words = phrases.low, phrases.words
    k = first - 1
    if k < 1:
        return None
    if low[k] == ",":
        k -= 1
    if not (words.is_role(low[k]) or low[k] in words.kinship):
        return None
    begin = leftwards(phrases, k, max(0, k - 8))
    if low[begin] in DETERMINERS and begin < k:
        begin += 1
    return begin, k + 1


_REACH = 7
"""So many words after the comma at most comes the noun that tells who somebody is."""
_LONGEST = 25
"""No apposition has more tokens."""
_ENDS = frozenset({",", ".", ";", "(", "—", "--", "”", '"', "''", "?", "!"})


def apposition(phrases: Phrases, run: Run) -> Range | None:
    """What is said of the name between commas after it, in tokens: `Ortiz, the ministry's chief economist, said`."""
    tokens, words = phrases.doc.tokens, phrases.words
    i, size = run.last, len(tokens)
    if i + 2 >= size or phrases.word[i] != ",":
        return None
    i += 1
    if phrases.low[i] in DETERMINERS:
        i += 1
    begin = i
    for i in range(begin, min(begin + _REACH, size)):
        low = phrases.low[i]
        if low in words.telling or ("-" in low and words.is_role(low)):
            break
        if not phrases.word[i][0].isalnum() and low not in CLITICS:
            return None
    else:
        return None
    whole = " ".join(phrases.low[run.name : run.last])
    if run.kind != "person" and (whole in words.places or phrases.low[begin - 1] not in DETERMINERS):
        return None
    end, stop = begin, min(begin + _LONGEST, size)
    while end < stop and phrases.word[end] not in _ENDS and phrases.low[end] not in RELATIVES:
        end += 1
    return (begin, end) if end > begin else None
