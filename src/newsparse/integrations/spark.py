"""Quotes of articles in a Spark data frame, from the extra `newsparse[spark]`.

newsparse has to be installed where Spark's workers run, as `newsparse` or as `newsparse[spark]`.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pyspark.sql import Column, DataFrame
from pyspark.sql.functions import col
from pyspark.sql.types import (
    BooleanType,
    ByteType,
    DataType,
    DateType,
    DoubleType,
    IntegerType,
    LongType,
    ShortType,
    StringType,
    StructField,
    StructType,
)

from newsparse.batch import Failure, parse_many
from newsparse.export.rows import COLUMNS, to_rows
from newsparse.model import Article

if TYPE_CHECKING:
    import pandas as pd

_TYPES: dict[type, DataType] = {
    str: StringType(),
    int: LongType(),
    bool: BooleanType(),
    float: DoubleType(),
    dt.date: DateType(),
}
_RENAMED = {"id": "quote"}
"""`id` is the article's here; which quote of it that is stands in `quote`: "quotes-0"."""
_OURS = {_RENAMED.get(name, name): _TYPES[kind] for name, kind in COLUMNS.items() if name != "article"}

SCHEMA = StructType(
    [StructField(name, kind) for name, kind in {"id": StringType(), **_OURS, "error": StringType()}.items()]
)
"""What `attributions` gives for ids that are strings, in a column `id`; else the first field is as the id's own."""

_INTEGERS = (ByteType, ShortType, IntegerType, LongType)
_ROWS = 2_000
"""How many rows a frame has at least before it is handed back, and the next one begun."""


def attributions(
    df: DataFrame, text_col: str = "text", id_col: str = "id", *, published_col: str | None = None, **options: Any
) -> DataFrame:
    """One row a quote or attitude of the articles in a data frame.

    Args:
        df: a data frame with an article a row.
        text_col: the column with the texts.
        id_col: the column with the articles' ids, of any type that pandas can hold. They need not be unique.
        published_col: the column with the days on which the articles were published: dates, timestamps or ISO 8601.
            A null there is not known; it then is what the article says.
        **options: those of `newsparse.parse`, for all articles.

    Returns:
        A data frame with the columns of `SCHEMA`, the first one with the name and type of the id's own: those of
        `newsparse.export.to_rows`, with the quote's own name in `quote`. An article without quotes has no row. One that
        can't be read has one row, with nothing but its id and what is wrong with it in `error`; it never fails the job.

    Raises:
        TypeError: `df` is no data frame, or an option is of the wrong type.
        ValueError: a column is not there, the id's name is that of another column of the result, or an option has no
            meaning.
    """
    columns = {"id": id_col, "text": text_col}
    if published_col is not None:
        columns["published"] = published_col
    _check(df, columns)
    parse_many((), **options)  # to tell now what is wrong with the options
    key = df.schema[id_col]
    asked = [_column(name).alias(alias) for alias, name in columns.items()]
    told = StructField(id_col, key.dataType)
    if isinstance(key.dataType, _INTEGERS):  # pandas makes floats of whole numbers where one is missing
        asked[0] = _column(id_col).cast("string").alias("id")
        told = StructField(id_col, StringType())
    schema = StructType([told, *SCHEMA.fields[1:]])
    found = df.select(*asked).mapInPandas(functools.partial(_read, schema.names, options), schema)
    return found.withColumn(id_col, _column(id_col).cast(key.dataType)) if told.dataType != key.dataType else found


def _check(df: DataFrame, columns: dict[str, str]) -> None:
    if not hasattr(df, "mapInPandas"):
        raise TypeError(f"df must be a Spark DataFrame, not {type(df).__name__}")
    for name in columns.values():
        if name not in df.columns:
            raise ValueError(f"there is no column {name!r}: df has {', '.join(df.columns)}")
    if columns["id"] in SCHEMA.fieldNames()[1:]:
        raise ValueError(f"the result has a column {columns['id']!r} of its own: rename the column with the ids")


def _column(name: str) -> Column:
    return col("`" + name.replace("`", "``") + "`")


def _read(names: list[str], options: dict[str, Any], frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """What a worker does with its share: frames of articles in, frames of quotes out."""
    import pandas as pd

    rows: list[list[Any]] = []
    for frame in frames:
        for key, result in parse_many(_items(frame), processes=1, **options):
            rows += _rows(key, result)
            if len(rows) >= _ROWS:
                yield pd.DataFrame(rows, columns=names, dtype=object)
                rows = []
    yield pd.DataFrame(rows, columns=names, dtype=object)


def _items(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for values in frame.itertuples(index=False, name=None):
        item = dict(zip(frame.columns, (_present(value) for value in values), strict=True))
        if item.get("published", "") is None:
            del item["published"]  # one for all articles may be known
        yield item


def _present(value: Any) -> Any:
    """The value, or None where pandas has one of its own for what is missing."""
    import pandas as pd

    return None if pd.api.types.is_scalar(value) and pd.isna(value) else value


def _rows(key: Any, result: Article | Failure) -> Iterator[list[Any]]:
    if isinstance(result, Failure):
        yield [key, *(None for _ in _OURS), f"{result.error}: {result.message}"]
        return
    for row in to_rows(result):
        del row["article"]
        yield [key, *row.values(), None]
