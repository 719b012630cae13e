"""Who speaks in attributions inside the content of others: never the outer speaker under another's description."""

from __future__ import annotations

from bisect import bisect_left

from newsparse.document import Document
from newsparse.stages.speakers.reading import Reading


def speakers_within(doc: Document, reading: Reading, speaker: list[int | None], rules: list[str]) -> None:
    """Give *I* in a quotation to who is quoted, and nobody else's words to them."""
    for i, attribution in enumerate(doc.attributions):
        if attribution.parent is None or attribution.source is None:
            continue
        root = attribution.parent
        while (above := doc.attributions[root].parent) is not None:
            root = above
        start, end = attribution.source
        source = doc.text[start:end].lower()
        quoted = doc.signals.quote[bisect_left(doc.tokens.start, start)] >= 0
        if quoted and source == "i":
            speaker[i], rules[i] = speaker[root], "speaker.pronoun.own" if speaker[root] is not None else ""
        elif speaker[i] is None or speaker[i] != speaker[root] or reading.kind_of_source(attribution.source) == "name":
            continue
        elif quoted or source.startswith(("the ", "a ", "an ")):
            speaker[i], rules[i] = None, ""
