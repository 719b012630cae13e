"""What becomes of the items, in order: read in this process, or in several that are never far ahead of the caller."""

from __future__ import annotations

import os
import pickle
import queue
from collections import deque
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

from newsparse.batch.items import Chunks, Item, items_of
from newsparse.batch.tasks import Refusal, Task, read, refusal
from newsparse.batch.wire import unpack
from newsparse.model import Article

if TYPE_CHECKING:
    from concurrent.futures import Future

    from newsparse.batch.workers import Answer, Worker

_AHEAD = 3
"""Chunks for each process that may be under way or wait for their turn to be given out."""


def results_of(
    source: Iterator[Any], processes: int | None, chunk: int, options: dict[str, Any]
) -> Generator[tuple[Item, Article | Refusal], None, None]:
    """Each item with what became of it, in order; see `parse_many`."""
    chunks = Chunks(items_of(source), chunk)
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


def _read_here(item: Item, options: dict[str, Any]) -> Article | Refusal:
    return item.task if isinstance(item.task, Refusal) else read(item.task, options)


def _read_in_processes(
    first: list[Item], chunks: Chunks, processes: int, options: bytes
) -> Iterator[tuple[Item, Article | Refusal]]:
    from concurrent.futures import ThreadPoolExecutor

    from newsparse.batch.workers import Worker

    idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    workers: list[Worker] = []
    at_once = True

    def ask(tasks: list[Task]) -> list[Answer]:
        worker = idle.get()
        try:
            return worker.read(tasks)
        finally:
            idle.put(worker)

    executor = ThreadPoolExecutor(processes, thread_name_prefix="newsparse")
    try:
        under_way: deque[tuple[list[Item], Future[list[Answer]]]] = deque()
        items: list[Item] | None = first
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
                yield item, item.task if isinstance(item.task, Refusal) else _unpacked(next(answers))
            items = chunks.next()
        at_once = False
    finally:
        for worker in workers:
            worker.stop(at_once)
        for worker in workers:
            worker.join()
        executor.shutdown(cancel_futures=True)


def _unpacked(answer: Answer) -> Article | Refusal:
    """What the caller is given, made in its turn: what the caller drops is gone before much else is made, and while
    there is little at a time, there is hardly any garbage to be sought.
    """
    if isinstance(answer, Refusal):
        return answer
    try:
        return unpack(*answer)
    except Exception as error:  # a zone of the caller's own making, in a date
        return refusal(error)
