"""schema.org as JSON-LD: a NewsArticle with its writers, and what is said in it as Quotations and Claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from newsparse.export.cast import Cast, joined, marked
from newsparse.lang import find_language, load_language
from newsparse.model import Article, Byline, Quote, Speaker

_PROPERTY = {"by": "author", "with": "contributor", "reporting": "contributor", "editing": "editor"}
"""The property that a byline's contribution is; a photographer is no contributor to the text, and left out."""


def to_jsonld(article: Article, url: str | None = None) -> dict[str, Any]:
    """The article as a schema.org `NewsArticle`.

    What is said word for word becomes a `Quotation` with `spokenByCharacter`; what is reported becomes a `Claim` with
    `author`, whose `hasPart` holds each `Quotation` in it. Attitudes are left out, and so is
    what is negated or hypothetical: schema.org has no way to say that somebody did *not* say something.

    Args:
        article: what `parse` returned.
        url: where the article stands; it becomes the node's `@id`.

    Returns:
        A dict for `json.dumps`, or for a page's `<script type="application/ld+json">` (there with `<` escaped).
    """
    data: dict[str, Any] = {"@context": "https://schema.org", "@type": "NewsArticle"}
    if url is not None:
        data |= {"@id": url, "url": url}
    data["inLanguage"] = article.language
    for key, span in (
        ("headline", article.headline),
        ("abstract", article.standfirst),
        ("articleSection", article.section),
        ("dateline", article.dateline.span if article.dateline else None),
    ):
        if span is not None:
            data[key] = span.text
    for key, when in (("datePublished", article.published), ("dateModified", article.updated)):
        if when is not None:
            data[key] = when.value.isoformat()
    for byline in article.bylines:
        if byline.contribution in _PROPERTY:
            data.setdefault(_PROPERTY[byline.contribution], []).append(_writer(byline, article.language))
    if article.corrections:
        data["correction"] = [span.text for span in article.corrections]
    said = _said(article)
    if said:
        data["hasPart"] = said
    return data


def _writer(byline: Byline, language: str) -> dict[str, Any]:
    body = _is_body(byline.name.text, language)
    node: dict[str, Any] = {"@type": "Organization" if body else "Person", "name": byline.name.text}
    if byline.role is not None and not body:
        node["jobTitle"] = byline.role.text
    if byline.organization is not None and not body:
        node["affiliation"] = {"@type": "Organization", "name": byline.organization.text}
    if byline.contact is not None:
        node["email" if "@" in byline.contact.text[1:] else "alternateName"] = byline.contact.text
    return node


def _is_body(name: str, language: str) -> bool:
    """Whether a byline names an agency or desk: one that is listed, or a name whose last word is a body's."""
    # agencies work in all languages
    known = [found for code in dict.fromkeys((language, "en")) if (found := find_language(code))]
    low = name.lower()
    if low in load_language("en").words("outlets") or any(low in one.words("agencies") for one in known):
        return True
    *before, last = low.split() or [""]
    lists = ("outlet_words", "organization_words")
    return bool(before) and any(last in one.words(name) for one in known for name in lists)


def _said(article: Article) -> list[dict[str, Any]]:
    everybody, written = Cast(article), set[int]()
    marks = marked(article)

    def refer(speaker: Speaker) -> dict[str, Any]:
        number = everybody[speaker]
        node = {"@id": f"_:speaker{number}"}
        if number not in written:
            written.add(number)
            node |= _speaker(speaker)
        return node

    def quotation(text: str, quote: Quote) -> dict[str, Any]:
        return {"@type": "Quotation", "text": text} | _by(quote, "spokenByCharacter", refer)

    found = []
    for quote in article.quotes:
        if quote.negated or quote.hypothetical:
            continue
        inner = [_unmarked(article.text, (piece.start, piece.end), marks) for piece in quote.content]
        if quote.kind == "direct":
            node = quotation(" ".join(inner), quote)
        else:
            node = {"@type": "Claim", "text": joined(quote)} | _by(quote, "author", refer)
            verbatim = _verbatim(article.text, quote, marks)
            if verbatim:
                node["hasPart"] = [quotation(text, quote) for text in verbatim]
        if quote.when is not None and quote.when.precision != "range":
            node["dateCreated"] = quote.when.value.isoformat()
        found.append(node)
    return found


def _by(quote: Quote, key: str, refer: Callable[[Speaker], dict[str, Any]]) -> dict[str, Any]:
    """Who says it; a document says nothing by itself: what it holds is based on it."""
    if quote.speaker is None:
        return {}
    return {"isBasedOn" if quote.speaker.kind == "document" else key: refer(quote.speaker)}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    if speaker.kind == "document":
        return {"@type": "CreativeWork", "name": speaker.name}
    body = speaker.kind in ("organization", "group")
    node: dict[str, Any] = {"@type": "Organization" if body else "Person", "name": speaker.name}
    if speaker.role is not None and not body:
        node["jobTitle"] = speaker.role
    if speaker.organization is not None:
        node["parentOrganization" if body else "affiliation"] = {"@type": "Organization", "name": speaker.organization}
    return node


def _verbatim(text: str, quote: Quote, marks: Sequence[tuple[int, int, bool]]) -> list[str]:
    """The words in quotation marks within what is said, without the marks."""
    found = []
    for piece in quote.content:
        at = bisect_left(marks, (piece.start,))
        while at < len(marks) and marks[at][1] <= piece.end:
            found.append(_unmarked(text, marks[at][:2], marks))
            at += 1
    return found


def _unmarked(text: str, place: tuple[int, int], marks: Sequence[tuple[int, int, bool]]) -> str:
    """A stretch of the text without the quotation marks that it begins and ends with."""
    start, end = place
    at = bisect_left(marks, (start,))
    if at < len(marks) and marks[at][0] == start:
        start += _width(text[start : start + 2])
    at = bisect_left(marks, (end,)) - 1
    if at >= 0 and marks[at][1] == end and marks[at][2]:
        end -= _width(text[end - 2 : end])
    return text[start:end]


def _width(two: str) -> int:
    return 2 if two in ("``", "''") else 1
