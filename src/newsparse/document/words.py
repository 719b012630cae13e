"""The prose as words: tokens, sentences, quotations, and what each token looks like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from newsparse.document.records import record

Range = tuple[int, int]
"""Half-open character offsets into the text."""


@attrs.frozen
class Tokens:
    """Words and marks of the prose as parallel sequences (one index means one token everywhere).

    Equal words are one object. In a long text offsets are arrays.

    A word keeps inner apostrophes and hyphens apart from its clitic: `Ortiz's` is `Ortiz` and `'s`;
    `don't` is one token. Each mark is a token of its own, save `--`, `...`, ```` `` ```` and `''`.
    """

    start: Sequence[int] = ()
    end: Sequence[int] = ()
    word: tuple[str, ...] = ()
    low: tuple[str, ...] = ()
    """`word` lower-cased, with a curly apostrophe made straight."""

    def __len__(self) -> int:
        return len(self.start)


@record
class Sentence:
    """Tokens `first` to `last` (half-open), in prose block number `block`."""

    first: int
    last: int
    block: int


@record
class Quotation:
    """A pair of quotation marks, or an opening one that nobody closed before its paragraph ended.

    Attributes:
        start, end: characters, marks included.
        first, last: tokens, marks included (half-open).
        block: the prose block it lies in.
        closed: has a closing mark of its own.
        continues: the quotation before it that was left open at its paragraph's end, by index.
        label: it only names something (a title, a nickname, the word itself), and nobody says it there.
        nickname: it is a label inside a person's name.
    """

    start: int
    end: int
    first: int
    last: int
    block: int
    closed: bool
    continues: int | None = None
    label: bool = False
    nickname: bool = False


class Sought(NamedTuple):
    """What a stage looks for among all the words of a text.

    Attributes:
        words: folded words.
        kinds: word classes, each with all of its words.
        then: folded words, one of which has to come right after; none where anything may.
        last: characters, each with all words that end with it.
    """

    words: frozenset[str]
    kinds: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    last: str = ""


@attrs.frozen
class Signals:
    """What each token looks like: parallel to `Tokens`.

    Attributes:
        cls: a short word class (`lang/en/closed.tsv` and `stages/classes.py` list them).
        quote: the index of the quotation that the token lies in, marks included; -1 outside, and in a nickname.
        sentence: the index of its sentence.
        quoting: not parallel: for each sentence 1 if a token of it lies in a quotation, else 0.
        unfolded: not parallel: the tokens, in order, that are not as their folded forms, so all that have capitals.
    """

    cls: tuple[str, ...] = ()
    quote: tuple[int, ...] = ()
    sentence: tuple[int, ...] = ()
    quoting: Sequence[int] = ()
    unfolded: tuple[int, ...] = ()
