"""Text made safe for a page, and the small pieces of markup that several parts of it share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import regex

from newsparse.model import QuoteKind, Timestamp
from newsparse.tally import KINDS

_NOT_IN_HTML = r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}


def safe(text: str) -> str:
    """A text as it may stand in an element or a quoted attribute; what no page may hold is U+FFFD."""
    return regex.sub(_NOT_IN_HTML, "\N{REPLACEMENT CHARACTER}", text).translate(_ESCAPES)


def clean(text: str) -> str:
    """A text on one line, without what no page may hold."""
    return " ".join(regex.sub(_NOT_IN_HTML, "\N{REPLACEMENT CHARACTER}", text).split())


def isolated(text: str) -> str:
    """A name or a saying on one line, whose direction of writing does not spill over."""
    return f"<bdi>{safe(clean(text))}</bdi>"


def moment(when: Timestamp) -> str:
    """A day as "14 March 2024", with the minute where it is known, or a range of days."""
    shown = _day(when.value)
    if when.end is not None:
        return f"{shown} to {_day(when.end)}"
    if isinstance(when.value, dt.datetime) and when.precision in ("hour", "minute"):
        zone = when.value.strftime(" %z")
        return f"{shown}, {when.value:%H:%M}{zone if zone.strip() else ''}"
    return shown


def _day(value: dt.date) -> str:
    return f"{value.day} {value:%B} {value.year}"


def share_bar(words: Mapping[QuoteKind, int], whole: int, label: str) -> str:
    """A bar in which each kind has its share of `whole` words."""
    x, parts = 0.0, []
    for kind in KINDS:
        width = 1000 * words[kind] / whole if whole else 0
        if width:
            parts.append(f'<rect class="f-{kind}" x="{x:.1f}" y="0" width="{width:.1f}" height="10"/>')
        x += width
    return (
        f'<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="{safe(label)}">'
        f"{''.join(parts)}</svg>"
    )
