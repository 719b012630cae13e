"""A word class for each token, from closed lists, the cue table and shape: enough to see where phrases end.

Beyond the classes of `lang/en/closed.tsv`: CA a capitalised word inside a sentence, CS one that begins it,
NU a number, VD, VG, NS, AJ by ending, Vp Vs Vb Vg cue verbs by tense, CN cue nouns, CJ cue adjectives, w any other
word; marks are their own class, save `(` and `)` for brackets, `-` for dashes, `Q` for quotation marks, `.` for
all stops.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import is_not

from newsparse.document import Document, Signals


def classify(doc: Document) -> Signals:
    """The word class, quotation and sentence of each token."""
    plain = doc.plain
    word, low = doc.tokens.word, doc.tokens.low
    quote = [-1] * len(word)
    for number, quotation in enumerate(doc.quotations):
        if not quotation.nickname:
            quote[quotation.first : quotation.last] = [number] * (quotation.last - quotation.first)
    cls = list(plain)
    unfolded = tuple(compress(range(len(word)), map(is_not, word, low)))
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
    return Signals(tuple(cls), tuple(quote), tuple(sentence), _quoting(doc, sentence), unfolded)


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
