"""Document to Article: ranges become spans, and what belongs together is tied together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.document import Attribution, BylinePart, DatelinePart, Document, Entity, Range, When
from newsparse.model import (
    Article,
    Byline,
    Dateline,
    Doubt,
    Mention,
    Provenance,
    Quote,
    Span,
    Speaker,
    Timestamp,
)

_UNCLOSED = "The quotation mark is never closed; the quotation is taken to end with its paragraph."


def assemble(doc: Document) -> Article:
    """The article that the document's layers add up to."""
    header, text = doc.header, doc.text
    quotes = _quotes(doc)
    in_order = sorted(range(len(quotes)), key=lambda i: (quotes[i].span.start, quotes[i].span.end))
    said = [i for i in in_order if doc.attributions[i].act == "assertion"]
    held = [i for i in in_order if doc.attributions[i].act != "assertion"]
    return Article(
        text=text,
        language=doc.language.code,
        headline=_maybe(text, header.headline),
        standfirst=_maybe(text, header.standfirst),
        bylines=tuple(_byline(text, part) for part in header.bylines),
        dateline=None if header.dateline is None else _dateline(text, header.dateline),
        published=_timestamp(text, header.published),
        updated=_timestamp(text, header.updated),
        section=_maybe(text, header.section),
        credits=_spans(text, header.credits),
        corrections=_spans(text, header.corrections),
        furniture=_spans(text, header.furniture),
        paragraphs=_spans(text, header.paragraphs),
        quotes=tuple(quotes[i] for i in said),
        attitudes=tuple(quotes[i] for i in held),
        speakers=_in_order(q.speaker for q in quotes),
        doubts=_doubts(doc),
        provenance=tuple(_provenance(doc, said, held)),
    )


def _span(text: str, place: Range) -> Span:
    return Span(place[0], place[1], text[place[0] : place[1]])


def _maybe(text: str, place: Range | None) -> Span | None:
    return None if place is None else _span(text, place)


def _spans(text: str, places: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(_span(text, place) for place in places)


def _timestamp(text: str, when: When | None) -> Timestamp | None:
    if when is None:
        return None
    return Timestamp(span=_maybe(text, when.range), value=when.value, precision=when.precision, end=when.end)


def _byline(text: str, part: BylinePart) -> Byline:
    return Byline(
        span=_span(text, part.range),
        name=_span(text, part.name),
        role=_maybe(text, part.role),
        organization=_maybe(text, part.organization),
        location=_maybe(text, part.location),
        contact=_maybe(text, part.contact),
        contribution=part.contribution,
    )


def _dateline(text: str, part: DatelinePart) -> Dateline:
    return Dateline(
        span=_span(text, part.range),
        places=_spans(text, part.places),
        agency=_maybe(text, part.agency),
        date=_timestamp(text, part.date),
    )


def _speaker(doc: Document, entity: Entity) -> Speaker:
    return Speaker(
        name=entity.name,
        kind=entity.kind,
        role=entity.role,
        organization=entity.organization,
        pronouns=entity.pronouns,
        mentions=_spans(doc.text, [doc.mentions[m].range for m in entity.mentions]),
    )


def _quotes(doc: Document) -> list[Quote]:
    """One quote for each attribution, in the same order, parents tied."""
    resolution = doc.resolution
    wanted = {i for i in (*resolution.speaker, *resolution.addressee) if i is not None}
    cast = {i: _speaker(doc, resolution.entities[i]) for i in wanted}
    made: dict[int, Quote] = {}
    for number in range(len(doc.attributions)):
        chain: list[int] = []  # from the one wanted up to one whose parent is there already
        at: int | None = number
        while at is not None and at not in made and at not in chain:
            chain.append(at)
            at = doc.attributions[at].parent
        for i in reversed(chain):
            above = doc.attributions[i].parent
            made[i] = _quote(doc, i, cast, None if above is None else made.get(above))
    return [made[i] for i in range(len(doc.attributions))]


def _quote(doc: Document, number: int, cast: dict[int, Speaker], parent: Quote | None) -> Quote:
    text, attribution, resolution = doc.text, doc.attributions[number], doc.resolution
    detail, who, to_whom = doc.details[number], resolution.speaker[number], resolution.addressee[number]
    return Quote(
        span=_span(text, _extent(attribution)),
        content=_spans(text, attribution.content),
        cue=_maybe(text, attribution.cue),
        source=_maybe(text, attribution.source),
        speaker=None if who is None else cast[who],
        kind=attribution.kind,
        act=attribution.act,
        addressee=_addressee(text, detail.addressee, None if to_whom is None else cast[to_whom]),
        medium=_maybe(text, detail.medium),
        via=_maybe(text, detail.via),
        when=_timestamp(text, detail.when),
        parent=parent,
        negated=attribution.negated,
        hypothetical=attribution.hypothetical,
        confidence=attribution.confidence,
        rule=attribution.rule,
    )


def _addressee(text: str, place: Range | None, speaker: Speaker | None) -> Mention | None:
    return None if place is None else Mention(span=_span(text, place), speaker=speaker)


def _extent(attribution: Attribution) -> Range:
    parts = [*attribution.content, *(p for p in (attribution.cue, attribution.source) if p is not None)]
    return min(p[0] for p in parts), max(p[1] for p in parts)


def _in_order(speakers: Iterator[Speaker | None]) -> tuple[Speaker, ...]:
    """Each once, by first mention; who is mentioned nowhere comes last."""
    unique = {id(s): s for s in speakers if s is not None}
    return tuple(sorted(unique.values(), key=lambda s: (not s.mentions, s.mentions[0].start if s.mentions else 0)))


def _doubts(doc: Document) -> tuple[Doubt, ...]:
    continued = {q.continues for q in doc.quotations}
    unclosed = [
        ((q.start, q.end), _UNCLOSED) for i, q in enumerate(doc.quotations) if not q.closed and i not in continued
    ]
    found = sorted([*doc.header.doubts, *doc.resolution.doubts, *unclosed])
    return tuple(Doubt(span=_span(doc.text, place), reason=reason) for place, reason in found)


def _provenance(doc: Document, said: list[int], held: list[int]) -> Iterator[Provenance]:
    for field, place, rule in doc.header.found:
        yield Provenance(field=field, span=_maybe(doc.text, place), rule=rule)
    for name, numbers in (("quotes", said), ("attitudes", held)):
        for place_in_list, number in enumerate(numbers):
            if rule := doc.resolution.rules[number]:
                source = _maybe(doc.text, doc.attributions[number].source)
                yield Provenance(field=f"{name}[{place_in_list}].speaker", span=source, rule=rule)
