"""`newsparse stats`."""

from __future__ import annotations

import sys
from pathlib import Path

import attrs
import pytest

import made
import newsparse
from newsparse.cli import main
from newsparse.cli.outfile import line_of

TABLE = """\
2 articles, 8 quotes, 2 attitudes

kind        quotes    words   share
direct           2       10     22%
mixed            4       24     52%
indirect         2       12     26%

speaker       words  quotes  direct   mixed  indirect  articles
Dana Ortiz       22       4       2       0         2         2
Ilse Kern        18       2       0       2         0         2
(left open)       6       2       0       2         0
"""


@pytest.fixture
def results(tmp_path: Path) -> Path:
    data = newsparse.to_dict(made.article())
    path = tmp_path / "out.jsonl"
    path.write_bytes(line_of(id="a", article=data) + line_of(id="b", article=data))
    return path


def test_the_table(results: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(results)]) == 0
    assert capsys.readouterr() == (TABLE, "")


def test_only_the_first(results: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(results), "--top", "1"]) == 0
    shown = capsys.readouterr().out
    assert "Dana Ortiz" in shown and "Ilse Kern" not in shown and "and 1 more" in shown


def test_bare_dict_forms_and_a_half_written_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = line_of(**newsparse.to_dict(made.article()))
    path = tmp_path / "bare.jsonl"
    path.write_bytes(line + b"\n" + line + line[:99])
    assert main(["stats", str(path)]) == 0
    assert capsys.readouterr().out == TABLE


def test_nothing_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(line_of(id=1, article=newsparse.to_dict(newsparse.Article(text="", language="en"))))
    assert main(["stats", str(path)]) == 0
    assert capsys.readouterr().out.startswith("1 article, 0 quotes, 0 attitudes\n")


def test_names_are_shown_and_not_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = made.article()
    name = "Dana\x1b[31m\n" + "O" * 99
    speaker = attrs.evolve(article.speakers[0], name=name)
    quote = attrs.evolve(article.quotes[0], speaker=speaker)
    path = tmp_path / "out.jsonl"
    path.write_bytes(
        line_of(id=1, article=newsparse.to_dict(attrs.evolve(article, quotes=(quote,), speakers=(speaker,))))
    )
    assert main(["stats", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown and max(map(len, shown.splitlines())) < 100


@pytest.mark.parametrize(("ending", "opening"), [("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_the_chart(results: Path, ending: str, opening: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    file = results.with_suffix(f".{ending}")
    drawn = []
    for _ in "ab":
        assert main(["stats", str(results), "--plot", str(file)]) == 0
        drawn.append(file.read_bytes())
    assert drawn[0].startswith(opening)
    assert drawn[0] == drawn[1]
    if ending == "svg":
        for words in (b"Dana Ortiz", b"words in 2 articles", b"mixed"):
            assert words in drawn[0]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["$x^2$ <b>&", "\ud800\x00 \x1b[0m", "名前" * 40])
def test_any_name_can_be_drawn(tmp_path: Path, name: str) -> None:
    pytest.importorskip("matplotlib")
    article = made.article()
    speaker = attrs.evolve(article.speakers[0], name=name)
    quote = attrs.evolve(article.quotes[0], speaker=speaker)
    path = tmp_path / "out.jsonl"
    path.write_bytes(
        line_of(id=1, article=newsparse.to_dict(attrs.evolve(article, quotes=(quote,), speakers=(speaker,))))
    )
    assert main(["stats", str(path), "--plot", str(tmp_path / "chart.svg")]) == 0
    assert main(["stats", str(path), "--plot", str(tmp_path / "chart.png")]) == 0


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nowhere"], "nowhere can't be read"),
        (["OUT", "--top", "0"], "--top"),
        (["OUT", "--plot", "a.pdf"], ".svg or .png"),
        (["OUT", "--plot", "no/such/a.svg"], "can't be written"),
        (["BAD"], "line 1"),
        ([], "OUT.jsonl"),
    ],
)
def test_what_is_no_good_is_said_in_one_line(
    results: Path, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    bad = results.with_name("bad.jsonl")
    bad.write_bytes(b'{"quotes": 1}\n')
    if "no/such/a.svg" in argv:
        pytest.importorskip("matplotlib")
    with pytest.raises(SystemExit) as stop:
        main(["stats", *({"OUT": str(results), "BAD": str(bad)}.get(word, word) for word in argv)])
    shown = capsys.readouterr()
    assert (stop.value.code, shown.out, shown.err.count("\n")) == (2, "", 1)
    assert said in shown.err


def test_without_matplotlib(results: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(SystemExit):
        main(["stats", str(results), "--plot", "a.svg"])
    assert "newsparse[plot]" in capsys.readouterr().err
