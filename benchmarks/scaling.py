"""How the time grows with the length of the text, on texts made to make it grow faster.

    python benchmarks/scaling.py [--longest CHARACTERS]

Prints CPU seconds for each shape and length, and the exponent fitted to them: 1 is linear.
"""

from __future__ import annotations

import argparse
import math
import time

import newsparse

SHAPES = {
    "news": '"The dam is safe," Dana Ortiz said. "It was built to last." Officials say the bridge will reopen.\n\n',
    "opening marks": "“",
    "alternating marks": "\"“”‘’«»„“' ",
    "one endless line": "the dam is safe and ",
    "he said": "he said ",
    "according to": "according to ",
    "brackets": "([“‘(",
    "bylines": "By Dana Ortiz\n",
}


def seconds(text: str) -> float:
    """CPU seconds to read a text."""
    begun = time.process_time()
    newsparse.parse(text)
    return time.process_time() - begun


def exponent(lengths: list[int], times: list[float]) -> float:
    """The slope of log time over log length, by least squares."""
    xs, ys = [math.log(n) for n in lengths], [math.log(max(t, 1e-6)) for t in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - mean_x) ** 2 for x in xs)


def main() -> None:
    """Time every shape at four lengths."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=800_000, metavar="CHARACTERS")
    longest = parser.parse_args().longest
    lengths = [longest // 64, longest // 16, longest // 4, longest]
    newsparse.parse("x")
    print(f"{'shape':20}", *(f"{n:>10,}" for n in lengths), "  exponent")
    for name, unit in SHAPES.items():
        times = [seconds((unit * (n // len(unit) + 1))[:n]) for n in lengths]
        print(f"{name:20}", *(f"{t:10.2f}" for t in times), f"{exponent(lengths, times):10.2f}")


if __name__ == "__main__":
    main()
