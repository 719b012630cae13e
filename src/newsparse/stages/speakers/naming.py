"""Names: who of the cast each one is, and the cast that full names make."""

from __future__ import annotations

import functools
from bisect import bisect_left

from newsparse.document import Document, PersonMention, Range
from newsparse.stages.speakers.cast import Cast, Member, words_of
from newsparse.stages.speakers.words import Words

_MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("``", "''"), ("(", ")"))
"""What may stand around a nickname."""
_BEHIND = frozenset(
    {"MP", "MEP", "MSP", "MS", "TD", "QC", "KC", "SC", "CBE", "OBE", "MBE", "KBE", "DBE", "MD", "RN", "CPA"}
)
"""What stands behind a name and is no part of it."""
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})


def one_line(text: str) -> str:
    """The text with blanks made one."""
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def _shown(text: str, person: bool) -> tuple[str, str]:
    """The name to show of what stands in the text, and the nickname in marks inside it."""
    name, nick = one_line(text), ""
    if not name.isascii() or '"' in name or "(" in name or "`" in name:
        name, nick = _without_nickname(name)
    if person and name[-1:].isupper():
        head, _, last = name.rpartition(" ")
        if last in _BEHIND and " " in head:
            name = head
    return name, nick


def _without_nickname(name: str) -> tuple[str, str]:
    """The name without the nickname in marks inside it, and that nickname; "" where there is none."""
    for opening, closing in _MARKS:
        head, mark, rest = name.partition(opening)
        if mark and closing in rest:
            nick, _, tail = rest.partition(closing)
            return " ".join((head + tail).split()), nick
    return name, ""


Office = tuple[str, bool, bool, tuple[str, ...]]
"""A role, whether it is more than a form of address, whether it is of kin, and the nouns in it."""


@functools.lru_cache(1 << 12)
def _read_role(lists: Words, text: str, person: bool) -> Office | None:
    """The role in the text; none where it has no words."""
    role = one_line(text).strip(" ,")
    first, blank, rest = role.partition(" ")
    if blank and first.lower() in _DETERMINERS:
        role = rest
    if not (role[:1].isalpha() or any(c.isalpha() for c in role)):
        return None
    words = role.lower().split()
    if not (role.isascii() and role.replace(" ", "").isalpha()):
        words = [w.strip(".,’'()") for w in words]
    if not person:
        return role, True, False, tuple([w for w in words if w in lists.organization_nouns])
    courtesy, roles, titles, nouns = lists.courtesy_titles, lists.roles, lists.titles, []
    title = kin = False
    for word in words:
        noun = word[:-1] if word[-1:] == "s" and (word[:-1] in roles or word[:-1] in titles) else word
        title = title or word not in courtesy
        kin = kin or noun in lists.kinship
        if (noun in roles or noun in titles) and noun not in courtesy:
            nouns.append(noun)
    return role, title, kin, tuple(nouns)


Named = tuple[int, PersonMention, str, str]
"""A mention, its index, its name to show and the nickname in it."""


def _shortness(named: Named) -> int:
    return -named[2].count(" ")


class Naming:
    """Holds the cast, and reads names into it."""

    def __init__(self, doc: Document) -> None:
        """Nobody named yet."""
        self.doc = doc
        self.cast = Cast(doc)
        self.starts = [m.name[0] for m in doc.mentions]
        self.shown: dict[int, str] = {}
        """Names by the index of their mention."""
        self.called: dict[tuple[str, str], tuple[Member, str]] = {}
        """Who a short name that only one has, without a title, stood for."""
        self.source_index = self._sources()
        self.said = frozenset(self.source_index.values())

    def _sources(self) -> dict[Range, int]:
        wanted = {a.source for a in self.doc.attributions if a.source is not None}
        return {m.range: i for i, m in enumerate(self.doc.mentions) if m.range in wanted}

    def text(self, where: Range) -> str:
        """The characters there, with blanks made one."""
        return one_line(self.doc.text[where[0] : where[1]])

    def name_in_full(self) -> None:
        """Put every name of several words into the cast, so that a surname before them finds them."""
        full: list[Named] = []
        short: list[tuple[int, PersonMention, str]] = []
        for i, mention in enumerate(self.doc.mentions):
            if mention.kind == "name" and mention.head != "and":
                name, nick = self._shown(mention)
                self.shown[i] = name
                if " " in name:
                    full.append((i, mention, name, nick))
                elif name.isupper():
                    short.append((i, mention, name))
        full = self._couples(full) + full
        for i, mention, name, nick in sorted(full, key=_shortness):
            member = self.cast.of[i] = self.cast.name_in_full(mention, name, nick)
            if i in self.said:
                member.leading += 1
        for i, mention, _, _ in reversed(full):
            self.cast.of[i].first = mention.sentence
        for i, mention, _, _ in full:
            office = self.office(mention)
            if office is not None:
                self.note_office(mention, office, self.cast.of[i])
        for i, mention, name in short:
            self._given_in_brackets(i, mention, name)

    def _couples(self, full: list[Named]) -> list[Named]:
        """`Ines and Bo Lind`: the first has the surname of the second."""
        mentions, text, found = self.doc.mentions, self.doc.text, []
        for i, mention, name, _ in full:
            before = mentions[i - 1] if i else None
            if before is None or mention.speaker_kind != "person" or before.speaker_kind != "person":
                continue
            if i - 1 not in self.shown or " " in self.shown[i - 1]:
                continue
            if text[before.name[1] : mention.name[0]] == " and " and self._is_given(i - 1):
                found.append((i - 1, before, f"{self.shown[i - 1]} {name.split()[-1]}", ""))
        return found

    def _is_given(self, i: int) -> bool:
        """Whether the one word is a given name: it is in a list, or kin are told of before it."""
        words, mention = self.cast.words, self.doc.mentions[i]
        if words.is_given(self.shown[i].lower()):
            return True
        before = self.doc.text[max(0, mention.name[0] - 24) : mention.name[0]].replace(",", " ").split()
        return bool(before) and before[-1].lower() in words.kinship

    def _given_in_brackets(self, i: int, mention: PersonMention, name: str) -> None:
        """`the Harbor Federation (HAFED)`: the article gives the body a short name."""
        before = self.doc.mentions[i - 1] if i else None
        if before is None or before.kind != "name" or before.speaker_kind == "person" or i - 1 not in self.cast.of:
            return
        text = self.doc.text
        if text[before.name[1] : mention.name[0]] == " (" and text[mention.name[1] : mention.name[1] + 1] == ")":
            self.cast.of[i] = self.cast.of[i - 1]
            self.cast.also(self.cast.of[i], name)

    def _shown(self, mention: PersonMention) -> tuple[str, str]:
        """The name to show, and the nickname in marks inside it; with the article that a newspaper prints."""
        start, end = mention.name
        text, kind = self.doc.text, mention.speaker_kind
        name = text[start:end]
        shown = (name, "") if name.isalpha() else _shown(name, kind == "person")
        if kind == "organization" and start > 3 and text[start - 4 : start] == "The ":
            name = shown[0]
            if name.lower().split()[-1] in self.cast.words.outlets_with_the:
                return "The " + name, ""
        return shown

    def office(self, mention: PersonMention) -> Office | None:
        """The office, kin or kind that stands by a name."""
        if mention.role is None:
            return None
        start, end = mention.role
        return _read_role(self.cast.words, self.doc.text[start:end], mention.speaker_kind == "person")

    def note_office(self, mention: PersonMention, office: Office, member: Member) -> None:
        """Note the office, kin or kind that stands by a name."""
        role, title, kin, nouns = office
        person = mention.speaker_kind == "person"
        if person:
            if title:
                member.role = role
            if mention.organization is not None:
                member.organization = self.text(mention.organization)
            member.kin = member.kin or kin
        self.cast.goes_by(member, nouns, office=person)

    def name(self, i: int, mention: PersonMention, *, early: bool = False) -> tuple[Member, str]:
        """Who the short name that mention `i` is stands for, and the rule that says so."""
        name, plain = self.shown[i], mention.gender is None and mention.role is None
        if plain and (called := self.called.get((name, mention.speaker_kind))) is not None:
            return called
        key, office = words_of(name), self.office(mention)
        nouns = office[3] if office is not None and mention.speaker_kind == "person" else ()
        member = self.cast.short_name(mention, name, key, nouns)
        if office is not None and not (early and member.role):
            self.note_office(mention, office, member)
        member.bare = True
        found = member, "speaker.name.full" if member.key == key else "speaker.name.short"
        if plain and len(self.cast.surname.get(key[-1], ())) < 2 and not self.cast.shared(mention, key):
            self.called[name, mention.speaker_kind] = found
        return found

    def pair(self, mention: PersonMention) -> Member | None:
        """The member that several names joined by `and` are together."""
        parts: list[Member] = []
        for k in range(bisect_left(self.starts, mention.name[0]), len(self.starts)):
            inner = self.doc.mentions[k]
            if inner.name[0] >= mention.name[1]:
                break
            employer = inner.place == "possessive" and inner.speaker_kind == "organization"
            if inner.kind == "name" and inner.head != "and" and not employer:
                name = self.shown[k]
                member = self.cast.of.get(k) or self.cast.short_name(inner, name, words_of(name))
                if member not in parts:
                    parts.append(member)
        return self.together(parts)

    def together(self, parts: list[Member]) -> Member | None:
        """The member that these are together; the one itself where there is only one."""
        if len(parts) < 2:
            return parts[0] if parts else None
        numbers = tuple(sorted(m.number for m in parts))
        name = ", ".join(m.name for m in parts[:-1]) + " and " + parts[-1].name
        key = tuple(str(n) for n in numbers)
        known = self.cast.exact.get(key)
        if known is not None:
            return known
        bodies = all(m.kind == "organization" for m in parts)
        pair = self.cast.add(name, "organization" if bodies else "group", "plural", key)
        pair.parts = numbers
        self.cast.exact[key] = pair
        self.cast.pairs.append(pair)
        return pair
