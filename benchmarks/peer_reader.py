"""One of the readers that `peers.py` compares, measured in a process of its own: `peer_reader.py NAME MODEL TEXTS`.

A script by itself, which imports nothing that a reader does not need: what installs the peer would count for both.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any


def newsparse_reader(_model: str) -> Callable[[str], int]:
    import newsparse

    return lambda text: len(newsparse.parse(text).quotes)


def textacy_reader(model: str) -> Callable[[str], int]:
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load(model)
    return lambda text: sum(1 for _ in direct_quotations(nlp(text)))


FIRST = """Harbour Ferry To Sail Again

By Dana Ortiz, Staff Writer

OSTHAVEN, June 3, 2024 (Tarn Press) - The ferry will sail again next week, the harbour master said on Monday.

Ilse Kern watches the ferry on Sunday. Photo: Ada Brandt / Tarn Press

"It was the engine," Ilse Kern, 51, told reporters at the quay. "Nobody was hurt." She added that the town had paid.

According to the Tarn Courier, Mayor Owen Achebe wants "two more boats" by 2025; he declined to say what they cost.

Updated at 10:30 a.m. on June 4, 2024
2 hours ago

Jonas Adeyemi in Osthaven contributed reporting.

Follow Dana Ortiz at @dana-ortiz
"""
"""An article that both have read before their time is taken: what is loaded or compiled on first use is their start."""

READERS = {"newsparse": newsparse_reader, "textacy": textacy_reader}


def measure(name: str, model: str, texts: list[str]) -> dict[str, Any]:
    """What one of the two takes, in this process, which has done nothing else."""
    read = READERS[name](model)
    loaded = time.process_time()  # from the start of the process
    read(FIRST)
    start, found, failed = time.process_time(), 0, 0
    for text in texts:
        try:
            found += read(text)
        except Exception:  # noqa: PERF203 (the peer's: counted, and its time with it)
            failed += 1
    return {
        "load": loaded,
        "first": start,
        "seconds": time.process_time() - start,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10),
        "found": found,
        "failed": failed,
    }


if __name__ == "__main__":
    with open(sys.argv[3], encoding="utf-8") as given:
        print(json.dumps(measure(sys.argv[1], sys.argv[2], json.load(given))))
