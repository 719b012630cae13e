"""Lines that belong to the page or the wire by their shape, whatever their words are: slugs, end marks, counts."""

from __future__ import annotations

import functools

import regex

from newsparse.stages.header.parts import compiled, find_figure, plain

_LONGEST = 90
_LONGEST_ADDRESS = 260
"""No line that is told by its shape has more characters."""
_COUNTED = ("word", "of", "/", "comment", "share", "view", "repl", "like", "reaction", "response", "min", "document")
"""What is counted on a page, or stands between two figures."""
_COUNTING = (
    *"length word image photo slide picture video page part comment share view like estimated read document".split(),
    *"one two three four five".split(),
)
"""What such a line begins with, where it begins with a letter."""
_HEADS = frozenset((*(word[:3] for word in _COUNTING), "end", "sou", "wit", "ed:", "eds", "edi"))
"""The first three letters of counts, end marks and slugs without other marks."""
_QUOTES = "\"'“”‘’„«»"
_COUNT_BLANKS = 7
"""No such line has more blanks."""


def may_be_address(text: str, start: int, end: int) -> bool:
    """Whether a line has the marks of an address: most have none, and telling that is much quicker than the search."""
    if end - start > _LONGEST_ADDRESS:
        return False
    return text.find("@", start, end) >= 0 or (
        text.find("-", start, end) >= 0 and find_figure(text, start, end) is not None
    )


def read_shape(text: str, start: int, end: int) -> str | None:
    """The rule that takes a short line for furniture by its shape, or none.

    Args:
        text: the article.
        start: where the line begins.
        end: where it ends.
    """
    if end - start <= _LONGEST:
        said = text[start:end]
        if not _is_worded(said) and (rule := _in_short(said)):
            return rule
    if (
        may_be_address(text, start, end)
        and compiled(r"@\w|\d{3}-\d{4}").search(text, start, end)
        and plain(_ADDRESS).fullmatch(text, start, end)
    ):
        return "header.furniture.address"
    return None


def _is_worded(said: str) -> bool:
    """Whether a short line has no sign of a slug, an end mark or a count, as most have none."""
    if "/" in said or "--" in said or " Ld" in said or said[:3].lower() in _HEADS:
        return False
    return said[0].isalpha() or said[0] in _QUOTES


def _in_short(said: str) -> str | None:
    """The rule of the three that a short line is told by."""
    if said[0].isupper() and _may_be_slug(said) and _slug().fullmatch(said):
        return "header.furniture.slug"
    if _may_be_stop(said) and _stop().fullmatch(said):
        return "header.furniture.end_mark"
    if _may_count(said) and _count().fullmatch(said):
        return "header.furniture.count"
    return None


# Each of the patterns below takes a millisecond or two to compile: few articles have a line that may be any of these.


def _may_be_slug(said: str) -> bool:
    """Whether a line has a mark that each slug has, where slugs have it, or opens as an editor's note."""
    if "/" in said and said[: said.index("/")].isupper():
        return True
    if (said[2:3] == "-" and "--" in said) or " Ld" in said:
        return True
    return said.startswith("With:") or (said.startswith(("Ed", "ED")) and ":" in said[2:8])


def _may_be_stop(said: str) -> bool:
    """Whether a line begins as end marks do, or has a slash behind a few letters."""
    first = said[0]
    if first in "-–—([":
        return "30" in said or "end" in said.lower()
    return first == "#" or said[:3].lower() == "end" or said.startswith("SOURCE") or "/" in said[1:4]


def _may_count(said: str) -> bool:
    """Whether a short line has a figure or minutes, and begins with what is counted or with how many there are."""
    if said.count(" ") > _COUNT_BLANKS:
        return False
    low = said.lower()
    if not (said[0].isdigit() or said[0] in "(:" or low.startswith(_COUNTING)):
        return False
    return any(word in low for word in _COUNTED) and (find_figure(said, 0, len(said)) is not None or "min" in low)


@functools.cache
def _slug() -> regex.Pattern[str]:
    # "BC-EU--Norland-Ferries, 2nd Ld-Writethru, 410", "NORLAND-FERRIES/STRIKE (UPDATE 2)", "Eds: UPDATES with quotes."
    return regex.compile(
        r"""(?x) (?:
        [A-Z]{2} - [A-Z]{2,4}+ (?:-[A-Z]{2,4}+)?+ -- \S++ .*+
      | (?:[A-Z\d]{2,}+[-_]){0,3}+ [A-Z\d]{4,}+ / (?:[A-Z\d-]{4,}+)?+
          (?:\s?+\((?:UPDATE|WRAPUP|REPEAT|CORRECT|GRAPHIC|PIX|TV)[^()]{0,40}\))?+
      | .{0,60}? \b (?:1st|2nd|3rd|\d{1,2}th)\ Ld(?:-Writethru)?+ \b .*+
      | (?i: eds? | editors? ) : \s (?: UPDAT | RECAST | ADD | CORRECT | SUBS? | INCORPORAT | LEADS? | With | Note ) .*+
      | With: \s AP\s (?:Photo|Video|Graphic) .*+ )"""
    )


@functools.cache
def _stop() -> regex.Pattern[str]:
    # "###", "-30-", "ENDS", "(END)", "End of Document", "al/br", "mk/jt/dp"
    return regex.compile(
        r"""(?x) (?:
        \#{2,}+ | -\s?30\s?- | (?i:ends) | [-–—(\[]{1,3}\s? (?i:ends?) \s?[-–—)\]]{1,3}
      | (?i: end\ of\ (?:document|story|article) ) | SOURCE:?+\ \p{Lu}[^.?!]{2,60}+\.?+
      | \p{Ll}{1,3}+ (?: / \p{Ll}{1,4}+ ){1,3}+ (?:\ \([A-Z]{2,}\))?+ )"""
    )


@functools.cache
def _count() -> regex.Pattern[str]:
    # "412 words", "Length: 214 words", "1 of 12 |", "Image 3 of 5", "Document TARNCO0020190907ef970001b"
    return regex.compile(
        r"""(?xi) (?:
        (?:length|word\ count)? :? \s? \d{1,3} (?:[,.]?\d{3})? \s words?
      | (?:(?:image|photo|slide|picture|video|page|part)\s)? \d{1,3} \s (?:of|/) \s \d{1,3} (?:\s\||\s?photos)?
      | \(?\d{1,3}(?:,\d{3})*\)? \s? (?:comments?|shares?|views?|replies|likes?|reactions?|responses?) (?:\s?\|)?
      | (?:comments?|shares?|views?|likes?) \s? [:(]? \s? \d{1,6} \)?
      | (?:estimated\s)? (?:reading|read)\stime \s?:? \s? (?:about\s|approx\.?\s)? \d{1,3} \s? (?:min|minutes?|mins)\.?
      | (?:\d{1,3}|one|two|three|four|five) [\s-] min(?:ute)?s? [\s-] (?:to\s)? (?:read|listen|watch|video)
      | document \s [a-z]{2,}\d[a-z\d]{6,} )"""
    )


# "Follow Ann Lee on Twitter: @annlee", "Ann Lee covers the port. Reach her at a.lee@courier.example."
_ADDRESS = r"""(?xi) (?:
            (?: follow | contact | e-?mail | reach | tweet | message | write\ to ) \s .*
          | (?: e-?mail | twitter | x | instagram | phone | tel(?:ephone)? | fax ) \s?: \s? \S+ (?:\s\S+){0,3}
          | .* \b (?: reach | contact | e-?mail | follow ) \s (?: him | her | them | me | us | the\ \w+ ) \s
            (?: at | on | via | by ) \b .*
          | .* \b can\ be\ (?: reached | contacted | followed ) \s (?: at | on | via | by ) \b .* )"""
