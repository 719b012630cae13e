"""The items of `parse_many`: what each one is, checked, and several at a time."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from newsparse.batch.tasks import Refusal, Task, read
from newsparse.reading import parse

_CHARACTERS = 500_000
"""A chunk ends after this many, so that long texts don't add up."""


@attrs.frozen
class Item:
    """An item by its place, whether it has an id and which, and what is to be read, or why nothing is."""

    index: int
    keyed: bool
    id: Any
    task: Task | Refusal


@functools.cache
def option_names() -> dict[str, None]:
    """The options of `parse`, in order."""
    return dict.fromkeys(name for name in inspect.signature(parse).parameters if name != "text")


def items_of(source: Iterator[Any]) -> Iterator[Item]:
    """What the caller gave, item by item."""
    for index, item in enumerate(source):
        keyed, name, own = _taken_apart(item)
        yield Item(index, keyed, name, _task(own))


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
        if key not in option_names():
            known = ", ".join(option_names())
            return Refusal("TypeError", f"an item has text or html, id, and options of parse ({known}); not {key!r}")
    task = Task(text, html, rest)
    if isinstance(text, str) or isinstance(html, (str, bytes)):
        return task
    refused = read(task, {})  # says what is wrong with it, which need not be told to another process
    assert isinstance(refused, Refusal)
    return refused


def _size(item: Item) -> int:
    return 0 if isinstance(item.task, Refusal) else len(item.task.text or item.task.html or "")


class Chunks:
    """The items, one by one as `rest` or in chunks; `error` is what their source raised, for after the results of
    what came before.
    """

    def __init__(self, items: Iterator[Item], size: int) -> None:
        """The items in chunks of `size`."""
        self._size = size
        self.rest = self._pull(items)
        self.ended = False
        self.error: Exception | None = None

    def _pull(self, items: Iterator[Item]) -> Iterator[Item]:
        try:
            yield from items
        except Exception as error:
            self.error = error
        self.ended = True

    def next(self) -> list[Item] | None:
        """The next chunk; none where there is none left."""
        taken: list[Item] = []
        characters = 0
        for item in self.rest:
            taken.append(item)
            characters += _size(item)
            if len(taken) == self._size or characters >= _CHARACTERS:
                break
        return taken or None
