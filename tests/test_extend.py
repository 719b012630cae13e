"""A user's own words and rules: what they change, what they leave alone, and what errors say."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse import Article, parse, parse_many
from newsparse.lang import CueWord, Language, PatternRule, load_language, verb
from newsparse.rules import RULES

EN = load_language("en")
WIRE = PatternRule(
    name="own.wire_label",
    why="In our wire copy, two chevrons stand around who speaks.",
    pattern=r">> (?<source>[^>]{1,60}) >> (?<content>.++)",
    hits=(">> Dana Ortiz >> We have no plans to sell.",),
    misses=("More on page 4 >>",),
)


def cues(article: Article) -> list[str]:
    return [str(q.cue) for q in (*article.quotes, *article.attitudes) if q.cue is not None]


def rules(article: Article) -> set[str]:
    return {q.rule for q in (*article.quotes, *article.attitudes)}


@pytest.mark.parametrize("form", ["toots", "tooted"])
def test_a_verb_of_ones_own(form: str) -> None:
    text = f'"The pier is shut," Dana Ortiz {form} on Monday.'
    assert form not in cues(parse(text))
    article = parse(text, language=EN.extend(cues=[verb("toot", like="tweet")]))
    assert cues(article) == [form]
    assert article.quotes[0].speaker is not None and article.quotes[0].speaker.name == "Dana Ortiz"


def test_forms_of_verbs() -> None:
    assert [w.form for w in verb("toot")] == ["toot", "toots", "tooted", "tooting"]
    assert [w.form for w in verb("ballyhoo out")] == [
        "ballyhoo out",
        "ballyhoos out",
        "ballyhooed out",
        "ballyhooing out",
    ]
    assert [w.form for w in verb("decry")] == ["decry", "decries", "decried", "decrying"]
    assert [w.form for w in verb("rewrite", past="rewrote")] == ["rewrite", "rewrites", "rewrote", "rewriting"]
    assert [w.tense for w in verb("toot")] == ["base", "s", "past", "ing"]


def test_a_phrase_of_ones_own() -> None:
    mine = EN.extend(cues=[CueWord(form="Took to the  airwaves", like="say", tense="past")])
    article = parse("Dana Ortiz took to the airwaves that the dam would break.", language=mine)
    assert cues(article) == ["took to the airwaves"]


def test_act_and_family() -> None:
    mine = EN.extend(cues=[CueWord(form="reckonsed", tense="past", family="think", act="belief", likely=0.9)])
    article = parse("Dana Ortiz reckonsed that the dam would break.", language=mine)
    assert [attitude.act for attitude in article.attitudes] == ["belief"]


def test_words_taken_out() -> None:
    text = "Dana Ortiz added that the dam would break."
    assert cues(parse(text)) == ["added"]
    assert cues(parse(text, language=EN.extend(without={"cues": ["added"]}))) == []


def test_titles_and_roles() -> None:
    text = "Pontmaster Dana Ortiz said the bridge is safe. Ortiz left."
    mine = EN.extend(titles=["Pontmaster"])
    (quote,) = parse(text, language=mine).quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Dana Ortiz", "Pontmaster")


def test_a_title_with_a_full_stop_ends_no_sentence() -> None:
    mine = EN.extend(titles=["Pmstr."])
    (quote,) = parse("The bridge is safe, Pmstr. Dana Ortiz said.", language=mine).quotes
    assert quote.speaker is not None and quote.speaker.name == "Dana Ortiz"


def test_outlets_in_speech_and_header() -> None:
    text = 'TARN (Lamp Wire) - "It holds," Dana Ortiz told Lamp Wire.'
    assert parse(text).quotes[0].via is None
    article = parse(text, language=EN.extend(outlets=["Lamp Wire"]))
    assert str(article.quotes[0].via) == "Lamp Wire"
    assert article.dateline is not None and str(article.dateline.agency) == "Lamp Wire"


def test_any_list_by_its_name() -> None:
    text = "Do the ferry quiz\n\nFerries stop\n\nThe ferries stopped on Monday, the town said.\n\nDo the ferry quiz"
    mine = EN.extend(
        words={"header_furniture": ["Do the ferry quiz"], "sections_that_are_none": []}
        and {"header_furniture": ["Do the ferry quiz"]}
    )
    assert [str(span) for span in parse(text, language=mine).furniture] == ["Do the ferry quiz"] * 2


def test_a_rule_of_ones_own() -> None:
    mine = EN.extend(rules=[WIRE])
    text = "Ferries stop\n\n>> Dana Ortiz >> We have no plans to sell.\n\nOrtiz said that it is late."
    article = parse(text, language=mine)
    quote = article.quotes[0]
    assert (quote.rule, quote.kind, str(quote.source)) == ("own.wire_label", "direct", "Dana Ortiz")
    assert [str(piece) for piece in quote.content] == ["We have no plans to sell."]
    assert quote.speaker is article.quotes[1].speaker
    assert mine.rules["own.wire_label"] is WIRE
    assert not mine.rules.keys() & RULES.keys()


def test_a_rules_hits_and_misses() -> None:
    mine = EN.extend(rules=[WIRE])
    assert all(WIRE.name in rules(parse(text, language=mine)) for text in WIRE.hits)
    assert not any(WIRE.name in rules(parse(text, language=mine)) for text in WIRE.misses)


def test_several_pieces_and_a_cue() -> None:
    rule = PatternRule(
        name="own.box", why="x.", pattern=r"(?<source>[A-Z]\w+)(?<cue>\s*\|)(?:\s*(?<content>[^|]++)\|)++"
    )
    (quote,) = parse("ORTIZ | It holds. | It is oak. |", language=EN.extend(rules=[rule])).quotes
    assert [str(piece) for piece in quote.content] == ["It holds.", "It is oak."]
    assert str(quote.cue) == "|"


def test_how_likely_a_rule_is_and_what_its_words_are() -> None:
    def read(text: str, **more: Any) -> tuple[str, float]:
        rule = PatternRule(name="own.memo", why="x.", pattern=r"^(?<source>[A-Z]\w+) / (?<content>.+)$", **more)
        (quote,) = parse(text, language=EN.extend(rules=[rule])).quotes
        return quote.kind, quote.confidence

    assert read("Ortiz / the bridge stays shut") == ("direct", 0.5)
    assert read("Ortiz / the bridge stays shut", verbatim=False, likely=0.9) == ("indirect", 0.9)
    assert read('Ortiz / the bridge stays "shut for good"', verbatim=False) == ("mixed", 0.5)


def test_own_rules_hold_against_the_layouts() -> None:
    rule = PatternRule(name="own.transcript", why="x.", pattern=r"^(?<source>[A-Z]+):\s+(?<content>.+)$")
    text = "ORTIZ: The dam is safe.\nBLYTHE: It is not."
    assert rules(parse(text)) == {"attribution.label"}
    assert rules(parse(text, language=EN.extend(rules=[rule]))) == {"own.transcript"}


def test_the_language_itself_stays_as_it_is() -> None:
    before = len(EN.words("titles")), len(EN.table("cues"))
    mine = EN.extend(titles=["pontmaster"], cues=verb("toot", like="tweet"))
    assert (len(EN.words("titles")), len(EN.table("cues"))) == before
    assert (len(mine.words("titles")), len(mine.table("cues"))) == (before[0] + 1, before[1] + 4)
    with pytest.raises(AttributeError):
        mine.code = "de"  # type: ignore[misc]


def test_extensions_add_up_and_the_later_one_holds() -> None:
    one = EN.extend(titles=["pontmaster"], without={"cues": ["added"]}, rules=[WIRE])
    both = one.extend(
        outlets=["lamp wire"], without={"titles": ["pontmaster"]}, cues=[CueWord(form="added", like="say")]
    )
    assert "pontmaster" not in both.words("titles")
    assert both.table("cues")["added"]["lemma"] == "say"
    assert "lamp wire" in both.words("outlets") and both.rules.keys() == {WIRE.name}


def test_it_is_a_value() -> None:
    def make() -> Language:
        return EN.extend(titles=["b", "a"], cues=verb("toot", like="tweet"), rules=[WIRE])

    assert make() == make() and hash(make()) == hash(make())
    assert make() != EN
    again = pickle.loads(pickle.dumps(make()))
    assert again == make() and hash(again) == hash(make())
    assert pickle.loads(pickle.dumps(EN)) == EN


def test_threads_and_many_articles() -> None:
    texts = [f'"It holds," Dana Ortiz tooted to {n} people.' for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        made = pool.map(lambda text: parse(text, language=EN.extend(cues=[verb("toot", like="tweet")])), texts)
        assert [cues(article) for article in made] == [["tooted"]] * 40


def test_other_processes() -> None:
    mine = EN.extend(cues=[verb("toot", like="tweet")], rules=[WIRE])
    texts = [f'"It holds," Dana Ortiz tooted to {n} people.\n\n>> Ilse Kern >> It does not.' for n in range(6)]
    for article in parse_many(texts, 2, language=mine):
        assert isinstance(article, Article)
        assert (cues(article), rules(article)) == (["tooted"], {"attribution.quoted.before", "own.wire_label"})


TOML = """
titles = ["Pontmaster"]
outlets = ["Lamp Wire"]

[words]
header_furniture = ["Do the ferry quiz"]

[without]
cues = ["added"]

[[verbs]]
lemma = "toot"
like = "tweet"

[[cues]]
form = "took to the airwaves"
like = "say"
tense = "past"
class = "phrase"
likely = 0.9

[[rules]]
name = "own.wire_label"
why = "In our wire copy, two chevrons stand around who speaks."
pattern = '>> (?<source>[^>]{1,60}) >> (?<content>.++)'
hits = [">> Dana Ortiz >> We have no plans to sell."]
misses = ["More on page 4 >>"]
"""


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(TOML, encoding="utf-8")
    assert EN.extend_from(path) == EN.extend(
        titles=["Pontmaster"],
        outlets=["Lamp Wire"],
        words={"header_furniture": ["Do the ferry quiz"]},
        without={"cues": ["added"]},
        cues=[
            CueWord(form="took to the airwaves", like="say", tense="past", word_class="phrase", likely=0.9),
            *verb("toot", like="tweet"),
        ],
        rules=[WIRE],
    )


RULE = "[[rules]]\nname = 'own.x'\nwhy = 'y'\npattern = '(?<source>a)(?<content>b)'\n"


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("titles = 3", "titles must be a list of strings, not int"),
        ("titles = ['a', 3]", r"titles\[1\] must be a str, not int"),
        ("titels = ['a']", "a key must be one of .*; got 'titels': did you mean 'titles'?"),
        (
            "[words]\ntitels = ['a']",
            "a key of words must be the name of a word list; got 'titels': did you mean 'titles'",
        ),
        ("[words]\ntitles = 'a'", "words.titles must be a list of strings, not str"),
        ("[[verbs]]\nlike = 'say'", r"verbs\[0\].lemma must be there"),
        (
            "[[verbs]]\nlemma = 'toot'\nlike = 'twet'",
            r"verbs\[0\].like must be a lemma .*got 'twet': did you mean 'tweet'",
        ),
        ("[[verbs]]\nlemma = 3", r"verbs\[0\].lemma must be a str, not int"),
        ("[[verbs]]\nlemma = 'toot'\npast = ''", r"verbs\[0\].past must not be empty"),
        ("[[verbs]]\nlemma = 'toot'\nform = 'x'", r"a key of verbs\[0\] must be one of .*; got 'form'"),
        (
            "[[cues]]\nform = 'a'\n[[cues]]\nform = 'b'\nclass = 'verbs'",
            r"cues\[1\].class must be one of .*'verbs': did",
        ),
        ("[[cues]]\nform = 'a'\nact = 'beleif'", r"cues\[0\].act must be one of .*did you mean 'belief'"),
        ("[[cues]]\nform = 'a'\nfamily = 'sing'", r"cues\[0\].family must be one of"),
        ("[[cues]]\nform = 'a'\nlikely = 80", r"cues\[0\].likely must be from 0 to 1; got 80"),
        ("[[cues]]\nform = 'a'\nlikely = 'often'", r"cues\[0\].likely must be a number from 0 to 1, not str"),
        ("[cues]\nform = 'a'", r"cues must be tables, each below \[\[cues\]\]"),
        ("cues = ['a']", r"cues\[0\] must be a table below \[\[cues\]\], not str"),
        ("[[rules]]\nname = 'own.x'", r"rules\[0\].why must be there"),
        ("[[rules]]\nname = 'x'\nwhy = 'y'\npattern = 'z'", r"rules\[0\].name must be \"own.\""),
        ("[[rules]]\nname = 'own.x'\nwhy = 'y'\npattern = '('", r"rules\[0\].pattern is no regular expression"),
        ("[[rules]]\nname = 'own.x'\nwhy = 'y'\npattern = 'z'", r"rules\[0\].pattern must have the named groups"),
        (f"{RULE}verbatim = 1", r"rules\[0\].verbatim must be true or false, not int"),
        (f"{RULE}likely = 5", r"rules\[0\].likely must be from 0 to 1; got 5"),
        (RULE + RULE, r"rules\[1\].name must not be that of rules\[0\]; got 'own.x'"),
        (
            "[[cues]]\nform = 'toot'\n[[cues]]\nform = 'Toot'\nlike = 'deny'",
            r"cues\[1\].form must not be that of cues\[0\]; got 'toot'",
        ),
        ("[[cues]]\nform = '...'", r"cues\[0\].form must have a letter in it"),
        (
            "titles = ['Pont']\n[without]\ntitles = ['pont']",
            "without.titles must not have what is added here; got 'pont'",
        ),
        ("titles = ['a']\ntitles = ['b']", "no TOML: .*"),
        ("words = 3", "words must be a mapping of list names"),
        ("without = ['a']", "without must be a mapping of list names"),
        ("verbs = ['toot']", r"verbs\[0\] must be a table below"),
        (f"{RULE}hits = 'ab'", r"rules\[0\].hits must be a list of strings, not str"),
        (f"{RULE}colour = 'red'", r"a key of rules\[0\] must be one of .*; got 'colour'"),
        ("[[cues]]\nform = 'a'\nlikely = nan", r"cues\[0\].likely must be from 0 to 1; got nan"),
        ("titles = ['a\0']", "no TOML: .*"),
        ("titles = ", "no TOML: .*"),
        ("titles = ['\udcff']", "must be UTF-8"),
    ],
)
def test_an_error_names_the_file_and_the_key(tmp_path: Path, toml: str, message: str) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(toml.encode("utf-8", "surrogateescape"))
    with pytest.raises(ValueError, match=rf"house\.toml: .*{message}"):
        EN.extend_from(path)


@pytest.mark.parametrize("raw", [b"", b"\n# nothing yet\n", b"titles = []\n", b"\xef\xbb\xbf"])
def test_an_empty_file_adds_nothing(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(raw)
    assert EN.extend_from(path) == EN


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        EN.extend_from(tmp_path / "house.toml")


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"titles": "Mayor"}, TypeError, "titles must be a list of strings, not str"),
        ({"outlets": ["a", "..."]}, ValueError, r"outlets\[1\] must have a letter in it"),
        ({"titles": [""]}, ValueError, r"titles\[0\] must not be empty"),
        ({"cues": ["toot"]}, TypeError, "cues must hold CueWord and nothing else; got str"),
        ({"cues": CueWord(form="toot")}, TypeError, "cues must be a list of CueWord"),
        (
            {"cues": [CueWord(form="a"), CueWord(form="b", tense="future")]},
            ValueError,
            r"cues\[1\].tense must be one of",
        ),
        ({"rules": [PatternRule(name="own.x", why="", pattern="x")]}, ValueError, r"rules\[0\].why must not be empty"),
        ({"words": ["x"]}, TypeError, "words must be a mapping"),
        ({"without": {"titels": []}}, ValueError, "a key of without must be the name of a word list"),
    ],
)
def test_an_error_names_the_argument(given: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        EN.extend(**given)


def words_of(letters: str) -> st.SearchStrategy[list[str]]:
    word = st.text(st.sampled_from(f"{letters}. \u2019'-(|*\u200b"), min_size=1, max_size=9)
    return st.lists(word.filter(lambda word: any(c.isalnum() for c in word)), max_size=3, unique_by=str.casefold)


def lists_of(letters: str) -> st.SearchStrategy[dict[str, list[str]]]:
    return st.dictionaries(st.sampled_from(EN.lists()), words_of(letters), max_size=3)


WORDS = words_of("aAé\u4e2d1")
LISTS, OTHERS = lists_of("aAé\u4e2d1"), lists_of("bBü\u6587\u0662")  # what is added must not be left out


@settings(max_examples=20)  # each makes tables that stay
@given(WORDS, WORDS, LISTS, OTHERS, WORDS)
def test_no_word_is_too_strange(
    titles: list[str], outlets: list[str], words: dict[str, list[str]], without: dict[str, list[str]], forms: list[str]
) -> None:
    cue_words = [CueWord(form=form) for form in forms]
    mine = EN.extend(titles=titles, outlets=outlets, words=words, without=without, cues=cue_words)
    own = " ".join([*titles, *outlets, *forms])
    for text in ('A a. said. "a A," A a told a A. (a|*)', "By A a\n\nA a\n\na - a 1", own, f"Ann {own} that it holds."):
        parse(text, language=mine)


def test_no_cues_for_a_language_whose_speech_is_not_read() -> None:
    with pytest.raises(ValueError, match="cues can't be added to 'de'"):
        load_language("de").extend(cues=verb("tuten"))


def test_a_language_whose_speech_is_not_read_takes_header_words() -> None:
    mine = load_language("de").extend(words={"header_furniture": ["Zum Quiz"]})
    article = parse("Zum Quiz\n\nDie Fähre steht still\n\nDie Fähre fährt seit Montag nicht mehr.", language=mine)
    assert [str(span) for span in article.furniture] == ["Zum Quiz"]


def test_the_file_in_the_how_to_is_the_one_beside_it(root: Path) -> None:
    page = (root / "docs" / "how-to" / "extend.md").read_text(encoding="utf-8")
    file = root / "docs" / "examples" / "house.toml"
    assert f"```toml\n{file.read_text(encoding='utf-8')}```" in page
    assert EN.extend_from(file).rules
