"""How time and memory grow with the length of the text, on texts made to make them grow faster.

    python benchmarks/scaling.py [--longest CHARACTERS] [SHAPE ...]

Reads each shape at lengths from 1 kB to 10 MB, each shape in a process of its own. Prints CPU seconds for each length,
the exponent fitted to all of them, that of the last step alone (1 is linear), and the peak memory. What is over the
limits (exponents 1.1; a minute and 1.5 GB for the longest) is marked with a star, and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time

import newsparse

LIMITS = {"exponent": 1.1, "seconds": 60.0, "memory": 1536.0}
NAMES = ("Dana Ortiz", "Ilse Kern", "Marta Vole", "Tomas Brandt", "Owen Achebe", "Lena Hartwell", "Priya Nadar")
OFFICES = ("the treasurer", "a spokesman for the ministry", "who runs the ferry", "the town's engineer")
THINGS = ("bridge", "ferry", "school roof", "orchard", "pool", "tram", "mill", "harbour", "council", "report")
SENTENCES = (
    '"The {thing} is safe," {name}, {office}, told reporters on Monday. "It was built to last."',
    "{name} said that the {thing} will reopen in May, and that nobody would pay for the {other}.",
    "According to {office}, the {thing} ran aground near the old {other} on March 3, 2024.",
    "She hopes to see the {thing} again. “We don’t know whether it’s ‘ours’,” she said, “or theirs.”",
    "The {thing} carries 9,000 people a day, more than the {other} ever did (the two were built in 1974).",
    "Officials say the {thing} needs a new {other}; {name} denied it, and declined to comment further.",
)


def news(length: int) -> str:
    """Sentences of the kind that newspapers print, in paragraphs, no two alike for long."""
    chance, parts, have = random.Random(7), ["Bridge to Reopen\n\nBy Lena Hartwell\nMarch 4, 2024\n\n"], 0
    while have < length:
        thing, other = chance.sample(THINGS, 2)
        sentence = chance.choice(SENTENCES)
        words = sentence.format(thing=thing, other=other, name=chance.choice(NAMES), office=chance.choice(OFFICES))
        parts.append(words + chance.choice((" ", "\n\n")))
        have += len(parts[-1])
    return "".join(parts)[:length]


SHAPES = {
    "opening marks": "“",
    "alternating marks": "\"“”‘’«»„“' ",
    "one endless line": "the dam is safe and ",
    "he said": "he said ",
    "brackets": "([“‘(",
    "bylines": "By Dana Ortiz\n",
    "bare by": "By ",
    "according to": "according to ",
}


def text_of(shape: str, length: int) -> str:
    if shape == "news":
        return news(length)
    unit = SHAPES[shape]
    return (unit * (length // len(unit) + 1))[:length]


def seconds(text: str) -> float:
    """CPU seconds to read a text: of a short one, the mean of many times."""
    times, begun = 0, time.process_time()
    while True:
        newsparse.parse(text)
        times += 1
        spent = time.process_time() - begun
        if spent > 0.3:
            return spent / times


def exponent(lengths: list[int], times: list[float]) -> float:
    """The slope of log time over log length, by least squares."""
    xs, ys = [math.log(n) for n in lengths], [math.log(max(t, 1e-6)) for t in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - mean_x) ** 2 for x in xs)


def measure(shape: str, lengths: list[int]) -> dict[str, list[float]]:
    """CPU seconds for each length, and the peak memory in MB, of this process."""
    newsparse.parse("The ferry was late.")
    times = [seconds(text_of(shape, length)) for length in lengths]
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return {"times": times, "memory": [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit]}


def row(shape: str, lengths: list[int], times: list[float], memory: float) -> str:
    """A line of the table, with a star by what is over its limit."""
    slope, last = exponent(lengths, times), exponent(lengths[-2:], times[-2:])
    cells = [f"{shape:18}", *(f"{spent:10.4f}" for spent in times[:-1])]
    cells.append(marked(f"{times[-1]:10.2f}", times[-1], "seconds"))
    cells += [marked(f"{slope:9.2f}", slope, "exponent"), marked(f"{last:9.2f}", last, "exponent")]
    return "".join([*cells, marked(f"{memory:9.0f}", memory, "memory")])


def marked(cell: str, value: float, limit: str) -> str:
    return cell + ("*" if value > LIMITS[limit] else " ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help="of these: news, " + ", ".join(SHAPES))
    parser.add_argument("--longest", type=int, default=10_000_000, metavar="CHARACTERS")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    lengths = [n for n in (1_000, 10_000, 100_000, 1_000_000) if n < args.longest] + [args.longest]
    if args.alone:
        print(json.dumps(measure(args.shapes[0], lengths)))
        return
    print(f"{'':18}", *(f"{n:>10,}" for n in lengths), f"{'exponent':>10}{'last':>10}{'MB':>10}", sep="")
    over = False
    for shape in args.shapes or ("news", *SHAPES):
        command = [sys.executable, __file__, shape, "--alone", "--longest", str(args.longest)]
        found = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        line = row(shape, lengths, found["times"], found["memory"][0])
        over = over or "*" in line
        print(line, flush=True)
    sys.exit(over)


if __name__ == "__main__":
    main()
