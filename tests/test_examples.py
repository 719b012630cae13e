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
def test_python_in_the_docs(path: Path) -> None:
    session = "\n".join(text for language, text in blocks(path) if language == "pycon")
    flags = doctest.ELLIPSIS
    test = doctest.DocTestParser().get_doctest(session, {}, path.name, str(path), 0)
    said = io.StringIO()
    failed, _ = doctest.DocTestRunner(optionflags=flags).run(test, out=said.write)
    assert not failed, said.getvalue()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_the_docs(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    for language, text in blocks(path):
        if language == "console":
            line, _, shown = text.partition("\n")
            prompt, command, *argv = shlex.split(line)
            assert (prompt, command) == ("$", "newsparse")
            assert main(argv) == 0
            assert capsys.readouterr().out == shown
