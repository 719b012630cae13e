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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("›No boats,‹ said the cook.", ["›No boats,‹"]),
        ("‹No boats,› said the cook.", ["‹No boats,›"]),
        ("»No boats,« said the cook, »and no oars.«", ["»No boats,«", "»and no oars.«"]),
        ("» No boats, « said the cook.", ["» No boats, «"]),
        ("« No boats », said the cook, « and no oars ».", ["« No boats »", "« and no oars »"]),
        ("« The sign reads « no boats », » said the cook.", ["« The sign reads « no boats », »"]),
        ("‚No boats,‘ said the cook.", ["‚No boats,‘"]),
        ("`No boats,' said the cook.", ["`No boats,'"]),
        ('``No boats," said the cook.', ['``No boats,"']),
        ("“No boats,“ said the cook. “No oars.“", ["“No boats,“", "“No oars.“"]),
        ("”No boats,” said the cook. ”No oars.”", ["”No boats,”", "”No oars.”"]),
        ('"No boats,“ said the cook.', ['"No boats,“']),
        ("“No boats,’ said the cook.", ["“No boats,’"]),
        ('‘No boats," said the cook.', ['‘No boats,"']),
        ("＂No boats,＂ said the cook.", ["＂No boats,＂"]),
        ('""No boats,"" said the cook.', ['""No boats,""']),
        ('The cook said:"No boats."', ['"No boats."']),
        ('"No boats,"said the cook.', ['"No boats,"']),
        ('The cook—"no boats, ever"—left.', ['"no boats, ever"']),
        ("The cook (“no boats”) left.", ["“no boats”"]),
        ("“[No] boats … ever,” said the cook. “… Or oars.”", ["“[No] boats … ever,”", "“… Or oars.”"]),
        ("” … no boats, ever,” said the cook.", ["” … no boats, ever,”"]),
    ],
)
def test_marks_of_rare_and_mixed_styles_pair(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('" No boats , " said the cook , " and no oars . "', ['" No boats , "', '" and no oars . "']),
        ("“ No boats, ” said the cook. “ No oars. ”", ["“ No boats, ”", "“ No oars. ”"]),
        ("' No boats, ' said the cook.", ["' No boats, '"]),
        ("`` No boats , '' said the cook .", ["`` No boats , ''"]),
        ("The cook said no. “They heard it. “", ["“They heard it. “"]),
    ],
)
def test_blanks_may_stand_inside_the_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The cook said: "No boats.""', ['"The cook said: "No boats.""']),
        ('"He calls it "tea" and drinks it," said the cook.', ['"He calls it "tea" and drinks it,"']),
        ('“He calls it "tea" and drinks it,” said the cook.', ['“He calls it "tea" and drinks it,”']),
        ('"He calls it “tea” and drinks it," said the cook.', ['"He calls it “tea” and drinks it,"']),
        ('"He calls it “tea.”" The cook left.', ['"He calls it “tea.”"']),
        ("‘He calls it “tea”,’ said the cook.", ["‘He calls it “tea”,’"]),
        ("'He calls it \"the boys' tea\" here,' said the cook.", ["'He calls it \"the boys' tea\" here,'"]),
        (
            "'The '90s and rock 'n' roll were 'the thing',' said the cook.",
            ["'The '90s and rock 'n' roll were 'the thing'," + "'"],
        ),
        ("“‘No boats,’ the sign reads,” said the cook.", ["“‘No boats,’ the sign reads,”"]),
    ],
)
def test_what_is_nested_belongs_to_the_outer_quotation(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'Is it the cooks'?' asked the guest.", ["'Is it the cooks'?'"]),
        ("The guest called it 'the cooks' tea'.", ["'the cooks' tea'"]),
        ("The guest called them 'the cooks'.", ["'the cooks'"]),
        ("The soup of '68 and ‘79 was better than the guests' tea.", []),
        ("'12 guests left,' said the cook.", ["'12 guests left,'"]),
        ("'It's ours,' said the cook. The guests' dog barked.", ["'It's ours,'"]),
        ("Fish 'n' chips, the owners' favourite, 'twas said.", []),
    ],
)
def test_apostrophes_among_single_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It is 12" wide," said the cook.', ['"It is 12" wide,"']),
        ('"It is 12" by 8"," said the cook.', ['"It is 12" by 8","']),
        ("“He is 6'4\" and proud of it,” said the cook.", ["“He is 6'4\" and proud of it,”"]),
        ('The cook was born "in 1912" and died "in 1980".', ['"in 1912"', '"in 1980"']),
        ('The cook, 5\'4", said: "No boats."', ['"No boats."']),
        ("She is 6′2″ tall. “I cook,” she said.", ["“I cook,”"]),
        ('<img alt="lake" src="lake.png"> "No boats," said the cook.', ['"No boats,"']),
        ('Two boxes, "" and “”, were empty. "No boats," said the cook.', ['"No boats,"']),
    ],
)
def test_measures_and_attributes_beside_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(("opening", "closing"), ['""', "“”", "«»", ("``", "''")])
def test_a_mark_left_open_ends_where_the_next_sentence_begins_with_one(opening: str, closing: str) -> None:
    text = f"The cook said {opening}never again. {opening}Good,{closing} said the guest."
    found = [(text[q.start : q.end], q.closed) for q in prepare(text).quotations]
    assert found == [(f"{opening}never again.", False), (f"{opening}Good,{closing}", True)]


def test_a_mark_left_open_in_a_bracket_ends_with_it() -> None:
    assert quoted("The guests (a “family, as they said) left, and the cook slept.") == ["“family, as they said"]


def test_a_stray_mark_between_blanks_takes_nothing_with_it() -> None:
    assert quoted('The soup was cold. " "It was fine," said the cook.') == ['"It was fine,"']


@pytest.mark.parametrize(("opening", "closing"), ["''", "‘’", ("``", "''"), "«»", ("«", "»")])
def test_a_quotation_goes_on_where_a_mark_of_any_style_is_repeated(opening: str, closing: str) -> None:
    text = f"The cook said: {opening}I tasted it.\n\n{opening}It was fine.\n\n{opening}Then it was gone.{closing}"
    assert [q.continues for q in prepare(text).quotations] == [None, 0, 1]


def test_french_paragraphs_begin_with_the_closing_mark() -> None:
    text = "The cook said: « I tasted it.\n\n» It was fine.\n\n» Then it was gone. »\n\nThe guests left."
    assert [q.continues for q in prepare(text).quotations] == [None, 0, 1]


@pytest.mark.parametrize(("opening", "closing"), ['""', "“”"])
def test_marks_around_a_whole_text_quote_nothing(opening: str, closing: str) -> None:
    text = (
        f"{opening}Cook Leaves\n\nThe cook left. {opening}No boats,{closing} she said.\n\nThe guests stayed.{closing}"
    )
    assert quoted(text) == [f"{opening}No boats,{closing}"]


def test_marks_around_a_block_quote_it() -> None:
    text = "The cook left a note.\n\n“There are no boats. There never were.”\n\nThe guests stayed."
    assert quoted(text) == ["“There are no boats. There never were.”"]


@pytest.mark.parametrize(
    "text",
    [
        "The word “quay” is short.",
        "The lake, known as “the Pan”, froze.",
        "The lane nicknamed “the Gutter” floods.",
        "The tool called “the rake” hangs there.",
        "The place is called “the Pan” by all.",
        "His motto, “row first, argue later”, hangs there.",
        "She wrote a novel titled “Nine Winters”.",
        "She is the author of “Nine Winters.”",
        "Her novel “Thaw” sold well.",
        "The film, “Nine Winters,” opened on Friday.",
        "On Lakeside TV’s “Harbour Tonight,” the cook was asked about it.",
        "He later directed “Nine Winters” for the stage.",
        "The boat, the “Northern Patience,” sank.",
        "Leopold “Buck” Arnesen ran the lighthouse.",
    ],
)
def test_marks_that_only_name_something(text: str) -> None:
    assert [q.label for q in prepare(text).quotations] == [True]


def test_marks_in_a_list_of_names() -> None:
    assert [q.label for q in prepare("He starred in “Low Tide” and “The Glass Ferry”.").quotations] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "The cook called it “a disgrace.”",
        "The plan, which the cook called “a disgrace,” failed.",
        "The cook was called “a disgrace” by the guests.",
        "The crowd broke into chants of “Row Home!”",
        "The cook spoke of “a very long winter.”",
        "The cook wrote: “Nine Winters Are Enough.”",
        "The cook had one word for it: “No.”",
        "The memo titled “Where We Stand” was read aloud.",
        "“Nine Winters,” said the cook.",
        "The cook’s question, “Who Ate It?”, was never answered.",
        "On the door hung a note with “the soup is off, and so is the bread, and nobody knows why” on it.",
    ],
)
def test_marks_that_may_hold_speech(text: str) -> None:
    assert [q.label for q in prepare(text).quotations] == [False]


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
        holding = [n for n in holding if not doc.quotations[n].nickname]
        assert holding == ([] if number < 0 else [number])
