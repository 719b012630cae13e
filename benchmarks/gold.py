"""Gold attributions as the stages see them: in tokens, each tied to the candidate that heads its cue."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from typing import Any

import attrs

from newsparse.document import Document, Range
from newsparse.pipeline import prepare
from newsparse.stages import cues


@attrs.frozen
class Gold:
    """One gold attribution in tokens; pieces trimmed of punctuation at their edges."""

    cue: Range
    source: Range | None
    pieces: tuple[Range, ...]


@attrs.define
class Sample:
    """A prepared article with its gold, and which candidate is the head of which gold cue."""

    doc: Document
    gold: list[Gold]
    candidates: list[tuple[int, int, str]]
    label: list[int]  # -1 no cue, -2 inside a gold cue but not its head, else the number of the gold attribution


def tokens_of(doc: Document, start: int, end: int) -> Range | None:
    """The tokens that characters `start` to `end` touch."""
    first = bisect_right(doc.tokens.end, start)
    last = bisect_left(doc.tokens.start, end)
    return (first, last) if first < last else None


def trimmed(doc: Document, piece: Range) -> Range | None:
    """Without punctuation at its edges, marks of a whole quotation kept."""
    first, last = piece
    word, quote, quotations = doc.tokens.word, doc.signals.quote, doc.quotations

    def loose(k: int) -> bool:
        return (
            not word[k][0].isalnum()
            and not (quote[k] >= 0 and k in (quotations[quote[k]].first, quotations[quote[k]].last - 1))
            and word[k] not in ("$", "#", "@")
        )

    while first < last and loose(first):
        first += 1
    while first < last and loose(last - 1):
        last -= 1
    return (first, last) if first < last else None


def read_sample(record: dict[str, Any]) -> Sample:
    """An article of a gold file, prepared up to the word classes."""
    doc = prepare(record["text"])
    gold = []
    for a in record["attributions"]:
        cue = tokens_of(doc, *a["cue"][0]) if a.get("cue") else None
        pieces = [trimmed(doc, p) for s, e in a["content"] if (p := tokens_of(doc, s, e))]
        if cue is None:
            continue
        source = tokens_of(doc, *a["source"][0]) if a.get("source") else None
        gold.append(Gold(cue, source, tuple(sorted(p for p in pieces if p))))
    found = cues.candidates(doc)
    counts = doc.language.table("cues")
    label = [-1] * len(found)
    for number, g in enumerate(gold):
        inside = [n for n, (first, last, _) in enumerate(found) if first < g.cue[1] and last > g.cue[0]]
        for n in inside:
            label[n] = -2

        def worth(n: int) -> tuple[float, int]:
            row = counts[found[n][2]]
            return (int(row["times_cue"]) + 0.2) / (int(row["times_seen"]) + 2), n

        if inside:
            label[max(inside, key=worth)] = number
    return Sample(doc, gold, found, label)


def words(doc: Document, span: Range | None) -> set[int]:
    return {k for k in range(*span) if doc.tokens.word[k][0].isalnum()} if span else set()


def overlap(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def read_samples(path: str) -> list[Sample]:
    with open(path, encoding="utf-8") as file:
        return [read_sample(json.loads(line)) for line in file if line.strip()]
