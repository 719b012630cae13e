"""The document that flows through the stages: the text and one typed layer a stage.

A stage reads the layers that earlier stages filled and returns its own; `pipeline.py` writes it in.
All layers speak of characters of `Document.text` (half-open) or of indices into `Document.tokens`.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import attrs

from newsparse.lang import Language
from newsparse.model import Act, Contribution, Precision, QuoteKind, SpeakerKind

Range = tuple[int, int]
"""Half-open character offsets into the text."""


@attrs.frozen(kw_only=True)
class Options:
    """What the caller knows already, and asks for.

    Attributes:
        url: where the article stands.
        published: when it was published; wins over the text.
        timezone: what a time without a zone means.
        min_confidence: attributions with less are left out of the article.
        date_order: how 03/04/05 is read: "DMY", "MDY" or "YMD"; none leaves it to the country, if anything tells it.
    """

    url: str | None = None
    published: dt.date | dt.datetime | None = None
    timezone: dt.tzinfo | None = None
    min_confidence: float = 0.0
    date_order: str | None = None


@attrs.frozen
class When:
    """A moment or range of days: as `model.Timestamp`, with a bare range of characters."""

    range: Range | None
    value: dt.date | dt.datetime
    precision: Precision
    end: dt.date | None = None


@attrs.frozen(kw_only=True)
class BylinePart:
    """As `model.Byline`, with bare ranges; `rule` is the name of the rule that read it."""

    range: Range
    name: Range
    role: Range | None = None
    organization: Range | None = None
    location: Range | None = None
    contact: Range | None = None
    contribution: Contribution = "by"
    rule: str


@attrs.frozen(kw_only=True)
class DatelinePart:
    """As `model.Dateline`, with bare ranges. `body` is where the story's words begin after it."""

    range: Range
    places: tuple[Range, ...] = ()
    agency: Range | None = None
    date: When | None = None
    body: int
    rule: str


@attrs.frozen(kw_only=True)
class Header:
    """Which lines are what. Every non-blank character lies in exactly one of headline, standfirst,
    section, paragraphs, bylines, published/updated lines, credits, corrections and furniture.

    `found` ties a field's path ("headline", "published", "furniture[0]") to range and rule.
    `doubts` ties a range to a reason.
    """

    headline: Range | None = None
    standfirst: Range | None = None
    section: Range | None = None
    bylines: tuple[BylinePart, ...] = ()
    dateline: DatelinePart | None = None
    published: When | None = None
    updated: When | None = None
    credits: tuple[Range, ...] = ()
    corrections: tuple[Range, ...] = ()
    furniture: tuple[Range, ...] = ()
    paragraphs: tuple[Range, ...] = ()
    found: tuple[tuple[str, Range | None, str], ...] = ()
    doubts: tuple[tuple[Range, str], ...] = ()


@attrs.frozen
class Tokens:
    """Words and marks of the prose as parallel tuples (one index means one token everywhere).

    A word keeps inner apostrophes and hyphens apart from its clitic: `Ortiz's` is `Ortiz` and `'s`;
    `don't` is one token. Each mark is a token of its own, save `--`, `...`, ```` `` ```` and `''`.
    """

    start: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    word: tuple[str, ...] = ()
    low: tuple[str, ...] = ()
    """`word` lower-cased, with a curly apostrophe made straight."""

    def __len__(self) -> int:
        return len(self.start)


@attrs.frozen
class Sentence:
    """Tokens `first` to `last` (half-open), in prose block number `block`."""

    first: int
    last: int
    block: int


@attrs.frozen
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


@attrs.frozen
class Signals:
    """What each token looks like: parallel to `Tokens`.

    Attributes:
        cls: a short word class (`lang/en/closed.tsv` and `stages/classes.py` list them).
        quote: the index of the quotation that the token lies in, marks included; -1 outside, and in a nickname.
        sentence: the index of its sentence.
    """

    cls: tuple[str, ...] = ()
    quote: tuple[int, ...] = ()
    sentence: tuple[int, ...] = ()


@attrs.frozen
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


@attrs.frozen
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


@attrs.frozen
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


@attrs.frozen
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


@attrs.frozen(kw_only=True)
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


MentionKind = Literal["name", "nominal", "pronoun", "relative"]


@attrs.frozen
class PersonMention:
    """A phrase that stands for a person, body, group or document.

    Attributes:
        range: the whole phrase, with title and apposition.
        name: the proper name inside it, without titles (for a nominal: its head noun phrase).
        kind: "name", "nominal", "pronoun" or "relative".
        speaker_kind: what it seems to stand for.
        role, organization: ranges of title or office, and of the body, where the phrase gives them.
        gender: "female", "male", "plural", "thing", or none where the phrase does not show it.
        head: the head noun of a nominal, lower-cased; "" for the others.
        definite: a nominal that points to something known ("the judge", "this poll", "Judge" in a headline).
        place: what the phrase is in its sentence; "quoted" is anywhere in quotation marks.
        sentence: the index of its sentence.
    """

    range: Range
    name: Range
    kind: MentionKind
    speaker_kind: SpeakerKind
    role: Range | None = None
    organization: Range | None = None
    gender: Literal["female", "male", "plural", "thing"] | None = None
    head: str = ""
    definite: bool = False
    place: Literal["subject", "object", "possessive", "quoted"] = "object"
    sentence: int = 0


@attrs.frozen(kw_only=True)
class Entity:
    """All mentions that are one speaker, by index, in text order."""

    name: str
    kind: SpeakerKind
    role: str | None = None
    organization: str | None = None
    pronouns: tuple[str, ...] = ()
    mentions: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Resolution:
    """Who speaks in each attribution: `speaker[i]` and `addressee[i]` are indices into `entities`.

    `rules[i]` names the rule that decided `speaker[i]` ("" where none did). `doubts` as in `Header`.
    """

    entities: tuple[Entity, ...] = ()
    speaker: tuple[int | None, ...] = ()
    addressee: tuple[int | None, ...] = ()
    rules: tuple[str, ...] = ()
    doubts: tuple[tuple[Range, str], ...] = ()


@attrs.frozen(kw_only=True)
class Document:
    """The text, the language, the caller's options, and the layers, each empty until its stage ran.

    Attributes:
        blocks: lines, or hard-wrapped lines joined; stripped of blanks at both ends.
        header: which blocks are what.
        prose: headline, standfirst and paragraphs in text order, without a dateline: what may hold quotes.
        tokens: of the prose.
        block_tokens: for each prose block its token range (half-open).
        quotations: paired marks, in text order.
        sentences: in text order.
        signals: the class, quotation and sentence of each token.
        cues: candidates, in text order.
        sources: the best place of a source for each cue.
        readings: the likeliest contents of each cue, best first; cues in order.
        labelled: speech that the layout, or a rule of the user's own, ties to a speaker, in text order.
        standings: the readings and labelled speech that were accepted, and quotations that stand alone; in text order.
        attributions: settled, ordered by the start of their whole extent.
        details: one for each attribution.
        mentions: in text order: every name, and of other phrases those that say something, are spoken to, or may be
            what such a phrase points back to.
        resolution: who is who.
    """

    text: str
    language: Language
    options: Options = Options()
    blocks: tuple[Range, ...] = ()
    header: Header = Header()
    prose: tuple[Range, ...] = ()
    tokens: Tokens = Tokens()
    block_tokens: tuple[Range, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    signals: Signals = Signals()
    cues: tuple[Cue, ...] = ()
    sources: tuple[Place, ...] = ()
    readings: tuple[Reading, ...] = ()
    labelled: tuple[Labelled, ...] = ()
    standings: tuple[Standing, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    details: tuple[Detail, ...] = ()
    mentions: tuple[PersonMention, ...] = ()
    resolution: Resolution = Resolution()
