"""JSON and JSON Lines: valid by the shipped schema, and back without loss."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from export.samples import BRIDGE, articles
from newsparse import parse
from newsparse.cli import main
from newsparse.export import export, from_json, from_jsonl, to_json, to_jsonl


def test_json_is_valid_and_comes_back() -> None:
    schema = json.loads((files("newsparse") / "schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    for name, article in articles().items():
        text = to_json(article)
        validator.validate(json.loads(text))
        assert from_json(text) == article, name
        text.encode("utf-8")


def test_lines_hold_one_article_each(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(to_jsonl(articles().values()))
    written = path.read_text(encoding="utf-8")
    assert len(written.splitlines()) == written.count("\n") == len(articles())  # also by readers that know U+2028
    with path.open(encoding="utf-8") as file:
        assert list(from_jsonl(file)) == list(articles().values())


def test_what_newsparse_batch_wrote_is_read_too(tmp_path: Path) -> None:
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts = [BRIDGE, "\ud800 Ortiz said that \u2028 it holds."]
    given.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    assert main(["batch", str(given), "-o", str(out), "--processes", "1"]) == 0
    with out.open(encoding="utf-8") as file:
        assert list(from_jsonl(file)) == [parse(text) for text in texts]


def test_a_bad_line_is_told_by_its_number() -> None:
    good = next(to_jsonl([articles()["bridge"]]))
    with pytest.raises(ValueError, match="line 3"):
        list(from_jsonl([good, "\n", "{}\n"]))
    with pytest.raises(ValueError, match="line 2"):
        list(from_jsonl([good, good[:50]]))


def test_a_format_that_is_none() -> None:
    with pytest.raises(ValueError, match=r"format must be one of .*tei.*; got 'docx'"):
        export(articles()["bridge"], "docx")
