"""The blocks below the top: the story's paragraphs, and what the page puts between and below them."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.document import BylinePart, Range
from newsparse.stages.header.closing import read_closing
from newsparse.stages.header.lines import is_plain, list_label, read_line
from newsparse.stages.header.parts import HeaderWords, Part
from newsparse.stages.header.prose import is_prose

_LONGEST_LISTED = 130
"""No other story's headline below "Related" has more characters, ..."""
_MOST_LISTED = 12
"""... and no such list more lines."""
_LONGEST_LINE = 700
"""A longer block is story, whatever its first words are."""
_LONGEST_CAPTION = 300
"""A line above a credit that is longer tells the story, and not what a picture shows."""


@attrs.define
class Body:
    """What the blocks below the top are.

    Attributes:
        text, words: the article, and the language's header words.
        headline: the headline's words, which pages repeat.
        paragraphs: the story's.
        parts: furniture, credits and corrections.
        bylines: those whom the closing lines name.
        names_inside: whether a closing line may open with those whom it names.
    """

    text: str
    words: HeaderWords
    headline: str
    paragraphs: list[Range] = attrs.field(factory=list)
    parts: list[Part] = attrs.field(factory=list)
    bylines: list[BylinePart] = attrs.field(factory=list)
    names_inside: bool = True
    _listed: int = 0


def read_body(text: str, blocks: Sequence[Range], words: HeaderWords, headline: str, *, inside: bool) -> Body:
    """The blocks below the top, told apart.

    Args:
        text: the article.
        blocks: those below the top.
        words: the language's header words.
        headline: the headline's words; "" for none.
        inside: what `names_inside` says of the text.
    """
    body = Body(text, words, headline, names_inside=inside)
    for block in blocks:
        size = block[1] - block[0]
        if size > _LONGEST_LINE or (not inside and size != len(headline) and is_plain(text, *block, words)):
            body._listed = 0
            body.paragraphs.append(block)
        else:
            _add(body, block)
    _clear_foot(body)
    return body


def _add(body: Body, block: Range) -> None:
    """Put one block where it belongs."""
    text, words = body.text, body.words
    start, end = block
    part = read_line(text, start, end, words)
    if part is not None:
        if part.rule in ("header.credit.line", "header.credit.label"):
            _take_caption(body, start)
        body.parts.append(part)
        body._listed = _MOST_LISTED if list_label(text, start, end, words) else body._listed
        return
    if end - start == len(body.headline) and text[start:end] == body.headline:
        body.parts.append(Part("furniture", block, "header.furniture.headline_again"))
        return
    if body._listed and _is_listed(text, start, end):
        body._listed -= 1
        body.parts.append(Part("furniture", block, "header.furniture.listed"))
        return
    body._listed = 0
    people = read_closing(text, start, end, words, inside=body.names_inside)
    if people:
        body.bylines += people
    else:
        body.paragraphs.append(block)


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether a line below "Related" is another story's headline: short, and no sentence."""
    closed = text[end - 1] in '.?!"”:'
    return end - start <= _LONGEST_LISTED and not closed and not is_prose(text, start, end)


def _take_caption(body: Body, credit: int) -> None:
    """The line right above a credit tells what its picture shows, where a blank line parts both from the story."""
    if not body.paragraphs:
        return
    start, end = body.paragraphs[-1]
    between = body.text[end:credit].replace("\r\n", "\n")
    above = body.text[max(0, start - 4) : start].replace("\r\n", "\n")
    if between == "\n" and above.count("\n") >= 2 and end - start <= _LONGEST_CAPTION:
        body.paragraphs.pop()
        body.parts.append(Part("credit", (start, end), "header.credit.above_credit"))


def _clear_foot(body: Body) -> None:
    """Below the last prose, what follows a label such as "Most read" and is no sentence belongs to the page."""
    text = body.text
    last = next((i for i in range(len(body.paragraphs) - 1, -1, -1) if is_prose(text, *body.paragraphs[i])), None)
    if last is None or last + 1 == len(body.paragraphs):
        return
    after = body.paragraphs[last][1]
    labels = (part.range for part in body.parts if part.range[0] > after)
    label = next((one[0] for one in labels if list_label(text, *one, body.words)), None)
    if label is None:
        return
    kept = []
    for block in body.paragraphs:
        if block[0] > label and text[block[1] - 1] not in '."”':
            body.parts.append(Part("furniture", block, "header.furniture.foot"))
        else:
            kept.append(block)
    body.paragraphs = kept
