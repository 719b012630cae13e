"""brat standoff as the PolNeAR corpus has it: sources, cues and contents, and an event that ties the three."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newsparse.export.cast import Cast, named
from newsparse.model import Article, Quote, Span

BRAT_CONFIG = """\
[entities]
Source
Cue
Content

[relations]

[events]
Attribution\tSource?:Source, Cue?:Cue, Content:Content

[attributes]
"""
"""What brat wants as `annotation.conf` beside the files."""


def to_brat(article: Article, notes: bool = True) -> str:
    """The quotes and attitudes as the `.ann` file of a `.txt` file that holds `article.text`.

    Offsets are code points. Where a piece runs over the end of a line it is cut there, as brat asks. The event's
    trigger stands on the cue, or on the content where there is no cue.

    Args:
        article: what `parse` returned.
        notes: also write kind, act, speaker, and what else the corpus does not have, as a note on the event, in JSON.
    """
    lines: list[str] = []
    everybody = Cast(article)
    count = 0
    for number, (_, quote) in enumerate(named(article), 1):
        roles = []
        trigger = (quote.cue,) if quote.cue is not None else quote.content
        for label, spans in (
            ("Source", (quote.source,)),
            ("Cue", (quote.cue,)),
            ("Content", quote.content),
            ("Attribution", trigger),
        ):
            fragments = list(_fragments(article.text, [span for span in spans if span is not None]))
            if fragments:
                count += 1
                roles.append(f"{label}:T{count}")
                places = ";".join(f"{start} {end}" for start, end in fragments)
                words = " ".join(article.text[start:end] for start, end in fragments)
                lines.append(f"T{count}\t{label} {places}\t{words}")
        lines.append(f"E{number}\t{' '.join(reversed(roles))}")
        if notes:
            lines.append(f"#{number}\tAnnotatorNotes E{number}\t{json.dumps(_note(quote, everybody))}")
    return "".join(f"{line}\n" for line in lines)


def _fragments(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """The spans cut at the ends of lines, without blanks there."""
    for span in spans:
        at = span.start
        for line in text[span.start : span.end].splitlines(keepends=True):
            start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
            if start < end:
                yield start, end
            at += len(line)


def _note(quote: Quote, everybody: Cast) -> dict[str, object]:
    note: dict[str, object] = {"kind": quote.kind, "act": quote.act}
    if quote.speaker is not None:
        note |= {"speaker": quote.speaker.name, "speaker_id": everybody[quote.speaker]}
    if quote.addressee is not None:
        note["addressee"] = quote.addressee.span.text
    note |= {name: True for name in ("negated", "hypothetical") if getattr(quote, name)}
    return note | {"confidence": quote.confidence, "rule": quote.rule}
