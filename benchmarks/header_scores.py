"""Whether headers are right: headline, authors, day, minute and dateline of pages, against gold.

The gold is JSON Lines, one page a line: `id`, `text` (the page as plain text), `url`, and `gold` with

- `headline` as shown, and `headline_also`, other wordings that count as right;
- `authors`, `authors_also` (other sets that count as right), `authors_optional` (neither right nor wrong);
- `published` in ISO 8601, and `shown`, the same moment as the page shows it (a local day or minute), or null;
- `dateline`, the place as printed, or null;
- `answerable`: which of headline, authors and published can be read off the text. From HTML all can.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

Row = Mapping[str, Any]

_QUOTES = dict.fromkeys(map(ord, '‘’‚‛′`´"“”„‟″«»‹›'), "'") | dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_HONORIFICS = r"(?:by|von|par|por|di|da|de|autor|the|dr|prof|professor|sir|dame|lord|lady|mr|mrs|ms|miss|rev)\.?:?"


@attrs.define
class Counts:
    """How many were right, how many were given, and how many there are."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, right: int, given: int, wanted: int) -> None:
        """Count one more page."""
        self.right += right
        self.given += given
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """The share of those given that is right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of those there are that was given."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 0.0


FIELDS = ("headline", "authors", "set", "day", "minute", "dateline")


def score(pages: Iterable[Row], found: Mapping[str, Row], *, from_html: bool) -> dict[str, Counts]:
    """The counts of each of `FIELDS`.

    Args:
        pages: the gold.
        found: what was read of each page, by id: `headline`, `authors`, `published` (ISO 8601), `dateline`.
        from_html: everything can be answered.
    """
    counts = {field: Counts() for field in FIELDS}
    for page in pages:
        gold, read = page["gold"], found.get(page["id"], {})
        can = (
            {key: bool(gold[key]) for key in ("headline", "authors", "published")} if from_html else gold["answerable"]
        )
        if can["headline"]:
            right = _title(read.get("headline")) in {
                _title(h) for h in (gold["headline"], *gold.get("headline_also", []))
            }
            counts["headline"].add(right, bool(read.get("headline")), 1)
        if can["authors"] or not gold["authors"]:
            _authors(counts, gold, read)
        _moments(counts, gold, read, can["published"])
        place, given = _name(gold.get("dateline") or ""), _name(read.get("dateline") or "")
        if "dateline" in gold:
            counts["dateline"].add(bool(place) and place == given, bool(given), bool(place))
    return counts


def _authors(counts: dict[str, Counts], gold: Row, read: Row) -> None:
    given = _names(read.get("authors") or ())
    optional = _names(gold.get("authors_optional", ()))
    sets = [_names(names) for names in (gold["authors"], *gold.get("authors_also", []))]
    size = len(given - optional)
    wanted = max(sets, key=lambda names: (2 * len(names & given) + (names == given)) / (len(names) + size or 1))
    given -= optional - wanted
    counts["authors"].add(len(given & wanted), len(given), len(wanted))
    counts["set"].add(given == wanted, 1, 1)


def _moments(counts: dict[str, Counts], gold: Row, read: Row, can: bool) -> None:
    given, wanted, shown = (_moment(text) for text in (read.get("published"), gold["published"], gold.get("shown")))
    right = given is not None and _same_day(given, wanted, shown)
    if can or (given is not None and not right):
        counts["day"].add(can and right, given is not None, can)
    if can and shown is not None and "T" in gold["shown"]:
        timed = given is not None and re.search(r"[T ]\d", read["published"]) is not None
        counts["minute"].add(timed and given is not None and _same_minute(given, wanted, shown), timed, 1)


def _title(text: str | None) -> str:
    text = unicodedata.normalize("NFKC", text or "").translate(_QUOTES).replace("\u00ad", "").replace("...", "…")
    text = re.sub(r"\s+([:;,.!?])", r"\1", " ".join(re.sub("'+", "'", text).split()))
    return text.strip(" .…").casefold()


def _name(text: str) -> str:
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", re.sub(rf"^(?:{_HONORIFICS}\s+)+", "", text.strip())))


def _names(texts: Iterable[str]) -> set[str]:
    return {name for text in texts if (name := _name(text))}


def _moment(text: str | None) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat((text or "").strip().replace("Z", "+00:00"))
    except ValueError:
        return None


def _same_day(given: dt.datetime, wanted: dt.datetime | None, shown: dt.datetime | None) -> bool:
    local = given.astimezone(wanted.tzinfo) if wanted and wanted.tzinfo and given.tzinfo else given
    return not {given.date(), local.date()}.isdisjoint({m.date() for m in (wanted, shown) if m})


def _same_minute(given: dt.datetime, wanted: dt.datetime | None, shown: dt.datetime | None) -> bool:
    def minute(moment: dt.datetime) -> dt.datetime:
        return moment.replace(second=0, microsecond=0)

    if minute(given).replace(tzinfo=None) in {minute(m).replace(tzinfo=None) for m in (wanted, shown) if m}:
        return True
    return bool(wanted and wanted.tzinfo and given.tzinfo and minute(given) == minute(wanted))
