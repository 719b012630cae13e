"""The page's JSON-LD: which of its records is the article, and what other records it points to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import attrs

from newsparse.html.folding import fold_address, fold_title

Node = dict[str, Any]

_MOST_NODES = 20_000
_ARTICLES = frozenset(
    """Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle
    ReportageNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle ScholarlyArticle TechArticle Report
    BlogPosting LiveBlogPosting SocialMediaPosting Review ClaimReview""".split()
)
_PAGES = frozenset("WebPage ItemPage AboutPage".split())
_LESS = frozenset("BlogPosting SocialMediaPosting Review ClaimReview".split())


@attrs.frozen(eq=False)
class Graph:
    """All records of a page.

    Attributes:
        articles: those that describe the page's article, the best one first.
        by_id: each record that has an `@id`, the fullest of that name.
        nodes: all, in order.
    """

    articles: tuple[Node, ...]
    by_id: dict[str, Node]
    nodes: tuple[Node, ...]

    def follow(self, value: Any) -> Any:
        """What a bare `{"@id": ...}` points to; any other value as it is."""
        if isinstance(value, dict) and isinstance(key := value.get("@id"), str) and "name" not in value:
            return self.by_id.get(key, value)
        return value


def read_graph(blocks: list[str], title: str, address: frozenset[str]) -> Graph:
    """The records of all JSON-LD blocks of a page.

    Args:
        blocks: the contents of the `script` elements; what is no JSON even after repair is passed over.
        title: the page's headline as shown or as its title says, folded; "" for none.
        address: addresses of the page, folded.
    """
    nodes = [node for block in blocks for node in _nodes(read_json(block))]
    by_id: dict[str, Node] = {}
    for node in nodes:
        key = node.get("@id")
        if isinstance(key, str) and len(node) > len(by_id.get(key, {})):
            by_id[key] = node
    ranked = sorted(
        ((_rank(node, title, address), number) for number, node in enumerate(nodes)), key=lambda one: (-one[0], one[1])
    )
    return Graph(tuple(nodes[number] for rank, number in ranked if rank > 0), by_id, tuple(nodes))


def types_of(node: Node) -> frozenset[str]:
    """The types of a record, without the vocabulary's address."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return frozenset(re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str))


def values(value: Any) -> list[Any]:
    """A list of a property's values, however it was written."""
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def text_value(value: Any) -> str:
    """The first plain string of a property."""
    for one in values(value):
        if isinstance(one, dict):
            one = one.get("@value", one.get("name"))
        if isinstance(one, str) and one.strip():
            return one
        if isinstance(one, int) and not isinstance(one, bool):
            return str(one)
    return ""


def read_json(block: str) -> Any:
    """The JSON of a block; none where it can't be repaired by taking off comments or a trailing comma."""
    bare = whole = block.strip("\ufeff \t\r\n")
    for wrapping in ("//", "/*", "<![CDATA[", "*/", "<!--"):
        bare = bare.removeprefix(wrapping).lstrip()
    for wrapping in (";", "*/", "-->", "]]>", "/*", "//", ";"):
        bare = bare.removesuffix(wrapping).rstrip()
    for text in _readings(bare, whole):
        if (found := _parsed(text)) is not None:
            return found
    return _one_by_one(bare) or _dates_alone(bare)


def _readings(bare: str, whole: str) -> Iterator[str]:
    """A block without the comment that wraps it, or with all of it but its comments; each without last commas too."""
    yield bare
    yield _without_last_commas(bare)
    plain = _without_comments(whole)
    yield plain
    yield _without_last_commas(plain)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|//[^\n]*|/\*.*?(?:\*/|\Z)', re.DOTALL)
"""A string, which is kept, or a comment; what is open at the end goes on to it, so that nothing is read twice."""


def _one_by_one(block: str) -> list[Any]:
    """Records that stand one after the other without a list around them, up to what is none."""
    decoder, position = json.JSONDecoder(strict=False), 0
    found: list[Any] = []
    while position < len(block) and len(found) < _MOST_IN_A_ROW:
        try:
            record, position = decoder.raw_decode(block, position)
        except (ValueError, RecursionError):
            break
        found.append(record)
        position += len(block[position:]) - len(block[position:].lstrip(" \t\r\n,;"))
    return found


def _dates_alone(block: str) -> Node | None:
    """The headline and the moments of a block with a single article that is no JSON, as where a mark is unescaped."""
    if len(_ARTICLE.findall(block)) != 1:
        return None
    found: Node = {}
    for key, value in _FIELD.findall(block):
        found.setdefault(key, value)
    return {"@type": "NewsArticle", **found} if "datePublished" in found else None


_MOST_IN_A_ROW = 40
_ARTICLE = re.compile(r'"(?:[A-Za-z]{0,20}Article|BlogPosting)"')
_FIELD = re.compile(r'"(headline|datePublished|dateModified)"\s{0,9}:\s{0,9}"([^"\n]{1,300})"')


def _without_comments(block: str) -> str:
    return _COMMENT.sub(lambda found: found.group() if found.group()[0] == '"' else " ", block)


def _without_last_commas(block: str) -> str:
    return re.sub(r",(\s*[}\]])", r"\1", block)


def _nodes(value: Any) -> Iterator[Node]:
    """Every record at the top, in a graph, or as the main thing of a page; not those inside other properties."""
    stack, seen = [value], 0
    while stack and seen < _MOST_NODES:
        one = stack.pop()
        seen += 1
        if isinstance(one, list):
            stack += reversed(one)
        elif isinstance(one, dict):
            yield one
            stack += [one[key] for key in ("mainEntity", "@graph") if isinstance(one.get(key), (dict, list))]


def _rank(node: Node, title: str, address: frozenset[str]) -> float:
    """How well a record describes the article; 0 where it does not."""
    types = types_of(node)
    rank = 4.0 if types & _ARTICLES else 1.0 if types & _PAGES else 0.0
    if not rank:
        return 0.0
    rank -= 0.5 * bool(types & _LESS)
    names = {fold_title(text_value(node.get(key))) for key in ("headline", "name", "alternativeHeadline")} - {""}
    main = node.get("mainEntityOfPage")
    places = [node.get("url"), main.get("@id", main.get("url")) if isinstance(main, dict) else main]
    known = {fold_address(place) for place in places if isinstance(place, str)} - {""}
    same_title = bool(title) and any(title == name or (len(name) > 9 and name in title) for name in names)
    if same_title:
        rank += 2
    elif known & address:
        rank += 1
    elif rank > 1 and known and address and names and title:
        rank -= 2  # an article, but by its address and its title another one
    return rank
