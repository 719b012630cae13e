"""Build the shipped cue lexicon from the hand-kept table, and count its forms over a gold file.

    python benchmarks/build_cues.py                  # seeds/cues.tsv -> src/newsparse/lang/en/cues.tsv
    python benchmarks/build_cues.py GOLD.jsonl       # count first, write the counts into seeds/cues.tsv too
    python benchmarks/build_cues.py GOLD.jsonl --coverage [--missing 60]
                                                     # only print how many gold cues have a head in the table

GOLD.jsonl has one article a line: `{"text": ..., "attributions": [{"cue": [[start, end]], ...}]}`.
`seeds/README.md` says how a form is counted.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import regex

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "cues.tsv"
SHIPPED = ROOT / "src" / "newsparse" / "lang" / "en" / "cues.tsv"

SHIPPED_COLUMNS = [
    "form",
    "lemma",
    "class",
    "tense",
    "act",
    "act_to",
    "family",
    "takes_person",
    "times_cue",
    "times_seen",
    "also",
]
SHIPPED_NOTE = "# What may say that somebody says something. Built from seeds/cues.tsv by benchmarks/build_cues.py.\n"
SEED_COLUMNS = [*SHIPPED_COLUMNS, "status", "note"]

TOKEN = regex.compile(r"\w++(?:['-]\w++)*+|--|[^\w\s]")
DETERMINERS = {
    *("a", "an", "the", "this", "that", "these", "those", "no", "any", "some"),
    *("his", "her", "its", "their", "our", "my", "your", "'s", "of", "in", "on"),
}

Row = dict[str, str]
Token = tuple[str, int, int]
Unit = tuple[str, int, int]


def read_table(path: Path) -> list[Row]:
    """The rows of a table with a head line."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    names = head.split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


def format_table(rows: Iterable[Row], columns: list[str]) -> str:
    """The rows as text, with a head line, ordered by form."""
    ordered = sorted(rows, key=lambda row: row["form"])
    lines = ["\t".join(columns), *("\t".join(row[name] for name in columns) for row in ordered)]
    return "\n".join(lines) + "\n"


def shipped_table(rows: Iterable[Row]) -> str:
    """What is shipped of the hand-kept table: kept forms, without status and note, under a comment."""
    return SHIPPED_NOTE + format_table((row for row in rows if row["status"] == "kept"), SHIPPED_COLUMNS)


def tokens_of(text: str) -> Iterator[list[Token]]:
    """The tokens of each line: lower-cased, a curly apostrophe made straight, `'s` on its own."""
    folded = text.replace("\u2019", "'")
    for line in regex.finditer(r"[^\n]++", folded):
        found: list[Token] = []
        for match in TOKEN.finditer(folded, line.start(), line.end()):
            word, start, end = match[0].lower(), match.start(), match.end()
            if word.endswith("'s") and len(word) > 2:
                found += [(word[:-2], start, end - 2), ("'s", end - 2, end)]
            else:
                found.append((word, start, end))
        yield found


class Lexicon:
    """The forms of the table, looked up at a token: the longest kept form that starts there."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = {row["form"]: row for row in rows}
        self.longer: dict[str, list[tuple[str, ...]]] = {}
        for form, row in self.rows.items():
            words = tuple(word for line in tokens_of(form) for word, _, _ in line)
            if len(words) > 1 and row["status"] == "kept":
                self.longer.setdefault(words[0], []).append(words)
        for phrases in self.longer.values():
            phrases.sort(key=len, reverse=True)

    def units(self, tokens: list[Token]) -> list[Unit]:
        """Token ranges that are a form of the table, or else one word, from left to right."""
        words = [word for word, _, _ in tokens]
        out: list[Unit] = []
        i = 0
        while i < len(words):
            size = 1
            for phrase in self.longer.get(words[i], ()):
                if tuple(words[i : i + len(phrase)]) == phrase:
                    size = len(phrase)
                    break
            form = " ".join(words[i : i + size])
            out.append((form, i, i + size))
            i += size
        return out

    def kept(self, form: str) -> Row | None:
        """The row of a kept form."""
        row = self.rows.get(form)
        return row if row is not None and row["status"] == "kept" else None

    def head(self, tokens: list[Token], units: list[Unit]) -> Unit | None:
        """The unit that makes the cue a cue: the last verb or phrase, else the last other form of the
        table, else none. A form that may be a noun is one after a determiner."""
        verbs: list[Unit] = []
        others: list[Unit] = []
        for unit in units:
            row = self.kept(unit[0])
            if row is None:
                continue
            before = tokens[unit[1] - 1][0] if unit[1] else ""
            noun = row["class"] in ("noun", "adjective", "mark") or ("noun" in row["also"] and before in DETERMINERS)
            (others if noun else verbs).append(unit)
        known = verbs or [u for u in others if self.rows[u[0]]["class"] != "mark"] or others
        return known[-1] if known else None


def read_gold(path: Path) -> Iterator[tuple[str, list[list[list[int]]]]]:
    """For each article its text and the spans of each of its cues."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article: dict[str, Any] = json.loads(line)
            yield article["text"], [a["cue"] for a in article.get("attributions") or () if a.get("cue")]


def count(lexicon: Lexicon, path: Path) -> tuple[Counter[str], Counter[str], Counter[str], int]:
    """How often each form heads a cue and occurs; the last words of cues without a head; how many cues."""
    cue_of: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    total = 0
    for text, cues in read_gold(path):
        lines = [(tokens, lexicon.units(tokens)) for tokens in tokens_of(text)]
        for _, units in lines:
            seen.update(form for form, _, _ in units)
        for spans in cues:
            total += 1
            head, last = _head_of(lexicon, lines, spans)
            if head:
                cue_of[head] += 1
            elif last:
                missing[last] += 1
    return cue_of, seen, missing, total


def _head_of(lexicon: Lexicon, lines: list[tuple[list[Token], list[Unit]]], spans: list[list[int]]) -> tuple[str, str]:
    first, last = spans[0][0], spans[-1][1]
    unknown = ""
    for tokens, units in lines:
        if not tokens or tokens[-1][2] <= first or tokens[0][1] >= last:
            continue
        # A phrase may be longer than the cue ("called for" where the cue is "called"): any shared word will do.
        inside = [
            u for u in units if any(start < tokens[u[2] - 1][2] and tokens[u[1]][1] < end for start, end in spans)
        ]
        head = lexicon.head(tokens, inside)
        if head:
            return head[0], ""
        words = [u[0] for u in inside if u[0][0].isalpha()]
        unknown = words[-1] if words else (inside[-1][0] if inside else unknown)
    return "", unknown


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--coverage", action="store_true", help="only print the coverage of GOLD's cues")
    parser.add_argument("--missing", type=int, default=60, metavar="N", help="with --coverage: list N missing heads")
    options = parser.parse_args()
    rows = read_table(SEEDS)
    if options.gold:
        cue_of, seen, missing, total = count(Lexicon(rows), options.gold)
        if options.coverage:
            print(f"{sum(cue_of.values())} of {total} cues have a head in the table")
            for form, times in missing.most_common(options.missing):
                print(f"{times}\t{seen[form]}\t{form}")
            return
        for row in rows:
            heads = missing if row["status"] == "dropped" else cue_of
            row["times_cue"], row["times_seen"] = str(heads[row["form"]]), str(seen[row["form"]])
        SEEDS.write_text(format_table(rows, SEED_COLUMNS), encoding="utf-8")
    elif options.coverage:
        parser.error("--coverage needs a gold file")
    SHIPPED.write_text(shipped_table(rows), encoding="utf-8")
    print(f"{sum(row['status'] == 'kept' for row in rows)} forms kept of {len(rows)}", file=sys.stderr)


if __name__ == "__main__":
    main()
