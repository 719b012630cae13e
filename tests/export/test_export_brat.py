"""brat standoff: read by bioc's reader, and by one that knows no more than what PolNeAR's files hold."""

from __future__ import annotations

import json
import re

from bioc import brat

from export.samples import articles
from newsparse import Article
from newsparse.export import to_brat
from newsparse.export.cast import named

Event = dict[str, tuple[tuple[int, int], ...]]


def read(text: str, standoff: str) -> list[Event]:
    """The events as the corpus's own reader takes them: roles, each with its ranges; notes are passed over."""
    spans: dict[str, tuple[str, tuple[tuple[int, int], ...]]] = {}
    events: list[Event] = []
    for line in standoff.split("\n"):
        if line.startswith("T"):
            name, spec, words = line.split("\t", 2)
            role, places = spec.split(" ", 1)
            ranges = tuple((int(a), int(b)) for a, b in (place.split(" ") for place in places.split(";")))
            assert words == " ".join(text[a:b] for a, b in ranges)
            assert len(words.splitlines()) == 1
            spans[name] = role, ranges
        elif line.startswith("E"):
            roles = dict(pair.split(":") for pair in line.split("\t")[1].split(" "))
            assert all(spans[name][0] == role for role, name in roles.items())
            events.append({role: spans[name][1] for role, name in roles.items()})
        else:
            assert line == "" or line.startswith("#")
    return events


def without_ends(article: Article, start: int, end: int) -> str:
    return re.sub(r"\s+", "", article.text[start:end])


def test_every_attribution_comes_back() -> None:
    for article in articles().values():
        events = read(article.text, to_brat(article))
        quotes = [quote for _, quote in named(article)]
        assert len(events) == len(quotes)
        for event, quote in zip(events, quotes, strict=True):
            for role, spans in (
                ("Source", [quote.source] if quote.source else []),
                ("Cue", [quote.cue] if quote.cue else []),
                ("Content", list(quote.content)),
            ):
                found = "".join(without_ends(article, a, b) for a, b in event.get(role, ()))
                assert found == "".join(without_ends(article, s.start, s.end) for s in spans)
            assert event["Attribution"] == event.get("Cue", event["Content"])


def test_pieces_are_fragments() -> None:
    article = articles()["bridge"]
    first = read(article.text, to_brat(article))[0]
    assert [article.text[a:b] for a, b in first["Content"]] == [str(piece) for piece in article.quotes[0].content]


def test_another_reader_agrees() -> None:
    for name in ("bridge", "emoji", "hostile"):
        article = articles()[name]
        document = brat.loads(article.text, to_brat(article))
        entities = {entity.id: entity for entity in document.entities}
        assert len(document.events) == len(article.quotes) + len(article.attitudes)
        for event in document.events:
            assert event.type == "Attribution"
            assert {entities[ref].type for ref in event.arguments.values()} <= {"Source", "Cue", "Content"}
        for entity in entities.values():
            assert entity.text == " ".join(article.text[s.begin : s.end] for s in sorted(entity.locations))


def test_notes_hold_the_rest_and_can_be_left_out() -> None:
    article = articles()["bridge"]
    notes = [json.loads(line.split("\t", 2)[2]) for line in to_brat(article).split("\n") if line.startswith("#")]
    assert [note["rule"] for note in notes] == [quote.rule for _, quote in named(article)]
    assert notes[0]["speaker"] == "Dana Ortiz"
    assert "#" not in to_brat(article, notes=False)
