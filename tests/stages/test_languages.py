"""Other languages than English: fixture files by language, dates as they print them, `language="auto"`, and laws."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import parse
from newsparse.dates import read_moment
from newsparse.dates.words import words_of_time
from newsparse.document import Document
from newsparse.lang import languages, load_language
from newsparse.lang.guess import guess_language
from newsparse.stages.blocks import split_blocks
from newsparse.stages.header import find_header
from newsparse.stages.header.parts import header_words

HEADERS = Path(__file__).parent.parent / "cases" / "headers"
ABROAD = tuple(code for code in languages() if code != "en")
CASES = [
    pytest.param(code, path, id=f"{code}-{path.stem}") for code in ABROAD for path in sorted((HEADERS / code).glob("*"))
]
STORIES = {
    "en": "The harbour board voted on Monday to close the eastern ferry line, its chair said.",
    "de": "Der Hafenrat hat am Montag beschlossen, die Ostlinie zu schließen, wie seine Vorsitzende mitteilte.",
    "fr": "Le conseil du port a décidé lundi de fermer la ligne de ferry de l’est, a annoncé sa présidente.",
    "es": "La junta del puerto decidió el lunes cerrar la línea del este, según informó su presidenta.",
    "it": "Il consiglio del porto ha deciso lunedì di chiudere la linea orientale, ha detto la presidente.",
}


def field(article: newsparse.Article, name: str) -> str:
    """A part of the article in the form that the fixture files give it in."""
    by = [p for p in article.bylines if p.contribution in ("by", "with")]
    if name == "authors":
        return ", ".join(p.name.text for p in by)
    if name == "others":
        return ", ".join(f"{p.name} ({p.contribution})" for p in article.bylines if p not in by)
    if name in ("published", "updated"):
        when = getattr(article, name)
        return when.value.isoformat() if when else ""
    if name == "paragraphs":
        return str(len(article.paragraphs))
    if name == "dateline":
        return article.dateline.span.text if article.dateline else ""
    value = getattr(article, name)
    if name in ("credits", "corrections", "furniture"):
        return "; ".join(span.text for span in value)
    return str(value.text).replace("\n", " / ") if value else ""


@pytest.mark.parametrize(("code", "path"), CASES)
@pytest.mark.parametrize("auto", [False, True], ids=["named", "auto"])
def test_case(code: str, path: Path, auto: bool) -> None:
    head, text = path.read_text(encoding="utf-8").split("=====\n", 1)
    wanted = dict(line.split(":", 1) for line in head.splitlines() if not line.startswith("#"))
    article = parse(text, language="auto" if auto else code)
    assert article.language == code
    assert {name: field(article, name) for name in wanted} == {name: value.strip() for name, value in wanted.items()}


def test_each_language_has_fixtures_enough() -> None:
    assert {code for code in ABROAD if len(list((HEADERS / code).glob("*.txt"))) < 12} == set()


DATES = [
    ("de", "14. Mai 2024, 12.30 Uhr", "2024-05-14T12:30:00", "minute"),
    ("de", "14. Mai 2024 um 15:44", "2024-05-14T15:44:00", "minute"),
    ("de", "Do 25.04.24 | 14:07 Uhr", "2024-04-25T14:07:00", "minute"),
    ("de", "06/01/2026 - 14:02 MEZ", "2026-01-06T14:02:00+01:00", "minute"),
    ("de", "14.05.2024-12:30", "2024-05-14T12:30:00", "minute"),
    ("de", "14. Jänner 2024, 18 Uhr", "2024-01-14T18:00:00", "hour"),
    ("de", "7. September 2019", "2019-09-07", "day"),
    ("de", "14. 5. 2024", "2024-05-14", "day"),
    ("de", "03.04.2021", "2021-04-03", "day"),
    ("fr", "14 mai 2024 à 12h30", "2024-05-14T12:30:00", "minute"),
    ("fr", "mardi 14 mai 2024 à 18 h 05", "2024-05-14T18:05:00", "minute"),
    ("fr", "14 mai 2024 à 15 h", "2024-05-14T15:00:00", "hour"),
    ("fr", "1er mai 2024", "2024-05-01", "day"),
    ("fr", "14 févr. 2024", "2024-02-14", "day"),
    ("fr", "06/01/2026 - 14:16 UTC+1", "2026-01-06T14:16:00+01:00", "minute"),
    ("fr", "14/05/2024 à 06h00", "2024-05-14T06:00:00", "minute"),
    ("es", "14 de mayo del 2024, 18:30 h", "2024-05-14T18:30:00", "minute"),
    ("es", "14 MAY 2024 - 12:30 CEST", "2024-05-14T12:30:00+02:00", "minute"),
    ("es", "Lunes, 2 diciembre 2024 - 02:24", "2024-12-02T02:24:00", "minute"),
    ("es", "14 de mayo de 2024 | 6:15 a. m.", "2024-05-14T06:15:00", "minute"),
    ("es", "mayo 14, 2024", "2024-05-14", "day"),
    ("es", "14/may/2024", "2024-05-14", "day"),
    ("es", "14.05.2024 - 12:30h", "2024-05-14T12:30:00", "minute"),
    ("it", "14 Maggio 2024 alle 12:30", "2024-05-14T12:30:00", "minute"),
    ("it", "martedì 14 maggio 2024, 12:30", "2024-05-14T12:30:00", "minute"),
    ("it", "14 maggio 2024 ore 18.30", "2024-05-14T18:30:00", "minute"),
    ("it", "1° maggio 2024", "2024-05-01", "day"),
    ("it", "mar 14 mag 2024", "2024-05-14", "day"),
    ("it", "h 18:30, 14 maggio 2024", "2024-05-14T18:30:00", "minute"),
]


@pytest.mark.parametrize(("code", "cut", "value", "precision"), DATES)
def test_a_date_as_the_language_prints_it(code: str, cut: str, value: str, precision: str) -> None:
    found = read_moment(cut, languages=(code,))
    assert found is not None
    assert (found[0].isoformat(), found[1]) == (value, precision)


@pytest.mark.parametrize("code", ABROAD)
def test_every_word_for_a_month_is_read(code: str) -> None:
    for month, number in words_of_time(code, "month").items():
        found = read_moment(f"3 {month} 2021", languages=(code,)) or read_moment(f"3. {month} 2021", languages=(code,))
        assert found == (dt.date(2021, number, 3), "day"), month


AGO = [
    ("de", "vor drei Wochen", "2024-04-29", "day"),
    ("de", "vor 2 Stunden", "2024-05-20T13:00:00", "hour"),
    ("de", "Heute, 12:37 Uhr", "2024-05-20T12:37:00", "minute"),
    ("de", "gestern", "2024-05-19", "day"),
    ("fr", "il y a une heure", "2024-05-20T14:00:00", "hour"),
    ("fr", "hier à 12h30", "2024-05-19T12:30:00", "minute"),
    ("es", "hace dos semanas", "2024-05-06", "day"),
    ("es", "ayer a las 18:30", "2024-05-19T18:30:00", "minute"),
    ("it", "un giorno fa", "2024-05-19", "day"),
    ("it", "un'ora fa", "2024-05-20T14:00:00", "hour"),
    ("it", "14 maggio", "2024-05-14", "day"),
]


@pytest.mark.parametrize(("code", "cut", "value", "precision"), AGO)
def test_a_day_told_from_another(code: str, cut: str, value: str, precision: str) -> None:
    assert read_moment(cut, languages=(code,)) is None
    found = read_moment(cut, languages=(code,), base=dt.datetime(2024, 5, 20, 15))
    assert found is not None
    assert (found[0].isoformat(), found[1]) == (value, precision)


@pytest.mark.parametrize(
    ("code", "words"),
    [("de", "mai"), ("de", "vor 3 Monaten"), ("fr", "en mars"), ("es", "mayo"), ("it", "marzo 3"), ("it", "5 set a 3")],
)
def test_ordinary_words_are_no_date(code: str, words: str) -> None:
    assert read_moment(words, languages=(code,), base=dt.date(2024, 5, 20)) is None


DATELINES = [
    ("de", "Hamburg/Kiel (dpa/lno) - Der Rat hat", "Hamburg/Kiel (dpa/lno)"),
    ("de", "OSTHAVEN taz | Der Rat hat", "OSTHAVEN taz"),
    ("de", "Berlin. Der Rat hat", "Berlin"),
    ("de", "Wien – Der Rat hat", "Wien"),
    ("de", "Dana Ortiz – die Vorsitzende – hat", None),
    ("de", "Dana Ortiz. Der Rat hat", None),
    ("fr", "Paris, 14 mai 2024 (AFP) - Le conseil", "Paris, 14 mai 2024 (AFP)"),
    ("fr", "(Montréal) Le conseil", "(Montréal)"),
    ("fr", "(Photo) Le conseil", None),
    ("es", "MADRID, 14 May. (EUROPA PRESS) - La junta", "MADRID, 14 May. (EUROPA PRESS)"),
    ("es", "Bogotá, 14 may (EFE). La junta", "Bogotá, 14 may (EFE)"),
    ("it", "(ANSA) - ROMA, 14 MAG - Il consiglio", "(ANSA) - ROMA, 14 MAG"),
    ("it", "Milano, 14 maggio 2024 – Il consiglio", "Milano, 14 maggio 2024"),
]


@pytest.mark.parametrize(("code", "opening", "dateline"), DATELINES)
def test_a_dateline_as_the_language_prints_it(code: str, opening: str, dateline: str | None) -> None:
    article = parse(f"Streit am Hafen\n\n{opening} {STORIES[code]}", language=code)
    assert (article.dateline.span.text if article.dateline else None) == dateline


NAMES = {
    "de": "Ursula von der Leiten;Max Graf von Thun;Karl-Thilo zu Gutenfels;Jan van Aken-Wüst;Özlem Topal;Ed M. Huber",
    "fr": "Jean-Noël Barrault;Marie de La Tour;Charles d'Orlons;Hélène L'Heuil;Éric Le Bouquin;Jean de Saint-Chéron",
    "es": "José María de Areza;María de los Ángeles Pérez;J. J. Gálvez;Carlos E. Cuesta;Pedro del Corral;Àngels Pins",
    "it": "Gian Antonio Stello;Lorenzo De Cicchi;Marco Lo Contino;Anna Dello Rossi;Nicolò Zanchi;Pierluigi D'Amici",
}
BY = {"de": "Von", "fr": "Par", "es": "Por", "it": "di"}


@pytest.mark.parametrize(("code", "name"), [(code, name) for code in NAMES for name in NAMES[code].split(";")])
@pytest.mark.parametrize("shape", ["{by} {name}", "{name}"], ids=["by", "bare"])
@pytest.mark.parametrize("capitals", [False, True], ids=["mixed", "capitals"])
def test_a_name_is_taken_whole(code: str, name: str, shape: str, capitals: bool) -> None:
    name = name.upper() if capitals else name
    line = shape.format(by=BY[code], name=name)
    article = parse(f"Streit um die Fähre im Hafen\n\n{line}\n14/05/2024, 12:30\n\n{STORIES[code]}", language=code)
    assert [byline.name.text for byline in article.bylines] == [name]


PARTS = [
    ("de", "Von Lena Hartwig, Osthaven", [("Lena Hartwig", None, None, "Osthaven", "by")]),
    ("de", "Von Lena Hartwig, dpa", [("Lena Hartwig", None, "dpa", None, "by")]),
    (
        "de",
        "Von unserer Korrespondentin Lena Hartwig, Osthaven",
        [("Lena Hartwig", "unserer Korrespondentin", None, "Osthaven", "by")],
    ),
    (
        "de",
        "Von Lena Hartwig (Text) und Bo Kuhn (Fotos)",
        [("Lena Hartwig", None, None, None, "by"), ("Bo Kuhn", None, None, None, "photo")],
    ),
    (
        "es",
        "Ana Gil (texto) / Luis Ferrer (fotos)",
        [("Ana Gil", None, None, None, "by"), ("Luis Ferrer", None, None, None, "photo")],
    ),
    ("de", "Lena Hartwig\nRedakteurin für Meer", [("Lena Hartwig", "Redakteurin für Meer", None, None, "by")]),
    (
        "de",
        "Aus Osthaven berichten Ute Kern und Bo Kuhn",
        [(n, None, None, None, "by") for n in ("Ute Kern", "Bo Kuhn")],
    ),
    ("de", "Fotos: Bo Kuhn", [("Bo Kuhn", None, None, None, "photo")]),
    (
        "fr",
        "Par Paul Hervier (Port-Levant, envoyé spécial)",
        [("Paul Hervier", "envoyé spécial", None, "Port-Levant", "by")],
    ),
    ("fr", "De notre envoyée spéciale à Levant, Lise Verdier", [("Lise Verdier", None, None, "Levant", "by")]),
    ("fr", "Par Le Littoral avec AFP", [("Le Littoral", None, None, None, "by"), ("AFP", None, None, None, "with")]),
    ("es", "Ana Ruizgómez\nCorresponsal en Levante", [("Ana Ruizgómez", "Corresponsal en Levante", None, None, "by")]),
    ("es", "Ana Ruizgómez @anaruiz", [("Ana Ruizgómez", None, None, None, "by")]),
    ("it", "dalla nostra inviata a Levante Elena Tebaldini", [("Elena Tebaldini", None, None, "Levante", "by")]),
    ("it", "di Elena Tebaldini, inviata a Levante", [("Elena Tebaldini", "inviata a Levante", None, None, "by")]),
]


@pytest.mark.parametrize(("code", "line", "people"), PARTS)
def test_what_a_byline_says_of_those_named(code: str, line: str, people: list[tuple[str | None, ...]]) -> None:
    article = parse(f"Streit um die Fähre im Hafen\n\n{line}\n14/05/2024, 12:30\n\n{STORIES[code]}", language=code)
    found = [
        (*(span and span.text for span in (by.name, by.role, by.organization, by.location)), by.contribution)
        for by in article.bylines
    ]
    assert found == people


ALONE = [
    *(("de", line, ["dpa"]) for line in ("dpa", "Von dpa", "Von: dpa", "dpa/lno", "Von dpa/lno")),
    ("de", "Von dpa/AFP", ["dpa", "AFP"]),
    ("de", "epd", ["epd"]),
    ("de", "SID\nNachrichtenagentur", ["SID"]),
    ("de", "Redaktion", ["Redaktion"]),
    ("de", "Von Lena Hartwig mit Material von dpa", ["Lena Hartwig", "dpa"]),
    *(("fr", line, ["AFP"]) for line in ("AFP", "Par AFP", "Par l’AFP", "avec AFP")),
    ("fr", "La rédaction", ["La rédaction"]),
    ("fr", "Par la rédaction avec AFP", ["rédaction", "AFP"]),
    ("fr", "Le Littoral avec AFP", ["Le Littoral", "AFP"]),
    *(("es", line, [line]) for line in ("EFE", "EP", "Agencias", "Europa Press", "Redacción")),
    ("es", "EFE / Redacción", ["EFE", "Redacción"]),
    ("es", "Redacción / El Faro de Edinca", ["Redacción"]),
    *(("it", line, [line]) for line in ("ANSA", "Adnkronos", "Redazione", "Redazione ANSA")),
    ("it", "di Redazione", ["Redazione"]),
]


@pytest.mark.parametrize("below", [True, False], ids=["above the day", "below the day"])
@pytest.mark.parametrize(("code", "line", "names"), ALONE)
def test_an_agency_or_a_desk_is_the_author(code: str, line: str, names: list[str], below: bool) -> None:
    lines = [line, "14/05/2024, 12:30"] if below else ["14/05/2024, 12:30", line]
    article = parse("\n\n".join(["Streit um die Fähre im Hafen", *lines, STORIES[code]]), language=code)
    assert [by.name.text for by in article.bylines] == names
    assert article.headline is not None
    assert article.headline.text == "Streit um die Fähre im Hafen"


CLOSING = [
    ("de", "(Mit Material von dpa)", [("dpa", "reporting")]),
    ("de", "Mitarbeit: Bo Kuhn", [("Bo Kuhn", "reporting")]),
    ("fr", "(avec la collaboration de Lise Verdier)", [("Lise Verdier", "reporting")]),
    ("es", "Con información de EFE", [("EFE", "reporting")]),
    ("it", "ha collaborato: Elena Tebaldini", [("Elena Tebaldini", "reporting")]),
]


@pytest.mark.parametrize(("code", "line", "people"), CLOSING)
def test_who_helped_stands_at_the_end(code: str, line: str, people: list[tuple[str, str]]) -> None:
    article = parse(f"Streit um die Fähre im Hafen\n\n{STORIES[code]}\n\n{line}", language=code)
    assert [(by.name.text, by.contribution) for by in article.bylines] == people


@pytest.mark.parametrize("code", STORIES)
def test_the_language_is_told_by_small_words(code: str) -> None:
    assert guess_language(STORIES[code]) == code
    assert parse(STORIES[code], language="auto").language == code


@pytest.mark.parametrize("text", ["", "Tarn 2024", "???", "Facebook Email X"])
def test_english_is_meant_where_nothing_tells(text: str) -> None:
    assert guess_language(text) == "en"


def test_a_name_in_another_language_does_not_change_it() -> None:
    assert guess_language("« Nous n’avions pas le choix », he said. " + STORIES["en"] * 3) == "en"


def test_the_error_names_what_there_is() -> None:
    with pytest.raises(ValueError, match=r"language must be one of de, en, es, fr, it or auto; got 'nl'"):
        parse("", language="nl")


@pytest.mark.parametrize("code", ABROAD)
def test_no_speech_is_guessed(code: str) -> None:
    """The words that speech is told by are there in English alone: nothing is given as found without them."""
    article = parse(f'Dana Ortiz\n\n{STORIES[code]}\n\n„Nein“, « non », «no», "no".\n\n“Open', language=code)
    assert (article.quotes, article.attitudes, article.speakers, article.doubts) == ((), (), (), ())


def test_english_reads_the_same_by_name_and_by_itself() -> None:
    text = f"Ferry line closes\n\nBy Ann Lee\nMay 3, 2021\n\n{STORIES['en']}\n\n“No,” Dana Ortiz said."
    assert parse(text, language="auto") == parse(text)


@pytest.mark.parametrize("code", ABROAD)
def test_word_lists_are_lower_case_and_trimmed(code: str) -> None:
    language = load_language(code)
    for name in language.lists():
        assert [word for word in language.words(name) if word != word.strip().lower() or not word] == [], name


PIECES = (
    "Von Lena Hartwig;14. Mai 2024, 12.30 Uhr;vor 3 Stunden;Par Hélène;Publié le 14 mai 2024 à 12h30;il y a une heure;"
    "Por;14 MAY 2024 - 12:30 CEST;Actualizado;hace;di;14 Maggio 2024 alle;un'ora fa;Foto: Lena/dpa;©;(AFP) -;Wien –;"
    "Puerto, 3 may (EFE).-;\n;\n\n; ;|;•;/;Lesen Sie auch;Le 32 mai 2024 à 25h61;31.02.2024;99.99.99;«;»;„;“;\ud800;"
    "\x00;24:60;Dal nostro inviato;und;et;a las;Uhr"
).split(";")


@settings(deadline=None)
@example("es", "Por 0")  # a byline of one character, at the text's end
@example("fr", "14. Mai 2024, 12.30 Uhr(AFP) -")  # a dateline beside a date
@given(
    st.sampled_from((*ABROAD, "auto")), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12))).map("".join)
)
def test_no_text_raises_and_nothing_is_lost(code: str, text: str) -> None:
    article = parse(text, language=code, published="2024-05-20")
    doc = Document(text=text, language=load_language(article.language))
    doc = attrs.evolve(doc, blocks=split_blocks(doc))
    header = find_header(doc)
    parts = [part for part in (header.headline, header.standfirst, header.section) if part]
    parts += [*header.credits, *header.corrections, *header.furniture, *header.paragraphs]
    parts += [byline.range for byline in header.bylines]
    parts += [header.dateline.range] if header.dateline else []  # one beside a date lies in no paragraph
    parts += [when.range for when in (header.published, header.updated) if when is not None and when.range]
    covered = {at for start, end in parts for at in range(start, end)}
    lost = [text[at] for at in range(len(text)) if at not in covered]
    assert [char for char in lost if char.isprintable() and not char.isspace()] == []


@given(st.sampled_from(ABROAD), st.text(max_size=60), st.one_of(st.none(), st.datetimes(timezones=st.none())))
def test_no_cut_raises(code: str, cut: str, base: dt.datetime | None) -> None:
    read_moment(cut, languages=(code,), base=base)


def test_header_words_are_read_once() -> None:
    assert header_words("de") is header_words("de")
