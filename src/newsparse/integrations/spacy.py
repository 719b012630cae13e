"""A component for spaCy's pipelines: `nlp.add_pipe("newsparse")`.

What was found is kept in `doc._.newsparse`, as JSON, so that a `Doc` goes through `to_bytes`, `DocBin` and other
processes as it is; `doc._.article`, `doc._.quotes` and `doc._.attitudes` are made of it when they are asked for.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
from spacy.language import Language
from spacy.tokens import Doc, Span

import newsparse
from newsparse.export.cast import named
from newsparse.export.jsontext import from_json, to_json
from newsparse.lang import Language as Words
from newsparse.lang import load_language

SPANS = "newsparse"
"""The group of `doc.spans` that holds all pieces, cues and sources, for displaCy and for training."""


@attrs.frozen(kw_only=True)
class DocQuote:
    """A quote or attitude whose parts are spans of a `Doc`.

    A part that begins or ends inside a token of the pipeline's tokenizer takes the whole token.

    Attributes:
        quote: the quote as newsparse has it, with kind, act, speaker, when, confidence, rule and the rest.
        span: the whole extent.
        content: the pieces of what is said.
        cue, source, addressee: spans, or none.
        speaker: the speaker's name, or none.
    """

    quote: newsparse.Quote
    span: Span
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    addressee: Span | None = None
    speaker: str | None = None


@attrs.frozen
class Component:
    """Reads each `Doc`: see `make_newsparse`.

    Attributes:
        language: the language of the texts, or "auto".
        min_confidence: as for `newsparse.parse`.
    """

    language: Words | str
    min_confidence: float

    def __call__(self, doc: Doc) -> Doc:
        """The `Doc` with what was found in its text."""
        article = newsparse.parse(
            doc.text, published=doc._.published, language=self.language, min_confidence=self.min_confidence
        )
        if isinstance(doc._.published, dt.date):  # what a `Doc` is stored as knows no days
            doc._.published = doc._.published.isoformat()
        doc._.newsparse = to_json(article, indent=None)
        doc.spans[SPANS] = [span for _, quote in named(article) for span in _labelled(doc, quote)]
        return doc


@Language.factory(
    "newsparse",
    default_config={"language": "en", "min_confidence": 0.0, "words": None},
    assigns=["doc._.newsparse", "doc._.article", "doc._.quotes", "doc._.attitudes", "doc.spans"],
)
def make_newsparse(
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    language: str,
    min_confidence: float,
    words: str | None,
) -> Component:
    """The component.

    Args:
        nlp: the pipeline.
        name: the component's name in it.
        language: the language of the texts, by its ISO 639-1 code, or "auto".
        min_confidence: as for `newsparse.parse`.
        words: a TOML file with words and rules of your own, as for `Language.extend_from`.

    Raises:
        OSError: the file can't be read.
        ValueError: a setting has no meaning, or the file is no good.
    """
    if words is not None and language == "auto":
        raise ValueError('words are laid over one language: name it as language, instead of "auto"')
    newsparse.parse("", language=language, min_confidence=min_confidence)  # to tell now what is wrong with them
    if language == "auto":
        return Component(language, min_confidence)
    known = load_language(language)
    return Component(known if words is None else known.extend_from(words), min_confidence)


def _at(doc: Doc, place: newsparse.Span | None) -> Span | None:
    return None if place is None else doc.char_span(place.start, place.end, alignment_mode="expand")


def _labelled(doc: Doc, quote: newsparse.Quote) -> list[Span]:
    parts = [(piece, quote.kind.upper()) for piece in quote.content]
    parts += [(span, label) for span, label in ((quote.cue, "CUE"), (quote.source, "SOURCE")) if span is not None]
    made = (doc.char_span(p.start, p.end, label=label, alignment_mode="expand") for p, label in parts)
    return [span for span in made if span is not None]


def _article(doc: Doc) -> newsparse.Article | None:
    return None if doc._.newsparse is None else from_json(doc._.newsparse)


def _doc_quotes(doc: Doc, attitudes: bool) -> tuple[DocQuote, ...]:
    article = _article(doc)
    if article is None:
        return ()
    return tuple(_doc_quote(doc, quote) for quote in (article.attitudes if attitudes else article.quotes))


def _doc_quote(doc: Doc, quote: newsparse.Quote) -> DocQuote:
    pieces = (_at(doc, piece) for piece in quote.content)
    whole = _at(doc, quote.span)
    assert whole is not None  # what is said is never empty
    return DocQuote(
        quote=quote,
        span=whole,
        content=tuple(piece for piece in pieces if piece is not None),
        cue=_at(doc, quote.cue),
        source=_at(doc, quote.source),
        addressee=_at(doc, quote.addressee.span) if quote.addressee else None,
        speaker=quote.speaker.name if quote.speaker else None,
    )


def _register() -> None:
    extensions: dict[str, dict[str, Any]] = {
        "newsparse": {"default": None},
        "published": {"default": None},
        "article": {"getter": _article},
        "quotes": {"getter": lambda doc: _doc_quotes(doc, attitudes=False)},
        "attitudes": {"getter": lambda doc: _doc_quotes(doc, attitudes=True)},
    }
    for name, how in extensions.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, **how)


_register()
