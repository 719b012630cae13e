"""Languages: one folder of word lists and tables each, loaded once and never changed.

A `.txt` file is a word list: one entry a line, `#` starts a comment. A `.tsv` file is a table with a
head line. Both are read on first use. (TOML would need a parser that Python 3.10 lacks.) What a user lays over them is
an `extension`, which `overlay` makes of what is given.
"""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Iterable, Mapping
from os import PathLike
from types import MappingProxyType
from typing import Any

import attrs

from newsparse.lang.extension import CueWord, Extension, PatternRule, cue_row
from newsparse.lang.tables import Table
from newsparse.lang.verbs import verb

__all__ = ["CueWord", "Language", "PatternRule", "find_language", "languages", "load_language", "verb"]

_NOTHING = Extension()


@attrs.frozen(cache_hash=True)
class Language:
    """The words and tables of one language, and what a user laid over them: a value, and never changed.

    Attributes:
        code: ISO 639-1, "en".
        extension: words and rules of the user's own; see `extend`.
    """

    code: str
    extension: Extension = _NOTHING
    _lists: dict[str, frozenset[str]] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """The word lists asked for so far: each stage asks for some of every sentence."""

    def __reduce__(self) -> tuple[Any, ...]:
        return Language, (self.code,) if self.extension is _NOTHING else (self.code, self.extension)

    def words(self, name: str) -> frozenset[str]:
        """The words of a list, lower-cased.

        Args:
            name: one of `lists()`.
        """
        found = self._lists.get(name)
        if found is None:
            found = _words(self.code, name) if self.extension is _NOTHING else _more_words(self, name)
            self._lists[name] = found
        return found

    def table(self, name: str) -> Table:
        """The table `name` (the file `name.tsv`): first column to a row of column name to cell."""
        return _table(self.code, name) if self.extension is _NOTHING or name != "cues" else _more_cues(self)

    @property
    def has_cues(self) -> bool:
        """Whether there are the words by which speech is found; without them the header alone is read."""
        return _has_cues(self.code)

    def weights(self, name: str) -> Mapping[str, Any]:
        """The trained weights `name` (the file `name.json`)."""
        return _weights(self.code, name)

    @property
    def rules(self) -> Mapping[str, PatternRule]:
        """The rules of the user's own, by name."""
        return MappingProxyType({rule.name: rule for rule in self.extension.rules})

    def extend(
        self,
        *,
        cues: Iterable[CueWord | tuple[CueWord, ...]] = (),
        titles: Iterable[str] = (),
        roles: Iterable[str] = (),
        groups: Iterable[str] = (),
        outlets: Iterable[str] = (),
        words: Mapping[str, Iterable[str]] | None = None,
        without: Mapping[str, Iterable[str]] | None = None,
        rules: Iterable[PatternRule] = (),
    ) -> Language:
        """The language with words and rules of your own; this one stays as it is.

        Make it once and keep it: each different one fills tables of its own, which stay.

        Args:
            cues: words by which somebody says something; `verb("toot", like="tweet")` makes those of a verb.
            titles: what stands before a name and is no part of it ("harbour master", "Cllr.").
            roles: nouns for one person by office, work or part ("pilot").
            groups: nouns for several people ("pilots").
            outlets: names of newspapers, agencies and broadcasters.
            words: more words for any list of the language, by its name ("given_names_female").
            without: words to leave out of a list, by its name; forms to leave out of the cue table, by "cues".
            rules: shapes of text of your own, in which somebody's words stand.

        Raises:
            TypeError, ValueError: something given is no good; the message names where it stands, as in `cues[2].act`.
        """
        from newsparse.lang.overlay import extension_of

        given = {"titles": titles, "roles": roles, "groups": groups, "outlets": outlets}
        return Language(
            self.code, self.extension.with_more(extension_of(self, cues, given, words or {}, without or {}, rules))
        )

    def extend_from(self, path: str | PathLike[str]) -> Language:
        """The language with the words and rules of a TOML file, whose keys are the arguments of `extend`.

        Args:
            path: the file.

        Raises:
            OSError: the file can't be read.
            ValueError: it is no TOML, or something in it is no good; the message names the file and the key.
        """
        from newsparse.lang.overlay import read_toml

        return read_toml(self, path)

    def lists(self) -> tuple[str, ...]:
        """The names of the word lists that there are, sorted."""
        from importlib.resources import files

        found = (f.name for f in (files(__name__) / self.code).iterdir())
        return tuple(sorted(name[:-4] for name in found if name.endswith(".txt")))


@functools.cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that there are, sorted."""
    from importlib.resources import files  # brings in twenty modules, of which reading English needs none

    folders = (f for f in files(__name__).iterdir() if f.is_dir() and not f.name.startswith("_"))
    return tuple(sorted(f.name for f in folders))


@functools.cache
def load_language(code: str) -> Language:
    """The language of that code.

    Args:
        code: its ISO 639-1 code, "en"; "auto" is none, and goes to `parse`.

    Raises:
        ValueError: there is none; the message lists those there are.
    """
    if code != "en" and code not in languages():
        known = ", ".join(languages()) + ("" if code == "auto" else " or auto")
        raise ValueError(f"language must be one of {known}; got {code!r}")
    return Language(code)


def find_language(code: str) -> Language | None:
    """The language of that code, or none where there is none: an article may have been made by hand.

    Args:
        code: what `Article.language` says.
    """
    return load_language(code) if code in languages() else None


def _read(code: str, file: str) -> str:
    """A file of a language, wherever the package is (it may be zipped)."""
    loader: Any = __spec__.loader
    data: bytes = loader.get_data(os.path.join(os.path.dirname(__file__), code, file))
    return data.decode("utf-8").replace("\r\n", "\n")


def _lines(code: str, file: str) -> list[str]:
    return [line for line in _read(code, file).split("\n") if line.strip() and not line.startswith("#")]


@functools.cache
def _words(code: str, name: str) -> frozenset[str]:
    return frozenset(line.strip().lower() for line in _lines(code, f"{name}.txt"))


@functools.cache
def _table(code: str, name: str) -> Table:
    rows = (line.split("\t") for line in _lines(code, f"{name}.tsv"))
    return Table(next(rows), rows)


@functools.cache
def _has_cues(code: str) -> bool:
    try:
        return bool(_table(code, "cues"))
    except OSError:  # the loader of a zip does not say that it is not found
        return False


def _weights(code: str, name: str) -> Mapping[str, Any]:
    return MappingProxyType(json.loads(_read(code, f"{name}.json")))


@functools.cache
def _more_words(language: Language, name: str) -> frozenset[str]:
    more = dict(language.extension.words).get(name, frozenset())
    return (_words(language.code, name) | more) - dict(language.extension.without).get(name, frozenset())


@functools.cache
def _more_cues(language: Language) -> Table:
    rows = _table(language.code, "cues")
    more = {cue.form: cue_row(cue, rows) for cue in language.extension.cues}
    return rows.patched(more, dict(language.extension.without).get("cues", frozenset()))
