"""How something is said (`at a briefing`) and what it is taken from (`in a statement`, `told Reuters`)."""

from __future__ import annotations

from bisect import bisect_left

from newsparse.document import Document, Range
from newsparse.stages.details.frame import Frame
from newsparse.stages.details.traces import INTO, LONGEST

_WITHIN = frozenset(["a", "an", "the", "his", "her", "its", "their", "our", "my", "this", "that", "another", "one"])
_INNER = frozenset({"of", "&"})
_MADE = 5
"""So many words after its verb at most end the name of what is issued."""


def find_media(
    doc: Document, frame: Frame, addressee: Range | None, openings: list[int] | None, *, according: bool
) -> tuple[Range | None, Range | None]:
    """The token ranges of medium and of `via`, either none.

    Args:
        doc: the document.
        frame: where the attribution lies.
        addressee: to whom it is said.
        openings: the prepositions of the sentence that may bring in a medium; none where it tells none.
        according: whether that word is in the sentence.
    """
    medium, carrier = _nearest(doc, frame, openings) if openings is not None else (None, None)
    outlet = _outlet_in(doc, addressee) if addressee is not None else None
    if addressee is not None and outlet is not None:
        return medium, _employer(doc, outlet) or addressee
    reporter = _reported_by(doc, frame) if according else None
    return medium, reporter or carrier


def _is_outlet(doc: Document, first: int, last: int) -> bool:
    """Whether a name is that of a newspaper, agency, broadcaster or platform."""
    low = doc.tokens.low
    words, whole = doc.language.words("outlet_words"), doc.language.words("outlets")
    phrase = low[first:last]
    if "'s" in phrase:
        phrase = phrase[: phrase.index("'s")]
    if phrase and phrase[0] == "the":
        phrase = phrase[1:]
    name = " ".join(phrase)
    if name in whole or "the " + name in whole:
        return True
    if len(phrase) == 1 and phrase[0] in doc.language.words("outlet_words_common"):
        return False
    return any(w in words for w in phrase) and "and" not in phrase


def _outlet_in(doc: Document, where: Range) -> Range | None:
    """The outlet that a phrase names, by a name or by a word like `broadcaster`."""
    low, word = doc.tokens.low, doc.tokens.word
    nouns = doc.language.words("outlet_nouns")
    last = where[0]
    while last < where[1]:
        first = last
        while last < where[1] and (word[last][0].isupper() or (last > first and low[last] in _INNER)):
            last += 1
        if last == first:
            last += 1
            continue
        end = last
        while low[end - 1] in _INNER:
            end -= 1
        called = first > 0 and low[first - 1] in nouns
        if not called and not _is_outlet(doc, first, end):
            continue
        after = low[end] if end < len(low) else ""
        if end < where[1] and after not in ("and", ",", "'s"):
            continue
        if after == "'s" and (end + 1 >= len(word) or word[end + 1] not in ('"', "“", "``", "''")):
            continue
        return first, end
    return None


def _employer(doc: Document, outlet: Range) -> Range | None:
    """The outlet in `told Bo Lind of Orlop Radio`; none where the whole name is the outlet's."""
    low, (first, last) = doc.tokens.low, outlet
    for k in range(first + 1, last - 1):
        if low[k] == "of" and _is_outlet(doc, k + 1, last) and not _is_outlet(doc, first, k):
            return k + 1, last
    return None


def _reported_by(doc: Document, frame: Frame) -> Range | None:
    """The outlet in `he said, according to Reuters` and `he said, the Post reported`, after the cue."""
    if frame.cue is None:
        return None
    low = doc.tokens.low
    begin, end = frame.cue[1], min(frame.last, frame.cue[1] + 30)
    for i in range(begin, end):
        if (
            low[i] == "according"
            and not frame.inside(i)
            and i + 2 < frame.last
            and low[i + 1] == "to"
            and not frame.inside(i + 2)
        ):
            end = i + 2
            while end < min(frame.last, i + 10) and doc.tokens.word[end][0].isalnum():
                end += 1
            report = next((k for k in range(i + 3, end) if low[k] in ("report", "story", "article")), None)
            found = _outlet_in(doc, (i + 2, report or end))
            if found is not None:
                return found if report is None else (i + 2, report + 1)
    return None


def _nearest(doc: Document, frame: Frame, openings: list[int]) -> tuple[Range | None, Range | None]:
    """The nearest phrase of a medium outside the content: it, and what is taken from (none of a setting)."""
    anchor = frame.cue or frame.source
    if anchor is None:
        return None, None
    made = _issued(doc, frame)
    if made is not None:
        return made, made
    low, cue, source = doc.tokens.low, frame.cue or (0, 0), frame.source or (0, 0)
    best: tuple[int, Range, Range | None] | None = None
    covered = 0
    for i in openings[bisect_left(openings, anchor[0] - 40) : bisect_left(openings, anchor[1] + 30)]:
        if i < covered or source[0] <= i < source[1] or (frame.inside(i) and not cue[0] <= i < cue[1]):
            continue
        found = _phrase(doc, frame, i) if low[i] != "by" else _by(doc, i + 1)
        covered = max(found[0]) if found is not None else covered
        cost = _distance(doc, frame, anchor, i) if found is not None else None
        if found is not None and cost is not None and (best is None or cost < best[0]):
            phrase, carrier = found
            best = cost, (i, phrase[1]), phrase if carrier else None
    return (best[1], best[2]) if best is not None else (None, None)


def _issued(doc: Document, frame: Frame) -> Range | None:
    """What is made to say it, by the words of the cue: `issued a statement`."""
    if frame.cue is None:
        return None
    first, last = frame.cue
    written = doc.language.words("written_statements")
    if written.isdisjoint(doc.tokens.low[max(0, first - 1) : last + _MADE]):
        return None
    return _made(doc, frame, frame.cue) or _written_in_cue(doc, frame, frame.cue)


def _written_in_cue(doc: Document, frame: Frame, cue: Range) -> Range | None:
    """`issued a statement saying`, `filed legal papers opposing`: the statement is a part of the cue."""
    low, first = doc.tokens.low, cue[0]
    written = doc.language.words("written_statements")
    for i in range(first + 1, cue[1]):
        if low[i] in written and low[i - 1] not in INTO:
            begin = _back(doc, i)
            if begin > first or low[first] in _WITHIN:
                return begin, i + 1
    source = frame.source or (0, 0)
    if low[first].endswith("ing") and first > frame.first and low[first - 1] in written and first > source[1]:
        return _back(doc, first - 1), first  # a statement calling
    return None


def _made(doc: Document, frame: Frame, cue: Range) -> Range | None:
    """`issued a statement`, where the statement is what the content begins with."""
    low, last = doc.tokens.low, cue[1]
    if low[last - 1] not in doc.language.words("issuing"):
        return None
    for i in range(last, min(last + _MADE, frame.last)):
        if low[i] in doc.language.words("written_statements"):
            return max(_back(doc, i), last), i + 1
        if low[i] in INTO or low[i] in doc.language.words("after_medium") or not low[i][0].isalnum():
            return None
    return None


def _back(doc: Document, i: int) -> int:
    """Back from a noun over its adjectives to its determiner."""
    low = doc.tokens.low
    begin = i
    while (
        begin > 0
        and i - begin < 5
        and low[begin - 1] not in doc.language.words("function_words")
        and low[begin - 1].isalpha()
    ):
        begin -= 1
        if low[begin].endswith("ed"):
            return begin + 1
    return begin - 1 if begin > 0 and low[begin - 1] in _WITHIN else begin


def _distance(doc: Document, frame: Frame, anchor: Range, i: int) -> int | None:
    word, low = doc.tokens.word, doc.tokens.low
    if anchor[0] <= i < anchor[1]:
        return 0
    if i > anchor[1]:
        between = [k for k in range(anchor[1], i) if not frame.inside(k)]
        broken = any(word[k] in (";", ":") or low[k] in ("that", "which", "who", "when", "because") for k in between)
        if (
            broken
            and word[i - 1] == ","
            and low[i] == "in"
            and i + 2 < len(low)
            and low[i + 2] in ("interview", "statement")
        ):
            return len(between)
        return None if broken or len(between) > 14 else len(between)
    fronted = all(
        not word[k][0].isalnum() or low[k] in ("and", "but", "also", "earlier") for k in range(frame.first, i)
    )
    between = [k for k in range(i, anchor[0]) if not frame.inside(k)]
    if any(low[k] in ("that", "which", "who") for k in between[1:]):
        return None
    return 5 + len(between) // 4 if fronted or len(between) < 8 else None


def _phrase(doc: Document, frame: Frame, i: int) -> tuple[Range, bool] | None:
    """What follows the preposition at `i`: a phrase and whether words are taken from it."""
    low, word = doc.tokens.low, doc.tokens.word
    plain = doc.language.words("function_words")
    carriers, settings = doc.language.words("media_carriers"), doc.language.words("media_settings")
    after = doc.language.words("after_medium")
    begin = i + 1
    if begin >= frame.last:
        return None
    joint = low[i]
    k, last = begin, min(begin + LONGEST, frame.last)
    while k < last and not (frame.inside(k) and not frame.inside(i)):
        if low[k] == "and" and word[k - 1][0].isupper() and word[k + 1 : k + 2] and word[k + 1][0].isupper():
            k += 1
            continue
        if low[k] in after or not (word[k][0].isalnum() or word[k] in (".", "'s", "’s", "'", "“", '"', "-", "&")):
            break
        noun = low[k]
        if frame.cue == (k, k + 1):
            break  # show, the verb
        if low[k + 1 : k + 2] == ("of",) and noun in doc.language.words("media_of"):
            break  # in a show of force
        ends = k + 1 >= len(low) or not low[k + 1][0].islower() or low[k + 1] in plain or low[k + 1].endswith("ed")
        if joint in ("in", "on", "via", "through", "during", "at", "from") and ends:
            if noun in carriers and joint != "at":
                return _with_outlet(doc, frame, begin, k + 1)
            if noun in settings:
                return (begin, k + 1), False
        if k > begin and low[k] in INTO:
            break
        k += 1
    return _named_outlet(doc, frame, joint, begin)


def _named_outlet(doc: Document, frame: Frame, joint: str, begin: int) -> tuple[Range, bool] | None:
    """The outlet that begins right after the preposition: `on CNN`, `in the Post`."""
    low, word = doc.tokens.low, doc.tokens.word
    if (joint in ("on", "via", "with", "for", "to", "in") and word[begin][0].isupper()) or low[begin] == "the":
        end = begin
        while end < min(begin + LONGEST, frame.last) and (
            word[end][0].isupper()
            or (end == begin and low[end] == "the")
            or word[end] in ("'s", "’s", "'", "“", "”", '"', "of", "and", "&")
        ):
            if frame.inside(end) or low[end] in doc.language.words("days_and_months"):
                break
            end += 1
        if low[end - 1] == "'s" or (end < len(low) and low[end] in ("'s", "'")):
            return None
        if joint in ("on", "via", "in", "for") and end > begin and _is_outlet(doc, begin, end):
            return (begin, end), True
    return None


def _by(doc: Document, i: int) -> tuple[Range, bool] | None:
    """`by phone`, `by email`."""
    low = doc.tokens.low
    called = i < len(low) and low[i] in doc.language.words("media_calls") and low[i + 1 : i + 2] != ("-",)
    return ((i, i + 1), False) if called else None


def _with_outlet(doc: Document, frame: Frame, begin: int, end: int) -> tuple[Range, bool]:
    """An interview `with Reuters` or `on CNN` is taken from the outlet; otherwise from the thing itself."""
    low, word = doc.tokens.low, doc.tokens.word
    if end + 1 < frame.last and low[end] in ("with", "on", "for", "to", "in", "by"):
        last = end + 1
        while (
            last < min(end + 9, frame.last)
            and (
                word[last][0].isupper()
                or low[last] in ("the", "'s", "of", "broadcaster", "newspaper", "channel", "network", "radio")
            )
            and low[last] not in doc.language.words("days_and_months")
        ):
            last += 1
        if last > end + 1 and _is_outlet(doc, end + 1, last):
            return (end + 1, last), True
    return (begin, end), True
