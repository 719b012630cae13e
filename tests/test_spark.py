"""A thousand made-up articles in Spark's local mode, with two workers."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from newsparse import parse
from newsparse.export.rows import COLUMNS, to_rows
from test_examples import blocks

pytest.importorskip("pyspark", reason="the extra newsparse[spark] is not there")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java", allow_module_level=True)

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import IntegerType, StructField

from newsparse.integrations.spark import SCHEMA, attributions

pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")]

NAMES = ("Dana Ortiz", "Ilse Kern", "Marta Vole", "Tomas Brandt", "Owen Achebe")
THINGS = ("bridge", "ferry", "school roof", "orchard", "pool", "tram", "mill")


def article(number: int) -> str:
    name, thing = NAMES[number % len(NAMES)], THINGS[number % len(THINGS)]
    if number % 10 == 9:
        return f"The {thing} was built in {1900 + number % 100}. It is green."
    return (
        f"The {thing.title()} Again\n\nBy {NAMES[(number + 1) % len(NAMES)]}\nMarch {number % 28 + 1}, 2024\n\n"
        f'"The {thing} is {number} days late," {name} told reporters on Monday. "It is short."\n\n'
        f"She warned that there is no money, and hopes to find some."
    )


TEXTS = [article(number) for number in range(1_000)]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    scratch = str(tmp_path_factory.mktemp("spark"))
    session = (
        SparkSession.builder.master("local[2]")
        .appName("newsparse")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.local.dir", scratch)
        .config("spark.sql.warehouse.dir", scratch)
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
        .getOrCreate()
    )
    yield session
    session.stop()


def collected(df: DataFrame) -> list[dict[str, Any]]:
    return [row.asDict() for row in df.collect()]


def expected(key: Any, text: str, **options: Any) -> list[dict[str, Any]]:
    rows = []
    for row in to_rows(parse(text, **options)):
        del row["article"]
        quote = row.pop("id")
        rows.append({"id": key, "quote": quote, **row, "error": None})
    return rows


def test_a_thousand_articles_on_two_workers(spark: SparkSession) -> None:
    df = spark.createDataFrame(list(enumerate(TEXTS)), "id int, text string").repartition(2)
    found = attributions(df)
    assert found.schema.fields[0] == StructField("id", IntegerType())
    assert found.schema.fields[1:] == SCHEMA.fields[1:]
    rows = collected(found)
    assert {row["error"] for row in rows} == {None}
    by_article = Counter(row["id"] for row in rows)
    assert len(by_article) == 900
    assert not any(key % 10 == 9 for key in by_article)
    whole = [row for key, text in enumerate(TEXTS) for row in expected(key, text)]
    assert sorted(rows, key=lambda row: (row["id"], row["start"], row["end"])) == sorted(
        whole, key=lambda row: (row["id"], row["start"], row["end"])
    )


def test_the_schema_is_that_of_rows_with_id_and_error(spark: SparkSession) -> None:
    df = spark.createDataFrame([("a", TEXTS[0])], "id string, text string")
    found = attributions(df)
    assert found.schema == SCHEMA
    assert found.columns == ["id", *("quote" if name == "id" else name for name in list(COLUMNS)[1:]), "error"]
    assert collected(found) == expected("a", TEXTS[0])


def test_bad_rows_end_up_in_the_error_column(spark: SparkSession) -> None:
    items = [("a", TEXTS[0]), ("b", None), (None, None), ("d", ""), ("e", "\0 “ said\u200b"), (None, TEXTS[0])]
    rows = collected(attributions(spark.createDataFrame(items, "id string, text string")))
    bad = [row for row in rows if row["error"] is not None]
    assert [(row["id"], row["error"]) for row in bad] == [
        ("b", "TypeError: text must be a str, not None: pass the article's text"),
        (None, "TypeError: text must be a str, not None: pass the article's text"),
    ]
    assert all(value is None for row in bad for name, value in row.items() if name not in ("id", "error"))
    assert [row for row in rows if row["error"] is None] == expected("a", TEXTS[0]) + expected(None, TEXTS[0])


@pytest.mark.parametrize(
    ("kind", "value"),
    [("int", 7), ("double", 7.5), ("boolean", True), ("date", dt.date(2024, 3, 1)), ("binary", bytearray(b"text"))],
)
def test_a_column_of_another_type_fails_no_job(spark: SparkSession, kind: str, value: Any) -> None:
    rows = collected(attributions(spark.createDataFrame([(1, value), (2, None)], f"id long, text {kind}")))
    assert [row["id"] for row in rows] == [1, 2]
    assert all("text must be a str" in row["error"] for row in rows)


def test_ids_keep_their_type(spark: SparkSession) -> None:
    kinds: dict[str, list[Any]] = {
        "long": [2**62 + 1, None],
        "string": ["a", None],
        "date": [dt.date(2024, 3, 1), None],
        "double": [0.5, None],
    }
    for kind, values in kinds.items():
        df = spark.createDataFrame([(value, None) for value in values], f"`the.id` {kind}, body string")
        found = attributions(df, "body", "the.id")
        assert found.schema.fields[0] == df.schema.fields[0]
        assert [row["the.id"] for row in collected(found)] == values


def test_options_and_days_are_passed_on(spark: SparkSession) -> None:
    text = '"It holds," Dana Ortiz said on Monday. Ilse Kern hopes to stay.'
    items = [("a", text, "2024-05-08"), ("b", text, None), ("c", text, "soon")]
    df = spark.createDataFrame(items, "id string, text string, day string")
    rows = collected(attributions(df, published_col="day", published="2024-05-15", min_confidence=0.5))
    assert rows[:-1] == [
        *expected("a", text, published="2024-05-08", min_confidence=0.5),
        *expected("b", text, published="2024-05-15", min_confidence=0.5),
    ]
    assert rows[0]["when"] == dt.date(2024, 5, 6)
    assert rows[-1]["id"] == "c" and "ISO 8601" in rows[-1]["error"]
    days = df.selectExpr("id", "text", "to_date(day, 'yyyy-MM-dd') as day").where("id != 'c'")
    assert collected(attributions(days, published_col="day", published="2024-05-15", min_confidence=0.5)) == rows[:-1]


def test_what_is_wrong_is_told_before_the_job(spark: SparkSession) -> None:
    df = spark.createDataFrame([("a", TEXTS[0])], "start string, text string")
    with pytest.raises(ValueError, match="there is no column 'body': df has start, text"):
        attributions(df, "body", "start")
    with pytest.raises(ValueError, match="the result has a column 'start' of its own"):
        attributions(df, "text", "start")
    with pytest.raises(TypeError, match="df must be a Spark DataFrame, not list"):
        attributions(cast("Any", []), "text", "id")
    other = spark.createDataFrame([("a", TEXTS[0])], "id string, text string")
    with pytest.raises(TypeError, match="no option 'pubished'"):
        attributions(other, pubished="2024-05-06")
    with pytest.raises(ValueError, match="ISO 8601"):
        attributions(other, published="soon")


def test_the_how_to_does_what_it_says(
    spark: SparkSession, root: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = blocks(root / "docs" / "how-to" / "spark.md")
    monkeypatch.chdir(tmp_path)
    scope: dict[str, Any] = {"spark": spark}
    for place, (language, text) in enumerate(found):
        if language == "python":
            exec(compile(text, "spark.md", "exec"), scope)
            language, shown = found[place + 1] if place + 1 < len(found) else ("", "")
            assert capsys.readouterr().out.rstrip() == (shown.rstrip() if language == "text" else "")
