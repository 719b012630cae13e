"""A user's own words and rules, laid over those of a language: records, checks, and the rows that they add.

An extension is a value: hashable, picklable and without any tie to the language that it is checked against. The words
of the language itself are never changed.
"""

from __future__ import annotations

import difflib
import functools
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, get_args

import attrs

from newsparse.model import Act

if TYPE_CHECKING:
    import regex

Row = Mapping[str, str]
Rows = Mapping[str, Row]

_SEEN = 40
"""As how often seen a cue word of one's own counts: often enough to be trusted, of `likely` of them a cue."""
_CLASSES = ("verb", "noun", "adjective", "phrase")
_TENSES = ("", "base", "s", "past", "part", "ing")
_PERSONS = ("", "yes", "object")


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


def verb(
    lemma: str,
    *,
    like: str | None = None,
    s: str | None = None,
    past: str | None = None,
    ing: str | None = None,
    family: str | None = None,
    act: Act | None = None,
    act_to: Act | str | None = None,
    takes_person: str | None = None,
    likely: float | None = None,
) -> tuple[CueWord, ...]:
    """The four forms of an English verb, each a `CueWord`.

    Args:
        lemma: the verb, with what belongs to it after a blank: "toot", "toot out".
        like: as in `CueWord`, and so are family, act, act_to, takes_person and likely.
        s: "toots", where it is not made in the regular way.
        past: "tooted", likewise.
        ing: "tooting", likewise.
        family: see `like`.
        act: see `like`.
        act_to: see `like`.
        takes_person: see `like`.
        likely: see `like`.

    Returns:
        The words for "base", "s", "past" and "ing".
    """
    text("lemma", lemma)
    head, blank, rest = lemma.partition(" ")
    forms = {"base": head, "s": s or _s(head), "past": past or _ed(head), "ing": ing or _ing(head)}
    return tuple(
        CueWord(
            form=f"{form}{blank}{rest}",
            lemma=lemma,
            tense=tense,
            like=like,
            family=family,
            act=act,
            act_to=act_to,
            takes_person=takes_person,
            likely=likely,
        )
        for tense, form in forms.items()
    )


def _s(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) and verb[-2:] != "oo" else f"{verb}s"


def _ing(verb: str) -> str:
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{verb}ing"


def _ed(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def check_cue(cue: CueWord, table: Rows, key: str) -> CueWord:
    """The cue word with its form folded.

    Args:
        cue: the cue word.
        table: the language's own cue table.
        key: where it was given, for errors.

    Raises:
        ValueError, TypeError: something in it is no good; the message begins with the key.
    """
    form = " ".join(text(f"{key}.form", cue.form).lower().replace("’", "'").split())
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


@functools.lru_cache(256)
def compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern of a rule of one's own."""
    import regex

    return regex.compile(pattern)


def text(key: str, value: object) -> str:
    """A string with something in it, or an error that names the key."""
    if not isinstance(value, str):
        raise TypeError(f"{key} must be a str, not {type(value).__name__}")
    if not value.strip():
        raise ValueError(f"{key} must not be empty")
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
    near = difflib.get_close_matches(value, known, 1)
    listed = what or f"one of {', '.join(repr(k) for k in sorted(known))}"
    raise ValueError(f"{key} must be {listed}; got {value!r}" + (f": did you mean {near[0]!r}?" if near else ""))


def word_list(key: str, words: object) -> tuple[str, ...]:
    """Several strings, or an error that names the key and the place."""
    if isinstance(words, (str, bytes, Mapping)) or not isinstance(words, Iterable):
        raise TypeError(f"{key} must be a list of strings, not {type(words).__name__}")
    return tuple(text(f"{key}[{i}]", word) for i, word in enumerate(words))


def folded(words: Iterable[str]) -> frozenset[str]:
    """Words as the lists have them: lower-cased, curly apostrophes made straight, single blanks."""
    return frozenset(" ".join(word.lower().replace("’", "'").split()) for word in words)
