"""Headers from text and from HTML: newsparse beside newspaper4k and trafilatura, on pages of your own.

    python benchmarks/headers.py GOLD.jsonl [--pages FOLDER] [--venv FOLDER] [--limit N] [-o FOLDER]

GOLD is in the form that `header_scores.py` says; FOLDER holds each page as `ID.html` or `ID.html.gz`. Each reader has
each page in its hands as characters, in a process of its own, which prints what it read and the CPU seconds it took,
the least of a few rounds.

The two others are no part of newsparse's needs. They are taken from the environment that runs this where they are
installed; with `--venv FOLDER` they are installed from the package index into that environment of their own.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PEERS = ("newspaper4k>=0.9.3", "trafilatura>=2.0", "lxml-html-clean")
ROUNDS = 4
"""How often each reader reads all pages; the quickest round counts."""
Header = dict[str, Any]
Reader = Callable[[dict[str, Any], str], Header]


def newsparse_text() -> Reader:
    import newsparse

    return lambda row, _: _of_article(newsparse.parse(row["text"], row.get("url"), language=row.get("lang", "en")))


def newsparse_header() -> Reader:
    import newsparse

    return lambda row, _: _of_article(
        newsparse.parse_header(row["text"], row.get("url"), language=row.get("lang", "en"))
    )


def newsparse_html() -> Reader:
    import newsparse

    return lambda row, html: _of_article(newsparse.parse_html(html, row.get("url")))


def newspaper4k() -> Reader:
    newspaper = importlib.import_module("newspaper")

    def read(row: dict[str, Any], html: str) -> Header:
        article = newspaper.Article(row.get("url") or "http://page.example/", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        when = article.publish_date
        return {
            "headline": article.title,
            "authors": list(article.authors),
            "published": when.isoformat() if hasattr(when, "isoformat") else None,
        }

    return read


def trafilatura() -> Reader:
    extract = importlib.import_module("trafilatura").bare_extraction

    def read(row: dict[str, Any], html: str) -> Header:
        found = extract(html, url=row.get("url"), with_metadata=True)
        if found is None:
            return {}
        authors = [name.strip() for name in (found.author or "").split(";")]
        return {"headline": found.title, "authors": [name for name in authors if name], "published": found.date}

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "newsparse, text": newsparse_text,
    "newsparse, header of the text alone": newsparse_header,
    "newsparse, HTML": newsparse_html,
    "newspaper4k, HTML": newspaper4k,
    "trafilatura, HTML": trafilatura,
}


def _of_article(article: Any) -> Header:
    places = article.dateline.places if article.dateline else ()
    return {
        "headline": article.headline and article.headline.text,
        "authors": [byline.name.text for byline in article.bylines if byline.contribution in ("by", "with")],
        "published": article.published and article.published.value.isoformat(),
        "dateline": places[0].text if places else None,
    }


def load(gold: Path, pages: Path | None, limit: int | None) -> Iterable[tuple[dict[str, Any], str]]:
    """The rows of the gold, each with its page; of those without one, where a folder is given, none."""
    with gold.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()][:limit]
    for row in rows:
        html = "" if pages is None else _page(pages, row["id"])
        if html is not None:
            yield row, html


def _page(folder: Path, name: str) -> str | None:
    for path, unpack in ((folder / f"{name}.html", bytes), (folder / f"{name}.html.gz", gzip.decompress)):
        if path.exists():
            return unpack(path.read_bytes()).decode("utf-8", "replace")
    return None


def measure(name: str, gold: Path, pages: Path | None, limit: int | None) -> dict[str, Any]:
    """What one reader reads, in this process, and the CPU seconds it takes: the least of a few rounds over all pages.

    In the first round a reader loads what it needs, and on a machine that does other things too the least is nearest
    to what it takes.
    """
    read = READERS[name]()
    loaded = list(load(gold, pages, limit))
    failed = 0
    found: dict[str, Header] = {}
    seconds: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        headers = [_tried(read, row, html) for row, html in loaded]
        seconds.append(time.process_time() - start)
    for (row, _), header in zip(loaded, headers, strict=True):
        failed += header is None
        found[row["id"]] = header or {}
    return {"found": found, "seconds": min(seconds), "pages": len(loaded), "failed": failed}


def _tried(read: Reader, row: dict[str, Any], html: str) -> Header | None:
    try:
        return read(row, html)
    except Exception:  # a page that breaks a reader counts as one of which it reads nothing
        return None


def run(name: str, python: str, args: argparse.Namespace) -> dict[str, Any] | str:
    """The same in a process of its own; why not, where that fails."""
    command = [python, __file__, str(args.gold), "--reader", name]
    command += ["--pages", str(args.pages)] * (args.pages is not None)
    command += ["--limit", str(args.limit)] * (args.limit is not None)
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path})
    if done.returncode:
        why = done.stderr.strip().splitlines()[-1:] or ["it failed"]
        return f"not installed ({why[0]})" if "ModuleNotFoundError" in why[0] else why[0]
    last: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return last


def environment(folder: Path) -> str:
    """The Python of an environment with the peers in it, made on the first call."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", "pip"], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return str(python)


def table(results: dict[str, dict[str, Any] | str], gold: list[dict[str, Any]]) -> str:
    """The figures, a row for each reader."""
    from header_scores import score

    lines = [
        "| | headline | authors P / R / F1 (set right) | day P / R | minute | dateline F1 | pages/s |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, result in results.items():
        if isinstance(result, str):
            lines.append(f"| {name} | {result} | | | | | |")
            continue
        c = score(gold, result["found"], from_html=name.endswith("HTML"))
        a, day, minute, line = c["authors"], c["day"], c["minute"], c["dateline"]
        told = line.wanted and any("dateline" in found for found in result["found"].values())
        shown = f"{line.f1:.1%}" if told else ""
        lines.append(
            f"| {name} | {c['headline'].recall:.1%} | {a.precision:.1%} / {a.recall:.1%} / {a.f1:.1%} "
            f"({c['set'].recall:.1%}) | {day.precision:.1%} / {day.recall:.1%} | {minute.right}/{minute.wanted} "
            f"| {shown} | {result['pages'] / max(result['seconds'], 1e-9):.0f} |"
        )
    return "\n".join(lines)


def ratios(results: dict[str, dict[str, Any] | str]) -> str:
    """How many pages each reader reads while each of the others' tools reads one, side by side."""
    each = {
        name: result["seconds"] / result["pages"]
        for name, result in results.items()
        if isinstance(result, dict) and result["pages"]
    }
    others = [name for name in each if not name.startswith("newsparse")]
    if not others:
        return ""
    lines = [f"| pages in the time of one of | {' | '.join(others)} |", "| --- |" + " --- |" * len(others)]
    for name, seconds in each.items():
        shown = (f"{each[other] / max(seconds, 1e-9):.1f}" for other in others)
        lines.append(f"| {name} | {' | '.join(shown)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="the pages; without it only text is read")
    parser.add_argument("--venv", type=Path, metavar="FOLDER", help="install the others there, and run them from there")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N pages")
    parser.add_argument("-o", "--output", type=Path, metavar="FOLDER", help="write what each reader read, for a scorer")
    parser.add_argument("--reader", choices=READERS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.reader:
        print(json.dumps(measure(args.reader, args.gold, args.pages, args.limit)))
        return
    theirs = environment(args.venv) if args.venv else sys.executable
    results: dict[str, dict[str, Any] | str] = {}
    for name in READERS:
        if args.pages is None and name.endswith("HTML"):
            continue
        results[name] = run(name, sys.executable if name.startswith("newsparse") else theirs, args)
    gold = [row for row, _ in load(args.gold, args.pages, args.limit)]
    print(f"{len(gold)} pages of {args.gold.name}\n\n{table(results, gold)}\n\n{ratios(results)}".rstrip())
    if any(isinstance(result, str) and result.startswith("not installed") for result in results.values()):
        print(f"\nInstall the others with --venv FOLDER, or: pip install {' '.join(map(repr, PEERS))}")
    if args.output:
        args.output.mkdir(parents=True, exist_ok=True)
        for name, result in results.items():
            if isinstance(result, dict):
                rows = [json.dumps({"id": key, **found}, ensure_ascii=False) for key, found in result["found"].items()]
                path = args.output / f"{name.replace(', ', '-').replace(' ', '-')}.jsonl"
                path.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
