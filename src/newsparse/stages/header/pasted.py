"""Where the article begins in a page that was pasted whole, with all of its menus above.

A text that starts with dozens of short lines is such a page. The story is its longest run of prose; the headline is,
of the lines above that run, the first that shares its words with the story: menus and other stories' headlines don't.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.document import Range
from newsparse.stages.header.chunks import labelled
from newsparse.stages.header.lines import read_line
from newsparse.stages.header.moments import find_moments
from newsparse.stages.header.parts import HeaderWords, compiled

_FEWEST_ABOVE = 25
"""With fewer lines above the story, the top is read as it is."""
_APART = 8
_SHORTEST_PROSE = 90
_LONGEST_ABOVE = 45
_WINDOW = 90
_TOLD = 4000
_LEAST_RUN = 600
_LEAST_SHARE = 0.45
_LEAST_ABOVE = 0.3
_SUMMARY = 3
_FEW = 5
_WORDS = 6
_LONGEST_HEADLINE = 220


@attrs.define
class _Run:
    """Paragraphs of prose with no more than a few lines between them: block indices, and characters of prose."""

    first: int
    last: int
    size: int


def page_start(text: str, blocks: Sequence[Range], words: HeaderWords) -> int:
    """The index of the block where the article's own top begins; 0 where no whole page stands above it.

    Args:
        text: the article.
        blocks: its blocks.
        words: the language's header words.
    """
    if len(blocks) <= _FEWEST_ABOVE:
        return 0
    if any(run.size >= _LEAST_RUN for run in _runs(text, blocks[:_FEWEST_ABOVE])):
        return 0  # the story has begun: most pages are told by this alone
    runs = _runs(text, blocks)
    total = sum(run.size for run in runs)
    story = next((run for run in runs if run.size >= _LEAST_RUN or 4 * run.size >= total), None)
    if story is None or story.first < _FEWEST_ABOVE or not _is_menu(text, blocks[: story.first]):
        return 0
    told = story_words(text, blocks[story.first :])
    share = [told_share(text, block, told) for block in blocks[: story.first]]
    could = [
        index
        for index in range(max(0, story.first - _WINDOW), story.first)
        if share[index] >= _LEAST_SHARE and _could_be_headline(text, blocks[index], words)
    ]
    # A headline stands above its byline or date, links to other stories below it.
    dated = [i for i in range(max(0, story.first - _WINDOW), story.first) if _is_anchor(text, blocks[i], words)]
    above = [index for index in could if dated and index < dated[-1]]
    found = _likeliest(text, blocks, above or could, share)
    if not found:
        return 0
    for index in range(max(0, found - _SUMMARY), found):
        # The line with the most of the story's words is often the summary, right below the headline.
        few = len(text[slice(*blocks[index])].split()) < _FEW
        if not few and share[index] >= _LEAST_ABOVE and _could_be_headline(text, blocks[index], words):
            found = index
            break
    before = text[slice(*blocks[found - 1])] if found else ""
    return found - 1 if found and len(before.split()) <= 3 else found


def _likeliest(text: str, blocks: Sequence[Range], could: Sequence[int], share: Sequence[float]) -> int:
    """Of lines that share words with the story the first, unless a later one shares clearly more; 0 for none."""
    best = 0.0
    found = 0
    for index in could:
        weight = share[index] * min(1.0, len(_content(text[slice(*blocks[index])])) / _WORDS)
        if 0.8 * weight > best:
            best, found = weight, index
    return found


def story_words(text: str, blocks: Sequence[Range]) -> frozenset[str]:
    """The words of the first prose among blocks: what a headline above them is made of."""
    return frozenset(_content(story_text(text, blocks)))


def story_text(text: str, blocks: Sequence[Range]) -> str:
    """The first prose among blocks, in small letters."""
    told: list[str] = []
    size = 0
    for start, end in blocks:
        if _is_long_prose(text, start, end):
            told.append(text[start:end])
            size += end - start
        if size > _TOLD:
            break
    return "\n".join(told).lower()


def told_share(text: str, line: Range, told: frozenset[str] | str) -> float:
    """The share of a line's words that the story, as its words or as text, has too; 0 for a line of fewer than three.

    For a line or two the text is searched, which is quicker than to make a set of all of its words.
    """
    start, end = line
    if not 12 <= end - start <= _LONGEST_HEADLINE:
        return 0.0
    said = set(_content(text[start:end]))
    if len(said) < 3:
        return 0.0
    known = sum(_has_word(told, word) for word in said) if isinstance(told, str) else len(said & told)
    return known / len(said)


def _has_word(low: str, word: str) -> bool:
    """Whether a text has a word, with no letter before or after it."""
    at = low.find(word)
    while at >= 0:
        after = at + len(word)
        if not low[after : after + 1].isalpha() and not low[at - 1 : at].isalpha():
            return True
        at = low.find(word, after)
    return False


def _could_be_headline(text: str, line: Range, words: HeaderWords) -> bool:
    return read_line(text, *line, words) is None and not _is_anchor(text, line, words)


def _is_anchor(text: str, line: Range, words: HeaderWords) -> bool:
    short = line[1] - line[0] <= _LONGEST_HEADLINE
    return short and (
        labelled(text, *line, words) is not None or any(one.dated for one in find_moments(text, *line, words))
    )


def _runs(text: str, blocks: Sequence[Range]) -> list[_Run]:
    runs: list[_Run] = []
    for index, (start, end) in enumerate(blocks):
        if end - start < _SHORTEST_PROSE or not _is_long_prose(text, start, end):
            continue
        if runs and index - runs[-1].last <= _APART:
            runs[-1].last = index
            runs[-1].size += end - start
        else:
            runs.append(_Run(index, index, end - start))
    return runs


def _is_long_prose(text: str, start: int, end: int) -> bool:
    return end - start >= _SHORTEST_PROSE and text[end - 1] in ".?!\"”’'…:)»"


def _is_menu(text: str, blocks: Sequence[Range]) -> bool:
    """Whether lines are a page's menus: short on the whole, and few of them sentences."""
    size = sum(end - start for start, end in blocks)
    sentences = sum(text[end - 1] in '.”"' for _, end in blocks)
    return size <= _LONGEST_ABOVE * len(blocks) and 5 * sentences <= len(blocks)


def _content(said: str) -> list[str]:
    """The words of four letters and more."""
    return " ".join(compiled(r"\p{L}{4,}+").findall(said)).lower().split()
