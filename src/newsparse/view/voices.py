"""Who said what: the speakers by words quoted, each with what he or she says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsparse.model import Article, Quote, Speaker
from newsparse.tally import Voice, counted, silence, tone, voices, words_by_kind
from newsparse.view.details import said_of
from newsparse.view.markup import clean, isolated, safe, share_bar

_EXCERPT = 170  # characters of a saying in the list
_ALL_OPEN = 40  # quotes in an article whose lists all stand open


def who_said_what(article: Article, shown: Sequence[Quote], labels: Sequence[str]) -> str:
    """The list of speakers.

    Args:
        article: the article.
        shown: its quotes, then its attitudes.
        labels: the number that stands beside each of them in the text.
    """
    numbers = {id(quote): number for number, quote in enumerate(shown)}
    cast = {id(speaker): number for number, speaker in enumerate(article.speakers)}
    rows = voices(article.quotes)
    attitudes: dict[str, list[Quote]] = {}
    heard = {_key(voice.name, voice.speaker) for voice in rows}
    for voice in voices(article.attitudes):
        attitudes.setdefault(_key(voice.name, voice.speaker), []).extend(voice.quotes)
    silent = [v for v in voices(article.attitudes) if _key(v.name, v.speaker) not in heard]
    most = max((voice.words for voice in rows), default=0)
    few = len(shown) <= _ALL_OPEN
    return (
        "".join(
            [
                *_voices(rows, attitudes, numbers, labels, cast, most, 3 if not few else len(rows)),
                *_silent(silent, numbers, labels, cast, few),
            ]
        )
        or f'<p class="nobody">{safe(silence(article))}</p>'
    )


def _key(name: str, speaker: Speaker | None) -> str:
    return f"={id(speaker)}" if speaker is not None else name.casefold()


def _voices(
    rows: Sequence[Voice],
    attitudes: Mapping[str, list[Quote]],
    numbers: Mapping[int, int],
    labels: Sequence[str],
    cast: Mapping[int, int],
    most: int,
    opened: int,
) -> Iterator[str]:
    for place, voice in enumerate(rows):
        said = [*voice.quotes, *attitudes.get(_key(voice.name, voice.speaker), ())]
        said.sort(key=lambda quote: quote.span.start)
        label = ", ".join(f"{n} {kind}" for kind, n in voice.by_kind.items() if n)
        yield _voice(
            voice,
            counted(voice.words, "word"),
            share_bar(voice.by_kind, most, f"Words quoted: {label}"),
            [_saying(quote, numbers[id(quote)], labels) for quote in said],
            cast,
            place < opened,
        )


def _silent(
    rows: Sequence[Voice], numbers: Mapping[int, int], labels: Sequence[str], cast: Mapping[int, int], opened: bool
) -> Iterator[str]:
    for voice in rows:
        sayings = [_saying(quote, numbers[id(quote)], labels) for quote in voice.quotes]
        yield f'<div class="silent">{_voice(voice, "not quoted", "", sayings, cast, opened)}</div>'


def _voice(voice: Voice, amount: str, bar: str, sayings: Sequence[str], cast: Mapping[int, int], opened: bool) -> str:
    number = cast.get(id(voice.speaker), "")
    return (
        f'<details class="voice" data-v="{number}"{" open" * opened}>'
        f'<summary><span class="name">{isolated(voice.name)}</span>'
        f'<span class="amount">{amount}</span>{_about(voice)}{bar}</summary>'
        f"<ol>{''.join(sayings)}</ol></details>"
    )


def _about(voice: Voice) -> str:
    if voice.speaker is None:
        return '<span class="about">who this is was left open</span>' if voice.name != "unnamed" else ""
    about = said_of(voice.speaker)
    return f'<span class="about">{isolated(about)}</span>' if about else ""


def _saying(quote: Quote, number: int, labels: Sequence[str]) -> str:
    text = " … ".join(clean(piece.text) for piece in quote.content)
    shown = text if len(text) <= _EXCERPT else text[:_EXCERPT].rsplit(" ", 1)[0] + " …"
    return (
        f'<li class="k-{tone(quote)}" id="w{number}"><a href="#q{number}" data-j="{number}">'
        f'<span class="n">{labels[number]}</span>{isolated(shown)}</a></li>'
    )


def key(article: Article) -> str:
    """The bar of direct, mixed and indirect words, and the switches that also say what the colours mean.

    Nothing where there is nothing to show.
    """
    if not article.quotes and not article.attitudes:
        return ""
    words = words_by_kind(article.quotes)
    whole = sum(words.values())
    shares = {kind: round(100 * n / whole) if whole else 0 for kind, n in words.items()}
    label = "Share of the words quoted: " + ", ".join(f"{kind} {share} percent" for kind, share in shares.items())
    numbers = {kind: sum(q.kind == kind for q in article.quotes) for kind in words}
    switches = [
        _switch(kind, kind.capitalize(), f"{shares[kind]}%", f"{counted(n, 'quote')}, {counted(words[kind], 'word')}")
        for kind, n in numbers.items()
    ]
    held = counted(len(article.attitudes), "attitude")
    switches.append(_switch("attitude", "Attitudes", str(len(article.attitudes)), held))
    bar = share_bar(words, whole, label) if whole else ""
    return f'<div class="key">{bar}<div class="switches" role="group" aria-label="Show">{"".join(switches)}</div></div>'


def _switch(name: str, label: str, figure: str, title: str) -> str:
    return (
        f'<button type="button" class="switch s-{name}" data-t="{name}" aria-pressed="true" title="{safe(title)}">'
        f"<i></i>{label} <b>{figure}</b></button>"
    )


def doubts(article: Article) -> str:
    """What the article leaves open, with the reasons."""
    if not article.doubts:
        return ""
    rows = "".join(
        f"<li><q>{isolated(_short(doubt.span.text))}</q> {safe(clean(doubt.reason))}</li>" for doubt in article.doubts
    )
    return f'<section class="doubts"><h2>Left open</h2><ul>{rows}</ul></section>'


def _short(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[:_EXCERPT] + " …"
