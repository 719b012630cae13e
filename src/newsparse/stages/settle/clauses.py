"""The clause around a word: its subject before it, and the clause that it takes after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsparse.document import Document, Range
from newsparse.document.records import record

_STOPS = frozenset(".!?…") | {"..."}
_ENDING = _STOPS | {";"}
_NOMINAL = frozenset("DT QN PS PH CA CS NU CN NS w AJ CJ PC SY IP".split())
"""Classes of which a base noun phrase is made."""
_BOUND = frozenset("DT PS PH AJ CJ QN PC".split())
"""Classes after which what looks like a verb is part of a noun phrase."""
_HEADS = frozenset("CA CS CN NS w NU IP QN".split())
"""Classes with which one may end."""
_PRONOUNS = frozenset(("PP", "PX", "WP", "WD"))
"""Classes of pronouns that are a subject by themselves."""
_SUBJECT_ENDS = _HEADS | _PRONOUNS | {","}
"""Classes with which a subject may end, with what stands beside it."""
_VERBLIKE = frozenset("VD Vp Vb Vs VG Vg".split())
MAY_END_SUBJECT = _SUBJECT_ENDS | _VERBLIKE
"""Classes with which a subject may end; one that looks like a verb only inside a noun phrase."""
_OPENERS = frozenset("DT PS PH QN CA CS NS IP NU".split())
"""Classes with which the subject of a clause may begin, pronouns and bare nouns aside."""
_FINITE = frozenset("BE HV MD DO Vp Vs VD Vb".split())
_BEFORE_SUBJECT = frozenset("TH , CC BU SB WH WD WP Q ( - : ; RB DY TI".split())
_JOINING = frozenset(("of", "for", "from", "at", "in"))
_QUESTIONS = frozenset(("whether", "how", "why", "what", "who", "where", "if", "when"))
_STAND_INS = frozenset(("it", "this", "that", "so", "them", "all"))
_OBJECTS = frozenset(("deny", "admit"))
"""Families whose object stands for what is said: `denied the charge`."""
_CLAUSAL = frozenset("say tell think know admit report suggest warn announce".split())
"""Families that take a clause without `that` more often than an object."""
_ADVERSE = frozenset(("although", "though", "while", "whereas", "even", "which", "who", "whose"))
_OPENING = {"“": "”", "‘": "’", '"': '"', "'": "'", "``": "''", "«": "»", "„": "“"}
REACH = 8
"""How many tokens after a verb its `that` may stand."""
FARTHEST = 300
"""How many tokens before and after a word its sentence is looked at: few are longer, and work stays in proportion."""
ROOM = 14
"""How many tokens after its subject a clause must have its verb, and an apposition may be long."""


@record
class Clause:
    """Where a word may have its subject and its clause: tokens `first` to `last` (half-open)."""

    first: int
    last: int


def clause_of(doc: Document, k: int, within: Range) -> Clause:
    """The sentence of token `k` inside `within`; sentences inside quotation marks are told apart."""
    word = doc.tokens.word
    begin, end = max(within[0], k - FARTHEST), min(within[1], k + FARTHEST)
    first, last = begin, end
    if not _ENDING.isdisjoint(word[begin:k]):
        first = k
        while first > begin and (word[first - 1] not in _ENDING or not _ends_sentence(doc, first - 1, end)):
            first -= 1
    if not _ENDING.isdisjoint(word[k:end]):
        last = k
        while last < end and (word[last] not in _ENDING or not _ends_sentence(doc, last, end)):
            last += 1
    while last > k and doc.signals.cls[last - 1] in ("Q", ","):
        last -= 1
    return Clause(first, last)


def _ends_sentence(doc: Document, i: int, last: int) -> bool:
    """Whether the stop or semicolon at `i` ends one."""
    word = doc.tokens.word
    if word[i] == ";":
        return True
    if word[i] in ("!", "?"):  # `Row!" and we rowed` goes on
        return not any(w[0].islower() for w in word[i + 1 : min(i + 3, last)])
    if word[i] not in _STOPS:
        return False
    before, language = doc.tokens.low[i - 1], doc.language
    short = before in language.words("abbreviations") or before in language.words("title_abbreviations")
    if word[i] == "." and (short or (len(before) == 1 and before != "i")):
        return False
    return i + 1 >= last or not word[i + 1][0].islower()


def may_be_subject(cls: Sequence[str], at: int) -> bool:
    """Whether a subject may end with token `at`: one that does not is told here, before its clause is sought."""
    return cls[at] in _SUBJECT_ENDS or (cls[at] in _VERBLIKE and cls[at - 1] in _BOUND)


def subject_of(doc: Document, end: int, clause: Clause) -> Range | None:
    """The noun phrase or pronoun that ends before token `end`, and can be the subject of the verb there."""
    cls, at = doc.signals.cls, end - 1
    if at < clause.first:
        return None
    if cls[at] in _PRONOUNS:
        return at, end
    if cls[at] == ",":
        return _with_apposition(doc, at, clause)
    first = _phrase(cls, end, clause.first)
    for _ in range(3):  # the head of the union of ...
        if first is None or first - 2 < clause.first or doc.tokens.low[first - 1] not in _JOINING:
            break
        longer = _phrase(cls, first - 1, clause.first)
        if longer is None:
            break
        first = longer
    if first is None or (first > clause.first and cls[first - 1] not in _BEFORE_SUBJECT):
        return None
    begins = cls[first] in _OPENERS or cls[first] in ("w", "CN", "AJ")
    return (first, end) if begins and doc.tokens.low[first] != "there" else None


def _phrase(cls: Sequence[str], end: int, limit: int) -> int | None:
    """Where the base noun phrase begins that ends before `end`."""
    at = end
    while at > limit:
        kind, before = cls[at - 1], cls[at - 2] if at - 2 >= limit else "$"
        bound = kind in _VERBLIKE and before in _BOUND  # the report, her leading role
        if at == end and kind not in _HEADS and not bound:
            return None
        titled = kind == "." and before in ("CA", "CS") and at < end  # Gov. Lund
        if kind not in _NOMINAL and not bound and not titled:
            break
        at -= 1
        if kind in ("DT", "PS", "PH"):
            return at - 1 if before == "QN" else at
    return at if at < end else None


def _with_apposition(doc: Document, comma: int, clause: Clause) -> Range | None:
    """`Lund, a guide, had denied it`: the name with what says who it is."""
    cls = doc.signals.cls
    for at in range(comma - 1, max(clause.first, comma - ROOM), -1):
        if cls[at] in _FINITE or cls[at] in ("Q", ":"):
            return None
        if cls[at] == ",":
            first = _phrase(cls, at, clause.first)
            apposed = cls[at + 1] in ("DT", "PS", "CA", "NU", "w", "NS", "AJ")
            return (first, comma) if first is not None and apposed and cls[at - 1] in ("CA", "CS") else None
    return None


def content_of(doc: Document, k: int, source: Range, clause: Clause, row: Mapping[str, str]) -> Range | None:
    """What the verb at token `k` gives: its clause, a quotation of its own, or a word that stands for one."""
    cls = doc.signals.cls
    start = _start(doc, k + 1, clause, row)
    if start is None:
        return None
    end = _stop(doc, k, start, clause)
    if cls[source[0]] in ("WP", "WD"):
        end = _second_verb(cls, start, end)
    elif source[0] > clause.first and cls[source[0] - 1] == "SB" and doc.tokens.word[start] not in _OPENING:
        end = next((i for i in range(start + 1, end) if cls[i] == ","), end)  # if she says so, ...
    return (start, end) if start < end else None


def _start(doc: Document, at: int, clause: Clause, row: Mapping[str, str]) -> int | None:
    cls, low, last = doc.signals.cls, doc.tokens.low, clause.last
    if at >= last:
        return None
    if _stands_in(doc, at, last) and row["family"] in ("deny", "say", "know", "think", "admit"):
        return at
    that = _that(doc, at, last, bool(row["takes_person"]))
    if that is not None:
        return that
    if row["takes_person"]:
        at = _past_addressee(cls, at, last)
    if at >= last:
        return None
    if low[at] in _QUESTIONS and at + 1 < last and (low[at] != "if" or row["family"] == "ask"):
        return at
    if cls[at] == "TO" and at + 1 < last and low[at + 1] != "the" and cls[at + 1] not in _OPENERS:
        return at if row["takes_person"] or row["act_to"] or row["act"] == "eventuality" else None
    quoted = at + 1 if cls[at] in (",", ":") else at
    if quoted < last and doc.tokens.word[quoted] in _OPENING and _closing(doc, quoted, last) is not None:
        return quoted
    if _begins_clause(doc, at, last, row["family"] in _CLAUSAL):
        return at
    return at if row["family"] in _OBJECTS and cls[at] in _OPENERS else None


def _that(doc: Document, at: int, last: int, told: bool) -> int | None:
    """The `that` of a clause, right after the verb or after whom, when and where it was said."""
    cls, low = doc.signals.cls, doc.tokens.low
    object_ = cls[at] in _NOMINAL and cls[at] not in ("CA", "w") and not told
    if object_ or low[at] in ("so", "such") or low[at + 1 : at + 2] == ("truth",):
        return None
    for i in range(at, min(at + REACH, last - 1)):
        if low[i] == "that" and cls[i] == "TH":
            return i if _has_verb(cls, i + 1, last) else None
        if cls[i] in _FINITE or cls[i] in (",", "CC", "TO", "SB", "WH", "WD", "WP") or (i > at and cls[i] == "PP"):
            return None
    return None


def _has_verb(cls: Sequence[str], at: int, last: int) -> bool:
    """Whether what follows a `that` is a clause: `that request, he said` has no verb of its own."""
    if cls[at] in ("PP", "HD"):
        return True
    inserted = cls[at] in ("SB", "IN", ",", "CA", "VG")  # that, if it rains, ...
    for i in range(at + 1, min(at + 2 * ROOM, last)):
        if cls[i] in _FINITE or cls[i] == "PC":
            return True
        if cls[i] == "," and not inserted:
            return False
    return False


def _stands_in(doc: Document, at: int, last: int) -> bool:
    """`denied it`, `said so`, and no clause after it."""
    if doc.tokens.low[at] not in _STAND_INS:
        return False
    if at + 1 >= last or doc.signals.cls[at + 1] in (",", ".", "CC", "BU", "DY", "-", "Q"):
        return True
    return doc.tokens.low[at] not in ("this", "that") and doc.signals.cls[at + 1] in ("IN", "RB", "SB", "TI")


def _past_addressee(cls: Sequence[str], at: int, last: int) -> int:
    """The token after the person spoken to: `told him`, `asked the board`."""
    if cls[at] in ("PO", "PX", "PH", "PP") and (at + 1 >= last or cls[at + 1] not in _FINITE):
        return at + 1
    i = at
    while i < last and (cls[i] in _NOMINAL or (cls[i] in _VERBLIKE and i > at and cls[i - 1] in _BOUND)):
        if i > at and cls[i] in ("DT", "PS", "PH", "QN"):
            break
        i += 1
    if i > at and i < last and cls[i] not in _FINITE and cls[i] != "IN":
        return i
    return at


def _begins_clause(doc: Document, at: int, last: int, clausal: bool) -> bool:
    """Whether a subject begins at `at` and has its verb.

    Without `clausal` a verb that could be a participle of the subject does not count: `defended people accused of it`.
    """
    cls = doc.signals.cls
    if cls[at] in ("PP", "HD"):
        return at + 1 < last
    if cls[at] == "PX":
        return at + 1 < last and (cls[at + 1] in _FINITE or cls[at + 1] in ("RB", "PC"))
    if cls[at] not in _OPENERS and cls[at] not in ("w", "CN", "AJ"):
        return False
    for i in range(at + 1, min(at + ROOM, last)):
        if cls[i] in _FINITE and cls[i - 1] not in _BOUND:
            return clausal or cls[i] not in ("Vp", "VD")
        if cls[i] not in _NOMINAL and cls[i] not in ("IN", "RB", "VG", "MO"):
            return False
    return False


def _closing(doc: Document, opened: int, last: int) -> int | None:
    """The mark inside a quotation that closes the one at `opened`."""
    tokens, closer = doc.tokens, _OPENING[doc.tokens.word[opened]]
    for i in range(opened + 2, last):
        if tokens.word[i] != closer:
            continue
        glued = tokens.end[i - 1] == tokens.start[i]
        parted = i + 1 >= last or tokens.end[i] < tokens.start[i + 1] or not tokens.word[i + 1][0].isalnum()
        if glued and parted:
            return i
    return None


def _stop(doc: Document, k: int, start: int, clause: Clause) -> int:
    """Where the content that begins at `start` ends: before what may well be the outer speaker's own again."""
    cls, low, last = doc.signals.cls, doc.tokens.low, clause.last
    number = doc.signals.quote[start]
    if doc.tokens.word[start] in _OPENING:
        if number >= 0 and doc.quotations[number].first == start:
            return min(doc.quotations[number].last, last)
        closing = _closing(doc, start, last)
        return last if closing is None else closing + 1
    if _stands_in(doc, start, last):
        return start + 1
    end = start + 1
    while end < last:
        kind, after = cls[end], cls[end + 1] if end + 1 < last else "$"
        if doc.signals.quote[end] >= 0 and number < 0:
            end = doc.quotations[doc.signals.quote[end]].last
            continue
        if kind in ("-", ":") or (kind == "BU" and after != "w"):
            break
        if kind == "," and (after in ("BU", "WD", "WP", "VG", "Vg") or low[end + 1] in _ADVERSE):
            break
        if kind == "," and after == "CC" and end + 2 < last and cls[end + 2] in ("PP", "TH", "Vp", "Vs"):
            break
        if kind == "CC" and ((after == "TH" and cls[start] != "TH") or (after in ("Vp", "Vs") and after == cls[k])):
            break
        end += 1
    end = min(end, last)
    while end > start + 1 and cls[end - 1] in (",", "Q", "CC", "-", "(") and doc.signals.quote[end - 1] == number:
        end -= 1
    return end


def _second_verb(cls: Sequence[str], start: int, end: int) -> int:
    """Where the clause of the head goes on after a relative one: `the man who said that it was cold | has left`."""
    seen = False
    for i in range(start + 1, end):
        if cls[i] in ("BE", "HV", "MD", "DO"):
            chained = cls[i - 1] in ("BE", "HV", "MD", "DO", "NG", "RB", "PP", "PX")
            if seen and not chained:
                return i
            seen = True
        elif cls[i] == "," and i + 1 < end and cls[i + 1] in _FINITE:
            return i
        elif cls[i] in (",", "CC", "TH", "SB", "WH", "WD", "WP"):
            seen = False
    return end
