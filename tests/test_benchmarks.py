"""What the benchmarks count, on invented articles."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import accuracy
import errors
import many
import newsparse
import speed
from matching import match, right, words

TEXT = '"It holds," Dana Ortiz said. Ilse Kern said that it was pine, which is wrong. Lee grumbled about the cost.'


def span(part: str) -> list[int]:
    start = TEXT.index(part)
    return [start, start + len(part)]


def row(content: str, cue: str | None = None, *, confidence: float = 0.9, act: str = "assertion") -> dict[str, Any]:
    found = [] if cue is None else [span(cue)]
    return {"content": [span(content)], "cue": found, "source": [], "confidence": confidence, "act": act, "rule": "r"}


def test_matching_is_one_to_one_and_takes_the_best_pair_first() -> None:
    whole, half, other = words(TEXT, [[0, 20]]), words(TEXT, [[0, 10]]), words(TEXT, [span("pine")])
    assert match([half], [whole, half]) == [(0, 1, 1.0)]
    assert match([half, other], [whole]) == [(0, 0, 0.5)]
    assert right(TEXT, [row("it was pine")], [row("that it was pine"), row("pine")]) == [True, False]


def test_calibration_and_its_error() -> None:
    lines = list(accuracy.calibration([(0.95, True), (0.85, False), (1.0, True)]))
    assert lines[-2].split() == ["0.9", "to", "1.0", "2", "0.97", "1.00"]
    assert float(lines[-1].split()[-1]) == pytest.approx((0.85 + 0.05) / 3, abs=1e-3)


def test_curve() -> None:
    lines = list(accuracy.curve({0.5: Counter(gold=4, found=3, right=2)}))
    assert lines[1].split() == ["0.5", "3", "66.7", "50.0", "57.1"]


@pytest.mark.parametrize("cut", [0.0, 0.3, 0.5, 0.7, 0.9, 0.97])
def test_what_is_at_least_so_sure_is_what_parse_gives(cut: float) -> None:
    text = (
        'Dana Ortiz said Ilse Kern thinks that Lee wants a pier. "Rust," it read. The mayor would be asked for money.'
    )
    given = accuracy.prediction(newsparse.parse(text, min_confidence=cut))
    found = sorted(accuracy.at_least(newsparse.parse(text), cut), key=lambda a: a["content"])
    assert found == sorted(given, key=lambda a: a["content"])


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (['"It holds,"', '"It is oak."'], "direct"),
        (["“It holds.”"], "direct"),
        (["``It holds.''"], "direct"),
        (['"It holds," and "it is oak"'], "mixed"),
        (['that it "holds"'], "mixed"),
        (['"It holds'], "mixed"),
        (["that it holds"], "indirect"),
        (["that it's oak"], "indirect"),
    ],
)
def test_the_kind_of_gold(said: list[str], kind: str) -> None:
    text = " ".join(said)
    places = [(text.index(piece), text.index(piece) + len(piece)) for piece in said]
    assert accuracy.gold_kind(text, places) == kind


def test_precision_and_recall_of_each_kind() -> None:
    text = '"It holds," Dana Ortiz said. She warned that it may sink.'
    gold = [{"content": [[0, 11]]}, {"content": [[40, 56]]}, {"content": [[29, 32]]}]
    lines = list(accuracy.reliability([({"text": text, "attributions": gold}, newsparse.parse(text))]))
    at = lines.index("kind       found  precision   gold  recall")
    assert [line.split() for line in lines[at + 1 : at + 4]] == [
        ["direct", "1", "100.0", "1", "100.0"],
        ["mixed", "0", "0.0", "0", "0.0"],
        ["indirect", "1", "100.0", "2", "50.0"],
    ]


def test_kinds_of_errors() -> None:
    gold = [row('"It holds,"', "said"), row("that it was pine", "Kern said"), row("about the cost", "grumbled")]
    forms = errors.Forms()
    assert list(errors.kinds(TEXT, gold, gold, forms)) == []
    late = row("that it was pine, which is wrong", "Kern said")
    early = row("holds,", "said")
    assert list(errors.kinds(TEXT, gold, [early, late, row("wrong", "which", act="belief")], forms)) == [
        "missed: cue known, not accepted: verb rarely seen",
        "spurious: mark of belief: none in the gold there",
        "stop late, before: comma, which/who",
        "start late, by: one word: pronoun",
    ]


def test_errors_print_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": [row("about the cost", "grumbled")]}))
    monkeypatch.setattr(sys, "argv", ["accuracy.py", str(gold), "-o", str(predicted)])
    accuracy.main()
    monkeypatch.setattr(sys, "argv", ["errors.py", str(gold), str(predicted)])
    errors.main()
    shown = capsys.readouterr().out
    assert "missed" in shown or "spurious" in shown
    assert "grumbled" not in shown
    monkeypatch.setattr(sys, "argv", ["accuracy.py", str(gold), "--calibration"])
    accuracy.main()
    assert "expected calibration error" in capsys.readouterr().out


def test_both_passes_see_the_same_tokens(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    assert speed.token_pass(["It holds."]) == 3
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": []}))
    monkeypatch.setattr(sys, "argv", ["speed.py", str(gold), "--rounds", "1"])
    speed.main()
    shown = capsys.readouterr().out
    assert "to the bare pass" in shown
    assert "to the token pass" in shown


def test_what_many_processes_take(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", encoding="utf-8")
    assert many.read_all(gold, 3, 2)["articles"] == 3
