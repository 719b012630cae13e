"""One row a quote: plain rows, CSV, and data frames of pandas and polars."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

from newsparse.export.cast import joined, named
from newsparse.model import Article, Quote, Timestamp
from newsparse.tally import words_quoted

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Articles = Article | Iterable[Article] | Mapping[str, Article]
"""One article, several, or several by name."""

COLUMNS: Mapping[str, type] = {
    "article": str,
    "published": dt.date,
    "headline": str,
    "id": str,
    "kind": str,
    "act": str,
    "speaker": str,
    "speaker_kind": str,
    "role": str,
    "organization": str,
    "content": str,
    "words": int,
    "cue": str,
    "source": str,
    "addressee": str,
    "addressee_speaker": str,
    "medium": str,
    "via": str,
    "when": dt.date,
    "when_end": dt.date,
    "negated": bool,
    "hypothetical": bool,
    "parent": str,
    "start": int,
    "end": int,
    "confidence": float,
    "rule": str,
}
"""The columns in order, each with its type; text and dates may be missing."""
_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""


def to_rows(articles: Articles) -> list[dict[str, Any]]:
    """One dict a quote or attitude, in text order, with the keys of `COLUMNS`.

    Args:
        articles: one article, several, or several by name. The name (else the number, from "0") is in `article`.
    """
    if isinstance(articles, Article):
        articles = [articles]
    given = articles.items() if isinstance(articles, Mapping) else ((str(i), a) for i, a in enumerate(articles))
    return [row for name, article in given for row in _rows(name, article)]


def _rows(name: str, article: Article) -> Iterable[dict[str, Any]]:
    names = {id(quote): said for said, quote in named(article)}
    for said, quote in named(article):
        row: dict[str, Any] = dict.fromkeys(COLUMNS)
        row["article"], row["id"] = name, said
        row["published"] = _day(article.published)
        row["headline"] = article.headline and article.headline.text
        row["parent"] = None if quote.parent is None else names.get(id(quote.parent))
        row.update(_told(quote))
        yield row


def _told(quote: Quote) -> dict[str, Any]:
    content, speaker, addressee = joined(quote), quote.speaker, quote.addressee
    return {
        "kind": quote.kind,
        "act": quote.act,
        "speaker": speaker and speaker.name,
        "speaker_kind": speaker and speaker.kind,
        "role": speaker and speaker.role,
        "organization": speaker and speaker.organization,
        "content": content,
        "words": words_quoted(quote),
        "cue": quote.cue and quote.cue.text,
        "source": quote.source and quote.source.text,
        "addressee": addressee and addressee.span.text,
        "addressee_speaker": addressee and addressee.speaker and addressee.speaker.name,
        "medium": quote.medium and quote.medium.text,
        "via": quote.via and quote.via.text,
        "when": _day(quote.when),
        "when_end": quote.when and quote.when.end,
        "negated": quote.negated,
        "hypothetical": quote.hypothetical,
        "start": quote.span.start,
        "end": quote.span.end,
        "confidence": quote.confidence,
        "rule": quote.rule,
    }


def _day(when: Timestamp | None) -> dt.date | None:
    if when is None:
        return None
    return when.value.date() if isinstance(when.value, dt.datetime) else when.value


def to_csv(articles: Articles, escape_formulas: bool = True) -> str:
    """One row a quote or attitude, with a head line; lines end in CR LF, as RFC 4180 has it.

    Args:
        articles: as for `to_rows`.
        escape_formulas: put an apostrophe before text that a spreadsheet would run as a formula (it begins with
            `=`, `+`, `-`, `@`, a tab or a carriage return). Without it, every cell is the text as it stands.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in to_rows(articles):
        writer.writerow([_cell(value, escape_formulas) for value in row.values()])
    return out.getvalue()


def _cell(value: object, escape_formulas: bool) -> object:
    if not isinstance(value, str):
        return value
    value = value.replace("\0", "\ufffd")  # the csv of Python 3.10 reads none
    return f"'{value}" if escape_formulas and value.startswith(_FORMULA) else value


@overload
def to_frame(articles: Articles, library: Literal["pandas"] = "pandas") -> pd.DataFrame: ...
@overload
def to_frame(articles: Articles, library: Literal["polars"]) -> pl.DataFrame: ...


def to_frame(articles: Articles, library: Literal["pandas", "polars"] = "pandas") -> Any:
    """A data frame with one row a quote or attitude, and the columns of `COLUMNS`, typed also where it is empty.

    Args:
        articles: as for `to_rows`.
        library: "pandas" (from the extra `newsparse[pandas]`) or "polars" (`newsparse[polars]`).

    Raises:
        ImportError: the library is not there.
        ValueError: it is none of the two.
    """
    if library not in ("pandas", "polars"):
        raise ValueError(f'library must be "pandas" or "polars"; got {library!r}')
    rows = to_rows(articles)
    columns = {name: [_whole(row[name]) for row in rows] for name in COLUMNS}
    return _pandas(columns) if library == "pandas" else _polars(columns)


def _whole(value: Any) -> Any:
    """Text without lone surrogates, which the columns of the two libraries can't hold."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def _pandas(columns: Mapping[str, list[Any]]) -> Any:
    import numpy as np
    import pandas as pd

    kinds = {str: "string", int: "int64", bool: "bool", float: "float64"}
    made = {}
    for name, values in columns.items():
        if COLUMNS[name] is dt.date:  # to the second: the nanoseconds of `to_datetime` end in the year 2262
            made[name] = pd.Series(np.array(values, dtype="datetime64[s]"))
        else:
            made[name] = pd.Series(values, dtype=kinds[COLUMNS[name]])
    return pd.DataFrame(made)


def _polars(columns: Mapping[str, list[Any]]) -> Any:
    import polars as pl

    kinds = {str: pl.String, int: pl.Int64, bool: pl.Boolean, float: pl.Float64, dt.date: pl.Date}
    return pl.DataFrame(dict(columns), schema={name: kinds[kind] for name, kind in COLUMNS.items()})
