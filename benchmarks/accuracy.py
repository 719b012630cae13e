"""Read the articles of a gold file and write what newsparse finds, for a scorer.

    python benchmarks/accuracy.py GOLD.jsonl [-o PREDICTED.jsonl] [--limit N]
    python benchmarks/accuracy.py GOLD.jsonl --calibration

Gold and predictions hold one article a line; README.md in this folder gives their form. Quotes and attitudes are
written together; those with a parent are left out, since such gold marks each word once. `--calibration` prints, in
place of predictions, how many attributions have each tenth of confidence, and how many of them the gold has too.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import newsparse


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a JSON Lines file, or the one article of a .json file."""
    text = path.read_text(encoding="utf-8")
    lines = [text] if path.suffix == ".json" else text.split("\n")
    return (json.loads(line) for line in lines if line.strip())


def prediction(article: newsparse.Article) -> list[dict[str, Any]]:
    """The outer attributions of an article, in the form of the gold."""
    found = sorted((*article.quotes, *article.attitudes), key=lambda quote: quote.span.start)
    return [attribution(quote) for quote in found if quote.parent is None]


def attribution(quote: newsparse.Quote) -> dict[str, Any]:
    when = quote.when
    return {
        "content": [pair(span) for span in quote.content],
        "cue": [] if quote.cue is None else [pair(quote.cue)],
        "source": [] if quote.source is None else [pair(quote.source)],
        "speaker": None if quote.speaker is None else quote.speaker.name,
        "kind": quote.kind,
        "act": quote.act,
        "addressee": None if quote.addressee is None else pair(quote.addressee.span),
        "via": None if quote.via is None else pair(quote.via),
        "when": None if when is None else {"start": day(when.value), "end": day(when.end or when.value)},
        "confidence": quote.confidence,
        "rule": quote.rule,
    }


def pair(span: newsparse.Span) -> list[int]:
    return [span.start, span.end]


def day(value: Any) -> str:
    return str(value.isoformat()[:10])


def words(text: str, pieces: list[list[int]]) -> frozenset[int]:
    """Where the words of a content start."""
    return frozenset(m.start() + a for a, b in pieces for m in re.finditer(r"\w+", text[a:b]))


def right(text: str, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> list[bool]:
    """For each prediction whether it shares half of its words with a gold attribution; the likeliest choose first."""
    left = [words(text, row["content"]) for row in gold]
    hits = [False] * len(predicted)
    for n in sorted(range(len(predicted)), key=lambda n: -predicted[n]["confidence"]):
        said = words(text, predicted[n]["content"])
        best = max(left, key=lambda other: len(said & other) / (len(said | other) or 1), default=None)
        if best is not None and said and 2 * len(said & best) >= len(said | best):
            hits[n] = True
            left.remove(best)
    return hits


def calibration(pairs: list[tuple[float, bool]]) -> Iterator[str]:
    """A line for each tenth of confidence: how many, their mean confidence, and the share that is right."""
    yield "confidence    count   mean  right"
    for tenth in range(10):
        rows = [(c, hit) for c, hit in pairs if min(int(10 * c), 9) == tenth]
        if rows:
            mean, share = (sum(column) / len(rows) for column in zip(*rows, strict=True))
            yield f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}  {len(rows):7}  {mean:5.2f}  {share:5.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="articles with id, text and, where known, published")
    parser.add_argument("-o", "--output", type=Path, help="where the predictions go (standard output without it)")
    parser.add_argument("--limit", type=int, help="read the first N articles only")
    parser.add_argument("--calibration", action="store_true", help="only print how often each confidence is right")
    args = parser.parse_args()
    newsparse.parse("")  # load what is loaded on the first call
    counts: Counter[str] = Counter()
    lines = []
    judged: list[tuple[float, bool]] = []
    seconds = 0.0
    for record in list(records(args.gold))[: args.limit]:
        begun = time.process_time()
        article = newsparse.parse(record["text"], published=record.get("published"))
        seconds += time.process_time() - begun
        row = {"id": record["id"], "attributions": prediction(article)}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
        if args.calibration:
            hits = right(record["text"], record["attributions"], row["attributions"])
            judged += [(a["confidence"], hit) for a, hit in zip(row["attributions"], hits, strict=True)]
        counts.update(articles=1, gold=len(record.get("attributions", ())), predicted=len(row["attributions"]))
        counts.update(quotes=len(article.quotes), attitudes=len(article.attitudes), doubts=len(article.doubts))
        counts["nested"] += sum(q.parent is not None for q in (*article.quotes, *article.attitudes))
        counts["with a speaker"] += sum(a["speaker"] is not None for a in row["attributions"])
    if args.calibration:
        print("\n".join(calibration(judged)))
        return
    if args.output is None:
        sys.stdout.writelines(lines)
    else:
        args.output.write_text("".join(lines), encoding="utf-8")
    for name, count in counts.items():
        print(f"{name:15} {count}", file=sys.stderr)
    print(f"{'CPU seconds':15} {seconds:.2f}", file=sys.stderr)


if __name__ == "__main__":
    main()
