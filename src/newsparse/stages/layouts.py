"""Speech that the layout of its lines ties to a speaker: signatures, labels of transcripts and chats, lead-in lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from newsparse.document import Document, Labelled, Range

_FINITE = frozenset(("BE", "HV", "MD", "DO", "Vp", "Vs", "VD", "PP", "WP", "SB"))
_SAYING = frozenset(("Vp", "Vs", "Vb", "Vg"))
_LONGEST_SIGNATURE = 14
_LONGEST_LABEL = 4
_LONGEST_BRACKET = 8
_LONGEST_ANSWER = 12
_TRANSCRIPT = 4
"""Labelled lines from which paragraphs between them belong to what was said before."""
_BULLETS = frozenset("•·*-–—▪◦●")
_DESK = ("from", "the", "desk", "of")
_BEFORE_NO_COLON = frozenset(("Q", "A", '"', "“"))
"""What a line with a label but without a colon begins with: `Q. Was it you?`."""


def find_labelled(doc: Document) -> tuple[Labelled, ...]:
    """Labelled speech in text order; no token is in two of them."""
    found: list[Labelled] = []
    whole = _whole_quotations(doc)
    spoken = sorted([*_signatures(doc, whole), *_labels(doc), *_lead_ins(doc, whole)], key=lambda one: one.pieces[0])
    reached = 0
    for one in spoken:
        if one.pieces[0][0] >= reached:
            found.append(one)
            reached = one.pieces[-1][1]
    return tuple(found)


def _whole_quotations(doc: Document) -> dict[int, int]:
    """Blocks that begin with a quotation, maybe behind a bullet or a number: block to the quotation's index."""
    found: dict[int, int] = {}
    for n, q in enumerate(doc.quotations):
        first = doc.block_tokens[q.block][0]
        if q.first <= first + 1 or (q.first == first + 2 and _is_numbered(doc, first)):
            found.setdefault(q.block, n)
    return found


def _is_numbered(doc: Document, first: int) -> bool:
    return doc.signals.cls[first] == "NU" and doc.tokens.word[first + 1] in (".", ")")


def _signatures(doc: Document, whole: Mapping[int, int]) -> Iterator[Labelled]:
    """`"..." — Dana Ortiz`, `"..." (Dana Ortiz)`, on the same line or the next."""
    cls, blocks = doc.signals.cls, doc.block_tokens
    for block, number in whole.items():
        q = doc.quotations[number]
        last = blocks[block][1]
        at, end = q.last, last
        if q.last >= last - 1 and block + 1 < len(blocks):
            at, end = blocks[block + 1]
        while end > at and cls[end - 1] == ".":
            end -= 1
        bracketed = end - at > 3 and cls[at] == "(" and cls[end - 1] == ")" and cls[q.last - 2] == "." and q.closed
        end -= bracketed
        if at + 1 >= end or (cls[at] != "-" and not bracketed) or end - at > _LONGEST_SIGNATURE:
            continue
        first = at + 1
        if not doc.tokens.word[first][0].isupper() or any(c in _FINITE for c in cls[first:end]):
            continue
        glued = doc.tokens.word[at] == "-" or bracketed  # neither a hyphen nor a bracket could be a cue
        yield Labelled(((q.first, q.last),), (first, end), None if glued else (at, first), "attribution.signature")


def _labels(doc: Document) -> Iterator[Labelled]:
    """Lines of a transcript, an interview or a chat: `Q: ...`, `ORTIZ: ...`, `[14:02] mira: ...`; two at least.

    Paragraphs without a label between two such lines go on with what was said before them.
    """
    kept = _kept(doc, _labelled_lines(doc))
    voices = {doc.tokens.low[start:stop] for _, ((start, stop), _, _) in kept}
    for at, (block, (source, begin, style)) in enumerate(kept):
        pieces = [(begin, doc.block_tokens[block][1])]
        if style in ("letter", "capitals") and at + 1 < len(kept) >= _TRANSCRIPT and len(voices) > 1:
            following = kept[at + 1][0]
            if following - block <= _LONGEST_ANSWER:
                pieces += [one for one in doc.block_tokens[block + 1 : following] if _is_spoken(doc, *one)]
        cue = (begin - 1, begin) if style in ("capitals", "name") else None
        yield Labelled(tuple(pieces), source, cue, "attribution.label")


Label = tuple[Range, int, str]
"""The label's tokens, where what is said begins, and the label's style."""


def _labelled_lines(doc: Document) -> list[tuple[int, Label]]:
    """The blocks that begin with a label, with their labels."""
    known, text, word = doc.language.words("not_labels"), doc.text, doc.tokens.word
    lines = []
    for block, ((first, last), (begin, end)) in enumerate(zip(doc.block_tokens, doc.prose, strict=True)):
        # Nearly all are plain paragraphs: no colon, and no letter that could do without.
        if first < last and (text.find(":", begin, end) >= 0 or word[first] in _BEFORE_NO_COLON):
            label = _label(doc, first, last, known)
            if label is not None:
                lines.append((block, label))
    return lines


def _kept(doc: Document, lines: Sequence[tuple[int, Label]]) -> list[tuple[int, Label]]:
    """The labelled lines that are not alone in their style; names in small letters have to come back, with another."""
    kept = []
    for style in ("letter", "chat", "capitals", "name"):
        some = [line for line in lines if line[1][2] == style]
        labels = [doc.tokens.low[start:stop] for _, ((start, stop), _, _) in some]
        if style == "name" and (
            not 1 < len({*labels}) < len(labels)
            or any(b - a > _LONGEST_ANSWER for (a, _), (b, _) in pairwise(some))
            or not all(_is_spoken(doc, begin, doc.block_tokens[block][1]) for block, (_, begin, _) in some)
        ):
            continue
        if len(some) > 1:
            kept += some
    return sorted(kept)


def _is_spoken(doc: Document, first: int, last: int) -> bool:
    """Whether a stretch has words, and is no stage direction: not `781.` or `(END VIDEO CLIP)`."""
    cls = doc.signals.cls
    if last - first > 1 and cls[first] == "(" and cls[last - 1] == ")":
        return False
    return any(word[0].isalpha() for word in doc.tokens.word[first:last])


def _label(doc: Document, first: int, last: int, known: frozenset[str]) -> Label | None:
    """The label of a line."""
    word, low, cls = doc.tokens.word, doc.tokens.low, doc.signals.cls
    start, timed = first, False
    if first + 3 < last and word[first] in "[(" and cls[first + 1] == "NU" and ":" in word[first + 1]:
        start, timed = first + 3, True
    elif first < last and word[first] in ('"', "“") and first + 1 < last:
        start = first + 1
    if word[start : start + 2] in (("Q", "."), ("A", ".")) and start + 2 < last:
        return (start, start + 1), start + 2, "letter"
    if timed and word[start] == "<" and start + 3 < last and word[start + 2] == ">":
        return (start + 1, start + 2), start + 3, "chat"
    stop, limit = start, min(start + _LONGEST_LABEL, last - 1)
    while stop < limit and word[stop] != ":" and cls[stop] != "(":
        stop += 1
    colon = _past_bracket(cls, stop, last)
    if stop == start or colon >= last - 1 or word[colon] != ":":
        return None
    if (
        doc.tokens.end[colon - 1] != doc.tokens.start[colon]
        or " ".join(low[start:stop]) in known
        or low[start] in known
    ):
        return None
    style = "chat" if timed else _style(word[start:stop], cls[start:stop])
    return None if style is None else ((start, stop), colon + 1, style)


def _past_bracket(cls: Sequence[str], at: int, last: int) -> int:
    """The token after a short bracket that begins at `at`, if one does: `OYEN (on the phone): ...`."""
    if at >= last or cls[at] != "(":
        return at
    for k in range(at + 1, min(at + _LONGEST_BRACKET, last - 1)):
        if cls[k] == ")":
            return k + 1
    return at


def _style(names: Sequence[str], cls: Sequence[str]) -> str | None:
    """The style of a label, if it is one."""
    if tuple(names) in (("Q",), ("A",)):
        return "letter"
    if all(n.isupper() or n == "." for n in names) and len("".join(names)) > 2:
        return "capitals"
    if all(c in ("CA", "CS", ".") for c in cls):
        return "name"
    return None


def _lead_ins(doc: Document, whole: Mapping[int, int]) -> Iterator[Labelled]:
    """A line that names who speaks, then nothing but quotations: `From the desk of ...`, `made three promises:`."""
    low, cls, blocks, word = doc.tokens.low, doc.signals.cls, doc.block_tokens, doc.tokens.word
    for block, (first, last) in enumerate(blocks):
        if low[first : first + 4] == _DESK and block + 1 in whole:
            q = doc.quotations[whole[block + 1]]
            end = last - 1 if cls[last - 1] in (".", ":") else last
            if end > first + 4:
                yield Labelled(((q.first, q.last),), (first + 4, end), None, "attribution.lead_in")
        elif last - first > 3 and word[last - 1] == ":":
            saying = not _SAYING.isdisjoint(cls[first:last])
            pieces = _bulleted(doc, block + 1, whole, saying)
            subject = _subject(cls, first, last)
            if pieces and subject is not None:
                yield Labelled(tuple(pieces), subject, None, "attribution.lead_in")


def _bulleted(doc: Document, block: int, whole: Mapping[int, int], saying: bool) -> list[Range]:
    """The quotations of the list items, or of the paragraphs that are nothing else, from `block` on.

    Without bullets a word of saying, which would be their cue, leaves them alone.
    """
    pieces: list[Range] = []
    while block in whole:
        q = doc.quotations[whole[block]]
        first, last = doc.block_tokens[block]
        marked = (q.first == first and not saying) or doc.tokens.word[first] in _BULLETS or _is_numbered(doc, first)
        if not marked or q.last < last - 1:
            break
        pieces.append((q.first, q.last))
        block += 1
    return pieces if len(pieces) > 1 else []


def _subject(cls: Sequence[str], first: int, last: int) -> Range | None:
    """The words before the first verb of a line, where a name is among them."""
    for k in range(first + 1, last):
        if cls[k] == "PC" and k + 1 < last:  # the mayor's two vows:
            return first, k
        if cls[k] in ("BE", "HV", "MD", "DO", "Vp", "Vs", "VD"):
            return (first, k) if any(c in ("CA", "CS") for c in cls[first:k]) else None
        if cls[k] in (",", ":", ".", "WP", "SB"):
            return None
    return None
