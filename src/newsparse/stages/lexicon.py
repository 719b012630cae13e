"""What each token is as a word, wherever it stands: its class, and which stages look for it.

So one look at one table is enough for each word of a text. What a word's place tells of its class is seen in `classes`.
"""

from __future__ import annotations

import functools
import re
from array import array
from collections.abc import Callable, Mapping, Sequence

from newsparse.document import Document, Sought
from newsparse.lang import Language

_MARKS = {
    ",": ",", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", ";": ";", ":": ":", "$": "NU", "#": "SY",
    "(": "(", "[": "(", ")": ")", "]": ")", "—": "-", "–": "-", "―": "-", "-": "-", "--": "-",
    '"': "Q", "“": "Q", "”": "Q", "''": "Q", "``": "Q", "«": "Q", "»": "Q", "‘": "Q", "'": "Q", "’": "Q",
    "„": "Q", "‟": "Q", "″": "Q", "＂": "Q", "‹": "Q", "›": "Q", "‚": "Q", "‛": "Q", "`": "Q",
}  # fmt: skip
_TENSE = {"past": "Vp", "part": "Vp", "s": "Vs", "base": "Vb", "ing": "Vg"}


Seekers = tuple[tuple[str, Callable[[Language], Sought]], ...]
"""Layers, each with what the stage that makes it looks for."""


_BOUND, _LENGTH = 10_900, 40
"""How many words are kept, and how long ones: more would double the table, and those still to come by then are rare."""


class _Lexicon(dict[str, str]):
    """A letter for each folded word, which stands for its class and for the stages that look for it.

    So one look at a large table is enough for each word of a text: what is asked of a word later is asked of its
    letter. Words in a list are there from the start, others as they come, up to a bound.

    Attributes:
        kinds: the class that each letter stands for.
        patterns: for each layer the letters of what is looked for.
    """

    def __init__(self, classes: Mapping[str, str], sought: Mapping[str, Sought]) -> None:
        """A lexicon of the words with those classes, and of those that are looked for."""
        super().__init__()
        # What is asked of a word is a bit each: of a tuple for each word the garbage collector would take notice.
        asked: dict[str, int] = {}
        parts = [part for words, _, then, _ in sought.values() for part in (words, then)]
        for number, words in enumerate(parts):
            for word in words:
                asked[word] = asked.get(word, 0) | 1 << number
        asked_by_last: dict[str, int] = {}
        for number, (_, _, _, last) in enumerate(sought.values()):
            for character in last:
                asked_by_last[character] = asked_by_last.get(character, 0) | 1 << 2 * number
        letters: dict[tuple[str, int], str] = {}
        for word in (*classes, *asked):
            meaning = classes.get(word) or _shape(word), asked.get(word, 0) | asked_by_last.get(word[-1], 0)
            self[word] = letters.setdefault(meaning, chr(len(letters)))
        self._unlisted, *ending = [
            {kind: letters.setdefault((kind, bits), chr(len(letters))) for kind in _SHAPES}
            for bits in (0, *asked_by_last.values())
        ]
        self._ending = dict(zip(asked_by_last, ending, strict=True))
        self.kinds = {letter: kind for (kind, _), letter in letters.items()}
        self.patterns = {}
        for number, (layer, (_, kinds, then, _)) in enumerate(sought.items()):
            these, next_ = 1 << 2 * number, 2 << 2 * number
            one = _one_of([letter for (kind, bits), letter in letters.items() if bits & these or kind in kinds])
            if then:
                one += f"(?={_one_of([letter for (_, bits), letter in letters.items() if bits & next_])})"
            self.patterns[layer] = re.compile(one)

    def __missing__(self, low: str) -> str:
        letter = self._ending.get(low[-1], self._unlisted)[_shape(low)]
        if len(self) < _BOUND and len(low) <= _LENGTH:
            self[low] = letter
        return letter


def _one_of(letters: Sequence[str]) -> str:
    return f"[{re.escape(''.join(letters))}]" if letters else "(?!)"


@functools.cache
def _lexicon(language: Language, seekers: Seekers) -> _Lexicon:
    return _Lexicon(_classes(language), {layer: sought(language) for layer, sought in seekers})


def _classes(language: Language) -> Mapping[str, str]:
    """The classes of the words in a list."""
    known: dict[str, str] = {}
    rows = language.table("cues")
    for form, kind, tense in zip(rows, rows.column("class"), rows.column("tense"), strict=True):
        if " " in form:
            continue
        if kind == "verb":
            known[form] = _TENSE.get(tense, "Vb")
        elif kind in ("noun", "adjective"):
            known[form] = "CN" if kind == "noun" else "CJ"
    known.update(dict.fromkeys(language.words("irregular_past"), "VD"))
    # a table's cell is one object for each class: equal strings that are the same are compared at once
    known.update(language.table("closed").two("class"))
    known.update(_MARKS)
    return known


_LONG = 20_000
"""Tokens from which memory is spared at the cost of time."""


def look_up(doc: Document, seekers: Seekers) -> tuple[tuple[str, ...], Mapping[str, Sequence[int]]]:
    """The class of each token as a word, and for each layer the tokens, in order, that are looked for."""
    lexicon = _lexicon(doc.language, seekers)
    letters = "".join(map(lexicon.__getitem__, doc.tokens.low))
    sought: dict[str, Sequence[int]] = {}
    for layer, one in lexicon.patterns.items():
        places = one.finditer(letters)
        if len(letters) > _LONG:
            sought[layer] = array("q", (at.start() for at in places))
        else:
            sought[layer] = [at.start() for at in places]
    return tuple(map(lexicon.kinds.__getitem__, letters)), sought


_SHAPES = ("NU", "SY", "VG", "VD", "RB", "AJ", "NS", "w")
_ENDINGS = {
    "g": ("VG", ("ing",)), "d": ("VD", ("ed",)), "y": ("RB", ("ly",)), "s": ("AJ", ("ous", "less")),
    "l": ("AJ", ("ful", "ical")), "e": ("AJ", ("ive", "able", "ible")), "h": ("AJ", ("ish",)),
}  # fmt: skip
"""By its last letter the class that a word of five letters or more has, and the endings that show it."""


def _shape(low: str) -> str:
    """The class of a word in no list, one of those above."""
    first, last = low[0], low[-1]
    if not first.isalpha():
        return "NU" if first.isdigit() else "SY"
    if last in _ENDINGS and len(low) > 4:
        kind, endings = _ENDINGS[last]
        if low.endswith(endings):
            return kind
    return "NS" if last == "s" and len(low) > 3 and low[-2] != "s" else "w"
