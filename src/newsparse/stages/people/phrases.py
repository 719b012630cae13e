"""A noun phrase that names who says something, or to whom: its kind, its name and its head."""

from __future__ import annotations

from newsparse.document import MentionKind, Range
from newsparse.stages.people.names import name_mention
from newsparse.stages.people.nominals import nominal_mention, noun_kind
from newsparse.stages.people.runs import CLITICS, Run
from newsparse.stages.people.view import DETERMINERS, PRONOUNS, RELATIVES, Draft, Phrases
from newsparse.stages.people.words import Words

_BEFORE_NOUNS = DETERMINERS | frozenset({"and", "or", "more", "most", "less", "very"})
_QUANTIFIERS = frozenset(
    ["many", "some", "few", "several", "most", "all", "both", "none", "others", "more", "one", "two", "three"]
)
_LEADING = frozenset(["as", "only", "even", "just", "both", "from", "by", "and", "but", "not", "so", "also", "to"])
_BREAKS = frozenset({",", "―", "(", "[", "--", "—", "–", ";", ":", "-", "who", "which", "that", "whose", "whom"})
_JOINTS = frozenset({"and", "&", ","})
_ALONE = frozenset(PRONOUNS) | RELATIVES
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def read_phrase(phrases: Phrases, where: Range) -> Draft | None:
    """The mention that a phrase is; none where it holds no word."""
    word, low = phrases.word, phrases.low
    first, last = phrases.tokens_of(where)
    run = phrases.runs.get(first)
    if run is not None and run.last == last and not run.role and low[first] not in _ALONE:
        return name_mention(phrases, run, where)  # most phrases: a name and no more
    if last - first != 1 or low[first] not in _ALONE:
        first, last = _trimmed(phrases, first, last)
    if first >= last:
        return None
    if last - first == 1:
        lead = low[first].partition("'")[0]
        if (lead in PRONOUNS or lead in RELATIVES) and word[first] != "US":
            kind: MentionKind = "relative" if lead in RELATIVES and lead != "that" else "pronoun"
            if lead == "that":
                kind = "relative" if first and word[first - 1][0].isalnum() else "pronoun"
            return Draft(first, last, where, kind, "person", PRONOUNS.get(lead))
    if not phrases.runs.keys().isdisjoint(range(first, last)):
        named = _read_names(phrases, where, first, last)
        if named is not None:
            return named
    return _read_nominal(phrases, where, first, last)


def _trimmed(phrases: Phrases, first: int, last: int) -> Range:
    """The tokens of a phrase without what hangs on at its ends, a name cut in two made whole."""
    word, low = phrases.word, phrases.low
    if last > first + 1 and low[last - 1] in _REFLEXIVE:
        last -= 1
    while last > first + 1 and word[last - 1] not in (".", ")", "%"):
        if word[last - 1][0].isalnum() and low[last - 1] not in CLITICS and low[last - 1] not in DETERMINERS:
            break
        last -= 1
    while first < last and first not in phrases.runs and word[first] != "@":
        apart = last - first > 2 and word[first + 1] in (",", "-", "—", "–", "--")
        if apart and (low[first] in phrases.words.function_words or word[first].isupper()):
            first += 1
        elif word[first][0].isalnum() and (low[first] not in _LEADING or last - first < 2):
            break
        first += 1
    if first < last and first not in phrases.runs and phrases.within[first]:
        for k in range(first - 1, max(first - 20, -1), -1):
            run = phrases.runs.get(k)
            if run is not None:
                return (run.name, max(last, run.last)) if run.last > first else (first, last)
    return first, last


def _read_names(phrases: Phrases, where: Range, first: int, last: int) -> Draft | None:
    head = phrases.runs.get(first)
    if head is not None and head.last >= last and not head.role:
        return name_mention(phrases, head, where)
    joined = not _JOINTS.isdisjoint(phrases.low[first:last])
    if joined and len(_named_items(phrases, first, last)) > 1:
        return Draft(first, last, where, "name", "group", "plural", head="and")
    final = _final(phrases, first, last)
    if final is not None and (head is None or not head.sure or phrases.titled(first)):
        return name_mention(phrases, final, where)
    inner = head is not None and head.kind == "person" and head.last < last and phrases.titled(first)
    if head is not None and inner and phrases.low[head.last] not in CLITICS:
        return name_mention(phrases, head, where)
    if head is not None and head.kind == "person" and head.last < last and _is_verb(phrases, head.last):
        return name_mention(phrases, head, where)
    stop, run = _core(phrases, first, last)
    if run is None or run.role or run.last < stop or _described(phrases, run, first):
        run = _apposed(phrases, stop, last)
    if run is None:
        return None
    return name_mention(phrases, run, where)


def _final(phrases: Phrases, first: int, last: int) -> Run | None:
    """The full name that ends a phrase behind an office: `Hands for Boats director Bo Lind`."""
    word, low = phrases.word, phrases.low
    for k in range(last - 2, first, -1):
        run = phrases.runs.get(k)
        if run is None or run.first != k:
            continue
        office = phrases.words.is_role(low[k - 1]) or run.name > k
        if first not in phrases.runs:  # secretary of State Ines Krall
            office = low[k - 1] == "of" and run.name == k + 1 and low[k] in phrases.words.office_fields
        if run.last != last or run.kind != "person" or not office:
            return None
        return run if "," not in word[first:k] and RELATIVES.isdisjoint(low[first:k]) else None
    return None


def _is_verb(phrases: Phrases, i: int) -> bool:
    """Whether the word after a name surely goes on with a sentence and not with the phrase: `Orth had left`."""
    low = phrases.low[i]
    if low.endswith(("ly", "ed")) and not _is_noun(phrases.words, low) and phrases.word[i][0].islower():
        return True
    return low in ("has", "had", "was", "is", "did", "will", "would", "could", "can", "told", "said", "says")


def _core(phrases: Phrases, first: int, last: int) -> tuple[int, Run | None]:
    """Where the phrase's core ends (before a preposition, comma or clause), and the run that ends it."""
    low, word, runs = phrases.low, phrases.word, phrases.runs
    i, run = first, None
    while i < last:
        here = runs.get(i)
        if here is not None:
            i, run = min(here.last, last), here
            continue
        if word[i] == "," and i > first and low[i - 1].isdecimal() and i + 2 < last and low[i + 1].isdecimal():
            i += 1  # a May 3, 2011, email
            continue
        if i > first and (low[i] in phrases.words.prepositions or word[i] in _BREAKS or _is_clause(phrases, first, i)):
            break
        run = None
        i += 1
    return i, run


def _is_clause(phrases: Phrases, first: int, i: int) -> bool:
    """Whether a participle clause begins at `i`: `judges handling lawsuits`, `a report released last year`."""
    low, word, words = phrases.low, phrases.word, phrases.words
    if not low[i].endswith(("ing", "ed")) and low[i] not in words.irregular_participles:
        return False
    before = low[i - 1]
    named = word[i - 1][0].isupper() and not (i - 1 == first and words.is_group(before))
    if word[i][0].isupper() or i == first or named or before in _QUANTIFIERS or before == "those":
        return False
    return (
        (
            words.is_role(before)
            or words.is_group(before)
            or before in words.documents
            or before in words.organization_nouns
        )
        and before not in words.titles_modifier
        and not _is_noun(words, low[i])
    )


def _is_noun(words: Words, low: str) -> bool:
    return low in words.organization_nouns or low in words.documents or words.is_group(low) or words.is_role(low)


def _described(phrases: Phrases, run: Run, first: int) -> bool:
    """A capital word that a mere adjective stands before is no name of a speaker: `super PACs`, `rural Ohioans`."""
    if run.first <= first or run.last - run.first > 1 or run.sure or run.kind != "person":
        return False
    before, words = phrases.low[run.first - 1], phrases.words
    return not (_is_noun(words, before) or before in words.kinship or before in DETERMINERS or before in CLITICS)


def _apposed(phrases: Phrases, stop: int, last: int) -> Run | None:
    """The person's name that follows a nominal between commas: `the warden, Nell Ash`, `her lawyer, Bo Lind,`."""
    word, low = phrases.word, phrases.low
    i = stop
    while i < last and word[i] != ",":
        if low[i] in RELATIVES:
            return None
        i += 1
    while i < last:
        i += 1
        run = phrases.runs.get(i)
        if run is None or run.role or run.kind != "person":
            return None
        given = run.last - run.name > 1 or run.name > run.first or phrases.words.is_given(phrases.low[run.name])
        if not given:
            return None
        if run.last >= last or word[run.last] in (",", "(", ")"):
            return run
        return None
    return None


def _named_items(phrases: Phrases, first: int, last: int) -> list[Run]:
    """The names of `A and B` or `A, B and C`; empty where some item is no name."""
    low, word, runs = phrases.low, phrases.word, phrases.runs
    found: list[Run] = []
    joined, i, ends = False, first, False
    while i < last:
        run = runs.get(i)
        if run is not None and run.kind == "organization" and run.last < last and low[run.last] in CLITICS:
            i = run.last + 1  # Reuters' Bo Lind
            continue
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
            joined = joined or low[i] in ("and", "&") or phrases.titled(i)
            if not ends and word[i - 1] != ",":
                return []
            ends = False
        elif (
            low[i] in phrases.words.prepositions
            or low[i] in RELATIVES
            or low[i] in CLITICS
            or (ends and low[i] not in ("all", "both", "each"))
        ):
            return []
        i += 1
    return (
        found
        if (joined and ends) or (joined and low[last - 1] in ("all", "both")) or (joined and word[last - 1] == ")")
        else []
    )


def _read_nominal(phrases: Phrases, where: Range, first: int, last: int) -> Draft:
    core, _ = _core(phrases, first, last)
    joined = _joined(phrases, where, first, core, last)
    if joined is not None:
        return joined
    head = first if phrases.low[first] == "those" else _head(phrases, first, core)
    return nominal_mention(phrases, first, _tail(phrases, core, last), head, where)


def _tail(phrases: Phrases, core: int, last: int) -> int:
    """The end of the groups of `of`, `in` and the like that belong to the phrase, before any clause."""
    low, word = phrases.low, phrases.word
    end = core
    while end < last and (low[end] in phrases.words.kept_prepositions or end > core):
        run = phrases.runs.get(end)
        if run is not None and run.last <= last:
            end = run.last
            continue
        if word[end] in _BREAKS or low[end] in ("to", "like", "including", "during"):
            break
        participle = low[end].endswith(("ed", "ing")) and word[end][0].islower() and low[end - 1] != "those"
        participle = participle and not low[end - 1].endswith("ly")  # of a federally mandated wage
        if participle and not _noun_follows(phrases, low[end - 1]):
            break
        end += 1
    while end > core + 1 and (low[end - 1] in phrases.words.days_and_months or low[end - 1] in ("last", "this")):
        end -= 1  # prosecutors in April
    if end > core and low[end - 1] in phrases.words.kept_prepositions:
        end -= 1
    return max(end, core)


def _noun_follows(phrases: Phrases, low: str) -> bool:
    """Whether the word is one that a noun, not a participle clause, stands after: `of handling`, `the leading`."""
    return low in _BEFORE_NOUNS or low.isdecimal() or low in phrases.words.prepositions


def _joined(phrases: Phrases, where: Range, first: int, core: int, last: int) -> Draft | None:
    """Several nominals in a row, `the family, neighbors and two councils`: one group, by the whole phrase."""
    low, word, words = phrases.low, phrases.word, phrases.words
    joins = "and" in low[first:core]
    inner = [i for i in range(first, core) if low[i] == "and" and not phrases.within[i]] if joins else []
    if not inner:
        if core + 2 >= last or word[core] != "," or low[core + 1] in DETERMINERS or "and" not in low[core + 2 : last]:
            return None
        if any(low[i] in RELATIVES or low[i] in ("including", "like") for i in range(core, last)):
            return None
        nouns = [i for i in range(core + 1, last) if words.is_group(low[i])]
        if not nouns:
            return None
        core = last
    elif (
        not any(noun_kind(words, low[i - 1])[0] in ("group", "organization", "person") for i in inner)
        or inner[-1] + 1 >= core
    ) or all(
        low[i - 1] not in words.roles and not words.is_group(low[i - 1]) and low[i - 1] not in words.organization_nouns
        for i in inner
    ):
        return None
    return Draft(first, _tail(phrases, core, last), where, "nominal", "group", "plural")


def _head(phrases: Phrases, first: int, core: int) -> int:
    """The head noun's token: the core's last word; the owned thing in `a number of lawmakers` stays the number."""
    word = phrases.word
    head = core - 1
    while head > first and not word[head][0].isalnum():
        head -= 1
    return head
