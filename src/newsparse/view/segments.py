"""The text cut where anything begins or ends, so that what overlaps is shown without tags that cross."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

import attrs

from newsparse.document import Range
from newsparse.model import Article, Quote, Span
from newsparse.tally import tone
from newsparse.view.markup import safe

Role = Literal["content", "cue", "source", "detail", "mention", "dateline"]
_MOST = 6  # parts of attributions named on one segment: the innermost


@attrs.frozen
class Part:
    """A stretch with a role: `of` is the number of its attribution, or of its speaker for a mention."""

    start: int
    end: int
    role: Role
    of: int


@attrs.frozen
class Segment:
    """A stretch on which the same parts lie from end to end, the shortest first."""

    start: int
    end: int
    parts: tuple[Part, ...]


def parts_of(article: Article, shown: Sequence[Quote]) -> list[Part]:
    """All that is marked in an article: of each attribution its pieces, cue, source and details; then mentions.

    Args:
        article: the article.
        shown: its quotes and attitudes; an attribution's number is its place here.
    """
    found: list[Part] = []

    def add(span: Span | None, role: Role, of: int) -> None:
        if span is not None and span.start < span.end:
            found.append(Part(span.start, span.end, role, of))

    for number, quote in enumerate(shown):
        for piece in quote.content:
            add(piece, "content", number)
        add(quote.cue, "cue", number)
        add(quote.source, "source", number)
        add(quote.addressee.span if quote.addressee else None, "detail", number)
        add(quote.when.span if quote.when else None, "detail", number)
        add(quote.medium, "detail", number)
        add(quote.via, "detail", number)
    for number, speaker in enumerate(article.speakers):
        for mention in speaker.mentions:
            add(mention, "mention", number)
    add(article.dateline.span if article.dateline else None, "dateline", 0)
    return found


def cut(parts: Sequence[Part]) -> list[Segment]:
    """The segments of a text on which any part lies, in text order."""
    if not parts:
        return []
    opening = sorted(parts, key=lambda p: p.start)
    edges = sorted({edge for part in parts for edge in (part.start, part.end)})
    lying: list[Part] = []
    at, found = 0, []
    for start, end in pairwise(edges):
        lying = [part for part in lying if part.end > start]
        while at < len(opening) and opening[at].start <= start:
            lying.append(opening[at])
            at += 1
        if lying:
            found.append(Segment(start, end, tuple(sorted(lying, key=lambda p: (p.end - p.start, -p.start)))))
    return found


@attrs.frozen
class Marked:
    """All that is needed to write any stretch of an article.

    Attributes:
        text: the article's text.
        shown: its quotes and attitudes, in the order of their numbers.
        labels: what stands beside each number's first piece, and what a screen reader says of it.
        anchors: offsets of mentions that a line may lead to.
        pronouns: by the offset of each mention that is one, that of the mention which names who is meant.
        segments: in text order.
        ends: of the segments.
        notes: the numbers whose first piece begins at an offset.
    """

    text: str
    shown: Sequence[Quote]
    labels: Sequence[tuple[str, str]]
    anchors: frozenset[int]
    pronouns: Mapping[int, int]
    segments: Sequence[Segment]
    ends: Sequence[int]
    notes: Mapping[int, Sequence[int]]


def marked(
    article: Article,
    shown: Sequence[Quote],
    labels: Sequence[tuple[str, str]],
    anchors: Iterable[int],
    pronouns: Mapping[int, Span],
) -> Marked:
    """An article, cut and ready to be written; the arguments are as in `Marked`."""
    named = {start: mention.start for start, mention in pronouns.items()}
    segments = cut(parts_of(article, shown))
    notes: dict[int, list[int]] = {}
    for number, quote in enumerate(shown):
        starts = [piece.start for piece in quote.content if piece.start < piece.end]
        if starts:
            notes.setdefault(min(starts), []).append(number)
    ends = [segment.end for segment in segments]
    return Marked(article.text, shown, labels, frozenset((*anchors, *named.values())), named, segments, ends, notes)


def write(page: Marked, stretch: Range) -> str:
    """The markup of a stretch: its text, to the character, in which the parts are marked."""
    return "".join(_pieces(page, *stretch))


def _pieces(page: Marked, start: int, end: int) -> Iterator[str]:
    at = start
    for index in range(bisect.bisect_right(page.ends, start), len(page.segments)):
        segment = page.segments[index]
        if segment.start >= end:
            break
        first, last = max(segment.start, start), min(segment.end, end)
        yield safe(page.text[at:first])
        yield from (_note(page, number) for number in page.notes.get(first, ()))
        yield _lit(page, segment, safe(page.text[first:last]))
        at = last
    yield safe(page.text[at:end])


def _note(page: Marked, number: int) -> str:
    shown, said = page.labels[number]
    return (
        f'<a class="note k-{tone(page.shown[number])}" id="q{number}" href="#w{number}" '
        f'data-n="{shown}" data-j="{number}" aria-label="{safe(said)}"></a>'
    )


def _lit(page: Marked, segment: Segment, inner: str) -> str:
    named = [p for p in segment.parts if p.role not in ("mention", "dateline")]
    contents = [p for p in named if p.role == "content"]
    classes = [role for role in ("source", "cue", "detail") if any(p.role == role for p in named)]
    if contents:
        part = contents[0]
        classes += [f"k-{tone(page.shown[part.of])}"]
        classes += [f"in-{tone(page.shown[contents[1].of])}"] if len(contents) > 1 else []
        classes += ["a"] * (part.start == segment.start) + ["z"] * (part.end == segment.end)
    elif named:
        classes += [f"t-{tone(page.shown[named[0].of])}"]
    classes += ["dateline"] * any(p.role == "dateline" for p in segment.parts)
    mention = next((p for p in segment.parts if p.role == "mention"), None)
    data = ""
    if named:
        data += f' data-q="{" ".join(dict.fromkeys(str(p.of) for p in named[:_MOST]))}"'
    if mention is not None:
        data += f' data-s="{mention.of}"'
        data += f' data-a="{segment.start}"' if segment.start in page.anchors else ""
        data += f' data-p="{page.pronouns[mention.start]}"' if mention.start in page.pronouns else ""
    tag = "mark" if contents else "span"
    return f"<{tag}{_class(classes)}{data}>{inner}</{tag}>"


def _class(names: list[str]) -> str:
    return f' class="{" ".join(names)}"' if names else ""
