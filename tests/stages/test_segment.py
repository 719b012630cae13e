"""Tokens and sentences of the prose."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from stages.laid_out import PROSE, cut, prepare


def words(text: str) -> list[str]:
    return list(prepare(text).tokens.word)


def sentences(text: str) -> list[str]:
    doc = prepare(text)
    return [cut(doc, (s.first, s.last)) for s in doc.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the mayor's dog doesn't bark.", ["the", "mayor", "'s", "dog", "doesn't", "bark", "."]),
        ("the mayor’s dog doesn’t bark.", ["the", "mayor", "’s", "dog", "doesn’t", "bark", "."]),
        ("a co-owner of Hale & Sons.", ["a", "co-owner", "of", "Hale", "&", "Sons", "."]),
        ("it cost 1,200.50 at 10:30 a.m. today.", ["it", "cost", "1,200.50", "at", "10:30", "a.m.", "today", "."]),
        ("``so it goes,''", ["``", "so", "it", "goes", ",", "''"]),
        ("we went -- late... but we went.", ["we", "went", "--", "late", "...", "but", "we", "went", "."]),
    ],
)
def test_what_is_one_token(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_lower_cased_word_has_a_straight_apostrophe() -> None:
    assert prepare("Vole DOESN’T ask.").tokens.low == ("vole", "doesn't", "ask", ".")


@pytest.mark.parametrize(
    "expected",
    [
        ["The tram stopped.", '"Everybody off!" the driver said.'],
        ["The tram stopped.", '"Everybody off", he said.', "Nobody moved."],
        ["She wants to “shut the line.”", "Trams were empty anyway."],
        ["She wants to “shut the line.”", "U.N. observers agreed."],
        ["The firm sold its lamps in the U.S. and Canada.", "It made none there."],
        ["They moved to the U.S.", "The factory stayed."],
        ["Dr. Marta Vole met Gen. Brandt at St. Anne's.", "They had tea."],
        ["J. P. Kern owns the mill.", "He never sleeps there."],
        ["The chairs were set.", "Nobody came.", "It was years ago.", "Now they are sold."],
        ["The lake rose 1.5 metres.", "7 houses were lost."],
        ["Who pays?", "Nobody knows…", "Yet."],
        ["“Who pays?” asked Ilse Kern.", "Nobody answered."],
        ["“We pay,” said Ilse Kern, “but not today.”", "Nobody answered."],
        ["She left (the door was open).", "He stayed."],
        ["(The door was open.)", "He stayed."],
        ["“We counted twice.", "“Three times,” said Ilse Kern."],
        ["»Who pays?« asked Ilse Kern.", "Nobody answered."],
        ["„We pay.“", "Nobody answered."],
        ["'It's ours.'", "The Joneses' dog barked."],
        ["Kern called it “the end.”", "“So did I,” said Brandt."],
        ["He won in 2012.", "“Twice,” she said."],
    ],
    ids=" | ".join,
)
def test_where_sentences_end(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_sentence_does_not_run_over_a_paragraph() -> None:
    assert sentences("Nobody came to the fair\n\nand nobody was asked to.") == [
        "Nobody came to the fair",
        "and nobody was asked to.",
    ]


def test_emoji_and_combining_characters_keep_their_places() -> None:
    text = "🚋👩🏽\u200d🚒 The cafe\u0301 is shut."
    doc = prepare(text)
    assert doc.tokens.word[-1] == "."
    assert [text[s:e] for s, e in zip(doc.tokens.start, doc.tokens.end, strict=True)] == list(doc.tokens.word)


@given(PROSE)
@example("\ud800\0 \u200b“’s")
def test_tokens_cover_each_visible_character_of_the_prose_once(text: str) -> None:
    doc = prepare(text)
    tokens = doc.tokens
    assert list(tokens.word) == [text[s:e] for s, e in zip(tokens.start, tokens.end, strict=True)]
    assert len(tokens.word) == len(tokens.low)
    assert len(doc.block_tokens) == len(doc.prose)
    for (start, end), (first, last) in zip(doc.prose, doc.block_tokens, strict=True):
        reached = start
        for i in range(first, last):
            assert reached <= tokens.start[i] < tokens.end[i] <= end
            assert not text[reached : tokens.start[i]].strip()
            reached = tokens.end[i]
        assert not text[reached:end].strip()
    assert [i for first, last in doc.block_tokens for i in range(first, last)] == list(range(len(tokens)))


@given(PROSE)
def test_sentences_part_the_tokens_of_each_block(text: str) -> None:
    doc = prepare(text)
    for number, (first, last) in enumerate(doc.block_tokens):
        reached = first
        for sentence in (s for s in doc.sentences if s.block == number):
            assert sentence.first == reached < sentence.last
            reached = sentence.last
        assert reached == last
    assert list(doc.sentences) == sorted(doc.sentences, key=lambda s: s.first)


@given(PROSE)
def test_each_token_knows_its_sentence(text: str) -> None:
    doc = prepare(text)
    for i, number in enumerate(doc.signals.sentence):
        assert doc.sentences[number].first <= i < doc.sentences[number].last


@pytest.mark.parametrize("end", [" ", "\n"])
def test_a_long_text_is_cut_as_a_short_one(end: str) -> None:
    short = "“Ortiz’s 1,200.5 ΣΑΣ don’t\tfloat at 9 a.m. — U.S.”" + end
    times = 150_000 // len(short)
    one, many = prepare(short).tokens, prepare(short * times).tokens
    assert many.word == one.word * times
    assert many.low == one.low * times
    assert list(many.start) == [n * len(short) + at for n in range(times) for at in one.start]
    assert list(many.end) == [n * len(short) + at for n in range(times) for at in one.end]
