"""`parse_many`: many articles, on all cores, as a stream."""

from __future__ import annotations

import functools
import inspect
import os
import pickle
import queue
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

import attrs

from newsparse.batch.tasks import Refusal, Task, read
from newsparse.model import Article
from newsparse.reading import parse

if TYPE_CHECKING:
    from concurrent.futures import Future

    from newsparse.batch.workers import Worker

Key = TypeVar("Key")
OnError = Literal["record", "raise"]

_CHUNK = 16
_CHUNK_CHARACTERS = 500_000
"""A chunk ends after this many, so that long texts don't add up."""
_AHEAD = 3
"""Chunks for each process that may be under way or wait for their turn to be given out."""


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


@attrs.frozen
class _Item:
    index: int
    keyed: bool
    id: Any
    task: Task | Refusal


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
    results = _results(iter(items), processes, chunk, options)
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
    if unknown := options.keys() - _option_names():
        raise TypeError(f"parse_many has no option {min(unknown)!r}: those of parse are {', '.join(_option_names())}")
    if options:
        parse("", **options)


@functools.cache
def _option_names() -> dict[str, None]:
    return dict.fromkeys(name for name in inspect.signature(parse).parameters if name != "text")


def _given(
    results: Generator[tuple[_Item, Article | Refusal], None, None], on_error: str
) -> Generator[Any, None, None]:
    """What the caller sees of each result."""
    with closing(results):  # an exception's traceback may keep it alive, and its processes with it
        for item, found in results:
            if isinstance(found, Article):
                result: Article | Failure = found
            else:
                result = Failure(index=item.index, id=item.id, **attrs.asdict(found))
                if on_error == "raise":
                    raise ItemError(result)
            yield (item.id, result) if item.keyed else result


def _items(source: Iterator[Any]) -> Iterator[_Item]:
    for index, item in enumerate(source):
        keyed, name, own = _taken_apart(item)
        yield _Item(index, keyed, name, _task(own))


def _taken_apart(item: Any) -> tuple[bool, Any, dict[str, Any]]:
    """Whether the item has an id, that, and the rest of it: its text or page, and its own options."""
    if isinstance(item, tuple) and len(item) == 2:
        return True, item[0], {"text": item[1]}
    if isinstance(item, Mapping):
        rest = dict(item)
        keyed = "id" in rest
        return keyed, rest.pop("id", None), rest
    return False, None, {"text": item}


def _task(rest: dict[str, Any]) -> Task | Refusal:
    """What a process is told; or why there is nothing to tell."""
    text, html = rest.pop("text", None), rest.pop("html", None)
    if isinstance(html, (bytearray, memoryview)):
        html = bytes(html)
    if text is not None and html is not None:
        return Refusal("TypeError", "an item has text or html, not both")
    for key in rest:
        if key not in _option_names():
            known = ", ".join(_option_names())
            return Refusal("TypeError", f"an item has text or html, id, and options of parse ({known}); not {key!r}")
    task = Task(text, html, rest)
    if isinstance(text, str) or isinstance(html, (str, bytes)):
        return task
    refused = read(task, {})  # says what is wrong with it, which need not be told to another process
    assert isinstance(refused, Refusal)
    return refused


def _results(
    source: Iterator[Any], processes: int | None, chunk: int, options: dict[str, Any]
) -> Generator[tuple[_Item, Article | Refusal], None, None]:
    """Each item with what became of it, in order."""
    chunks = _Chunks(_items(source), chunk)
    first = chunks.next() if processes != 1 else None
    if processes is None:
        alone = first is None or chunks.ended or _childless()
        processes = 1 if alone else _cores()
    if processes > 1:
        if first is not None:
            yield from _read_in_processes(first, chunks, processes, _pickled(options))
    else:
        for items in (first or [], chunks.rest):
            for item in items:
                yield item, _read_here(item, options)
    if chunks.error is not None:
        raise chunks.error


def _childless() -> bool:
    """Whether this process is one of those that may have none of their own."""
    from multiprocessing import current_process

    return current_process().daemon


def _pickled(options: dict[str, Any]) -> bytes:
    try:
        return pickle.dumps(options)
    except Exception as error:
        raise TypeError(f"an option can't be told to other processes ({error}); processes=1 needs none") from error


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _read_here(item: _Item, options: dict[str, Any]) -> Article | Refusal:
    return item.task if isinstance(item.task, Refusal) else read(item.task, options)


def _size(item: _Item) -> int:
    return 0 if isinstance(item.task, Refusal) else len(item.task.text or item.task.html or "")


class _Chunks:
    """The items, one by one as `rest` or in chunks; `error` is what their source raised, for after the results of
    what came before.
    """

    def __init__(self, items: Iterator[_Item], size: int) -> None:
        self._size = size
        self.rest = self._pull(items)
        self.ended = False
        self.error: Exception | None = None

    def _pull(self, items: Iterator[_Item]) -> Iterator[_Item]:
        try:
            yield from items
        except Exception as error:
            self.error = error
        self.ended = True

    def next(self) -> list[_Item] | None:
        """The next chunk; none where there is none left."""
        taken: list[_Item] = []
        characters = 0
        for item in self.rest:
            taken.append(item)
            characters += _size(item)
            if len(taken) == self._size or characters >= _CHUNK_CHARACTERS:
                break
        return taken or None


def _read_in_processes(
    first: list[_Item], chunks: _Chunks, processes: int, options: bytes
) -> Iterator[tuple[_Item, Article | Refusal]]:
    from concurrent.futures import ThreadPoolExecutor

    from newsparse.batch.workers import Worker

    idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    workers: list[Worker] = []
    at_once = True

    def ask(tasks: list[Task]) -> list[Article | Refusal]:
        worker = idle.get()
        try:
            return worker.read(tasks)
        finally:
            idle.put(worker)

    executor = ThreadPoolExecutor(processes, thread_name_prefix="newsparse")
    try:
        under_way: deque[tuple[list[_Item], Future[list[Article | Refusal]]]] = deque()
        items: list[_Item] | None = first
        while True:
            while items is not None:
                if len(workers) < processes:
                    workers.append(Worker(options))
                    idle.put(workers[-1])
                tasks = [item.task for item in items if isinstance(item.task, Task)]
                under_way.append((items, executor.submit(ask, tasks)))
                ready = under_way[0][1].done()  # nobody waits for a slow source while there is something to give
                items = None if ready or len(under_way) >= _AHEAD * processes else chunks.next()
            if not under_way:
                break
            done, future = under_way.popleft()
            answers = iter(future.result())
            for item in done:
                yield item, item.task if isinstance(item.task, Refusal) else next(answers)
            items = chunks.next()
        at_once = False
    finally:
        for worker in workers:
            worker.stop(at_once)
        executor.shutdown(cancel_futures=True)
