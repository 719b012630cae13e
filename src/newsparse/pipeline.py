"""The order of the stages: the only place that knows it."""

from __future__ import annotations

from collections.abc import Callable

from newsparse.document import Document, Header
from newsparse.document.records import fill
from newsparse.lang import load_language
from newsparse.stages.attributions import find_attributions
from newsparse.stages.blocks import split_blocks
from newsparse.stages.classes import classify
from newsparse.stages.contents import find_contents
from newsparse.stages.cues import find_cues, sought_for_cues, sought_for_phrases
from newsparse.stages.details import find_details, sought_for_details
from newsparse.stages.header import find_header, prose
from newsparse.stages.layouts import find_labelled
from newsparse.stages.lexicon import look_up
from newsparse.stages.marks import find_quotations, sought_for_quotations
from newsparse.stages.patterns import find_by_patterns
from newsparse.stages.people import find_mentions, sought_for_mentions
from newsparse.stages.segment import find_sentences, sought_for_sentences, tokenize
from newsparse.stages.settle import settle
from newsparse.stages.sources import find_sources
from newsparse.stages.speakers import resolve_speakers
from newsparse.stages.views import find_views, sought_for_views

SOUGHT = (
    ("quotations", sought_for_quotations),
    ("sentences", sought_for_sentences),
    ("cues", sought_for_cues),
    ("cue_phrases", sought_for_phrases),
    ("labelled", sought_for_views),
    ("details", sought_for_details),
    ("mentions", sought_for_mentions),
)
"""What is looked for among all words, by the layer that it is needed for."""


def run(doc: Document, find: Callable[[Document], Header] = find_header) -> Document:
    """The document with its header and, in a language with words for it, who says what, to whom and when.

    The layers that these were decided from are empty again. `find` says which block is what, for a text whose header
    was put together from elsewhere.
    """
    if not doc.language.has_cues:
        return read_header(doc, find)
    doc = attribute(doc, find)
    # With fewer objects alive, here and when the article is made, the garbage collector runs less than half as often.
    doc = fill(doc, cues=(), sources=(), readings=(), labelled=(), standings=())
    doc = fill(doc, details=find_details(doc))
    doc = fill(doc, mentions=find_mentions(doc))
    doc = fill(doc, resolution=resolve_speakers(doc))
    return fill(doc, block_tokens=(), sentences=(), mentions=())


def attribute(doc: Document, find: Callable[[Document], Header] = find_header) -> Document:
    """The document with its attributions, and all that they are decided from."""
    doc = lay_out(doc, find)
    doc = fill(doc, cues=find_cues(doc))
    doc = fill(doc, sources=find_sources(doc))
    doc = fill(doc, readings=find_contents(doc))
    doc = fill(doc, labelled=find_labelled(doc))
    doc = fill(doc, labelled=find_views(doc))
    doc = fill(doc, labelled=find_by_patterns(doc))
    doc = fill(doc, standings=settle(doc))
    return fill(doc, attributions=find_attributions(doc))


def read_header(doc: Document, find: Callable[[Document], Header] = find_header) -> Document:
    """The document with its lines told apart: what is header, story and page."""
    # A document of our own: the one that was given stays as it is.
    doc = Document(text=doc.text, language=doc.language, options=doc.options, blocks=split_blocks(doc))
    header = find(doc)
    return fill(doc, header=header, prose=prose(header))


def lay_out(doc: Document, find: Callable[[Document], Header] = find_header) -> Document:
    """The document with the layers that come before any decision on who says what."""
    doc = read_header(doc, find)
    tokens, block_tokens = tokenize(doc)
    doc = fill(doc, tokens=tokens, block_tokens=block_tokens)
    plain, sought = look_up(doc, SOUGHT)
    doc = fill(doc, plain=plain, sought=sought)
    doc = fill(doc, quotations=find_quotations(doc))
    doc = fill(doc, sentences=find_sentences(doc))
    return fill(doc, signals=classify(doc), plain=())


def prepare(text: str, language: str = "en") -> Document:
    """A text, laid out: what the scorers are trained on."""
    return lay_out(Document(text=text, language=load_language(language)))
