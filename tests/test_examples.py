"""The examples in README and docs do what they say."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
from pathlib import Path

import pytest

from newsparse.cli import main

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs").rglob("*.md"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(path: Path) -> list[tuple[str, str]]:
    return BLOCK.findall(path.read_text(encoding="utf-8"))


def test_the_example_in_the_readme() -> None:
    found = blocks(ROOT / "README.md")
    at = next(i for i, (language, _) in enumerate(found) if language == "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(found[at][1], "README.md", "exec"), {"__name__": "readme"})
    assert found[at + 1] == ("text", printed.getvalue())


def test_the_commands_in_the_readme() -> None:
    commands = [text.strip() for language, text in blocks(ROOT / "README.md") if language == "console"]
    assert commands == [
        "pip install . && newsparse seeds/nato-relations-destroyed.txt",
        'pip install -e ".[dev]" && pytest',
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_in_the_docs(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All commands and sessions of a page, in order, in a folder of their own that has the project's articles."""
    for name in ("docs", "seeds"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for language, text in blocks(path):
        if language == "console":
            run_commands(text, capsys)
        elif language == "pycon":
            run_session(text, names, path)


def run_commands(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`$ newsparse ...` and what a person sees then, on either stream."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        command, *argv = shlex.split(line)
        assert command == "newsparse"
        assert main(argv) == 0
        printed = capsys.readouterr()
        assert printed.out + printed.err == shown


def run_session(text: str, names: dict[str, object], path: Path) -> None:
    test = doctest.DocTestParser().get_doctest(text, names, path.name, str(path), 0)
    said = io.StringIO()
    failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.write, clear_globs=False)
    assert not failed, said.getvalue()
    names.update(test.globs)
