"""TEI P5: the article's own text, marked up with who says what to whom.

The text of `body` is the article's, character by character, save those that XML can't hold (U+FFFD stands for them)
and that every end of a line is a line feed, as a reader of XML would have it anyway.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import newsparse
from newsparse.export.cast import Cast, marked, named
from newsparse.export.nesting import Element, Part, nest
from newsparse.export.teiheader import tei_header
from newsparse.export.xmltext import escape, start_tag
from newsparse.model import Article, Byline, Quote, Span, Timestamp

_TOP = ("head", "byline", "dateline", "docDate")
"""What may stand before the first paragraph and, but for a head, after the last; a note may stand anywhere."""
_SO_CALLED = 3
"""A quotation that nobody says, of so many words at most, all in small letters, is one the writer keeps away from."""


def to_tei(article: Article, url: str | None = None) -> str:
    """The article as a TEI P5 document.

    What is said is `said`, with `who` and `toWhom` (pointers to the persons, bodies and documents of the header),
    `direct`, `cert` and, for attitudes, `aloud="false"`; its pieces are tied by `next` and `prev`. Words in quotation
    marks inside what is reported are `q`. A few words in quotation marks that nobody says are `soCalled`, and what else
    stands in such marks is `q` too: TEI's word for marks that may have any reason. Cues, sources and addressees are
    `seg`.

    Args:
        article: what `parse` returned.
        url: where the article stands.
    """
    everybody = Cast(article)
    blocks = list(_placed(_blocks(article)))
    parts = list(nest(_stretches(article, everybody), [(start, end) for start, end, *_ in blocks]))
    text = article.text
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n']
    out.append(tei_header(article, everybody, url, newsparse.__version__))
    out.append(f'<text xml:lang="{escape(article.language)}" xml:space="preserve"><body>')
    at = 0
    for (start, end, tag, kind), inner in zip(blocks, parts, strict=True):
        out.append(_between(text[at:start]))
        for part in inner:
            if part.element.tag == "docAuthor" and tag != "byline":
                part.element.tag = "name"  # the only place for the other is a byline
        out.append(start_tag(tag, {"type": kind} if kind else {}))
        out.extend(_inside(text, start, end, inner))
        out.append(f"</{tag}>")
        at = end
    out.append(_between(text[at:]))
    if not any(tag in ("p", "ab") for _, _, tag, _ in blocks):
        out.append("<p/>")
    out.append("</body></text>\n</TEI>\n")
    return "".join(out)


def _between(text: str) -> str:
    """What lies between two blocks: blanks, or what is no block of the article's and no blank to XML."""
    return escape(text) if not text.strip(" \t\r\n") else f"<note>{escape(text)}</note>"


def _blocks(article: Article) -> Iterator[tuple[int, int, str, str]]:
    """The stretches that the article consists of: start, end, tag and type."""
    for span, tag, kind in (
        (article.section, "head", "section"),
        (article.headline, "head", "main"),
        (article.standfirst, "head", "sub"),
        (article.dateline.span if article.dateline else None, "dateline", ""),
        (article.published.span if article.published else None, "docDate", ""),
        (article.updated.span if article.updated else None, "docDate", ""),
    ):
        if span is not None:
            yield span.start, span.end, tag, kind
    for spans, tag, kind in (
        ([byline.span for byline in article.bylines], "byline", ""),
        (article.credits, "note", "credit"),
        (article.corrections, "note", "correction"),
        (article.furniture, "note", "furniture"),
        (article.paragraphs, "p", ""),
    ):
        for span in spans:
            yield span.start, span.end, tag, kind


def _placed(blocks: Iterable[tuple[int, int, str, str]]) -> Iterator[tuple[int, int, str, str]]:
    """The blocks in text order, those inside another left out, each with a tag that may stand where it stands."""
    kept: list[tuple[int, int, str, str]] = []
    for block in sorted(blocks, key=lambda b: (b[0], -b[1])):
        if block[0] < block[1] and (not kept or block[0] >= kept[-1][1]):
            kept.append(block)
    body = [n for n, block in enumerate(kept) if block[2] not in (*_TOP, "note")]
    first, last = (body[0], body[-1]) if body else (len(kept), len(kept))
    last = max([last, *(n for n, block in enumerate(kept) if block[2] == "head" and n > first)])
    for n, (start, end, tag, kind) in enumerate(kept):
        misplaced = tag in _TOP and first < n and n <= last
        yield (start, end, "ab", kind or tag) if misplaced else (start, end, tag, kind)


def _stretches(article: Article, everybody: Cast) -> Iterator[tuple[int, int, Element]]:
    """What is marked up inside the blocks."""
    yield from _header_parts(article)
    said: list[tuple[int, int]] = []
    direct: set[tuple[int, int]] = set()
    for name, quote in named(article):
        element = Element("said", _said(quote, everybody), name)
        for piece in quote.content:
            said.append((piece.start, piece.end))
            if quote.kind == "direct":
                direct.add((piece.start, piece.end))
            yield piece.start, piece.end, element
        for kind, span, who in (
            ("cue", quote.cue, None),
            ("source", quote.source, quote.speaker),
            *((("addressee", quote.addressee.span, quote.addressee.speaker),) if quote.addressee else ()),
        ):
            if span is not None:
                pointers = [f"#{name}"] if who is None else [f"#speaker-{everybody[who]}", f"#{name}"]
                yield span.start, span.end, Element("seg", {"type": kind, "corresp": " ".join(pointers)}, "", 1)
    said.sort()
    starts = [start for start, _ in said]
    reach = _furthest(said)
    for start, end, closed in marked(article):
        if (start, end) not in direct:
            at = bisect_right(starts, start)
            spoken = at > 0 and reach[at - 1] >= end
            so_called = closed and not spoken and _is_so_called(article.text, start, end)
            yield start, end, Element("soCalled" if so_called else "q", {}, "", 2)


def _furthest(said: list[tuple[int, int]]) -> list[int]:
    """For each piece, where the one that reaches furthest of it and those before it ends."""
    reach: list[int] = []
    for _, end in said:
        reach.append(max(end, reach[-1]) if reach else end)
    return reach


def _is_so_called(text: str, start: int, end: int) -> bool:
    words = text[start:end].strip("\"“”„«»‘’'`.,;:!? ").split()
    return 0 < len(words) <= _SO_CALLED and all(word[0].islower() for word in words)


def _said(quote: Quote, everybody: Cast) -> dict[str, str]:
    found = {}
    if quote.speaker is not None:
        found["who"] = f"#speaker-{everybody[quote.speaker]}"
    if quote.addressee is not None and quote.addressee.speaker is not None:
        found["toWhom"] = f"#speaker-{everybody[quote.addressee.speaker]}"
    if quote.act != "assertion":
        found["aloud"] = "false"
    found["direct"] = "true" if quote.kind == "direct" else "false"
    found["cert"] = f"{quote.confidence:g}"
    notes = [quote.act, *(name for name in ("negated", "hypothetical") if getattr(quote, name))]
    return {**found, "ana": " ".join(f"#{note}" for note in notes)}


def _header_parts(article: Article) -> Iterator[tuple[int, int, Element]]:
    def element(span: Span | None, tag: str, **attributes: str) -> Iterator[tuple[int, int, Element]]:
        if span is not None:
            yield span.start, span.end, Element(tag, attributes, "", 1)

    for byline in article.bylines:
        yield from element(byline.name, *_name_tag(byline))
        yield from element(byline.role, "seg", type="role")
        yield from element(byline.organization, "orgName")
        yield from element(byline.location, "placeName")
        yield from element(byline.contact, "seg", type="contact")
    if article.dateline is not None:
        line = article.dateline
        if any(p.start <= line.span.start < p.end for p in article.paragraphs):
            yield line.span.start, line.span.end, Element("seg", {"type": "dateline"})
        yield from element(line.agency, "orgName")
        for place in line.places:
            yield from element(place, "placeName")
        yield from _date(line.date, "dateline")
    yield from _date(article.published, "published")
    yield from _date(article.updated, "updated")


def _name_tag(byline: Byline) -> tuple[str]:
    return ("docAuthor",) if byline.contribution == "by" else ("name",)


def _date(when: Timestamp | None, kind: str) -> Iterator[tuple[int, int, Element]]:
    if when is not None and when.span is not None:
        key = "when" if when.end is None else "from"
        dates = {key: when.value.isoformat()} | ({} if when.end is None else {"to": when.end.isoformat()})
        yield when.span.start, when.span.end, Element("date", {"type": kind, **dates}, "", 1)


def _inside(text: str, start: int, end: int, parts: list[Part]) -> Iterator[str]:
    """The text of a block with its elements."""
    at, opened = start, list[Part]()
    for part in parts:
        while opened and opened[-1].end <= part.start:
            yield escape(text[at : opened[-1].end])
            at = opened[-1].end
            yield f"</{opened.pop().element.tag}>"
        yield escape(text[at : part.start])
        at = part.start
        yield start_tag(part.element.tag, {**_ties(part), **part.element.attributes})
        opened.append(part)
    while opened:
        yield escape(text[at : opened[-1].end])
        at = opened[-1].end
        yield f"</{opened.pop().element.tag}>"
    yield escape(text[at:end])


def _ties(part: Part) -> dict[str, str]:
    """`xml:id`, and `prev` and `next` where the element has other parts."""
    name, size, number = part.element.name, len(part.element.parts), part.number
    if not name:
        return {}
    ties = {"xml:id": name if number == 0 else f"{name}.{number}"}
    if number > 0:
        ties["prev"] = f"#{name}" if number == 1 else f"#{name}.{number - 1}"
    if number + 1 < size:
        ties["next"] = f"#{name}.{number + 1}"
    return ties
