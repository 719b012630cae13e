"""To whom something is said: `told reporters`, `wrote to the board`, `called on the council to`."""

from __future__ import annotations

from newsparse.document import Document, Range
from newsparse.stages.details.frame import Frame

_SHORT = frozenset({"mr", "mrs", "ms", "dr", "sen", "gov", "rep", "gen", "st", "jr", "sr", "prof", "lt", "col"})
_OWNING = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "your"})
_SPEAKING = frozenset({"speaking", "talking", "writing"})
_BOUND = frozenset({"on", "upon"})
_REACH = 8
"""So many words after the verb at most ends the `to` before the one it is said to."""
_INNER = frozenset({"of", "'s", "'", "."})
_FINITE = frozenset({"BE", "HV", "DO", "MD", "VD", "Vp", "Vs"})
"""Classes of verbs that say that a clause is there, and no phrase."""
_HEARERS = frozenset({"him", "her", "them", "me", "us", "you"})
_SENT = frozenset({"sent", "send", "sends", "sending", "wrote", "mailed"})
"""Words after which what is sent stands before the one it is sent to."""
_ASKED = frozenset({"whether", "if", "that", "how", "why", "what", "when", "where", "who"})
_SUBJECTS = frozenset({"i", "we", "he", "she", "they"})
_TIMES = frozenset({"last", "this", "next", "yesterday", "today", "tonight", "again", "later", "earlier", "recently"})
_PLACES = frozenset({"in", "on", "at", "after", "before", "when", "while", "if", "as", "but", "and"})


def may_be_told(doc: Document, first: int, cue: Range) -> bool:
    """Whether the words there leave room for an addressee, which after most verbs there is none of.

    Args:
        doc: the document.
        first: the first token of the sentence.
        cue: the tokens of the cue.
    """
    low, words = doc.tokens.low, doc.language.words
    last = cue[1]
    verb = low[cue[0] : last]
    if not words("speaking_to").isdisjoint(verb) or verb[-1] in _BOUND or low[first] in _SPEAKING:
        return True
    return "to" in low[last : last + _REACH] and not words("speaking_to_with").isdisjoint(verb)


def find_addressee(doc: Document, frame: Frame) -> Range | None:
    """The tokens of the phrase that says to whom; none where nobody is spoken to."""
    if frame.cue is None:
        return None
    low = doc.tokens.low
    first, last = frame.cue
    speaking = doc.language.words("speaking_to")
    if speaking.isdisjoint(low[first:last]) and low[last - 1] not in _BOUND:
        return _spoken_to(doc, frame) or _after_to(doc, frame)
    if last < len(low) and low[last - 1] in _BOUND and low[first:last][-2:][0].startswith("call"):
        return _phrase_before_to(doc, frame, last)
    at = next((i for i in range(last - 1, first - 1, -1) if low[i] in speaking and _is_verb(doc, first, i)), None)
    if at is not None and _is_passive(doc, first, at):
        return _told_by(doc, frame)
    if at is not None:
        if at < last - 1:
            inner = _phrase(doc, frame, at + 1, last)
            if inner is not None:
                return inner
        elif last < frame.last:
            if not frame.inside(last):
                return _phrase(doc, frame, last, frame.last)
            if low[last] in _HEARERS and low[last + 1 : last + 2] and low[last + 1] in _ASKED:
                return last, last + 1  # asked him whether
            if low[at] in doc.language.words("facing") and last + 1 < frame.last:
                faced = _phrase(doc, frame, last, frame.last, content=True)
                return faced if faced is not None and _somebody(doc, faced) and not _owned(doc, faced) else None
            return _phrase_before_clause(doc, frame, last) or _phrase_before_to(doc, frame, last)
    return _spoken_to(doc, frame) or _after_to(doc, frame)


def _told_by(doc: Document, frame: Frame) -> Range | None:
    """`Reporters were told by Ortiz that ...`: the subject of the passive, from where its clause begins."""
    if frame.cue is None or (frame.source is not None and frame.source[0] < frame.cue[1]):
        return None
    low, word, last = doc.tokens.low, doc.tokens.word, frame.cue[0]
    first = last
    while first > frame.first and last - first < 8 and (word[first - 1][0].isalnum() or low[first - 1] in _INNER):
        first -= 1
    opens = first == frame.first or word[first - 1] in (",", "“", "”", '"', ";", "—", "–", "''")
    cls = doc.signals.cls[first:last]
    if not opens or first == last or low[first] in _PLACES or not _FINITE.isdisjoint(cls):
        return None
    found = first, last
    if first == frame.first == last - 1:  # a capital at the head of a sentence tells nothing
        return found if cls == ("CA",) or low[first] in doc.language.words("groups") or _several(doc, first) else None
    return found if _somebody(doc, found) else None


def _several(doc: Document, i: int) -> bool:
    """Whether a token is the plural of a noun for one person."""
    low = doc.tokens.low[i]
    return low.endswith("s") and low[:-1] in doc.language.words("roles")


def _spoken_to(doc: Document, frame: Frame) -> Range | None:
    """`Speaking to students on Friday, the mayor said ...`."""
    low = doc.tokens.low
    i = frame.first
    if i + 2 < frame.last and low[i] in _SPEAKING and not frame.inside(i):
        first = i + 1 + (low[i + 1] == "to")
        return _phrase(doc, frame, first, frame.last) if first == i + 2 else None
    return None


def _is_verb(doc: Document, first: int, i: int) -> bool:
    """Not the noun that the word also is: `the press`, `lack of press conferences`."""
    before = doc.tokens.low[i - 1] if i > first else ""
    if not before or before in ("to", "not"):
        return True
    return before not in _OWNING and before not in doc.language.words("prepositions")


def _is_passive(doc: Document, first: int, at: int) -> bool:
    low = doc.tokens.low
    return any(
        low[i] in ("was", "were", "been", "being", "is", "are", "be") for i in range(max(0, min(first, at - 3)), at)
    ) and low[at].endswith(("d", "t"))


def _phrase(doc: Document, frame: Frame, first: int, limit: int, *, content: bool = False) -> Range | None:
    """The noun phrase that begins right at `first` (inside the content only where that is allowed)."""
    low, word = doc.tokens.low, doc.tokens.word
    days = doc.language.words("days_and_months")
    people = doc.language.words("roles")
    if (
        first >= limit
        or low[first] in doc.language.words("not_addressed")
        or not (word[first][0].isalnum() or word[first] == "@")
    ):
        return None
    i = first
    while i < min(limit, first + 14) and (content or not frame.inside(i)):
        if not word[i][0].isalnum() and low[i] not in _INNER and not _quoted_title(word, i, first):
            break
        if low[i] in days or (
            low[i] in doc.language.words("after_addressee") and not (word[i] in ("Today", "TODAY") and i > first)
        ):
            joined = low[i] in ("and", "at", "in", "for") and i > first and _goes_on(word, i)
            if not joined or low[i + 1] in days:
                break
        if i > first and (low[i] in _SUBJECTS or low[i].partition("'")[0] in _SUBJECTS):
            break
        clause = low[i].endswith("ing") or (
            low[i].endswith("ed") and (low[i - 1] in people or low[i - 1][:-1] in people)
        )
        if clause and i > first and word[i][0].islower():
            break
        if word[i] == "." and i + 1 < limit and not word[i + 1][0].isupper():
            break
        i += 1
    while i > first and ((word[i - 1] == "." and not _abbreviated(word, i - 1)) or low[i - 1] in ("of", "and", "the")):
        i -= 1
    return (first, i) if i > first and not low[first].endswith("ly") else None


def _somebody(doc: Document, where: Range) -> bool:
    """Whether the phrase's last word is a name, a pronoun or a noun for people."""
    word, low = doc.tokens.word[where[1] - 1], doc.tokens.low[where[1] - 1]
    words = doc.language.words
    people = low in words("roles") or low in words("groups") or _several(doc, where[1] - 1)
    return word[0].isupper() or people or low in _HEARERS


def _owned(doc: Document, where: Range) -> bool:
    """`questioned Orth's motives`: what is faced is a thing, unless a name ends it: `NBC's Bo Lind`."""
    word, low = doc.tokens.word, doc.tokens.low
    clitics = [i for i in range(*where) if low[i] in ("'s", "'")]
    return bool(clitics) and (clitics[-1] + 1 >= where[1] or not word[clitics[-1] + 1][0].isupper())


def _quoted_title(word: tuple[str, ...], i: int, first: int) -> bool:
    """A programme's name in quotation marks after a possessive: `MSNBC's "Morning Joe"`."""
    if word[i] not in ('"', "“", "”", "''", "``"):
        return False
    return i > first and (word[i - 1] in ("'s", "’s") or any(w in ("'s", "’s") for w in word[first:i]))


def _goes_on(word: tuple[str, ...], i: int) -> bool:
    return i + 1 < len(word) and word[i + 1][0].isupper()


def _abbreviated(word: tuple[str, ...], i: int) -> bool:
    return (len(word[i - 1]) == 1 or word[i - 1].lower() in _SHORT) and i + 1 < len(word) and word[i + 1][0].isupper()


def _phrase_before_clause(doc: Document, frame: Frame, first: int) -> Range | None:
    """The noun phrase before the clause in `reminded the audience he was late`, where the content took it in."""
    low, word = doc.tokens.low, doc.tokens.word
    if low[first] in doc.language.words("not_addressed"):
        return None
    for i in range(first, min(first + 8, frame.last)):
        if i > first and (low[i] in _SUBJECTS or low[i] == "that"):
            found = first, i
            return found if _somebody(doc, found) and not _owned(doc, found) else None
        if not word[i][0].isalnum() or low[i] in doc.language.words("prepositions") or low[i] == "to":
            return None
    return None


def _phrase_before_to(doc: Document, frame: Frame, first: int) -> Range | None:
    """The noun phrase before the infinitive in `urged the board to resign`."""
    low, word = doc.tokens.low, doc.tokens.word
    if first >= frame.last or low[first] in doc.language.words("not_addressed") or not word[first][0].isalnum():
        return None
    days, end = doc.language.words("days_and_months"), 0
    for i in range(first, min(first + 12, frame.last)):
        if low[i] in ("to", "not") and i > first:
            return first, end or i
        if not end and i > first and (low[i] in days or low[i] in _TIMES):
            end = i
        if word[i] == "," and i > first and _somebody(doc, (first, i)):
            after = range(i + 1, min(i + 20, frame.last - 1))
            return (first, i) if any(word[k] == "," and low[k + 1] == "to" for k in after) else None
        if not word[i][0].isalnum() and low[i] not in _INNER:
            return None
        if low[i] in ("that", "for", "who", "which", "by", "about", "over", "on"):
            return (first, i) if low[i] in ("about", "over") and i - first < 6 else None
    return None


def _after_to(doc: Document, frame: Frame) -> Range | None:
    """The phrase after `to` in `said to the crowd`, `wrote in a letter to the board`."""
    if frame.cue is None:
        return None
    low, word = doc.tokens.low, doc.tokens.word
    first, last = frame.cue
    if doc.language.words("speaking_to_with").isdisjoint(low[first:last]) or "to" not in low[last : last + _REACH]:
        return None
    sent = low[last - 1] in _SENT
    for i in range(last, min(last + _REACH, frame.last)):
        if sent and frame.inside(i) and low[i] != "to":
            continue
        if frame.inside(i) or word[i] in (",", ";", ":") or low[i] in ("that", "about", "when", "after", "while"):
            return None
        if low[i] == "to" and low[i - 1] != "according" and i + 1 < frame.last and not frame.inside(i + 1):
            if low[i + 1] in doc.language.words("not_addressed") or not _names_somebody(doc, i + 1):
                return None
            found = _phrase(doc, frame, i + 1, frame.last)
            return found if found is not None and (_somebody(doc, found) or _body(doc, found)) else None
    return None


def _body(doc: Document, where: Range) -> bool:
    """Whether the phrase has a noun or name for people or a body in it."""
    low, word, words = doc.tokens.low, doc.tokens.word, doc.language.words
    nouns = (words("roles"), words("groups"), words("organization_nouns"), words("outlet_words"))
    return any(word[i][0].isupper() or any(low[i] in row for row in nouns) for i in range(*where))


def _names_somebody(doc: Document, i: int) -> bool:
    low, word = doc.tokens.low, doc.tokens.word
    return (
        word[i][0].isupper()
        or low[i] in ("the", "a", "an", "his", "her", "their", "its", "my", "our", "me", "him", "them", "us")
        or low[i] in doc.language.words("groups")
        or _several(doc, i)
    )
