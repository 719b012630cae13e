"""W3C Web Annotations: an annotation for what is said, and one each for its cue and its source.

Positions are code points of the text, as the Web Annotation Data Model asks ("in terms of unicode code points, not in
terms of code units"), which is also what `Span` counts; a program that counts UTF-16 units has to convert them.
"""

from __future__ import annotations

import uuid
from typing import Any

from newsparse.export.cast import named
from newsparse.model import Article, Quote, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
"""How many characters before and after go along with a quoted text, so that it can be found again."""


def to_webanno(article: Article, source: str | None = None) -> dict[str, Any]:
    """The quotes and attitudes as one `AnnotationCollection` with one page.

    The annotation of what is said has a target for each piece, and as bodies the speaker (`identifying`) and kind, act,
    `negated` and `hypothetical` where they hold (`classifying`). Those of the cue and of the source are tagged so and
    linked to it.

    Args:
        article: what `parse` returned.
        source: the IRI of the text; without one, a `urn:uuid:` made of the text itself.

    Returns:
        A dict for `json.dumps`.
    """
    if source is None:
        source = uuid.uuid5(uuid.NAMESPACE_OID, article.text.encode("utf-8", "surrogatepass").hex()).urn
    base = source.partition("#")[0]
    items: list[dict[str, Any]] = []
    for name, quote in named(article):
        whole = f"{base}#{name}"
        said = _annotation(whole, "describing", _bodies(quote), [_target(article, source, s) for s in quote.content])
        items.append(said)
        for part, span in (("cue", quote.cue), ("source", quote.source)):
            if span is not None:
                link = {"type": "SpecificResource", "source": whole, "purpose": "linking"}
                bodies = [{"type": "TextualBody", "value": part, "purpose": "tagging"}, link]
                items.append(_annotation(f"{whole}-{part}", "tagging", bodies, [_target(article, source, span)]))
    page = {"id": f"{base}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": f"{base}#annotations",
        "type": "AnnotationCollection",
        "label": "Who says what",
        "total": len(items),
        "first": page,
    }


def _annotation(name: str, motivation: str, body: list[Any], target: list[Any]) -> dict[str, Any]:
    only = target[0] if len(target) == 1 else target
    return {"id": name, "type": "Annotation", "motivation": motivation, "body": body, "target": only}


def _bodies(quote: Quote) -> list[dict[str, Any]]:
    values: list[tuple[str, str]] = [("classifying", quote.kind), ("classifying", quote.act)]
    values += [("classifying", name) for name in ("negated", "hypothetical") if getattr(quote, name)]
    if quote.speaker is not None:
        values.insert(0, ("identifying", quote.speaker.name))
    return [{"type": "TextualBody", "value": value, "purpose": purpose} for purpose, value in values]


def _target(article: Article, source: str, span: Span) -> dict[str, Any]:
    text = article.text
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    quoted = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return {"type": "SpecificResource", "source": source, "selector": [position, quoted]}
