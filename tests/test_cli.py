"""The command line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse.cli import main
from newsparse.rules import RULES

STORY = (
    "Harbour Opens After a Long Winter\n\nBy Lena Hartwell\n\n"
    "“It holds,” Dana Ortiz said on Monday. Ilse Kern hopes to see it.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return path


def out(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main(argv) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def fails(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    with pytest.raises(SystemExit) as stop:
        main(argv)
    captured = capsys.readouterr()
    assert stop.value.code == 2
    assert captured.out == ""
    assert captured.err.startswith("newsparse: ")
    assert captured.err.count("\n") == 1
    return captured.err


def test_summary(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    shown = out(capsys, str(story))
    for words in (
        "Harbour Opens",
        "Lena Hartwell",
        "Dana Ortiz (direct)",
        "“It holds,”",
        "Ilse Kern (eventuality, indirect)",
    ):
        assert words in shown


def test_quotes_only(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    shown = out(capsys, str(story), "--quotes-only")
    assert "Dana Ortiz" in shown
    assert "Hartwell" not in shown
    assert "Ilse Kern" not in shown


def test_explain_names_the_rules_and_their_reasons(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    shown = out(capsys, str(story), "--explain")
    article = newsparse.parse(STORY)
    for name in {q.rule for q in (*article.quotes, *article.attitudes)} | {p.rule for p in article.provenance}:
        assert name in shown
        assert RULES[name].why.split()[-1] in shown


def test_json(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    data = json.loads(out(capsys, str(story), "--json"))
    assert newsparse.from_dict(data) == newsparse.parse(STORY)
    only = json.loads(out(capsys, str(story), "--json", "--quotes-only"))
    assert only["quotes"] == data["quotes"]
    assert set(only) == {"quotes", "speakers", "spoken_to"}


def test_published(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    data = json.loads(out(capsys, str(story), "--json", "--published", "2024-03-14"))
    assert data["quotes"][0]["when"]["value"] == "2024-03-11"


def test_min_confidence(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    data = json.loads(out(capsys, str(story), "--json", "--min-confidence", "1"))
    assert data["quotes"] == data["attitudes"] == []


def test_rules(capsys: pytest.CaptureFixture[str]) -> None:
    shown = out(capsys, "--rules")
    assert all(name in shown for name in RULES)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"newsparse {newsparse.__version__}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
def test_encodings(capsys: pytest.CaptureFixture[str], tmp_path: Path, encoding: str) -> None:
    text = 'Harbour Opens After a Long Winter\n\n"Très bien," Dana Ortiz said.\n'
    path = tmp_path / "story.txt"
    path.write_bytes(text.encode(encoding))
    argv = [str(path), "--json"] + ([] if encoding.startswith("utf-8") else ["--encoding", encoding])
    assert json.loads(out(capsys, *argv))["text"] == text


def test_line_ends_are_kept(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.replace("\n", "\r\n").encode())
    assert json.loads(out(capsys, str(path), "--json"))["text"] == STORY.replace("\n", "\r\n")


def test_what_cannot_be_read_is_said_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"caf\xe9")
    assert "can't be decoded as utf-8" in fails(capsys, str(broken))
    assert "No such file" in fails(capsys, str(tmp_path / "nowhere.txt"))
    assert "can't be read" in fails(capsys, str(tmp_path))
    assert "encoding" in fails(capsys, str(broken), "--encoding", "klingon")
    assert "encoding" in fails(capsys, str(broken), "--encoding", "base64")
    assert "null" in fails(capsys, "a\0b")


def test_bad_arguments_are_said_in_one_line(capsys: pytest.CaptureFixture[str], story: Path) -> None:
    assert "published must be" in fails(capsys, str(story), "--published", "soon")
    assert "language must be one of" in fails(capsys, str(story), "--language", "xx")
    assert "min_confidence must be from 0 to 1" in fails(capsys, str(story), "--min-confidence", "2")
    assert "--min-confidence" in fails(capsys, str(story), "--min-confidence", "high")
    assert "give a FILE" in fails(capsys)
    assert "--loud" in fails(capsys, str(story), "--loud")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "utf-16"])
@pytest.mark.parametrize("form", [[], ["--json"], ["--explain"]])
def test_any_text_can_be_printed_anywhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, encoding: str, form: list[str]
) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(
        "\ud800 café \x1b[31m\n\n“\ud800 It \0 holds well enough for us,” Dana said.".encode("utf-16", "surrogatepass")
    )
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding))
    text = path.read_bytes().decode("utf-16", "surrogatepass")
    monkeypatch.setattr("newsparse.cli.articles.read_text", lambda *_: text)
    assert main([str(path), *form]) == 0
    shown = raw.getvalue().decode(encoding)
    assert "\x1b" not in shown
    if form == ["--json"]:
        assert json.loads(shown)["text"] == text


def run(*argv: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "newsparse", *argv], capture_output=True, check=False, **options)


def test_as_a_process_from_standard_input() -> None:
    done = run("-", input=b"\xef\xbb\xbf" + STORY.encode(), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Harbour Opens After")
    assert b"\\u201cIt holds" in done.stdout


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_says_the_encoding(capsys: pytest.CaptureFixture[str], tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode(encoding))
    assert json.loads(out(capsys, str(path), "--json"))["text"] == STORY
    done = run("-", "--json", input=STORY.encode(encoding))
    assert json.loads(done.stdout)["text"] == STORY


@pytest.mark.skipif(os.name == "nt", reason="no shell to close a stream with")
@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("STORY >/dev/full", "standard output can't be written: No space left"),
        ("STORY --format tei >/dev/full", "standard output can't be written: No space left"),
        ("STORY >&-", "standard output can't be written: Bad file descriptor"),
        ("view STORY >&-", "standard output can't be written: Bad file descriptor"),
        ("- <&-", "standard input can't be read: Bad file descriptor"),
        ("nowhere 2>&-", ""),
    ],
)
def test_streams_that_are_full_or_closed(story: Path, rest: str, said: str) -> None:
    if "full" in rest and not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    line = f"'{sys.executable}' -m newsparse {rest.replace('STORY', str(story))}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert said in done.stderr and done.stderr.count("\n") == bool(said)


def test_ctrl_c_ends_it_without_a_traceback(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsparse.parse", stop)
    assert main([str(story)]) == 130


def test_a_closed_pipe_is_quiet(story: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "newsparse", str(story), "--json"], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert done.stderr == b""
