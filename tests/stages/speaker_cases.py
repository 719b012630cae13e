"""Reads `tests/cases/speakers/*.txt` and builds documents from them, attributions given.

A case is a paragraph of comment (`#`), the article's text, a paragraph a line (`\\n` breaks one too), and for each
attribution a line `? source | cue | content` and a line `= speaker`, or `=` alone for none. After the speaker may stand
`to: ...`, `via: ...`, `medium: ...` and `when: FROM[..TO]`, set apart by `;`. `hears: ...` is who the one spoken to is,
`role: ...` the speaker's role, `kind: ...` his or her kind; these three are only looked at where they are written. The
article is of Wednesday, 6 March 2024, or of no day where a line before the text is `@ no date`; `@ by NAME` names its
writer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from newsparse.document import Attribution, BylinePart, Document, Header, Range, When
from newsparse.lang import load_language
from newsparse.pipeline import SOUGHT
from newsparse.stages.classes import classify
from newsparse.stages.details import find_details
from newsparse.stages.lexicon import look_up
from newsparse.stages.marks import find_quotations
from newsparse.stages.people import find_mentions
from newsparse.stages.segment import find_sentences, tokenize
from newsparse.stages.speakers import resolve_speakers

FOLDER = Path(__file__).parent.parent / "cases" / "speakers"
DAY = dt.date(2024, 3, 6)


@attrs.frozen
class Case:
    """One text with what is asked of it."""

    name: str
    text: str
    asked: tuple[tuple[str, str, str], ...]
    wanted: tuple[dict[str, str], ...]
    by: str = ""
    dated: bool = True


def read_cases() -> list[Case]:
    """Every case of every file, in order."""
    cases = []
    for file in sorted(FOLDER.glob("*.txt")):
        blocks = file.read_text(encoding="utf-8").split("\n\n")
        for number, block in enumerate(b for b in blocks if "\n?" in b):
            lines = [line for line in block.strip().split("\n") if not line.startswith("#")]
            notes = [line[1:].strip() for line in lines if line.startswith("@ ")]
            text = "\n".join(line for line in lines if line[0] not in "?=" and not line.startswith("@ "))
            text = text.replace("\\n", "\n").replace("\n", "\n\n")
            asked = [_three(line[1:]) for line in lines[1:] if line.startswith("?")]
            wanted = [_answer(line[1:]) for line in lines[1:] if line.startswith("=")]
            by = "".join(note[3:] for note in notes if note.startswith("by "))
            case = Case(f"{file.stem}-{number + 1}", text, tuple(asked), tuple(wanted), by, "no date" not in notes)
            cases.append(case)
    return cases


def _three(line: str) -> tuple[str, str, str]:
    source, cue, content = (part.strip() for part in line.split("|"))
    return source, cue, content


def _answer(line: str) -> dict[str, str]:
    speaker, *rest = (part.strip() for part in line.split(";"))
    return {
        "speaker": speaker,
        **{key.strip(): value.strip() for key, value in (r.split(":", 1) for r in rest)},
    }


def document(text: str, asked: tuple[tuple[str, str, str], ...] = (), **header: Any) -> Document:
    """The text with the layers that the speaker stages read; the first line is a headline where it has no full stop."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append((at, at + len(line)))
        at += len(line) + 1
    header.setdefault("published", When(None, DAY, "day"))
    if len(blocks) > 1 and text[blocks[0][1] - 1].isalpha():
        header.setdefault("headline", blocks[0])
    doc = Document(
        text=text,
        language=load_language("en"),
        prose=tuple(blocks),
        header=Header(**header),
    )
    tokens, block_tokens = tokenize(doc)
    doc = attrs.evolve(doc, tokens=tokens, block_tokens=block_tokens)
    plain, sought = look_up(doc, SOUGHT)
    doc = attrs.evolve(doc, plain=plain, sought=sought)
    doc = attrs.evolve(doc, quotations=find_quotations(doc))
    doc = attrs.evolve(doc, sentences=find_sentences(doc))
    doc = attrs.evolve(doc, signals=classify(doc))
    at, found = 0, []
    for source, cue, content in asked:
        one = _attribution(doc, source, cue, content, at)
        at = max(
            one.content[-1][1],
            one.cue[1] if one.cue else 0,
            one.source[1] if one.source else 0,
        )
        found.append(one)
    return attrs.evolve(doc, attributions=tuple(found))


def _attribution(doc: Document, source: str, cue: str, content: str, at: int) -> Attribution:
    text, pieces, begin = doc.text, [], at
    for piece in content.split("..."):
        pieces.append(min(_places(text, piece.strip(), begin)))
        begin = pieces[-1][1]
    near = _nearest(_places(text, cue, at), pieces[0]) if cue else None
    origin = _nearest(_places(text, source, at), near or pieces[0]) if source else None
    anchor = (near or pieces[0])[0]
    sentence = max(i for i, s in enumerate(doc.sentences) if doc.tokens.start[s.first] <= anchor)
    return Attribution(
        content=tuple(pieces),
        cue=near,
        source=origin,
        head=cue.split()[-1].lower() if cue else "",
        kind="indirect",
        rule="given",
        sentence=sentence,
    )


def _places(text: str, part: str, at: int) -> list[Range]:
    """Where the words stand, as whole words, from `at` on."""
    found, i = [], text.find(part, at)
    while i >= 0:
        end = i + len(part)
        if not (i and text[i - 1].isalnum() and part[0].isalnum()) and not text[end : end + 1].isalnum():
            found.append((i, end))
        i = text.find(part, i + 1)
    assert found, f"{part!r} is not in {text!r}"
    return found


def _nearest(places: list[Range], to: Range) -> Range:
    return min(places, key=lambda place: max(place[0] - to[1], to[0] - place[1]))


def case_document(case: Case) -> Document:
    """The document of a case, its writer's byline before the text."""
    header: dict[str, Any] = {} if case.dated else {"published": None}
    if not case.by:
        return document(case.text, case.asked, **header)
    line = f"By {case.by}"
    size = len(line)
    byline = BylinePart(range=(0, size), name=(3, size), rule="given")
    return document(f"{line}\n\n{case.text}", case.asked, bylines=(byline,), **header)


def read(doc: Document) -> Document:
    """The document with details, mentions and resolution."""
    doc = attrs.evolve(doc, details=find_details(doc))
    doc = attrs.evolve(doc, mentions=find_mentions(doc))
    return attrs.evolve(doc, resolution=resolve_speakers(doc))


def answer(doc: Document, i: int, wanted: Iterable[str] = ()) -> dict[str, str]:
    """What the document says of attribution `i`, in the form of the files; of more only what is wanted."""
    number, detail, entities = doc.resolution.speaker[i], doc.details[i], doc.resolution.entities
    entity = None if number is None else entities[number]
    found = {"speaker": "" if entity is None else entity.name}
    heard = doc.resolution.addressee[i]
    more = {
        "hears": None if heard is None else entities[heard].name,
        "role": None if entity is None else entity.role,
        "kind": None if entity is None else entity.kind,
    }
    found.update({key: more[key] or "" for key in wanted if key in more})
    for key, where in (
        ("to", detail.addressee),
        ("via", detail.via),
        ("medium", detail.medium),
    ):
        if where is not None:
            found[key] = doc.text[where[0] : where[1]]
    if detail.when is not None:
        first, last = detail.when.value, detail.when.end
        found["when"] = str(first) if last is None else f"{first}..{last}"
    return found
