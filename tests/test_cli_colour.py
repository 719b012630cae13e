"""The summary in colour, on a terminal."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

import hostile
import made
import newsparse
from newsparse.cli import main
from newsparse.render import summary, summary_lines

ANSI = re.compile(r"\x1b\[[\d;]*m")


class Terminal(io.TextIOWrapper):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(monkeypatch: pytest.MonkeyPatch, *argv: str, encoding: str = "utf-8", **environ: str) -> str:
    raw = io.BytesIO()
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "120", **environ}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal(raw, encoding=encoding, write_through=True))
    assert main(argv) == 0
    return raw.getvalue().decode(encoding)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(made.TEXT.encode())
    return path


@pytest.mark.parametrize("form", [[], ["--explain"], ["--quotes-only"]])
def test_the_words_are_the_plain_ones(monkeypatch: pytest.MonkeyPatch, story: Path, form: list[str]) -> None:
    pytest.importorskip("rich")
    shown = printed(monkeypatch, str(story), *form)
    assert "\x1b[33m" in shown and "\x1b[1m" in shown  # a direct quote, and a name
    plain = summary(newsparse.parse(made.TEXT), explain="--explain" in form, quotes_only="--quotes-only" in form)
    assert ANSI.sub("", shown) == plain


def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    pytest.importorskip("rich")
    assert "\x1b[33m" not in printed(monkeypatch, str(story), NO_COLOR="1")


def test_colour_in_a_pipe_where_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("rich")
    monkeypatch.setenv("TERM", "xterm-256color")
    for forced in ("", "1"):
        monkeypatch.setenv("FORCE_COLOR", forced)
        assert main([str(story)]) == 0
        assert ("\x1b[33m" in capsys.readouterr().out) == bool(forced)


def test_it_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    pytest.importorskip("rich")
    shown = ANSI.sub("", printed(monkeypatch, str(story), "--quotes-only", COLUMNS="40"))
    assert max(map(len, shown.splitlines())) <= 60 and any("that" in line for line in shown.splitlines())


def test_without_rich_it_is_plain(monkeypatch: pytest.MonkeyPatch, story: Path) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    assert printed(monkeypatch, str(story)) == summary(newsparse.parse(made.TEXT))


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_hostile_text_is_shown_and_not_obeyed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoding: str) -> None:
    pytest.importorskip("rich")
    path = tmp_path / "story.txt"
    for text in (*hostile.ALL, "“[red]It[/red] holds :smile:,” [link=x]Dana Ortiz[/] said.\n"):
        path.write_bytes(text.encode("utf-8", "replace"))
        shown = printed(monkeypatch, str(path), encoding=encoding)
        assert "\x1b" not in ANSI.sub("", shown)
        if "[red]" in text:
            assert "[red]" in shown


def test_pieces_make_up_the_summary() -> None:
    lines = list(summary_lines(made.article()))
    assert "".join("".join(text for text, _ in line) + "\n" for line in lines) == summary(made.article())
    assert {"direct", "mixed", "indirect", "attitude"} <= {what for line in lines for _, what in line}
