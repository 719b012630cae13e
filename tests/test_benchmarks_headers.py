"""The benchmark of headers: its scores on pages made up for it, and one run of the command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from header_scores import score

ROOT = Path(__file__).resolve().parent.parent
GOLD: dict[str, Any] = {
    "headline": "Ferry line “drops” night sailings",
    "headline_also": ["No ferries at night"],
    "authors": ["Ann Lee", "Bob Ray"],
    "authors_also": [["Ann Lee"]],
    "authors_optional": ["Norpress"],
    "published": "2024-03-04T16:05:00+00:00",
    "shown": "2024-03-04T17:05",
    "dateline": "OSTHAVEN",
    "answerable": {"headline": True, "authors": True, "published": True},
}
NOTHING: dict[str, Any] = {"headline": None, "authors": [], "published": None}
RIGHT = {
    "headline": "Ferry line 'drops' night  sailings",
    "authors": ["ANN LEE", "By Bob Ray"],
    "published": "2024-03-04T17:05:00",
    "dateline": "Osthaven",
}


def counts(
    read: dict[str, Any], gold: dict[str, Any] = GOLD, *, from_html: bool = True
) -> dict[str, tuple[int, int, int]]:
    found = score([{"id": "a", "gold": gold}], {"a": read}, from_html=from_html)
    return {field: (c.right, c.given, c.wanted) for field, c in found.items()}


def test_what_is_right() -> None:
    found = counts(RIGHT)
    assert found["authors"] == (2, 2, 2)
    assert all(found[field] == (1, 1, 1) for field in ("headline", "set", "day", "minute", "dateline"))


def test_other_wordings_and_sets_count_too() -> None:
    found = counts(RIGHT | {"headline": "No Ferries at Night", "authors": ["Ann Lee", "Norpress"]})
    assert found["headline"] == (1, 1, 1)
    assert found["authors"] == (1, 1, 1)
    assert found["set"] == (1, 1, 1)


def test_what_is_wrong() -> None:
    found = counts({"headline": "Bridge", "authors": ["The Tarn Post"], "published": "2024-03-05", "dateline": "Tarn"})
    assert found["authors"][:2] == (0, 1)
    assert all(found[field] == (0, 1, 1) for field in ("headline", "day", "dateline"))
    assert found["minute"] == (0, 0, 1)


def test_nothing_read() -> None:
    found = counts(NOTHING)
    assert found["authors"] == (0, 0, 2)
    assert found["headline"] == (0, 0, 1)
    assert found["day"] == (0, 0, 1)


def test_the_same_instant_in_another_zone_is_right() -> None:
    assert counts(RIGHT | {"published": "2024-03-04T11:05:30-05:00"})["minute"] == (1, 1, 1)


def test_what_the_text_does_not_say_is_asked_of_html_alone() -> None:
    gold = GOLD | {"answerable": dict.fromkeys(("headline", "authors", "published"), False)}
    assert counts(NOTHING, gold, from_html=False)["day"] == (0, 0, 0)
    assert counts(NOTHING | {"published": "2020-01-01"}, gold, from_html=False)["day"] == (0, 1, 0)
    assert counts(NOTHING, gold)["day"] == (0, 0, 1)


def test_the_command_prints_a_row_for_each_reader(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = ROOT / "tests" / "cases" / "html" / "authors-in-one-string.html"
    (tmp_path / "a.html").write_bytes(page.read_bytes())
    gold = {
        **GOLD,
        "headline": "Ferry line drops night sailings",
        "authors": ["Ann Lee", "Bob Ray", "Kofi Mensah-Bright"],
    }
    row = {"id": "a", "url": None, "text": "Ferry line drops night sailings\n\nBy Ann Lee\nMarch 4, 2024", "gold": gold}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "benchmarks" / "headers.py"), "gold.jsonl", "--pages", ".", "-o", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "| newsparse, HTML | 100.0% | 100.0% / 100.0% / 100.0% (100.0%) |" in done.stdout
    assert "| trafilatura, HTML |" in done.stdout
    read = json.loads((tmp_path / "out" / "newsparse-HTML.jsonl").read_text(encoding="utf-8"))
    assert read["authors"] == ["Ann Lee", "Bob Ray", "Kofi Mensah-Bright"]
