"""Rows: CSV that any reader takes and no spreadsheet runs, and data frames with types."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pandas as pd
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from export.samples import STRANGE, articles
from newsparse import parse
from newsparse.export import COLUMNS, to_csv, to_frame, to_rows
from newsparse.tally import words_quoted


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_comes_back() -> None:
    rows, found = to_rows(articles()), read(to_csv(articles(), escape_formulas=False))
    assert len(rows) == len(found) > 100
    for row, cells in zip(rows, found, strict=True):
        assert list(cells) == list(COLUMNS)
        for key, value in row.items():
            assert cells[key] == ("" if value is None else str(value).replace("\0", "\ufffd"))


def test_no_cell_is_a_formula() -> None:
    tricky = {**articles(), '=HYPERLINK("x")': parse(STRANGE[-1]), "\t=1": articles()["bridge"]}
    plain = read(to_csv(tricky, escape_formulas=False))
    assert {row["article"][0] for row in plain} >= {"=", "\t"}
    for row in read(to_csv(tricky)):
        assert not any(value.startswith(tuple("=+-@\t\r")) for value in row.values())


def test_one_row_a_quote() -> None:
    rows = to_rows(articles()["bridge"])
    assert rows[0] | {"confidence": 0, "rule": ""} == {
        "article": "0",
        "published": dt.date(2024, 3, 14),
        "headline": "A Second Bridge for Harbour Town",
        "id": "quotes-0",
        "kind": "direct",
        "act": "assertion",
        "speaker": "Dana Ortiz",
        "speaker_kind": "person",
        "role": rows[0]["role"],
        "organization": None,
        "content": '"The bridge is two years late," "It is also too short."',
        "words": 11,
        "cue": "told",
        "source": "Dana Ortiz, the town's treasurer",
        "addressee": "reporters",
        "addressee_speaker": "reporters",
        "medium": None,
        "via": None,
        "when": dt.date(2024, 3, 11),
        "when_end": None,
        "negated": False,
        "hypothetical": False,
        "parent": None,
        "start": rows[0]["start"],
        "end": rows[0]["end"],
        "confidence": 0,
        "rule": "",
    }


def test_words_are_counted_as_everywhere_else() -> None:
    article = parse("“It holds — for now,” Dana Ortiz said.")
    assert [row["words"] for row in to_rows(article)] == [words_quoted(q) for q in article.quotes] == [4]


def test_names_and_parents() -> None:
    article = parse("The ministry said that Dana Ortiz had denied that the dam was safe.")
    rows = to_rows({"lamp": article})
    assert {row["article"] for row in rows} == {"lamp"}
    assert [row["parent"] for row in rows if row["parent"]] == ["quotes-0"] * (len(rows) - 1)
    assert [row["article"] for row in to_rows([article, article])] == ["0"] * len(rows) + ["1"] * len(rows)


def test_pandas() -> None:
    frame = to_frame(articles())
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == len(to_rows(articles()))
    empty = to_frame([])
    assert frame.dtypes.to_dict() == empty.dtypes.to_dict()
    ortiz = frame[(frame["article"] == "bridge") & (frame["speaker"] == "Dana Ortiz")]
    assert ortiz["words"].sum() > 20
    assert frame["when"].dtype == "datetime64[s]"
    assert pd.isna(to_frame(parse("Ortiz said that it holds."))["when"][0])


def test_polars() -> None:
    frame = to_frame(articles(), "polars")
    assert frame.columns == list(COLUMNS)
    assert frame.schema == to_frame([], "polars").schema
    assert frame.schema["when"] == pl.Date
    assert frame.filter(pl.col("article") == "bridge")["speaker"][0] == "Dana Ortiz"
    assert_frame_equal(frame, to_frame(articles(), library="polars"))


def test_frames_hold_the_rows() -> None:
    """Cell by cell, in both libraries, and again out of the CSV as each of them reads it."""
    plain = {name: article for name, article in articles().items() if "strange" not in name}
    rows = to_rows(plain)
    told = [tuple(row[name] for name in ("article", "id", "speaker", "content", "words", "negated")) for row in rows]
    columns = ["article", "id", "speaker", "content", "words", "negated"]

    def cells(frame: pd.DataFrame) -> list[tuple[object, ...]]:
        return [tuple(None if pd.isna(cell) else cell for cell in row) for row in frame[columns].to_numpy(dtype=object)]

    text = to_csv(plain, escape_formulas=False)
    assert cells(to_frame(plain)) == told
    assert to_frame(plain, "polars").select(columns).rows() == told
    kinds = {"article": "str", "id": "str", "speaker": "str", "content": "str"}
    assert cells(pd.read_csv(io.StringIO(text, newline=""), dtype=kinds, keep_default_na=True)) == told
    assert pl.read_csv(io.BytesIO(text.encode())).select(columns).rows() == told
    assert to_frame(plain, "polars")["when"].to_list() == [row["when"] for row in rows]


def test_no_other_library() -> None:
    with pytest.raises(ValueError, match='library must be "pandas" or "polars"'):
        to_frame([], "arrow")  # type: ignore[call-overload]
