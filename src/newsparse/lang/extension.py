"""A user's own words and rules, laid over those of a language, and the rows that they add to the cue table.

An extension is a value: hashable, picklable and without any tie to the language that it is checked against. The words
of the language itself are never changed.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from newsparse.model import Act

if TYPE_CHECKING:
    import regex

Row = Mapping[str, str]
Rows = Mapping[str, Row]

_SEEN = 40
"""As how often seen a cue word of one's own counts: often enough to be trusted, of `likely` of them a cue."""


@attrs.frozen(kw_only=True)
class CueWord:
    """A word or phrase by which somebody may be saying something.

    Attributes:
        form: how it stands in a text, lower-cased: "tooted", "took to the airwaves".
        like: a cue word of the language that it behaves like, by its lemma ("tweet"). What is not given here is as it
            is with that one, and the trained weights take it for that one.
        lemma: the form that a dictionary has; the form itself where it is not given.
        word_class: "verb", "noun", "adjective" or "phrase" (the default for several words).
        tense: of a verb or a phrase with one: "base", "s", "past", "part" or "ing"; "" for none.
        family: what sort of saying it is: "say", "deny", "announce", ... one that the cue table has.
        act: "assertion", "belief", "fact" or "eventuality".
        act_to: the act where the content begins with `to` (`agreed to pay`); "" for the same one.
        takes_person: "yes" where the person spoken to may follow (`told her that`), "object" where the one who
            follows is spoken about (`accused her of`), "" for neither.
        likely: how often it is a cue where it stands, 0 to 1.
    """

    form: str
    like: str | None = None
    lemma: str | None = None
    word_class: str | None = None
    tense: str | None = None
    family: str | None = None
    act: Act | None = None
    act_to: Act | str | None = None
    takes_person: str | None = None
    likely: float | None = None


def _texts(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@attrs.frozen(kw_only=True)
class PatternRule:
    """A rule of one's own: a paragraph, or a part of one, of this shape is somebody's words.

    Attributes:
        name: what `Quote.rule` will say: "own." and words, `own.wire_label`.
        why: one sentence: why text of this shape means that.
        pattern: for the package `regex`; it is searched for in each paragraph by itself, and has the named groups
            `source` and `content` (which may match several times), and `cue` if a mark or word ties them.
        hits: small texts that the rule must find something in.
        misses: small texts that look alike and that it must leave alone.
        likely: how often what it finds is right, 0 to 1: the `confidence` of its quotes.
        verbatim: the words are the speaker's own, with or without quotation marks ("direct"); else the marks tell.
    """

    name: str
    why: str
    pattern: str
    hits: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    misses: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    likely: float = 0.5
    verbatim: bool = True


@attrs.frozen(cache_hash=True)
class Extension:
    """What is laid over a language, as a value.

    Attributes:
        cues: cue words.
        words: (name of a list, words added to it), by name.
        without: (name of a list, or "cues", words taken out of it), by name.
        rules: rules of one's own.
    """

    cues: tuple[CueWord, ...] = ()
    words: tuple[tuple[str, frozenset[str]], ...] = ()
    without: tuple[tuple[str, frozenset[str]], ...] = ()
    rules: tuple[PatternRule, ...] = ()

    def with_more(self, more: Extension) -> Extension:
        """Both; where they speak of the same form or rule, the later one holds."""
        cues = {cue.form: cue for cue in (*self.cues, *more.cues)}
        rules = {rule.name: rule for rule in (*self.rules, *more.rules)}
        added, gone = dict(self.words), dict(self.without)
        for name, words in more.words:
            added[name] = added.get(name, frozenset()) | words
            gone[name] = gone.get(name, frozenset()) - words
        for name, words in more.without:
            gone[name] = gone.get(name, frozenset()) | words
            added[name] = added.get(name, frozenset()) - words
            cues = {form: cue for form, cue in cues.items() if name != "cues" or form not in words}
        new = {cue.form for cue in more.cues} - dict(more.without).get("cues", frozenset())
        gone["cues"] = gone.get("cues", frozenset()) - new
        return Extension(tuple(cues.values()), _listed(added), _listed(gone), tuple(rules.values()))


def _listed(lists: Mapping[str, frozenset[str]]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(sorted((name, words) for name, words in lists.items() if words))


def cue_row(cue: CueWord, table: Rows) -> Row:
    """The row that a checked cue word has in the cue table."""
    base = _row_like(cue, table) if cue.like is not None else {}
    likely = 0.8 if cue.likely is None and not base else cue.likely
    counts = {"times_cue": "0", "times_seen": "0"}
    if likely is not None:
        counts = {"times_cue": str(round(_SEEN * likely)), "times_seen": str(_SEEN)}
    elif base:
        counts = {name: base[name] for name in counts}

    def given(value: str | None, column: str, default: str) -> str:
        return value if value is not None else base.get(column, default)

    return {
        "form": cue.form,
        "lemma": cue.like or cue.lemma or cue.form,
        "class": given(cue.word_class, "class", "phrase" if " " in cue.form else "verb"),
        "tense": given(cue.tense, "tense", ""),
        "act": given(cue.act, "act", "assertion"),
        "act_to": given(cue.act_to, "act_to", ""),
        "family": given(cue.family, "family", "say"),
        "takes_person": given(cue.takes_person, "takes_person", ""),
        **counts,
        "also": "",
    }


def _row_like(cue: CueWord, table: Rows) -> Row:
    """The row of the word that a cue word is like, of the same tense and class where there is one."""
    rows = [row for row in table.values() if row["lemma"] == cue.like]
    fits = [row for row in rows if cue.word_class in (None, row["class"]) and cue.tense in (None, row["tense"])]
    return max(fits or rows, key=lambda row: int(row["times_seen"]))


@functools.lru_cache(256)
def compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern of a rule of one's own."""
    import regex

    return regex.compile(pattern)
