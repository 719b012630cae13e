"""What several formats need: who is who by number, what is said by name, and which words stand in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.lang import find_language
from newsparse.model import Article, Quote, Speaker, SpeakerKind


class Cast:
    """Every speaker of an article and his or her number: its speakers, then those who are only spoken to."""

    def __init__(self, article: Article) -> None:
        """The cast of that article."""
        heard = (q.addressee.speaker for q in (*article.quotes, *article.attitudes) if q.addressee is not None)
        spoken = (q.speaker for q in (*article.quotes, *article.attitudes))
        numbers: dict[Speaker, int] = {}
        # By identity first: to hash a speaker takes as long as there are mentions, and quotes share theirs.
        self._places: dict[int, int] = {}
        for speaker in (*article.speakers, *spoken, *heard):
            if speaker is not None and id(speaker) not in self._places:
                self._places[id(speaker)] = numbers.setdefault(speaker, len(numbers))
        self.speakers = tuple(numbers)

    def __getitem__(self, speaker: Speaker) -> int:
        return self._places[id(speaker)]

    def of_kind(self, *kinds: SpeakerKind) -> list[tuple[Speaker, int]]:
        """Those of some kinds, with their numbers."""
        return [(speaker, number) for number, speaker in enumerate(self.speakers) if speaker.kind in kinds]


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

    language = find_language(article.language)
    if language is None or not language.has_cues:  # a language without words of saying has no other words either
        return []
    doc = prepare(article.text, article.language)
    return [(q.start, q.end, q.closed) for q in doc.quotations]
