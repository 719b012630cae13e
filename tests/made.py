"""An article put together by hand, so that tests of what shows it do not hang on what is found."""

from __future__ import annotations

import datetime as dt
from typing import Any

from newsparse.model import Article, Byline, Mention, Quote, Span, Speaker, Timestamp

TEXT = (
    "Harbour Opens After a Long Winter\n\nBy Lena Hartwell\nMarch 4, 2024\n\n"
    "“It holds,” Dana Ortiz told reporters on Monday. “It is oak.” She warned that the council had no money.\n\n"
    "Ilse Kern said that the mayor had told her that “nobody” pays. Kern hopes to see it.\n"
)


def span(words: str, after: int = 0) -> Span:
    """The first place of some words of TEXT, at or behind an offset."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words), words)


def quote(*content: Span, cue: Span, source: Span, **rest: Any) -> Quote:
    """A quote whose whole extent is that of its parts."""
    start = min(part.start for part in (*content, cue, source))
    end = max(part.end for part in (*content, cue, source))
    rest.setdefault("rule", "attribution.reported.after")
    return Quote(span=Span(start, end, TEXT[start:end]), content=content, cue=cue, source=source, **rest)


def article() -> Article:
    """Two direct pieces, a pronoun, an attribution within another, and a hope."""
    ortiz = Speaker(
        name="Dana Ortiz",
        kind="person",
        role="treasurer",
        pronouns=("she",),
        mentions=(span("Dana Ortiz"), span("She")),
    )
    later = TEXT.index("Kern hopes")
    kern = Speaker(
        name="Ilse Kern", kind="person", mentions=(span("Ilse Kern"), span("Kern", later)), organization="the ferry"
    )
    direct = quote(
        span("“It holds,”"),
        span("“It is oak.”"),
        cue=span("told"),
        source=span("Dana Ortiz"),
        speaker=ortiz,
        kind="direct",
        addressee=Mention(span=span("reporters")),
        when=Timestamp(span=span("on Monday"), value=dt.date(2024, 3, 4), precision="day"),
        rule="attribution.quoted.before",
        confidence=0.987,
    )
    warned = quote(
        span("that the council had no money"), cue=span("warned"), source=span("She"), speaker=ortiz, kind="indirect"
    )
    outer = quote(
        span("that the mayor had told her that “nobody” pays"),
        cue=span("said"),
        source=span("Ilse Kern"),
        speaker=kern,
        kind="mixed",
        confidence=0.5,
    )
    inner = quote(
        span("that “nobody” pays"),
        cue=span("had told"),
        source=span("the mayor"),
        kind="mixed",
        parent=outer,
        negated=True,
    )
    hopes = quote(
        span("to see it"),
        cue=span("hopes"),
        source=span("Kern", later),
        speaker=kern,
        kind="indirect",
        act="eventuality",
    )
    lines = [span(line) for line in TEXT.splitlines() if line]
    return Article(
        text=TEXT,
        language="en",
        headline=lines[0],
        bylines=(Byline(span=lines[1], name=span("Lena Hartwell")),),
        published=Timestamp(span=lines[2], value=dt.date(2024, 3, 4), precision="day"),
        paragraphs=tuple(lines[3:]),
        quotes=(direct, warned, outer, inner),
        attitudes=(hopes,),
        speakers=(ortiz, kern),
    )
