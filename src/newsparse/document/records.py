"""Records of which an article has hundreds: frozen for the type checker, plain at run time.

All code of the house goes through the type checker, to which nothing can write to a record. At run time a class that
refuses assignments has to fill its attributes by way of `object.__setattr__`, which takes three times as long: 2% of a
whole parse. What a caller is given (`model`) is frozen at run time as well.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from attrs import evolve as fill  # so that the type checker knows what each field has to be
    from attrs import frozen as record
else:
    record = partial(attrs.define, unsafe_hash=True)

    def fill(given: Any, **fields: Any) -> Any:
        """The record with other fields: the same one, written to, for one that nobody else holds.

        To make the document anew for each of sixteen stages takes 1% of a whole parse.
        """
        for name, value in fields.items():
            setattr(given, name, value)
        return given


__all__ = ["fill", "record"]
