"""Articles as bytes between processes: smaller and faster than a plain pickle, and without the text.

The process that asks has the text already, so a span travels as two numbers and is cut out of it again.
"""

from __future__ import annotations

import io
import operator
import pickle
from collections.abc import Callable
from typing import Any

import attrs

from newsparse import model
from newsparse.model import Article, Span

# A record's kind travels as its number: a class would be sought by its name, in each article again.
_KINDS = [record for record in vars(model).values() if isinstance(record, type) and attrs.has(record)]
_SENT = {kind: [field.name for field in attrs.fields(kind) if field.name != "text"] for kind in _KINDS}
# The slots are filled directly: where thousands of records are made, a frozen class's `__init__` takes twice as long.
_FILL = [[getattr(kind, name).__set__ for name in _SENT[kind]] for kind in _KINDS]
_FILL_SPAN = [vars(Span)[name].__set__ for name in ("start", "end", "text")]
_FILL_TEXT: Callable[[Any, str], None] = vars(Article)["text"].__set__


def pack(article: Article) -> bytes:
    """The article without its text.

    Args:
        article: what `parse` returned.

    Returns:
        Bytes for `unpack`, of the same version of newsparse.
    """
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(article)
    return stream.getvalue()


def unpack(data: bytes, text: str) -> Article:
    """The article that was packed.

    Args:
        data: what `pack` gave. Like any pickle it must come from a process that is trusted.
        text: the article's text; the very same object becomes the article's `text`.
    """
    article: Article = _Unpickler(data, text).load()
    _FILL_TEXT(article, text)
    return article


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, text: str) -> None:
        super().__init__(io.BytesIO(data))
        make, (set_start, set_end, set_text) = object.__new__, _FILL_SPAN

        def cut(start: int, end: int) -> Span:
            span = make(Span)
            set_start(span, start)
            set_end(span, end)
            set_text(span, text[start:end])
            return span

        self._own = {_cut.__name__: cut, _record.__name__: _record}

    def find_class(self, module: str, name: str) -> Any:
        """What a name in the pickle stands for; that of ours is bound to the text at hand."""
        return self._own[name] if module == __name__ and name in self._own else super().find_class(module, name)


def _cut(start: int, end: int) -> Span:
    raise NotImplementedError("stands in the pickle for what cuts spans out of the text at hand")


def _record(number: int, *values: object) -> Any:
    record: Any = object.__new__(_KINDS[number])
    for fill, value in zip(_FILL[number], values, strict=True):
        fill(record, value)
    return record


def _reducer(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    number, values = _KINDS.index(kind), operator.attrgetter(*_SENT[kind])
    return lambda record: (_record, (number, *values(record)))


def _reduce_span(span: Span) -> tuple[Any, ...]:
    return _cut, (span.start, span.end)


_TABLE: dict[type, Callable[[Any], Any]] = {**{kind: _reducer(kind) for kind in _KINDS}, Span: _reduce_span}
