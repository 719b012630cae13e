"""What stands, as attributions in characters: the cue's whole run, kind, act, negation, and the name of the rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsparse.document import Attribution, Cue, Document, Place, Range, Standing
from newsparse.model import Act, QuoteKind
from newsparse.stages.attributions.reality import reality_of

__all__ = ["find_attributions"]

_BOUND = frozenset(("IN", "RB"))
"""Classes of what belongs to the cue, between it and the content."""
_ACTS: Mapping[str, Act] = {"assertion": "assertion", "belief": "belief", "fact": "fact", "eventuality": "eventuality"}


def find_attributions(doc: Document) -> tuple[Attribution, ...]:
    """One attribution for each standing, in the same order."""
    rows = doc.language.table("cues")
    return tuple([_attribution(doc, standing, rows) for standing in doc.standings])


def _attribution(doc: Document, standing: Standing, rows: Mapping[str, Mapping[str, str]]) -> Attribution:
    kind = kind_of(doc, standing.pieces)
    if standing.reading is not None:
        reading = doc.readings[standing.reading]
        return _of_cue(doc, standing, doc.cues[reading.cue], doc.sources[reading.cue], reading.layout, kind, rows)
    if standing.inner is not None:
        return _inner(doc, standing, *standing.inner, kind, rows)
    pieces = tuple([_characters(doc, p) for p in standing.pieces])
    if standing.labelled is not None:
        one = doc.labelled[standing.labelled]
        return Attribution(
            content=pieces,
            cue=_characters(doc, one.cue) if one.cue else None,
            source=_characters(doc, one.source),
            act=one.act,
            kind="direct" if one.verbatim else kind,
            confidence=_rounded(standing.chance),
            rule=one.rule,
            sentence=doc.signals.sentence[standing.pieces[0][0]],
        )
    return Attribution(
        content=pieces,
        kind=kind,
        confidence=_rounded(standing.chance),
        rule="attribution.quotation.alone",
        sentence=doc.signals.sentence[standing.pieces[0][0]],
    )


def _inner(
    doc: Document, standing: Standing, cue: Cue, place: Place, kind: QuoteKind, rows: Mapping[str, Mapping[str, str]]
) -> Attribution:
    """One inside the content of another; inside quotation marks, only marks of its own make it quoted."""
    if doc.signals.quote[cue.first] >= 0:
        kind = _kind_inside(doc, standing.pieces[0])
    return _of_cue(doc, standing, cue, place, "after", kind, rows)


def _of_cue(
    doc: Document,
    standing: Standing,
    cue: Cue,
    place: Place,
    layout: str,
    kind: QuoteKind,
    rows: Mapping[str, Mapping[str, str]],
) -> Attribution:
    row, pieces, cls = rows[cue.form], standing.pieces, doc.signals.cls
    start, end = doc.tokens.start, doc.tokens.end
    first, last = cue_run(cls, cue, place, pieces)
    to = cls[pieces[-1][0]] == "TO"
    negated, hypothetical = reality_of(doc, cue, place, row["family"], to)
    return Attribution(
        content=tuple([(start[a], end[b - 1]) for a, b in pieces]),
        cue=(start[first], end[last - 1]),
        source=_of_source(doc, place.span) if place.span else None,
        head=cue.form,
        act=_ACTS[(to and row["act_to"]) or row["act"]],
        kind=kind,
        negated=negated,
        hypothetical=hypothetical,
        confidence=_rounded(standing.chance),
        rule=rule_of(row["class"], kind, layout),
        parent=standing.parent,
        sentence=doc.signals.sentence[cue.first],
    )


def _rounded(chance: float) -> float:
    """A chance to three places; `round` takes four times as long."""
    return int(chance * 1000 + 0.5) / 1000


def _characters(doc: Document, tokens: Range) -> Range:
    return doc.tokens.start[tokens[0]], doc.tokens.end[tokens[1] - 1]


def _of_source(doc: Document, tokens: Range) -> Range:
    """The characters of a source, without the verb that a pronoun draws to itself: `they` of `they've`."""
    (first, last), words = tokens, doc.tokens
    start, end = words.start[first], words.end[last - 1]
    if doc.signals.cls[last - 1] == "HD":
        word = words.low[last - 1]
        end += word.index("'") - len(word)
    return start, end


def rule_of(kind: str, quoted: QuoteKind, layout: str) -> str:
    """The name of the rule: verbs by whether marks are about and on which side the content stands, others by class."""
    if kind == "verb":
        return f"attribution.{'reported' if quoted == 'indirect' else 'quoted'}.{layout}"
    return f"attribution.{kind}"


def kind_of(doc: Document, pieces: Sequence[Range]) -> QuoteKind:
    """Direct, mixed or indirect, by how much of the content lies in quotation marks."""
    quote, word = doc.signals.quote, doc.tokens.word
    marked: list[int] = []
    for a, b in pieces:
        marked += quote[a:b]
    if max(marked) < 0:
        return "indirect"
    if -1 not in marked:
        return "direct"
    quoted = plain = False
    for a, b in pieces:
        for k in range(a, b):
            if word[k][0].isalnum():
                if quote[k] >= 0:
                    quoted = True
                else:
                    plain = True
                if quoted and plain:
                    return "mixed"
    return "indirect" if plain else "direct"


def _kind_inside(doc: Document, piece: Range) -> QuoteKind:
    """The kind of content that lies in another's quotation marks."""
    marks = [k for k in range(*piece) if doc.signals.cls[k] == "Q"]
    if not marks:
        return "indirect"
    return "direct" if marks[0] == piece[0] and marks[-1] == piece[1] - 1 else "mixed"


def cue_run(cls: Sequence[str], cue: Cue, place: Place, pieces: Sequence[Range]) -> Range:
    """The cue with its auxiliaries before and the preposition bound to it after."""
    first, last, span = cue.group, cue.last, place.span
    if place.relation == "own" and span is not None and cls[span[1]] == "PC":
        first = span[1]
    while first < cue.first and cls[first] == "TO":
        first += 1
    for after, _ in pieces:
        if after >= last:
            bound = after == last or (after - last <= 2 and _BOUND.issuperset(cls[last:after]))
            return first, after if bound else last
    return first, last
