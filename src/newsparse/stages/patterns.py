"""Speech of the shapes that a user's own rules describe, beside what the layout ties to a speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from newsparse.document import Document, Labelled, Range
from newsparse.document.holding import first_hold
from newsparse.lang.extension import PatternRule, compiled


def find_by_patterns(doc: Document) -> tuple[Labelled, ...]:
    """Labelled speech with that of the user's rules, in text order; where two overlap, the user's holds.

    Of two of the user's rules the one that was given first holds.
    """
    rules = doc.language.extension.rules
    if not rules:
        return doc.labelled
    matches = (found for rule in rules for found in _matches(doc, rule))
    return first_hold((*matches, *doc.labelled), len(doc.tokens))


def _matches(doc: Document, rule: PatternRule) -> Iterator[Labelled]:
    for begin, end in doc.prose:
        for match in compiled(rule.pattern).finditer(doc.text[begin:end]):
            source = _tokens(doc, begin, match.span("source"))
            pieces = [_tokens(doc, begin, span) for span in match.spans("content")]
            cue = _tokens(doc, begin, match.span("cue")) if "cue" in match.re.groupindex else None
            kept = tuple(sorted({piece for piece in pieces if piece is not None}))
            if source is not None and kept and all(b <= c for (_, b), (c, _) in pairwise(kept)):
                yield Labelled(kept, source, cue, rule.name, rule.likely, rule.verbatim)


def _tokens(doc: Document, begin: int, span: Range) -> Range | None:
    """The tokens that lie in a span of a block; none where there is none."""
    first = bisect_left(doc.tokens.start, begin + span[0])
    last = bisect_right(doc.tokens.end, begin + span[1])
    return (first, last) if span[0] >= 0 and first < last else None
