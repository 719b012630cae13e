"""How much is said, by whom and in which form: counts over quotes, and how all that shows them names them."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from newsparse.lang import find_language
from newsparse.model import Article, Quote, QuoteKind, Speaker

KINDS: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect")


@attrs.frozen
class Voice:
    """One who speaks, with what he or she says.

    Attributes:
        name: the speaker's name; else the words of the source; else "unnamed".
        speaker: the speaker, or none where that is open.
        quotes: in the order given.
        words: how many words they hold.
        by_kind: the same, for each of direct, mixed and indirect.
    """

    name: str
    speaker: Speaker | None
    quotes: tuple[Quote, ...]
    words: int
    by_kind: dict[QuoteKind, int]


def words_in(text: str) -> int:
    """How many words a text has: runs without a blank in which there is a letter or digit."""
    return sum(any(map(str.isalnum, run)) for run in text.split())


def words_quoted(quote: Quote) -> int:
    """How many words the content of a quote has."""
    return sum(words_in(piece.text) for piece in quote.content)


def words_by_kind(quotes: Iterable[Quote]) -> dict[QuoteKind, int]:
    """How many words are quoted directly, in mixed form, and indirectly."""
    counts: dict[QuoteKind, int] = dict.fromkeys(KINDS, 0)
    for quote in quotes:
        counts[quote.kind] += words_quoted(quote)
    return counts


def voices(quotes: Iterable[Quote]) -> tuple[Voice, ...]:
    """Who speaks, the one with the most words first; those who could not be resolved are kept apart by their source.

    Args:
        quotes: as `article.quotes` has them; attitudes count just as well.
    """
    rows: dict[object, tuple[str, Speaker | None, list[Quote]]] = {}
    for quote in quotes:
        name = voice_name(quote)
        key = id(quote.speaker) if quote.speaker is not None else name.casefold()
        rows.setdefault(key, (name, quote.speaker, []))[2].append(quote)
    found = []
    for name, speaker, said in rows.values():
        by_kind = words_by_kind(said)
        found.append(Voice(name, speaker, tuple(said), sum(by_kind.values()), by_kind))
    return tuple(sorted(found, key=lambda voice: -voice.words))


def silence(article: Article) -> str:
    """What is to be said of an article without quotes: just that, or that quotes of its language are not read."""
    code, language = article.language, find_language(article.language)
    if language is not None and language.has_cues:
        return "Nobody is quoted in this article."
    return f"Quotes in this language ({code}) are not read yet: whether anybody is quoted was left open."


def counted(number: int, noun: str) -> str:
    """How many there are of something: "1 word" but "2,000 words"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tone(quote: Quote) -> str:
    """What colours an attribution: its kind, or that it is an attitude."""
    return quote.kind if quote.act == "assertion" else "attitude"


def voice_name(quote: Quote) -> str:
    """The name of who says it: the speaker's, else the source's words, else "unnamed"."""
    if quote.speaker is not None:
        return quote.speaker.name
    return "unnamed" if quote.source is None else " ".join(quote.source.text.split())
