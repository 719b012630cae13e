"""Stretches of text that tell a time, and the days they mean."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newsparse.dates import reckon
from newsparse.dates.reckon import Days
from newsparse.document import Document
from newsparse.lang import Language


class Time(NamedTuple):
    """Tokens `first` to `last` (half-open), the days that they mean, and those that they mean of what is to come."""

    first: int
    last: int
    days: Days
    ahead: Days | None = None


@functools.cache
def _time_words(language: Language) -> dict[str, tuple[str, int]]:
    rows = language.table("time_words")
    words = zip(rows, rows.column("is"), rows.column("number"), strict=True)
    return {word: (kind, int(number)) for word, kind, number in words}


_BEGINNINGS = frozenset({"weekday", "month", "day", "unit"})


@functools.cache
def time_beginnings(language: Language, century: int) -> frozenset[str]:
    """The words that a time is read from: days, months, units, and the years that `Clock` reads up to that century's.

    A small set: each word of each article is looked for in it.
    """
    words = {word for word, entry in _time_words(language).items() if entry[0] in _BEGINNINGS}
    years = {str(year) for year in range(_EARLIEST, min(century * 100 + 100, 3000))}
    return frozenset(words | years | {year + "s" for year in years})


_EARLIEST = 1800
YEARS_AHEAD = 20
"""A year before 1800, or after so many years to come, is some other number."""
_DAYTIMES = frozenset({"morning", "afternoon", "evening", "night"})
_ONWARD = frozenset({"later", "after"})
_COUNTED = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years"})
_WHOLE = frozenset({"may", "june", "july"})
"""Short months that are no abbreviations."""
_SHIFTS = {"last": -1, "this": 0, "next": 1}
_PARTS = frozenset({"early", "late", "earlier", "later"})
_VAGUE = frozenset({"about", "almost", "around", "at", "nearly", "over", "roughly", "some", "than"})
"""What makes a count no count: `nearly two weeks ago`."""
_CLOSING = frozenset({".", ",", ";", ":", "that", "said", "he", "she", "they", "it", "”", '"', "", "to", "in", "at"})
"""What may follow `the day before`, which is else the day before something."""
_FAR = 60
"""A day that was told more tokens before is out of mind."""


class Clock:
    """Reads the times of one document, reckoned from one day."""

    def __init__(self, doc: Document, base: dt.date) -> None:
        """A clock that stands at `base`."""
        self.word = doc.tokens.word
        self.low = doc.tokens.low
        self.base = base
        self.words = _time_words(doc.language)
        self.size = len(self.low)
        self.told: Time | None = None
        """The last day that was told, from which `two days earlier` is reckoned."""
        self.readers: dict[str, Callable[[int, int], Time | None]] = {
            "weekday": self._weekday,
            "month": self._month,
            "day": self._day,
            "unit": self._unit,
        }

    def times(self, beginnings: Iterable[int]) -> Iterator[Time]:
        """Every time that is read from one of these tokens, in text order."""
        low, words, end = self.low, self.words, 0
        for i in beginnings:
            if i < end:
                continue
            entry = words.get(low[i])
            found = self.readers[entry[0]](i, entry[1]) if entry is not None else self._year(i)
            if found is not None:
                end = found.last
                if found.days[0] == found.days[1]:
                    self.told = found
                yield found

    def _at(self, i: int) -> str:
        return self.low[i] if 0 <= i < self.size else ""

    def _weekday(self, i: int, day: int) -> Time | None:
        if not self.word[i][0].isupper():
            return None
        before, last = self._at(i - 1), i + 1
        if self._at(last) in _DAYTIMES:
            last += 1
        of = last + (self._at(last) == "of")
        if self._at(of + 1) == "week" and self._at(of) in _SHIFTS:
            week = reckon.week(self.base, _SHIFTS[self._at(of)])
            return Time(i, of + 2, reckon.days_from(week[0], day))
        if before == "next":
            return Time(i - 1, last, reckon.weekday(reckon.days_from(self.base, 1)[0], day, ahead=True))
        if before == "last":
            return Time(i - 1, last, reckon.weekday(reckon.days_from(self.base, -1)[0], day))
        exact = self._day_after_weekday(i + 1)
        if exact is not None:
            return exact._replace(first=i)
        return self._either(i, last, *(reckon.weekday(self.base, day, ahead=ahead) for ahead in (False, True)))

    def _either(self, first: int, last: int, back: Days, ahead: Days) -> Time:
        """The time that is meant, looking back unless the words before it look ahead."""
        return Time(first, last, ahead if self._looks_ahead(first) else back, ahead)

    def _day_after_weekday(self, i: int) -> Time | None:
        """The full date in `Tuesday, May 3`, which says more than the weekday."""
        i += self._at(i) == ","
        entry = self.words.get(self._at(i))
        return self._month(i, entry[1]) if entry is not None and entry[0] == "month" else None

    def _looks_ahead(self, i: int) -> bool:
        """Whether the clause before the day speaks of what is to come."""
        for k in range(i - 1, max(i - 8, -1), -1):
            low = self.low[k]
            if low in ("will", "shall", "'ll", "scheduled", "expected", "due"):
                return True
            if low in (",", ".", "said", "says", ";", '"', "”", "told"):
                return False
        return False

    def _month(self, i: int, number: int) -> Time | None:
        if not self.word[i][0].isupper() or (self.low[i] in ("may", "march", "mar") and not self._is_month(i)):
            return None
        last = i + 1
        if self._at(last) == "." and len(self.low[i]) < 5 and self.low[i] not in _WHOLE:
            last += 1
        day = self._at(last).rstrip("stndrh")
        before = self._at(i - 1)
        if day.isdecimal() and day.isascii() and len(day) < 3:
            return self._full_date(i, last + 1, number, int(day))
        if before.isdecimal() and before.isascii() and len(before) < 3 and 1 <= int(before) <= 31:
            return self._full_date(i - 1, last, number, int(before))
        year = self._at(last + (self._at(last) in (",", "of")))
        if len(year) == 4 and year.isdecimal() and year.isascii() and 1 <= int(year) <= 9999:
            last += 1 + (self._at(last) in (",", "of"))
            return self._parted(i, last, reckon.whole_month(int(year), number))
        if before in ("last", "this"):
            return Time(i - 1, last, reckon.named_month(self.base, number))
        ahead = reckon.named_month(self.base, number, ahead=True)
        if before == "next":
            return self._parted(i, last, ahead)
        back = reckon.named_month(self.base, number)
        found = self._parted(i, last, ahead if self._looks_ahead(i) else back)
        return found._replace(ahead=self._parted(i, last, ahead).days)

    def _is_month(self, i: int) -> bool:
        """`May` is a month after `in`, `last`, `early` and the like, or before a number."""
        near = self._at(i - 1)
        return near in ("in", "last", "this", "early", "late", "since", "of", "until", "on", "a", "mid", "during") or (
            self._at(i + 1)[:1].isdecimal()
        )

    def _full_date(self, first: int, last: int, number: int, day: int) -> Time | None:
        year_at = last + (self._at(last) == ",")
        year = self._at(year_at)
        try:
            if len(year) == 4 and year.isdecimal() and year.isascii():
                found = dt.date(int(year), number, day)
                return Time(first, year_at + 1, (found, found))
            passed = (number, day) <= (self.base.month, self.base.day)
            back, ahead = (dt.date(self.base.year + step, number, day) for step in (passed - 1, passed))
        except ValueError:
            return None
        if (number, day) == (self.base.month, self.base.day):
            ahead = back
        return self._either(first, last, (back, back), (ahead, ahead))

    def _parted(self, i: int, last: int, days: Days) -> Time:
        before = self._at(i - 1)
        entry = self.words.get(before)
        if entry is not None and entry[0] == "part":
            return Time(i - 1, last, reckon.part(days, before))
        if before == "-" and self._at(i - 2) == "mid":
            return Time(i - 2, last, reckon.part(days, "mid"))
        return Time(i, last, days)

    def _day(self, i: int, shift: int) -> Time | None:
        if self.word[i][0].isupper() and i and self.word[i - 1][0].isupper():
            return None  # the newspaper USA Today
        return Time(i, i + 1, reckon.days_from(self.base, shift))

    def _unit(self, i: int, _: int) -> Time | None:
        """`last week`, `earlier this year`, `two days ago`, `the day before`, `over the weekend`."""
        low, before = self.low[i], self._at(i - 1)
        unit = low.rstrip("s")
        after = self._at(i + 1)
        if after in ("ago", "earlier", "before", "later", "after") and low in _COUNTED:
            return self._counted(i, unit, after)
        if low == "weekend":
            return self._weekend(i, before)
        if before in ("that", "same", "next", "following") and low in ("day", *_DAYTIMES):
            return self._from_told(i, before)
        if low in _DAYTIMES and before in ("last", "this"):
            return Time(i - 1, i + 1, reckon.days_from(self.base, -1 if before == "last" else 0))
        if unit not in ("week", "month", "year") or low != unit:
            return None
        if before == "the" and self._at(i - 2) == "in" and self._at(i - 3) in ("earlier", "later"):
            return self._part_of(i - 3, i + 1, self._at(i - 3), unit)
        if before not in _SHIFTS:
            return None
        first, part = i - 1, self._at(i - 2)
        if before == "this":
            return self._part_of(first - (part in _PARTS), i + 1, part, unit)
        days = self._whole(unit, _SHIFTS[before])
        if part in ("early", "late"):
            return Time(first - 1, i + 1, reckon.part(days, part))
        return Time(first - (part in _PARTS), i + 1, days)

    def _part_of(self, first: int, last: int, part: str, unit: str) -> Time:
        """This week, month or year as far as it has gone, or what is left of it."""
        whole = self._whole(unit, 0)
        back, ahead = reckon.until(whole, self.base), (self.base, whole[1])
        if part in ("early", "late"):
            days = reckon.part(whole, part)
            return Time(first, last, reckon.until(days, self.base), days)
        return Time(first, last, ahead if part == "later" else back, ahead)

    def _weekend(self, i: int, before: str) -> Time | None:
        back, ahead = reckon.weekend(self.base), reckon.weekend(self.base, 1)
        if self.base.weekday() > 4:  # it is the weekend
            ahead = back
        if before == "the" and self._at(i - 2) in ("over", "at", "during", "on"):
            return self._either(i - 1, i + 1, reckon.until(back, self.base), ahead)
        if before == "last":
            return Time(i - 1, i + 1, reckon.weekend(self.base, -1) if self.base.weekday() > 4 else back)
        if before in ("this", "next"):
            return self._either(i - 1, i + 1, *((back, ahead) if before == "this" else (ahead, ahead)))
        return None

    def _from_told(self, i: int, which: str) -> Time | None:
        """`That day`, `the next day`: reckoned from the day told before."""
        told = self._told_before(i)
        article = self._at(i - 2) == "the"
        if told is None or (which != "that" and not article):
            return None
        shift = 0 if which in ("that", "same") else 1
        return Time(i - 1 - article, i + 1, reckon.days_from(told, shift))

    def _told_before(self, i: int) -> dt.date | None:
        """The day told before that token, where it is not far."""
        told = self.told
        return told.days[0] if told is not None and i - told.last < _FAR else None

    def _whole(self, unit: str, shift: int) -> Days:
        if unit == "week":
            return reckon.week(self.base, shift)
        if unit == "month":
            return reckon.month(self.base, shift)
        return reckon.whole_year(self.base.year + shift)

    def _counted(self, i: int, unit: str, after: str) -> Time | None:
        before = self._at(i - 1)
        entry = self.words.get(before)
        if entry is not None and entry[0] == "count":
            count = entry[1]
        elif before.isdecimal() and before.isascii() and len(before) < 4:
            count = int(before)
        elif before == "the" and after in ("before", "after") and unit == "day" and self._at(i + 2) in _CLOSING:
            count = 1
        else:
            return None
        if self._at(i - 2) in _VAGUE:
            return None
        if after != "ago":
            told = self._told_before(i)
            if told is None or unit not in ("day", "week"):
                return None  # reckoned from another day than the article's
            days = reckon.days_from(told, count * (7 if unit == "week" else 1) * (1 if after in _ONWARD else -1))
            return Time(i - 1, i + 2, days if unit == "day" else reckon.week(days[0]))
        if unit == "day":
            return Time(i - 1, i + 2, reckon.days_from(self.base, -count))
        if unit in ("week", "month", "year"):
            return Time(i - 1, i + 2, self._whole(unit, -count))
        return None

    def _year(self, i: int) -> Time | None:
        text, before = self.low[i], self._at(i - 1)
        year = int(text[:4])
        if not _EARLIEST <= year <= self.base.year + YEARS_AHEAD:
            return None
        if text.endswith("s") and before in ("the", "early", "late"):
            return Time(i - 1, i + 1, (dt.date(year, 1, 1), dt.date(year + 9, 12, 31)))
        if len(text) > 4 or before not in (
            "in",
            "a",
            "an",
            "his",
            "her",
            "their",
            "its",
            "since",
            "the",
            "of",
            "during",
            "early",
            "late",
        ):
            return None
        if before in ("since", "the", "of") and self._at(i + 1) in (
            "election",
            "campaign",
            "presidential",
            "race",
            "to",
            "and",
        ):
            return None
        days = reckon.whole_year(year)
        return Time(i, i + 1, reckon.part(days, before) if before in ("early", "late") else days)
