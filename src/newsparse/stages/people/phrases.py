"""A noun phrase that names who says something, or to whom: its kind, its name and its head."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

import attrs

from newsparse.document import Document, MentionKind, PersonMention, Range
from newsparse.model import SpeakerKind
from newsparse.stages.people.runs import CLITICS, Gender, Run, is_capital
from newsparse.stages.people.words import Words, singular

PRONOUNS: Mapping[str, Gender | None] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
    **dict.fromkeys(("they", "them", "their", "themselves", "both"), "plural"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("i", "me", "my", "we", "us", "our", "you", "your", "one", "ones", "this", "that", "these", "those"), None),
}
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
PREPOSITIONS = frozenset(
    "of in for at on from with by to about against among around between within near into over under outside inside across "
    "along toward towards after before during since through without behind beyond above below like including".split()
)
_KEPT = frozenset("of in for at on from with within near outside inside by across against among between".split())
_POINTING = frozenset("the this that these those such".split())
_DETERMINERS = frozenset("a an the this that these those his her its their our my your".split())
_BEFORE_NOUNS = PREPOSITIONS | _DETERMINERS | frozenset({"and", "or", "more", "most", "less", "very"})
_QUANTIFIERS = frozenset("many some few several most all both none others more one two three".split())
_LEADING = frozenset("as only even just both from by and but not so also to".split())
_BREAKS = frozenset({",", "(", "[", "--", "—", "–", ";", ":", "-", "who", "which", "that", "whose", "whom"})


@attrs.frozen
class Phrases:
    """What reading a phrase needs: the document, its words and the runs by their first token."""

    doc: Document
    words: Words
    runs: Mapping[int, Run]
    """By first token, and by the token of the name itself where titles stand before it."""

    inside: frozenset[int] = frozenset()
    """All tokens of runs."""
    headlines: tuple[Range, ...] = ()
    """Blocks in title case, in tokens."""

    def tokens_of(self, where: Range) -> Range:
        """The tokens that lie in a range of characters."""
        start = self.doc.tokens.start
        return bisect_left(start, where[0]), bisect_left(start, where[1])

    def titled(self, i: int) -> bool:
        """Whether the token lies in a headline in title case."""
        return any(a <= i < b for a, b in self.headlines)

    def chars(self, first: int, last: int) -> Range:
        """The characters of tokens `first` to `last` (half-open, not empty)."""
        return self.doc.tokens.start[first], self.doc.tokens.end[last - 1]


def read_phrase(phrases: Phrases, where: Range) -> PersonMention | None:
    """The mention that a phrase is; none where it holds no word."""
    word, low = phrases.doc.tokens.word, phrases.doc.tokens.low
    first, last = phrases.tokens_of(where)
    while last > first and (not word[last - 1][0].isalnum() or low[last - 1] in CLITICS) and word[last - 1] not in (".", ")"):
        last -= 1
    while first < last and (not word[first][0].isalnum() or (low[first] in _LEADING and last - first > 1)):
        if first in phrases.runs or word[first] == "@":
            break
        first += 1
    if first >= last:
        return None
    lead = low[first].partition("'")[0]
    if last - first == 1 and (lead in PRONOUNS or lead in RELATIVES) and word[first] != "US":
        kind: MentionKind = "relative" if lead in RELATIVES and lead != "that" else "pronoun"
        if lead == "that":
            kind = "relative" if first and word[first - 1][0].isalnum() else "pronoun"
        return PersonMention(
            range=where, name=phrases.chars(first, last), kind=kind, speaker_kind="person", gender=PRONOUNS.get(lead)
        )
    return _read_names(phrases, where, first, last) or _read_nominal(phrases, where, first, last)


def _read_names(phrases: Phrases, where: Range, first: int, last: int) -> PersonMention | None:
    if len(_named_items(phrases, first, last)) > 1:
        return PersonMention(
            range=where, name=phrases.chars(first, last), kind="name", speaker_kind="group", gender="plural", head="and"
        )
    head = phrases.runs.get(first)
    if head is not None and head.kind == "person" and head.last < last and phrases.titled(first):
        return name_mention(phrases, head, where)
    stop, run = _core(phrases, first, last)
    if run is None or run.role or run.last != stop:
        run = _apposed(phrases, stop, last)
    if run is None:
        return None
    return name_mention(phrases, run, where)


def name_mention(phrases: Phrases, run: Run, where: Range | None = None) -> PersonMention:
    """The mention that a run is, on its own or as the head of the phrase `where`."""
    name = phrases.chars(run.name, run.last)
    whole = where or phrases.chars(run.first, run.last)
    role = phrases.chars(run.first, run.name) if run.name > run.first else None
    if role is None and run.first and run.kind == "person" and where is not None and whole[0] < name[0]:
        begin = phrases.tokens_of((whole[0], name[0]))[0]
        role = phrases.chars(begin, run.first) if begin < run.first else None
    if role is None:
        role = apposition(phrases, run) or _before(phrases, run)
    return PersonMention(range=whole, name=name, kind="name", speaker_kind=run.kind, role=role, gender=run.gender)


def _before(phrases: Phrases, run: Run) -> Range | None:
    """The office or kin right before a name: `campaign manager Bo Lind`, `his daughter, Ines,`."""
    low, word, words = phrases.doc.tokens.low, phrases.doc.tokens.word, phrases.words
    k = run.first - 1
    if run.kind != "person" or k < 1:
        return None
    if word[k] == ",":
        k -= 1
    if not (words.is_role(low[k]) or low[k] in words.kinship):
        return None
    begin = _leftwards(phrases, k, max(0, k - 8))
    if low[begin] in _DETERMINERS and begin < k:
        begin += 1
    return phrases.chars(begin, k + 1)


def apposition(phrases: Phrases, run: Run) -> Range | None:
    """What is said of the name between commas after it: `Ortiz, the ministry's chief economist, said`."""
    tokens, words = phrases.doc.tokens, phrases.words
    i, size = run.last, len(tokens)
    if i + 2 >= size or tokens.word[i] != ",":
        return None
    i += 1
    if tokens.low[i] in _DETERMINERS:
        i += 1
    begin = i
    for i in range(begin, min(begin + 7, size)):
        low = tokens.low[i]
        if words.is_role(low) or low in words.kinship or low in words.organization_nouns or low in words.titles:
            break
        if not tokens.word[i][0].isalnum() and low not in CLITICS:
            return None
    else:
        return None
    end = begin
    while end < min(begin + 25, size) and tokens.word[end] not in (",", ".", ";", "(", "—", "--", "”", '"', "''", "?", "!"):
        if tokens.low[end] in RELATIVES:
            break
        end += 1
    return phrases.chars(begin, end) if end > begin else None


def _core(phrases: Phrases, first: int, last: int) -> tuple[int, Run | None]:
    """Where the phrase's core ends (before a preposition, comma or clause), and the run that ends it."""
    low, word, runs = phrases.doc.tokens.low, phrases.doc.tokens.word, phrases.runs
    i, run = first, None
    while i < last:
        here = runs.get(i)
        if here is not None and here.last <= last:
            i, run = here.last, here
            continue
        if i > first and (low[i] in PREPOSITIONS or word[i] in _BREAKS or _is_clause(phrases, first, i)):
            break
        run = None
        i += 1
    return i, run


def _is_clause(phrases: Phrases, first: int, i: int) -> bool:
    """Whether a participle clause begins at `i`: `judges handling lawsuits`, `a report released last year`."""
    low, word, words = phrases.doc.tokens.low, phrases.doc.tokens.word, phrases.words
    if not low[i].endswith(("ing", "ed")) and low[i] not in _IRREGULAR:
        return False
    before = low[i - 1]
    if word[i][0].isupper() or i == first or word[i - 1][0].isupper() or before in _QUANTIFIERS:
        return False
    return (
        words.is_role(before) or words.is_group(before) or before in words.documents or before in words.organization_nouns
    ) and before not in words.titles_modifier and not _is_noun(words, low[i])


def _is_noun(words: Words, low: str) -> bool:
    return low in words.organization_nouns or low in words.documents or words.is_group(low) or words.is_role(low)


_IRREGULAR = frozenset({"held", "led", "done", "made", "given", "taken", "written", "seen", "sent", "shown", "known", "found", "left", "close", "familiar"})


def _apposed(phrases: Phrases, stop: int, last: int) -> Run | None:
    """The person's name that follows a nominal between commas: `the warden, Nell Ash`, `her lawyer, Bo Lind,`."""
    word, low = phrases.doc.tokens.word, phrases.doc.tokens.low
    i = stop
    while i < last and word[i] != ",":
        if low[i] in RELATIVES:
            return None
        i += 1
    while i < last:
        i += 1
        run = phrases.runs.get(i)
        if run is None or run.role or run.kind != "person" or run.last - run.name < 2 - (run.name > run.first):
            return None
        if run.last >= last or word[run.last] in (",", "(", ")"):
            return run
        return None
    return None


def _named_items(phrases: Phrases, first: int, last: int) -> list[Run]:
    """The names of `A and B` or `A, B and C`; empty where some item is no name."""
    low, word, runs = phrases.doc.tokens.low, phrases.doc.tokens.word, phrases.runs
    found: list[Run] = []
    joined, i, ends = False, first, False
    while i < last:
        run = runs.get(i)
        if run is not None and run.last <= last and not run.role:
            if ends:
                return []
            found.append(run)
            i, ends = run.last, True
            continue
        if word[i] == "(":
            while i < last and word[i] != ")":
                i += 1
        elif low[i] == "and" or word[i] in (",", "&"):
            joined = joined or low[i] in ("and", "&")
            if not ends and word[i - 1] != ",":
                return []
            ends = False
        elif low[i] in PREPOSITIONS or low[i] in RELATIVES or low[i] in CLITICS:
            return []
        elif ends and low[i] not in ("all", "both", "each"):
            return []
        i += 1
    return found if joined and ends or (joined and low[last - 1] in ("all", "both")) or (joined and word[last - 1] == ")") else []


def _read_nominal(phrases: Phrases, where: Range, first: int, last: int) -> PersonMention:
    low, word = phrases.doc.tokens.low, phrases.doc.tokens.word
    core, _ = _core(phrases, first, last)
    end = core
    joined = _joined(phrases, where, first, core, last)
    if joined is not None:
        return joined
    while end < last and (low[end] in _KEPT or end > core):
        run = phrases.runs.get(end)
        if run is not None and run.last <= last:
            end = run.last
            continue
        if word[end] in _BREAKS or low[end] in ("to", "like", "including", "during") or _is_clause(phrases, first, end):
            break
        if low[end].endswith(("ed", "ing")) and word[end][0].islower() and low[end - 1] not in _BEFORE_NOUNS:
            break
        end += 1
    head = _head(phrases, first, core)
    return nominal_mention(phrases, first, max(end, core), head, where)


def _joined(phrases: Phrases, where: Range, first: int, core: int, last: int) -> PersonMention | None:
    """Several nominals in a row, `the family, neighbors and two councils`: one group, by the whole phrase."""
    low, word, words = phrases.doc.tokens.low, phrases.doc.tokens.word, phrases.words
    inner = [i for i in range(first, core) if low[i] == "and" and i not in phrases.inside]
    if not inner:
        if core + 2 >= last or word[core] != "," or low[core + 1] in _DETERMINERS or "and" not in low[core + 2 : last]:
            return None
        if any(low[i] in RELATIVES or low[i] in ("including", "like") for i in range(core, last)):
            return None
        nouns = [i for i in range(core + 1, last) if words.is_group(low[i])]
        if not nouns:
            return None
        core = last
    elif not any(noun_kind(words, low[i - 1])[0] in ("group", "organization", "person") for i in inner) or inner[-1] + 1 >= core:
        return None
    elif all(low[i - 1] not in words.roles and not words.is_group(low[i - 1]) and low[i - 1] not in words.organization_nouns for i in inner):
        return None
    return PersonMention(range=where, name=phrases.chars(first, core), kind="nominal", speaker_kind="group", gender="plural", head="")


def _head(phrases: Phrases, first: int, core: int) -> int:
    """The head noun's token: the core's last word; the owned thing in `a number of lawmakers` stays the number."""
    word = phrases.doc.tokens.word
    head = core - 1
    while head > first and not word[head][0].isalnum():
        head -= 1
    return head


def nominal_mention(phrases: Phrases, first: int, last: int, head: int, where: Range | None = None) -> PersonMention:
    """The mention that the nominal of these tokens is."""
    low, words = phrases.doc.tokens.low, phrases.words
    noun = low[head]
    kind, gender = noun_kind(words, noun)
    definite = low[first] in _POINTING
    return PersonMention(
        range=where or phrases.chars(first, last),
        name=phrases.chars(first, last),
        kind="nominal",
        speaker_kind=kind,
        gender=gender,
        head=noun,
        definite=definite,
    )


def noun_kind(words: Words, noun: str) -> tuple[SpeakerKind, Gender | None]:
    """What a common noun stands for, and its gender."""
    if noun in words.documents and not words.is_role(noun):
        return "document", "thing"
    if words.is_group(noun):
        return "group", "plural"
    if words.is_role(noun) or noun in words.kinship or noun in words.titles:
        return "person", words.gender(noun)  # type: ignore[return-value]
    if noun in words.organization_nouns:
        return "organization", "thing"
    if singular(noun) in words.documents:
        return "document", "thing"
    return ("group", "plural") if singular(noun) != noun else ("organization", "thing")


def nominals(phrases: Phrases, taken: set[int]) -> Iterator[PersonMention]:
    """The other nominals of the text that later phrases may point back to, in text order."""
    low, words, runs = phrases.doc.tokens.low, phrases.words, phrases.runs
    heads = words.roles | words.documents | words.groups | words.organization_nouns | words.kinship
    for first, last in phrases.doc.block_tokens:
        i = first
        while i < last:
            noun = low[i]
            if i in taken or not (noun in heads or (noun[-1] == "s" and words.is_group(noun))):
                i += 1
                continue
            after = i + 1
            if after in runs or (after < last and (low[after] in heads or words.is_group(low[after])) and after not in taken):
                i += 1
                continue
            if _names_itself(phrases, after, last):
                i += 1
                continue
            begin = _leftwards(phrases, i, first)
            if begin not in taken and (begin < i or words.is_group(noun)):
                yield nominal_mention(phrases, begin, _rightwards(phrases, after, last), i)
            i += 1


def _names_itself(phrases: Phrases, i: int, last: int) -> bool:
    """Whether the name of whom a nominal speaks comes right after it: `her lawyer, Bo Lind,`, `the actor and poet Bo Lind`."""
    low, word, runs = phrases.doc.tokens.low, phrases.doc.tokens.word, phrases.runs
    if i + 1 >= last:
        return False
    if low[i] == "and":
        return i + 2 in runs and phrases.words.is_role(low[i + 1])
    run = runs.get(i + 1)
    return (
        word[i] == ","
        and run is not None
        and run.kind == "person"
        and not run.role
        and (run.last >= last or word[run.last] in (",", ".", ")", ";"))
    )


def _leftwards(phrases: Phrases, head: int, first: int) -> int:
    """Where the noun phrase with that head begins: back over adjectives and names to a determiner."""
    low, word, words = phrases.doc.tokens.low, phrases.doc.tokens.word, phrases.words
    i = head
    while i > first and head - i < 8:
        before = low[i - 1]
        if before in words.speaking_to_with:
            return i
        if before == "that" and head - i > 1:
            return i
        if before in _DETERMINERS or before in ("some", "many", "several", "few", "most", "other", "another", "all", "one"):
            return i - 1
        if before in words.function_words or not (word[i - 1][0].isalnum() or before in CLITICS) or before.endswith("ed"):
            return i
        i -= 1
    return i


def _rightwards(phrases: Phrases, i: int, last: int) -> int:
    """Where it ends: with a group of `of`, `for`, `at` or `in` before a name."""
    low, runs = phrases.doc.tokens.low, phrases.runs
    if i < last and low[i] in ("of", "for", "at", "in", "on"):
        after = i + 1
        if after < last and low[after] == "the":
            after += 1
        run = runs.get(after)
        if run is not None and run.last <= last and run.kind != "person":
            return run.last
    return i
