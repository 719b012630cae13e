"""Whether the saying itself is denied, or only supposed."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.document import Cue, Document, Place

_UNREAL = frozenset("would could may might should".split())
_MAYBE = frozenset(("may", "might", "should"))
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly apparently possibly presumably".split())
"""Adverbs that leave open whether it was said at all."""
_NOBODY = frozenset("nobody no none neither nothing".split())
_NEITHER = frozenset("neither nor".split())
_NEVER = frozenset("nor neither never nowhere not rarely seldom".split())
"""Words that put the auxiliary before the subject: `nor did she say`."""
_ONLY = frozenset("only just merely simply".split())
"""Words after which a `not` denies no more: `not only said`."""
_UNABLE = frozenset("unable unwilling not never loath".split())
"""Words before `to say` after which it is not said."""
_WITHOUT = frozenset("without avoided avoiding avoid avoids".split())
_YET = (("no", "longer"), ("not", "yet"))
_INSTEAD = frozenset(("short of", "instead of", "rather than", "refrained from", "refrain from", "refraining from"))
_FAILED = frozenset("failed fails fail failing forgot forgets forget neglected neglects neglect omitted omits".split())
_IF = frozenset("if unless whether lest suppose supposing assuming imagine provided providing".split())
_EXPECTED = frozenset(
    "expected likely unlikely due set poised about supposed thought believed alleged rumoured rumored reported said "
    "understood prepared ready hoping hopes hoped wants wanted plans planned intends intended planning wishes "
    "threatening threatened".split()
)
"""Words before `to say` (`to have said`) after which it may never be said."""
_AUXILIARY = frozenset(("DO", "HV", "MD", "BE"))
_INVERTED = frozenset(("had", "should", "were"))
"""Auxiliaries that stand for `if` before their subject: `had she said so`."""
_TELLING = _HEARSAY.union(
    _UNREAL, _NOBODY, _NEITHER, _NEVER, _WITHOUT, _IF, _INVERTED, _YET[0], _YET[1], (one.split()[0] for one in _INSTEAD)
) | {"to"}
"""The words without one of which, or a negated auxiliary, no statement denies or supposes anything."""
NEAR = 4
"""How many tokens before an auxiliary the word that moved it to the front may stand, ..."""
SKIPPED = 3
"""... and before a source the word that makes it a condition, adverbs aside."""


def reality_of(doc: Document, cue: Cue, place: Place, family: str, to: bool) -> tuple[bool, bool]:
    """Whether the saying is denied, and whether it is only supposed."""
    low, span = doc.tokens.low, place.span
    sentence = doc.sentences[doc.signals.sentence[cue.first]]
    front = cue.group
    if span is not None and place.relation == "left" and span[0] < front:
        front = span[0]
    begin = front - NEAR - 1
    if begin < sentence.first:
        begin = sentence.first if sentence.first < front else front
    if (
        _TELLING.isdisjoint(low[begin : cue.first + 1])
        and (span is None or place.relation == "left" or _TELLING.isdisjoint(low[max(0, span[0] - 1) : span[0] + 1]))
        and (cue.group == cue.first or _denying(doc, cue) is None)
        and family != "refuse"
        and doc.tokens.word[sentence.last - 1] != "?"
    ):
        return False, False
    return is_negated(doc, cue, place, family, to), is_hypothetical(doc, cue, place)


def _denying(doc: Document, cue: Cue) -> int | None:
    """The token of the first negation among the auxiliaries before the verb."""
    low, cls = doc.tokens.low, doc.signals.cls
    for k in range(cue.group, cue.first):
        if cls[k] == "NG" or low[k].endswith(("n't", "cannot")):
            return k
    return None


def is_negated(doc: Document, cue: Cue, place: Place, family: str, to: bool) -> bool:
    """`did not say`, `nobody said`, `neither denied`, `nor did she say`, `without saying`.

    Also `declined to say`, where what would be said is not.
    """
    low, cls = doc.tokens.low, doc.signals.cls
    if family == "refuse" and to:
        return True
    if place.span is not None and place.relation != "by" and _is_nobody(doc, cue, place.span):
        return True
    denying = _denying(doc, cue)
    if denying is not None:
        return low[denying + 1] not in _ONLY
    before = _before(doc, cue)
    if before and (before[-1] in _NEITHER or before[-1] in _WITHOUT or before[-2:] in _YET):
        return True
    if before[-1:] == ("no",) and cls[cue.first] == "CN":  # no suggestion that
        return True
    if place.span is None and before and before[-1] in _NOBODY:  # nothing was said
        return True
    if " ".join(before[-2:]) in _INSTEAD:
        return True
    return _kept_from(doc, before) or _after_never(doc, cue, place)


def _is_nobody(doc: Document, cue: Cue, span: tuple[int, int]) -> bool:
    """`nobody`, `no official`, `neither of them`, `not one of them`."""
    low, (start, stop) = doc.tokens.low, span
    if low[start] in _NOBODY:
        return True
    begin = doc.sentences[doc.signals.sentence[cue.first]].first
    if low[start] == "not":
        return stop - start > 1 and low[start + 1] not in _ONLY
    return start > begin and low[start - 1] == "not" and doc.signals.cls[start] in ("QN", "DT")


def _before(doc: Document, cue: Cue) -> tuple[str, ...]:
    """The words of the sentence right before the cue's group."""
    begin = doc.sentences[doc.signals.sentence[cue.first]].first
    return doc.tokens.low[max(begin, cue.group - NEAR) : cue.group]


def _kept_from(doc: Document, before: Sequence[str]) -> bool:
    """`refused to say`, `failed to say`, `was unable to say`, `chose not to say`."""
    if before[-1:] != ("to",) or len(before) < 2:
        return False
    governing = before[-2]
    if governing in _UNABLE or governing in _FAILED:
        return True
    row = doc.language.table("cues").get(governing)
    return row is not None and row["family"] == "refuse"


def _after_never(doc: Document, cue: Cue, place: Place) -> bool:
    """`nor did she say`, `never has he said`, `at no time did the board say`."""
    if place.span is None or place.relation != "left":
        return False
    low, start = doc.tokens.low, place.span[0]
    begin = doc.sentences[doc.signals.sentence[cue.first]].first
    if start <= begin or doc.signals.cls[start - 1] not in _AUXILIARY:
        return False
    front = low[max(begin, start - 1 - NEAR) : start - 1]
    if front[-1:] and front[-1] in _NEVER:
        return True
    return any(one == "no" for one in front) and doc.signals.cls[start - 2] != ","


def is_hypothetical(doc: Document, cue: Cue, place: Place) -> bool:
    """`would say`, `if she says`, `had she said`, `reportedly said`, `is expected to say`, `Did she say so?`."""
    low = doc.tokens.low
    chain = low[cue.group : cue.first]
    if not _UNREAL.isdisjoint(chain):
        # `would not say` is no supposition: it was asked for, and not said
        return "not" not in chain or not _MAYBE.isdisjoint(chain)
    if not _HEARSAY.isdisjoint(chain):
        return True
    before = _before(doc, cue)
    if "to" in before[-2:] and _is_expected(before):
        return True
    begin = doc.sentences[doc.signals.sentence[cue.first]].first
    start = place.span[0] if place.span is not None and place.relation == "left" else cue.group
    return _supposed(doc, start, begin) or _asked(doc, cue, start, begin)


def _is_expected(before: Sequence[str]) -> bool:
    """`is expected to`, `is said to have`."""
    at = len(before) - 1 - tuple(reversed(before)).index("to")
    return at > 0 and before[at - 1] in _EXPECTED


def _supposed(doc: Document, start: int, begin: int) -> bool:
    """Whether what stands before the source makes it a condition."""
    low, cls = doc.tokens.low, doc.signals.cls
    at = start - 1
    for _ in range(SKIPPED):
        if at > begin and cls[at] in ("RB", "TH", "TI"):  # if later, suppose that
            at -= 1
    if low[start] in _IF:  # taken into the source
        return True
    if at < begin:
        return False
    if low[at] in _IF:
        return True
    opens = at == begin or cls[at - 1] in (",", "CC", "Q", "-", "TH")
    return at == start - 1 and low[at] in _INVERTED and opens


def _asked(doc: Document, cue: Cue, start: int, begin: int) -> bool:
    """Whether it is the saying that is asked about: `Did she say so?`, `Who said that?`."""
    sentence = doc.sentences[doc.signals.sentence[cue.first]]
    if doc.tokens.word[sentence.last - 1] != "?":
        return False
    cls = doc.signals.cls
    inverted = start > begin and cls[start - 1] in _AUXILIARY and (start - 1 == begin or cls[start - 2] in ("CC", "WH"))
    return inverted or (start == begin and doc.tokens.low[start] in ("who", "which", "what"))
