"""Counts over many articles in their dict form: quotes and words by kind, and by speaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from newsparse.tally import KINDS, words_in


@attrs.define
class Tally:
    """Quotes and words, by kind."""

    quotes: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(KINDS, 0))
    words: dict[str, int] = attrs.field(factory=lambda: dict.fromkeys(KINDS, 0))

    def add(self, kind: str, words: int) -> None:
        """One quote more."""
        self.quotes[kind] += 1
        self.words[kind] += words

    @property
    def all_quotes(self) -> int:
        """Of all kinds."""
        return sum(self.quotes.values())

    @property
    def all_words(self) -> int:
        """Of all kinds."""
        return sum(self.words.values())


@attrs.define
class Person:
    """A speaker over all articles: whoever has the same name."""

    name: str
    tally: Tally = attrs.field(factory=Tally)
    articles: int = 0


@attrs.define
class Counts:
    """What was counted. `unnamed` are the quotes whose speaker is open; attitudes are counted, and no more."""

    articles: int = 0
    attitudes: int = 0
    whole: Tally = attrs.field(factory=Tally)
    unnamed: Tally = attrs.field(factory=Tally)
    people: dict[str, Person] = attrs.field(factory=dict)

    def top(self, number: int) -> list[Person]:
        """Those with the most words, the first first; of equal ones by name."""
        return sorted(self.people.values(), key=lambda p: (-p.tally.all_words, p.name))[:number]


def count(articles: Iterable[Mapping[str, Any]]) -> Counts:
    """Count the quotes of articles in their dict form."""
    found = Counts()
    for article in articles:
        found.articles += 1
        found.attitudes += len(article["attitudes"])
        heard: set[str] = set()
        for quote in article["quotes"]:
            words = sum(words_in(piece["text"]) for piece in quote["content"])
            found.whole.add(quote["kind"], words)
            if quote["speaker"] is None:
                found.unnamed.add(quote["kind"], words)
                continue
            name = quote["speaker"]["name"]
            person = found.people.setdefault(name.casefold(), Person(name))
            person.tally.add(quote["kind"], words)
            person.articles += name.casefold() not in heard
            heard.add(name.casefold())
    return found
