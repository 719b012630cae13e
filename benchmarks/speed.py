r"""Time newsparse against passes of a tokenizer over the same articles, in one run.

    python benchmarks/speed.py GOLD.jsonl [--rounds N] [--limit N]

The measure is how many times as long as one pass of `regex.compile(r"\w+|[^\w\s]").finditer` over all texts `parse`
takes, a figure that says the same on any machine: against the bare pass, which drops every match, and against the pass
that keeps what a tokenizer keeps (each token's text, start and end). CPU time, best of the rounds.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import platform
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import regex

import newsparse
from accuracy import records
from newsparse import assemble, pipeline


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


PATTERN = regex.compile(r"\w+|[^\w\s]")


def bare_pass(texts: list[str]) -> None:
    for text in texts:
        for _ in PATTERN.finditer(text):
            pass


def token_pass(texts: list[str]) -> int:
    return sum(len([(m.group(), m.start(), m.end()) for m in PATTERN.finditer(text)]) for text in texts)


def parse(articles: list[dict[str, Any]]) -> None:
    for article in articles:
        newsparse.parse(article["text"], published=article.get("published"))


def by_stage(articles: list[dict[str, Any]]) -> dict[str, float]:
    """CPU seconds in each stage, from one more round in which the pipeline's functions are timed."""
    spent: dict[str, float] = defaultdict(float)
    kept: list[tuple[Any, str, Any]] = []

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(stage)
        def run(*args: Any) -> Any:
            begun = time.perf_counter()
            result = stage(*args)
            spent[name] += time.perf_counter() - begun
            return result

        return run

    for module in (pipeline, assemble):
        for name, value in list(vars(module).items()):
            if callable(value) and (
                getattr(value, "__module__", "").startswith("newsparse.stages") or name == "assemble"
            ):
                kept.append((module, name, value))
                setattr(module, name, timed(name, value))
    try:
        parse(articles)
    finally:
        for module, name, value in kept:
            setattr(module, name, value)
    return dict(spent)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="articles with text and, where known, published")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is run (default 5)")
    parser.add_argument("--limit", type=int, help="read the first N articles only")
    args = parser.parse_args()
    articles = list(records(args.gold))[: args.limit]
    texts = [article["text"] for article in articles]
    parse(articles[:3])  # load what is loaded on the first call
    bare, tokens, whole = float("inf"), float("inf"), float("inf")
    for _ in range(args.rounds):
        bare = min(bare, seconds(lambda: bare_pass(texts)))
        tokens = min(tokens, seconds(lambda: token_pass(texts)))
        whole = min(whole, seconds(lambda: parse(articles)))
    print(f"newsparse {newsparse.__version__}, Python {platform.python_version()}, {dt.date.today().isoformat()}")
    print(f"articles          {len(articles)}, {sum(map(len, texts)):,} characters, {token_pass(texts):,} tokens")
    print(f"bare pass         {bare:.4f} s")
    print(f"token pass        {tokens:.4f} s")
    print(f"parse             {whole:.4f} s")
    print(f"to the bare pass  {whole / bare:.1f}")
    print(f"to the token pass {whole / tokens:.1f}")
    print(f"articles/s        {len(articles) / whole:.0f}")
    print("by stage          ms/article")
    for name, spent in by_stage(articles).items():
        print(f"  {name:20} {1000 * spent / len(articles):6.2f}")


if __name__ == "__main__":
    main()
