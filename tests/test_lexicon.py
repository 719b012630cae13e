"""The cue lexicon: the hand-kept table is sound, and what ships is what it says."""

from __future__ import annotations

import importlib.util
import re
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from newsparse.lang import load_language
from newsparse.model import Act

ROOT = Path(__file__).resolve().parent.parent
CLASSES = {"verb", "noun", "adjective", "phrase", "mark"}
TENSES = {"", "base", "s", "ing", "past", "part"}


LISTS = sorted((ROOT / "src" / "newsparse" / "lang").glob("*/*.txt"))


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_cues", ROOT / "benchmarks" / "build_cues.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILD = _builder()
SEEDS: list[dict[str, str]] = BUILD.read_table(BUILD.SEEDS)
KEPT = [row for row in SEEDS if row["status"] == "kept"]
BY_FORM = {row["form"]: row for row in SEEDS}


@pytest.mark.parametrize("path", LISTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_list_says_what_it_is_for_and_has_each_entry_once(path: Path) -> None:
    head, *rest = path.read_text(encoding="utf-8").splitlines()
    assert head.startswith("# ")
    words = [line for line in rest if line and not line.startswith("#")]
    assert words
    assert sorted(words) == sorted({word.strip().lower() for word in words})


def test_the_shipped_table_is_what_the_seeds_give() -> None:
    assert BUILD.SHIPPED.read_text(encoding="utf-8") == BUILD.shipped_table(SEEDS)


def test_the_library_reads_it_whole() -> None:
    table = load_language("en").table("cues")
    assert list(table) == [row["form"] for row in KEPT]
    assert list(table["said"]) == BUILD.SHIPPED_COLUMNS


def test_there_are_enough_forms() -> None:
    assert len(KEPT) >= 700


def test_forms_are_unique_trimmed_and_lower_case() -> None:
    forms = [row["form"] for row in SEEDS]
    assert len(set(forms)) == len(forms)
    assert [f for f in forms if f != " ".join(f.lower().split()) or f.startswith("#") or "\u2019" in f] == []


def test_cells_are_legal() -> None:
    acts = set(get_args(Act))
    for row in KEPT:
        assert row["act"] in acts, row
        assert row["act_to"] in acts | {""} and row["act_to"] != row["act"], row
        assert row["class"] in CLASSES and row["tense"] in TENSES, row
        assert row["takes_person"] in ("", "yes", "object"), row
        assert row["lemma"] and row["family"], row
        assert (row["tense"] != "") <= (row["class"] in ("verb", "phrase")), row
        assert row["also"] in CLASSES | {""}, row


def test_families_are_those_that_the_readme_names() -> None:
    line = next(s for s in (ROOT / "seeds" / "README.md").read_text(encoding="utf-8").splitlines() if "| `family`" in s)
    assert {row["family"] for row in KEPT} == set(re.findall(r"`(\w+)`", line)) - {"family"}


def test_every_dropped_form_says_why() -> None:
    assert [row["form"] for row in SEEDS if row["status"] not in ("kept", "dropped")] == []
    assert [row["form"] for row in SEEDS if row["status"] == "dropped" and not row["note"]] == []


def test_counts_are_sane() -> None:
    for row in SEEDS:
        assert 0 <= int(row["times_cue"]) <= int(row["times_seen"]), row
    assert int(BY_FORM["said"]["times_cue"]) > 4000


def test_every_verb_has_all_its_forms() -> None:
    tenses: dict[str, set[str]] = defaultdict(set)
    for row in SEEDS:
        if row["class"] == "verb":
            tenses[row["lemma"]].add(row["tense"])
            if row["form"] == row["lemma"]:
                tenses[row["lemma"]].add("base")
        elif row["also"] == "verb":
            tenses[row["form"].removesuffix("d")].add("past")
    lacking = {lemma: found for lemma, found in tenses.items() if not {"base", "s", "ing", "past"} <= found}
    assert lacking == {}


def test_the_forms_of_a_lemma_agree() -> None:
    seen: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in KEPT:
        same = (row["act"], row["act_to"], row["family"], row["takes_person"])
        assert seen.setdefault((row["class"], row["lemma"]), same) == same, row


@pytest.mark.parametrize(
    ("form", "column", "cell"),
    [
        ("told", "takes_person", "yes"),
        ("assured", "takes_person", "yes"),
        ("accused", "takes_person", "object"),
        ("said", "takes_person", ""),
        ("agreed", "act", "assertion"),
        ("agreed", "act_to", "eventuality"),
        ("believes", "act", "belief"),
        ("learned", "act", "fact"),
        ("hopes", "act", "eventuality"),
        ("refused", "act", "eventuality"),
        ("written", "tense", "part"),
        ("wrote", "tense", "past"),
        ("reports", "also", "noun"),
        ("according to", "class", "phrase"),
        ("pointed out", "lemma", "point out"),
        (":", "class", "mark"),
        ("convinced", "act", "belief"),
        ("convinced", "also", "verb"),
        ("positions", "class", "noun"),
        ("criticised", "family", "criticize"),
        ("quipped", "family", "joke"),
        ("signed", "status", "dropped"),
        ("have", "status", "dropped"),
    ],
)
def test_known_rows(form: str, column: str, cell: str) -> None:
    assert BY_FORM[form][column] == cell


def test_counting_takes_the_longest_form_and_the_last_verb(tmp_path: Path) -> None:
    text = "Mara Lindqvist pointed out in a report that rents rose.\nShe refused to say why."
    cues = ["pointed out in a report", "refused to say"]
    spans = ",".join(f'{{"cue": [[{text.index(c)}, {text.index(c) + len(c)}]]}}' for c in cues)
    gold = tmp_path / "gold.jsonl"
    gold.write_text(f'{{"text": {text!r}, "attributions": [{spans}]}}\n'.replace("'", '"'), encoding="utf-8")
    cue_of, seen, missing, total = BUILD.count(BUILD.Lexicon(SEEDS), gold)
    assert cue_of == {"pointed out": 1, "say": 1}
    assert (seen["pointed"], seen["report"], missing, total) == (0, 1, {}, 2)
