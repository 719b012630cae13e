"""What the page says of itself where no reader sees it: JSON-LD, OpenGraph, meta elements, microdata."""

from __future__ import annotations

import html as entities
import re
from typing import Any

import attrs

from newsparse.html.folding import fold_address, fold_title
from newsparse.html.jsonld import Graph, read_graph, read_json, text_value, types_of, values
from newsparse.html.tree import Element, squeeze, text_of
from newsparse.lang import languages
from newsparse.stages.header.parts import header_words

_LONGEST = 2000
"""A declared string that is longer is cut or passed over."""


@attrs.frozen
class Claim:
    """One declared value, and where the page declares it ("json-ld", "opengraph", "meta", "microdata")."""

    value: str
    origin: str


@attrs.frozen
class PersonClaim:
    """One declared author.

    Attributes:
        name: as declared, entities resolved.
        role: the declared job title, or "".
        body: declared as an organization.
    """

    name: str
    role: str = ""
    body: bool = False


@attrs.frozen(kw_only=True)
class Declared:
    """All that the page declares about its article, the most trustworthy first in each list.

    Attributes:
        titles: titles.
        authors: lists of authors, each with where it stands.
        published, updated: moments, as strings.
        descriptions: summaries.
        sections: names of sections.
        story: the text of the article, which some pages give here alone; "" for none.
        sites: names of the site and its publisher, as written.
        language: of the page, such as "en-GB"; "" for none.
    """

    titles: tuple[Claim, ...] = ()
    authors: tuple[tuple[str, tuple[PersonClaim, ...]], ...] = ()
    published: tuple[Claim, ...] = ()
    updated: tuple[Claim, ...] = ()
    descriptions: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    story: str = ""
    sites: tuple[str, ...] = ()
    language: str = ""


def read_declared(root: Element, url: str | None) -> Declared:
    """What the page declares.

    Args:
        root: the page.
        url: its address, where known.
    """
    metas = _metas(root)
    shown = next((text for h1 in root.iter("h1") if len(text := text_of(h1)) > 9), "")
    title = fold_title(shown or metas.get("og:title", [""])[0])
    blocks = [s.text or "" for s in root.iter("script") if "ld+json" in (s.get("type") or "").lower()]
    graph = read_graph(blocks, title, _addresses(root, metas, url))
    items = _microdata(root)
    return Declared(
        titles=_titles(root, metas, graph, items),
        authors=_authors(metas, graph, items),
        published=_moments(metas, graph, items, _PUBLISHED, ("datePublished",)),
        updated=_moments(metas, graph, items, _UPDATED, ("dateModified",)),
        descriptions=_descriptions(metas, graph),
        sections=_sections(metas, graph),
        story=next((text for node in graph.articles[:2] if (text := text_value(node.get("articleBody")))), ""),
        sites=_sites(metas, graph, url),
        language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        or next((text_value(node.get("inLanguage")) for node in graph.articles), "")
        or metas.get("og:locale", [""])[0],
    )


_PUBLISHED = (
    ("opengraph", "article:published_time og:article:published_time article:published og:published_time"),
    ("meta", "datepublished date.available dcterms.issued dc.date.issued dcterms.created dc.date.created dc.date"),
    ("meta", "parsely-pub-date sailthru.date publish-date publish_date publishdate published_at pubdate article_date"),
    (
        "meta",
        "cxenseparse:recs:publishtime article_published_time article.published date.created originalpublicationdate",
    ),
    ("meta", "date dcterms.date article:post_date publication_date published rnews:datepublished displaydate"),
    ("meta", "citation_publication_date pub_date post_date publish_time publishtime iso-8601-publish-date dc.created"),
)
_UPDATED = (
    ("opengraph", "article:modified_time og:article:modified_time og:updated_time"),
    ("meta", "datemodified date.modified date.updated dcterms.modified dc.date.modified last-modified lastmod"),
    ("meta", "cxenseparse:modified_time last_updated_date article_modified_time revised article:modified"),
    ("meta", "article.updated article.modified article:updated_time parsely-mod-date sailthru.lastmod dc.modified"),
)
_AUTHORS = (
    ("opengraph", "article:author article:author_name og:article:author"),
    ("meta", "author parsely-author sailthru.author cxenseparse:author dc.creator dcterms.creator byl dc.author"),
    ("meta", "article.author article_author dcsext.author rnews:author authors article:authors byline"),
    ("meta", "citation_author twitter:written_by"),
)


def _metas(root: Element) -> dict[str, list[str]]:
    """Every meta element's contents by its name or property, lower-cased, blanks squeezed, in order."""
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = squeeze(entities.unescape(meta.get("content") or ""))
        if content and len(content) <= _LONGEST:
            for key in {meta.get("name"), meta.get("property"), meta.get("itemprop")}:
                if key:
                    found.setdefault(key.strip().lower(), []).append(content)
    _spread(found)
    return found


def _spread(metas: dict[str, list[str]]) -> None:
    """Add what meta elements say in pairs or in JSON: `twitter:label1` is "Written by", `parsely-page` a record."""
    for number in "12":
        label, said = metas.get(f"twitter:label{number}"), metas.get(f"twitter:data{number}")
        if label and said and label[0].lower().rstrip(" :") in _byline_labels():
            metas.setdefault("twitter:written_by", []).append(said[0])
    for text in metas.get("parsely-page", [])[:1]:
        record = read_json(text)
        for key, name in _PARSELY if isinstance(record, dict) else ():
            said = [one for one in values(record.get(key)) if isinstance(one, str)]
            metas.setdefault(name, []).extend(said)


_PARSELY = (
    ("title", "parsely-title"),
    ("authors", "parsely-author"),
    ("author", "parsely-author"),
    ("pub_date", "parsely-pub-date"),
    ("section", "parsely-section"),
)


def _byline_labels() -> frozenset[str]:
    """What stands before an author's name, in any language."""
    return frozenset(label for code in languages() for label in header_words(code).byline_labels)


def _addresses(root: Element, metas: dict[str, list[str]], url: str | None) -> frozenset[str]:
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return frozenset(fold_address(one) for one in (url or "", *links, *metas.get("og:url", []))) - {""}


def _microdata(root: Element) -> dict[str, list[Element]]:
    """Elements by `itemprop`, or RDFa's `property`, of those that describe an article's header."""
    wanted = frozenset(("headline", "author", "creator", "datepublished", "datemodified"))
    found: dict[str, list[Element]] = {}
    for element in root.iter():
        name = _property(element) if isinstance(element.tag, str) else ""
        for part in name.lower().replace("schema:", "").split():
            if part in wanted and element.tag != "meta":
                found.setdefault(part, []).append(element)
    return found


def _property(element: Element) -> str:
    return element.get("itemprop") or element.get("property") or ""


def _clean(value: str) -> str:
    """A declared string without entities and tags."""
    return squeeze(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", entities.unescape(entities.unescape(value[:_LONGEST]))))


def _titles(
    root: Element, metas: dict[str, list[str]], graph: Graph, items: dict[str, list[Element]]
) -> tuple[Claim, ...]:
    found = [Claim(_clean(text), "opengraph") for text in metas.get("og:title", [])[:1]]
    for node in graph.articles[:2]:
        names = (text_value(node.get(key)) for key in ("headline", "alternativeHeadline", "name"))
        found += [Claim(_clean(name), "json-ld") for name in names]
    found += [Claim(text_of(one), "microdata") for one in items.get("headline", [])[:1]]
    for key in ("twitter:title", "sailthru.title", "parsely-title", "dc.title", "title", "cxenseparse:title"):
        found += [Claim(_clean(text), "meta") for text in metas.get(key, [])[:1]]
    titles = (text_of(one) for one in root.iter("title") if one.getparent() is None or one.getparent().tag != "svg")
    found += [Claim(text, "title") for text in list(titles)[:1]]
    return tuple(dict.fromkeys(claim for claim in found if claim.value))


def _authors(
    metas: dict[str, list[str]], graph: Graph, items: dict[str, list[Element]]
) -> tuple[tuple[str, tuple[PersonClaim, ...]], ...]:
    found: list[tuple[str, tuple[PersonClaim, ...]]] = []
    nodes = graph.articles[:4]
    found += [("json-ld", tuple(_people(node.get(key), graph))) for node in nodes for key in ("author", "creator")]
    named = [_item_name(one) for key in ("author", "creator") for one in items.get(key, [])[:6]]
    for origin, keys in _AUTHORS:
        for key in keys.split():
            found.append((origin, tuple(PersonClaim(_clean(text)) for text in dict.fromkeys(metas.get(key, [])))))
    found.append(("microdata", tuple(PersonClaim(text) for text in dict.fromkeys(named) if 0 < len(text) <= 120)))
    return tuple(dict.fromkeys((origin, people) for origin, people in found if people))


def _item_name(element: Element) -> str:
    """The name of an author in microdata: of the element that is called so in it, else all its words."""
    for one in element.iterdescendants():
        if isinstance(one.tag, str) and _property(one).lower().removeprefix("schema:") == "name":
            return squeeze(one.get("content") or text_of(one))
    return squeeze(element.get("content") or text_of(element))


def _people(value: Any, graph: Graph) -> list[PersonClaim]:
    """The authors of a JSON-LD property: records, names, and lists of either."""
    found = []
    for one in values(value)[:40]:
        node = graph.follow(one)
        if isinstance(node, str):
            found.append(PersonClaim(_clean(node)))
        elif isinstance(node, dict):
            if isinstance(node.get("name"), list):
                found += [PersonClaim(_clean(name)) for name in node["name"] if isinstance(name, str)]
                continue
            name = _clean(text_value(node.get("name")))
            name = name or _clean(f"{text_value(node.get('givenName'))} {text_value(node.get('familyName'))}")
            types = types_of(node)
            body = any("Organization" in kind or "Organisation" in kind for kind in types) and "Person" not in types
            found.append(PersonClaim(name, _clean(text_value(node.get("jobTitle"))), body))
    return [person for person in found if person.name]


def _moments(
    metas: dict[str, list[str]],
    graph: Graph,
    items: dict[str, list[Element]],
    names: tuple[tuple[str, str], ...],
    properties: tuple[str, ...],
) -> tuple[Claim, ...]:
    found = []
    for node in graph.articles[:4]:
        found += [Claim(_clean(text_value(node.get(key))), "json-ld") for key in properties]
    for number, (origin, keys) in enumerate(names):
        for key in keys.split():
            found += [Claim(text, origin) for text in metas.get(key, [])[:1]]
        if not number:
            first = [one for key in properties for one in items.get(key.lower(), [])[:1]]
            found += [Claim(one.get("datetime") or one.get("content") or text_of(one), "microdata") for one in first]
    return tuple(dict.fromkeys(claim for claim in found if claim.value))


def _descriptions(metas: dict[str, list[str]], graph: Graph) -> tuple[str, ...]:
    found = [_clean(text_value(node.get("description"))) for node in graph.articles[:2]]
    for key in ("og:description", "description", "twitter:description", "dc.description", "sailthru.description"):
        found += [_clean(text) for text in metas.get(key, [])[:1]]
    return tuple(dict.fromkeys(text for text in found if text))


def _sections(metas: dict[str, list[str]], graph: Graph) -> tuple[str, ...]:
    found = [
        _clean(one) for node in graph.articles[:2] for one in values(node.get("articleSection")) if isinstance(one, str)
    ]
    for key in ("article:section", "parsely-section", "dc.subject"):
        found += [_clean(text) for text in metas.get(key, [])[:2]]
    return tuple(dict.fromkeys(text for text in found if 1 < len(text) <= 60))


def _sites(metas: dict[str, list[str]], graph: Graph, url: str | None) -> tuple[str, ...]:
    """Every name that the page gives its outlet."""
    found = []
    for key in _SITES:
        found += [_clean(text) for text in metas.get(key, [])[:1]]
    for node in graph.articles[:4]:
        for one in (*values(node.get("publisher")), *values(node.get("sourceOrganization"))):
            if isinstance(one := graph.follow(one), dict):
                found += [_clean(text_value(one.get(key))) for key in ("name", "legalName", "alternateName")]
    for node in graph.nodes:
        types = types_of(node)
        if types & _OUTLETS and "Person" not in types:
            found += [_clean(text_value(node.get(key))) for key in ("name", "alternateName")]
    for address in (url or "", *metas.get("og:url", [])[:1]):
        host = fold_address(address).split("/")[0].split(":")[0]
        found += [host, max(host.split(".")[:-1], key=len, default="")]
    titles = {fold_title(text) for text in metas.get("og:title", [])}
    return tuple(dict.fromkeys(text for text in found if len(text) > 1 and fold_title(text) not in titles))


_SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher", "copyright")
_OUTLETS = frozenset(("Organization", "NewsMediaOrganization", "WebSite", "Corporation"))
