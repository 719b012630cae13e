"""Work grows with the length of the text, also where the text is made to make it grow faster.

Counted in lines of the package that are run, which no busy machine changes; `benchmarks/scaling.py` takes the time.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from newsparse import Article, from_dict, parse, to_dict
from newsparse.batch.wire import pack

UNITS = {
    "straight marks": '" ',
    "opening marks": "“",
    "nested marks": "“‘",
    "single marks": "'a ",
    "said": "said ",
    "chain of saying": "Dana Ortiz said that ",
    "told chain": "he told her that ",
    "names": "Dana Ortiz Kern Vole ",
    "one long word": "a",
    "capitals": "DANA ORTIZ ",
    "commas": "a, ",
    "and": "Dana and ",
    "of": "the head of ",
    "brackets": "([",
    "by": "By ",
    "by lines": "By Dana Ortiz\n",
    "dates": "March 14, 2024 ",
    "numbers": "1",
    "dashes": "— ",
    "full stops": ". ",
    "abbreviations": "U.S. ",
    "blank lines": "\n",
    "blanks": " ",
    "short lines": "a\n\n",
    "quoted paragraphs": '"It holds and will hold for years.\n\n',
    "people": '"It holds," Dana Ortiz said. ',
    "according": "according to the head of the board, ",
    "views": "in my view, ",
    "views, each a sentence": "in my view, . ",
    "combining": "e\u0301\u200b",
    "zero width": "\u200b",
    "surrogates": "\ud800",
    "calls and credits": "Photo: Owen Achebe/Norpress ",
    "questions": "Q:",
    "answers": 'Ortiz: "No."',
    "buttons": "Share ",
    "opening marks and saying": "“never told Reuters ",
    "settings": "in an interview with most ",
    "hashes": "# ",
}


def lines_run(text: str) -> int:
    """How many lines of the package it takes to read a text."""
    count = 0

    def line(_frame: FrameType, _event: str, _arg: Any) -> Any:
        nonlocal count
        count += 1
        return line

    def call(frame: FrameType, _event: str, _arg: Any) -> Any:
        return line if "newsparse" in frame.f_code.co_filename else None

    kept = sys.gettrace()
    sys.settrace(call)
    try:
        parse(text)
    finally:
        sys.settrace(kept)
    return count


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_four_times_the_text_takes_about_four_times_the_work(unit: str) -> None:
    small = unit * (5_000 // len(unit))
    parse(small)  # what is loaded once
    once, more = lines_run(small), lines_run(small * 4)
    assert more < 4.4 * once + 200


SAID = (
    '"It holds," Dana Ortiz, the treasurer, told reporters on Monday. She said that it is short, and that Ilse Kern '
    "had denied it.\n\n"
)
USES: dict[str, Callable[[Article, Article], object]] = {
    "==": lambda article, again: article == again,
    "hash": lambda article, _: hash(article),
    "repr": lambda article, _: repr(article),
    "pickle": lambda article, _: pickle.loads(pickle.dumps(article)),
    "pack": lambda article, _: pack(article),
    "dict form": lambda article, _: from_dict(to_dict(article)),
}


def calls_made(use: Callable[[], object]) -> int:
    """How many functions are called, those written in C as well."""
    count = 0

    def call(_frame: FrameType, event: str, _arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    kept = sys.getprofile()
    sys.setprofile(call)
    try:
        use()
    finally:
        sys.setprofile(kept)
    return count


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_four_times_the_quotes_take_four_times_the_work(
    use: Callable[[Article, Article], Any],
) -> None:
    few, many = ((parse(SAID * size), parse(SAID * size)) for size in (40, 160))
    use(*few)  # what is made once
    assert calls_made(lambda: use(*many)) < 4.4 * calls_made(lambda: use(*few)) + 200
