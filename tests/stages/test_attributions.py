"""What stands in the end: kinds, acts, negation, conditions, nesting."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from newsparse.document import Attribution
from stages.laid_out import PROSE, read


def only(text: str) -> Attribution:
    (one,) = read(text).attributions
    return one


def outer(text: str) -> list[Attribution]:
    return [one for one in read(text).attributions if one.parent is None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The kiln is cold,” said Ines Bauer.", "direct"),
        ("“The kiln,” said Ines Bauer, “is cold.”", "direct"),
        ("Ines Bauer said: “The kiln is cold.”", "direct"),
        ("Ines Bauer said that the kiln was cold.", "indirect"),
        ("According to Ines Bauer, the kiln was cold.", "indirect"),
        ("Ines Bauer said that the kiln was “as cold as a church in winter”.", "mixed"),
    ],
)
def test_the_kind_is_how_much_lies_in_marks(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("act", "verb"),
    [
        *(("assertion", verb) for verb in ("said", "announced", "denied", "insisted", "warned", "wrote")),
        *(("belief", verb) for verb in ("believes", "fears", "thinks", "is convinced")),
        *(("fact", verb) for verb in ("knew", "realised", "noticed")),
    ],
)
def test_the_act_of_a_verb(verb: str, act: str) -> None:
    assert only(f"Ines Bauer {verb} that the kiln would crack.").act == act


@pytest.mark.parametrize("verb", ["hopes", "wants", "plans", "intends"])
def test_what_somebody_means_to_do_is_an_eventuality(verb: str) -> None:
    assert only(f"Ines Bauer {verb} to rebuild the kiln.").act == "eventuality"


@pytest.mark.parametrize(
    "text",
    [
        "Ines Bauer did not say that the kiln was cold.",
        "Ines Bauer didn't say that the kiln was cold.",
        "Ines Bauer never said that the kiln was cold.",
        "Ines Bauer has never said that the kiln was cold.",
        "Ines Bauer has not said whether the kiln was cold.",
        "Ines Bauer hasn’t said whether the kiln was cold.",
        "Ines Bauer had not yet said that the kiln was cold.",
        "Ines Bauer does not believe that the kiln was cold.",
        "Ines Bauer no longer says that the kiln was cold.",
        "Ines Bauer will not say whether the kiln was cold.",
        "Ines Bauer won’t say whether the kiln was cold.",
        "Ines Bauer would not say whether the kiln was cold.",
        "Ines Bauer wouldn’t say whether the kiln was cold.",
        "Ines Bauer could not say whether the kiln was cold.",
        "Ines Bauer cannot say whether the kiln was cold.",
        "Ines Bauer can't say whether the kiln was cold.",
        "Ines Bauer did not deny that the kiln was cold.",
        "Ines Bauer neither confirmed nor denied that the kiln was cold.",
        "No one said that the kiln was cold.",
        "Nobody said that the kiln was cold.",
        "None of them said that the kiln was cold.",
        "No official has said that the kiln was cold.",
        "Neither of them said that the kiln was cold.",
        "Neither Ines Bauer nor Milo Renn said that the kiln was cold.",
        "Not one potter said that the kiln was cold.",
        "Nor did Ines Bauer say that the kiln was cold.",
        "Ines Bauer lit it, nor did she say that the kiln was cold.",
        "Never has Ines Bauer said that the kiln was cold.",
        "At no time did Ines Bauer say that the kiln was cold.",
        "Ines Bauer declined to say whether the kiln was cold.",
        "Ines Bauer refused to say whether the kiln was cold.",
        "Ines Bauer failed to say that the kiln was cold.",
        "Ines Bauer failed to mention that the kiln was cold.",
        "Ines Bauer was unable to say whether the kiln was cold.",
        "Ines Bauer stopped short of saying that the kiln was cold.",
        "There was no suggestion that the kiln was cold.",
        "“The kiln is cold,” Ines Bauer did not say.",
        "It was not said that the kiln was cold.",
        "Nothing was said that the kiln was cold.",
    ],
)
def test_negated_saying_is_marked(text: str) -> None:
    assert [(one.negated, one.hypothetical) for one in outer(text)] == [(True, False)]


@pytest.mark.parametrize(
    "text",
    [
        "If Ines Bauer says that the kiln is cold, they will light it.",
        "If Ines Bauer said that the kiln was cold, they would light it.",
        "Unless Ines Bauer says that the kiln is cold, they will leave.",
        "Even if Ines Bauer says that the kiln is cold, they will stay.",
        "If she later says that the kiln is cold, they will light it.",
        "Ines Bauer would say that the kiln was cold.",
        "Ines Bauer would have said that the kiln was cold.",
        "Ines Bauer could say that the kiln was cold.",
        "Ines Bauer might say that the kiln was cold.",
        "Ines Bauer may say that the kiln is cold.",
        "Ines Bauer should say that the kiln is cold.",
        "Should Ines Bauer say that the kiln is cold, they will light it.",
        "Had Ines Bauer said that the kiln was cold, they would have lit it.",
        "Had she said that the kiln was cold, they would have lit it.",
        "Were Ines Bauer to say that the kiln was cold, they would light it.",
        "Suppose Ines Bauer says that the kiln is cold.",
        "Ines Bauer reportedly said that the kiln was cold.",
        "Ines Bauer allegedly told a neighbour that the kiln was cold.",
        "Ines Bauer is likely to announce that the kiln is cold.",
        "Did Ines Bauer say that the kiln was cold?",
        "Who said that the kiln was cold?",
        "Ines Bauer would argue that the kiln was cold.",
    ],
)
def test_saying_that_may_never_have_been_is_marked(text: str) -> None:
    assert [(one.negated, one.hypothetical) for one in outer(text)] == [(False, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Bauer said that the kiln was cold.",
        "Ines Bauer denied that the kiln was cold.",
        "Ines Bauer said that she did not know whether the kiln was cold.",
        "Ines Bauer said that no one knew whether the kiln was cold.",
        "Ines Bauer not only said that the kiln was cold.",
        "Ines Bauer did not just say that the kiln was cold.",
        "Ines Bauer, who has no kiln, said that it was cold.",
        "“No,” Ines Bauer said.",
        "“If it is cold, light it,” Ines Bauer said.",
        "If it is cold, Ines Bauer said, they will light it.",
        "Ines Bauer went on to say that the kiln was cold.",
        "Ines Bauer said that if it was cold they would light it.",
        "Ines Bauer was able to tell them that the kiln was cold.",
        "Whether it is cold, Ines Bauer said, is another matter.",
        "Ines Bauer had said that the kiln was cold.",
        "Only then did Ines Bauer say that the kiln was cold.",
        "Ines Bauer will say on Monday that the kiln is cold.",
        "Ines Bauer said nobody had asked whether the kiln was cold.",
        "Ines Bauer said that the kiln was not cold.",
        "Ines Bauer, who does not own the kiln, said that it was cold.",
    ],
)
def test_what_is_said_is_neither(text: str) -> None:
    assert [(one.negated, one.hypothetical) for one in outer(text)] == [(False, False)]


def test_one_inside_the_other_knows_its_parent() -> None:
    text = "Ines Bauer said that Milo Renn had announced that the kiln was cold."
    outer, inner = read(text).attributions
    assert (outer.parent, inner.parent) == (None, 0)
    assert text[slice(*inner.content[0])] == "that the kiln was cold"
    assert outer.content[0][0] <= inner.content[0][0]
    assert inner.content[-1][1] <= outer.content[-1][1]


def test_neighbours_have_no_parent() -> None:
    found = read("Ines Bauer said that the kiln was cold. Milo Renn denied that it was.").attributions
    assert [one.parent for one in found] == [None, None]


def test_what_lies_in_a_quotation_is_its_child_and_leaves_it_whole() -> None:
    outer, inner = read("“My mother said that the kiln was cold,” said Ines Bauer.").attributions
    assert (outer.parent, outer.content, outer.kind) == (None, ((0, 40),), "direct")
    assert (inner.parent, inner.content, inner.kind) == (0, ((16, 38),), "indirect")


@pytest.mark.parametrize(
    "inner",
    [
        "Milo Renn tells so many lies that nobody listens",
        "they hit the board that request or no request",
        "the committee reports are late",
        "Milo Renn was told that the kiln was cold",
        "she hopes",
        "Milo Renn wanted to say that the kiln was cold",
        "the council overruled that request",
    ],
)
def test_no_child_without_a_subject_a_verb_and_a_clause(inner: str) -> None:
    (one,) = read(f"“Well, {inner},” said Ines Bauer.").attributions
    assert one.parent is None


@given(PROSE)
def test_a_child_lies_inside_one_piece_of_its_parent(text: str) -> None:
    found = read(text).attributions
    for one in found:
        if one.parent is not None:
            ((start, end),) = one.content
            assert any(a <= start < end <= b for a, b in found[one.parent].content)
            assert one.source is not None


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ines Bauer had not said that the kiln was cold.", "had not said"),
        ("Ines Bauer later said that the kiln was cold.", "later said"),
        ("The kiln was cold, according to Ines Bauer.", "according to"),
        ("“The kiln is cold,” Ines Bauer told visitors.", "told"),
    ],
)
def test_the_cue_is_the_whole_run(text: str, cue: str) -> None:
    found = only(text).cue
    assert found is not None
    assert text[slice(*found)] == cue


def test_a_quotation_without_a_cue_says_so() -> None:
    one = only("“The kiln is cold.”")
    assert (one.cue, one.source, one.kind, one.rule) == (None, None, "direct", "attribution.quotation.alone")


def test_a_long_list_belongs_to_the_content_to_its_end() -> None:
    names = [f"{one}{two}" for one in ("Hol", "Ber", "Kel", "Lin") for two in ("man", "gren", "dahl", "quist", "berg")]
    text = f"Ines Bauer said that the guests were {', '.join(names * 2)} and Lund."
    assert only(text).content[-1][1] == len(text) - 1


@given(PROSE)
def test_the_pieces_of_a_content_are_in_order_and_apart(text: str) -> None:
    doc = read(text)
    for one in doc.attributions:
        assert one.content
        assert all(0 <= start < end <= len(text) for start, end in one.content)
        assert all(before[1] <= after[0] for before, after in pairwise(one.content))


@given(PROSE)
def test_parents_stand_among_the_others_and_are_nobodys_descendants_of_themselves(text: str) -> None:
    found = read(text).attributions
    for number, one in enumerate(found):
        seen = {number}
        while one.parent is not None:
            assert one.parent not in seen
            seen.add(one.parent)
            one = found[one.parent]


@given(PROSE)
def test_neither_cue_nor_source_cuts_into_a_quotation(text: str) -> None:
    doc = read(text)
    for one in doc.attributions:
        if one.cue is not None and one.kind == "direct":
            assert all(one.cue[1] <= start or end <= one.cue[0] for start, end in one.content)


def test_a_cue_at_the_very_start_has_no_possessor_at_the_end() -> None:
    (one,) = read("Claims that the dam is safe, his").attributions
    assert one.source is None
