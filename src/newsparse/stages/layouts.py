"""Speech that the layout of its lines ties to a speaker: signatures, labels of transcripts and chats, lead-in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsparse.document import Document, Labelled, Range

_FINITE = frozenset(("BE", "HV", "MD", "DO", "Vp", "Vs", "VD", "PP", "WP", "SB"))
_LONGEST_SIGNATURE = 14
_LONGEST_LABEL = 4
_BULLETS = frozenset("•·*-–—▪◦●")
_DESK = ("from", "the", "desk", "of")


def find_labelled(doc: Document) -> tuple[Labelled, ...]:
    """Labelled speech in text order; no token is in two of them."""
    found: list[Labelled] = []
    spoken = sorted([*_signatures(doc), *_labels(doc), *_lead_ins(doc)], key=lambda one: one.pieces[0])
    reached = 0
    for one in spoken:
        if one.pieces[0][0] >= reached:
            found.append(one)
            reached = one.pieces[-1][1]
    return tuple(found)


def _whole_quotations(doc: Document) -> dict[int, int]:
    """Blocks that begin with a quotation: block to its index."""
    return {q.block: n for n, q in enumerate(doc.quotations) if q.first <= doc.block_tokens[q.block][0] + 1}


def _signatures(doc: Document) -> Iterator[Labelled]:
    """`"..." — Dana Ortiz`, on the same line or the next."""
    cls, blocks = doc.signals.cls, doc.block_tokens
    for block, number in _whole_quotations(doc).items():
        q = doc.quotations[number]
        last = blocks[block][1]
        at, end = q.last, last
        if q.last >= last - 1 and block + 1 < len(blocks):
            at, end = blocks[block + 1]
        while end > at and cls[end - 1] == ".":
            end -= 1
        if at + 1 >= end or cls[at] != "-" or end - at > _LONGEST_SIGNATURE:
            continue
        first = at + 1
        if not doc.tokens.word[first][0].isupper() or any(c in _FINITE for c in cls[first:end]):
            continue
        glued = doc.tokens.word[at] == "-"  # a hyphen is no mark that could be a cue
        yield Labelled(((q.first, q.last),), (first, end), None if glued else (at, first), "attribution.signature")


def _labels(doc: Document) -> Iterator[Labelled]:
    """Lines of a transcript, an interview or a chat: `Q: ...`, `ORTIZ: ...`, `[14:02] mira: ...`; two at least."""
    known = doc.language.words("not_labels")
    lines = []
    for first, last in doc.block_tokens:
        label = _label(doc, first, last, known)
        if label is not None:
            lines.append((label, last))
    styles: dict[str, int] = {}
    for (_, _, style), _ in lines:
        styles[style] = styles.get(style, 0) + 1
    for (start, colon, style), last in lines:
        if styles[style] < 2:
            continue
        begin = colon + 1
        cue = None if style in ("letter", "chat") else (colon, begin)
        yield Labelled(((begin, last),), (start, colon), cue, "attribution.label")


def _label(doc: Document, first: int, last: int, known: frozenset[str]) -> tuple[int, int, str] | None:
    """Where the label of a line starts, its colon, and its style."""
    word, low, cls = doc.tokens.word, doc.tokens.low, doc.signals.cls
    start, timed = first, False
    if first + 3 < last and word[first] in "[(" and cls[first + 1] == "NU" and ":" in word[first + 1]:
        start, timed = first + 3, True
    elif first < last and word[first] in ('"', "“") and first + 1 < last:
        start = first + 1
    for colon in range(start + 1, min(start + 1 + _LONGEST_LABEL, last - 1)):
        if word[colon] != ":":
            continue
        names = word[start:colon]
        if (
            doc.tokens.end[colon - 1] != doc.tokens.start[colon]
            or " ".join(low[start:colon]) in known
            or low[start] in known
        ):
            return None
        if timed:
            return start, colon, "chat"
        if names in (("Q",), ("A",)):
            return start, colon, "letter"
        if all(n.isupper() or n == "." for n in names) and len("".join(names)) > 2:
            return start, colon, "capitals"
        return None
    return None


def _lead_ins(doc: Document) -> Iterator[Labelled]:
    """A line that names who speaks, then nothing but quotations: `From the desk of ...`, `made three promises:`."""
    low, cls, blocks, word = doc.tokens.low, doc.signals.cls, doc.block_tokens, doc.tokens.word
    whole = _whole_quotations(doc)
    for block, (first, last) in enumerate(blocks):
        if low[first : first + 4] == _DESK and block + 1 in whole:
            q = doc.quotations[whole[block + 1]]
            end = last - 1 if cls[last - 1] in (".", ":") else last
            if end > first + 4:
                yield Labelled(((q.first, q.last),), (first + 4, end), None, "attribution.lead_in")
        elif last - first > 3 and word[last - 1] == ":":
            pieces = _bulleted(doc, block + 1, whole)
            subject = _subject(cls, first, last)
            if pieces and subject is not None:
                yield Labelled(tuple(pieces), subject, None, "attribution.lead_in")


def _bulleted(doc: Document, block: int, whole: dict[int, int]) -> list[Range]:
    """The quotations of the list items from `block` on."""
    pieces: list[Range] = []
    while block in whole:
        q = doc.quotations[whole[block]]
        first, last = doc.block_tokens[block]
        if doc.tokens.word[first] not in _BULLETS or q.last < last - 1:
            break
        pieces.append((q.first, q.last))
        block += 1
    return pieces if len(pieces) > 1 else []


def _subject(cls: Sequence[str], first: int, last: int) -> Range | None:
    """The words before the first verb of a line, where a name is among them."""
    for k in range(first + 1, last):
        if cls[k] in ("BE", "HV", "MD", "DO", "Vp", "Vs", "VD"):
            return (first, k) if any(c in ("CA", "CS") for c in cls[first:k]) else None
        if cls[k] in (",", ":", ".", "WP", "SB"):
            return None
    return None
