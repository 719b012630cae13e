"""An article, and the table of rules, as text for a person to read."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from newsparse.model import Article, Byline, Quote, Span, Timestamp
from newsparse.rules import RULES

_WIDTH = 100
_INDENT = "    "


def summary(article: Article, *, explain: bool = False, quotes_only: bool = False) -> str:
    """The header, then each quote with who, how and what, then the attitudes, then the doubts.

    Args:
        article: what `parse` returned.
        explain: say the rule behind each item, and at the end why each of those rules holds.
        quotes_only: leave out all but the quotes.
    """
    rules = {p.field: p.rule for p in article.provenance} if explain else {}
    lines: list[str] = []
    if not quotes_only:
        lines += [*_header(article, rules), ""]
    lines += _section("quote", article.quotes, "quotes", rules, explain)
    if not quotes_only:
        lines += ["", *_section("attitude", article.attitudes, "attitudes", rules, explain)]
        if article.doubts:
            lines += ["", "doubts", *(line for d in article.doubts for line in _wrapped(f"{d.span.text}: {d.reason}"))]
    if explain:
        shown = {q.rule for q in (*article.quotes, *(() if quotes_only else article.attitudes))}
        lines += ["", "rules", *_reasons(shown | {r for f, r in rules.items() if not quotes_only or "quotes[" in f})]
    return "\n".join(lines) + "\n"


def rules_table() -> str:
    """Every rule: its name, what it finds, why, and an example of each side."""
    lines = []
    for rule in RULES.values():
        lines += [f"{rule.name}  ({rule.finds})", *_wrapped(rule.why)]
        lines += [
            f"{_INDENT}{sign} {_shown(text)}" for sign, row in (("+", rule.hits), ("-", rule.misses)) for text in row
        ]
        lines.append("")
    return "\n".join(lines)


def _header(article: Article, rules: dict[str, str]) -> Iterator[str]:
    yield _shown(article.headline.text) if article.headline else "(no headline)"
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
        yield f"  {label:<12}{_shown(text)}" + (f"  [{rule}]" if rule else "")


def _person(byline: Byline) -> str:
    parts = (byline.name, byline.role, byline.organization, byline.location, byline.contact)
    return ", ".join(part.text for part in parts if part is not None)


def _moment(when: Timestamp) -> str:
    if when.end is not None:
        return f"{when.value} to {when.end}"
    return str(when.value) if when.precision in ("day", "range") else when.value.isoformat(" ", "minutes")  # type: ignore[call-arg]


def _section(noun: str, quotes: tuple[Quote, ...], field: str, rules: dict[str, str], explain: bool) -> Iterator[str]:
    yield f"{len(quotes)} {noun}{'' if len(quotes) == 1 else 's'}"
    for i, quote in enumerate(quotes):
        yield ""
        kind = quote.kind if quote.act == "assertion" else f"{quote.act}, {quote.kind}"
        yield f"{i + 1:>3} {_shown(_who(quote))} ({kind})"
        yield from _wrapped(" ... ".join(piece.text for piece in quote.content))
        if details := _details(quote):
            yield from _wrapped(f"[{'; '.join(details)}]")
        if explain:
            yield f"{_INDENT}[{quote.rule}; speaker: {rules.get(f'{field}[{i}].speaker', 'undecided')}]"


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
    shown = [f"{label}: {span.text}" for label, span in found if span is not None]
    shown += [f"when: {_moment(quote.when)}"] if quote.when else []
    shown += [word for word in ("negated", "hypothetical") if getattr(quote, word)]
    return [*shown, "inside another"] if quote.parent is not None else shown


def _reasons(names: set[str]) -> Iterator[str]:
    for name in sorted(names):
        yield f"  {name}"
        yield from _wrapped(RULES[name].why if name in RULES else "")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        _shown(text), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_long_words=False
    )


def _shown(text: str) -> str:
    """On one line, and with nothing in it that a terminal obeys or cannot show."""
    return " ".join(
        "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cs") else c for c in word)
        for word in text.split()
    )
