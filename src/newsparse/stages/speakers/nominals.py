"""Nominals: `the senator`, `the bank`, `this poll` to whom they stand for; others are their own speaker."""

from __future__ import annotations

from newsparse.document import PersonMention
from newsparse.stages.speakers.cast import Cast, Member, alike
from newsparse.stages.speakers.pronouns import fits

_NUMBERS = {"two": 2, "three": 3, "both": 2}


def known_by_noun(cast: Cast, mention: PersonMention, name: str) -> tuple[Member | None, str]:
    """The member that a pointing nominal stands for, and the rule that says so."""
    noun = mention.head
    if mention.speaker_kind == "document":
        found = cast.head.get(noun)
        return (found, "speaker.nominal.document") if found is not None else (None, "")
    if mention.speaker_kind == "person":
        return _person(cast, mention, name)
    if mention.speaker_kind == "group":
        return _several(cast, mention, name)
    return _body(cast, mention)


def _person(cast: Cast, mention: PersonMention, name: str) -> tuple[Member | None, str]:
    row = [m for m in cast.office.get(mention.head, ()) if mention.gender is None or m.gender in (None, mention.gender)]
    words = set(name.lower().split()) - {"the", "this", "that"}
    if row:
        def rank(member: Member) -> tuple[int, int, float]:
            role = set((member.role or "").lower().split())
            return len(words & role), int(member.kind == "person" and member.named), member.weight(mention.sentence)

        return max(row, key=rank), "speaker.nominal.office"
    found = cast.head.get(mention.head)
    if found is not None:
        return found, "speaker.nominal.repeated"
    if mention.gender is not None and len(words) == 1:
        people = [m for m in cast.recent if fits(m, mention.gender) == 1.0]
        if people:
            return max(people, key=lambda m: m.weight(mention.sentence)), "speaker.nominal.gender"
    return None, ""


def _several(cast: Cast, mention: PersonMention, name: str) -> tuple[Member | None, str]:
    found = cast.head.get(mention.head)
    words = name.lower().split()
    if found is not None and len(words) == 2:
        return found, "speaker.nominal.repeated"
    single = mention.head[:-1] if mention.head.endswith("s") else mention.head
    heads = alike(cast.doc.language, "roles_alike").get(single, frozenset({single}))
    pairs = [
        m for m in cast.recent if m.parts and all(heads & cast.members[p].heads or not cast.members[p].heads for p in m.parts)
    ]
    if pairs:
        return pairs[-1], "speaker.nominal.pair"
    return found if found is not None and len(words) < 3 else None, "speaker.nominal.repeated"


def _body(cast: Cast, mention: PersonMention) -> tuple[Member | None, str]:
    found = cast.head.get(mention.head)
    if found is not None:
        return found, "speaker.nominal.repeated"
    if mention.head in ("government", "state", "country", "nation", "city", "town", "county", "department", "court", "campaign"):
        return None, ""
    bodies = [m for m in cast.recent if m.kind == "organization" and m.named]
    named = [m for m in bodies if mention.head in m.key or mention.head in m.heads]
    if named:
        return named[-1], "speaker.nominal.office"
    best = max(bodies, key=lambda m: m.weight(mention.sentence), default=None)
    if best is not None and best.weight(mention.sentence) > 5:
        return best, "speaker.nominal.body"
    return None, ""
