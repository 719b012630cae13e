"""Capitalised runs of words: proper names, with the titles before them, and what they seem to name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container

from attrs import evolve

from newsparse.document import Document, Range
from newsparse.document.records import record
from newsparse.model import SpeakerKind
from newsparse.stages.people.capitals import is_capital, title_cased
from newsparse.stages.people.kinds import kind_alone, kind_of
from newsparse.stages.people.titles import read_name
from newsparse.stages.people.words import CLITICS, JOINING, LEGAL_FORMS, OPENING, Gender, Words

_TENS = frozenset(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
_NAMES_OF_MONTHS = frozenset({"april", "may", "june", "august"})
_NUMERAL = frozenset(
    [
        "first",
        "second",
        "third",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "last",
        "today",
    ]
)
_BEFORE_NICKNAME = {'"': '"', "“": "”", "``": "''", "'": "'’", "‘": "’'", "(": ")"}
"""The marks that a nickname inside a name may stand in, and what closes each."""
_CUTTING = frozenset({"$", "@", "#", "="})
"""Marks that what follows belongs to."""
_LONGEST = 20
"""No name has more tokens."""


_AFTER = frozenset({",", "'s", "’s", "'", "’", ")", ";", ":", "?", "!", "”"})
"""Marks that no name goes on after."""


@record
class Run:
    """Tokens `first` to `last` (half-open), of which `name` on are the name proper.

    Attributes:
        kind: what it seems to name.
        sure: whether the run itself shows that (a title, a given name, a word like Ministry).
        gender: as titles and given names show it.
        role: the run is a title or office without a name ("the White House Press Secretary").
    """

    first: int
    last: int
    name: int
    kind: SpeakerKind
    sure: bool
    gender: Gender | None = None
    role: bool = False


class Reader:
    """Reads runs off the tokens of one document; holds what the words around a run can tell about it."""

    def __init__(self, doc: Document, words: Words, sources: Container[Range]) -> None:
        """Note what the whole document shows: the sentences' first words, and which capitals are a word's own."""
        self.doc = doc
        self.words = words
        self.word = doc.tokens.word
        self.low = doc.tokens.low
        self.sources = sources
        self.begins = {s.first for s in doc.sentences}
        self.headlines = frozenset(title_cased(doc))
        self.blocks = self._capitals()
        self.headings = [self._after_heading(*block) for block, _ in self.blocks]
        self.inner: set[str] = set()
        """Words that have a capital where no sentence begins, so that the capital is theirs."""
        self.opening: set[int] = set()
        """The tokens with a capital at the head of a sentence or behind a mark."""
        self._tell_apart()
        self.plain = {self.low[i] for i in self.opening}.intersection(self.word)
        """Their words that stand in small letters elsewhere."""
        self.bodies: set[tuple[str, ...]] = set()

    def _tell_apart(self) -> None:
        """Note of each capital whether something begins there."""
        word, begins, inner, opening = self.word, self.begins, self.inner, self.opening
        for _, block in self.blocks:
            for i in block:
                if i in begins or word[i - 1] in OPENING:
                    opening.add(i)
                else:
                    inner.add(word[i])

    def _capitals(self) -> list[tuple[Range, list[int]]]:
        """The tokens with a capital, by block, outside headlines in title case."""
        word = self.word
        unfolded = self.doc.signals.unfolded
        every = [i for i in unfolded if word[i][0].isupper() or (not word[i].islower() and is_capital(word[i]))]
        found, at = [], 0
        for block in self.doc.block_tokens:
            end = bisect_left(every, block[1], at)
            if end > at and block not in self.headlines:
                found.append((block, every[at:end]))
            at = end
        return found

    def runs(self) -> list[Run]:
        """All runs outside headlines in title case, in text order."""
        found: list[Run] = []
        word, low, opening = self.word, self.low, self.opening
        no_names, never = self.words.no_names, self.words.never_names
        for (block, capitals), end in zip(self.blocks, self.headings, strict=True):
            last = block[1]
            for i in capitals:
                if i < end:
                    continue
                if low[i] in no_names:
                    common = low[i] in never and word[i][1:2].islower()  # most of them: The, He, On
                    if common or not self._may_begin_nonetheless(i, last):
                        continue
                elif i in opening:
                    if self._is_cut(i, last) or not self._named_at_start(i, last):
                        continue
                elif (len(word[i]) == 1 or not word[i - 1][0].isalnum()) and self._is_cut(i, last):
                    continue  # a capital among words is mostly that of a name
                run = self._read(i, last)
                if run is not None:
                    found.append(run)
                    end = run.last
        if self.bodies:
            for k, run in enumerate(found):
                if run.kind == "person" and not run.sure and low[run.name : run.last] in self.bodies:
                    found[k] = evolve(run, kind="organization", gender="thing")
        return found

    def _is_source(self, i: int) -> bool:
        """Whether the one word is the source of an attribution."""
        tokens = self.doc.tokens
        return (tokens.start[i], tokens.end[i]) in self.sources

    def _after_heading(self, first: int, last: int) -> int:
        """Past the capitals that a section opens with: `THE LONG WAY Back when she wrote it, ...`."""
        word, i = self.word, first
        while i < last and len(word[i]) > 1 and word[i].isupper():
            i += 1
        if i - first > 1 and max(len(w) for w in word[first:i]) > 5:
            self.begins.add(i)
            return i
        return first

    def _may_begin_nonetheless(self, i: int, last: int) -> bool:
        """Whether a word that seldom begins a name does: `April Orth`, `Will Lind`, `WHO`."""
        low, word, words = self.low[i], self.word[i], self.words
        if self._is_cut(i, last):
            return False
        if low in words.days_and_months:
            named = low in _NAMES_OF_MONTHS and (not i or self.low[i - 1] not in words.prepositions)
            return named and i + 1 < last and is_capital(self.word[i + 1]) and not self._is_day(i + 1)
        if len(word) > 1 and word.isupper() and word not in ("IT", "OK", "NO", "THE", "A"):
            return True
        return words.is_given(low) and i + 1 < last and is_capital(self.word[i + 1])

    def _is_cut(self, i: int, last: int) -> bool:
        """Whether a capital is a part of something else than a name: `$A`, `U.S.`, `I`."""
        word, before = self.word[i], self.word[i - 1] if i else ""
        if len(word) == 1:
            if before == "." and self.doc.tokens.start[i] == self.doc.tokens.end[i - 1]:
                return True
            if not (i + 1 < last and (self.word[i + 1] == "." or is_capital(self.word[i + 1]))):
                return True
        return before in _CUTTING or (before == "(" and len(word) > 2 and word[1] == "-")

    def _names_on(self, i: int, last: int) -> bool:
        """A given name and another capital: `Hold Melanie Orde to it` has a name after its verb."""
        return self.words.is_given(self.low[i]) and i + 1 < last and is_capital(self.word[i + 1])

    def _is_day(self, i: int) -> bool:
        return self.low[i] in self.words.days_and_months

    def _named_at_start(self, i: int, last: int) -> bool:
        """Whether the capital of a sentence's first word is that of a name."""
        low, word, words = self.low[i], self.word[i], self.words
        after = i + 1
        dotted = after < last and self.word[after] == "."
        if word in self.inner or (1 < len(word) < 6 and word.isupper()) or (dotted and len(word) == 1):
            return True
        if word.isupper():
            return self._is_source(i) or (self.word[i - 1] == "(" and after < last and self.word[after] == ")")
        if dotted and low in words.titles and len(word) < 6:
            return True
        if low in words.titles and after + 1 < last and self.word[after] == "of" and is_capital(self.word[after + 1]):
            return True
        if after < last and is_capital(self.word[after]) and not self._is_day(after):
            named = words.is_given(low) and self.word[after] in self.inner  # Bill Orth, in a story of a phone bill
            plain = low in self.plain and low not in words.titles and not named
            if self.low[after] in words.function_words or plain:
                return False
            known = words.is_given(low) or low in words.titles or low in words.demonyms or low in words.titles_modifier
            return known or not self._names_on(after, last) or words.is_role(low)
        small = after
        while small < min(after + 2, last) and self.low[small] in words.name_particles:
            small += 1
        if small > after and small < last and is_capital(self.word[small]):
            return True
        if words.is_group(low) or low in self.plain:
            return False
        if words.is_given(low) or low in words.places or low in words.outlet_words:
            return True
        if words.is_role(low) or low in words.documents or low in words.kinship or low.partition("-")[0] in _TENS:
            return False
        return self._is_source(i) or (after < last and self.low[after] in CLITICS)

    def _read(self, i: int, last: int) -> Run | None:
        after = i + 1
        follower = self.word[after] if after < last else ","
        if follower in _AFTER or (follower.islower() and follower not in self.words.inside_names):
            return self._read_one(i)  # most names are one word among small ones
        end = self._extend(i, last)
        if end == after:
            return self._read_one(i)
        low, words = self.low, self.words
        before = low[i - 1] if i else ""
        telling = before if before in words.telling_before or "-" in before else ""
        size, titles, kind, sure, gender, office = read_name(
            words, low[i:end], telling, end - i > 2 and i in self.begins
        )
        stop = i + size
        if not titles and not office:
            if stop < end:
                self.bodies.add(low[i:stop])
            elif before == "of" and self._ends_title(i, end):
                titles = 1
                kind, sure, gender = kind_of(words, low[i:after], low[after:end], before)
            elif end < len(low) and low[end] in words.firm_people:
                self.bodies.add(low[i:end])
        return Run(i, stop, i + titles, kind, sure, gender, office)

    def _ends_title(self, i: int, end: int) -> bool:
        """Whether the first word ends an office in small letters: `secretary of State Ines Krall`."""
        low, words = self.low, self.words
        office = i > 1 and low[i - 1] == "of" and low[i - 2] in words.titles and low[i] in words.office_fields
        return office and end - i > 1 and low[i + 1] not in words.organization_words

    def _read_one(self, i: int) -> Run | None:
        """The run that is one word."""
        low, words, end = self.low, self.words, i + 1
        kind, sure = kind_alone(words, self.word[i])
        if kind is None:
            return Run(i, end, i, "person", True, None, True) if sure else None
        if end < len(low) and low[end] in words.firm_people:
            self.bodies.add(low[i:end])
        before = low[i - 1] if i else ""
        if before not in words.before_one:  # most words: what stands before tells nothing
            return Run(i, end, i, kind, sure, "thing" if kind == "organization" else None)
        if before == "the" and words.is_national(low[i]):
            return Run(i, end, i, "person", True, None, True)  # the Irishman
        if kind == "person" and not sure and before in words.organization_nouns:
            kind = "organization"  # the union Unison
        if kind == "person":
            if before in ("a", "an") and not (end < len(low) and self.word[end][0].isalnum()):
                return Run(i, end, i, "person", True, None, True)  # a Marine
            if before in CLITICS and low[i] in words.thing_words:
                return None  # New Year's Day
        return Run(i, end, i, kind, sure, "thing" if kind == "organization" else words.gender(before))

    def _extend(self, i: int, last: int) -> int:
        """The end of the run from `i`."""
        word, low, words = self.word, self.low, self.words
        body, j = low[i] in words.organization_words, i + 1
        last = last if last < i + _LONGEST else i + _LONGEST
        nicknamed = False
        while j < last:
            here = word[j]
            if here[0].isupper() or (here[0].islower() and not here.islower() and is_capital(here)):
                small = low[j]
                if small in words.no_names and self._breaks(here, small):
                    break
                body = body or (small in words.organization_words and not self._is_surname(i, j))
                j += 1
            elif here == ".":
                if not self._dotted(j, last):
                    break
                j += 1
                if low[j - 2] in words.generations or low[j - 2] in LEGAL_FORMS:
                    break
            elif here in words.inside_names:
                step = self._joins(j, last, body)
                if not step:
                    break
                j += step
            elif not nicknamed and j + 3 < last and here in _BEFORE_NICKNAME and self._nickname(j):
                nicknamed = True
                j += 3
            else:
                break
        return j

    def _breaks(self, word: str, low: str) -> bool:
        """Whether a word that seldom begins a name ends the one that it stands in, for all its capital."""
        words = self.words
        if word == "I" or low in words.days_and_months:
            return True
        return low in words.function_words and not word.isupper() and low not in _NUMERAL

    def _is_surname(self, i: int, j: int) -> bool:
        """Whether a word for bodies is a surname here: `Annie Hall`."""
        return j == i + 1 and self.low[j] in self.words.surnames_like_bodies and self.words.is_given(self.low[i])

    def _nickname(self, j: int) -> bool:
        return (
            is_capital(self.word[j + 1])
            and self.word[j + 2] in _BEFORE_NICKNAME[self.word[j]]
            and is_capital(self.word[j + 3])
            and self.low[j + 3] not in self.words.function_words
        )

    def _dotted(self, j: int, last: int) -> bool:
        """Whether the full stop at `j` belongs to an initial or an abbreviation inside a name."""
        tokens, before = self.doc.tokens, self.word[j - 1]
        if tokens.start[j] != tokens.end[j - 1]:
            return False
        if self.low[j - 1] in self.words.generations or self.low[j - 1] in LEGAL_FORMS:
            return True
        short = (len(before) == 1 and before.isupper()) or self.low[j - 1] in self.words.title_abbreviations
        return short and j + 1 < last and is_capital(self.word[j + 1]) and j + 1 not in self.begins

    def _joins(self, j: int, last: int, body: bool) -> int:
        """How many small words at `j` go on with the name (0: none)."""
        word, low, words = self.word, self.low, self.words
        after = j + 1
        if after >= last:
            return 0
        joint = word[j]
        if joint in ("and", "&"):
            if not is_capital(word[after]) or low[after] in words.function_words:
                return 0
            paired = low[j - 1] in words.organization_pairs or (body and low[after] in words.organization_pairs)
            if joint == "&" or (paired and body):
                return 1
            return int(paired and not words.organization_words.isdisjoint(low[after : min(after + 4, last)]))
        if joint in JOINING:
            titled = joint in ("of", "for") and low[j - 1] in words.titles
            if joint == "the" or joint in ("in", "at") or not (body or titled):
                return 0
            if joint == "on" and low[j - 1] not in words.organization_words:
                return 0
            if word[after] == "the" and after + 1 < last and is_capital(word[after + 1]):
                return 2
            return 1 if is_capital(word[after]) and low[after] not in words.days_and_months else 0
        if is_capital(word[after]):
            return 1
        return 2 if low[after] in words.name_particles and after + 1 < last and is_capital(word[after + 1]) else 0


__all__ = ["CLITICS", "Gender", "Reader", "Run", "is_capital", "title_cased"]
