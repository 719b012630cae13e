"""The component in spaCy's pipelines: spans, storage, other processes, configuration."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import newsparse
from newsparse.integrations.spacy import DocQuote

TEXT = """\
A Second Bridge for Harbour Town

"The bridge is two years late," Dana Ortiz, the town's treasurer, told reporters. "It is also too short."

She said the council can't pay. Ilse Kern hopes to stay in business.
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("newsparse")
    return pipeline


def test_spacy_finds_it_by_its_entry_point() -> None:
    points = metadata.entry_points(group="spacy_factories")
    if not [point for point in points if point.name == "newsparse"]:
        pytest.skip("newsparse is not installed")
    code = (
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('newsparse'); print(len(nlp('Ortiz said no.')._.quotes))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def texts(quote: DocQuote) -> list[str | None]:
    return [span.text if span is not None else None for span in (*quote.content, quote.cue, quote.source)]


def test_quotes_are_spans(nlp: Language) -> None:
    doc = nlp(TEXT)
    first, second = doc._.quotes
    assert texts(first) == [
        '"The bridge is two years late,"',
        '"It is also too short."',
        "told",
        "Dana Ortiz, the town's treasurer",
    ]
    assert first.span.start_char == first.quote.span.start
    assert (first.speaker, second.speaker) == ("Dana Ortiz", "Dana Ortiz")
    assert first.addressee is not None and first.addressee.text == "reporters"
    assert texts(second) == ["the council can't pay", "said", "She"]
    assert [quote.quote.act for quote in doc._.attitudes] == ["eventuality"]
    assert doc._.article == newsparse.parse(TEXT)


def test_the_group_of_spans(nlp: Language) -> None:
    doc = nlp(TEXT)
    labels = [span.label_ for span in doc.spans["newsparse"]]
    assert labels == ["DIRECT", "DIRECT", "CUE", "SOURCE", "INDIRECT", "CUE", "SOURCE", "INDIRECT", "CUE", "SOURCE"]


def test_a_doc_is_stored_and_comes_back(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.article == doc._.article
    assert [texts(quote) for quote in again._.quotes] == [texts(quote) for quote in doc._.quotes]
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (binned,) = DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab)
    assert binned._.article == doc._.article


def test_a_doc_goes_other_ways(nlp: Language) -> None:
    doc = nlp(TEXT)
    told = [texts(quote) for quote in doc._.quotes]
    as_json = Doc(nlp.vocab).from_json(doc.to_json(underscore=["newsparse"]))
    for other in (pickle.loads(pickle.dumps(doc)), doc.copy(), as_json):
        assert [texts(quote) for quote in other._.quotes] == told


def test_other_processes(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT, "", TEXT], n_process=2, batch_size=1))
    assert [len(doc._.quotes) for doc in docs] == [2, 0, 2]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", '"A\u200bB," Ortiz said.x "\U0001f6a2"', "said" * 50, "Ortiz said:No."]
)
def test_no_text_is_too_strange(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert len(doc._.quotes) == len(doc._.article.quotes)


def test_the_day_of_the_article(nlp: Language) -> None:
    doc = nlp.make_doc("Ortiz said on Monday that the bridge is late.")
    doc._.published = "2024-03-14"
    (quote,) = nlp(doc)._.quotes
    assert quote.quote.when.value.isoformat() == "2024-03-11"


@pytest.mark.parametrize("day", [dt.date(2024, 3, 14), dt.datetime(2024, 3, 14, 7, 45)])
def test_a_doc_with_a_day_is_stored_too(nlp: Language, day: dt.date) -> None:
    doc = nlp.make_doc("Ortiz said on Monday that the bridge is late.")
    doc._.published = day
    again = Doc(nlp.vocab).from_bytes(nlp(doc).to_bytes())
    assert again._.published == day.isoformat()
    assert again._.article == doc._.article
    assert again._.quotes[0].quote.when.value.isoformat() == "2024-03-11"


def test_parts_that_end_inside_a_token_take_all_of_it(nlp: Language) -> None:
    doc = nlp('x"We will go,"Dana Ortiz said.')
    for quote in doc._.quotes:
        for part, span in zip(quote.content, quote.quote.content, strict=True):
            assert part.start_char <= span.start and span.end <= part.end_char


def test_the_language_may_be_told_by_the_text() -> None:
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("newsparse", config={"language": "auto"})
    assert pipeline("La junta decidió el lunes cerrar la línea del este.")._.article.language == "es"
    assert pipeline(TEXT)._.article.language == "en"


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"language": "xx"}, "language must be one of"),
        ({"min_confidence": 3.0}, "min_confidence must be"),
        ({"language": "auto", "words": "house.toml"}, "words are laid over one language"),
    ],
)
def test_a_setting_without_meaning_is_told_at_once(config: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        spacy.blank("en").add_pipe("newsparse", config=config)


def test_configuration(tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text('[[verbs]]\nlemma = "toot"\nlike = "tweet"\n', encoding="utf-8")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("newsparse", config={"words": str(words), "min_confidence": 0.5})
    (quote,) = pipeline('"It holds," Dana Ortiz tooted.')._.quotes
    assert quote.cue is not None and quote.cue.text == "tooted"
    pipeline.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert len(again('"It holds," Dana Ortiz tooted.')._.quotes) == 1


def test_a_doc_that_nobody_read() -> None:
    doc = spacy.blank("en")("It holds.")
    assert doc._.quotes == () and doc._.article is None
