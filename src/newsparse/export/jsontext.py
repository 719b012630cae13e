"""JSON and JSON Lines: the dict form of an article as text, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from newsparse.dictform import from_dict, to_dict
from newsparse.model import Article

_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What some readers take for the end of a line; in JSON they can only stand inside a string."""


def to_json(article: Article, indent: int | None = 1) -> str:
    """The article's dict form as JSON, of the schema that ships as `newsparse/schema.json`.

    Args:
        article: what `parse` returned.
        indent: blanks a level; none for a single line.
    """
    return as_text(to_dict(article), indent)


def from_json(text: str) -> Article:
    """The article that `to_json` wrote.

    Args:
        text: the JSON.

    Raises:
        ValueError: it is no JSON, or no article's dict form; the message says where.
    """
    return from_dict(json.loads(text))


def to_jsonl(articles: Iterable[Article]) -> Iterator[str]:
    """One line of JSON an article, each with its line feed at the end: for `file.writelines`.

    Args:
        articles: what `parse` returned, one after another.
    """
    for article in articles:
        yield as_text(to_dict(article), None) + "\n"


def from_jsonl(lines: Iterable[str]) -> Iterator[Article]:
    """The articles that `to_jsonl` or `newsparse batch` wrote; blank lines are passed over.

    Args:
        lines: an open file, or any lines.

    Raises:
        ValueError: a line is no article; the message gives its number.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
                yield from_dict(row["article"] if isinstance(row, dict) and row.keys() == {"id", "article"} else row)
            except (TypeError, ValueError) as error:
                raise ValueError(f"line {number}: {error}") from error


def as_text(data: Any, indent: int | None = 1) -> str:
    """JSON that any encoding of Unicode can hold: lone surrogates and separators of lines are escaped."""
    plain = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        plain.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, indent=indent)
    for character, escape in _ENDS.items():
        if character in plain:
            plain = plain.replace(character, escape)
    return plain
