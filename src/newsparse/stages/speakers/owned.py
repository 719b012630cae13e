"""What is somebody's: `Krall's campaign`, `the Krall campaign` and `her campaign` are one."""

from __future__ import annotations

from collections.abc import Mapping

from newsparse.document import PersonMention
from newsparse.stages.speakers.cast import Cast, Member, words_of
from newsparse.stages.speakers.pronouns import antecedent

OWNERS: Mapping[str, str] = {
    "his": "male",
    "her": "female",
    "their": "plural",
    "its": "thing",
}


_ADDRESS = frozenset({"mr", "mrs", "ms", "dr"})


def _size(words: tuple[str, ...]) -> int:
    """How full a name is, forms of address aside."""
    return sum(word not in _ADDRESS for word in words)


class Owned:
    """The members that belong to others, by their owner's number and the noun for them."""

    def __init__(self, cast: Cast) -> None:
        """Nothing owned yet."""
        self.cast = cast
        self.known: dict[tuple[int, str], Member] = {}

    def by_pronoun(self, mention: PersonMention, name: str, pronoun: str) -> Member:
        """The member that a noun with `his`, `her`, `their` or `its` stands for: one of the owner's, or a new one."""
        kin = self.cast.office.get(mention.head, ()) if mention.head in self.cast.words.kinship else ()
        if len(kin) == 1 and kin[0].named:
            return kin[0]  # his wife, once she has a name
        owner, _ = antecedent(self.cast, OWNERS[pronoun], mention.sentence, frozenset(), frozenset(), {})
        key = -1 if owner is None else owner.number, mention.head
        member = self.known.get(key)
        if member is None:
            member = self.known[key] = self.cast.add(name, mention.speaker_kind, mention.gender, words_of(name))
            member.named = False
        return member

    def by_name(self, mention: PersonMention, name: str, owner: Member, member: Member | None) -> Member | None:
        """The member that a noun with its owner's name stands for, under the fuller of its names.

        Args:
            mention: the mention of the whole.
            name: its words.
            owner: whose it is.
            member: the one that its words stood for before, if any.
        """
        key = owner.number, mention.head
        known = self.known.get(key)
        if known is None:
            if member is not None:
                self.known[key] = member
            return member
        words = words_of(name)
        if known.key[0] in OWNERS or _size(words) > _size(known.key):
            known.name, known.key = name, words
        return known
