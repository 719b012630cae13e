"""Where a name of several words begins behind its titles, and what it is: read once for each name."""

from __future__ import annotations

import functools

from newsparse.model import SpeakerKind
from newsparse.stages.people.kinds import kind_of
from newsparse.stages.people.words import Gender, Words

Name = tuple[int, int, SpeakerKind, bool, Gender | None, bool]
"""How many words a name has, how many of them are titles, its kind, whether that is sure, its gender, and whether there
is no name: only an office."""


@functools.lru_cache(1 << 13)
def read_name(words: Words, run: tuple[str, ...], before: str, begins: bool) -> Name:
    """What the capitalised words of a run are.

    Args:
        words: the lists of the language.
        run: the words, two at least.
        before: the word before them; "" where it tells nothing of a name.
        begins: they begin a sentence.
    """
    end = len(run)
    titles = _titles(words, run, begins)
    last = run[-1]
    if titles >= end or (last in words.demonyms and (last in words.roles or run[-2] in words.demonyms)):
        return end, 0, "person", True, None, True  # the Ohio Republican
    for k in range(1, titles):
        if run[k] in words.firm_people:  # Orth Freight CEO Bo Lind
            return k, 0, "organization", True, "thing", False
    kind, sure, gender = kind_of(words, run[:titles], run[titles:] if titles else run, before)
    return end, titles, kind, sure, gender, False


def _titles(words: Words, run: tuple[str, ...], begins: bool) -> int:
    """How many words stand before the name proper (all: there are only titles)."""
    end = len(run)
    cut = 0 if words.titles.isdisjoint(run) else _last_title(words, run)
    if cut == 0:
        modified = end > 2 and (run[0] in words.demonyms or (begins and words.is_role(run[0])))
        return int(modified and words.is_given(run[1]))  # Rival Ines Krall
    if cut >= end:
        surname = run[-1] in words.titles_like_surnames and run[0] not in words.demonyms
        named = surname or words.is_given(run[0])
        return 0 if end >= 2 and named and run[0] not in words.titles else end
    plain = run[cut - 1] not in words.courtesy_titles and run[cut - 1] != "."
    return 0 if plain and not words.organization_words.isdisjoint(run[cut:]) else cut


def _last_title(words: Words, run: tuple[str, ...]) -> int:
    """How many words the titles at the head of a name are, with the fields of offices among them."""
    end, cut, k = len(run), 0, 0
    while k < end and not (k + 1 == end and cut > 0):
        modified = k == 0 and run[0] in words.titles_modifier and run[1] in words.titles
        if modified or run[k] in words.titles:
            cut = _after_title(words, run, k)
            k = max(cut, k + 1)
        else:
            k += 1
    return cut


def _after_title(words: Words, run: tuple[str, ...], k: int) -> int:
    """Past the title at `k`, its full stop, and the field of its office."""
    end, after = len(run), k + 1
    if after < end and run[after] == ".":
        after += 1
    if after < end and run[after] in ("of", "for"):
        for size in (3, 2, 1):
            stretch = run[after + 1 : after + 1 + size]
            if " ".join(w for w in stretch if w != "the") in words.office_fields and after + 1 + size <= end:
                return after + 1 + size
        return _given_after(words, run, after) or (k if k + 1 < end else after)
    return after


def _given_after(words: Words, run: tuple[str, ...], i: int) -> int:
    """Where the name begins in `Director of River Affairs Bo Lind`: at the last given name; 0 without one."""
    return next((k for k in range(len(run) - 2, i + 1, -1) if words.is_given(run[k])), 0)
