"""Document to Article: ranges become spans, and what belongs together is tied together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsparse.document import BylinePart, DatelinePart, Document, Entity, Range, When
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

_UNCLOSED = (
    "The quotation mark is never closed; the quotation is taken to end with its paragraph, or where a new one begins."
)


class _Spans(dict[Range, Span]):
    """The spans of one text, each made when it is first asked for, and once."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def __missing__(self, place: Range) -> Span:
        start, end = place
        span = self[place] = Span(start, end, self.text[start:end])
        return span

    def maybe(self, place: Range | None) -> Span | None:
        """The span of a place, or none for none."""
        return None if place is None else self[place]

    def all(self, places: Sequence[Range]) -> tuple[Span, ...]:
        """The spans of places, in the same order."""
        return tuple([self[place] for place in places])


def assemble(doc: Document) -> Article:
    """The article that the document's layers add up to."""
    header, spans = doc.header, _Spans(doc.text)
    quotes = _quotes(doc, spans)
    said = [i for i, quote in quotes.items() if quote.act == "assertion"]
    held = [i for i, quote in quotes.items() if quote.act != "assertion"]
    return Article(
        text=doc.text,
        language=doc.language.code,
        headline=spans.maybe(header.headline),
        standfirst=spans.maybe(header.standfirst),
        bylines=tuple(_byline(spans, part) for part in header.bylines),
        dateline=None if header.dateline is None else _dateline(spans, header.dateline),
        published=_timestamp(spans, header.published),
        updated=_timestamp(spans, header.updated),
        section=spans.maybe(header.section),
        credits=spans.all(header.credits),
        corrections=spans.all(header.corrections),
        furniture=spans.all(header.furniture),
        paragraphs=spans.all(header.paragraphs),
        quotes=tuple([quotes[i] for i in said]),
        attitudes=tuple([quotes[i] for i in held]),
        speakers=_in_order(quote.speaker for quote in quotes.values()),
        doubts=_doubts(doc, spans),
        provenance=_provenance(doc, quotes, said, held, spans),
    )


def _timestamp(spans: _Spans, when: When | None) -> Timestamp | None:
    if when is None:
        return None
    return Timestamp(span=spans.maybe(when.range), value=when.value, precision=when.precision, end=when.end)


def _byline(spans: _Spans, part: BylinePart) -> Byline:
    return Byline(
        span=spans[part.range],
        name=spans[part.name],
        role=spans.maybe(part.role),
        organization=spans.maybe(part.organization),
        location=spans.maybe(part.location),
        contact=spans.maybe(part.contact),
        contribution=part.contribution,
    )


def _dateline(spans: _Spans, part: DatelinePart) -> Dateline:
    return Dateline(
        span=spans[part.range],
        places=spans.all(part.places),
        agency=spans.maybe(part.agency),
        date=_timestamp(spans, part.date),
    )


def _speaker(entity: Entity, spans: _Spans) -> Speaker:
    return Speaker(
        name=entity.name,
        kind=entity.kind,
        role=entity.role,
        organization=entity.organization,
        pronouns=entity.pronouns,
        mentions=spans.all(entity.mentions),
    )


def _quotes(doc: Document, spans: _Spans) -> dict[int, Quote]:
    """A quote for each attribution that the caller's least confidence lets pass, by its number, parents tied."""
    resolution, attributions, least = doc.resolution, doc.attributions, doc.options.min_confidence
    kept = [i for i, attribution in enumerate(attributions) if attribution.confidence >= least]
    above = {i: attributions[i].parent for i in kept}
    wanted = {number for i in kept for number in (resolution.speaker[i], resolution.addressee[i])}
    cast = {i: _speaker(resolution.entities[i], spans) for i in wanted if i is not None}
    made: dict[int, Quote] = {}
    for number in kept:
        at = above[number]
        if at is None or at in made:
            if number not in made:
                made[number] = _quote(doc, number, cast, None if at is None else made[at], spans)
            continue
        chain: dict[int, int | None] = {}  # from the one wanted up to one whose parent is there already
        at = number
        while at is not None and at in above and at not in made and at not in chain:
            chain[at] = above[at]
            at = chain[at]
        for i, parent in reversed(chain.items()):
            made[i] = _quote(doc, i, cast, None if parent is None else made.get(parent), spans)
    return {i: made[i] for i in kept}


def _quote(doc: Document, number: int, cast: dict[int, Speaker], parent: Quote | None, spans: _Spans) -> Quote:
    attribution, detail, resolution, text = doc.attributions[number], doc.details[number], doc.resolution, doc.text
    content, cue, source, when = attribution.content, attribution.cue, attribution.source, detail.when
    who, addressee = resolution.speaker[number], detail.addressee
    start, end = _extent(content, cue, source)
    return Quote(
        # not asked for in `spans`: hardly ever is another thing at the place of a quote, of its content or of its cue
        span=Span(start, end, text[start:end]),
        content=tuple([Span(a, b, text[a:b]) for a, b in content]),
        cue=None if cue is None else Span(cue[0], cue[1], text[cue[0] : cue[1]]),
        source=None if source is None else spans[source],
        speaker=None if who is None else cast[who],
        kind=attribution.kind,
        act=attribution.act,
        addressee=None if addressee is None else _addressee(spans[addressee], resolution.addressee[number], cast),
        medium=None if detail.medium is None else spans[detail.medium],
        via=None if detail.via is None else spans[detail.via],
        when=None if when is None else _timestamp(spans, when),
        parent=parent,
        negated=attribution.negated,
        hypothetical=attribution.hypothetical,
        confidence=attribution.confidence,
        rule=attribution.rule,
    )


def _extent(content: tuple[Range, ...], cue: Range | None, source: Range | None) -> Range:
    start, end = content[0][0], content[-1][1]
    for place in (cue, source):
        if place is not None:
            if place[0] < start:
                start = place[0]
            if place[1] > end:
                end = place[1]
    return start, end


def _addressee(span: Span, number: int | None, cast: dict[int, Speaker]) -> Mention:
    return Mention(span=span, speaker=None if number is None else cast[number])


def _in_order(speakers: Iterable[Speaker | None]) -> tuple[Speaker, ...]:
    """Each once, by first mention; who is mentioned nowhere comes last."""
    unique = {id(s): s for s in speakers if s is not None}
    return tuple(sorted(unique.values(), key=lambda s: (not s.mentions, s.mentions[0].start if s.mentions else 0)))


def _doubts(doc: Document, spans: _Spans) -> tuple[Doubt, ...]:
    continued = {q.continues for q in doc.quotations}
    unclosed = [
        ((q.start, q.end), _UNCLOSED) for i, q in enumerate(doc.quotations) if not q.closed and i not in continued
    ]
    found = sorted([*doc.header.doubts, *doc.resolution.doubts, *unclosed])
    return tuple(Doubt(span=spans[place], reason=reason) for place, reason in found)


def _provenance(
    doc: Document, quotes: dict[int, Quote], said: list[int], held: list[int], spans: _Spans
) -> tuple[Provenance, ...]:
    found = [Provenance(field=field, span=spans.maybe(place), rule=rule) for field, place, rule in doc.header.found]
    rules = doc.resolution.rules
    for name, numbers in (("quotes", said), ("attitudes", held)):
        for place_in_list, number in enumerate(numbers):
            if rule := rules[number]:
                span = quotes[number].source
                found.append(Provenance(field=f"{name}[{place_in_list}].speaker", span=span, rule=rule))
    return tuple(found)
