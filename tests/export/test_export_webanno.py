"""Web Annotations: the selectors find their text by place and by words; the terms are those of the vocabulary."""

from __future__ import annotations

import re
from typing import Any

from pyld import jsonld

from export.samples import articles
from newsparse import Article, parse
from newsparse.export import to_webanno

OA_ = "http://www.w3.org/ns/oa#"
CONTEXT = {
    "oa": OA_,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextualBody", "exact", "prefix", "suffix")},
    **{name: f"oa:{name}" for name in ("TextQuoteSelector", "TextPositionSelector", "start", "end")},
    **{name: f"oa:{name}" for name in ("describing", "tagging", "identifying", "classifying", "linking")},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "value": "rdf:value",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "first": {"@id": "as:first", "@type": "@id"},
    "startIndex": "as:startIndex",
    "items": {"@id": "as:items", "@container": "@list", "@type": "@id"},
    "total": "as:totalItems",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
}
"""What of http://www.w3.org/ns/anno.jsonld is used here."""


def load(url: str, _: object) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def items(article: Article) -> list[dict[str, Any]]:
    collection = to_webanno(article)
    found: list[dict[str, Any]] = collection["first"]["items"]
    assert collection["total"] == len(found)
    return found


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def by_place(text: str, target: dict[str, Any]) -> str:
    """As the model has it: code points, the end left out."""
    position = next(s for s in target["selector"] if s["type"] == "TextPositionSelector")
    return "".join(list(text)[position["start"] : position["end"]])


def by_words(text: str, target: dict[str, Any]) -> set[int]:
    quote = next(s for s in target["selector"] if s["type"] == "TextQuoteSelector")
    pattern = f"(?<={re.escape(quote['prefix'])})(?={re.escape(quote['exact'] + quote['suffix'])})"
    return {found.start() for found in re.finditer(pattern, text)}


def test_both_selectors_find_the_same_text() -> None:
    for article in articles().values():
        for annotation in items(article):
            for target in targets(annotation):
                position, quote = target["selector"]
                assert by_place(article.text, target) == quote["exact"]
                assert position["start"] in by_words(article.text, target)


def test_places_are_code_points() -> None:
    article = articles()["emoji"]
    first = targets(items(article)[0])[0]
    assert first["selector"][0]["start"] == 3
    assert by_place(article.text, first) == "“It holds \U0001f389,”"


def test_the_article_comes_back() -> None:
    """Contents, cues, sources, kinds and speakers of all attributions can be read off."""
    article = articles()["bridge"]
    found = {a["id"].partition("#")[2]: a for a in items(article)}
    for name, quotes in (("quotes", article.quotes), ("attitudes", article.attitudes)):
        for i, quote in enumerate(quotes):
            whole = found.pop(f"{name}-{i}")
            assert [by_place(article.text, t) for t in targets(whole)] == [str(p) for p in quote.content]
            bodies = [(body["purpose"], body["value"]) for body in whole["body"]]
            assert ("classifying", quote.kind) in bodies and ("classifying", quote.act) in bodies
            assert (("identifying", quote.speaker.name) in bodies) if quote.speaker else True
            assert (("classifying", "negated") in bodies) == quote.negated
            for part, span in (("cue", quote.cue), ("source", quote.source)):
                if span is not None:
                    piece = found.pop(f"{name}-{i}-{part}")
                    assert by_place(article.text, targets(piece)[0]) == str(span)
                    assert piece["body"][1]["source"] == whole["id"]
    assert not found


def test_a_processor_of_json_ld_drops_nothing() -> None:
    def keys(value: Any) -> set[str]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return {*(value if isinstance(value, dict) else ()), *(key for item in inner for key in keys(item))}

    collection = to_webanno(articles()["bridge"])
    assert keys(collection) - {"@context"} <= CONTEXT.keys()
    nodes = jsonld.flatten(collection, options={"documentLoader": load})
    annotations = [node for node in nodes if node.get("@type") == [f"{OA_}Annotation"]]
    assert len(annotations) == collection["total"]
    for node in annotations:
        assert node.keys() == {"@id", "@type", f"{OA_}hasBody", f"{OA_}hasTarget", f"{OA_}motivatedBy"}
        assert node[f"{OA_}motivatedBy"] in ([{"@id": f"{OA_}describing"}], [{"@id": f"{OA_}tagging"}])


def test_names_are_iris_of_the_text() -> None:
    text = '"It holds," Dana Ortiz said.'
    assert to_webanno(parse(text)) == to_webanno(parse(text))
    assert to_webanno(parse(text))["id"].startswith("urn:uuid:")
    given = to_webanno(parse(text), "https://lamp.example/a#top")
    assert given["id"] == "https://lamp.example/a#annotations"
    assert given["first"]["items"][0]["target"]["source"] == "https://lamp.example/a#top"
