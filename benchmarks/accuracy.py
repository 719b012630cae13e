"""Read the articles of a gold file and write what newsparse finds, for a scorer.

    python benchmarks/accuracy.py GOLD.jsonl [-o PREDICTED.jsonl] [--limit N]

Gold and predictions hold one article a line; README.md in this folder gives their form. Quotes and attitudes are
written together; those with a parent are left out, since such gold marks each word once.
"""

from __future__ import annotations

import argparse
import json
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="articles with id, text and, where known, published")
    parser.add_argument("-o", "--output", type=Path, help="where the predictions go (standard output without it)")
    parser.add_argument("--limit", type=int, help="read the first N articles only")
    args = parser.parse_args()
    newsparse.parse("")  # load what is loaded on the first call
    counts: Counter[str] = Counter()
    lines = []
    seconds = 0.0
    for record in list(records(args.gold))[: args.limit]:
        begun = time.process_time()
        article = newsparse.parse(record["text"], published=record.get("published"))
        seconds += time.process_time() - begun
        row = {"id": record["id"], "attributions": prediction(article)}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
        counts.update(articles=1, gold=len(record.get("attributions", ())), predicted=len(row["attributions"]))
        counts.update(quotes=len(article.quotes), attitudes=len(article.attitudes), doubts=len(article.doubts))
        counts["nested"] += sum(q.parent is not None for q in (*article.quotes, *article.attitudes))
        counts["with a speaker"] += sum(a["speaker"] is not None for a in row["attributions"])
    if args.output is None:
        sys.stdout.writelines(lines)
    else:
        args.output.write_text("".join(lines), encoding="utf-8")
    for name, count in counts.items():
        print(f"{name:15} {count}", file=sys.stderr)
    print(f"{'CPU seconds':15} {seconds:.2f}", file=sys.stderr)


if __name__ == "__main__":
    main()
