"""Speakers: mentions to the cast, and each attribution's source to one of the cast."""

from __future__ import annotations

from newsparse.document import Document, Range, Resolution
from newsparse.stages.speakers.reading import Reading
from newsparse.stages.speakers.unnamed import speakers_of_unnamed
from newsparse.stages.speakers.within import speakers_within


def resolve_speakers(doc: Document) -> Resolution:
    """Who speaks in each attribution, and who is spoken to."""
    reading = Reading(doc)
    reading.name_in_full()
    reading.read_mentions()
    size = len(doc.attributions)
    speaker: list[int | None] = [None] * size
    rules = [""] * size
    for i, attribution in enumerate(doc.attributions):
        if attribution.source is not None:
            speaker[i], rules[i] = reading.source(i)
    speakers_of_unnamed(doc, reading, speaker, rules)
    speakers_within(doc, reading, speaker, rules)
    addressee = [None if d.addressee is None else reading.addressed(d.addressee) for d in doc.details]
    addressee += [None] * (size - len(addressee))
    wanted = sorted({n for n in (*speaker, *addressee) if n is not None})
    place = {number: i for i, number in enumerate(wanted)}
    doubts: tuple[tuple[Range, str], ...] = tuple(reading.doubts)
    return Resolution(
        entities=tuple([reading.cast.entity(n) for n in place]),
        speaker=tuple([None if n is None else place[n] for n in speaker]),
        addressee=tuple([None if n is None else place[n] for n in addressee]),
        rules=tuple(rules),
        doubts=doubts,
    )
