"""Speakers where no source is: of quotations that stand alone, and of participles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newsparse.document import Attribution, Document
from newsparse.stages.speakers.reading import Reading

_PREPOSITIONS = (" by ", " of ", " for ", " from ")
_COMMAS = (", ", ",” ", '," ', ",’ ", ",'' ")
_FRONTED = 12
"""So many characters into its sentence a participle stands before its subject."""


def speakers_of_unnamed(doc: Document, reading: Reading, speaker: list[int | None], rules: list[str]) -> None:
    """Fill in, in text order, who speaks where no source says so."""
    last: int | None = None
    for i, attribution in enumerate(doc.attributions):
        if attribution.source is None and attribution.cue is None:
            speaker[i], rules[i] = _bare(doc, reading, attribution, last, speaker)
        elif attribution.source is None and attribution.head.partition(" ")[0].endswith("ing"):
            speaker[i], rules[i] = _participle(doc, reading, i, speaker)
        elif attribution.source is None and last is not None and _is_joined(doc, attribution, last):
            speaker[i], rules[i] = speaker[last], "speaker.shared_subject" if speaker[last] is not None else ""
        if attribution.parent is None:  # who is told of in somebody's words does not speak last
            last = i


def _bare(
    doc: Document, reading: Reading, attribution: Attribution, last: int | None, speaker: list[int | None]
) -> tuple[int | None, str]:
    """A quotation without a tag: whom the sentence before brings on, else who spoke last."""
    begin = attribution.content[0][0]
    since = max(b for _, b in doc.attributions[last].content) if last is not None else 0
    mentions = doc.mentions
    k = bisect_right(reading.starts, begin) - 1
    steps = 0
    while k >= 0 and steps < 12 and mentions[k].name[0] >= since:
        mention = mentions[k]
        if mention.sentence < attribution.sentence - 1:
            break
        if mention.kind == "name" and mention.place == "subject" and k in reading.cast.of:
            member = reading.cast.of[k]
            if member.kind == "person":
                return member.number, "speaker.bare_quotation.subject_before"
        k -= 1
        steps += 1
    if last is not None and speaker[last] is not None:
        return speaker[last], "speaker.bare_quotation.continues"
    return None, ""


def _is_joined(doc: Document, attribution: Attribution, before: int) -> bool:
    """Whether `and` joins its verb to that of the attribution before: `Ortiz praised the plan and urged patience`."""
    cue, former = attribution.cue, doc.attributions[before]
    if cue is None or former.sentence != attribution.sentence or not attribution.head.endswith("ed"):
        return False
    return doc.text.endswith((" and ", " but "), 0, cue[0]) and doc.text.startswith(attribution.head, cue[0])


def _participle(doc: Document, reading: Reading, i: int, speaker: list[int | None]) -> tuple[int | None, str]:
    """`..., adding that`: the one who speaks before it in the sentence, else the sentence's subject."""
    attribution = doc.attributions[i]
    if attribution.cue is not None and doc.text.endswith(_PREPOSITIONS, 0, attribution.cue[0]):
        return None, ""
    before = i - 1
    if before >= 0 and doc.attributions[before].sentence == attribution.sentence and speaker[before] is not None:
        return speaker[before], "speaker.shared_subject"
    begin = doc.tokens.start[doc.sentences[attribution.sentence].first]
    cue = attribution.cue[0] if attribution.cue is not None else begin
    fronted = cue - begin < _FRONTED
    k = bisect_left(reading.starts, begin)
    while k < len(doc.mentions) and doc.mentions[k].sentence == attribution.sentence:
        start = doc.mentions[k].name[0]
        within = any(first <= start < last for first, last in attribution.content)
        if start > cue and not fronted:
            break
        opens = not fronted or doc.text.endswith(_COMMAS, 0, doc.mentions[k].range[0])
        if doc.mentions[k].place == "subject" and k in reading.cast.of and not within and opens:
            return reading.cast.of[k].number, "speaker.shared_subject"
        k += 1
    return None, ""
