"""`newsparse PAGE.html`: a page in the shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsparse
from newsparse.cli import main

pytest.importorskip("trafilatura")

CASES = Path(__file__).parent / "cases" / "html"


def test_a_page_is_read_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(CASES / "graph.html"), "--json"]) == 0
    article = newsparse.from_dict(json.loads(capsys.readouterr().out))
    assert article == newsparse.parse_html((CASES / "graph.html").read_bytes())


def test_its_own_language_counts_and_the_users_more(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "PAGE.HTM"
    page.write_text("<html lang='de'><p>Der Rat hat am Montag für die neue Brücke gestimmt.</p></html>", "cp1252")
    for argv, code in (([], "de"), (["--language", "en"], "en"), (["--encoding", "cp1252"], "de")):
        assert main([str(page), "--json", *argv]) == 0
        data = json.loads(capsys.readouterr().out)
        assert data["language"] == code
        assert "Brücke" in data["text"]


def test_what_is_no_page_is_said_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"\x1f\x8b\x08")
    with pytest.raises(SystemExit, match="2"):
        main([str(page)])
    assert capsys.readouterr().err.startswith("newsparse: html must be the page itself")
