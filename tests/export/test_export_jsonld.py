"""schema.org: expanded by a JSON-LD processor, and each property checked against schema.org's own types."""

from __future__ import annotations

from typing import Any

import msgspec_schemaorg.models
from pyld import jsonld

from export.samples import articles
from newsparse import Article, parse
from newsparse.export import to_jsonld

CONTEXT = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}
"""What of schema.org's context matters here."""


def load(url: str, _: object) -> dict[str, Any]:
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def graph(article: Article, url: str | None = None) -> dict[str, dict[str, Any]]:
    nodes = jsonld.flatten(to_jsonld(article, url), options={"documentLoader": load})
    return {node["@id"]: node for node in nodes}


def of_type(nodes: dict[str, dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [node for node in nodes.values() if node["@type"] == [f"https://schema.org/{name}"]]


def value(node: dict[str, Any], key: str) -> Any:
    (found,) = node[f"https://schema.org/{key}"]
    return found.get("@value", found.get("@id"))


def test_every_node_has_a_type_and_only_its_properties() -> None:
    for article in articles().values():
        for node in graph(article, "https://lamp.example/a?b=1").values():
            (kind,) = node["@type"]
            fields = getattr(msgspec_schemaorg.models, kind.removeprefix("https://schema.org/")).__struct_fields__
            for key in node.keys() - {"@id", "@type"}:
                assert key.removeprefix("https://schema.org/") in fields, (kind, key)


def test_the_article() -> None:
    nodes = graph(articles()["bridge"], "https://lamp.example/bridge")
    (article,) = of_type(nodes, "NewsArticle")
    assert article["@id"] == value(article, "url") == "https://lamp.example/bridge"
    assert value(article, "headline") == "A Second Bridge for Harbour Town"
    assert value(article, "datePublished") == "2024-03-14"
    assert value(article, "dateline") == "TARN (Reuters)"
    assert value(nodes[value(article, "author")], "name") == "Lena Hartwell"
    assert value(nodes[value(article, "editor")], "name") == "Bo Carr"


def test_what_is_verbatim_is_a_quotation_and_the_rest_a_claim() -> None:
    nodes = graph(articles()["bridge"])
    ortiz = next(n["@id"] for n in of_type(nodes, "Person") if value(n, "name") == "Dana Ortiz")
    quotations = {value(n, "text"): n for n in of_type(nodes, "Quotation")}
    assert quotations.keys() == {"The bridge is two years late, It is also too short.", "no money at all"}
    assert all(value(n, "spokenByCharacter") == ortiz for n in quotations.values())
    first = quotations["The bridge is two years late, It is also too short."]
    assert value(first, "dateCreated") == "2024-03-11"
    claims = {value(n, "text"): n for n in of_type(nodes, "Claim")}
    mixed = claims['that the council has "no money at all" for a second one']
    assert value(mixed, "author") == ortiz
    assert value(mixed, "hasPart") == quotations["no money at all"]["@id"]


def test_what_was_not_said_is_left_out() -> None:
    article = parse("Dana Ortiz did not say that the ferry would close. She would say that it is late.")
    assert article.quotes
    assert "hasPart" not in to_jsonld(article)


def test_a_document_is_what_a_claim_is_based_on() -> None:
    nodes = graph(parse("The report found that the dam is safe."))
    (claim,) = of_type(nodes, "Claim")
    assert nodes[value(claim, "isBasedOn")]["@type"] == ["https://schema.org/CreativeWork"]


def test_an_agency_is_an_organization() -> None:
    article = parse("Ferries stop\n\nBy Reuters\n\nMarch 3, 2024\n\nThe ferries stopped on Monday, the town said.")
    assert [node["@type"] for node in to_jsonld(article)["author"]] == ["Organization"]
