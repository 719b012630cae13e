"""Lines that are no story by what they say alone, wherever they stand: buttons, credits, corrections."""

from __future__ import annotations

import functools

import regex

from newsparse.stages.header.parts import (
    BRACKETS,
    HEAD,
    HeaderWords,
    Part,
    compiled,
    first_words,
    header_words,
    plain,
)
from newsparse.stages.header.shapes import may_be_address, read_shape

_LONGEST_PHRASE = 80
_LONGEST_SHORT = 90
"""A longer line is told by how it opens or ends, or by an address in it."""
_ENDS = '.?!"”'
"""What a sentence ends in, and no credit."""
_LONGEST_OPENING = 400
_LONGEST_CAPTION = 700
_LONGEST_WORD = 40
_LONGEST_LEAD = 48
_LONGEST_CREDIT = 160
_QUOTES = '"“”„«»'
_BACK = "←↩⟵"
"""What a link to the page before begins with."""
_PARTING = frozenset(("via", "for", "and", "-", "–", "—"))
"""What parts the pieces of a credit, besides commas, slashes and bars."""
_PICTURED = ("photo", "picture", "avatar", "profile")
_IN_CREDITS = ("photo", "picture", "image", "credit", "illustration", "graphic", "video")
_WORD = r"\p{L}[\p{L}-]*+"


def is_plain(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether a line is a sentence, or more, which nothing marks as a line of the page or of the story's foot.

    Most paragraphs are told by this alone, without `read_line` and (where nobody is named inside) `read_closing`.
    """
    if end - start <= _LONGEST_SHORT or text[end - 1] not in _ENDS:
        return False
    head = text[start : start + HEAD].lower()
    if head in words.heads or head[0] in words.heads or text.find("@", start, end) >= 0:
        return False
    return not may_be_address(text, start, end)


def read_line(text: str, start: int, end: int, words: HeaderWords) -> Part | None:
    """What the line is by its own words, or none where it may be story.

    Args:
        text: the article.
        start: where the line begins.
        end: where it ends.
        words: the language's header words.
    """
    length = end - start
    last = text[end - 1]
    if length > _LONGEST_CAPTION or (length > _LONGEST_OPENING and last in '."”’?!'):
        return None
    if length <= _LONGEST_PHRASE and (rule := _short(text, start, end, text[start:end].lower(), words)):
        return Part("furniture", (start, end), rule)
    if rule := read_shape(text, start, end):
        return Part("furniture", (start, end), rule)
    if length <= _LONGEST_OPENING and (found := _opening(text, start, end, words)) is not None:
        return found
    if last not in '.?!"”:,;' and (rule := _credit(text, start, end, words)):
        return Part("credit", (start, end), rule)
    return None


def _opening(text: str, start: int, end: int, words: HeaderWords) -> Part | None:
    """What a line is that opens as lines of the page, credits or corrections do."""
    begin = start + (text[start] in BRACKETS)
    head = text[begin : begin + HEAD].lower()
    if head not in words.heads and head[:1] not in words.heads:
        return None
    said = text[begin : min(end, begin + _LONGEST_WORD)].split(None, 1)
    if not said:
        return None
    first = said[0].lower()
    could = words.openings.get(first)
    if could is None:
        could = words.openings.get(first.rstrip(":")) if first[-1] == ":" else None
    if could is None:
        return None
    # To make small what can't be reached takes longer than all the rest.
    low = text[begin : min(end, begin + could.reach)].lower()
    if not low.startswith(could.starts):
        return None
    for opening, kind, rule in could.rows:
        if low.startswith(opening) and _whole(low, opening) and (kind != "credit" or end - start <= _LONGEST_CREDIT):
            return Part(kind, (start, end), rule)
    return None


def list_label(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether the line is a label above a list of other stories ("Related articles", "More from the Tarn Post")."""
    if _leads_on(text, start, end, words):
        return True
    return end - start <= 40 and text[start:end].lower().strip(" :.…") in words.list_labels


def _leads_on(text: str, start: int, end: int, words: HeaderWords) -> bool:
    """Whether a line is a label and a name after it: `More from the Tarn Post`."""
    low = text[start:end].lower()
    if not low.startswith(words.list_leads) or end - start > _LONGEST_LEAD or text[end - 1] in ".?!":
        return False
    return all(part[:1].isupper() or part in ("the", "of", "and", "&") for part in text[start:end].split()[2:])


def _whole(low: str, opening: str) -> bool:
    return not opening[-1].isalnum() or not low[len(opening) : len(opening) + 1].isalpha()


def _short(text: str, start: int, end: int, low: str, words: HeaderWords) -> str | None:
    phrase = low.strip(" :.…»›>|-*•+0123456789()")
    # "More:" may lead on to what is said next; "Read more:" does not.
    if phrase in words.phrases and (low[-1] != ":" or " " in phrase or phrase in words.list_labels):
        return "header.furniture.phrase"
    if text[start] in _BACK or (low.startswith(words.list_leads) and _leads_on(text, start, end, words)):
        return "header.furniture.phrase"
    if text[end - 1] in '.?!"”':
        return None
    first = low.split(None, 1)[0] if low.strip() else ""
    if not first.isalpha():
        found = compiled(_WORD).search(low)
        if found is None:
            return None if any(mark in text[start:end] for mark in _QUOTES + "?!'") else "header.furniture.no_words"
        first = found.group()
    if first in words.buttons:
        letters = compiled(_WORD).findall(low)
        if all(one in words.buttons for one in letters) and not words.small.issuperset(letters):
            return "header.furniture.button_row"
    if (
        ("'" in low or "’" in low)
        and any(word in low for word in _PICTURED)
        and _photo_line().fullmatch(text, start, end)
    ):
        return "header.furniture.photo_line"
    # « Non » : in French that is a quotation.
    if (" > " in low or (" » " in low and "«" not in low) or " › " in low) and end - start <= _LONGEST_PHRASE:
        return "header.furniture.breadcrumbs"
    return None


@functools.cache
def _photo_line() -> regex.Pattern[str]:
    # "Dana Ortiz's Photo": the caption of an author's picture.
    return regex.compile(
        r"(?:\p{Lu}[\p{L}.-]*+ ){1,3}+\p{Lu}[\p{L}.-]*+['’]s? (?:Photo|Picture|Avatar|Profile)(?: \w+)?+"
    )


def _credit(text: str, start: int, end: int, words: HeaderWords) -> str | None:
    """A credit line ("Ann Lee/Reuters"), or a caption that ends in one."""
    tail = text[max(start, end - 90) : end]
    if tail.endswith(")"):
        opened = tail.rfind("(")
        if opened >= 0 and _is_credit(tail[opened + 1 : -1], words, marked=end - start > 150):
            return "header.credit.caption"
        return None
    if end - start <= 70 and _is_credit(text[start:end], words, marked=False):
        return "header.credit.line"
    found = _caption_tail(words.code).search(tail) if words.abroad or _may_end_in_credit(tail) else None
    if found and _is_credit(found.group("credit"), words, marked=True):
        return "header.credit.caption"
    return None


def _may_end_in_credit(tail: str) -> bool:
    """Whether a line's end has what `_caption_tail` finds a credit behind: a sentence's end, or a label."""
    return "." in tail or ":" in tail or "Photo" in tail or ")" in tail or "”" in tail or '"' in tail


@functools.cache
def _caption_tail(code: str) -> regex.Pattern[str]:
    # After the caption's own full stop: "... on Monday. Ann Lee/Reuters", "... Photo by Ann Lee /Agency".
    begins = "Photo by|Picture:|Credit:|Image:|AP Photo"
    if code == "en":
        return regex.compile(rf"(?:[.)”\"]\s?+|\b(?={begins}))(?P<credit>[^.]{{2,60}}+)$")
    return regex.compile(
        rf"(?:[.)”\"“»]\s?+|\b(?={begins}|(?i:\L<pictures>)\s?[:/©])|(?=©))(?P<credit>[^.]{{2,60}}+)$",
        pictures=header_words(code).credit_words,
    )


@functools.cache
def _credit_word(code: str) -> regex.Pattern[str]:
    words = r"photos?|pictures?|images?|credit|illustration|graphic"
    if code == "en":
        return regex.compile(rf"(?i)^(?:\w++ ){{0,2}}(?:{words}|video)\b(?:\s?[:/]|\sby\b|$)")
    by = header_words(code).byline_labels
    return regex.compile(
        rf"(?i)^(?:\w++ ){{0,2}}(?:(?:{words}|\L<pictures>)\b(?:\s?[:/©]|\s\L<by>\b|$)|©)",
        pictures=header_words(code).credit_words,
        by=[label for label in by if " " not in label],
    )


def _is_credit(said: str, words: HeaderWords, *, marked: bool) -> bool:
    """Whether a stretch names a picture's maker: pieces that are names, with an agency or "Photo" among them.

    Args:
        said: the stretch.
        words: the language's header words.
        marked: more than an agency's name alone is asked for.
    """
    if (words.abroad or _names_picture(said)) and _credit_word(words.code).match(said):
        return True
    if not ("," in said or "/" in said or "|" in said) and _PARTING.isdisjoint(said.split()):
        return not marked and said.strip().lower() in words.agencies  # one piece
    parted = said.lower().replace(",", " ").replace("/", " ").replace("|", " ").split()
    if first_words(words.agencies).isdisjoint(parted):
        return False
    pieces = [piece.strip() for piece in plain(r"\s?[,/|]\s?(?:via\s)?|\s(?:via|for|and)\s|\s[-–—]\s").split(said)]
    pieces = [piece for piece in pieces if piece]
    agencies = sum(piece.lower() in words.agencies for piece in pieces)
    if not agencies or (marked and len(pieces) < 2):
        return False
    return all(piece.lower() in words.agencies or _capitalised(piece) for piece in pieces)


def _names_picture(said: str) -> bool:
    """Whether a stretch may hold what `_credit_word` looks for; most hold none, and this is quicker."""
    low = said.lower()
    if not any(word in low for word in _IN_CREDITS):
        return False
    opening = " ".join(low.split(" ", 3)[:3])
    return any(word in opening for word in _IN_CREDITS)


def _capitalised(piece: str) -> bool:
    parts = piece.split()
    return len(parts) <= 4 and all(part[0].isupper() for part in parts)
