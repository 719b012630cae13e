"""`parse_many`: many articles, on all cores, as a stream."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

import attrs

from newsparse.model import Article
from newsparse.reading import parse

if TYPE_CHECKING:
    from newsparse.batch.items import Item
    from newsparse.batch.tasks import Refusal

__all__ = ["Failure", "ItemError", "parse_many"]

Key = TypeVar("Key")
OnError = Literal["record", "raise"]

_CHUNK = 16
"""Items that a process is given at a time, where the caller does not say."""


@attrs.frozen(kw_only=True)
class Failure:
    """An item of `parse_many` for which there is no article, and why.

    Attributes:
        index: the item's place among all items, from 0.
        id: the item's id; none where it has none.
        error: the name of the exception: "TypeError", or "WorkerLost" where the process that had it in hand died.
        message: what the exception says.
        traceback: where it was raised, for a report; empty where nothing was.
    """

    index: int
    id: Any = None
    error: str
    message: str
    traceback: str = attrs.field(default="", repr=False)


class ItemError(Exception):
    """What `parse_many` raises with `on_error="raise"`.

    Attributes:
        failure: the item and what is wrong with it.
    """

    def __init__(self, failure: Failure) -> None:
        """The error about that item."""
        super().__init__(failure)
        self.failure = failure

    def __str__(self) -> str:
        failure = self.failure
        named = "" if failure.id is None else f" (id {failure.id!r})"
        return f"item {failure.index}{named}: {failure.error}: {failure.message}"


@overload
def parse_many(
    items: Iterable[str],
    processes: int | None = None,
    chunk: int = _CHUNK,
    on_error: OnError = "record",
    **options: Any,
) -> Iterator[Article | Failure]: ...
@overload
def parse_many(
    items: Iterable[tuple[Key, str]],
    processes: int | None = None,
    chunk: int = _CHUNK,
    on_error: OnError = "record",
    **options: Any,
) -> Iterator[tuple[Key, Article | Failure]]: ...
@overload
def parse_many(
    items: Iterable[Any],
    processes: int | None = None,
    chunk: int = _CHUNK,
    on_error: OnError = "record",
    **options: Any,
) -> Iterator[Any]: ...
def parse_many(
    items: Iterable[Any],
    processes: int | None = None,
    chunk: int = _CHUNK,
    on_error: OnError = "record",
    **options: Any,
) -> Iterator[Any]:
    """Read many articles, in several processes, in order, and without holding more than a few at a time.

    Args:
        items: what to read, each either a text; or a pair `(id, text)`; or a mapping with the key "text", or "html" for
            a page that `parse_html` is to read, and, where wanted, "id" and any option of `parse`, which then wins over
            `options`. It may be endless: no more of it is read than is about to be worked on.
        processes: how many processes read. 1 reads in this process, item by item. None is one for each core, or this
            process alone where there is too little for two, or where it may have no processes of its own.
        chunk: how many items a process is given at a time; more is less to and fro, fewer come out sooner. A chunk
            ends early where its texts are long.
        on_error: "record" gives a `Failure` in the place of an article and goes on; "raise" raises an `ItemError`.
        **options: of `parse`, for all items.

    Returns:
        An iterator with one result for each item, in their order: an `Article` or a `Failure`; for an item with an id
        the pair `(id, result)`. An exception of `items` itself is raised after the results of what came before it.

    Raises:
        TypeError: an argument is of the wrong type (before anything is read).
        ValueError: an argument has no meaning.
        ItemError: with `on_error="raise"`, at the first item that can't be read.
        RuntimeError: no process can be started.
    """
    _check(items, processes, chunk, on_error)
    _check_options(options)

    # Imported on the first call: who reads one article alone need not load what starts and tends processes.
    from newsparse.batch.results import results_of

    results = results_of(iter(items), processes, chunk, options)
    return _given(results, on_error)


def _check(items: Iterable[Any], processes: int | None, chunk: int, on_error: str) -> None:
    if isinstance(items, (str, bytes, bytearray, memoryview, Mapping)):
        raise TypeError(f"items must be an iterable of items, not one {type(items).__name__}: parse reads one article")
    if not isinstance(items, Iterable):
        raise TypeError(f"items must be an iterable of texts, pairs (id, text) or mappings, not {type(items).__name__}")
    for name, value in (("processes", processes), ("chunk", chunk)):
        if name == "processes" and value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{name} must be a whole number, not {type(value).__name__}")
        if value < 1:
            raise ValueError(f"{name} must be 1 or more; got {value}")
    if on_error not in ("record", "raise"):
        raise ValueError(f'on_error must be "record" or "raise"; got {on_error!r}')


def _check_options(options: dict[str, Any]) -> None:
    from newsparse.batch.items import option_names

    if unknown := options.keys() - option_names():
        raise TypeError(f"parse_many has no option {min(unknown)!r}: those of parse are {', '.join(option_names())}")
    if options:
        parse("", **options)


def _given(results: Generator[tuple[Item, Article | Refusal], None, None], on_error: str) -> Generator[Any, None, None]:
    """What the caller sees of each result."""
    try:
        for item, found in results:
            if isinstance(found, Article):
                result: Article | Failure = found
            else:
                result = Failure(index=item.index, id=item.id, **attrs.asdict(found))
                if on_error == "raise":
                    raise ItemError(result)
            yield (item.id, result) if item.keyed else result
    finally:
        results.close()  # an exception's traceback may keep it alive, and its processes with it
