"""Which quotation marks pair, and how a quotation runs over paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given

from stages.laid_out import PROSE, prepare, quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The cook said "no" and "never again" to us.', ['"no"', '"never again"']),
        ("The cook said “no” and “never again” to us.", ["“no”", "“never again”"]),
        ("The cook said ``no'' and ``never again'' to us.", ["``no''", "``never again''"]),
        ("The cook said 'not the boys' dinner again' to us.", ["'not the boys' dinner again'"]),
        ("The cook said ‘it’s the boys’ dinner’ to us.", ["‘it’s the boys’ dinner’"]),
        ("The cook said «\u00a0no\u00a0» to us.", ["«\u00a0no\u00a0»"]),
        ("The cook said „no“ to us.", ["„no“"]),
        ("The cook said „no” to us.", ["„no”"]),
        ('The cook said “no" to us.', ['“no"']),
        ("”No boats,” said the cook.", ["”No boats,”"]),
        ("“He said ‘no’ and left,” said the cook.", ["“He said ‘no’ and left,”"]),
        ("“He said “no” and left,” said the cook.", ["“He said “no” and left,”"]),
        ('The cook (a "chef" by his own account) left.', ['"chef"']),
    ],
)
def test_marks_of_each_style_pair(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The boys' dinner and the girls' tea were cold.",
        "The dogs’ bowls and the cats’ bowls were empty.",
        "Songs of the '60s and the ’90s were played.",
        "They sang 'til noon, 'cause it rained.",
        'A 12" pipe and a 14" pipe lay there.',
        "He is 6'4\" tall.",
        "A fence of 6' by 8' fell over.",
        "Rock 'n' roll is what they play at the O'Hara.",
    ],
)
def test_what_is_no_quotation_mark(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A 12" pipe, or "the big one" to us.', ['"the big one"']),
        ('"He was 6\'4" and proud of it," said the cook.', ['"He was 6\'4" and proud of it,"']),
        ("'The '90s were kinder,' said the cook.", ["'The '90s were kinder,'"]),
    ],
)
def test_inches_and_decades_beside_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(("opening", "closing"), ['""', "“”", "«»", ("``", "''")])
def test_a_mark_left_open_ends_with_its_paragraph(opening: str, closing: str) -> None:
    text = f"The cook said {opening}never again.\n\nThe guests {opening}laughed{closing} at that."
    doc = prepare(text)
    assert [(text[q.start : q.end], q.closed) for q in doc.quotations] == [
        (f"{opening}never again.", False),
        (f"{opening}laughed{closing}", True),
    ]


def test_a_stray_closing_mark_takes_nothing_with_it() -> None:
    assert quoted("The soup was cold.” Nobody ate it.\n\n“It was fine,” said the cook.") == ["“It was fine,”"]


@pytest.mark.parametrize(("opening", "closing"), ['""', "“”"])
def test_a_quotation_goes_on_where_the_mark_is_repeated(opening: str, closing: str) -> None:
    text = f"The cook said: {opening}I tasted it.\n\n{opening}It was fine.\n\n{opening}Then it was gone.{closing}"
    assert [q.continues for q in prepare(text).quotations] == [None, 0, 1]


def test_a_closed_quotation_is_not_gone_on_with() -> None:
    text = "The cook said: “I tasted it.”\n\n“It was fine,” said the guest."
    assert [q.continues for q in prepare(text).quotations] == [None, None]


def test_a_paragraph_without_marks_inside_a_long_quotation_is_quoted() -> None:
    text = "The cook said: “I tasted it.\n\nIt was fine.\n\nThen it was gone.”\n\nThe guests left."
    assert quoted(text) == ["“I tasted it.", "It was fine.", "Then it was gone.”"]


@given(PROSE)
@example("“‘“‘“‘")
@example('""\n\n"\'"\'"')
@example("”a“b”\n\n”")
def test_quotations_are_ordered_disjoint_and_inside_one_block(text: str) -> None:
    doc = prepare(text)
    for number, q in enumerate(doc.quotations):
        first, last = doc.block_tokens[q.block]
        assert first <= q.first < q.last <= last
        assert (q.start, q.end) == (doc.tokens.start[q.first], doc.tokens.end[q.last - 1])
        assert q.continues is None or q.continues < number
    assert all(before.last <= after.first for before, after in pairwise(doc.quotations))


@given(PROSE)
def test_each_token_knows_its_quotation(text: str) -> None:
    doc = prepare(text)
    for i, number in enumerate(doc.signals.quote):
        holding = [n for n, q in enumerate(doc.quotations) if q.first <= i < q.last]
        assert holding == ([] if number < 0 else [number])
