"""Pronouns: the one most in mind whom the pronoun can stand for."""

from __future__ import annotations

from collections.abc import Mapping, Set

from newsparse.stages.speakers.cast import DECAY, MOST, Cast, Member

_CLOSE = 0.97
"""Two readings as near as this are as good as each other."""
_NAMED = 0.2
"""So much is left of a reading by which somebody speaks of himself by name."""


def fits(member: Member, gender: str | None) -> float:
    """How well a pronoun of that gender can stand for the member, 0 to 1."""
    if gender in ("female", "male"):
        if member.kind != "person" or member.parts:
            return 0.0
        if member.gender == gender:
            return 1.0
        if member.gender is not None:
            return 0.0
        if not member.named:
            return 0.12
        return 0.6 if len(member.key) > 1 or member.role or member.leading else 0.1
    if gender == "plural":
        if member.gender == "plural" or member.kind == "group":
            return 1.0
        return 0.45 if member.kind == "organization" and not member.place else 0.0
    if gender == "thing":
        if member.kind == "organization":
            return 0.3 if member.place else 1.0
        return 1.0 if member.kind == "document" else 0.0
    return 0.0


def antecedent(
    cast: Cast, gender: str | None, sentence: int, barred: Set[int], named: Set[int], within: Mapping[int, float]
) -> tuple[Member | None, bool]:
    """Whom a pronoun stands for, and whether two readings were as good (then none).

    Args:
        cast: the cast so far.
        gender: the pronoun's.
        sentence: the index of its sentence.
        barred: numbers of members whom it can't stand for.
        named: numbers of those whom it names in what it says: seldom itself.
        within: how much more some are in mind, by number.
    """
    if gender is None:
        return None, False
    best: Member | None = None
    score = second = floor = 0.0
    in_order = cast.in_order and not within
    for member in reversed(cast.recent.values()):  # those most in mind come first: few are better than they
        gone = sentence - member.sentence
        left = DECAY[gone if gone < 60 else 60] if gone > 0 else 1.0
        weight = member.score * left
        if within and member.number in within:
            weight += within[member.number]
        if weight <= floor:
            if in_order and MOST * left <= floor:
                break  # nor can those behind be better
            continue
        fit = fits(member, gender)
        if not fit or member.number in barred:
            continue
        value = fit * weight
        if member.number in named:
            value *= _NAMED
        if value > score:
            best, second, score = member, score, value
            floor = _CLOSE * score  # no reading of less comes near
        elif value > second:
            second = value
    if best is None or score <= 0.01:
        return None, False
    if second > floor:
        return None, True
    return best, False
