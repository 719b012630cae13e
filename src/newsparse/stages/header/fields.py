"""The fields of an article that a database or a feed wrote out: `Section: News`, `Length: 214 words`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.document import Range
from newsparse.stages.header.parts import HeaderWords
from newsparse.stages.header.top_lines import Line

_LONGEST_LABEL = 24
"""No label of a field has more characters, its colon included."""
_FEWEST = 2
"""One such line alone may be anything: an export has several."""


class Field(NamedTuple):
    """A line with a label: what it holds ("headline", "standfirst", "section", "page") and where its value is."""

    holds: str
    value: Range


def read_fields(text: str, zone: Sequence[Line], words: HeaderWords) -> dict[int, Field]:
    """The fields among the lines of a top, by line; none where fewer than two stand there.

    Args:
        text: the article.
        zone: the lines of the top.
        words: the language's header words.
    """
    found: dict[int, Field] = {}
    labelled = 0
    for place, line in enumerate(zone):
        start, end = line.range
        colon = text.find(":", start, min(end, start + _LONGEST_LABEL))
        if colon < 0:
            continue
        holds = words.fields.get(text[start:colon].lower().strip())
        labelled += holds is not None or line.named_or_dated
        value = colon + 1
        while value < end and text[value].isspace():
            value += 1
        if holds is not None and value < end and not line.named_or_dated:
            found[place] = Field(holds, (value, end))
    return found if labelled >= _FEWEST else {}
