"""Worker processes that read articles, each known by its own pipe.

A thread waits on each pipe. `ProcessPoolExecutor` would not do: where one of its processes dies, it ends all of them
without saying which item was in hand, and it can wait for ever where the process died while it was answering.
"""

from __future__ import annotations

import multiprocessing as mp
import pickle
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from types import ModuleType
from typing import Any

from newsparse.batch.tasks import Refusal, Task, read, refusal
from newsparse.batch.wire import pack, unpack
from newsparse.model import Article
from newsparse.reading import parse

_STARTS = 3
_CANNOT_START = "worker processes end before they can begin: what they printed says why; processes=1 needs none"
_STARTING = threading.Lock()


class Worker:
    """One process; started again when it dies.

    Not for several threads at once, save `stop`.
    """

    def __init__(self, options: bytes) -> None:
        """Start the process.

        Args:
            options: those of `parse` for all articles, pickled.
        """
        self._options = options
        self._lock = threading.Lock()  # so that no process starts after `stop`
        self._stopped = False
        self._greeted = False
        self._start()

    def read(self, tasks: list[Task]) -> list[Article | Refusal]:
        """Read articles in the worker's process.

        Args:
            tasks: the texts with their options.

        Returns:
            For each the article, or why there is none. Where the process dies, that is so of the one in hand, and the
            rest is read by the next process.

        Raises:
            RuntimeError: no process could be started.
        """
        answers: dict[int, Article | Refusal] = {}
        parcels = {number: _parcel(task) for number, task in enumerate(tasks)}
        answers.update((number, parcel) for number, parcel in parcels.items() if isinstance(parcel, Refusal))
        while waiting := {n: parcel for n, parcel in parcels.items() if n not in answers}:
            self._greet()
            try:
                self._pipe.send(list(waiting.values()))
            except OSError:  # it died between two batches, with nothing in hand
                self._start_again()
                continue
            for number in waiting:
                try:
                    data = self._pipe.recv_bytes()
                except (EOFError, OSError):
                    answers[number] = self._start_again()
                    break
                answers[number] = _answer(data, tasks[number])
        return [answers[number] for number in range(len(tasks))]

    def stop(self, at_once: bool) -> None:
        """End the process.

        Args:
            at_once: what it has in hand may be dropped.
        """
        with self._lock:
            self._stopped = True
            if at_once:
                self._process.terminate()
            else:
                self._pipe.close()
        self._process.join()

    def _start(self) -> None:
        # Always spawned: a fork of a process with threads may inherit a lock that nobody will release.
        context = mp.get_context("spawn")
        with self._lock:
            if self._stopped:
                raise RuntimeError("stopped")
            self._pipe, theirs = context.Pipe()
            told = (theirs, self._options)
            self._process = context.Process(target=_serve, args=told, daemon=True, name="newsparse worker")
            with _without_script():
                self._process.start()
            theirs.close()  # or its death would not end the pipe
            self._greeted = False

    def _greet(self) -> None:
        """Wait until the process is ready, so that one that can't even begin is not held against an item."""
        for _ in range(_STARTS):
            if self._greeted:
                return
            try:
                self._pipe.recv_bytes()
                self._greeted = True
            except (EOFError, OSError):
                self._start_again()
        if not self._greeted:
            raise RuntimeError(_CANNOT_START)

    def _start_again(self) -> Refusal:
        self._process.join()
        self._pipe.close()
        status = self._process.exitcode or 0
        self._start()
        how = f"by signal {_signal(-status)}" if status < 0 else f"with status {status}"
        return Refusal("WorkerLost", f"the worker process that had this item in hand was ended {how}")


@contextmanager
def _without_script() -> Iterator[None]:
    """Hide the caller's script from a process that starts. A spawned process runs it again for what it may need of it,
    and ours need nothing: without this, a script would need `if __name__ == "__main__":`, and one that comes from
    standard input could not start any.
    """
    with _STARTING:
        script = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = script


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def _parcel(task: Task) -> bytes | Refusal:
    try:
        return pickle.dumps(task, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # an option of the caller's own making
        return refusal(error)


def _answer(data: bytes, task: Task) -> Article | Refusal:
    packed, answer = pickle.loads(data)
    if packed is None:
        refused: Refusal = answer
        return refused
    return unpack(packed, answer if task.text is None else task.text)


def _serve(pipe: Connection, pickled: bytes) -> None:
    """What the process runs: batches in, one answer for each item out."""
    options = pickle.loads(pickled)
    parse("", **options)  # so that all is loaded once it says that it is ready
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks; it ends this one
    try:
        pipe.send_bytes(b"ready")
        while True:
            for parcel in pipe.recv():
                pipe.send_bytes(_read_parcel(parcel, options))
    except (EOFError, OSError):  # nobody asks any more
        return


def _read_parcel(parcel: bytes, options: dict[str, Any]) -> bytes:
    try:
        task = pickle.loads(parcel)
        found = read(task, options)
        if isinstance(found, Article):
            return pickle.dumps((pack(found), found.text if task.text is None else None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        found = refusal(error)
    return pickle.dumps((None, found))
