"""Blocks: lines, or paragraphs where lines were wrapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.document import Document
from newsparse.lang import load_language
from newsparse.stages.blocks import split_blocks


def blocks(text: str) -> list[str]:
    doc = Document(text=text, language=load_language("en"))
    return [text[start:end] for start, end in split_blocks(doc)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\n\n", "\r\n\r\n"])
def test_a_line_ends_at_any_line_end(end: str) -> None:
    assert blocks(f"One ferry.{end}Two ferries.") == ["One ferry.", "Two ferries."]


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u200b", "\ufeff", "\u3000"])
def test_blanks_at_the_ends_are_stripped_and_inside_are_kept(blank: str) -> None:
    assert blocks(f"{blank}One{blank}ferry.{blank}\n{blank}\n") == [f"One{blank}ferry."]


WRAPPED = """\
Night ferries stop in June

By Ann Lee
May 3, 2021

The harbour board said on Monday that the ferry would no longer
sail at night, a step that was met with anger by the people who
live on the island and need it to get to work.

It said no more about it, though several people who had come to
the meeting asked for the reasons and for the figures behind it
and did not leave until they were told that the hall would close.
"""


def test_wrapped_lines_make_one_block_a_paragraph_and_header_lines_stay_apart() -> None:
    found = blocks(WRAPPED)
    assert found[:3] == ["Night ferries stop in June", "By Ann Lee", "May 3, 2021"]
    assert [block.split()[0] for block in found[3:]] == ["The", "It"]


def test_short_paragraphs_on_lines_of_their_own_stay_apart() -> None:
    lines = ["“No,” said Ann Lee.", "“Why not?” asked Bob Ray, who had come late.", "She did not say.", "He left."]
    assert blocks("\n".join(lines)) == lines


@given(st.text())
def test_blocks_hold_all_that_is_visible_in_order(text: str) -> None:
    doc = Document(text=text, language=load_language("en"))
    found = split_blocks(doc)
    position = 0
    for start, end in found:
        assert position <= start < end <= len(text)
        assert not any(char.isprintable() and not char.isspace() for char in text[position:start])
        position = end
    assert not any(char.isprintable() and not char.isspace() for char in text[position:])
