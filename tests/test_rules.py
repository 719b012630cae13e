"""The table of rules: each finds its hits under its own name, alone and in running text, and leaves its misses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsparse import Article, parse
from newsparse.rules import RULES
from newsparse.rules.abroad import ABROAD_RULES
from newsparse.rules.attribution import ATTRIBUTION_RULES
from newsparse.rules.header import HEADER_RULES
from newsparse.rules.page import PAGE_RULES
from newsparse.rules.speaker import SPEAKER_RULES

STORY = """The ferry runs twice a day between the two towns. The bridge was built in 1974 and carries 9,000 cars a day.

Snow fell on the valley for three days. The market square was empty on the morning after the storm."""
OF_TEXT = [rule for rule in RULES.values() if rule not in PAGE_RULES]  # those of pages have a test of their own
HITS = [pytest.param(rule.name, text, id=f"{rule.name}-{i}") for rule in OF_TEXT for i, text in enumerate(rule.hits)]
MISSES = [
    pytest.param(rule.name, text, id=f"{rule.name}-{i}") for rule in OF_TEXT for i, text in enumerate(rule.misses)
]


def named(article: Article) -> set[str]:
    """The names of all rules that found something."""
    return {q.rule for q in (*article.quotes, *article.attitudes)} | {p.rule for p in article.provenance}


@pytest.mark.parametrize(("name", "text"), HITS)
def test_hit_alone(name: str, text: str) -> None:
    assert name in named(parse(text, language=RULES[name].language))


@pytest.mark.parametrize(("name", "text"), HITS)
def test_hit_in_running_text(name: str, text: str) -> None:
    if name.startswith("header."):  # what stands above a story or below it
        language = RULES[name].language
        above, below = (parse(page, language=language) for page in (f"{text}\n\n{STORY}", f"{STORY}\n\n{text}"))
        assert name in named(above) | named(below)
    else:
        assert name in named(parse(f"A Second Bridge for Harbour Town\n\n{STORY}\n\n{text}\n\n{STORY}"))


@pytest.mark.parametrize(("name", "text"), MISSES)
def test_miss(name: str, text: str) -> None:
    assert name not in named(parse(text, language=RULES[name].language))


def test_every_name_that_is_given_is_in_the_table(founding: str) -> None:
    texts = [("en", founding), *((rule.language, text) for rule in OF_TEXT for text in (*rule.hits, *rule.misses))]
    given = {name for language, text in texts for name in named(parse(text, language=language))}
    assert given <= RULES.keys()


def test_every_name_is_written_once() -> None:
    names = [rule.name for rule in (*HEADER_RULES, *ABROAD_RULES, *ATTRIBUTION_RULES, *SPEAKER_RULES, *PAGE_RULES)]
    assert sorted(names) == sorted(set(names))
    assert names == list(RULES)
    assert all(re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", name) for name in names)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_says_what_and_why(rule: object) -> None:
    row = RULES[getattr(rule, "name")]  # noqa: B009
    assert row.finds
    assert row.why.endswith(".")
    assert row.hits


def test_every_rule_name_in_the_code_is_in_the_table(root: Path) -> None:
    """A literal that looks like a rule's name is one (a misspelt name would say nothing to a reader)."""
    pattern = re.compile(r"""["'](?:header|attribution|speaker|page(?=\.[a-z]+\.))(?:\.[a-z_]+)+["']""")
    written = {
        match.group()[1:-1]
        for path in (root / "src" / "newsparse").rglob("*.py")
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    }
    assert written <= RULES.keys()
