"""A word class for each token, from closed lists, the cue table and shape: enough to see where phrases end.

Beyond the classes of `lang/en/closed.tsv`: CA a capitalised word inside a sentence, CS one that begins it,
NU a number, VD, VG, NS, AJ by ending, Vp Vs Vb Vg cue verbs by tense, CN cue nouns, CJ cue adjectives, w any other
word; marks are their own class, save `(` and `)` for brackets, `-` for dashes, `Q` for quotation marks, `.` for
all stops.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from operator import ne

from newsparse.document import Document, Signals, Sought
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


class _Lexicon(dict[str, str]):
    """A letter for each folded word, which stands for its class and for the stages that look for it.

    So one look at a large table is enough for each word of a text: what is asked of a word later is asked of its
    letter. Words in a list are there from the start, others as they come, up to a bound.

    Attributes:
        kinds: the class that each letter stands for.
        patterns: for each layer the letters of what is looked for.
    """

    BOUND, LENGTH = 10_900, 40
    """More words would double the table; those that are still to come by then are rare."""

    def __init__(self, classes: Mapping[str, str], sought: Mapping[str, Sought]) -> None:
        """A lexicon of the words with those classes, and of those that are looked for."""
        super().__init__()
        # What is asked of a word is a bit each: of a tuple for each word the garbage collector would take notice.
        asked: dict[str, int] = {}
        parts = [part for words, _, then in sought.values() for part in (words, then)]
        for number, words in enumerate(parts):
            for word in words:
                asked[word] = asked.get(word, 0) | 1 << number
        letters: dict[tuple[str, int], str] = {}
        for word in (*classes, *asked):
            meaning = classes.get(word) or _shape(word), asked.get(word, 0)
            self[word] = letters.setdefault(meaning, chr(len(letters)))
        self._unlisted = {kind: letters.setdefault((kind, 0), chr(len(letters))) for kind in _SHAPES}
        self.kinds = {letter: kind for (kind, _), letter in letters.items()}
        self.patterns = {}
        for number, (layer, (_, kinds, then)) in enumerate(sought.items()):
            these, next_ = 1 << 2 * number, 2 << 2 * number
            one = _one_of([letter for (kind, bits), letter in letters.items() if bits & these or kind in kinds])
            if then:
                one += f"(?={_one_of([letter for (_, bits), letter in letters.items() if bits & next_])})"
            self.patterns[layer] = re.compile(one)

    def __missing__(self, low: str) -> str:
        letter = self._unlisted[_shape(low)]
        if len(self) < self.BOUND and len(low) <= self.LENGTH:
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


def classify(doc: Document, seekers: Seekers) -> Signals:
    """The word class, quotation and sentence of each token, and where what is looked for stands."""
    lexicon = _lexicon(doc.language, seekers)
    word, low = doc.tokens.word, doc.tokens.low
    quote = [-1] * len(word)
    for number, quotation in enumerate(doc.quotations):
        if not quotation.nickname:
            quote[quotation.first : quotation.last] = [number] * (quotation.last - quotation.first)
    letters = "".join(map(lexicon.__getitem__, low))
    plain = tuple(map(lexicon.kinds.__getitem__, letters))
    cls = list(plain)
    unfolded = tuple(compress(range(len(word)), map(ne, word, low)))
    raised = []  # the words that have a capital
    for i in unfolded:
        text = word[i]
        if (kind := plain[i]) not in _KEEP and text[0].isupper() and (len(text) > 1 or kind == "w"):
            if low[i] == "may" and i + 1 < len(word) and cls[i - 1] in ("IN", "MO", "NU", ","):
                cls[i] = "MO"
            else:
                cls[i] = "CA"
                raised.append(i)
    for quotation in doc.quotations:
        if quotation.nickname:  # part of the name that it stands in, marks and all
            cls[quotation.first : quotation.last] = ["CA"] * (quotation.last - quotation.first)
            raised += range(quotation.first, quotation.last)
    sentence: list[int] = []  # sentences follow each other without a gap
    starts = []
    for number, found in enumerate(doc.sentences):
        i, last = found.first, found.last
        sentence += [number] * (last - i)
        while (kind := cls[i]) in _AHEAD and i < last - 1:
            i += 1
        if kind == "CA":
            cls[i] = plain[i]
            starts.append(i)
    doubtful = {i for i in starts if cls[i] in _NO_NAME and _ahead(cls, i + 1) not in _TOLD}
    names = {low[i] for i in raised if cls[i] == "CA"} if doubtful else set()
    for i in starts:
        # `Addressing the board, ...` is no name, but `Fielding said` is, and one that stands elsewhere with a capital
        if i not in doubtful or low[i] in names:
            cls[i] = "CS"
    sought = {layer: [at.start() for at in one.finditer(letters)] for layer, one in lexicon.patterns.items()}
    return Signals(tuple(cls), tuple(quote), tuple(sentence), _quoting(doc, sentence), unfolded, sought)


def _quoting(doc: Document, sentence: Sequence[int]) -> Sequence[int]:
    """For each sentence whether a quotation lies in it, or a part of one; `sentence` is that of each token."""
    out = bytearray(len(doc.sentences))
    for quotation in doc.quotations:
        if not quotation.nickname:
            first, last = sentence[quotation.first], sentence[quotation.last - 1]
            out[first] = 1
            if last > first:
                out[first : last + 1] = b"\1" * (last + 1 - first)
    return out


_AHEAD = frozenset(("Q", "-", "(", "SY"))
"""Classes of what may stand before a sentence's first word."""
_NO_NAME = frozenset(("RB", "VG", "Vg", "MD"))
"""Classes that a capital at a sentence's start alone does not make a name."""
_TOLD = frozenset(("Vp", "Vs", "VD"))
"""Classes of a verb that has its subject right before it."""


def _ahead(cls: Sequence[str], i: int) -> str:
    """The class of token `i`, or of the one after it if it is an adverb."""
    if i < len(cls) and cls[i] == "RB":
        i += 1
    return cls[i] if i < len(cls) else "$"


_KEEP = frozenset("DT PP PO PX PS PH IP IN SB TH TO WP WD WH CC BU BE HV DO NG DY MO PC HD QN".split())


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
