"""From what a user gives, as arguments or in a TOML file, to an `Extension`, with every word checked."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

import attrs

from newsparse.lang.checks import check_cue, check_rule, fold, one_of, text, with_letter, word_list
from newsparse.lang.extension import CueWord, Extension, PatternRule, Rows
from newsparse.lang.verbs import verb

if TYPE_CHECKING:
    from newsparse.lang import Language

_LISTS: Mapping[str, tuple[str, ...]] = {
    "titles": ("titles",),
    "roles": ("roles",),
    "groups": ("groups",),
    "outlets": ("outlets", "agencies"),
}
"""The lists that each argument of `extend` adds to."""
_KEYS = ("cues", "verbs", *_LISTS, "words", "without", "rules")


def extension_of(
    language: Language,
    cues: Iterable[CueWord | tuple[CueWord, ...]],
    given: Mapping[str, Iterable[str]],
    words: Mapping[str, Iterable[str]],
    without: Mapping[str, Iterable[str]],
    rules: Iterable[PatternRule],
) -> Extension:
    """What `Language.extend` was given, checked and in one form."""
    own = _records("cues", cues, CueWord)
    table = _cue_table(language, bool(own))
    added: dict[str, frozenset[str]] = {}
    for argument, its in given.items():
        for name, more in _lists_of(argument, word_list(argument, its)).items():
            if more:
                added[name] = added.get(name, frozenset()) | more
    for name, more in _named_lists(language, "words", words, ()).items():
        added[name] = added.get(name, frozenset()) | more
    gone = _named_lists(language, "without", without, ("cues",))
    for name in added.keys() & gone.keys():
        for word in sorted(added[name] & gone[name]):
            raise ValueError(f"without.{name} must not have what is added here; got {word!r}")
    made = [check_rule(rule, f"rules[{i}]") for i, rule in enumerate(_records("rules", rules, PatternRule))]
    _no_twice("rules", "name", [rule.name for rule in made])
    return Extension(
        cues=tuple(check_cue(cue, table, f"cues[{i}]") for i, cue in enumerate(own)),
        words=tuple(sorted(added.items())),
        without=tuple(sorted(gone.items())),
        rules=tuple(made),
    )


def _no_twice(key: str, field: str, values: list[str]) -> None:
    """Nothing, or an error that names the second of two that are the same."""
    for i, value in enumerate(values):
        if value in values[:i]:
            raise ValueError(f"{key}[{i}].{field} must not be that of {key}[{values.index(value)}]; got {value!r}")


def _cue_table(language: Language, wanted: bool) -> Rows:
    """The language's own cue table, without what is laid over it."""
    if wanted and not language.has_cues:
        raise ValueError(f"cues can't be added to {language.code!r}: speech is not read in that language yet")
    return type(language)(language.code).table("cues") if wanted else {}


def _records(key: str, given: object, kind: type[Any]) -> tuple[Any, ...]:
    """The records of an argument; `verb` gives a tuple of them, which may stand among them as it is."""
    if isinstance(given, (str, kind, Mapping)) or not isinstance(given, Iterable):
        raise TypeError(f"{key} must be a list of {kind.__name__}, not {type(given).__name__}")
    found: list[Any] = []
    for item in given:
        found.extend(item if isinstance(item, tuple) else (item,))
        if not isinstance(found[-1] if found else item, kind):
            raise TypeError(f"{key} must hold {kind.__name__} and nothing else; got {type(item).__name__}")
    return tuple(found)


def _lists_of(argument: str, words: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """The lists that the words of an argument go to."""
    for i, word in enumerate(words):
        with_letter(f"{argument}[{i}]", word)
    lists = {name: frozenset(fold(word.rstrip(". ")) for word in words) for name in _LISTS[argument]}
    if argument == "titles":
        short = frozenset(fold(word.rstrip(". ")) for word in words if word.rstrip().endswith("."))
        lists |= {"title_abbreviations": short, "abbreviations": short}
    return lists


def _named_lists(
    language: Language, key: str, given: Mapping[str, Iterable[str]], also: Collection[str]
) -> dict[str, frozenset[str]]:
    if not isinstance(given, Mapping):
        raise TypeError(f"{key} must be a mapping of list names to words, not {type(given).__name__}")
    found = {}
    known = (*language.lists(), *also) if given else also
    for name, words in given.items():
        one_of(f"a key of {key}", name, known, "the name of a word list")
        found[name] = frozenset(map(fold, word_list(f"{key}.{name}", words)))
    return found


def read_toml(language: Language, path: str | PathLike[str]) -> Language:
    """The language with what a TOML file adds; errors name the file and the key."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    file = fspath(path)
    with open(file, "rb") as opened:
        raw = opened.read()
    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
        return language.extend(**_arguments(language, data))
    except UnicodeDecodeError as error:
        raise ValueError(f"{file}: must be UTF-8: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file}: no TOML: {error}") from error
    except (TypeError, ValueError) as error:
        raise ValueError(f"{file}: {error}") from error


def _arguments(language: Language, data: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of `extend` that the tables of a file stand for."""
    for key in data:
        one_of("a key", key, _KEYS)
    found = {key: value for key, value in data.items() if key not in ("cues", "verbs", "rules")}
    table = _cue_table(language, "cues" in data or "verbs" in data)
    fields = [("class" if f.name == "word_class" else f.name) for f in attrs.fields(CueWord)]
    cues = [CueWord(**_row(row, f"cues[{i}]", fields, "form")) for i, row in _rows(data, "cues")]
    cues = [check_cue(cue, table, f"cues[{i}]") for i, cue in enumerate(cues)]
    _no_twice("cues", "form", [cue.form for cue in cues])
    for i, row in _rows(data, "verbs"):
        cues += _verb(row, f"verbs[{i}]", fields, table)
    rule_keys = [f.name for f in attrs.fields(PatternRule)]
    rules = [_rule(row, f"rules[{i}]", rule_keys) for i, row in _rows(data, "rules")]
    return {**found, "cues": cues, "rules": rules}


def _rows(data: Mapping[str, Any], key: str) -> Iterable[tuple[int, Any]]:
    rows = data.get(key, [])
    if not isinstance(rows, list):
        raise TypeError(f"{key} must be tables, each below [[{key}]]")
    return enumerate(rows)


def _row(row: Any, key: str, known: Collection[str], needed: str) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise TypeError(f"{key} must be a table below [[{key.partition('[')[0]}]], not {type(row).__name__}")
    for name in row:
        one_of(f"a key of {key}", name, known)
    if needed not in row:
        raise ValueError(f"{key}.{needed} must be there")
    return {("word_class" if name == "class" else name): value for name, value in row.items()}


def _verb(row: Any, key: str, fields: Collection[str], table: Rows) -> list[CueWord]:
    given = _row(row, key, {"s", "past", "ing", *fields} - {"form", "tense"}, "lemma")
    for name in ("lemma", "s", "past", "ing"):
        if name in given:
            text(f"{key}.{name}", given[name])
    return [check_cue(cue, table, key) for cue in verb(**given)]


def _rule(row: Any, key: str, known: Collection[str]) -> PatternRule:
    given = _row(row, key, known, "name")
    for name in ("why", "pattern"):
        if name not in given:
            raise ValueError(f"{key}.{name} must be there")
    for name in ("hits", "misses"):
        given[name] = word_list(f"{key}.{name}", given.get(name, ()))
    return PatternRule(**given)
