"""Articles in the formats of others: one module a format, and `export` for all of them by name.

A function `to_...` never changes the article, and needs nothing but newsparse (frames need their library).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from newsparse.export.brat import BRAT_CONFIG, to_brat
from newsparse.export.jsonld import to_jsonld
from newsparse.export.jsontext import as_text, from_json, from_jsonl, to_json, to_jsonl
from newsparse.export.rows import COLUMNS, to_csv, to_frame, to_rows
from newsparse.export.tei import to_tei
from newsparse.export.webanno import to_webanno
from newsparse.model import Article

__all__ = [
    "BRAT_CONFIG",
    "COLUMNS",
    "FORMATS",
    "export",
    "from_json",
    "from_jsonl",
    "to_brat",
    "to_csv",
    "to_frame",
    "to_json",
    "to_jsonl",
    "to_jsonld",
    "to_rows",
    "to_tei",
    "to_webanno",
]

FORMATS: Mapping[str, Callable[[Article, str | None], str]] = MappingProxyType(
    {
        "json": lambda article, _: to_json(article) + "\n",
        "jsonl": lambda article, _: next(to_jsonl([article])),
        "jsonld": lambda article, url: as_text(to_jsonld(article, url)) + "\n",
        "webanno": lambda article, url: as_text(to_webanno(article, url)) + "\n",
        "brat": lambda article, _: to_brat(article),
        "tei": to_tei,
        "csv": lambda article, _: to_csv(article),
    }
)
"""Each format's name, and the function that writes an article (and where it stands) as text."""


def export(article: Article, format: str, url: str | None = None) -> str:  # noqa: A002
    """The article as text in a format by name.

    Args:
        article: what `parse` returned.
        format: one of `FORMATS`: "json", "jsonl", "jsonld", "webanno", "brat", "tei" or "csv".
        url: where the article stands, for those formats that say so.

    Raises:
        ValueError: there is no such format.
    """
    if format not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}; got {format!r}")
    return FORMATS[format](article, url)
