"""The records that `parse` returns: frozen, slotted, and made of spans of the caller's text.

All offsets are half-open character offsets (code points) into `Article.text`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import attrs

QuoteKind = Literal["direct", "mixed", "indirect"]
Act = Literal["assertion", "belief", "fact", "eventuality"]
SpeakerKind = Literal["person", "organization", "group", "document", "author"]
Precision = Literal["day", "hour", "minute", "range"]
Contribution = Literal["by", "with", "reporting", "editing", "photo"]


@attrs.frozen
class Span:
    """A stretch of the article: `text == article.text[start:end]`, always.

    Attributes:
        start: offset of the first character.
        end: offset after the last character.
        text: the characters themselves.
    """

    start: int
    end: int
    text: str

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True)
class Byline:
    """One person, agency or desk that had a part in the article.

    Attributes:
        span: the stretch that the byline was read from.
        name: the name alone, without "By", role or outlet.
        role: a job title printed with the name ("Senior Reporter").
        organization: an outlet or agency printed with the name.
        location: a place printed with the name.
        contact: an e-mail address or handle printed with the name.
        contribution: what the person did: "by", "with", "reporting", "editing" or "photo".
    """

    span: Span
    name: Span
    role: Span | None = None
    organization: Span | None = None
    location: Span | None = None
    contact: Span | None = None
    contribution: Contribution = "by"


@attrs.frozen(kw_only=True)
class Timestamp:
    """A moment or a range of days.

    Attributes:
        span: where the text says it; none when the caller gave it, or a page only declares it.
        value: a `date` for precision "day" and "range", else a `datetime` (aware where a zone is known).
        precision: "day", "hour", "minute" or "range".
        end: the last day of a range (inclusive), else none.
    """

    span: Span | None = None
    value: dt.date | dt.datetime
    precision: Precision
    end: dt.date | None = None


@attrs.frozen(kw_only=True)
class Dateline:
    """The place, agency and day printed before the first words of the story.

    Attributes:
        span: the whole dateline, without the dash after it.
        places: the places, in order.
        agency: the agency in it ("Reuters"), if any.
        date: the day in it, if any.
    """

    span: Span
    places: tuple[Span, ...] = ()
    agency: Span | None = None
    date: Timestamp | None = None


@attrs.frozen(kw_only=True)
class Speaker:
    """Somebody or something that speaks in the article.

    Attributes:
        name: the fullest form that the article gives, without titles; for a group, office or
            document without a name, the noun phrase that names it.
        kind: "person", "organization", "group", "document" or "author" (the article's writer).
        role: the title or office, as last given.
        organization: the body that the speaker speaks for, where the article says so.
        pronouns: the pronouns that stand for the speaker, lower-cased, in order of first use.
        mentions: every mention, in text order.
    """

    name: str
    kind: SpeakerKind
    role: str | None = None
    organization: str | None = None
    pronouns: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


def _by_name(speaker: Speaker | None) -> str:
    """A speaker as the records that hold it print it: all its mentions in each would make a page of every quote."""
    return "None" if speaker is None else f"<Speaker {speaker.name!r}>"


def _as_one(speaker: Speaker | None) -> tuple[object, ...] | None:
    """What of a speaker is compared with each record that holds it. An article compares its speakers whole, once: to
    do so for each quote would take the mentions of a speaker times its quotes.
    """
    if speaker is None:
        return None
    first = speaker.mentions[:1]
    return speaker.name, speaker.kind, speaker.role, speaker.organization, first, len(speaker.mentions)


def _by_content(quote: Quote | None) -> str:
    """A quote as its children print it."""
    return "None" if quote is None else f"<Quote {quote.content[0].text!r}>"


@attrs.frozen(kw_only=True)
class Mention:
    """A stretch that stands for somebody, and who that is where it could be decided.

    Attributes:
        span: the stretch.
        speaker: who it is, or none.
    """

    span: Span
    speaker: Speaker | None = attrs.field(default=None, repr=_by_name, eq=_as_one)


@attrs.frozen(kw_only=True)
class Quote:
    """One attribution: a content tied to a source by a cue.

    Attributes:
        span: the smallest stretch that holds content, cue and source.
        content: what is said, in text order, one span a piece.
        cue: the words (or the mark) that say it is said; none for a quotation that stands alone.
        source: the phrase that names who says it; none where it is left unsaid.
        speaker: who the source is, resolved in the article; none where that can't be decided.
        kind: "direct" (all in quotation marks), "mixed" (some) or "indirect" (none).
        act: "assertion", "belief", "fact" or "eventuality".
        addressee: to whom it is said.
        medium: how or where ("in an interview").
        via: the outlet it is taken from ("told Reuters").
        when: the time it is said, reckoned from the article's date.
        parent: the attribution that this one lies in (`A said that B had denied it`).
        negated: the saying itself is denied (`did not say that`).
        hypothetical: the saying is only supposed (`if she says`).
        confidence: the estimated probability that this is an attribution, 0 to 1.
        rule: the name of the rule that found it (a key of `newsparse.rules.RULES`).
    """

    span: Span
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: Speaker | None = attrs.field(default=None, repr=_by_name, eq=_as_one)
    kind: QuoteKind
    act: Act = "assertion"
    addressee: Mention | None = None
    medium: Span | None = None
    via: Span | None = None
    when: Timestamp | None = None
    parent: Quote | None = attrs.field(default=None, repr=_by_content)
    negated: bool = False
    hypothetical: bool = False
    confidence: float = 1.0
    rule: str


@attrs.frozen(kw_only=True)
class Doubt:
    """Something that could not be decided, and why.

    Attributes:
        span: the stretch in question.
        reason: one plain sentence.
    """

    span: Span
    reason: str


@attrs.frozen(kw_only=True)
class Provenance:
    """Which rule found a part of the article that does not itself carry a rule's name.

    Attributes:
        field: the part, as a path: `"headline"`, `"bylines[0]"`, `"quotes[3].speaker"`.
        span: what the rule looked at; none where that is no one stretch.
        rule: a key of `newsparse.rules.RULES`.
    """

    field: str
    span: Span | None = None
    rule: str


@attrs.frozen(kw_only=True)
class Article:
    """A news article, read.

    Attributes:
        text: the caller's string, unchanged (the very same object); from `parse_html`, the extracted text.
        language: the language it was read in ("en"); with `language="auto"`, the one that was chosen.
        headline: the headline, or none.
        standfirst: the summary below the headline, or none.
        bylines: who wrote, reported, edited or photographed it.
        dateline: place, agency and day before the first words, or none.
        published: when it was published; what the caller gave wins over the text.
        updated: when it was last changed, or none.
        section: the section printed above the headline ("World"), or none.
        credits: credit lines of pictures.
        corrections: corrections and editor's notes.
        furniture: lines that belong to the page and not to the story.
        paragraphs: the story's paragraphs, in order.
        quotes: assertions (speech and writing), in text order.
        attitudes: beliefs, facts and eventualities, in text order.
        speakers: everybody who is the speaker of a quote or attitude, in order of first mention.
        doubts: what could not be decided.
        provenance: the rule behind each header field and each resolved speaker.
    """

    text: str
    language: str
    headline: Span | None = None
    standfirst: Span | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    published: Timestamp | None = None
    updated: Timestamp | None = None
    section: Span | None = None
    credits: tuple[Span, ...] = ()
    corrections: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attitudes: tuple[Quote, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    provenance: tuple[Provenance, ...] = ()

    def said_by(self, name: str) -> tuple[Quote, ...]:
        """The quotes (not the attitudes) whose speaker's name holds `name` as whole words.

        Args:
            name: a name or a part of one, in any case: `"Ortiz"`, `"dana ortiz"`.

        Returns:
            Those quotes in text order; empty where nobody of that name speaks.

        Raises:
            TypeError: `name` is no string.
        """
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not {type(name).__name__}")
        wanted = name.casefold().split()
        return tuple(q for q in self.quotes if q.speaker is not None and _holds(q.speaker.name, wanted))

    def to_dict(self) -> dict[str, Any]:
        """The article as plain dicts, lists, strings and numbers: see `newsparse.to_dict`."""
        from newsparse.dictform import to_dict

        return to_dict(self)

    def _repr_html_(self) -> str:
        """The article as a page in a sandboxed frame, for notebooks: see `newsparse.view`."""
        from newsparse.view import frame

        return frame(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Article:
        """The article that `to_dict` wrote: see `newsparse.from_dict`.

        Args:
            data: what `to_dict` gave.
        """
        from newsparse.dictform import from_dict

        return from_dict(data)


def _holds(name: str, wanted: list[str]) -> bool:
    have = name.casefold().split()
    size = len(wanted)
    return bool(wanted) and any(have[i : i + size] == wanted for i in range(len(have) - size + 1))
