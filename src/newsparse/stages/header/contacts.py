"""Whom to ask, in the top of a press release: names and numbers that are nobody's byline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from newsparse.stages.header.names import is_name, is_role
from newsparse.stages.header.parts import HeaderWords, Part, compiled

if TYPE_CHECKING:
    from newsparse.stages.header.top_lines import Line

_MOST = 5
"""So many lines below its label may be names and addresses."""


def without_contacts(text: str, lines: Sequence[Line], words: HeaderWords) -> list[Line]:
    """The lines, those below a label such as "Media contact:" made furniture as long as they are names and addresses.

    Args:
        text: the article.
        lines: those of the top.
        words: the language's header words.
    """
    found: list[Line] = []
    left = 0
    for line in lines:
        low = text[slice(*line.range)].lower()
        starts = low.startswith(words.contact_labels)
        label = next(one for one in words.contact_labels if low.startswith(one)) if starts else None
        if label is not None and (low[len(label) :].strip() == "" or low[len(label)] == ":"):
            left = _MOST
        elif left and not line.prose and (left == _MOST or _is_contact(text, line, words)):
            left -= 1
        else:
            left = 0
            found.append(line)
            continue
        part = Part("furniture", line.range, "header.furniture.contact")
        found.append(attrs.evolve(line, part=part, moments=(), bylines=(), bare=(), prose=False))
    return found


def _is_contact(text: str, line: Line, words: HeaderWords) -> bool:
    said = text[slice(*line.range)]
    if line.moments or len(said) > 60:
        return False
    if "@" in said or not compiled(r"\p{L}{4}").search(said) or line.part is not None:
        return True
    return is_name(text, *line.range, words) or is_role(said.lower(), words) or "," in said
