"""Times: what a stretch of text means, reckoned from the article's day (a Wednesday)."""

from __future__ import annotations

import pytest

from newsparse.document import Document
from newsparse.stages.details.times import Clock, Time
from newsparse.stages.details.traces import find_traces
from stages.speaker_cases import DAY, document, read


def times(doc: Document) -> list[Time]:
    return list(Clock(doc, DAY).times(find_traces(doc, DAY, frozenset()).times))


@pytest.mark.parametrize(
    ("text", "stretch", "days"),
    [
        ("It came on Monday.", "Monday", "2024-03-04"),
        ("It came Wednesday night.", "Wednesday night", "2024-03-06"),
        ("It will come on Friday.", "Friday", "2024-03-08"),
        ("It came last Friday.", "last Friday", "2024-03-01"),
        ("It comes next Monday.", "next Monday", "2024-03-11"),
        ("It came yesterday.", "yesterday", "2024-03-05"),
        ("It came last week.", "last week", "2024-02-26..2024-03-03"),
        ("It came earlier this week.", "earlier this week", "2024-03-04..2024-03-06"),
        ("It came last month.", "last month", "2024-02-01..2024-02-29"),
        ("It came this year.", "this year", "2024-01-01..2024-03-06"),
        ("It came two days ago.", "two days ago", "2024-03-04"),
        ("It came on Feb. 3 at noon.", "Feb. 3", "2024-02-03"),
        ("It came on December 24.", "December 24", "2023-12-24"),
        ("It came on 3 May 2019.", "3 May 2019", "2019-05-03"),
        ("It came on May 3, 2019.", "May 3, 2019", "2019-05-03"),
        ("It came on Tuesday, Feb. 6.", "Tuesday, Feb. 6", "2024-02-06"),
        ("It came in late August.", "late August", "2023-08-21..2023-08-31"),
        ("It came in August 2019.", "August 2019", "2019-08-01..2019-08-31"),
        ("It came over the weekend.", "the weekend", "2024-03-02..2024-03-03"),
        ("It will come this weekend.", "this weekend", "2024-03-09..2024-03-10"),
        ("It came on Monday last week.", "Monday last week", "2024-02-26"),
        ("It came on Friday of last week.", "Friday of last week", "2024-03-01"),
        ("It came earlier in the month.", "earlier in the month", "2024-03-01..2024-03-06"),
        ("It comes later this month.", "later this month", "2024-03-06..2024-03-31"),
        ("It will come on May 3.", "May 3", "2024-05-03"),
        ("It will come in May.", "May", "2024-05-01..2024-05-31"),
        ("It comes next week.", "next week", "2024-03-11..2024-03-17"),
        ("It came in 2014.", "2014", "2014-01-01..2014-12-31"),
        ("It came in the 1970s.", "the 1970s", "1970-01-01..1979-12-31"),
    ],
)
def test_time(text: str, stretch: str, days: str) -> None:
    doc = document(text)
    (time,) = times(doc)
    first, last = (str(d) for d in time.days)
    assert text[doc.tokens.start[time.first] : doc.tokens.end[time.last - 1]] == stretch
    assert (first if first == last else f"{first}..{last}") == days


@pytest.mark.parametrize(
    "text",
    [
        "They may march in the sun.",
        "It has 2014 pages.",
        "It came on May 45.",
        "USA Today had it.",
        "It came nearly two weeks ago.",
        "It came two days later.",
        "It came the next day.",
        "It came in recent weeks.",
    ],
)
def test_no_time(text: str) -> None:
    assert not times(document(text))


@pytest.mark.parametrize(
    ("text", "stretch", "day"),
    [
        ("It came on Monday. Two days later it went.", "Two days later", "2024-03-06"),
        ("It came on Monday. It had left the day before.", "the day before", "2024-03-03"),
        ("It came on Monday. It left the next day.", "the next day", "2024-03-05"),
        ("It came on Monday. It left that night.", "that night", "2024-03-04"),
        ("It came on May 3, 2019. A week earlier it was whole.", "A week earlier", "2019-04-22"),
    ],
)
def test_time_reckoned_from_a_day_that_was_told(text: str, stretch: str, day: str) -> None:
    doc = document(text)
    _, time = times(doc)
    assert text[doc.tokens.start[time.first] : doc.tokens.end[time.last - 1]] == stretch
    assert str(time.days[0]) == day


def test_no_when_without_a_day_of_the_article() -> None:
    asked = (("Joan Teller", "said", "it was late"),)
    doc = read(document("On Monday, Joan Teller said it was late.", asked, published=None))
    assert doc.details[0].when is None
