"""Nominals: `the senator`, `the bank`, `this poll` to whom they stand for; others are their own speaker."""

from __future__ import annotations

from collections.abc import Set

from newsparse.document import PersonMention
from newsparse.stages.speakers.cast import Cast, Member, words_of
from newsparse.stages.speakers.pronouns import fits

Found = tuple[Member | None, str]
_CLEAR = 25.0
"""So much in mind is one who spoke in this sentence or the last."""
_VARIED = 14.0
"""So much in mind is one whom a description may stand for."""
_PAST = frozenset({"former", "ex", "late", "onetime", "retired", "then"})
_SEARCHED = 12
"""How many earlier bearers of a noun are looked at."""


def known_by_noun(
    cast: Cast,
    mention: PersonMention,
    name: str,
    key: tuple[str, ...],
    *,
    early: bool,
    source: bool,
    barred: Set[int] = frozenset(),
) -> Found:
    """The member that a pointing nominal stands for, and the rule that says so.

    Args:
        cast: the cast so far.
        mention: the nominal.
        name: its words.
        key: its words, folded.
        early: it stands in the headline, so that what it points to comes after it.
        source: it says something.
        barred: numbers of members whom it can't stand for.
    """
    if mention.head in ("latter", "former"):
        return _last_two(cast, mention)
    weak = cast.words.weak_modifiers
    marks = {w for w in key if w not in weak and w != mention.head}
    if mention.speaker_kind == "document":
        marks = {w for w in marks if "-" not in w or not w[0].isdigit()}  # the 90-page report
    repeated = _repeated(cast, mention, marks, early)
    if mention.speaker_kind == "document":
        return repeated, "speaker.nominal.document"
    if mention.speaker_kind == "person":
        return _person(cast, mention, name, marks, repeated, source=source, barred=barred)
    if mention.speaker_kind == "group":
        return _several(cast, mention, marks, repeated)
    return _body(cast, mention, name, marks, repeated)


def _repeated(cast: Cast, mention: PersonMention, marks: set[str], early: bool) -> Member | None:
    """The last (in a headline: the first) bearer of the noun that nothing in the phrase tells apart from it."""
    row = cast.head.get(mention.head, [])
    weak = cast.words.weak_modifiers
    bare: Member | None = None
    for member in row[:_SEARCHED] if early else row[: -_SEARCHED - 1 : -1]:
        own = {w for w in member.key if w not in weak and w not in member.heads and w != mention.head}
        if own and marks <= own:
            return member
        if not own and bare is None:
            bare = member
            if mention.speaker_kind != "group":
                break
    return bare


def _person(
    cast: Cast,
    mention: PersonMention,
    name: str,
    marks: set[str],
    repeated: Member | None,
    *,
    source: bool,
    barred: Set[int],
) -> Found:
    if any(w.endswith("'s") for w in marks):
        return repeated, "speaker.nominal.repeated"
    row = [m for m in cast.office.get(mention.head, ()) if mention.gender is None or m.gender in (None, mention.gender)]
    past = not marks.isdisjoint(_PAST)
    if row:
        ranks = [_rank(cast, mention, marks, m) for m in row]
        top = max(ranks)
        best, alike = row[ranks.index(top)], top[0]
        if not marks or alike or (not past and best.weight(mention.sentence) > _CLEAR):
            return best, "speaker.nominal.office"
    if repeated is not None:
        return repeated, "speaker.nominal.repeated"
    people = [
        m
        for m in cast.recent.values()
        if is_somebody(m) and m.number not in barred and (mention.gender is None or fits(m, mention.gender) == 1.0)
    ]
    if past:
        people = [m for m in people if m not in row]
    people.sort(key=lambda m: -m.weight(mention.sentence))
    if mention.gender is not None and not marks and people:
        return people[0], "speaker.nominal.gender"
    weights = [m.weight(mention.sentence) for m in people[:2]] + [0.0, 0.0]
    clear = weights[0] > _VARIED and weights[1] < 0.6 * weights[0]
    if source and " of " not in name and clear and not _holds_another(cast, mention.head, people[0]):
        return people[0], "speaker.nominal.variation"
    return None, ""


def _holds_another(cast: Cast, office: str, member: Member) -> bool:
    """Whether somebody is known by an office, and this is not it: the treasurer is not the mayor."""
    titles = cast.words.titles
    return office in titles and not titles.isdisjoint(words_of(member.role or ""))


def is_somebody(member: Member) -> bool:
    """Whether a name is surely a person's: one with a given name, title or pronoun, or that has spoken."""
    if member.kind != "person" or not member.named:
        return False
    return member.leading > 0 or bool(member.gender or member.role or member.pronouns)


def _rank(cast: Cast, mention: PersonMention, marks: set[str], member: Member) -> tuple[int, bool, bool, float]:
    """How well one who holds the office fits: the same words, no deputy or former one, named, in mind."""
    role = set((member.role or "").lower().split())
    lesser = bool(role) and not cast.words.titles_modifier.isdisjoint(role - marks)
    return len(marks & role), not lesser, member.named, member.weight(mention.sentence)


def _last_two(cast: Cast, mention: PersonMention) -> Found:
    """`The latter` and `the former` of the two that were named last."""
    named = [m for m in cast.recent.values() if m.named and not m.parts]
    if len(named) < 2:
        return None, ""
    return named[-1 if mention.head == "latter" else -2], "speaker.nominal.of_two"


def _several(cast: Cast, mention: PersonMention, marks: set[str], repeated: Member | None) -> Found:
    if repeated is not None and not marks:
        return repeated, "speaker.nominal.repeated"
    single = mention.head[:-1] if mention.head.endswith("s") else mention.head
    heads = cast.words.roles_alike.get(single, frozenset({single}))
    for pair in cast.pairs[: -_SEARCHED - 1 : -1]:
        roles = [cast.members[p].heads for p in pair.parts]
        if not marks and any(heads & r for r in roles):
            return pair, "speaker.nominal.pair"
    return repeated, "speaker.nominal.repeated"


def _body(cast: Cast, mention: PersonMention, name: str, marks: set[str], repeated: Member | None) -> Found:
    if repeated is not None:
        return repeated, "speaker.nominal.repeated"
    firm = mention.head in cast.words.firm_nouns
    if not firm and mention.head not in cast.words.organization_nouns:
        return None, ""
    if any(w[0].isupper() for w in name.split()[1:]) or len(marks) > 1:
        return None, ""
    places = cast.words.places
    bodies = [m for m in cast.recent.values() if m.kind == "organization" and m.named and " ".join(m.key) not in places]
    if not firm and mention.head not in cast.words.outlet_nouns:
        outlets = cast.words.outlet_words
        bodies = [m for m in bodies if m.key[-1] not in outlets]
    if firm:
        bodies += [m for m in cast.recent.values() if _may_be_firm(cast, m)]
    called = [m for m in bodies if mention.head in m.key or mention.head in m.heads]
    if called:
        return called[-1], "speaker.nominal.office"
    if mention.head in cast.words.unshared_bodies or (marks and not firm):
        return None, ""
    lead = 5.0 if firm else 0.0  # a story of a firm comes back to the one that speaks in it
    best = max(bodies, key=lambda m: m.weight(mention.sentence) + lead * m.leading, default=None)
    if best is not None and best.weight(mention.sentence) + lead * best.leading > 5:
        if best.kind == "person":
            best.kind, best.gender = "organization", "thing"
        return best, "speaker.nominal.body"
    return None, ""


def _may_be_firm(cast: Cast, member: Member) -> bool:
    """Whether nothing shows that the name is a person's: no title, no given name, no pronoun."""
    if member.kind != "person" or not member.named or member.parts or member.gender or member.role or member.pronouns:
        return False
    return not cast.words.is_given(member.key[0])
