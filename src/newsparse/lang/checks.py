"""What a user's own words and rules must be; errors begin with the key under which they were given."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import get_args

import attrs

from newsparse.lang.extension import CueWord, PatternRule, Rows, compiled
from newsparse.model import Act

_CLASSES = ("verb", "noun", "adjective", "phrase")
_TENSES = ("", "base", "s", "past", "part", "ing")
_PERSONS = ("", "yes", "object")


def check_cue(cue: CueWord, table: Rows, key: str) -> CueWord:
    """The cue word with its form folded.

    Args:
        cue: the cue word.
        table: the language's own cue table.
        key: where it was given, for errors.

    Raises:
        ValueError, TypeError: something in it is no good; the message begins with the key.
    """
    form = fold(with_letter(f"{key}.form", text(f"{key}.form", cue.form)))
    families = sorted({row["family"] for row in table.values()})
    for name, value, known in (
        ("class", cue.word_class, _CLASSES),
        ("tense", cue.tense, _TENSES),
        ("family", cue.family, families),
        ("act", cue.act, get_args(Act)),
        ("act_to", cue.act_to, ("", *get_args(Act))),
        ("takes_person", cue.takes_person, _PERSONS),
    ):
        if value is not None:
            one_of(f"{key}.{name}", value, known)
    if cue.lemma is not None:
        text(f"{key}.lemma", cue.lemma)
    if cue.likely is not None:
        share(f"{key}.likely", cue.likely)
    if cue.like is not None:
        one_of(f"{key}.like", cue.like, {row["lemma"] for row in table.values()}, "a lemma of the cue table")
    return attrs.evolve(cue, form=form)


def check_rule(rule: PatternRule, key: str) -> PatternRule:
    """The rule itself.

    Raises:
        ValueError, TypeError: something in it is no good; the message begins with the key.
    """
    import regex

    name = text(f"{key}.name", rule.name)
    if not regex.fullmatch(r"own(\.[a-z_]++)++", name):
        raise ValueError(f'{key}.name must be "own." and small letters, such as "own.wire_label"; got {name!r}')
    text(f"{key}.why", rule.why)
    try:
        groups = set(compiled(text(f"{key}.pattern", rule.pattern)).groupindex)
    except regex.error as error:
        raise ValueError(f"{key}.pattern is no regular expression: {error}") from error
    if not {"source", "content"} <= groups <= {"source", "content", "cue"}:
        raise ValueError(f"{key}.pattern must have the named groups source and content, and may have cue")
    for name, texts in (("hits", rule.hits), ("misses", rule.misses)):
        word_list(f"{key}.{name}", texts)
    share(f"{key}.likely", rule.likely)
    if not isinstance(rule.verbatim, bool):
        raise TypeError(f"{key}.verbatim must be true or false, not {type(rule.verbatim).__name__}")
    return rule


def text(key: str, value: object) -> str:
    """A string with something in it, or an error that names the key."""
    if not isinstance(value, str):
        raise TypeError(f"{key} must be a str, not {type(value).__name__}")
    if not value.strip():
        raise ValueError(f"{key} must not be empty")
    return value


def with_letter(key: str, value: str) -> str:
    """A string with a letter or digit in it, or an error that names the key."""
    if not any(c.isalnum() for c in value):
        raise ValueError(f"{key} must have a letter in it; got {value!r}")
    return value


def share(key: str, value: object) -> float:
    """A number from 0 to 1, or an error that names the key."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{key} must be a number from 0 to 1, not {type(value).__name__}")
    if not 0 <= value <= 1:
        raise ValueError(f"{key} must be from 0 to 1; got {value!r}")
    return float(value)


def one_of(key: str, value: object, known: Collection[str], what: str = "") -> str:
    """A string that is known, or an error that names the key and what is near or all there is."""
    if not isinstance(value, str):
        raise TypeError(f"{key} must be a str, not {type(value).__name__}")
    if value in known:
        return value
    from difflib import get_close_matches

    near = get_close_matches(value, known, 1)
    listed = what or f"one of {', '.join(repr(k) for k in sorted(known))}"
    raise ValueError(f"{key} must be {listed}; got {value!r}" + (f": did you mean {near[0]!r}?" if near else ""))


def word_list(key: str, words: object) -> tuple[str, ...]:
    """Several strings, or an error that names the key and the place."""
    if isinstance(words, (str, bytes, Mapping)) or not isinstance(words, Iterable):
        raise TypeError(f"{key} must be a list of strings, not {type(words).__name__}")
    return tuple(text(f"{key}[{i}]", word) for i, word in enumerate(words))


def fold(words: str) -> str:
    """A word or phrase as lists and tables have it: lower-cased, curly apostrophes made straight, single blanks."""
    return " ".join(words.lower().replace("’", "'").split())
