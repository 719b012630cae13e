"""What stands before the name in a byline: `unserer Korrespondentin Lena Hartwig`, `à Kiev, Lise Verdier`."""

from __future__ import annotations

from typing import NamedTuple

from newsparse.document import Range
from newsparse.stages.header.names import is_role
from newsparse.stages.header.parts import HeaderWords, compiled

_LONGEST_TOLD = 80
"""Within so many characters a line that opens with a place names who tells from there."""


class Lead(NamedTuple):
    """The words before the first name.

    Attributes:
        end: where the name begins.
        role: the job title among them.
        place: the place among them.
    """

    end: int
    role: Range | None = None
    place: Range | None = None


def told_from(text: str, start: int, end: int, words: HeaderWords) -> tuple[str, int] | None:
    """The label of a byline that opens with the place (`Aus Osthaven berichtet`): what it says and where it ends."""
    if not words.joints["told"]:
        return None
    parts = list(compiled(r"\S+").finditer(text, pos=start, endpos=min(end, start + _LONGEST_TOLD)))
    if len(parts) < 4 or parts[0].group().lower() not in words.joints["place"]:
        return None
    for part in parts[1:]:
        if part.group() in words.joints["told"]:
            return ("by", part.end()) if part is not parts[1] else None
        if not part.group()[0].isupper():
            return None
    return None


def read_lead(text: str, start: int, end: int, words: HeaderWords) -> Lead:
    """The job title and the place that stand before the names of a byline; nothing where the name comes first.

    Args:
        text: the article.
        start: where the byline begins after its label.
        end: where it ends.
        words: the language's header words.
    """
    parts = [found.span() for found in compiled(r"\S+").finditer(text, pos=start, endpos=end)]
    said = [text[slice(*part)].strip(",:") for part in parts]
    role: Range | None = None
    place: Range | None = None
    at = 0
    while at < len(parts) - 1:
        low = said[at].lower()
        if low in words.joints["place"] and said[at + 1][:1].isupper() and at + 2 < len(parts):
            place = (parts[at + 1][0], parts[at + 1][0] + len(said[at + 1]))
            at += 2
        elif low and (is_role(low, words) or (said[at].islower() and low in words.role_words)):
            role = (parts[at][0] if role is None else role[0], parts[at][0] + len(said[at]))
            at += 1
        else:
            break
    if at == 0 or at >= len(parts):
        return Lead(start)
    return Lead(parts[at][0], role, place)


def after_role(text: str, start: int, end: int, words: HeaderWords) -> int:
    """Where the name begins after a job title (`Political Editor Ann Lee`); the start where none stands first."""
    if words.code != "en" or not _is_of_title(text[start:end].split(None, 1)[0].lower(), words):
        return start
    parts = list(compiled(r"\S++").finditer(text, pos=start, endpos=end))
    for last in range(len(parts) - 2):
        low = parts[last].group().lower()
        if not _is_of_title(low, words):
            break
        following = parts[last + 1].group()
        if low in words.roles and following[0].isupper() and not _is_of_title(following.lower(), words):
            return parts[last + 1].start()
    return start


def _is_of_title(low: str, words: HeaderWords) -> bool:
    return low in words.roles or low in words.role_words or low in words.nobody


def after_title(text: str, start: int, end: int, words: HeaderWords) -> int:
    """Where the name begins after `Dr.` or `Prof.`, if two words are left."""
    while found := compiled(r"(\p{Lu}\S*?)\.?\s(?=\S+\s\S)").match(text[start:end]):
        title = found.group(1).lower()
        if title not in words.joints["title"] and not (words.role_endings and title.endswith(words.role_endings)):
            break
        start += found.end()
    return start
