"""One reading of the article's mentions, first to last, that tells who each of them is."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right

import attrs

from newsparse.document import Document, PersonMention, Range
from newsparse.stages.speakers.cast import SOURCE, Member, words_of
from newsparse.stages.speakers.hearing import Hearing
from newsparse.stages.speakers.nominals import is_somebody, known_by_noun
from newsparse.stages.speakers.owned import OWNERS, Owned
from newsparse.stages.speakers.pronouns import antecedent

_WEIGHTS = {"subject": 80.0, "object": 40.0, "possessive": 30.0, "quoted": 4.0}
_PLURAL_VERBS = frozenset({"are", "were", "have", "do", "say", "think", "believe", "want", "feel", "see", "know"})
_ROW = 6
"""So many names in a row are a group at most."""
_SOON = 6
"""So many sentences at most lie between `a judge` and the judge's name."""
_SELF = frozenset({"i", "me", "my"})
_NOBODY = frozenset({"we", "us", "our", "you", "your", "this", "that", "these", "those", "one", "ones"})
_OWNING = frozenset({"my", "our", "your"})
_FRONTING = frozenset(
    "after although as before despite during for if in since though until upon when while with".split()
)
"""Words that open a phrase in front of the subject."""
_JOINTS = frozenset({" and ", " and former ", " and then-"})
_COMMAS = frozenset({", "})
_COPULAS = frozenset({" is ", " was ", " remains ", " became ", " has been ", " had been ", " is also "})
_RELATIVES = (" who ", " whose ", " whom ", ", who ", ", whose ", ", whom ")
_TOLD = 0.4
"""So much of the weight of a name is left where somebody else tells of it."""
_DETERMINERS = frozenset({"a", "an", "another", "some", "one"})


@functools.lru_cache(1 << 8)
def _pronoun_of(text: str) -> str:
    """The pronoun in `They've`, lower-cased."""
    return text.lower().replace("’", "'").partition("'")[0]


class Reading(Hearing):
    """Holds the cast and, for each mention, who it is and by which rule."""

    def __init__(self, doc: Document) -> None:
        """Nothing read yet."""
        super().__init__(doc)
        self.rule: dict[int, str] = {}
        self.owned = Owned(self.cast)
        self.doubts: list[tuple[Range, str]] = []
        self.quote_starts = [q.start for q in doc.quotations]
        self.piece: Range | None = None
        self.inside: dict[int, float] = {}
        """How much more those named in the last piece of content are in mind within it."""

    def read_mentions(self) -> None:
        """Decide every mention: the story's first, then those of the headline, which the story explains."""
        headline, mentions = self.doc.header.headline, self.doc.mentions
        early = bisect_left(self.starts, headline[1]) if headline is not None else 0
        for i in range(early, len(mentions)):
            self._read(i, mentions[i])
        self.cast.in_order = False
        for i in range(early):
            self._read(i, mentions[i], early=True)
        self._first_named()

    def _first_named(self) -> None:
        """Join the story's one unnamed woman (or man) to the one whom it later calls by a given name alone."""
        words = self.cast.words
        for gender, given in (("female", words.given_names_female), ("male", words.given_names_male)):
            unnamed = [
                m
                for m in self.cast.members
                if m.kind == "person" and not m.named and m.gender == gender and len(m.mentions) > 1
            ]
            if len(unnamed) != 1:
                continue
            called = [
                m
                for m in self.cast.members
                if m.kind == "person" and m.named and len(m.key) == 1 and m.key[0] in given and m.mentions
            ]
            if len(called) != 1 or called[0].role is not None:
                continue
            one, other = unnamed[0], called[0]
            if self.doc.mentions[one.mentions[0]].sentence < self.doc.mentions[other.mentions[0]].sentence:
                other.mentions += one.mentions
                other.pronouns += tuple([p for p in one.pronouns if p not in other.pronouns])
                for k in one.mentions:
                    self.cast.of[k] = other
                    self.rule[k] = "speaker.nominal.first_name"
                one.mentions = []

    def _read(self, i: int, mention: PersonMention, *, early: bool = False) -> None:
        cast, source, rule = self.cast, i in self.said, "speaker.name.full"
        member = cast.of.get(i)
        if member is None:
            member, rule = self._decide(i, mention, source, early)
            if member is None:
                return
            cast.of[i] = member
        if source:
            self.rule[i] = rule
            weight, member.place = SOURCE, False
        elif i in self.told or mention.kind == "nominal":
            weight = self._weight(i, mention, member)
        else:
            weight = _WEIGHTS[mention.place]
        member.mentions.append(i)
        cast.mind(member, mention.sentence, 0.0 if early else weight)
        if member.parts:
            cast.mind_parts(member, mention.sentence, weight / 3)
        if mention.place == "subject" and mention.kind == "name" and not early and self._is_joined(i):
            self._joined(i, mention, weight)

    def _weight(self, i: int, mention: PersonMention, member: Member) -> float:
        """How much a mention that says nothing brings to mind; less in what somebody else says, save for itself."""
        weight = _WEIGHTS[mention.place]
        if mention.kind == "nominal" and member.key[0] in ("your", "our"):
            return 0.0  # anybody's
        piece = self.told.get(i) if mention.kind == "name" else None
        if piece is None or piece[1] == mention.name[1]:  # of whom something is said
            return weight
        if piece != self.piece:
            self.piece, self.inside = piece, {}
        self.inside[member.number] = (1 - _TOLD) * weight
        return _TOLD * weight

    def _is_joined(self, i: int) -> bool:
        """Whether `and` ties the mention to the one before it."""
        start, end = self.doc.mentions[i - 1].range[1], self.doc.mentions[i].range[0]
        return 5 <= end - start <= 12 and i > 0 and self.doc.text[start:end] in _JOINTS

    def _joined(self, i: int, mention: PersonMention, weight: float) -> None:
        """`Dana Ortiz, Bo Lind and Ines Krall met`: who is named in a row is a group as well."""
        mentions, text = self.doc.mentions, self.doc.text
        row, k, joints = [self.cast.of[i]], i, _JOINTS
        while k and len(row) < _ROW and text[mentions[k - 1].range[1] : mentions[k].range[0]] in joints:
            k -= 1
            before = mentions[k]
            if before.kind != "name" or before.speaker_kind != mention.speaker_kind or k not in self.cast.of:
                break
            row.insert(0, self.cast.of[k])
            joints = _COMMAS
        if len(row) > 1 and len(set(map(id, row))) == len(row) and not any(m.parts for m in row):
            pair = self.together(row)
            if pair is not None:
                self.cast.mind(pair, mention.sentence, weight)

    def _decide(self, i: int, mention: PersonMention, source: bool, early: bool) -> tuple[Member | None, str]:
        """Who it is, where it is not known by a name in full, and the rule that says so."""
        if mention.kind == "name":
            if mention.head == "and":
                return self.pair(mention), "speaker.name.pair"
            return self.name(i, mention, early=early)
        if mention.kind == "nominal":
            return self._apposed(i, mention, source) or self._nominal(i, mention, early, source)
        if mention.kind == "relative":
            return self._relative(i, mention)
        return self._pronoun(i, mention, source)

    def _apposed(self, i: int, mention: PersonMention, source: bool) -> tuple[Member | None, str] | None:
        """`Ines, a student with a loud voice, said` and `Ines is a student`: what tells of the name right before it."""
        if not i or mention.speaker_kind != "person":
            return None
        before = self.doc.mentions[i - 1]
        if before.kind != "name" or before.speaker_kind != "person" or i - 1 not in self.cast.of:
            return None
        between = self.doc.text[before.name[1] : mention.name[0]]
        if between in _COPULAS and self.doc.text[mention.name[0] : mention.name[0] + 2] in ("a ", "an"):
            self.cast.goes_by(self.cast.of[i - 1], [mention.head], office=True)
        elif (
            between != ", "
            or self.doc.text[mention.name[0]].isupper()
            or not (source or self.doc.text.startswith(_RELATIVES, mention.name[1]))
        ):
            return None
        return self.cast.of[i - 1], "speaker.nominal.apposition"

    def _nominal(self, i: int, mention: PersonMention, early: bool, source: bool) -> tuple[Member | None, str]:
        name = self.text(mention.name)
        if source and self._unowned(mention, name):
            return None, ""
        if name in ("Q", "A") and source:
            return self._answers() if name == "A" else (None, "")
        key = words_of(name)
        person = self._surnamed(mention, name, key)
        if person is not None:
            return person, "speaker.name.short"
        definite = mention.definite or early
        first = name.partition(" ")[0].lower()
        if first in OWNERS and not early:
            return self.owned.by_pronoun(mention, name, first), "speaker.nominal.itself"
        if early and len(key) > 1 and key in self.cast.exact:
            return self.cast.exact[key], "speaker.nominal.itself"
        if definite:
            barred = self.barred(mention, source) if source and mention.speaker_kind == "person" else set()
            found, rule = known_by_noun(self.cast, mention, name, key, early=early, source=source, barred=barred)
            if found is not None:
                if mention.speaker_kind == "document" and len(key) > len(found.key) and not early:
                    found.name, found.key = name, key
                return found, rule
        known = self.cast.exact.get(key) if first not in _DETERMINERS else None
        owner = self._owner(i, mention)
        if owner is not None:
            known = self.owned.by_name(mention, name, owner, known)
        if known is None:
            known = self._later_named(mention, name) if source and mention.speaker_kind == "person" else None
            if known is not None:
                return known, "speaker.nominal.named_later"
            known = self.cast.add(name, mention.speaker_kind, mention.gender, key)
            known.named = False
            self.cast.exact[key] = known
            if owner is not None:
                self.owned.by_name(mention, name, owner, known)
        owned = first in _OWNING or (mention.speaker_kind == "organization" and not source)
        if mention.head and not owned:
            self.cast.goes_by(known, [mention.head], office=False)
        return known, "speaker.nominal.itself"

    def _surnamed(self, mention: PersonMention, name: str, key: tuple[str, ...]) -> Member | None:
        """Whose surname a noun with a capital is: `Mark Cuban`, and later `Cuban`."""
        if len(key) > 1 or not name[0].isupper() or key[0] not in self.cast.surname:
            return None
        person = self.cast.find_short(attrs.evolve(mention, speaker_kind="person", gender=None), name, key)
        return person if person is not None and is_somebody(person) else None

    def _owner(self, i: int, mention: PersonMention) -> Member | None:
        """Whose it is, by name: `Krall's campaign`, `the Krall campaign`."""
        after = self.doc.mentions[i + 1] if i + 1 < len(self.doc.mentions) else mention
        within = after.kind == "name" and after.name[1] < mention.name[1] and after.head != "and"
        if not within or self.doc.text[after.name[1] : mention.name[1]].strip("'’s ") != mention.head:
            return None
        name = self.shown[i + 1]
        return self.cast.of.get(i + 1) or self.cast.find_short(after, name, words_of(name))

    def _answers(self) -> tuple[Member | None, str]:
        """The one who answers in an interview: whom the lead-in speaks of most."""
        people = [m for m in self.cast.recent.values() if is_somebody(m)]
        best = max(people, key=lambda m: (m.leading, len(m.mentions)), default=None)
        return best, "speaker.transcript" if best is not None else ""

    def _unowned(self, mention: PersonMention, name: str) -> bool:
        """`admissions from diplomats`: something said, and those who said it are left unnamed."""
        if mention.speaker_kind == "document" or not (" from " in name or " by " in name):
            return False
        words, noun, single = self.cast.words, mention.head, mention.head[:-1]
        bodies, roles = words.organization_nouns, words.roles
        return not (noun in words.groups or noun in roles or single in roles or single in bodies or noun in bodies)

    def _later_named(self, mention: PersonMention, name: str) -> Member | None:
        """`A judge` and, soon after, `Judge Ines Orth`, the only judge of the story."""
        if "'s " in name or "’s " in name:
            return self._held_by(mention, words_of(name))
        if not name.startswith(("A ", "a ", "An ", "an ")):
            return None
        if " for " in name or " of " in name:
            return None
        row = [m for m in self.cast.office.get(mention.head, ()) if m.kind == "person"]
        if row and None not in (mention.gender, row[0].gender) and mention.gender != row[0].gender:
            return None
        if len(row) != 1 or row[0].mentions or row[0].first - mention.sentence > _SOON:
            return None
        return row[0]

    def _held_by(self, mention: PersonMention, name: tuple[str, ...]) -> Member | None:
        """`Vale's spokesman`, and elsewhere `Vale's spokesman, Bo Lind`."""
        row = []
        for member in self.cast.office.get(mention.head, ()):
            role = words_of(member.role or "")
            size = min(len(role), len(name))
            if role[-size:] == name[-size:] and "'s" in " ".join(role):
                row.append(member)
        return row[0] if len(row) == 1 else None

    def _relative(self, i: int, mention: PersonMention) -> tuple[Member | None, str]:
        """The nearest mention that ends right before the relative pronoun, or before the one that it is joined to."""
        at = mention.name[0]
        low, tokens = self.doc.tokens.low, self.doc.tokens
        token = bisect_left(tokens.start, at)
        if token and low[token - 1] in ("and", "but"):  # whom the town elected and who resigned
            near = range(i - 1, max(i - 9, -1), -1)
            former = next((k for k in near if self.doc.mentions[k].kind == "relative"), i)
            if self.doc.mentions[former].sentence == mention.sentence and former in self.cast.of:
                return self.cast.of[former], "speaker.relative.head"
        thing, person = low[token] == "which", low[token] in ("who", "whom")
        plural = person and low[min(token + 1, len(tokens) - 1)] in _PLURAL_VERBS
        for k in sorted(range(max(i - 5, 0), i), key=lambda k: (-self.doc.mentions[k].name[1], -k)):
            before = self.doc.mentions[k]
            if before.speaker_kind == "person" and (thing or (plural and before.gender != "plural")):
                continue
            if person and before.speaker_kind in ("organization", "document"):
                continue
            gap = self.doc.text[before.name[1] : at]
            if k in self.cast.of and before.name[1] <= at and len(gap) < 60 and not any(c in ".;!?" for c in gap):
                return self.cast.of[k], "speaker.relative.head"
        return None, ""

    def _pronoun(self, i: int, mention: PersonMention, source: bool) -> tuple[Member | None, str]:
        word = _pronoun_of(self.doc.text[mention.name[0] : mention.name[1]])
        if word in _SELF:
            return self._self(mention)
        if word in _NOBODY or (mention.place == "quoted" and not source):
            return None, ""
        ahead = self._ahead(i, mention)
        if ahead is not None:
            return ahead, "speaker.pronoun.ahead"
        within = self.inside if self.inside and self.told.get(i) == self.piece else {}
        named = self.named_in_speech(mention) if source else frozenset()
        barred = self.barred(mention, source) if source or mention.range in self.answers else frozenset()
        member, tied = antecedent(self.cast, mention.gender, mention.sentence, barred, named, within)
        if tied and source:
            self.doubts.append((mention.range, "two readings of the pronoun are as good"))
        if member is None:
            return None, ""
        if mention.gender in ("female", "male") and member.gender is None and (source or member.named):
            member.gender = mention.gender
        if word not in member.pronouns:
            member.pronouns += (word,)
        return member, "speaker.pronoun.salience"

    def _ahead(self, i: int, mention: PersonMention) -> Member | None:
        """`Despite his doubts, Bo Lind said ...`: the subject that a phrase in front looks ahead to."""
        low, start = self.doc.tokens.low, self.doc.tokens.start
        first = self.doc.sentences[mention.sentence].first
        if mention.gender not in ("female", "male") or low[first] not in _FRONTING:
            return None
        for k in range(i + 1, min(i + 5, len(self.doc.mentions))):
            after = self.doc.mentions[k]
            if after.sentence != mention.sentence:
                break
            if (
                after.kind == "name"
                and after.speaker_kind == "person"
                and low[bisect_left(start, after.range[0]) - 1] == ","
            ):
                fits = after.gender in (None, mention.gender) and after.place == "subject" and after.head != "and"
                if not fits:
                    return None
                name = self.shown[k]
                member = self.cast.of.get(k) or self.cast.find_short(after, name, words_of(name))
                return member if member is not None and member.gender in (None, mention.gender) else None
        return None

    def _self(self, mention: PersonMention) -> tuple[Member | None, str]:
        """`I`: the article's author; inside a quotation it is left alone."""
        if mention.place == "quoted" or self._within_content(mention):
            return None, ""
        return self.author(), "speaker.author"

    def _within_content(self, mention: PersonMention) -> bool:
        k = bisect_right(self.quote_starts, mention.name[0]) - 1
        return k >= 0 and mention.name[0] < self.doc.quotations[k].end

    def kind_of_source(self, where: Range) -> str:
        """What kind of mention a source is; "" where it is none."""
        k = self.source_index.get(where)
        return "" if k is None else self.doc.mentions[k].kind

    def source(self, i: int) -> tuple[int | None, str]:
        """Who the source of attribution `i` is."""
        where = self.doc.attributions[i].source
        k = self.source_index.get(where) if where is not None else None
        if k is None or k not in self.cast.of:
            return None, ""
        return self.cast.of[k].number, self.rule.get(k, "")
