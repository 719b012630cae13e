"""What the benchmark of speakers counts, on an invented article."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

import speakers

TEXT = (
    "Dana Ortiz told reporters on Monday that the pier held. Ilse Kern met Bo Lind. She said it leaked. "
    "Officials said nothing else."
)


def span(part: str) -> list[int]:
    start = TEXT.index(part)
    return [start, start + len(part)]


def row(source: str, content: str, speaker: str | None, mention: str, **more: Any) -> dict[str, Any]:
    cue = [] if not source else [span("told" if source == "Dana Ortiz" else "said")]
    return {
        "content": [span(content)],
        "cue": cue,
        "source": [span(source)],
        "speaker": speaker,
        "mention": mention,
    } | more


RECORD = {
    "id": "a",
    "published": "2024-03-06",
    "text": TEXT,
    "attributions": [
        row(
            "Dana Ortiz",
            "that the pier held",
            "Dana Ortiz",
            "proper",
            addressee=span("reporters"),
            when={"start": "2024-03-04", "end": "2024-03-04"},
        ),
        row("She", "it leaked", "Ilse Kern", "pronoun"),
        row("Officials", "nothing else", "officials", "nominal"),
    ],
}


def test_names_are_folded() -> None:
    assert speakers.folded("the mayor") == speakers.folded("Mayor") == {"mayor"}
    assert speakers.folded("Dr. Dana Ortiz’s") == speakers.folded("Dana Ortiz")
    assert speakers.folded("A Lee and Bo Orth") == speakers.folded("Bo Orth and A Lee")


def test_baselines_beside_what_is_found() -> None:
    ours, nearest, own = speakers.given(RECORD)
    assert [found["speaker"] for found in ours] == ["Dana Ortiz", "Ilse Kern", "Officials"]
    assert [found["speaker"] for found in nearest] == ["Dana Ortiz", "Bo Lind", "Officials"]
    assert [found["speaker"] for found in own] == ["Dana Ortiz", "She", "Officials"]


def test_counts() -> None:
    gold = RECORD["attributions"]
    n = speakers.compared(TEXT, gold, speakers.given(RECORD)[0])  # type: ignore[arg-type]
    assert (n["right.speaker"], n["of.speaker"], n["answered"]) == (3, 3, 3)
    assert (n["addressee.right"], n["when.right"], n["via.found"]) == (1, 1, 0)


def test_table_and_predictions(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    gold, extra, found = tmp_path / "gold.jsonl", tmp_path / "more.jsonl", tmp_path / "found.jsonl"
    gold.write_text(json.dumps({**RECORD, "attributions": []}))
    extra.write_text(json.dumps({"id": "a", "attributions": RECORD["attributions"]}))
    monkeypatch.setattr(sys, "argv", ["speakers.py", str(gold), str(extra), "-o", str(found), "--errors", "3"])
    speakers.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split() == ["parse", "given", "name", "words", "of"]
    assert lines[2].split()[-4:] == ["100.0", "66.7", "66.7", "3"]
    assert json.loads(found.read_text())["id"] == "a"
