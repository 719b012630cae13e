"""The cast: who and what the article names, each once, with all that it says of them."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import attrs

from newsparse.document import Document, Entity, PersonMention
from newsparse.lang import Language
from newsparse.model import SpeakerKind

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FOLDED = str.maketrans({"’": "'", ".": None, "“": None, "”": None, '"': None})
_SMALL = frozenset(["of", "for", "on", "in", "and", "&", "the", "at", "to"])
_DECAY = tuple([0.35**gone for gone in range(61)])
"""How much of what was in mind is left after so many sentences."""
_KEPT = (*[0.2 * left for left in _DECAY[:13]], 0.0)
"""How much of it is kept when the same is spoken of again."""
_RECENT = 24


@functools.cache
def alike(language: Language, name: str) -> dict[str, frozenset[str]]:
    """For each word of a list of sets: the words that may stand for it, itself among them."""
    found: dict[str, set[str]] = {}
    for line in language.words(name):
        row = line.split()
        for word in row:
            found.setdefault(word, {word}).update(row)
    return {word: frozenset(row) for word, row in found.items()}


@functools.lru_cache(1 << 13)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, lower-cased, without dots, marks and a leading article."""
    words = name.lower().translate(_FOLDED).split()
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1][:-2]
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        del words[0]
    return tuple(words) or ("",)


@attrs.define(eq=False)
class Member:
    """One of the cast, as far as it has been read.

    Attributes:
        number: its place in the cast.
        name, key: the fullest form, and its words lower-cased without dots and `the`.
        kind: what it is.
        gender: "female", "male", "plural", "thing", or none while nothing shows it.
        heads: nouns that it goes by ("senator", "poll").
        role, organization: title or office, and the body that it is at, as last given.
        parts: the members that a pair consists of.
        score, sentence: how much it is in mind, and since which sentence.
        full: how often it is named in full.
        leading: how often it says something under its full name.
        first: the sentence that first names it in full.
        kin: is told of as somebody's kin, who a bare surname seldom stands for.
        named: has a proper name.
    """

    number: int
    name: str
    key: tuple[str, ...]
    kind: SpeakerKind
    gender: str | None
    heads: set[str] = attrs.Factory(set)
    role: str | None = None
    organization: str | None = None
    parts: tuple[int, ...] = ()
    mentions: list[int] = attrs.Factory(list)
    pronouns: list[str] = attrs.Factory(list)
    score: float = 0.0
    sentence: int = 0
    full: int = 0
    leading: int = 0
    first: int = 0
    kin: bool = False
    named: bool = True

    def weight(self, sentence: int) -> float:
        """How much it is in mind in that sentence."""
        gone = sentence - self.sentence
        return self.score * _DECAY[gone if gone < 60 else 60] if gone > 0 else self.score

    def touch(self, sentence: int, weight: float) -> None:
        """Bring it to mind."""
        gone = sentence - self.sentence
        if gone > 0:
            self.score = weight + self.score * _KEPT[gone if gone < 13 else 13]
            self.sentence = sentence
        else:
            self.score = weight + self.score * _KEPT[0]


class Cast:
    """Finds or adds members by name; knows who was spoken of lately."""

    def __init__(self, doc: Document) -> None:
        """An empty cast of that document."""
        self.doc = doc
        self.members: list[Member] = []
        self.of: dict[int, Member] = {}
        self.exact: dict[tuple[str, ...], Member] = {}
        self.surname: dict[str, list[Member]] = {}
        self.given: dict[str, list[Member]] = {}
        self.short: dict[tuple[str, ...], Member] = {}
        self.head: dict[str, list[Member]] = {}
        self.pairs: list[Member] = []
        self.office: dict[str, list[Member]] = {}
        self.recent: dict[int, Member] = {}

    def add(self, name: str, kind: SpeakerKind, gender: str | None, key: tuple[str, ...]) -> Member:
        """A new member."""
        member = Member(len(self.members), name, key, kind, gender)
        self.members.append(member)
        return member

    def name_in_full(self, mention: PersonMention, name: str) -> Member:
        """The member of a name of several words; the longest form wins."""
        key = words_of(name)
        if mention.speaker_kind != "person" and key in self.short:
            found = self.short[key]
            found.full += 1
            return found
        if mention.speaker_kind == "person":
            core = tuple(w for w in key if w not in _SUFFIXES)
            known = self.exact.get(key) or self._same_person(core) or self.short.get(core)
        else:
            core = key
            known = self.exact.get(key)
        member = known or self.add(name, mention.speaker_kind, mention.gender, key)
        self.exact[key] = member
        if known is None:
            self._index(member, core)
        elif len(key) > len(member.key):
            member.name, member.key = name, key
        member.gender = member.gender or mention.gender
        member.full += 1
        return member

    def _same_person(self, core: tuple[str, ...]) -> Member | None:
        if len(core) < 2:
            return None
        for member in self.surname.get(core[-1], ()):
            if member.key[0] == core[0]:
                return member
        return None

    def _index(self, member: Member, core: tuple[str, ...]) -> None:
        if member.kind == "person":
            if len(core) > 1:
                self._list(self.surname, core[-1], member)
                for k in range(1, len(core) - 1):
                    self.short.setdefault(core[k:], member)
                self._list(self.given, core[0], member)
            return
        plain = tuple(w for w in core if w not in _SMALL)
        if len(plain) > 1:
            self.short.setdefault(("".join(w[0] for w in plain),), member)
            outlets = self.doc.language.words("outlet_words")
            bodies = self.doc.language.words("organization_words")
            wide = self.doc.language.words("bodies_too_wide")
            for k in range(1, len(core)):
                rest = core[k:]
                telling = len(rest) > 1 or rest[0] in outlets or (rest[0] in bodies and rest[0] not in wide)
                if telling and rest[0] not in _SMALL:
                    self.short.setdefault(rest, member)
            if len(core[0]) < 5 and self.doc.tokens and core[0] not in self.doc.language.words("demonyms"):
                self.short.setdefault(core[:1], member)

    @staticmethod
    def _list(table: dict[str, list[Member]], key: str, member: Member) -> None:
        row = table.setdefault(key, [])
        if len(row) < 12 and member not in row:
            row.append(member)

    def find_short(self, mention: PersonMention, name: str) -> Member | None:
        """The member that a surname, given name, acronym or shortened name stands for."""
        key = words_of(name)
        if key in self.exact:
            return self.exact[key]
        if mention.speaker_kind == "person":
            for table in (self.surname, self.given):
                row = [m for m in table.get(key[-1] if table is self.surname else key[0], ()) if len(key) == 1]
                if row:
                    return self._choose(row, mention.gender)
        if len(key) == 1 and name.isupper() and key[0] in self.surname:  # a transcript's label
            return self._choose(self.surname[key[0]], None)
        return self.short.get(key)

    @staticmethod
    def _choose(row: list[Member], gender: str | None) -> Member | None:
        fits = [m for m in row if gender is None or m.gender in (None, gender)] or None
        if fits is None:
            return None
        opening = min(m.first for m in fits)
        return max(fits, key=lambda m: (not m.kin, m.full + m.leading + 2 * (m.first == opening), -m.first))

    def short_name(self, mention: PersonMention, name: str) -> Member:
        """The member of a short form: one already there, or a new one that goes by it."""
        found = self.find_short(mention, name)
        if found is None:
            key = words_of(name)
            found = self.add(name, mention.speaker_kind, mention.gender, key)
            self.exact[key] = found
        if mention.gender in ("female", "male") and found.kind == "person":
            found.gender = found.gender or mention.gender
        return found

    def see(self, index: int, mention: PersonMention, member: Member, weight: float) -> None:
        """Note that the mention is that member, and how much it brings it to mind."""
        self.of[index] = member
        member.mentions.append(index)
        member.touch(mention.sentence, weight)
        recent, number = self.recent, member.number
        if number in recent:
            del recent[number]
        elif len(recent) >= _RECENT:
            del recent[next(iter(recent))]
        recent[number] = member

    def goes_by(self, member: Member, nouns: Iterable[str], *, office: bool) -> None:
        """Note nouns that the member may be called by later: `the senator`, `the poll`."""
        table = alike(self.doc.language, "roles_alike" if office else "documents_alike")
        for noun in nouns:
            for word in table.get(noun, (noun,)):
                if office:
                    self._list(self.office, word, member)
                else:
                    row = self.head.setdefault(word, [])
                    if not row or row[-1] is not member:
                        row.append(member)
            member.heads.add(noun)

    def entity(self, number: int) -> Entity:
        """One of the cast as the document keeps it."""
        member, mentions = self.members[number], self.doc.mentions
        return Entity(
            name=member.name,
            kind=member.kind,
            role=member.role,
            organization=member.organization,
            pronouns=tuple(member.pronouns),
            mentions=tuple(sorted(member.mentions, key=lambda i: mentions[i].range)),
        )
