"""Languages: one folder of word lists and tables each, loaded once and never changed.

A `.txt` file is a word list: one entry a line, `#` starts a comment. A `.tsv` file is a table with a
head line. Both are read on first use. (TOML would need a parser that Python 3.10 lacks.)
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import attrs


@attrs.frozen(eq=False)
class Language:
    """The words and tables of one language.

    Attributes:
        code: ISO 639-1, "en".
    """

    code: str

    def words(self, name: str) -> frozenset[str]:
        """The word list `name` (the file `name.txt`), lower-cased."""
        return _words(self.code, name)

    def table(self, name: str) -> Mapping[str, Mapping[str, str]]:
        """The table `name` (the file `name.tsv`): first column to a row of column name to cell."""
        return _table(self.code, name)

    def weights(self, name: str) -> Mapping[str, Any]:
        """The trained weights `name` (the file `name.json`)."""
        return _weights(self.code, name)


def languages() -> tuple[str, ...]:
    """The codes of the languages that there are, sorted."""
    folders = (f for f in files(__name__).iterdir() if f.is_dir() and not f.name.startswith("_"))
    return tuple(sorted(f.name for f in folders))


@functools.cache
def load_language(code: str) -> Language:
    """The language of that code.

    Raises:
        ValueError: there is none; the message lists those there are.
    """
    if code not in languages():
        raise ValueError(f"language must be one of {', '.join(languages())}; got {code!r}")
    return Language(code)


def _lines(code: str, file: str) -> list[str]:
    text = (files(__name__) / code / file).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line.strip() and not line.startswith("#")]


@functools.cache
def _words(code: str, name: str) -> frozenset[str]:
    return frozenset(line.strip().lower() for line in _lines(code, f"{name}.txt"))


@functools.cache
def _table(code: str, name: str) -> Mapping[str, Mapping[str, str]]:
    head, *rows = (line.split("\t") for line in _lines(code, f"{name}.tsv"))
    return MappingProxyType({row[0]: MappingProxyType(dict(zip(head, row, strict=True))) for row in rows})


@functools.cache
def _weights(code: str, name: str) -> Mapping[str, Any]:
    loaded = json.loads((files(__name__) / code / f"{name}.json").read_text(encoding="utf-8"))
    return MappingProxyType(loaded)
