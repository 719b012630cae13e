"""`newsparse FILE --format NAME`, and words of one's own on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from export.samples import BRIDGE
from newsparse import parse
from newsparse.cli import main
from newsparse.export import FORMATS, export


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(BRIDGE + "\n“It holds,” Kern tooted. \U0001f6a2\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_each_format(name: str, story: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main([str(story), "--format", name, "--url", "https://lamp.example/a"]) == 0
    article = parse(story.read_text(encoding="utf-8"))
    assert capfdbinary.readouterr().out == export(article, name, "https://lamp.example/a").encode("utf-8")


@pytest.mark.parametrize("more", [["--format", "docx"], ["--format", "tei", "--json"], ["--words", "no.toml"]])
def test_what_can_not_be(more: list[str], story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([str(story), *more])
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("newsparse: ") and said.count("\n") == 1
    assert more[1] in said or "leave out" in said


def test_words_of_ones_own(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = tmp_path / "house.toml"
    words.write_text('[[verbs]]\nlemma = "toot"\nlike = "tweet"\n', encoding="utf-8")
    assert main([str(story), "--format", "csv", "--words", str(words)]) == 0
    assert ",tooted,Kern," in capsys.readouterr().out
    words.write_text('[[verbs]]\nlemma = "toot"\nlike = "twet"\n', encoding="utf-8")
    with pytest.raises(SystemExit):
        main([str(story), "--words", str(words)])
    assert "house.toml: verbs[0].like must be a lemma" in capsys.readouterr().err
