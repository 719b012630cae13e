"""The story's own paragraphs, by trafilatura, without what links lead away from it to."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Collection, Sequence
from html import unescape

import attrs

from newsparse.html.folding import fold_title
from newsparse.html.tree import Element, Line, squeeze

_MOST_ELEMENTS = 150_000
"""A page with more is read by its own lines: trafilatura would take too long over it."""
_BLOCKS = frozenset("p head item quote cell row list table ab code div body main".split())
"""What parts the words in trafilatura's tree of a story."""
_BOXES = ("newsletter", "signup", "sign-up", "related", "recirc", "most-read", "most-popular", "trending", "read-more")
"""What boxes among a story's paragraphs are called that are no part of it."""
_DEEPEST_BOX = 6
"""So many elements around a line are asked for such a name."""
_LINKED = 0.85
"""The share of letters from which a block is a link and nothing else, ..."""
_LONGEST_LINKED = 200
"""... if it is no longer than this."""
_REPEATED = 3
"""A block that stands so often on the page is no story, ..."""
_SHORT = 60
"""... if it is no longer than this."""
_PROSE = 80
"""A line of the story has so many characters; fewer in all are no story."""
_LEAST_STORY = 400
"""A story shorter than this, and than half of what is declared, is not all of it."""
_SHORTEST_SENTENCE = 3
"""How many blanks a line has at least that is a sentence of its own."""
_WIDEST_GAP = 80
"""Between two blocks no more lines than these are looked through for what was passed over."""
_MOST_LOOSE = 12
"""More blocks in a row that are no line of the page are left as they are."""
_FARTHEST = 15
"""So many lines below the last paragraph may lie between it and the next."""


@attrs.frozen
class Block:
    """A paragraph, heading or item of the story.

    Attributes:
        text: its words; a line break in it is a new line.
        heading: whether it is a heading inside the story.
        linked: the share of its letters that is a link.
    """

    text: str
    heading: bool = False
    linked: float = 0.0

    @property
    def key(self) -> str:
        """Its letters and digits: what the same words look like anywhere on the page."""
        return fold_title(self.text)


def read_body(root: Element, lines: Sequence[Line], declared: str) -> list[Block]:
    """The story's blocks, in order; empty where the page has no story.

    Args:
        root: the page; it is left as it is.
        lines: what a reader sees of it.
        declared: the story as the page declares it: it counts where none is seen, as where a script would show it.
    """
    blocks = _seen(root, lines)
    told = [Block(text) for part in _BREAK.split(declared) if (text := squeeze(unescape(_TAG.sub(" ", part))))]
    size, other = (sum(len(block.text) for block in some) for some in (blocks, told))
    # One block of the same length is what was declared, too, without its paragraphs.
    missing = size < min(_LEAST_STORY, other // 2) or (len(blocks) == 1 < len(told) and 10 * other >= 9 * size)
    return told if missing else blocks


_BREAK = re.compile(r"\n|\r|<br\b[^<>]{0,99}>|</?(?:p|div|h[1-6]|li)\b[^<>]{0,999}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,999}>")


def _seen(root: Element, lines: Sequence[Line]) -> list[Block]:
    blocks = _extracted(root)
    if sum(len(block.text) for block in blocks) < _PROSE:
        blocks = _plainly(lines)
    blocks = _on_page(blocks, lines)
    repeated = Counter(block.key for block in blocks if len(block.text) <= _SHORT)
    blocks = _most([block for block in blocks if repeated[block.key] < _REPEATED], blocks)
    return _most([block for block in blocks if not _leads_away(block)], blocks)


def _most(kept: list[Block], blocks: list[Block]) -> list[Block]:
    """Those that are kept, or all where that would be less than half of the story."""
    return kept if sum(len(b.text) for b in kept) > 0.5 * sum(len(b.text) for b in blocks) else blocks


def _leads_away(block: Block) -> bool:
    """Whether a block is nothing but a link to another story."""
    return block.linked >= _LINKED and len(block.text) <= _LONGEST_LINKED


def _extracted(root: Element) -> list[Block]:
    """What trafilatura takes for the story; empty where it fails, or the page is too large for it."""
    if sum(1 for _ in zip(root.iter(), range(_MOST_ELEMENTS + 1), strict=False)) > _MOST_ELEMENTS:
        return []
    from trafilatura import bare_extraction

    logger = logging.getLogger("trafilatura")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())  # or its warnings about short pages land on the user's terminal
    try:
        found = bare_extraction(root, include_comments=False, include_tables=True, include_links=True)
    except Exception:  # a page that breaks it still has its own lines
        return []
    body = getattr(found, "body", None)
    return [] if body is None else _blocks_of(body)


def _blocks_of(body: Element) -> list[Block]:
    blocks: list[Block] = []
    words: list[str] = []
    linked = [0]
    inside = [0, 0]  # links and headings that are open

    def flush() -> None:
        for text in (squeeze(part) for part in "".join(words).split("\n\n")):
            if text:
                letters = sum(len(word) for word in text.split())
                blocks.append(Block(text, inside[1] > 0, min(linked[0] / letters, 1.0)))
        words.clear()
        linked[0] = 0

    def say(text: str | None) -> None:
        if text:
            words.append(squeeze_inside(text))
            linked[0] += sum(len(word) for word in text.split()) if inside[0] else 0

    stack: list[tuple[Element, bool]] = [(body, True)]
    while stack:
        element, opening = stack.pop()
        block = element.tag in _BLOCKS
        if block:
            flush()
        if not opening:
            inside[0] -= element.tag == "ref"
            inside[1] -= element.tag == "head"
            say(element.tail if element is not body else None)
            continue
        inside[0] += element.tag == "ref"
        inside[1] += element.tag == "head"
        if element.tag == "lb":
            words.append("\n\n" if words and words[-1].isspace() else "\n")
        say(element.text)
        stack.append((element, False))
        stack += [(child, True) for child in reversed(element)]
    flush()
    return blocks


def squeeze_inside(text: str) -> str:
    """The text with each run of blanks a single space, those at its ends too."""
    inner = squeeze(text)
    before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
    return f"{before}{inner}{after}" if inner else before


def _plainly(lines: Sequence[Line]) -> list[Block]:
    """The page's own paragraphs: lines that read as prose, and the headings between them."""
    prose = [i for i, line in enumerate(lines) if not line.aside and not line.heading and _is_prose(line.text)]
    if not prose:  # a notice of a line or two, or a list of sentences
        return [Block(line.text) for line in lines if not line.aside and _is_sentence(line.text)]
    found = []
    for i in range(prose[0], prose[-1] + 1):
        line = lines[i]
        if not line.aside and (line.heading or line.element.tag == "p" or _is_prose(line.text)):
            found.append(Block(line.text, line.heading > 0))
    return found


def _is_sentence(text: str) -> bool:
    return text[-1] in '.?!"”»' and text.count(" ") >= _SHORTEST_SENTENCE


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and text[-1] in ".?!\"”’'…:»)"


def _on_page(blocks: list[Block], lines: Sequence[Line]) -> list[Block]:
    """The blocks as the page has them: a paragraph that was cut, or robbed of a link in it, is whole again; and one
    that looks as they do and stands among or below them, but was passed over, is put in.
    """
    where: dict[str, int] = {}
    for number, line in enumerate(lines):
        where.setdefault(line.key, number)
    places = [where.get(block.key, -1) for block in blocks]
    known = [place for place in places if place >= 0]
    if len(known) < 3:
        return blocks
    looks = Counter(_look(lines[place].element) for place in known)
    usual = frozenset(look for look, count in looks.items() if count >= 3)
    homes = {parent for place in known if (parent := lines[place].element.getparent()) is not None}
    taken = {block.key for block in blocks}
    found: list[Block] = []
    loose: list[Block] = []  # blocks since the last one that is a line
    before = min(known) - _MOST_LOOSE - 1
    for block, place in zip(blocks, places, strict=True):
        if place < 0:
            loose.append(block)
            continue
        gap = (
            [n for n in range(before + 1, place) if n >= 0 and lines[n].key not in taken]
            if place - before < _WIDEST_GAP
            else []
        )
        found += _between(loose, [lines[n] for n in gap], usual if found else frozenset())
        loose = []
        if not _is_boxed(lines[place].element, homes):
            found.append(attrs.evolve(block, text=lines[place].text))
        before = max(before, place)
    below = [line for line in lines[max(known) + 1 :] if line.key not in taken]
    rest = _between(loose, below[:_FARTHEST], frozenset())
    found += [block for block in rest if block not in loose or _is_prose(block.text)]  # no shreds of a notice
    return found + _after([line for line in below if line.key not in {block.key for block in rest}], usual)


def _look(element: Element) -> str:
    """What an element and those around it are called: paragraphs of one story are alike in it."""
    around = list(element.iterancestors())[:2]
    return " ".join([element.tag, *(f"{one.tag}.{one.get('class') or ''}" for one in around)])


def _after(lines: Sequence[Line], usual: Collection[str]) -> list[Block]:
    """Paragraphs below the last one that look as those above do: a story in several columns, cut after the first."""
    found: list[Block] = []
    away = 0
    for line in lines:
        away += 1
        if away > _FARTHEST:
            break
        if line.element.tag == "p" and not line.aside and _is_prose(line.text) and _look(line.element) in usual:
            found.append(Block(line.text))
            away = 0
    return found


def _is_boxed(element: Element, homes: Collection[Element]) -> bool:
    """Whether a line lies in a box among the story's paragraphs that is called a newsletter's or related stories'."""
    for one in [element, *element.iterancestors()][:_DEEPEST_BOX]:
        if one in homes:
            return False
        names = f"{one.get('class') or ''} {one.get('id') or ''}".lower()
        if any(word in names for word in _BOXES):
            return True
    return False


def _between(loose: list[Block], gap: list[Line], usual: Collection[str]) -> list[Block]:
    """What stands between two blocks that are lines: each line that has one of the loose blocks in it, or is missed."""
    loose = list(loose)
    found: list[Block] = []
    for line in gap if len(loose) <= _MOST_LOOSE else ():
        within = [b for b in loose if len(b.key) > 2 and b.key in line.key]
        if within and 2 * sum(len(b.key) for b in within) >= len(line.key):
            at = loose.index(within[0])
            found += loose[:at]
            found.append(Block(line.text, within[0].heading, min(b.linked for b in within)))
            loose = [b for b in loose[at:] if b not in within]
        elif line.element.tag == "p" and not line.aside and _is_prose(line.text) and _look(line.element) in usual:
            found.append(Block(line.text))
    return found + loose
