"""`newsparse batch`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse.cli import main
from newsparse.cli.outfile import begin, line_of
from newsparse.cli.progress import progress

TEXT = "Harbour Opens After a Long Winter\n\n“It holds,” {} Ortiz said on Monday.\n"
NAMES = ("Dana", "Ilse", "Mara")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    inside = tmp_path / "news" / "deep"
    inside.mkdir(parents=True)
    for name in NAMES:
        (inside / f"{name.lower()}.txt").write_bytes(TEXT.format(name).encode())
    (inside / "notes.md").write_text("no article")
    return tmp_path


pytestmark = pytest.mark.usefixtures("folder")


def rows(path: str | Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def run(*argv: str, status: int = 0) -> None:
    assert main(["batch", *argv, "--processes", "1"]) == status


IDS = [f"news/deep/{name.lower()}.txt" for name in NAMES]


def test_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    run("news", "-o", "out.jsonl")
    assert [row["id"] for row in rows("out.jsonl")] == IDS
    for row, name in zip(rows("out.jsonl"), NAMES, strict=True):
        assert row.keys() == {"id", "article"}
        assert newsparse.from_dict(row["article"]) == newsparse.parse(TEXT.format(name))
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "newsparse batch: 3 read\n")
    assert not Path("out.errors.jsonl").exists()


def test_several_files_and_processes() -> None:
    assert main(["batch", *IDS, "-o", "out.jsonl", "--processes", "2"]) == 0
    assert [row["id"] for row in rows("out.jsonl")] == IDS


def test_lines_with_ids_and_options() -> None:
    lines = [
        {"id": "a", "text": TEXT.format("Dana"), "published": "2024-03-14"},
        {"text": TEXT.format("Ilse")},
        {"id": 7, "text": TEXT.format("Mara")},
    ]
    Path("in.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    run("in.jsonl", "-o", "out.jsonl")
    assert [row["id"] for row in rows("out.jsonl")] == ["a", "in.jsonl:2", 7]
    assert rows("out.jsonl")[0]["article"]["quotes"][0]["when"]["value"] == "2024-03-11"


def test_it_goes_on_where_it_was_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    run("news", "-o", "out.jsonl")
    whole = Path("out.jsonl").read_bytes()
    first = whole.index(b"\n") + 1
    for half in (0, 1, 5, 40, 500):
        Path("out.jsonl").write_bytes(whole[: first + half])
        capsys.readouterr()
        run("news", "-o", "out.jsonl")
        assert Path("out.jsonl").read_bytes() == whole
        assert capsys.readouterr().err == "newsparse batch: 2 read, 1 there already\n"


def test_errors_go_into_their_own_file_and_are_tried_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = folder / "news" / "deep" / "bad.txt"
    bad.write_bytes(b"caf\xe9")
    Path("in.jsonl").write_bytes(
        b'{"id": "x", "text": 3}\nno json\n[1]\n{"id": "y", "text": "a", "loud": 1}\n{"id": [1], "text": "a"}\n\xff\n'
        b'{"id": "z", "text": "a"}\n{"id": "z", "text": "b"}\n'
    )
    run("news", "in.jsonl", "-o", "out.jsonl", status=1)
    assert [row["id"] for row in rows("out.jsonl")] == [*IDS, "z"]
    errors = {row["id"]: row for row in rows("out.errors.jsonl")}
    assert errors.keys() == {
        "news/deep/bad.txt", "x", "in.jsonl:2", "in.jsonl:3", "y", "in.jsonl:5", "in.jsonl:6", "z",
    }  # fmt: skip
    assert "can't be decoded as utf-8" in errors["news/deep/bad.txt"]["message"]
    assert errors["x"]["error"] == "TypeError" and "same id" in errors["z"]["message"]
    assert "8 not read: see out.errors.jsonl" in capsys.readouterr().err
    bad.write_bytes(b"mended")
    run("news", "-o", "out.jsonl")
    assert not Path("out.errors.jsonl").exists()
    assert [row["id"] for row in rows("out.jsonl")] == [*IDS, "z", "news/deep/bad.txt"]


def test_pages_among_texts() -> None:
    pytest.importorskip("trafilatura")
    story = "".join(
        f"<p>“It holds number {n}, and it will hold for long,” Dana Ortiz said on Monday.</p>" for n in range(9)
    )
    page = f"<html><title>Harbour</title><body><article><h1>Harbour Opens</h1>{story}</article></body></html>"
    Path("news/a.html").write_text(page, encoding="utf-8")
    Path("news/b.html").write_bytes(b"")
    run("news", "-o", "out.jsonl", status=main(["batch", "news/b.html", "-o", "other.jsonl"]))
    found = {row["id"]: row["article"] for row in rows("out.jsonl")}
    assert {*IDS, "news/a.html"} <= found.keys()
    assert found["news/a.html"]["quotes"][0]["speaker"]["name"] == "Dana Ortiz"


def test_pages_without_their_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.batch.tasks.parse_html", _lacking)
    Path("news/a.html").write_text("<p>", encoding="utf-8")
    run("news", "-o", "out.jsonl", status=1)
    assert [row["id"] for row in rows("out.jsonl")] == IDS
    assert rows("out.errors.jsonl") == [{"id": "news/a.html", "error": "ImportError", "message": "lacking"}]


def _lacking(*_: object, **__: object) -> None:
    raise ImportError("lacking")


@pytest.mark.parametrize("text", ["half a surrogate \ud800 pair", "NUL \0 and \u2028 and \x85", ""])
def test_any_text_is_one_line(text: str) -> None:
    Path("in.jsonl").write_text(json.dumps({"id": "\udcff \n", "text": text}), encoding="utf-8")
    run("in.jsonl", "-o", "out.jsonl")
    run("in.jsonl", "-o", "out.jsonl")
    line, end = Path("out.jsonl").read_bytes().split(b"\n")
    assert end == b"" and json.loads(line)["article"]["text"] == text


@pytest.mark.parametrize("foreign", [b"Dear diary", b"Dear diary\n", b'{"id": 1}\n', b'{"text": "a"}\n', b"\n"])
def test_a_file_of_somebody_elses_is_left_alone(foreign: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out.jsonl").write_bytes(foreign)
    with pytest.raises(SystemExit) as stop:
        main(["batch", "news", "-o", "out.jsonl"])
    assert stop.value.code == 2
    assert "not written by newsparse batch" in capsys.readouterr().err
    assert Path("out.jsonl").read_bytes() == foreign


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nowhere", "-o", "out.jsonl"], "nowhere can't be read"),
        (["news", "-o", "no/such/out.jsonl"], "no/such/out.jsonl can't be written"),
        (["news"], "-o"),
        (["news", "-o", "-"], "-o takes a file"),
        (["news", "-o", "out.jsonl", "--errors", "news/../out.jsonl"], "must be two files"),
        (["news", "-o", "out.jsonl", "--errors", "news/deep/notes.md"], "notes.md was not written by newsparse batch"),
        (["news", "-o", "out.jsonl", "--errors", "other.jsonl"], "other.jsonl was not written by newsparse batch"),
        (["news", "-o", "news/deep/dana.txt"], "is among the files"),
        (["news", "-o", "out.jsonl", "--language", "xx"], "language must be"),
        (["news", "-o", "out.jsonl", "--processes", "0"], "processes must be"),
    ],
)
def test_what_is_no_good_is_said_in_one_line(capsys: pytest.CaptureFixture[str], argv: list[str], said: str) -> None:
    Path("other.jsonl").write_bytes(line_of(id=1, article={}))
    with pytest.raises(SystemExit) as stop:
        main(["batch", *argv])
    shown = capsys.readouterr()
    assert (stop.value.code, shown.out, shown.err.count("\n")) == (2, "", 1)
    assert said in shown.err
    assert Path("news/deep/notes.md").read_text() == "no article"
    assert Path("other.jsonl").read_bytes() == line_of(id=1, article={})


def test_errors_that_nobody_wants(tmp_path: Path) -> None:
    """A device is written to and not taken away, and half a line of a run that was killed is no hindrance."""
    (tmp_path / "news" / "deep" / "bad.txt").write_bytes(b"caf\xe9")
    null = Path("null")
    null.symlink_to(os.devnull)
    run("news", "-o", "out.jsonl", "--errors", "null", status=1)
    assert null.is_symlink()
    for half in (b"", b'{"i', b'{"id": "x", "er'):
        Path("out.errors.jsonl").write_bytes(half)
        run("news", "-o", "out.jsonl", status=1)
        assert [row["id"] for row in rows("out.errors.jsonl")] == ["news/deep/bad.txt"]


def test_a_file_given_twice_is_read_once(capsys: pytest.CaptureFixture[str]) -> None:
    run("news", IDS[0], "news/deep", "-o", "out.jsonl")
    assert [row["id"] for row in rows("out.jsonl")] == IDS
    assert capsys.readouterr().err == "newsparse batch: 3 read\n"


def test_two_runs_do_not_write_into_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    """As where the timer starts a run while that of the night before is still at it."""
    pytest.importorskip("fcntl")
    run(IDS[0], "-o", "out.jsonl")
    half = Path("out.jsonl").read_bytes() + b'{"id": "b", "art'
    Path("out.jsonl").write_bytes(half)
    Path("out.errors.jsonl").write_bytes(b'{"id": 1, "error": "ValueError", "message": "of the first"}\n')
    first, _ = begin(Path("out.jsonl"), Path("none.jsonl"))
    Path("out.jsonl").write_bytes(half)
    with first, pytest.raises(SystemExit) as stop:
        main(["batch", "news", "-o", "out.jsonl"])
    assert stop.value.code == 2
    assert "out.jsonl can't be written: another newsparse batch is at it\n" in capsys.readouterr().err
    assert Path("out.jsonl").read_bytes() == half
    assert Path("out.errors.jsonl").read_bytes() == b'{"id": 1, "error": "ValueError", "message": "of the first"}\n'
    run("news", "-o", "out.jsonl")
    assert [row["id"] for row in rows("out.jsonl")] == IDS


def test_a_line_too_deep_is_an_error_like_any_other() -> None:
    deep = "[" * 200_000
    Path("in.jsonl").write_text(f'{{"id": "a", "text": {deep}\n{{"id": "b", "text": "a"}}\n', encoding="utf-8")
    run("in.jsonl", "-o", "out.jsonl", status=1)
    assert [row["id"] for row in rows("out.jsonl")] == ["b"]
    assert [row["id"] for row in rows("out.errors.jsonl")] == ["in.jsonl:1"]


def test_stopped_by_hand(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsparse.to_dict", stop)
    run("news", "-o", "out.jsonl", status=130)
    assert "goes on from here" in capsys.readouterr().err


@pytest.mark.parametrize("with_rich", [True, False])
def test_progress_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], with_rich: bool
) -> None:
    if with_rich:
        pytest.importorskip("rich")
    else:
        monkeypatch.setitem(sys.modules, "rich.progress", None)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress(lambda: 2) as tell:
        tell(1, 0)
        tell(2, 1)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert with_rich or "2 of 2" in shown.err


def test_nothing_is_counted_where_nobody_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """To count the lines of a large file is to read all of it once more."""
    monkeypatch.setattr("newsparse.cli.batch.count_of", None)
    run("news", "-o", "out.jsonl")


def test_no_progress_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(lambda: 2) as tell:
        tell(2, 0)
    assert capsys.readouterr() == ("", "")
