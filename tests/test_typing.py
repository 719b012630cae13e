"""What a user writes is typed throughout: mypy --strict and pyright agree on `typed/usage.py`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

USAGE = "tests/typed/usage.py"


def run(root: Path, *command: str) -> tuple[int, str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    return done.returncode, done.stdout + done.stderr


def test_mypy(root: Path) -> None:
    status, said = run(root, sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", USAGE)
    assert status == 0, said


def test_pyright(root: Path) -> None:
    tool = shutil.which("basedpyright", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.skip("basedpyright is not installed")
    status, said = run(root, tool, "--pythonpath", sys.executable, "--project", "tests/typed", "--level", "error")
    assert status == 0, said
    assert "0 errors" in said


def test_mypy_sees_a_wrong_use(root: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    lines = ["import newsparse", "newsparse.parse('').quotes[0].speaker.name", "newsparse.parse(3)"]
    wrong.write_text("\n".join(lines), encoding="utf-8")
    status, said = run(root, sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", str(wrong))
    assert status == 1
    assert "union-attr" in said and "arg-type" in said


def test_usage_runs(tmp_path: Path) -> None:
    from typed import usage

    article = usage.read('"It holds," Dana Ortiz said.')
    assert list(usage.speech(article)) == ['Dana Ortiz: "It holds,"'] * 2
    usage.header(article)
    usage.forms(article, tmp_path / "articles.jsonl")
    assert usage.own_words().rules
