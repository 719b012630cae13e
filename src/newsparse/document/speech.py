"""Who may be saying what, and what of it stands: from cues to attributions and their details."""

from __future__ import annotations

import attrs

from newsparse.document.header import When
from newsparse.document.records import record
from newsparse.document.words import Range
from newsparse.model import Act, QuoteKind


@record
class Cue:
    """A word or phrase by which somebody may be saying something.

    Attributes:
        first, last: tokens of the lexicon form (half-open).
        group: the first token of the auxiliaries, negation and adverbs right before it.
        form: its entry in the cue table.
        probability: how likely it is a cue here.
    """

    first: int
    last: int
    group: int
    form: str
    probability: float


@record
class Place:
    """A stretch of tokens that may be the source of a cue.

    Attributes:
        span: tokens, half-open; none for "no source".
        relation: where it stands: "left", "right", "by", "own" (a possessive), "none".
        gap: how many tokens lie between it and the cue (its verb group).
    """

    span: Range | None
    relation: str
    gap: int = 0


@record
class Reading:
    """A cue with a content that it may have; tokens throughout (half-open). A cue has none, one or several.

    Attributes:
        cue: the index of the cue; the source is that of the same index.
        layout: the side of the cue: "after", "before", "around".
        pieces: of the content, in text order; never empty.
        margin: how likely this side, start and stop are among those of the cue, 0 to 1 (the product of the three).
    """

    cue: int
    layout: str
    pieces: tuple[Range, ...]
    margin: float = 0.0


@attrs.frozen
class Labelled:
    """Speech that the layout of its lines, or a rule of the user's own, ties to a speaker; tokens (half-open).

    Attributes:
        pieces: of the content, in text order.
        source: the label, signature or subject.
        cue: the mark that ties them, where it counts as a cue.
        rule: the name of the rule.
        chance, act: its probability (none for that of all layouts), and what it is.
        verbatim: the words are the speaker's own, with or without quotation marks.
    """

    pieces: tuple[Range, ...]
    source: Range
    cue: Range | None
    rule: str
    chance: float | None = None
    verbatim: bool = True
    act: Act = "assertion"


@record
class Standing:
    """A reading that was accepted, or a quotation that stands without a cue; tokens (half-open).

    Attributes:
        reading: its index; none where there is none.
        labelled: the index of the labelled speech that it is; none where it is none.
        pieces: of its content, in text order, with those joined to it.
        chance: its probability.
        parent: the index, among those that stand, of the one that it is nested in.
        inner: cue and source of a nested one.
    """

    reading: int | None
    pieces: tuple[Range, ...]
    chance: float
    parent: int | None = None
    labelled: int | None = None
    inner: tuple[Cue, Place] | None = None


@record(kw_only=True)
class Attribution:
    """A cue with its source and content, settled; characters throughout.

    Attributes:
        content: the pieces, in text order; never empty.
        cue, source: ranges, or none.
        head: the lexicon form that made it a cue ("said"), lower-cased; "" without a cue.
        act, kind, negated, hypothetical, confidence, rule: as in `model.Quote`.
        parent: the index of the attribution that it is nested in.
        sentence: the index of the sentence of its cue (of its content, without one).
    """

    content: tuple[Range, ...]
    cue: Range | None = None
    source: Range | None = None
    head: str = ""
    act: Act = "assertion"
    kind: QuoteKind
    negated: bool = False
    hypothetical: bool = False
    confidence: float = 1.0
    rule: str
    parent: int | None = None
    sentence: int = 0


@attrs.frozen(kw_only=True)
class Detail:
    """What surrounds one attribution; one for each, in the same order."""

    addressee: Range | None = None
    medium: Range | None = None
    via: Range | None = None
    when: When | None = None
