"""The cast: who and what the article names, each once, with all that it says of them."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import attrs

from newsparse.document import Document, Entity, PersonMention
from newsparse.model import SpeakerKind
from newsparse.stages.speakers.words import load_words

_BOUND = ("al-", "el-", "d'", "l'")
"""Small beginnings that a surname may lack."""
_FOLDED = str.maketrans({"’": "'", ".": None, "“": None, "”": None, '"': None})
_ARTICLES = frozenset({"the", "a", "an"})
_SMALL = frozenset(["of", "for", "on", "in", "and", "&", "the", "at", "to"])
DECAY = tuple([0.35**gone for gone in range(61)])
"""How much of what was in mind is left after so many sentences."""
_KEPT = (*[0.2 * left for left in DECAY[:13]], 0.0)
"""How much of it is kept when the same is spoken of again."""
SOURCE = 110.0
"""How much the weightiest mention, that of who speaks, brings somebody to mind."""
MOST = SOURCE / (1 - _KEPT[0])
"""Nobody is more in mind than this: what that brings each time, and what is kept of it."""
_RECENT = 24
_NEAR = 3
_FAR = 5
"""A bare surname is that of one named so many sentences before at most, where all others of it are further off."""


@functools.lru_cache(1 << 13)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, lower-cased, without dots, marks and a leading article."""
    low = name.lower()
    if low.isalpha():
        return (low,)
    if "." in low or '"' in low or not low.isascii():  # few have what is to be folded, and to look takes long
        low = low.translate(_FOLDED)
    words = low.split()
    if len(words) > 2 and len(words[0]) == len(words[1]) == 1:
        words[:2] = [words[0] + words[1]]  # J. R. Tolliver, J.R. Tolliver
    if words and words[-1][-2:] == "'s":
        words[-1] = words[-1][:-2]
    if len(words) > 1 and words[0] in _ARTICLES:
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
        bare: has gone by the bare surname.
        place: its name is a place's, and it has not spoken.
        called: given names beside the one in `key`: a nickname.
        named: has a proper name.
    """

    number: int
    name: str
    key: tuple[str, ...]
    kind: SpeakerKind
    gender: str | None
    heads: frozenset[str] = frozenset()
    role: str | None = None
    organization: str | None = None
    parts: tuple[int, ...] = ()
    mentions: list[int] = attrs.Factory(list)
    pronouns: tuple[str, ...] = ()
    score: float = 0.0
    sentence: int = 0
    full: int = 0
    leading: int = 0
    first: int = 0
    kin: bool = False
    named: bool = True
    bare: bool = False
    place: bool = False
    called: str = ""

    def weight(self, sentence: int) -> float:
        """How much it is in mind in that sentence."""
        gone = sentence - self.sentence
        return self.score * DECAY[gone if gone < 60 else 60] if gone > 0 else self.score

    def touch(self, sentence: int, weight: float) -> None:
        """Bring it to mind."""
        gone = sentence - self.sentence
        if gone > 0:
            self.score = weight + self.score * _KEPT[gone if gone < 13 else 13]
            self.sentence = sentence
        else:
            score = weight + self.score * _KEPT[0]
            if score > self.score:
                self.score = score


class Cast:
    """Finds or adds members by name; knows who was spoken of lately."""

    def __init__(self, doc: Document) -> None:
        """An empty cast of that document."""
        self.doc = doc
        self.words = load_words(doc.language)
        self.members: list[Member] = []
        self.of: dict[int, Member] = {}
        self.exact: dict[tuple[str, ...], Member] = {}
        self.surname: dict[str, list[Member]] = {}
        self.given: dict[str, list[Member]] = {}
        self.middle: dict[str, list[Member]] = {}
        self.initials: dict[str, list[Member]] = {}
        self.short: dict[tuple[str, ...], Member] = {}
        self.head: dict[str, list[Member]] = {}
        self.pairs: list[Member] = []
        self.office: dict[str, list[Member]] = {}
        self.recent: dict[int, Member] = {}
        self.in_order = True
        """Whether those behind in `recent` were brought to mind in no later sentence."""

    def add(self, name: str, kind: SpeakerKind, gender: str | None, key: tuple[str, ...]) -> Member:
        """A new member."""
        member = Member(len(self.members), name, key, kind, gender)
        member.place = kind == "organization" and " ".join(key) in self.words.places
        self.members.append(member)
        return member

    def name_in_full(self, mention: PersonMention, name: str, nick: str = "") -> Member:
        """The member of a name of several words; the longest form wins.

        Args:
            mention: the mention that has the name.
            name: the name, without a nickname in marks.
            nick: that nickname.
        """
        key = words_of(name)
        if mention.speaker_kind != "person" and key in self.short:
            found = self.short[key]
            found.full += 1
            return found
        member = self.exact.get(key)
        if member is None:
            member = self.exact[key] = self._fuller(mention, name, key)
        elif member.name.isupper() and not name.isupper():
            member.name, member.key = name, key
        if nick:
            member.called = nick.lower()
            self._list(self.given, member.called, member)
        if member.gender is None:
            member.gender = mention.gender
        member.full += 1
        return member

    def _fuller(self, mention: PersonMention, name: str, key: tuple[str, ...]) -> Member:
        """The member of a name that has not stood in this form before: one known by another form, or a new one."""
        known, core = None, key
        if mention.speaker_kind == "person":
            generations = self.words.generations
            if not generations.isdisjoint(key):
                core = tuple([w for k, w in enumerate(key) if not k or w not in generations])
            known = self._same_person(key, core, mention.gender) or self.short.get(core)
        if known is None:
            known = self.add(name, mention.speaker_kind, mention.gender, key)
            self._index(known, core)
        elif len(key) > len(known.key) or (known.name.isupper() and not name.isupper()):
            known.name, known.key = name, key
        return known

    def _same_person(self, key: tuple[str, ...], core: tuple[str, ...], gender: str | None) -> Member | None:
        """Who of that surname has the given name, one that stands for it, or its initial."""
        if len(core) < 2:
            return None
        row = self.surname.get(core[-1])
        if not row:
            return None
        generations = self.words.generations
        given, suffix = core[0], key[-1] if key[-1] in generations else ""
        near: list[Member] = []
        for member in row:
            other = member.key[-1] if member.key[-1] in generations else ""
            if suffix and other and suffix != other:
                continue  # father and son
            if given in (member.key[0], member.called):
                return member
            if gender is None or member.gender in (None, gender):
                near.append(member)
        short = self.words.nicknames.get(given, ())
        for member in near:
            first = member.key[0]
            if first in short or (len(near) == 1 and 1 in (len(given), len(first)) and given[0] == first[0]):
                return member
        return None

    def _index(self, member: Member, core: tuple[str, ...]) -> None:
        """Note the shorter names that a new member may be called by."""
        if member.kind == "person":
            self._index_person(member, core)
            return
        words = self.words
        if core[-1] in words.firm_endings and len(core) > 1:
            core = core[:-1]
            self.short.setdefault(core, member)
            if len(core[0]) > 2 and core[0] not in words.demonyms:
                self.short.setdefault(core[:1], member)
        letters = [w[:1] for w in core if w not in _SMALL]
        if len(letters) > 1:
            self.short.setdefault(("".join(letters),), member)
            for k in range(1, len(core) - 1):
                if core[k] not in _SMALL:
                    self.short.setdefault(core[k:], member)
            last = core[-1]
            telling = last in words.organization_words and last not in words.bodies_too_wide
            telling = telling or last in words.outlet_words
            if telling and last not in _SMALL:
                self.short.setdefault(core[-1:], member)
            firm = last in words.firm_words and core[0] not in self.surname
            if (len(core[0]) < 5 or firm) and core[0] not in words.demonyms:
                self.short.setdefault(core[:1], member)

    def _index_person(self, member: Member, core: tuple[str, ...]) -> None:
        if len(core) < 2:
            return
        last = core[-1]
        self._list(self.surname, last, member)
        if last.startswith(_BOUND):
            self._list(self.surname, last[2:].lstrip("-"), member)
        for k in range(1, len(core) - 1):
            self.short.setdefault(core[k:], member)
            if len(core[k]) > 2:
                self._list(self.middle, core[k], member)
        self._list(self.given, core[0], member)
        self._list(self.initials, core[0][0] + last[0], member)

    @staticmethod
    def _list(table: dict[str, list[Member]], key: str, member: Member) -> None:
        row = table.setdefault(key, [])
        if len(row) < 12 and member not in row:
            row.append(member)

    def find_short(
        self, mention: PersonMention, name: str, key: tuple[str, ...], role: tuple[str, ...] = ()
    ) -> Member | None:
        """The member that a surname, given name, acronym or shortened name stands for.

        Args:
            mention: the mention that has the name.
            name: the name.
            key: its words.
            role: the nouns of the office that stands by it.
        """
        if mention.place == "subject" and self.shared(mention, key):
            return self._choose(self.surname[key[0]], mention, role)  # Jordan said, of Chad Jordan
        known = self.exact.get(key)
        if known is not None and (mention.gender is None or known.gender in (None, mention.gender)):
            return known
        if mention.speaker_kind == "person" and len(key) == 1:
            for table in (self.surname, self.given, self.middle):
                row = table.get(key[0])
                if row:
                    return self._choose(row, mention, role)
        if len(key) == 1 and name.isupper():  # a transcript's label
            labels = self.initials if len(name) == 2 and self._is_label(mention) else self.surname
            row = labels.get(key[0], [])
            if row and (labels is self.surname or len(row) == 1):
                return self._choose(row, mention, role)
        return self.short.get(key)

    def shared(self, mention: PersonMention, key: tuple[str, ...]) -> bool:
        """Whether a place's or outlet's name is also somebody's surname."""
        if mention.speaker_kind != "organization" or len(key) != 1 or key[0] not in self.surname:
            return False
        return any(m.gender or m.role or m.leading for m in self.surname[key[0]])

    def _is_label(self, mention: PersonMention) -> bool:
        return self.doc.text[mention.name[1] : mention.name[1] + 1] == ":"

    @staticmethod
    def _choose(row: list[Member], mention: PersonMention, role: tuple[str, ...]) -> Member | None:
        """Who of several of a name is meant: by sex and office, then the one in play, then the main one."""
        gender = mention.gender if mention.speaker_kind == "person" else None
        if len(row) == 1:
            return row[0] if gender is None or row[0].gender in (None, gender) else None
        fits = [m for m in row if gender is None or m.gender in (None, gender)]
        if len(fits) < 2:
            return fits[0] if fits else None
        held = [m for m in fits if not m.heads.isdisjoint(role)]
        if held:
            fits = held
        else:
            near = [m for m in fits if m.mentions and mention.sentence - m.sentence <= _NEAR]
            others = [m for m in fits if m not in near]
            if len(near) == 1 and not any(m.bare or mention.sentence - m.sentence < _FAR for m in others):
                return near[0]
        opening = min(m.first for m in fits)
        return max(fits, key=lambda m: (m.full + m.leading + 2 * (m.first == opening) - 2 * m.kin, -m.first))

    def short_name(self, mention: PersonMention, name: str, key: tuple[str, ...], role: tuple[str, ...] = ()) -> Member:
        """The member of a short form: one already there, or a new one that goes by it; arguments as in `find_short`."""
        found = self.find_short(mention, name, key, role)
        if found is None:
            found = self.add(name, mention.speaker_kind, mention.gender, key)
            if len(key) == 1 and key[0] in self.surname and mention.speaker_kind == "person":
                self._list(self.surname, key[0], found)  # Mr. Krall, of whose family only Ines Krall is named
            else:
                self.exact[key] = found
        if mention.gender in ("female", "male") and found.kind == "person":
            found.gender = found.gender or mention.gender
        return found

    def also(self, member: Member, name: str) -> None:
        """Note that the article itself gives a short name to a body: `the Harbor Federation (HAFED)`."""
        self.short[words_of(name)] = member

    def mind(self, member: Member, sentence: int, weight: float) -> None:
        """Bring a member to mind, as the last one that was."""
        member.touch(sentence, weight)
        recent, number = self.recent, member.number
        if recent.pop(number, None) is None and len(recent) >= _RECENT:
            del recent[next(iter(recent))]
        recent[number] = member

    def mind_parts(self, member: Member, sentence: int, weight: float) -> None:
        """Bring those to mind whom a member consists of, behind those that were brought to mind themselves."""
        self.in_order = False
        for part in member.parts:
            self.members[part].touch(sentence, weight)

    def goes_by(self, member: Member, nouns: Iterable[str], *, office: bool) -> None:
        """Note nouns that the member may be called by later: `the senator`, `the poll`."""
        table = self.words.roles_alike if office else self.words.documents_alike
        for noun in nouns:
            for word in table.get(noun, (noun,)):
                if office:
                    self._list(self.office, word, member)
                else:
                    row = self.head.setdefault(word, [])
                    if not row or row[-1] is not member:
                        row.append(member)
            if noun not in member.heads:
                member.heads |= {noun}

    def entity(self, number: int) -> Entity:
        """One of the cast as the document keeps it."""
        member, mentions = self.members[number], self.doc.mentions
        ranges = [mentions[i].range for i in member.mentions]
        if len(ranges) > 1:
            ranges.sort()
        return Entity(
            name=member.name,
            kind=member.kind,
            role=member.role,
            organization=member.organization,
            pronouns=member.pronouns,
            mentions=tuple(ranges),
        )
