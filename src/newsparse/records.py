"""Frozen records that are made quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

_SHOWN = ("__module__", "__qualname__", "__doc__", "__annotations__")
"""What a class shows of itself and does not have from the class under it."""

if TYPE_CHECKING:
    from attrs import frozen as record
else:

    def record(cls: type | None = None, **options: Any) -> Any:
        """As `attrs.frozen`, for records of which each article has hundreds.

        `attrs.frozen` puts each attribute in its place through `object.__setattr__`, which takes ten times as long as
        to assign it. Here a new record is, until all attributes are there, of the class under its own, which can be
        assigned to.
        """
        if cls is None:
            return lambda cls: record(cls, **options)
        change_class = object.__dict__["__class__"].__set__  # past the `__setattr__` of the record

        def open_record(self: object) -> None:
            change_class(self, opened)

        def close_record(self: object) -> None:
            self.__class__ = closed

        cls.__attrs_pre_init__, cls.__attrs_post_init__ = open_record, close_record
        opened = attrs.define(cls, **{"unsafe_hash": options.get("eq", True), **options})
        own = {name: getattr(opened, name) for name in _SHOWN}
        closed = type(cls.__name__, (opened,), {**own, "__slots__": (), "__setattr__": _refuse, "__delattr__": _refuse})
        return closed


def _refuse(*_: object) -> None:
    raise attrs.exceptions.FrozenInstanceError


__all__ = ["record"]
