"""How much faster `parse_many` is with several processes than with one.

    python benchmarks/many.py GOLD.jsonl [--processes 2] [--times 10] [--rounds 3]

Each run reads all articles (each `--times` times) in a fresh process, and is timed by the clock from the first article
asked for to the last one given, with the start of its workers: this figure needs a machine that does nothing else. The
processes side by side are as many as there are workers, and each reads everything by itself: no program that shares the
articles out among them can gain more on this machine. CPU seconds tell what sharing costs: those of the process that
asks, which hands out texts and makes the articles that come back, and those of its workers.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from accuracy import records
from newsparse import parse_many

Figures = dict[str, float]


def read_all(path: Path, times: int, processes: int) -> Figures:
    """The seconds of one run, in this process and its workers."""
    texts = [record["text"] for record in records(path)] * times
    begun, spent = time.perf_counter(), cpu(resource.RUSAGE_SELF)
    for _ in parse_many(texts, processes=processes):
        pass
    return {
        "articles": len(texts),
        "clock": time.perf_counter() - begun,
        "asking": cpu(resource.RUSAGE_SELF) - spent,
        "workers": cpu(resource.RUSAGE_CHILDREN),
    }


def cpu(whose: int) -> float:
    usage = resource.getrusage(whose)
    return usage.ru_utime + usage.ru_stime


def start(path: Path, times: int, processes: int, compiled: str) -> subprocess.Popen[str]:
    """A run in a fresh process, with its modules compiled, as those of a package that was installed are."""
    told = [str(path), "--times", str(times), "--processes", str(processes), "--run"]
    env = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.Popen([sys.executable, __file__, *told], env=env, stdout=subprocess.PIPE, text=True)


def figures(run: subprocess.Popen[str]) -> Figures:
    printed, _ = run.communicate()
    if run.returncode:
        raise SystemExit(run.returncode)
    found: Figures = json.loads(printed)
    return found


def compare(path: Path, times: int, processes: int, rounds: int) -> None:
    """The runs in turn, and the best of each."""
    one, many, beside = [], [], []
    with tempfile.TemporaryDirectory() as compiled:
        figures(start(path, 1, 2, compiled))
        for _ in range(rounds):
            one.append(figures(start(path, times, 1, compiled)))
            many.append(figures(start(path, times, processes, compiled)))
            runs = [start(path, times, 1, compiled) for _ in range(processes)]
            beside.append(max(figures(run)["clock"] for run in runs))
    alone, shared = (min(runs, key=lambda run: run["clock"]) for runs in (one, many))
    for name, run in (("one process", alone), (f"{processes} processes", shared)):
        print(
            f"{name}: {run['articles']} articles, {run['clock']:.2f} s, {run['articles'] / run['clock']:.0f} a second;"
            f" CPU {run['asking']:.2f} s asking, {run['workers']:.2f} s workers"
        )
    print(f"{alone['clock'] / shared['clock']:.2f} times as fast")
    print(f"{processes * alone['clock'] / min(beside):.2f} times: {processes} processes side by side, sharing nothing")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--run", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        print(json.dumps(read_all(options.gold, options.times, options.processes)))
    else:
        compare(options.gold, options.times, options.processes, options.rounds)


if __name__ == "__main__":
    main()
