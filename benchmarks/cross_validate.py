"""What newsparse reaches on the articles that it is trained on, each read by weights that never saw it.

    python benchmarks/cross_validate.py TRAIN.jsonl [--folds N] [-o PREDICTED.jsonl]

Prints what `accuracy.py --calibration` does, over all folds; `-o` writes the predictions for a scorer. The counts of
the cue table are those of all articles but the one that is read. Needs numpy and scipy, and about half a minute a fold
for 840 articles.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

import newsparse
from accuracy import prediction, records, reliability
from gold import read_sample
from newsparse import linear
from train_scorer import counted_without, models_in_place, train


def read_unseen(articles: list[dict[str, Any]], folds: int) -> list[newsparse.Article]:
    """Each article as read by models trained on the other folds, with their weights rounded as those that ship."""
    samples = [read_sample(article) for article in articles]
    found: dict[int, newsparse.Article] = {}
    for fold in range(folds):
        models = train([s for n, s in enumerate(samples) if n % folds != fold])
        stored = {name: linear.read_tables(linear.write_tables(tables)) for name, tables in models.items()}
        with models_in_place({name: linear.as_tables(tables) for name, tables in stored.items()}):
            for n in range(fold, len(articles), folds):
                with counted_without(samples[n]):
                    found[n] = newsparse.parse(articles[n]["text"], published=articles[n].get("published"))
    return [found[n] for n in range(len(articles))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="articles with id, text and attributions")
    parser.add_argument("--folds", type=int, default=3, help="in how many parts (default 3)")
    parser.add_argument("-o", "--output", type=Path, help="where the predictions go")
    args = parser.parse_args()
    if args.folds < 2:
        parser.error("--folds must be 2 or more")
    articles = list(records(args.gold))
    read = read_unseen(articles, args.folds)
    if args.output is not None:
        rows = [{"id": a["id"], "attributions": prediction(b)} for a, b in zip(articles, read, strict=True)]
        args.output.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print(f"newsparse {newsparse.__version__}, {dt.date.today().isoformat()}, {len(read)} articles, {args.folds} folds")
    print("\n".join(reliability(zip(articles, read, strict=True))))


if __name__ == "__main__":
    main()
