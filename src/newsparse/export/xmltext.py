"""Text as XML 1.0 can hold it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "\n", "\r\n": "\n"}


@functools.cache
def _special() -> regex.Pattern[str]:
    import regex

    return regex.compile(r'\r\n|[&<>"\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')


def escape(text: str) -> str:
    """The text, escaped, for content and for attributes.

    U+FFFD stands for what XML can't hold, and every end of a line is a line feed.
    """
    return _special().sub(lambda found: _ESCAPES.get(found.group(), "\ufffd"), text)


def start_tag(name: str, attributes: Mapping[str, str]) -> str:
    """`<name key="value">`."""
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>"


def element(name: str, text: str, **attributes: str) -> str:
    """An element that holds text and nothing else."""
    return f"{start_tag(name, attributes)}{escape(text)}</{name}>"
