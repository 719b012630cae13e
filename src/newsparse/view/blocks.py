"""The article's blocks in the order of the text, and its header fields."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import attrs

from newsparse.model import Article, Byline, Span
from newsparse.tally import counted
from newsparse.view.markup import clean, isolated, moment, safe
from newsparse.view.segments import Marked, write

_FEW = 3  # lines of furniture in a row that are shown as they stand
_CONTRIBUTIONS = {"by": "By", "with": "With", "reporting": "Reporting", "editing": "Editing", "photo": "Photographs"}


@attrs.frozen
class Block:
    """A stretch of the article, and what it is: "paragraph", "credit", "correction", "furniture", "byline", ..."""

    start: int
    end: int
    kind: str


def blocks(article: Article) -> list[Block]:
    """The blocks that no other holds, in text order."""
    spans: list[tuple[Span | None, str]] = [
        (article.headline, "headline"),
        (article.standfirst, "standfirst"),
        (article.section, "section"),
        *((span, "paragraph") for span in article.paragraphs),
        *((span, "credit") for span in article.credits),
        *((span, "correction") for span in article.corrections),
        *((span, "furniture") for span in article.furniture),
        *((byline.span, "byline") for byline in article.bylines),
        *((when.span, "date") for when in (article.published, article.updated) if when is not None),
    ]
    found: list[Block] = []
    for span, kind in sorted(((s, k) for s, k in spans if s is not None), key=lambda row: (row[0].start, -row[0].end)):
        if not found or span.start >= found[-1].end:
            found.append(Block(span.start, span.end, kind))
    return found


def header(article: Article, page: Marked) -> str:
    """Section, headline and standfirst, and below them who wrote it, where and when."""
    rows = []
    if article.section is not None:
        rows.append(f'<p class="section">{isolated(article.section.text)}</p>')
    if article.headline is not None:
        rows.append(f"<h1>{write(page, _range(article.headline))}</h1>")
    else:
        rows.append('<h1 class="untitled">Untitled article</h1>')
    if article.standfirst is not None:
        rows.append(f'<p class="standfirst">{write(page, _range(article.standfirst))}</p>')
    if fields := "".join(_fields(article)):
        rows.append(f'<dl class="fields">{fields}</dl>')
    return "".join(rows)


def _fields(article: Article) -> Iterator[str]:
    for contribution, bylines in groupby(article.bylines, key=lambda byline: byline.contribution):
        yield _field(_CONTRIBUTIONS[contribution], "; ".join(map(_person, bylines)))
    if article.dateline is not None:
        places = "; ".join(isolated(place.text) for place in article.dateline.places)
        agency = isolated(article.dateline.agency.text) if article.dateline.agency else ""
        yield _field("From", ", ".join(filter(None, (places, agency))) or isolated(article.dateline.span.text))
    for label, when in (("Published", article.published), ("Updated", article.updated)):
        if when is not None:
            yield _field(label, f'<time datetime="{when.value.isoformat()}">{safe(moment(when))}</time>')


def _field(label: str, value: str) -> str:
    return f"<div><dt>{label}</dt><dd>{value}</dd></div>"


def _person(byline: Byline) -> str:
    rest = (byline.role, byline.organization, byline.location, byline.contact)
    more = ", ".join(isolated(part.text) for part in rest if part is not None)
    return f"<b>{isolated(byline.name.text)}</b>" + (f", {more}" if more else "")


def body(article: Article, page: Marked) -> str:
    """The paragraphs, and between them, quietly, what else stands there."""
    head = {"headline", "standfirst", "section"}
    first = article.paragraphs[0].start if article.paragraphs else 0
    rest = [
        block
        for block in blocks(article)
        if block.kind not in head and (block.start >= first or block.kind not in ("byline", "date"))
    ]
    rows: list[str] = []
    for kind, run in groupby(rest, key=lambda block: block.kind):
        lines = [_line(block, article.text, page) for block in run]
        if kind == "furniture" and len(lines) > _FEW:
            lines = [
                f'<details class="furniture"><summary>{counted(len(lines), "line")} of the page around it</summary>',
                *lines,
                "</details>",
            ]
        rows += lines
    return "\n".join(rows)


def _line(block: Block, text: str, page: Marked) -> str:
    if block.kind == "paragraph":
        return f'<p dir="auto">{write(page, (block.start, block.end))}</p>'
    return f'<p class="aside {block.kind}" dir="auto">{safe(clean(text[block.start : block.end]))}</p>'


def _range(span: Span) -> tuple[int, int]:
    return span.start, span.end
