"""The page as a tree, and what of it a reader sees, line by line."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

import attrs

from newsparse.html.folding import fold_title

Element = Any
"""An element of lxml, which has no types of its own."""

_UNSEEN = frozenset(
    "script style noscript template svg math iframe object embed head select option button textarea input nav audio "
    "video canvas map menu".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)
_ASIDE = frozenset("aside footer figure figcaption".split())
_SHOWN_OR_NOT = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_BLANK = re.compile(r"\s+")


@attrs.frozen(eq=False)
class Line:
    """A line that a reader sees.

    Attributes:
        text: its words, each blank a single space.
        key: its letters and digits, folded: what the same words look like anywhere on the page.
        element: the innermost block that it lies in.
        heading: its level, 1 to 6; 0 for no heading.
        aside: it lies in a figure, an aside or a footer.
    """

    text: str
    key: str
    element: Element
    heading: int
    aside: bool


def squeeze(text: str) -> str:
    """The text with each run of blanks a single space, and none at its ends, nor marks without width."""
    return _BLANK.sub(" ", text).strip(" \ufeff\u200b")


def parse_tree(html: str) -> Element:
    """The root element of a page; of any string, also an empty or a hostile one.

    Args:
        html: the page. NULs and lone surrogates in it become U+FFFD.
    """
    from lxml import html as lxml_html

    data = html.replace("\x00", "\ufffd").encode("utf-8", "replace")
    for source in (data, None):
        parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        source = _flat(data) if source is None else source
        try:
            root = lxml_html.document_fromstring(source, parser=parser)
        except Exception:  # an empty document, and whatever else a parser of broken pages may run into
            continue
        if not any("depth" in entry.message for entry in parser.error_log):
            return root
    return lxml_html.document_fromstring(b"<html><body></body></html>")


def _flat(data: bytes) -> bytes:
    """A page that is nested too deep for the parser, without the elements that only nest."""
    kept = rb"<(?!/?(?:html|head|body|title|meta|link|script|style|h[1-6]|p|br|time|a)\b)/?[a-zA-Z][^<>]{0,2000}>"
    return b"<html><body>" + re.sub(kept, b"<br>", data) + b"</body></html>"


def lines_of(root: Element) -> list[Line]:
    """What a reader sees of the page, as lines, in order: without buttons, forms, menus and what is hidden."""
    lines: list[tuple[str, tuple[Element, int, bool]]] = []
    words: list[str] = []
    where: list[tuple[Element, int, bool]] = [(root, 0, False)]

    def flush() -> None:
        text = squeeze("".join(words))
        words.clear()
        if text:
            lines.append((text, where[-1]))

    for what, element, text in _walk(root):
        if what == "text":
            words.append(text.replace("\x00", ""))
        elif element.tag == "br":
            flush()
        elif element.tag in _INLINE:
            words.append("\x00")
        elif what == "open":
            flush()
            heading = int(element.tag[1]) if element.tag in _headings() else where[-1][1]
            where.append((element, heading, where[-1][2] or element.tag in _ASIDE))
        else:
            flush()
            where.pop()
    flush()
    return [Line(part, fold_title(part), *place) for text, place in lines for part in _split(text)]


@functools.cache
def _headings() -> frozenset[str]:
    return frozenset(f"h{level}" for level in range(1, 7))


_EDGE = re.compile(r"(?<=[\w.])\x00+(?=[\w@(])")


def _split(text: str) -> list[str]:
    """The line cut where two elements touch whose words don't belong together: `Ann Lee` and `The Tarn Post`."""
    pieces, start = [], 0
    for found in _EDGE.finditer(text):
        before, after = text[found.start() - 1], text[found.end()]
        if (before.islower() or before.isdigit() or before == ".") and (after.isupper() or after.isdigit()):
            pieces.append(text[start : found.start()])
            start = found.end()
    pieces.append(text[start:])
    return [line for piece in pieces if (line := squeeze(piece.replace("\x00", "")))]


def _walk(root: Element) -> Iterator[tuple[str, Element, str]]:
    """Opening, text and closing of what is seen, in order; without recursion, however deep the page is nested."""
    stack: list[tuple[Element, Any]] = []  # each with what is left of its children
    node: Element = root
    while node is not None or stack:
        if node is not None:
            if isinstance(node.tag, str) and _is_seen(node):
                yield "open", node, ""
                if node.text:
                    yield "text", node, node.text
                stack.append((node, iter(node)))
            elif node.tail and stack:
                yield "text", node, node.tail
        element, children = stack[-1] if stack else (None, iter(()))
        node = next(children, None)
        if node is None and stack:
            stack.pop()
            if element.tag != "br":
                yield "close", element, ""
            if element.tail and stack:
                yield "text", element, element.tail


def _is_seen(element: Element) -> bool:
    if element.tag == "button" and is_called(element, ("author", "byline")):  # opens what there is about the author
        return True
    if element.tag in _UNSEEN or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return False
    style = element.get("style")
    return not (style and _SHOWN_OR_NOT.search(style))


def is_called(element: Element, names: tuple[str, ...]) -> bool:
    """Whether the page's makers call an element so: a name is part of its class, role on the page, or id."""
    said = " ".join(element.get(key) or "" for key in ("class", "itemprop", "rel", "data-testid", "id")).lower()
    return any(name in said for name in names)


def text_of(element: Element) -> str:
    """The words of one element, each blank a single space."""
    return squeeze("".join(element.itertext()))
