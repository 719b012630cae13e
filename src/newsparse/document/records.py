"""Records of which an article has hundreds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from attrs import frozen as record
else:
    # Frozen for the type checker, which all code of the house goes through; at run time it is plain assignment.
    # A class that refuses assignments has to fill its attributes by way of `object.__setattr__`, which takes three
    # times as long: 2% of a whole parse. What a caller is given (`model`) is frozen at run time as well.
    record = partial(attrs.define, unsafe_hash=True)

__all__ = ["record"]
