"""Time grows with the length of the text, also where the text is made to make it grow faster."""

from __future__ import annotations

import time

import pytest

from newsparse import parse

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
    "combining": "e\u0301\u200b",
    "zero width": "\u200b",
    "surrogates": "\ud800",
}


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        parse(text)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    small = unit * (4_000 // len(unit))
    once, more = seconds(small), seconds(small * 4)
    assert more < 9 * once + 0.02


def test_many_people_are_no_trouble() -> None:
    def cast(size: int) -> str:
        names = [f"{chr(65 + i % 26)}ana {chr(65 + i // 26 % 26)}rtiz{'bcdfg'[i % 5]}" for i in range(size)]
        return "\n\n".join(f'"Pier {i} holds," {name} said.' for i, name in enumerate(names))

    assert seconds(cast(400)) < 9 * seconds(cast(100)) + 0.02
