"""Many articles: in order, as a stream, in processes that may die."""

from __future__ import annotations

import datetime as dt
import multiprocessing as mp
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import zoneinfo
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsparse
from newsparse import Article, Failure, parse, parse_html, parse_many
from newsparse.batch import ItemError
from newsparse.batch.wire import pack, unpack

NAMES = ("Dana Ortiz", "Ilse Kern", "Marta Vole", "Tomas Brandt", "Owen Achebe")
POSIX_ALONE = pytest.mark.skipif(sys.platform == "win32", reason="signals")


def article(number: int) -> str:
    name = NAMES[number % len(NAMES)]
    return (
        f"Bridge {number} Is Late\n\nBy {name}\nMarch {number % 28 + 1}, 2024\n\n"
        f'"Bridge {number} is late," {name}, the town\'s treasurer, told reporters on Monday. "It is short."\n\n'
        "She warned that there is no money. The mayor hopes to find some, and said that she had said so."
    )


TEXTS = [article(number) for number in range(60)]


@pytest.fixture(scope="module")
def expected() -> list[Article]:
    return [parse(text) for text in TEXTS]


def workers() -> set[mp.process.BaseProcess]:
    return {process for process in mp.active_children() if process.name == "newsparse worker"}


class Zone(dt.tzinfo):
    def utcoffset(self, _: dt.datetime | None) -> dt.timedelta:
        return dt.timedelta(0)

    dst = utcoffset

    def tzname(self, _: dt.datetime | None) -> str:
        return "here"


class Deadly(Zone):
    """A zone that ends the process that is told of it."""

    def __init__(self, signal_number: int) -> None:
        self.signal_number = signal_number

    def __reduce__(self) -> tuple[Any, ...]:
        return os.kill, (_Own(), self.signal_number)


class Held(Zone):
    """A zone that makes a file in the process that is told of it, and holds it up for a minute."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return time.sleep, (_Written(self.path),)


class _Written:
    """Sixty, once a file is made: the number of characters that were written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.write_text, (self.path, "x" * 60)


class _Own:
    def __reduce__(self) -> tuple[Any, ...]:
        return os.getpid, ()


@pytest.mark.parametrize("processes", [1, 2, 3])
@pytest.mark.parametrize("chunk", [1, 7, 100])
def test_results_are_those_of_parse_in_order(processes: int, chunk: int, expected: list[Article]) -> None:
    results: list[Any] = list(parse_many(iter(TEXTS), processes=processes, chunk=chunk))
    assert results == expected
    assert all(result.text is text for result, text in zip(results, TEXTS, strict=True))
    assert not workers()


def test_processes_by_default(expected: list[Article]) -> None:
    assert list(parse_many(TEXTS)) == expected
    assert list(parse_many(TEXTS[:3])) == expected[:3]
    assert list(parse_many([])) == list(parse_many([], processes=2)) == []


def test_few_items_start_no_process() -> None:
    results = parse_many(TEXTS[:3])
    next(results)
    assert not workers()


@pytest.mark.parametrize("processes", [1, 2])
def test_pairs_and_mappings_keep_their_ids(processes: int, expected: list[Article]) -> None:
    pairs = [(f"a{number}", text) for number, text in enumerate(TEXTS)]
    keyed = [(f"a{number}", found) for number, found in enumerate(expected)]
    assert list(parse_many(pairs, processes=processes, chunk=9)) == keyed
    rows: list[Any] = [
        {"id": 7, "text": TEXTS[0], "published": "2024-05-06"},
        {"text": TEXTS[1], "url": None},
        {"id": None, "text": TEXTS[2], "published": dt.date(2024, 5, 7), "min_confidence": 0.9},
        TEXTS[3],
    ]
    first, second, third, fourth = parse_many(rows, processes=processes, published="2024-05-08")
    assert first == (7, parse(TEXTS[0], published="2024-05-06"))
    assert second == parse(TEXTS[1], published="2024-05-08")
    assert third == (None, parse(TEXTS[2], published="2024-05-07", min_confidence=0.9))
    assert fourth == parse(TEXTS[3], published="2024-05-08")


@pytest.mark.parametrize("processes", [1, 2])
def test_pages(processes: int, expected: list[Article]) -> None:
    pytest.importorskip("trafilatura")
    page = (
        "<html><title>Bridge</title><article><h1>Bridge Is Late</h1><p>By Dana Ortiz</p><p>&ldquo;It is late,&rdquo; "
        "said Ilse Kern, who runs the ferry between the two towns.</p><p>The bridge was closed in spring.</p></article>"
    )
    items: list[Any] = [{"html": page}, TEXTS[0], {"id": 3, "html": page.encode(), "published": "2024-05-06"}]
    first, second, third = parse_many(items, processes=processes)
    assert first == parse_html(page)
    assert second == expected[0]
    assert third == (3, parse_html(page.encode(), published="2024-05-06"))


class Unpicklable(Zone):
    def __reduce__(self) -> tuple[Any, ...]:
        raise ValueError("stays here")


class Changed(Zone):
    """A zone that another process can be told, which can't tell it back."""

    def __init__(self, told: bool = False) -> None:
        self.told = told

    def __reduce__(self) -> tuple[Any, ...]:
        return (int, ("no zone",)) if self.told else (Changed, (True,))


BAD: list[tuple[Any, str, str]] = [
    (None, "TypeError", "text must be a str, not None"),
    (7, "TypeError", "text must be a str, not int"),
    (b"bytes", "TypeError", "decode it first"),
    ((1, 2, 3), "TypeError", "text must be a str, not tuple"),
    ({}, "TypeError", "text must be a str, not None"),
    ({"html": 7}, "TypeError", "html must be a str or bytes, not int"),
    ({"html": "<p>x", "text": "x"}, "TypeError", "text or html, not both"),
    ({"text": "x", "titel": "y"}, "TypeError", "not 'titel'"),
    ({"text": "x", "published": "soon"}, "ValueError", "ISO 8601"),
    ({"text": "x", "min_confidence": 7}, "ValueError", "from 0 to 1"),
    ({"text": "x", "language": "tlh"}, "ValueError", "tlh"),
]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_bad_item_is_recorded_and_the_rest_goes_on(processes: int, expected: list[Article]) -> None:
    items: list[Any] = []
    for bad, _, _ in BAD:
        items += [TEXTS[0], bad]
    results = list(parse_many(items, processes=processes, chunk=4))
    assert results[::2] == [expected[0]] * len(BAD)
    for number, (found, (_, error, message)) in enumerate(zip(results[1::2], BAD, strict=True)):
        assert isinstance(found, Failure)
        assert (found.index, found.id, found.error) == (2 * number + 1, None, error)
        assert message in found.message
        assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("processes", [1, 2])
def test_a_failure_carries_the_id(processes: int) -> None:
    first, second = parse_many([("a", None), {"id": "b", "text": 3}], processes=processes)
    assert (first[0], first[1].id, first[1].index) == ("a", "a", 0)
    assert (second[0], second[1].id, second[1].index) == ("b", "b", 1)


def test_what_no_process_can_be_told_is_recorded(expected: list[Article]) -> None:
    items: list[Any] = [TEXTS[0], {"text": TEXTS[1], "timezone": Unpicklable()}, TEXTS[2]]
    first, second, third = parse_many(items, processes=2)
    assert (first, third) == (expected[0], expected[2])
    assert (second.error, second.message) == ("ValueError", "stays here")


def test_what_no_process_can_tell_back_is_recorded(expected: list[Article]) -> None:
    items: list[Any] = [
        TEXTS[0],
        {"text": TEXTS[1], "published": "2024-05-06T07:08", "timezone": Changed()},
        TEXTS[2],
    ]
    first, second, third = parse_many(items, processes=2)
    assert (first, third) == (expected[0], expected[2])
    assert isinstance(second, Failure)
    assert (second.index, second.error) == (1, "ValueError")
    assert "no zone" in second.message


@pytest.mark.parametrize("processes", [1, 2])
def test_raising_comes_in_its_turn(processes: int, expected: list[Article]) -> None:
    results = parse_many([("a", TEXTS[0]), ("b", 5), ("c", TEXTS[2])], processes=processes, on_error="raise")
    assert next(results) == ("a", expected[0])
    with pytest.raises(ItemError, match=r"item 1 \(id 'b'\): TypeError: text must be a str, not int") as caught:
        next(results)
    assert caught.value.failure.index == 1
    assert pickle.loads(pickle.dumps(caught.value)).failure == caught.value.failure
    assert list(results) == []
    assert not workers()


@pytest.mark.parametrize("processes", [1, 2])
def test_what_the_source_raises_comes_after_what_came_before(processes: int, expected: list[Article]) -> None:
    def source() -> Iterator[str]:
        yield from TEXTS[:20]
        raise OSError("the feed ended")

    results = parse_many(source(), processes=processes, chunk=8)
    assert [next(results) for _ in range(20)] == expected[:20]
    with pytest.raises(OSError, match="the feed ended"):
        next(results)


@pytest.mark.parametrize(("processes", "most"), [(1, 0), (2, 2 * 3 * 4)])
def test_no_more_is_read_than_is_worked_on(processes: int, most: int) -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield TEXTS[read % len(TEXTS)]

    results = parse_many(endless(), processes=processes, chunk=4)
    assert read == 0
    for given in range(1, 200):
        next(results)
        assert read <= given + most
    results.close()  # type: ignore[attr-defined]
    assert not workers()


def test_long_texts_make_short_chunks() -> None:
    read = 0

    def long() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield "The ferry was late. " * 30_000

    results = parse_many(long(), processes=2, chunk=1_000)
    next(results)
    assert read <= 7
    results.close()  # type: ignore[attr-defined]


def test_a_slow_source_holds_back_nothing_that_is_there(expected: list[Article]) -> None:
    given = threading.Event()

    def slow() -> Iterator[str]:
        yield TEXTS[0]
        yield TEXTS[1]
        for _ in range(100):
            time.sleep(0.1)
            yield TEXTS[2]
        assert given.is_set()

    results = parse_many(slow(), processes=2, chunk=1)
    assert next(results) == expected[0]
    given.set()
    results.close()  # type: ignore[attr-defined]


@POSIX_ALONE
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_an_item_that_ends_its_process_is_recorded_and_the_rest_goes_on(
    number: signal.Signals, expected: list[Article]
) -> None:
    items: list[Any] = list(enumerate(TEXTS))
    for place in (0, 17, 18, 59):
        items[place] = {"id": place, "text": TEXTS[place], "timezone": Deadly(number)}
    results = dict(parse_many(items, processes=2, chunk=8))
    lost = {place: found for place, found in results.items() if isinstance(found, Failure)}
    assert list(lost) == [0, 17, 18, 59]
    assert {(found.index, found.id, found.error) for found in lost.values()} == {
        (place, place, "WorkerLost") for place in lost
    }
    assert all(f"ended by signal {number.name}" in found.message for found in lost.values())
    assert all(found == expected[place] for place, found in results.items() if place not in lost)
    assert not workers()


@POSIX_ALONE
def test_killing_workers_loses_nothing_but_what_they_have_in_hand(expected: list[Article], tmp_path: Path) -> None:
    in_hand = tmp_path / "in hand"
    held = {"id": "held", "text": TEXTS[0], "timezone": Held(in_hand)}
    results: Any = parse_many([TEXTS[0], held, *TEXTS], processes=2, chunk=1)
    assert next(results) == expected[0]
    deadline = time.monotonic() + 60
    while not in_hand.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    for process in workers():
        process.kill()
    _, lost = next(results)
    assert (lost.index, lost.id, lost.error) == (1, "held", "WorkerLost")
    assert lost.message.endswith("SIGKILL")
    others = [found if isinstance(found, Article) else found.error for found in results]
    # the other process may have had one of these in hand
    assert others.count("WorkerLost") <= 1
    assert [found for found in others if found != "WorkerLost"] == [
        article for article, found in zip(expected, others, strict=True) if found != "WorkerLost"
    ]


@POSIX_ALONE
def test_killing_workers_over_and_over(expected: list[Article]) -> None:
    results: list[Any] = []
    killed = 0
    for result in parse_many(TEXTS * 8, processes=2, chunk=8):
        results.append(result)
        if len(results) % 60 == 0 and (alive := workers()):
            min(alive, key=lambda process: process.pid or 0).kill()  # the one that has run for longest
            killed += 1
    lost = [found for found in results if isinstance(found, Failure)]
    assert killed >= 5
    assert len(lost) <= killed
    assert all(found.error == "WorkerLost" for found in lost)
    assert len(results) == 480
    assert all(found == expected[place % 60] for place, found in enumerate(results) if isinstance(found, Article))


def test_processes_that_cannot_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.batch.workers._serve", os.getpid)  # which takes no argument
    with pytest.raises(RuntimeError, match="end before they can begin"):
        list(parse_many(TEXTS, processes=2))
    assert not workers()


SCRIPT = """
import newsparse
print("once")
texts = ["The ferry was late, Dana Ortiz said."] * 40
print(sum(len(article.quotes) for article in newsparse.parse_many(texts, processes=2)))
"""


@pytest.mark.parametrize("from_file", [True, False])
def test_a_script_is_not_run_again_in_each_process(from_file: bool, tmp_path: Path) -> None:
    path = tmp_path / "script.py"
    path.write_text(SCRIPT, encoding="utf-8")
    folder = str(Path(newsparse.__file__).parent.parent)
    run = subprocess.run(
        [sys.executable, str(path) if from_file else "-"],
        input=None if from_file else SCRIPT,
        env={**os.environ, "PYTHONPATH": folder},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("once\n40\n", "")


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"items": "one text"}, TypeError, "not one str"),
        ({"items": b"one text"}, TypeError, "not one bytes"),
        ({"items": {"text": "one"}}, TypeError, "not one dict"),
        ({"items": 7}, TypeError, "items must be an iterable .* not int"),
        ({"processes": 0}, ValueError, "processes must be 1 or more; got 0"),
        ({"processes": 1.5}, TypeError, "processes must be a whole number, not float"),
        ({"processes": True}, TypeError, "processes must be a whole number, not bool"),
        ({"chunk": 0}, ValueError, "chunk must be 1 or more; got 0"),
        ({"chunk": None}, TypeError, "chunk must be a whole number, not NoneType"),
        ({"on_error": "ignore"}, ValueError, "on_error must be"),
        ({"pubished": "2024-05-06"}, TypeError, "no option 'pubished'"),
        ({"published": "soon"}, ValueError, "ISO 8601"),
        ({"text": "x"}, TypeError, "no option 'text'"),
    ],
)
def test_wrong_arguments_are_told_at_once(arguments: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        parse_many(**{"items": TEXTS, **arguments})


def test_articles_can_be_pickled(expected: list[Article]) -> None:
    for text, found in zip(TEXTS, expected, strict=True):
        assert pickle.loads(pickle.dumps(found)) == found
        again = unpack(pack(found), text)
        assert again == found
        assert all(any(quote.speaker is s for s in again.speakers) for quote in again.quotes if quote.speaker)
        assert len(pack(found)) < len(pickle.dumps(found))


class Words(str):
    """Some other kind of string."""


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("", {}),
        (Words(TEXTS[0]), {}),
        (TEXTS[1], {"published": dt.datetime(2024, 5, 6, 7, 8, tzinfo=zoneinfo.ZoneInfo("Europe/Paris"))}),
        (TEXTS[2], {"published": dt.datetime(2024, 5, 6, tzinfo=dt.timezone(dt.timedelta(hours=3))), "url": "a"}),
        (TEXTS[3].replace("late", "\ud800\0late"), {"published": dt.date(2024, 5, 6)}),
        ("Lampton, 3 mai (AFP) - Der Hafen ist zu.\n\nEr bleibt es.", {"language": "de"}),
    ],
)
def test_an_article_comes_out_as_it_went_in(text: str, options: dict[str, Any]) -> None:
    found = parse(text, **options)
    again = unpack(pack(found), text)
    assert again == found
    assert hash(again) == hash(found)
    assert repr(again) == repr(found)
    assert again.text is text
    assert {*map(id, again.speakers)} >= {id(quote.speaker) for quote in again.quotes if quote.speaker}
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        again.text = "changed"  # type: ignore[misc]


def test_threads_may_parse_at_once(expected: list[Article]) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(parse, TEXTS * 4)) == expected * 4


def test_threads_may_parse_for_the_first_time_at_once() -> None:
    script = (
        "import threading, newsparse\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        f"text = {TEXTS[0]!r}\n"
        "begin = threading.Barrier(8)\n"
        "def read(_):\n    begin.wait()\n    return newsparse.parse(text)\n"
        "with ThreadPoolExecutor(8) as threads:\n    found = list(threads.map(read, range(8)))\n"
        "assert found == [newsparse.parse(text)] * 8\n"
    )
    folder = str(Path(newsparse.__file__).parent.parent)
    subprocess.run([sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": folder}, check=True)
