"""Who is there: mentions, and who of them is one."""

from __future__ import annotations

from typing import Literal

import attrs

from newsparse.document.records import record
from newsparse.document.words import Range
from newsparse.model import SpeakerKind

MentionKind = Literal["name", "nominal", "pronoun", "relative"]


@record
class PersonMention:
    """A phrase that stands for a person, body, group or document.

    Attributes:
        range: the whole phrase, with title and apposition.
        name: the proper name inside it, without titles (for a nominal: its head noun phrase).
        kind: "name", "nominal", "pronoun" or "relative".
        speaker_kind: what it seems to stand for.
        role, organization: ranges of title or office, and of the body, where the phrase gives them.
        gender: "female", "male", "plural", "thing", or none where the phrase does not show it.
        head: the head noun of a nominal, lower-cased; "" for the others.
        definite: a nominal that points to something known ("the judge", "this poll", "Judge" in a headline).
        place: what the phrase is in its sentence; "quoted" is anywhere in quotation marks.
        sentence: the index of its sentence.
    """

    range: Range
    name: Range
    kind: MentionKind
    speaker_kind: SpeakerKind
    role: Range | None = None
    organization: Range | None = None
    gender: Literal["female", "male", "plural", "thing"] | None = None
    head: str = ""
    definite: bool = False
    place: Literal["subject", "object", "possessive", "quoted"] = "object"
    sentence: int = 0


@record(kw_only=True)
class Entity:
    """One speaker, and where all its mentions are, in text order."""

    name: str
    kind: SpeakerKind
    role: str | None = None
    organization: str | None = None
    pronouns: tuple[str, ...] = ()
    mentions: tuple[Range, ...] = ()


@attrs.frozen(kw_only=True)
class Resolution:
    """Who speaks in each attribution: `speaker[i]` and `addressee[i]` are indices into `entities`.

    `rules[i]` names the rule that decided `speaker[i]` ("" where none did). `doubts` as in `Header`.
    """

    entities: tuple[Entity, ...] = ()
    speaker: tuple[int | None, ...] = ()
    addressee: tuple[int | None, ...] = ()
    rules: tuple[str, ...] = ()
    doubts: tuple[tuple[Range, str], ...] = ()
