"""The forms of an English verb, as cue words."""

from __future__ import annotations

from newsparse.lang.checks import text
from newsparse.lang.extension import CueWord
from newsparse.model import Act


def verb(
    lemma: str,
    *,
    like: str | None = None,
    s: str | None = None,
    past: str | None = None,
    ing: str | None = None,
    family: str | None = None,
    act: Act | None = None,
    act_to: Act | str | None = None,
    takes_person: str | None = None,
    likely: float | None = None,
) -> tuple[CueWord, ...]:
    """The four forms of an English verb, each a `CueWord`.

    Args:
        lemma: the verb, with what belongs to it after a blank: "toot", "toot out".
        like: as in `CueWord`, and so are family, act, act_to, takes_person and likely.
        s: "toots", where it is not made in the regular way.
        past: "tooted", likewise.
        ing: "tooting", likewise.
        family: see `like`.
        act: see `like`.
        act_to: see `like`.
        takes_person: see `like`.
        likely: see `like`.

    Returns:
        The words for "base", "s", "past" and "ing".
    """
    text("lemma", lemma)
    head, blank, rest = lemma.partition(" ")
    forms = {"base": head, "s": s or _s(head), "past": past or _ed(head), "ing": ing or _ing(head)}
    return tuple(
        CueWord(
            form=f"{form}{blank}{rest}",
            lemma=lemma,
            tense=tense,
            like=like,
            family=family,
            act=act,
            act_to=act_to,
            takes_person=takes_person,
            likely=likely,
        )
        for tense, form in forms.items()
    )


def _s(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) and verb[-2:] != "oo" else f"{verb}s"


def _ing(verb: str) -> str:
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{verb}ing"


def _ed(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"
