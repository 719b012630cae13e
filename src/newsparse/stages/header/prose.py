"""What reads as story, by length and end: the rest of a page's lines are told from it."""

from __future__ import annotations

from newsparse.stages.header.parts import compiled


def is_said(text: str, start: int, end: int) -> bool:
    """Whether a short line is a sentence, or an answer in an interview (`A: No.`), and no line of the page's own."""
    words = text[start:end].split(None, 3)
    return text[end - 1] in '.!?"”' and (len(words) >= 3 or words[0] in ("A:", "Q:"))


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether a block reads as story: a sentence long enough, with its end."""
    length = end - start
    closed = text[end - 1] in ".?!\"”’'…:“»" or text[max(start, end - 3) : end].endswith(("”)", ".)", "♦"))
    ended = text[end - 1] in '.”"!“»' and " " in text[start:end]
    return length >= 400 or (length >= 90 and closed) or (length >= 45 and ended)


def is_place_alone(text: str, start: int, end: int) -> bool:
    """Whether a line is a place with a dash after it, the story's first words on the next: `OSTHAVEN —`."""
    shape = r"\p{Lu}{3,}[\p{Lu}\s.,'’-]*+(?:,\s\p{L}[\p{L}. ]*+)?+(?:\s?\([^()]{2,20}\)\s?)?+[—–-]{1,2}"
    return end - start <= 60 and text[end - 1] in "—–-" and compiled(shape).fullmatch(text, start, end) is not None


def announces_speaker(text: str, start: int, end: int) -> bool:
    """Whether a line announces somebody in a transcript: `ANN LEE, HOST:`."""
    return text[end - 1] == ":" and 4 <= end - start <= 60 and text[start:end].isupper()
