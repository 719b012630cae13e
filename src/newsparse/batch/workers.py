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
from typing import Any, cast

from newsparse.batch.tasks import Refusal, Task, read, refusal
from newsparse.batch.wire import pack
from newsparse.model import Article
from newsparse.reading import parse

_STARTS = 3
_CANNOT_START = "worker processes end before they can begin: what they printed says why; processes=1 needs none"
_STARTING = threading.Lock()
_PORTION = 32
"""So many articles come back at once: one by one, the process that asks would be woken for each."""
_NOTHING = -1
"""The place of the item in hand, where a process has none."""
_Told = tuple[bytes, str | None] | Refusal
"""What a process sends: a packed article with its text, where the one that asks lacks it; or why there is none."""
Answer = tuple[bytes, str] | Refusal
"""What became of a task: a packed article and its text; or why there is none."""


class Worker:
    """One process; started again when it dies.

    Not for several threads at once, save `stop` and `join`.
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

    def read(self, tasks: list[Task]) -> list[Answer]:
        """Read articles in the worker's process.

        Args:
            tasks: the texts with their options.

        Returns:
            For each the packed article and its text, or why there is none. Where the process dies, that is so of the
            one in hand, and the rest is read by the next process.

        Raises:
            RuntimeError: no process could be started.
        """
        answers: dict[int, Answer] = {}
        parcels = {number: _parcel(task) for number, task in enumerate(tasks)}
        answers.update((number, parcel) for number, parcel in parcels.items() if isinstance(parcel, Refusal))
        idle_deaths = 0
        while waiting := [number for number in parcels if number not in answers][:_PORTION]:
            self._greet()
            self._in_hand.value = _NOTHING
            try:
                self._pipe.send([parcels[number] for number in waiting])
                data = self._pipe.recv_bytes()
            except (EOFError, OSError):
                place, refused = self._in_hand.value, self._start_again()
                if place == _NOTHING:  # it died between two portions, which is nobody's fault, unless it does so again
                    idle_deaths += 1
                    if idle_deaths < _STARTS:
                        continue
                    place = 0
                answers[waiting[place]] = refused
            else:
                for number, told in zip(waiting, pickle.loads(data), strict=True):
                    answers[number] = _answer(told, tasks[number])
        return [answers[number] for number in range(len(tasks))]

    def stop(self, at_once: bool) -> None:
        """Tell the process to end.

        Args:
            at_once: what it has in hand may be dropped.
        """
        with self._lock:
            self._stopped = True
            if at_once:
                self._process.terminate()
            else:
                self._pipe.close()

    def join(self) -> None:
        """Wait until a process that was told to end has ended."""
        self._process.join()

    def _start(self) -> None:
        # Always spawned: a fork of a process with threads may inherit a lock that nobody will release.
        context = mp.get_context("spawn")
        with self._lock:
            if self._stopped:
                raise RuntimeError("stopped")
            self._pipe, theirs = context.Pipe()
            self._in_hand = context.RawValue("i", _NOTHING)
            told = (theirs, self._options, self._in_hand)
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


def _answer(told: _Told, task: Task) -> Answer:
    if isinstance(told, Refusal):
        return told
    packed, text = told
    return packed, cast("str", text) if task.text is None else task.text


def _serve(pipe: Connection, pickled: bytes, in_hand: Any) -> None:
    """What the process runs: portions in, the answers to their items out.

    Args:
        pipe: where they come from and go to.
        pickled: the options of `parse` for all articles.
        in_hand: shared with the process that asks: the place of the item in hand, should this process die of it.
    """
    options = pickle.loads(pickled)
    parse("", **options)  # so that all is loaded once it says that it is ready
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks; it ends this one
    try:
        pipe.send_bytes(b"ready")
        while True:
            answers = []
            for place, parcel in enumerate(pipe.recv()):
                in_hand.value = place
                answers.append(_read_parcel(parcel, options))
            in_hand.value = _NOTHING
            pipe.send_bytes(pickle.dumps(answers, pickle.HIGHEST_PROTOCOL))
    except (EOFError, OSError):  # nobody asks any more
        return


def _read_parcel(parcel: bytes, options: dict[str, Any]) -> _Told:
    try:
        task = pickle.loads(parcel)
        found = read(task, options)
        if isinstance(found, Article):
            return pack(found), found.text if task.text is None else None
    except Exception as error:
        found = refusal(error)
    return found
