"""The headline: what stands above the story, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from newsparse.html.declared import Declared
from newsparse.html.folding import fold_title
from newsparse.html.tree import Element, Line, is_called

_LONGEST = 300
"""No headline has more characters."""
_MOST_HEADINGS = 50
"""A page has no more headings that could be the headline."""
_MOST_BEFORE = 3
"""How many words a label before the headline has at most: "Live"."""
_LEAST_WORDS = 4
"""How many words a line has at least that is taken for the headline by what it is called, ..."""
_MOSTLY_SHARED = 0.5
"""... and which share of them a declared title has too."""
_SIGNS = ("headline", "title")
"""What the makers of pages call a headline."""
_LEAST_SHARED = 0.4
"""The share of words from which a heading is the declared title, printed in another way."""


@attrs.frozen(kw_only=True)
class Title:
    """The headline.

    Attributes:
        text: its words.
        line: the number of the visible line that it is, or none.
        rule: the rule that decided.
        doubt: what speaks against it, or "".
    """

    text: str
    line: int | None = None
    rule: str
    doubt: str = ""


def decide_title(declared: Declared, lines: Sequence[Line], story: int | None) -> Title | None:
    """The headline, or none where the page has none.

    Args:
        declared: what the page declares.
        lines: what a reader sees.
        story: the number of the line where the story begins, where known.
    """
    sites = [fold_title(site) for site in declared.sites]
    titles = [text for claim in declared.titles if fold_title(text := without_site(claim.value, sites)) not in sites]
    titles = [text for text in dict.fromkeys(titles) if text and len(text) <= _LONGEST]
    could = [one for one in _headings(lines) if fold_title(one[1]) not in {*sites, ""}]
    best = max(could, key=lambda one: (_shared(one[1], titles), -_distance(one[0], story)), default=None)
    if best is not None and _shared(best[1], titles) >= _LEAST_SHARED:
        return Title(text=_printed(best[1], titles), line=best[0], rule="page.headline.shown")
    above = {line.key: i for i, line in reversed([*enumerate(lines[: _until(lines, story)])]) if not line.aside}
    for text in (*titles, *_pieces(titles)):
        if (number := above.get(fold_title(text))) is not None:
            # The line may lack the kicker above it, or have it run in: then the first title is how it reads.
            key, first = fold_title(text), fold_title(titles[0])
            whole = titles[0] if text in titles and (key in first or first in key) else lines[number].text
            return Title(text=whole, line=number, rule="page.headline.shown")
    near = [one for one in could if story is None or one[0] < story]
    if near and len(near[-1][1].split()) >= 4:
        doubt = f"the page declares another headline: {titles[0]}" if titles else ""
        return Title(text=near[-1][1], line=near[-1][0], rule="page.headline.shown", doubt=doubt)
    alike = _alike(lines[: _until(lines, story)], titles)
    if alike is not None:
        return Title(text=lines[alike].text, line=alike, rule="page.headline.shown")
    if titles:
        return Title(text=titles[0], rule="page.headline.declared")
    return Title(text=near[-1][1], line=near[-1][0], rule="page.headline.shown") if near else None


def _pieces(titles: Sequence[str]) -> list[str]:
    """The titles without what stands before a colon or behind the last bar or dash, which may name section or site."""
    found = [title[: bars[-1].start()] for title in titles if (bars := [*_BAR.finditer(title)])]
    found += [title.split(": ", 1)[1] for title in titles if ": " in title]
    return [piece.strip() for piece in found if len(piece.split()) >= _LEAST_WORDS - 1]


def _alike(lines: Sequence[Line], titles: Sequence[str]) -> int | None:
    """The line that is called a headline and has most words in common with a declared title."""
    could = []
    for i, line in enumerate(lines):
        if not line.aside and len(line.text) <= _LONGEST and len(line.text.split()) >= _LEAST_WORDS:
            parent = line.element.getparent()
            called = [
                one
                for one in (line.element, parent)
                if one is not None and is_called(one, _SIGNS) and not is_called(one, ("sub",))
            ]
            if called and (shared := _shared(line.text, titles)) >= _MOSTLY_SHARED:
                could.append((shared, -i))
    return -max(could)[1] if could else None


def _until(lines: Sequence[Line], story: int | None) -> int:
    return len(lines) if story is None else story + 1


def _headings(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The headings of the first level: the number of the last line of each, and its words, of all its lines."""
    found: list[tuple[int, str]] = []
    last: Element | None = None
    for number, line in enumerate(lines):
        if len(found) > _MOST_HEADINGS:
            break
        top = _first_level(line) if line.heading == 1 else None
        if top is not None and top is last:
            found[-1] = (number, f"{found[-1][1]} {line.text}")
        elif top is not None:
            found.append((number, line.text))
        last = top
    return found


def _first_level(line: Line) -> Element:
    element = line.element
    while element.tag != "h1" and (parent := element.getparent()) is not None:
        element = parent
    return element


def _distance(line: int, story: int | None) -> int:
    return 0 if story is None else abs(story - line)


def _shared(text: str, titles: Sequence[str]) -> float:
    """The largest share of words, of the shorter one, that a line has in common with a declared title."""
    words = set(re.findall(r"\w+", text.casefold()))
    best = 0.0
    for title in titles:
        other = set(re.findall(r"\w+", title.casefold()))
        least = min(len(words), len(other))
        if fold_title(title) == fold_title(text):
            return 2.0
        if least >= 2:
            best = max(best, len(words & other) / least)
    return best


def _printed(text: str, titles: Sequence[str]) -> str:
    """The heading; or, of what is declared, the same words with marks between them, where it was several lines; what
    stands in it after a few words of a label ("Live"); and what it holds, where it holds far more than a headline.
    """
    same = [title for title in titles if fold_title(title) == fold_title(text)]
    if same and text not in same and len("".join(same[0].split())) > len("".join(text.split())):
        return same[0]
    for title in titles:
        before = text[: -len(title)].split() if text.endswith(title) else []
        if 0 < len(before) <= _MOST_BEFORE and before[-1][-1] not in ":|-–—":
            return title
    if len(text) <= _LONGEST:
        return text
    return next((title for title in titles if title in text), titles[0])


def without_site(title: str, sites: Sequence[str]) -> str:
    """A title without the name of the site after or before a bar or dash.

    Args:
        title: as declared.
        sites: folded names of the site.
    """
    title = title.strip()
    for _ in range(3):
        last = max((found for found in _BAR.finditer(title)), key=lambda found: found.start(), default=None)
        if last is None:
            break
        tail = fold_title(title[last.end() :])
        bar = last.group().strip() in "|•·»›"
        if not (_names_site(tail, sites) or (bar and len(title[last.end() :].split()) <= 4)):
            break
        title = title[: last.start()].rstrip()
    first = _BAR.search(title)
    if first is not None and _names_site(fold_title(title[: first.start()]), sites):
        title = title[first.end() :].lstrip()
    return title


_BAR = re.compile(r"\s+[|•·»›–—-]+\s+|\s*\|\s*")


def _names_site(words: str, sites: Sequence[str]) -> bool:
    return any(
        words == site or (len(site) > 4 and (words.endswith(site) or words.startswith(site))) for site in sites if site
    )
