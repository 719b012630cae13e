"""Names in headlines, where every word has a capital: only what the story itself names is a name there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsparse.stages.people.capitals import is_capital
from newsparse.stages.people.runs import Reader, Run


def headline_runs(reader: Reader, body: Iterable[Run]) -> Iterator[Run]:
    """The stretches of headlines in title case that repeat a name of the story, or a part of one."""
    known = _known(reader, body)
    low, words = reader.low, reader.words
    for first, last in sorted(reader.headlines):
        i = first
        while i < last:
            best: tuple[int, Run] | None = None
            for name, run in known.get(low[i], ()):
                size = _match(low, i, last, name)
                if size and (best is None or size > best[0]):
                    best = size, run
            if best is None:
                i += 1
                continue
            size, run = best
            if is_capital(reader.word[i]) and (low[i] not in words.function_words or size > 1):
                yield Run(i, i + size, i, run.kind, run.sure, run.gender)
            i += size


def _known(reader: Reader, body: Iterable[Run]) -> dict[str, list[tuple[tuple[str, ...], Run]]]:
    """For each word of the headlines that is in a name of the story: the names from it on, each once."""
    known: dict[str, list[tuple[tuple[str, ...], Run]]] = {}
    seen: set[tuple[str, ...]] = set()
    there = {w for first, last in reader.headlines for w in reader.low[first:last]}
    for run in body:
        name = reader.low[run.name : run.last]
        if there.isdisjoint(name) or name in seen or run.role:
            continue
        seen.add(name)
        for k in range(len(name)):
            if name[k] not in there:
                continue
            entries = known.setdefault(name[k], [])
            if len(entries) < 20:
                entries.append((name[k:], run))
    return known


def _match(low: tuple[str, ...], i: int, last: int, name: tuple[str, ...]) -> int:
    size = 0
    while size < len(name) and i + size < last and low[i + size] == name[size]:
        size += 1
    return size
