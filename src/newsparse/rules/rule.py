"""What a rule is."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Rule:
    """A named way of finding something.

    Attributes:
        name: dotted, from wide to narrow: `header.headline.repeated`, `attribution.reported.after`.
        finds: what it finds: "headline", "byline", "quote", "speaker", ...
        why: one sentence: why text of this shape means that.
        hits: small texts that the rule must find something in, when `parse` reads them.
        misses: small texts that look alike and that it must leave alone.
        language: the code of the language that those texts are in.
    """

    name: str
    finds: str
    why: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    language: str = "en"
