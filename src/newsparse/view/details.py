"""What the card tells about each attribution, as data for the page's script."""

from __future__ import annotations

import bisect
import json
from collections.abc import Mapping, Sequence
from typing import Any

from newsparse.model import Article, Quote, Span, Speaker, Timestamp
from newsparse.rules import RULES
from newsparse.tally import tone
from newsparse.view.markup import clean, moment


def joins(shown: Sequence[Quote]) -> dict[int, Span]:
    """For each attribution whose source does not name its speaker (a pronoun, "the minister"), the mention that does.

    Returns:
        By number, the nearest mention before the source that has a word of the speaker's name, else the first after it.
    """
    naming: dict[int, list[Span]] = {}
    found = {}
    for number, quote in enumerate(shown):
        speaker, source = quote.speaker, quote.source
        if speaker is None or source is None or _names(source.text, speaker):
            continue
        if id(speaker) not in naming:
            naming[id(speaker)] = _naming(speaker)
        if naming[id(speaker)]:
            found[number] = _nearest(naming[id(speaker)], source.start)
    return found


def pronouns(article: Article) -> dict[int, Span]:
    """For each mention that is a pronoun, by where it starts, the mention that names who is meant, chosen likewise."""
    found = {}
    for speaker in article.speakers:
        if named := _naming(speaker):
            for mention in speaker.mentions:
                if mention.text.casefold() in speaker.pronouns:
                    found[mention.start] = _nearest(named, mention.start)
    return found


def _naming(speaker: Speaker) -> list[Span]:
    return [mention for mention in speaker.mentions if _names(mention.text, speaker)]


def _nearest(mentions: Sequence[Span], start: int) -> Span:
    return mentions[max(bisect.bisect_left(mentions, start, key=lambda span: span.start) - 1, 0)]


def _names(text: str, speaker: Speaker) -> bool:
    words = text.casefold()
    parts = words.removesuffix("'s").removesuffix("’s").split()
    return words not in speaker.pronouns and not set(speaker.name.casefold().split()).isdisjoint(parts)


def data(article: Article, shown: Sequence[Quote], labels: Sequence[str], joined: Mapping[int, Span]) -> str:
    """The script's data as JSON that can stand inside a script element.

    Args:
        article: the article.
        shown: its quotes, then its attitudes.
        labels: the number beside each.
        joined: for each whose source does not name its speaker, the mention that does.
    """
    numbers = {id(speaker): number for number, speaker in enumerate(article.speakers)}
    known = {
        "quotes": [
            _row(quote, label, numbers, joined.get(number))
            for number, (quote, label) in enumerate(zip(shown, labels, strict=True))
        ],
        "speakers": [_speaker(speaker) for speaker in article.speakers],
        "rules": {name: RULES[name].why for name in sorted({quote.rule for quote in shown}) if name in RULES},
    }
    text = json.dumps(known, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _row(quote: Quote, label: str, numbers: Mapping[int, int], join: Span | None) -> dict[str, Any]:
    flags = [word for word in ("negated", "hypothetical") if getattr(quote, word)]
    if quote.parent is not None:
        flags.append("inside another")
    row: dict[str, Any] = {
        "n": label,
        "k": tone(quote),
        "f": quote.kind,
        "act": quote.act,
        "s": numbers.get(id(quote.speaker)),
        "who": clean(quote.speaker.name) if quote.speaker is not None else None,
        "src": _text(quote.source),
        "cue": _text(quote.cue),
        "to": _text(quote.addressee.span) if quote.addressee else None,
        "to_who": clean(quote.addressee.speaker.name) if quote.addressee and quote.addressee.speaker else None,
        "medium": _text(quote.medium),
        "via": _text(quote.via),
        "when": _when(quote.when),
        "c": round(100 * quote.confidence),
        "rule": quote.rule,
        "flags": ", ".join(flags),
        "join": join.start if join is not None else None,
        "name": _text(join),
    }
    return {key: value for key, value in row.items() if value not in (None, "")}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {"name": clean(speaker.name), "kind": speaker.kind, "about": said_of(speaker)}


def said_of(speaker: Speaker) -> str:
    """The role, and the body where the role does not name it already."""
    role, body = clean(speaker.role or ""), clean(speaker.organization or "")
    return role if body.casefold() in role.casefold() else ", ".join(filter(None, (role, body)))


def _text(span: Span | None) -> str | None:
    return clean(span.text) if span is not None else None


def _when(when: Timestamp | None) -> str | None:
    if when is None:
        return None
    said = clean(when.span.text) if when.span else ""
    return f"{said}: {moment(when)}" if said else moment(when)
