"""One article to read, in this process or another."""

from __future__ import annotations

from typing import Any, cast

import attrs

from newsparse.html import parse_html
from newsparse.model import Article
from newsparse.reading import parse


@attrs.frozen
class Task:
    """What to read: a text, or else a page; and the options of `parse` that are for it alone."""

    text: str | None
    html: str | bytes | None
    options: dict[str, Any]


@attrs.frozen
class Refusal:
    """Why there is no article: the exception's name, what it says, and its traceback where there is one."""

    error: str
    message: str
    traceback: str = ""


def refusal(error: Exception) -> Refusal:
    """What an exception says, in a form that any process can read."""
    from traceback import format_exception

    return Refusal(type(error).__name__, str(error), "".join(format_exception(error)))


def read(task: Task, options: dict[str, Any]) -> Article | Refusal:
    """Read one article in this process, with the options of all and those of its own."""
    options = {**options, **task.options}
    try:
        if task.html is not None:
            return parse_html(task.html, **options)
        return parse(cast("str", task.text), **options)  # which says what it can't be
    except Exception as error:
        return refusal(error)
