"""Read the articles of a gold file and write what newsparse finds, for a scorer.

    python benchmarks/accuracy.py GOLD.jsonl [-o PREDICTED.jsonl] [--limit N]
    python benchmarks/accuracy.py GOLD.jsonl --calibration

Gold and predictions hold one article a line; README.md in this folder gives their form. Quotes and attitudes are
written together; those with a parent are left out, since such gold marks each word once. `--calibration` prints, in
place of predictions, how many attributions have each tenth of confidence and which share of them the gold has too, what
`min_confidence` does to precision and recall, how much of each kind is found and right, and how sure and how often
right each rule is.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import newsparse
from matching import right


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


def at_least(article: newsparse.Article, cut: float) -> list[dict[str, Any]]:
    """What `parse(..., min_confidence=cut)` gives of an article, without those nested in others."""
    found = [q for q in (*article.quotes, *article.attitudes) if q.confidence >= cut]
    return [attribution(q) for q in found if q.parent is None or q.parent.confidence < cut]


def calibration(judged: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """A line for each tenth of confidence: how many, their mean confidence, and the share that is right.

    The last is the expected calibration error: how far the two are apart, on average over the attributions.
    """
    yield "confidence    count   mean  right"
    apart = 0.0
    for tenth in range(10):
        rows = [(c, hit) for c, hit in judged if min(int(10 * c), 9) == tenth]
        if rows:
            mean, share = (sum(column) / len(rows) for column in zip(*rows, strict=True))
            apart += len(rows) * abs(mean - share)
            yield f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}  {len(rows):7}  {mean:5.2f}  {share:5.2f}"
        else:
            yield f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}  {0:7}"
    yield f"expected calibration error {apart / max(len(judged), 1):.3f}"


def curve(counts: Mapping[float, Counter[str]]) -> Iterator[str]:
    """A line for each least confidence: how many are left, precision, recall and F1."""
    yield "min_confidence  count  precision  recall     F1"
    for cut, n in counts.items():
        precision, recall = (n["right"] / max(n[of], 1) for of in ("found", "gold"))
        f1 = 2 * n["right"] / max(n["found"] + n["gold"], 1)
        yield f"{cut:14.1f}  {n['found']:5}  {100 * precision:9.1f}  {100 * recall:6.1f}  {100 * f1:5.1f}"


KINDS = ("direct", "mixed", "indirect")
MARK = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb]|''|``")


def gold_kind(text: str, content: Sequence[Sequence[int]]) -> str:
    """Whether all, some or none of a gold content lies in double quotation marks, by the marks in its pieces."""
    said = " ".join(text[start:end] for start, end in content).strip()
    marks = list(MARK.finditer(said))
    if not marks:
        return "indirect"
    ends = [0, *(place for mark in marks for place in mark.span()), len(said)]
    outside = (said[a:b] for a, b in zip(ends[::4], ends[1::4], strict=False))
    return "mixed" if len(marks) % 2 or any(c.isalnum() for part in outside for c in part) else "direct"


def by_kind(counts: Mapping[str, Counter[str]]) -> Iterator[str]:
    """A line for each kind: precision of what was found as that kind, and recall of what the gold has of it."""
    yield "kind       found  precision   gold  recall"
    for kind in KINDS:
        n = counts[kind]
        precision, recall = (n[of] / max(n[all_of], 1) for of, all_of in (("right", "found"), ("met", "gold")))
        yield f"{kind:10} {n['found']:5}  {100 * precision:9.1f}  {n['gold']:5}  {100 * recall:6.1f}"


def reliability(articles: Iterable[tuple[dict[str, Any], newsparse.Article]]) -> Iterator[str]:
    """How often each confidence is right, by tenths, by rule, and what leaving out the less sure ones gives."""
    counts: dict[float, Counter[str]] = {tenth / 10: Counter() for tenth in range(11)}
    judged: list[tuple[float, bool]] = []
    rules: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    kinds: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for record, article in articles:
        for cut, n in counts.items():
            found = at_least(article, cut)
            hits = right(record["text"], record["attributions"], found)
            n.update(gold=len(record["attributions"]), found=len(found), right=sum(hits))
            if cut == 0:
                judged += [(a["confidence"], hit) for a, hit in zip(found, hits, strict=True)]
                for a, hit in zip(found, hits, strict=True):
                    rules[a["rule"]].append((a["confidence"], hit))
                    kinds[a["kind"]].update(found=1, right=hit)
                for a, met in zip(
                    record["attributions"], right(record["text"], found, record["attributions"]), strict=True
                ):
                    kinds[gold_kind(record["text"], a["content"])].update(gold=1, met=met)
    yield from calibration(judged)
    yield ""
    yield from curve(counts)
    yield ""
    yield from by_kind(kinds)
    yield ""
    yield f"{'rule':32}  count   mean  right"
    for rule, rows in sorted(rules.items(), key=lambda item: -len(item[1])):
        mean, share = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        yield f"{rule:32}  {len(rows):5}  {mean:5.2f}  {share:5.2f}"


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
    read: list[tuple[dict[str, Any], newsparse.Article]] = []
    seconds = 0.0
    for record in list(records(args.gold))[: args.limit]:
        begun = time.process_time()
        article = newsparse.parse(record["text"], published=record.get("published"))
        seconds += time.process_time() - begun
        row = {"id": record["id"], "attributions": prediction(article)}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
        if args.calibration:
            read.append((record, article))
        counts.update(articles=1, gold=len(record.get("attributions", ())), predicted=len(row["attributions"]))
        counts.update(quotes=len(article.quotes), attitudes=len(article.attitudes), doubts=len(article.doubts))
        counts["nested"] += sum(q.parent is not None for q in (*article.quotes, *article.attitudes))
        counts["with a speaker"] += sum(a["speaker"] is not None for a in row["attributions"])
    if args.calibration:
        print(f"newsparse {newsparse.__version__}, {dt.date.today().isoformat()}, {len(read)} articles")
        print("\n".join(reliability(read)))
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
