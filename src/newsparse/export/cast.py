"""What several formats need: who is who by number, what is said by name, and which words stand in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.lang import load_language
from newsparse.model import Article, Quote, Speaker


def cast(article: Article) -> dict[Speaker, int]:
    """Every speaker and his or her number: the article's speakers, then those who are only spoken to."""
    heard = (q.addressee.speaker for q in (*article.quotes, *article.attitudes) if q.addressee is not None)
    spoken = (q.speaker for q in (*article.quotes, *article.attitudes))
    everybody = (s for s in (*article.speakers, *spoken, *heard) if s is not None)
    return {speaker: number for number, speaker in enumerate(dict.fromkeys(everybody))}


def named(article: Article) -> Iterator[tuple[str, Quote]]:
    """Quotes and attitudes in text order, each with its name: `quotes-0`, `attitudes-3`."""
    both = [(f"{name}-{i}", q) for name in ("quotes", "attitudes") for i, q in enumerate(getattr(article, name))]
    yield from sorted(both, key=lambda one: (one[1].span.start, one[1].span.end))


def joined(quote: Quote) -> str:
    """The pieces of what is said, with blanks between."""
    return " ".join(piece.text for piece in quote.content)


def marked(article: Article) -> list[tuple[int, int, bool]]:
    """The stretches between quotation marks, marks included, in text order, and whether each has its closing mark."""
    # The article keeps none that nobody says; the stages that pair the marks read no more than the text.
    from newsparse.pipeline import prepare

    if not load_language(article.language).has_cues:  # a language without words of saying has no other words either
        return []
    doc = prepare(article.text, article.language)
    return [(q.start, q.end, q.closed) for q in doc.quotations]
