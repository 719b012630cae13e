"""What the words around rule out: who a pronoun can't be, and who hears it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsparse.document import Attribution, Document, PersonMention, Range
from newsparse.stages.speakers.cast import Member, words_of
from newsparse.stages.speakers.naming import Naming

_MARKS = frozenset("\"“‘'`«")
_NAMED = 12
"""So many mentions of a piece are looked at for names."""
_NEAR = 12
"""So many characters at most after its beginning, or after an `of`, begins the name of whom something is said."""
_WITHIN = frozenset({"of", "in", "at", "for", "from", "with", "on"})


class Hearing(Naming):
    """Knows of each source what it says, of whom and to whom."""

    def __init__(self, doc: Document) -> None:
        """The sources and their listeners."""
        super().__init__(doc)
        self._author: Member | None = None
        self.told = self._told()
        """The piece of what somebody says that a mention lies in, by its index."""
        self.said_by: dict[Range, Attribution] = {}
        """What a source says first."""
        self.addressees = {}
        for i, attribution in enumerate(doc.attributions):
            source = attribution.source
            if source is None:
                continue
            self.said_by.setdefault(source, attribution)
            if i < len(doc.details) and (addressee := doc.details[i].addressee) is not None:
                self.addressees[source] = addressee
        self.answers = {v: k for k, v in self.addressees.items()}

    def _told(self) -> dict[int, Range]:
        pieces = sorted([piece for a in self.doc.attributions for piece in a.content])
        told: dict[int, Range] = {}
        k, last = -1, len(pieces) - 1
        for i, start in enumerate(self.starts):
            while k < last and pieces[k + 1][0] <= start:
                k += 1
            if k >= 0 and start < pieces[k][1]:
                told[i] = pieces[k]
        return told

    def author(self) -> Member:
        """The article's writer, under the byline's name."""
        if self._author is None:
            by = [b for b in self.doc.header.bylines if b.contribution in ("by", "with")]
            name = self.text(by[0].name) if by else "author"
            self._author = self.cast.add(name, "author", None, ("i",))
        return self._author

    def barred(self, mention: PersonMention, source: bool) -> set[int]:
        """Who the pronoun can't be: the one spoken to or of, or the one who speaks to it."""
        barred: set[int] = set()
        if source and mention.range in self.addressees:
            other = self.addressed(self.addressees[mention.range])
            if other is not None:
                barred.add(other)
        elif mention.range in self.answers:
            k = self.source_index.get(self.answers[mention.range])
            if k is not None and k in self.cast.of:
                barred.add(self.cast.of[k].number)
        if source and mention.range in self.said_by:
            barred.update(self._spoken_of(self.said_by[mention.range]))
        return barred

    def _spoken_of(self, attribution: Attribution) -> Iterator[int]:
        """Of whom it is said: `“...,” he said of Blythe`, `he said Blythe had left`."""
        cue, source = attribution.cue, attribution.source
        begin = attribution.content[0][0]
        k = bisect_left(self.starts, begin)
        if source is not None and begin > source[1] and k < len(self.starts) and self.starts[k] < begin + _NEAR:
            yield from self._named(k)
        if cue is not None and self.doc.text[cue[1] : cue[1] + 4] == " of ":
            k = bisect_left(self.starts, cue[1])
            if k < len(self.starts) and self.starts[k] < cue[1] + _NEAR:
                yield from self._named(k)

    def named_in_speech(self, mention: PersonMention) -> frozenset[int]:
        """Whom the pronoun names in what it says, after itself or in quotation marks: hardly itself."""
        attribution = self.said_by.get(mention.range)
        if attribution is None:
            return frozenset()
        found: set[int] = set()
        for start, end in attribution.content[:2]:
            if start > mention.range[1] or self.doc.text[start] in _MARKS:
                first = bisect_left(self.starts, start)
                for k in range(first, min(bisect_left(self.starts, end), first + _NAMED)):
                    found.update(self._named(k))
        return frozenset(found)

    def _named(self, k: int) -> Iterator[int]:
        """Whom mention `k` names, if it is a name."""
        mention = self.doc.mentions[k]
        if mention.kind == "name" and mention.head != "and" and not self._before_noun(mention):
            member = self.cast.of.get(k) or self.cast.find_short(mention, self.shown[k], words_of(self.shown[k]))
            if member is not None:
                yield member.number

    def _before_noun(self, mention: PersonMention) -> bool:
        """`Vale golf courses`: the name only tells which."""
        cls, after = self.doc.signals.cls, bisect_left(self.doc.tokens.start, mention.name[1])
        return after < len(cls) and cls[after] in ("w", "NS", "CN")

    def addressed(self, where: Range) -> int | None:
        """Who a phrase is, by the mention that heads it."""
        if self.doc.text[where[0] : where[1]] == "me":
            return self.author().number
        found: int | None = None
        for k in range(bisect_left(self.starts, where[0]), len(self.starts)):
            mention = self.doc.mentions[k]
            if mention.name[0] >= where[1]:
                break
            owner = mention.place == "possessive" and mention.name[1] < where[1]
            if mention.name[1] > where[1] or owner:
                continue
            if found is not None and not _WITHIN.isdisjoint(self.doc.text[where[0] : mention.name[0]].split()):
                break  # reporters in Nashua
            member = self.cast.of.get(k)
            if member is None and mention.kind == "name":
                name = self.shown.get(k) or self._shown(mention)[0]
                member = self.cast.find_short(mention, name, words_of(name))
            if member is not None and (mention.name[1] == where[1] or found is None):
                found = member.number
        return found
