"""The document that flows through the stages: the text and one typed layer a stage.

A stage reads the layers that earlier stages filled and returns its own; `pipeline.py` writes it in.
All layers speak of characters of `Document.text` (half-open) or of indices into `Document.tokens`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import attrs

from newsparse.document.header import BylinePart, DatelinePart, Header, When
from newsparse.document.people import Entity, MentionKind, PersonMention, Resolution
from newsparse.document.records import record
from newsparse.document.speech import Attribution, Cue, Detail, Labelled, Place, Reading, Standing
from newsparse.document.words import Quotation, Range, Sentence, Signals, Sought, Tokens
from newsparse.lang import Language

__all__ = [
    "Attribution",
    "BylinePart",
    "Cue",
    "DatelinePart",
    "Detail",
    "Document",
    "Entity",
    "Header",
    "Labelled",
    "MentionKind",
    "Options",
    "PersonMention",
    "Place",
    "Quotation",
    "Range",
    "Reading",
    "Resolution",
    "Sentence",
    "Signals",
    "Sought",
    "Standing",
    "Tokens",
    "When",
]


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


@record(kw_only=True)
class Document:
    """The text, the language, the caller's options, and the layers, each empty until its stage ran.

    Attributes:
        blocks: lines, or hard-wrapped lines joined; stripped of blanks at both ends.
        header: which blocks are what.
        prose: headline, standfirst and paragraphs in text order, without a dateline: what may hold quotes.
        tokens: of the prose.
        block_tokens: for each prose block its token range (half-open).
        plain: the class of each token as a word, wherever it stands; until `signals` tell more.
        sought: for each stage that looks for some words in the whole text, by the name of the layer that it makes, the
            tokens, in order, that are one of them or of one of the classes.
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
        mentions: in text order: every name (of places only where one of them may say something or be spoken to), and
            of other phrases those that say something, are spoken to, or may be what such a phrase points back to.
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
    plain: tuple[str, ...] = ()
    sought: Mapping[str, Sequence[int]] = attrs.field(factory=dict)
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
