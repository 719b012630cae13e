"""The quote cases: plain files that a person can read and add to (`tests/cases/quotes/README.md` says how)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from newsparse import Article, Quote, parse

FOLDER = Path(__file__).parent / "cases" / "quotes"
KEYS = ("source", "speaker", "cue", "to", "medium", "via", "when", "inside", "rule")
FLAGS = ("belief", "fact", "eventuality", "negated", "hypothetical", "maybe")


@attrs.frozen
class Wanted:
    """One expected attribution: its kind, flags and pieces, and what is said of it further."""

    kind: str
    flags: frozenset[str]
    content: tuple[str, ...]
    more: dict[str, str]


@attrs.frozen
class Case:
    """A text and all that is to be found in it."""

    title: str
    line: int
    text: str
    given: dict[str, str]
    wanted: tuple[Wanted, ...]
    fails: bool


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file: title, text and expectation, each ended by a line that is a full stop."""
    part: list[str] = []
    parts: list[list[str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("#") and not parts and not part:
            continue
        if line != ".":
            part += [line] if line or part else []
            continue
        parts.append(part)
        part = []
        if len(parts) == 3:
            yield case(parts, number)
            parts = []
    if parts or any(part):
        raise ValueError(f"{path.name}: the last case is not ended by three lines with a full stop")


def case(parts: list[list[str]], number: int) -> Case:
    title = " ".join(parts[0])
    given: dict[str, str] = {}
    wanted: list[Wanted] = []
    for line in parts[2]:
        key, colon, value = line.strip().partition(": ")
        words = key.split()
        if line == "nothing":
            continue
        if not colon:
            raise ValueError(f"before line {number}: no colon and blank in {line!r}")
        if words[0] == "given":
            given[words[1]] = value
        elif line.startswith("  "):
            if key not in KEYS:
                raise ValueError(f"before line {number}: {key!r} is none of {', '.join(KEYS)}")
            wanted[-1].more[key] = value
        else:
            if words[0] not in ("direct", "mixed", "indirect") or not set(words[1:]) <= set(FLAGS):
                raise ValueError(f"before line {number}: unknown words in {key!r}")
            wanted.append(Wanted(words[0], frozenset(words[1:]), tuple(value.split(" ... ")), {}))
    fails = title.endswith("(known failure)")
    return Case(title, number, "\n".join(parts[1]), given, tuple(wanted), fails)


def shown(quote: Quote) -> tuple[str, frozenset[str], tuple[str, ...]]:
    flags = {word for word in ("negated", "hypothetical") if getattr(quote, word)}
    flags |= {quote.act} - {"assertion"}
    return quote.kind, frozenset(flags), tuple(piece.text for piece in quote.content)


def detail(article: Article, quote: Quote, key: str) -> str:
    every = in_order(article)
    when = quote.when
    values = {
        "source": quote.source and quote.source.text,
        "speaker": quote.speaker and quote.speaker.name,
        "cue": quote.cue and quote.cue.text,
        "to": quote.addressee and quote.addressee.span.text,
        "medium": quote.medium and quote.medium.text,
        "via": quote.via and quote.via.text,
        "when": when and (f"{when.value} to {when.end}" if when.end else str(when.value)),
        "inside": quote.parent and str(next(i for i, q in enumerate(every, 1) if q is quote.parent)),
        "rule": quote.rule,
    }
    return values[key] or "none"


def in_order(article: Article) -> list[Quote]:
    return sorted((*article.quotes, *article.attitudes), key=lambda quote: (quote.span.start, quote.content[0].start))


ALL = [
    pytest.param(case, id=f"{path.stem}: {case.title}") for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)
]


@pytest.mark.parametrize("case", ALL)
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    if case.fails:
        request.applymarker(pytest.mark.xfail(strict=True))
    article = parse(case.text, published=case.given.get("published"), timezone=case.given.get("timezone"))
    found = in_order(article)
    got = [shown(quote) for quote in found]
    wanted = [(w.kind, w.flags - {"maybe"}, w.content) for w in case.wanted]
    optional = [row for row, w in zip(wanted, case.wanted, strict=True) if "maybe" in w.flags and row not in got]
    assert got == [row for row in wanted if row not in optional]
    for row, w in zip(wanted, case.wanted, strict=True):
        if row in got:
            quote = found[got.index(row)]
            assert {key: detail(article, quote, key) for key in w.more} == w.more


def test_there_are_cases() -> None:
    assert ALL
