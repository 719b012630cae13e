"""`newsparse view`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

import newsparse
from newsparse.cli import main
from newsparse.view import page

STORY = "Harbour Opens After a Long Winter\n\n“It holds,” Dana Ortiz said on Monday.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return path


def test_into_a_file(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = story.with_suffix(".html")
    assert main(["view", str(story), "-o", str(out), "--published", "2024-03-14"]) == 0
    assert out.read_bytes().decode("utf-8") == page(newsparse.parse(STORY, published="2024-03-14"))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("argv", [[], ["-o", "-"]])
def test_to_standard_output_as_utf8_whatever_its_encoding(
    story: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert main(["view", str(story), *argv]) == 0
    assert raw.getvalue().decode("utf-8") == page(newsparse.parse(STORY))


def test_on_a_terminal_the_browser_opens_it(
    story: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["view", str(story)]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert opened == [path.as_uri()]
    assert path.parent == tmp_path
    assert path.read_text(encoding="utf-8") == page(newsparse.parse(STORY))


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nowhere.txt"], "nowhere.txt can't be read"),
        (["STORY", "-o", "no/such/folder/a.html"], "can't be written"),
        (["STORY", "-o", "STORY"], "is the article itself"),
        (["STORY", "--language", "xx"], "language must be"),
        ([], "FILE"),
    ],
)
def test_what_is_no_good_is_said_in_one_line(
    story: Path, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["view", *(str(story) if word == "STORY" else word for word in argv)])
    shown = capsys.readouterr()
    assert (stop.value.code, shown.out, shown.err.count("\n")) == (2, "", 1)
    assert said in shown.err
    assert story.read_bytes() == STORY.encode()


def test_a_file_of_a_commands_name_is_read_with_its_folder(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (story.parent / "view").write_bytes(STORY.encode())
    monkeypatch.chdir(story.parent)
    assert main(["./view"]) == 0
    assert "Dana Ortiz (direct)" in capsys.readouterr().out
