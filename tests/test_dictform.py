"""The dict form: nothing lost, described by its schema, and clear about what is wrong with a bad one."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse import (
    Article,
    Byline,
    Dateline,
    Doubt,
    Mention,
    Provenance,
    Quote,
    Span,
    Speaker,
    Timestamp,
    from_dict,
    to_dict,
)

TEXT = 'Harbour opens\n\nBy Lena Hartwell\n\n"It holds," Dana Ortiz told Ilse Kern. He denied that she feared it.'
SCHEMA: dict[str, Any] = json.loads((files("newsparse") / "schema.json").read_text(encoding="utf-8"))
RECORDS = (Article, Byline, Dateline, Doubt, Mention, Provenance, Quote, Span, Speaker, Timestamp)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def full() -> Article:
    """An article in which every field holds something."""
    zone = dt.timezone(dt.timedelta(hours=5, minutes=30))
    minute = Timestamp(span=span("Harbour"), value=dt.datetime(2024, 3, 14, 7, 45, tzinfo=zone), precision="minute")
    week = Timestamp(value=dt.date(2024, 3, 4), precision="range", end=dt.date(2024, 3, 10))
    ortiz = Speaker(
        name="Dana Ortiz",
        kind="person",
        role="mayor",
        organization="the town",
        pronouns=("he",),
        mentions=(span("Dana Ortiz"), span("He")),
    )
    kern = Speaker(name="Ilse Kern", kind="person", mentions=(span("Ilse Kern"),))
    said = Quote(
        span=span('"It holds," Dana Ortiz told Ilse Kern'),
        content=(span('"It holds,"'),),
        cue=span("told"),
        source=span("Dana Ortiz"),
        speaker=ortiz,
        kind="direct",
        addressee=Mention(span=span("Ilse Kern"), speaker=kern),
        medium=span("Harbour"),
        via=span("Lena"),
        when=week,
        confidence=0.75,
        rule="attribution.quoted.before",
    )
    denied = attrs.evolve(
        said, span=span("He denied that she feared it"), content=(span("that she feared it"),), negated=True
    )
    feared = attrs.evolve(denied, content=(span("it"),), act="belief", parent=denied, speaker=None, addressee=None)
    return Article(
        text=TEXT,
        language="en",
        headline=span("Harbour opens"),
        standfirst=span("It holds"),
        bylines=(
            Byline(
                span=span("By Lena Hartwell"),
                name=span("Lena Hartwell"),
                role=span("By"),
                organization=span("By"),
                location=span("By"),
                contact=span("By"),
                contribution="with",
            ),
        ),
        dateline=Dateline(span=span("Harbour"), places=(span("Harbour"),), agency=span("By"), date=week),
        published=minute,
        updated=Timestamp(value=dt.datetime(2024, 3, 14, 8), precision="hour"),
        section=span("opens"),
        credits=(span("By"),),
        corrections=(span("By"),),
        furniture=(span("By"),),
        paragraphs=(span("It holds"),),
        quotes=(said, denied),
        attitudes=(feared,),
        speakers=(ortiz,),
        doubts=(Doubt(span=span("she"), reason="Two people may be meant."),),
        provenance=(Provenance(field="headline", span=None, rule="header.headline.first"),),
    )


def test_round_trip() -> None:
    article = full()
    data = to_dict(article)
    assert from_dict(data) == article
    assert from_dict(json.loads(json.dumps(data))) == article
    assert to_dict(from_dict(data)) == data


def test_what_is_shared_stays_shared() -> None:
    article = from_dict(to_dict(full()))
    assert article.quotes[0].speaker is article.speakers[0]
    assert article.attitudes[0].parent is article.quotes[1]
    first, second = (quote.addressee for quote in article.quotes)
    assert first is not None
    assert second is not None
    assert first.speaker is second.speaker


def test_references() -> None:
    data = to_dict(full())
    assert data["quotes"][0]["speaker"] == {"id": 0, "name": "Dana Ortiz"}
    assert data["quotes"][0]["addressee"]["speaker"] == {"id": 1, "name": "Ilse Kern"}
    assert [row["name"] for row in data["spoken_to"]] == ["Ilse Kern"]
    assert data["attitudes"][0]["parent"] == {"in": "quotes", "index": 1}
    assert data["published"]["value"] == "2024-03-14T07:45:00+05:30"
    assert data["quotes"][0]["when"] == {"span": None, "value": "2024-03-04", "precision": "range", "end": "2024-03-10"}
    assert data["headline"] == {"start": 0, "end": 13, "text": "Harbour opens"}


def test_the_methods_are_the_functions() -> None:
    article = full()
    assert article.to_dict() == to_dict(article)
    assert Article.from_dict(article.to_dict()) == article


def test_the_schema_is_sound_and_describes_the_form(founding: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for article in (full(), newsparse.parse(""), newsparse.parse(founding)):
        validator.validate(json.loads(json.dumps(to_dict(article))))


def test_the_schema_names_every_field() -> None:
    for record in RECORDS:
        shape = SCHEMA if record is Article else SCHEMA["$defs"][record.__name__.lower()]
        extra = {"spoken_to"} if record is Article else set()
        assert set(shape["required"]) == set(shape["properties"]) == {f.name for f in attrs.fields(record)} | extra


def at(data: dict[str, Any], *path: str | int) -> Any:
    value: Any = data
    for key in path:
        value = value[key]
    return value


BAD: list[tuple[str, Callable[[dict[str, Any]], object]]] = [
    (r"\$\.text", lambda d: d.pop("text")),
    (r"\$\.quotes", lambda d: d.update(quotes=None)),
    (r"\$\.speakers", lambda d: d.pop("speakers")),
    ("language", lambda d: d.pop("language")),
    ("language", lambda d: d.update(language=3)),
    ("colour", lambda d: d.update(colour="red")),
    (r"\$\.quotes\[0\].*kind", lambda d: at(d, "quotes", 0).update(kind="loud")),
    (r"\$\.quotes\[0\].*rule", lambda d: at(d, "quotes", 0).pop("rule")),
    (r"\$\.quotes\[1\].*negated", lambda d: at(d, "quotes", 1).update(negated="yes")),
    (r"\$\.quotes\[1\].*confidence", lambda d: at(d, "quotes", 1).update(confidence="high")),
    (r"\$\.quotes\[0\]\.speaker", lambda d: at(d, "quotes", 0).update(speaker={"id": 9, "name": "Dana Ortiz"})),
    (r"\$\.quotes\[0\]\.speaker", lambda d: at(d, "quotes", 0).update(speaker={"id": 0, "name": "Ilse Kern"})),
    (r"\$\.quotes\[0\]\.addressee", lambda d: at(d, "quotes", 0, "addressee").update(speaker={"id": 0})),
    (r"\$\.attitudes\[0\]\.parent", lambda d: at(d, "attitudes", 0).update(parent={"in": "quotes", "index": 7})),
    (r"\$\.attitudes\[0\]\.parent", lambda d: at(d, "attitudes", 0, "parent").update({"in": "attitudes", "index": 0})),
    (r"\$\.headline", lambda d: at(d, "headline").update(end=12)),
    (r"\$\.paragraphs\[0\]", lambda d: at(d, "paragraphs", 0).update(text="It sinks")),
    ("published", lambda d: at(d, "published").update(value="yesterday")),
    ("end", lambda d: at(d, "published").update(end="2024-3-1")),
]


@pytest.mark.parametrize(("words", "spoil"), BAD)
def test_what_is_wrong_is_named(words: str, spoil: Callable[[dict[str, Any]], object]) -> None:
    data = copy.deepcopy(to_dict(full()))
    spoil(data)
    with pytest.raises(ValueError, match=words):
        from_dict(data)


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_only_a_dict_will_do(data: Any) -> None:
    with pytest.raises(TypeError, match="must be a dict"):
        from_dict(data)


def test_only_an_article_will_do() -> None:
    article: Any = {"text": ""}
    with pytest.raises(TypeError, match="must be an Article"):
        to_dict(article)


JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(sorted(to_dict(full()))), JUNK)
def test_junk_in_a_field_is_a_value_error_or_right(key: str, junk: Any) -> None:
    data = to_dict(full()) | {key: junk}
    try:
        article = from_dict(data)
    except ValueError:
        return
    assert from_dict(to_dict(article)) == article


def test_its_size_is_linear() -> None:
    def size(count: int) -> int:
        text = "\n\n".join(f'"Pier number {i} is made of old oak," Dana Ortiz said.' for i in range(count))
        return len(json.dumps(to_dict(newsparse.parse(text))))

    assert size(80) < 5 * size(20)
