"""Count the kinds of what is still wrong: missed, found without being in the gold, and begun or ended elsewhere.

    python benchmarks/errors.py GOLD.jsonl PREDICTED.jsonl [--top N]

Gold and predictions are those of `accuracy.py`, matched as by `matching.py`. Of each attribution missed, of each that
the gold doesn't have, and of each start, stop and inside that differs, one kind is counted: an attribution that both
starts and stops elsewhere counts twice. No text is printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from accuracy import records
from matching import HALF, WORD, match, words
from newsparse.lang import load_language

Words = frozenset[int]
Row = dict[str, Any]

KINDS: Mapping[str, frozenset[str]] = {
    "that": frozenset(["that"]),
    "to": frozenset(["to"]),
    "which/who": frozenset("which who whom whose where".split()),
    "and/or": frozenset("and or nor".split()),
    "but": frozenset("but yet".split()),
    "as/when/if": frozenset(
        "as while when because since if unless although though after before until whether even".split()
    ),
    "how/what/why": frozenset("how what why".split()),
    "preposition": frozenset(
        "in on at by for from with of about against among during into over under through without within following "
        "including despite like between amid toward towards since upon".split()
    ),
    "pronoun": frozenset("i you he she it we they this these those there".split()),
    "determiner": frozenset("the a an his her its their our my your some many one".split()),
    "adverb": frozenset("not also just only then now still so too again instead rather".split()),
}
MARKS = {
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    ".": "full stop",
    "?": "full stop",
    "!": "full stop",
    "\n": "line end",
    "(": "bracket",
    "[": "bracket",
    "…": "full stop",
}
DASHES = frozenset("–—-")
QUOTES = frozenset("\"“”„«»‘’'`")


def what_stands(text: str, at: int) -> str:
    """What comes at a place, as in "comma, which/who": the marks there and the kind of the first word."""
    found = WORD.search(text, at)
    between = text[at : found.start() if found else len(text)]
    marks = {MARKS[c] for c in between if c in MARKS}
    marks |= {"dash" for c in between if c in DASHES} | {"quotation mark" for c in between if c in QUOTES}
    order = ("line end", "full stop", "quotation mark", "semicolon", "colon", "dash", "bracket", "comma")
    mark = next((m for m in order if m in marks), "")
    return ", ".join(part for part in (mark, word_kind(found.group()) if found else "the end") if part)


def stretch(text: str, first: int, then: int) -> str:
    """What lies between two starts, the second that of a word."""
    between, begins = text[first:then], word_kind(word_at(text, then))
    if between.rstrip(" ")[-1:] in QUOTES:
        return "words before a quotation mark"
    if begins in ("that", "to", "how/what/why", "as/when/if"):
        return f"words before {begins}"
    if any(MARKS.get(c) in ("full stop", "line end") for c in between):
        return "a sentence or more"
    if any(c in MARKS or c in "–—" for c in between):
        return "words before a comma or the like"
    size = len(WORD.findall(between))
    opens = word_kind(word_at(text, first))
    if size == 1:
        return f"one word: {opens}"
    return f"several words, from {opens}" if opens in ("that", "to", "preposition") else "several words"


def word_at(text: str, start: int) -> str:
    found = WORD.match(text, start)
    return found.group() if found else ""


def word_kind(word: str) -> str:
    low = word.lower()
    for kind, members in KINDS.items():
        if low in members:
            return kind
    if low.endswith("ing"):
        return "-ing"
    if low.endswith("ly"):
        return "adverb"
    if not word[0].islower():
        return "a number" if word[0].isdigit() else "a capital"
    return "-ed" if low.endswith("ed") else "other word"


class Forms:
    """The cue table, asked for the entry inside a cue that is a cue most often."""

    def __init__(self, language: str = "en") -> None:
        self.rows = load_language(language).table("cues")

    def best(self, cue: str) -> Mapping[str, str] | None:
        low = [m.group() for m in WORD.finditer(cue.lower().replace("’", "'"))]
        inside = {" ".join(low[i:j]) for i in range(len(low)) for j in range(i + 1, len(low) + 1)} | {cue.strip()}
        known = [self.rows[form] for form in inside if form in self.rows]
        return max(known, key=lambda row: (int(row["times_cue"]) + 0.2) / (int(row["times_seen"]) + 2), default=None)


def joined(text: str, spans: Any) -> str:
    return " ".join(text[a:b] for a, b in spans or ())


def missed(text: str, row: Row, found: list[Row], forms: Forms) -> str:
    """Why a gold attribution has no counterpart."""
    cue = spread(text, row.get("cue"))
    if not cue:
        return "missed: the gold has no cue"
    for other in found:
        if cue & spread(text, other["cue"]):
            return f"missed: cue found, content wrong: {against(text, row, other)}"
    inside = any(cue <= spread(text, other["content"]) for other in found)
    entry = forms.best(joined(text, row["cue"]))
    if entry is None:
        return "missed: no word of the cue is in the table" + (", inside another's content" if inside else "")
    seen, times = int(entry["times_seen"]), int(entry["times_cue"])
    rate = "rarely seen" if seen < 5 else "mostly a cue" if 2 * times > seen else "seldom a cue"
    where = "inside another's content" if inside else f"{entry['class']} {rate}"
    return f"missed: cue known, not accepted: {where}"


def spread(text: str, pieces: Any) -> Words:
    """Where the words, or else the marks, of a cue or content start."""
    return words(text, pieces) or frozenset(k for a, b in pieces or () for k in range(a, b) if not text[k].isspace())


def against(text: str, gold: Row, other: Row) -> str:
    """How the content found for a cue lies to that of the gold."""
    wanted, given = words(text, gold["content"]), words(text, other["content"])
    if not wanted & given:
        return "on the other side"
    if not (given < wanted or given > wanted):
        return "shifted"
    start, stop = min(given) != min(wanted), max(given) != max(wanted)
    where = "at both ends" if start and stop else "at its start" if start else "at its end" if stop else "inside"
    return f"{'too short' if given < wanted else 'too long'} {where}"


def spurious(text: str, row: Row, gold: list[Row], forms: Forms) -> str | None:
    """What an attribution without counterpart is; none where its cue is in the gold, with another content."""
    cue, content = spread(text, row["cue"]), words(text, row["content"])
    if cue and any(cue & spread(text, other.get("cue")) for other in gold):
        return None
    if any(cue and cue <= words(text, other["content"]) for other in gold):
        where = "inside another's content"
    elif any(content & words(text, other["content"]) for other in gold):
        where = "over a content that has another cue"
    else:
        where = "none in the gold there"
    entry = forms.best(joined(text, row["cue"])) if cue else None
    kind = "no cue" if not cue else entry["class"] if entry else "mark"
    act = f" of {row['act']}" if cue and row.get("act") else ""
    return f"spurious: {kind}{act}: {where}"


def boundaries(text: str, wanted: Words, given: Words) -> Iterator[str]:
    """Where two contents that are one attribution part."""
    if not given ^ wanted:
        return
    start, other = min(wanted), min(given)
    if start != other:
        yield f"start {'early' if other < start else 'late'}, by: {stretch(text, *sorted((start, other)))}"
    stop, other = max(wanted), max(given)
    if stop != other:
        last = min(stop, other)
        after = last + len(word_at(text, last))
        yield f"stop {'early' if other < stop else 'late'}, before: {what_stands(text, after)}"
    first, last = max(min(wanted), min(given)), min(max(wanted), max(given))
    inner = [k for k in wanted ^ given if first <= k <= last]
    if inner:
        lacks = sum(k in wanted for k in inner)
        yield "inside: " + ("a piece is lacking" if 2 * lacks > len(inner) else "words that are not content")


def kinds(text: str, gold: list[Row], found: list[Row], forms: Forms) -> Iterator[str]:
    """The kind of each error in an article."""
    contents = [words(text, row["content"]) for row in gold], [words(text, row["content"]) for row in found]
    pairs = [(i, j) for i, j, share in match(*contents) if share >= HALF]
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, row in enumerate(gold):
        if i not in hit:
            yield missed(text, row, found, forms)
    for j, row in enumerate(found):
        if j not in used and (kind := spurious(text, row, gold, forms)):
            yield kind
    for i, j in pairs:
        yield from boundaries(text, contents[0][i], contents[1][j])


def group(kind: str) -> str:
    """The larger kind that a kind belongs to."""
    what, _, which = kind.partition(": ")
    if what in ("missed", "spurious"):
        return f"{what}: {which.split(':')[0]}".removesuffix(", inside another's content")
    return what.split(",")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="articles with id, text and attributions")
    parser.add_argument("predicted", type=Path, help="what accuracy.py wrote")
    parser.add_argument("--top", type=int, default=20, metavar="N", help="print the N commonest kinds (default 20)")
    args = parser.parse_args()
    predicted = {row["id"]: row["attributions"] for row in records(args.predicted)}
    forms, count, groups = Forms(), Counter[str](), Counter[str]()
    for record in records(args.gold):
        for kind in kinds(record["text"], record["attributions"], predicted.get(record["id"], []), forms):
            count[kind] += 1
            groups[group(kind)] += 1
    for title, rows in (("in all", groups.most_common()), ("commonest kinds", count.most_common(args.top))):
        print(f"{'count':>5}  {title}")
        for kind, times in rows:
            print(f"{times:5}  {kind}")


if __name__ == "__main__":
    main()
