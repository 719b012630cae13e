"""Which line is the headline, which the summary below it, which the section above it."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Mapping, Sequence

from newsparse.document import Range
from newsparse.stages.header.beside import BareNames
from newsparse.stages.header.fields import Field
from newsparse.stages.header.names import in_capitals, is_job, is_name, is_outlet
from newsparse.stages.header.parts import HeaderWords, compiled, plain
from newsparse.stages.header.pasted import story_text, told_share
from newsparse.stages.header.prose import is_prose
from newsparse.stages.header.top_lines import Line

_LONGEST = 220
_SITE_AFTER = r"\s[|–—-]\s|\s::\s|\s•\s"
_HYPHENS = 3
_SHORTEST = 8
_FEW = 5
_HARDLY, _MOSTLY = 0.2, 0.55
_MOST_IN_KICKER = 5
_MOST_IN_TITLE = 14
_SHARE = 0.6
"""So much of the words of an address must stand in the line that it is made of."""


def choose_headline(
    text: str,
    lines: Sequence[Line],
    words: HeaderWords,
    fields: Mapping[int, Field],
    url: str | None,
    below: Sequence[Range],
    names: BareNames,
) -> tuple[int, str] | None:
    """The index (in `lines`) of the headline among the lines of a top that has other marks of a header.

    The headline stands above byline and date. Of the lines there that could be one it is the one that the
    article's address spells, else the one that is printed twice, else the first of five words or more, else
    the first.

    Args:
        text: the article.
        lines: those of the top.
        words: the language's header words.
        fields: those of them that have a label, as an export prints it; "headline" settles it.
        url: the article's address.
        below: the blocks below the top, the story among them.
        names: those whom the lines name.
    """
    labelled = [place for place, field in fields.items() if field.holds == "headline"]
    if labelled:
        return labelled[0], "header.field.labelled"
    anchors = [i for i, line in enumerate(lines) if line.anchor]
    first_anchor = anchors[0] if anchors else len(lines)
    twice = False
    for floor, ceiling in ((0, first_anchor), (first_anchor + 1, len(lines))):
        could = [i for i in range(floor, ceiling) if i not in fields and _could_be(text, lines[i], words, names)]
        if not floor and could and _stands_twice_below(text, lines, could, ceiling):
            twice = True
            continue
        if floor and could and not twice and text[lines[could[0]].range[1] - 1] in '.!?"”»':
            # Below the byline a sentence is the story's first.
            return None
        if could:
            spelt = _spelt_in_address(text, lines, could, url)
            if spelt is not None:
                return spelt, "header.headline.above_byline"
            return _told(text, lines, could, _best(text, lines, could, words), below)
    two = [i for i in range(first_anchor) if i not in fields and _is_two_words(text, lines[i], words)]
    return (two[-1], "header.headline.above_byline") if two else None


def _is_two_words(text: str, line: Line, words: HeaderWords) -> bool:
    """Whether a line is two words, the second one a small one, as in a sentence: `Bridge reopens`."""
    first, _, second = text[slice(*line.range)].partition(" ")
    plain = line.part is None and not line.anchor and first[0].isupper() and second.isalpha() and second.islower()
    return plain and not _is_section(f"{first} {second}", words)


def _told(
    text: str, lines: Sequence[Line], could: list[int], best: tuple[int, str], below: Sequence[Range]
) -> tuple[int, str]:
    """The best line, or, where it shares hardly a word with the story, the first one that shares most of its own."""
    if could == [best[0]]:
        return best
    told = story_text(text, below)
    if told_share(text, lines[best[0]].range, told) >= _HARDLY:
        return best
    for i in could:
        if told_share(text, lines[i].range, told) >= _MOSTLY:
            return i, "header.headline.above_byline"
    return best


def _stands_twice_below(text: str, lines: Sequence[Line], could: list[int], anchor: int) -> bool:
    """Whether all lines above the first byline or date are sentences or a few words, and one below it stands twice."""
    above = [text[slice(*lines[i].range)] for i in could]
    if not all(said[-1] == "." or len(said.split()) < _FEW for said in above):
        return False
    said = [text[slice(*line.range)] for line in lines[anchor + 1 :] if line.part is None and not line.prose]
    return any(one == other and len(one.split()) >= _FEW for one, other in itertools.pairwise(said))


def _spelt_in_address(text: str, lines: Sequence[Line], could: list[int], url: str | None) -> int | None:
    """The line whose words the last part of the address is made of, where it is made of words."""
    if url is None:
        return None
    steps = [step for step in url.split("?")[0].split("#")[0].split("/") if step.count("-") >= _HYPHENS]
    slug = set(compiled(r"[a-z]{3,}").findall(steps[-1].lower())) if steps else set()
    if len(slug) < _HYPHENS:
        return None
    said = {i: _spellings(text[slice(*lines[i].range)].lower()) for i in could}
    share = {i: len(slug & found) / len(slug) for i, found in said.items()}
    best = max(could, key=lambda i: share[i])
    return best if share[best] >= _SHARE and sum(share[i] == share[best] for i in could) == 1 else None


def _spellings(low: str) -> set[str]:
    """The words of a line as addresses spell them: without marks on letters, or `ae` for `ä`."""
    if low.isascii():
        return set(compiled(r"[a-z]{3,}").findall(low))
    bare = "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
    german = low.translate({0xE4: "ae", 0xF6: "oe", 0xFC: "ue", 0xDF: "ss"})
    return set(compiled(r"\p{L}{3,}").findall(f"{low} {bare} {german}"))


def _could_be(text: str, line: Line, words: HeaderWords, names: BareNames) -> bool:
    start, end = line.range
    if line.part is not None or line.anchor or not 8 <= end - start <= _LONGEST:
        return False
    said = text[start:end]
    parts = said.split()
    worded = len(parts) > 2 and sum([part[0].isalpha() for part in parts]) > 2
    if not worded and len(compiled(r"\p{L}++").findall(said)) < 3:
        return False
    if said.endswith((",", "|")) or _is_section(said, words):
        return False
    if words.abroad and is_job(said.lower(), words):
        return False
    if len(parts) <= 4 and in_capitals(said) and is_outlet(parts[-1].lower(), words):
        return False  # "The Tarn Post"
    if len(parts) <= 3 and is_name(text, start, end, words):
        return False
    people = names[start, end]  # last, as it takes longest
    return not any(person.role or person.organization or (words.kickers and person.location) for person in people)


def _is_section(said: str, words: HeaderWords) -> bool:
    """Whether a line is a section's name, or the names of several ("Social et Économie")."""
    low = said.lower()
    if low in words.sections or not words.abroad:
        return low in words.sections
    pieces = compiled(r"\s*+[|/>»›•&,]\s*+|\s(?:und|et|y|e|e\s|ed)\s").split(low)
    return all(piece in words.sections for piece in pieces)


def _best(text: str, lines: Sequence[Line], could: list[int], words: HeaderWords) -> tuple[int, str]:
    said = {i: text[slice(*lines[i].range)] for i in could}
    for i in could:
        for j in could:
            if j > i and said[i] != said[j] and said[i].endswith(said[j]):
                # "Home Ferry line drops night sailings", then the headline itself; "Ferries: Night line dropped" is
                # one with its kicker.
                kicker = said[i].removesuffix(said[j]).endswith(": ")
                return i if kicker else j, "header.headline.repeated"
            if said[i].startswith(said[j]) and compiled(_SITE_AFTER).match(said[i], pos=len(said[j])):
                return j, "header.headline.repeated"  # "Ferry line drops night sailings | The Tarn Post"
    # A line that ends in a full stop is a summary or a notice where another one does not.
    open_ended = [i for i in could if not said[i].endswith((".", ".”", '."'))] or could
    repeated = [i for i in open_ended if sum(said[i] == said[j] for j in could) > 1]
    if repeated:
        return repeated[-1] if repeated[-1] - repeated[0] <= 3 else repeated[0], "header.headline.repeated"
    long = [i for i in open_ended if len(said[i].split()) >= 5]
    first = open_ended[0]
    if words.abroad and (above := _above_summary(text, lines, first, words)) is not None:
        return above, "header.headline.above_summary"
    if words.kickers and (below := _below_kicker(text, lines, open_ended, words)):
        return below, "header.headline.below_kicker"
    if long and long[0] != first:
        # A short line above a longer one is the series ("The Long Read") if a summary follows, else the headline.
        few = len(said[first].split()) < 4 and not (words.kickers and _has_verb(said[first], words))
        rubric = few or (len(long) > 1 and len(said[long[0]].split()) <= 16)
        return (long[0] if rubric else first), "header.headline.above_byline"
    return first, "header.headline.above_byline"


def _above_summary(text: str, lines: Sequence[Line], first: int, words: HeaderWords) -> int | None:
    """The line of two words right above the first that could be one, where that one is sentences: `Hafen dicht`."""
    summary = text[slice(*lines[first].range)]
    if not (summary[-1] == "." or compiled(r"\p{Ll}\.\s\p{Lu}").search(summary)) or first == 0:
        return None
    line = lines[first - 1]
    said = text[slice(*line.range)]
    plain = line.part is None and not line.anchor and not line.prose and said[-1] not in ".,:|"
    if not plain or len(said.split()) != 2 or len(said) < _SHORTEST or _is_section(said, words):
        return None
    return None if said.split()[0].lower() in words.given else first - 1


def _has_verb(said: str, words: HeaderWords) -> bool:
    """Whether a line has small words other than those that join, where nouns are printed with capitals."""
    return any(word.islower() and word not in words.small for word in said.split())


def _below_kicker(text: str, lines: Sequence[Line], open_ended: list[int], words: HeaderWords) -> int | None:
    """The second of two lines at the top, where the first is a few words long and a summary or byline follows."""
    if len(open_ended) < 2 or open_ended[1] != open_ended[0] + 1 or open_ended[1] + 1 >= len(lines):
        return None
    kicker, title = (text[slice(*lines[i].range)] for i in open_ended[:2])
    if (
        _has_verb(kicker, words)
        or len(kicker.split()) > _MOST_IN_KICKER
        or kicker[-1] in "?!:…"
        or len(title.split()) > _MOST_IN_TITLE
    ):
        return None
    follows = lines[open_ended[1] + 1]
    return open_ended[1] if (follows.prose or follows.anchor) and ". " not in title else None


def plain_headline(text: str, blocks: Sequence[Range]) -> Range | None:
    """The headline of a text that is nothing but a title and paragraphs, or none where it starts with a sentence."""
    if len(blocks) < 2:
        return None
    start, end = blocks[0]
    said = text[start:end]
    if end - start > _LONGEST or len(said.split()) < 2:
        return None
    if said[0] in "\"“'‘„«»" and not _opens_with_title(said):
        return _quoted_title(text, blocks)
    if not _prose_after(text, blocks):
        return None
    if not said.endswith((".", "!", "?", "…", ":", '"', "”")):
        return blocks[0]
    if said.endswith(":"):
        return None
    if _title_case(said):
        return blocks[0]
    if said.endswith("?"):
        return blocks[0] if end - start <= 110 else None
    speaking = plain(r"\b(?:said|told|asked|added|replied)\b").search(said)
    one_sentence = end - start <= 90 or not compiled(r"[.!?][\"”]?\s+\p{Lu}").search(said)
    followed = len(blocks) > 3 or text[blocks[1][0] : blocks[1][0] + 4].isupper()
    return blocks[0] if followed and end - start <= 120 and one_sentence and not speaking else None


def _opens_with_title(said: str) -> bool:
    """Whether the quotation that opens a line is a few words of it: `'Low Tide' star is ready`."""
    closing = {"“": "”", "‘": "’", "„": "“", "«": "»", "»": "«"}.get(said[0], said[0])
    closed = said.find(closing, 1)
    return 0 < closed < 0.6 * len(said) and said[closed - 1].isalpha() and said[closed + 1 : closed + 2] == " "


def _quoted_title(text: str, blocks: Sequence[Range]) -> Range | None:
    start, end = blocks[0]
    said = text[start:end]
    if end - start > 140 or said.endswith((".", '."', ".”")) or not _prose_after(text, blocks) or len(said.split()) < 3:
        return None
    return None if compiled(r"[\"”’']\s(?:he|she|\p{Lu}\w+)\ssaid$").search(said) or said[-1] in '"”!?' else blocks[0]


def _prose_after(text: str, blocks: Sequence[Range]) -> bool:
    """Whether the title is parted from what follows by a blank line, and prose follows."""
    gap = text[blocks[0][1] : blocks[1][0]]
    parted = gap.replace("\r\n", "\n").count("\n") > 1 or "\u2029" in gap
    if parted:
        return any(is_prose(text, *block) for block in blocks[1:4])
    return len(blocks) > 2 and any(is_prose(text, *block) for block in blocks[2:4]) and is_second_line(text, blocks)


def is_second_line(text: str, blocks: Sequence[Range]) -> bool:
    """Whether the second block is a second line of the headline: right below it, and a blank line after."""
    if len(blocks) < 3 or blocks[1][1] - blocks[1][0] > _LONGEST:
        return False
    close = text[blocks[0][1] : blocks[1][0]].replace("\r\n", "\n").count("\n") == 1
    parted = text[blocks[1][1] : blocks[2][0]].replace("\r\n", "\n").count("\n") > 1
    return close and parted


def _title_case(said: str) -> bool:
    long = compiled(r"[\p{L}'’-]{4,}").findall(said)
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)
