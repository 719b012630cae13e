"""An article, and the table of rules, as lines for a person to read: plain, or ready to be coloured."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

from newsparse.model import Article, Byline, Quote, Span, Timestamp
from newsparse.rules import RULES
from newsparse.tally import counted, silence, tone

WIDTH = 100
_INDENT = "    "

Run = tuple[str, str]
"""A piece of a line, and what it is: "", "title", "label", "number", "who", "note", "rule", or a quote's tone."""
Line = tuple[Run, ...]


def summary(article: Article, *, explain: bool = False, quotes_only: bool = False) -> str:
    """The header, then each quote with who, how and what, then the attitudes, then the doubts.

    Args:
        article: what `parse` returned.
        explain: say the rule behind each item, and at the end why each of those rules holds.
        quotes_only: leave out all but the quotes.
    """
    return "".join(
        "".join(text for text, _ in line) + "\n"
        for line in summary_lines(article, explain=explain, quotes_only=quotes_only)
    )


def summary_lines(
    article: Article, *, explain: bool = False, quotes_only: bool = False, width: int = WIDTH
) -> Iterator[Line]:
    """The lines of the summary, in pieces that say what they are.

    Args:
        article: what `parse` returned.
        explain: as in `summary`.
        quotes_only: as in `summary`.
        width: where running text is wrapped.
    """
    rules = {p.field: p.rule for p in article.provenance} if explain else {}
    if not quotes_only:
        yield from _header(article, rules)
        yield ()
    yield from _section("quote", article.quotes, "quotes", rules, explain, width)
    if not article.quotes:
        yield from _wrapped(silence(article), "note", width)
    if not quotes_only:
        yield ()
        yield from _section("attitude", article.attitudes, "attitudes", rules, explain, width)
        if article.doubts:
            yield ()
            yield (("doubts", "title"),)
            for doubt in article.doubts:
                yield from _wrapped(f"{doubt.span.text}: {doubt.reason}", "", width)
    if explain:
        used = {q.rule for q in (*article.quotes, *(() if quotes_only else article.attitudes))}
        yield ()
        yield (("rules", "title"),)
        yield from _reasons(used | {r for f, r in rules.items() if not quotes_only or "quotes[" in f}, width)


def rules_table() -> str:
    """Every rule: its name, what it finds, why, and an example of each side."""
    lines = []
    for rule in RULES.values():
        lines += [f"{rule.name}  ({rule.finds})", *_wrap(rule.why, WIDTH)]
        lines += [
            f"{_INDENT}{sign} {shown(text)}" for sign, row in (("+", rule.hits), ("-", rule.misses)) for text in row
        ]
        lines.append("")
    return "\n".join(lines)


def _header(article: Article, rules: dict[str, str]) -> Iterator[Line]:
    yield ((shown(article.headline.text) if article.headline else "(no headline)", "title"),)
    rows: list[tuple[str, str, str]] = []

    def add(label: str, text: str, field: str) -> None:
        rows.append((label, text, rules.get(field, "")))

    if "headline" in rules:
        add("headline", "as above", "headline")
    for name in ("section", "standfirst"):
        if (span := getattr(article, name)) is not None:
            add(name, span.text, name)
    for i, byline in enumerate(article.bylines):
        add(byline.contribution, _person(byline), f"bylines[{i}]")
    if article.dateline is not None:
        add("dateline", article.dateline.span.text, "dateline")
    for name in ("published", "updated"):
        if (when := getattr(article, name)) is not None:
            add(name, _moment(when), name)
    for name in ("credits", "corrections", "furniture"):
        for i, span in enumerate(getattr(article, name)):
            add(name, span.text, f"{name}[{i}]")
    add("paragraphs", str(len(article.paragraphs)), "")
    for label, text, rule in rows:
        yield ((f"  {label:<12}", "label"), (shown(text), ""), *([(f"  [{rule}]", "rule")] if rule else []))


def _person(byline: Byline) -> str:
    parts = (byline.name, byline.role, byline.organization, byline.location, byline.contact)
    return ", ".join(part.text for part in parts if part is not None)


def _moment(when: Timestamp) -> str:
    if when.end is not None:
        return f"{when.value} to {when.end}"
    return str(when.value) if when.precision in ("day", "range") else when.value.isoformat(" ", "minutes")  # type: ignore[call-arg]


def _section(
    noun: str, quotes: tuple[Quote, ...], field: str, rules: dict[str, str], explain: bool, width: int
) -> Iterator[Line]:
    yield ((counted(len(quotes), noun), "title"),)
    for i, quote in enumerate(quotes):
        yield ()
        kind = quote.kind if quote.act == "assertion" else f"{quote.act}, {quote.kind}"
        yield (f"{i + 1:>3} ", "number"), (shown(_who(quote)), "who"), (f" ({kind})", tone(quote))
        yield from _wrapped(" ... ".join(piece.text for piece in quote.content), tone(quote), width)
        if details := _details(quote):
            yield from _wrapped(f"[{'; '.join(details)}]", "note", width)
        if explain:
            who = rules.get(f"{field}[{i}].speaker", "undecided")
            yield ((f"{_INDENT}[{quote.rule}; speaker: {who}]", "rule"),)


def _who(quote: Quote) -> str:
    if quote.speaker is not None:
        return quote.speaker.name
    return "somebody unnamed" if quote.source is None else f"{quote.source.text}, unresolved"


def _details(quote: Quote) -> list[str]:
    found: list[tuple[str, Span | None]] = [
        ("cue", quote.cue),
        ("to", quote.addressee.span if quote.addressee else None),
        ("medium", quote.medium),
        ("via", quote.via),
    ]
    told = [f"{label}: {span.text}" for label, span in found if span is not None]
    told += [f"when: {_moment(quote.when)}"] if quote.when else []
    told += [word for word in ("negated", "hypothetical") if getattr(quote, word)]
    return [*told, "inside another"] if quote.parent is not None else told


def _reasons(names: Iterable[str], width: int) -> Iterator[Line]:
    for name in sorted(names):
        yield ((f"  {name}", "rule"),)
        yield from _wrapped(RULES[name].why if name in RULES else "", "", width)


def _wrapped(text: str, what: str, width: int) -> Iterator[Line]:
    return (((line, what),) for line in _wrap(text, width))


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(shown(text), width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_long_words=False)


def shown(text: str) -> str:
    """A text on one line, with nothing in it that a terminal obeys or cannot show."""
    return " ".join(
        "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cs") else c for c in word)
        for word in text.split()
    )
