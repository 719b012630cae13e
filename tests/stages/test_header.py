"""The header stage: fixture files in `tests/cases/headers`, and laws that hold for any text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.document import BylinePart, Document, Header, Options, Range
from newsparse.lang import load_language
from newsparse.rules.header import HEADER_RULES
from newsparse.stages.blocks import split_blocks
from newsparse.stages.header import find_header, prose

CASES = sorted((Path(__file__).parent.parent / "cases" / "headers").glob("*.txt"))
STORY = " The harbour board voted on Monday to close the eastern ferry line, its chair said after the meeting."


def read(text: str, **options: object) -> Document:
    doc = Document(text=text, language=load_language("en"), options=Options(**options))  # type: ignore[arg-type]
    doc = attrs.evolve(doc, blocks=split_blocks(doc))
    doc = attrs.evolve(doc, header=find_header(doc))
    return attrs.evolve(doc, prose=prose(doc.header))


def field(doc: Document, name: str) -> object:
    """A header field in the form that the fixture files give it in."""
    header = doc.header
    by = [p for p in header.bylines if p.contribution in ("by", "with")]
    if name == "authors":
        return ", ".join(doc.text[slice(*p.name)] for p in by)
    if name == "others":
        return ", ".join(f"{doc.text[slice(*p.name)]} ({p.contribution})" for p in header.bylines if p not in by)
    if name in ("published", "updated"):
        when = getattr(header, name)
        return when.value.isoformat() if when else ""
    if name == "people":
        return "; ".join(_details(doc, p) for p in header.bylines)
    if name == "paragraphs":
        return str(len(header.paragraphs))
    if name == "doubts":
        return "; ".join(doc.text[slice(*span)] for span, _ in header.doubts)
    if name == "dateline":
        return doc.text[slice(*header.dateline.range)] if header.dateline else ""
    value = getattr(header, name)
    if name in ("credits", "corrections", "furniture"):
        return "; ".join(doc.text[slice(*span)] for span in value)
    return doc.text[slice(*value)].replace("\n", " / ") if value else ""


def _details(doc: Document, part: BylinePart) -> str:
    """`Ann Lee [role: Harbour Editor; location: Tarn]`."""
    fields = {name: getattr(part, name) for name in ("role", "organization", "location", "contact")}
    said = "; ".join(f"{name}: {doc.text[slice(*span)]}" for name, span in fields.items() if span)
    return doc.text[slice(*part.name)] + (f" [{said}]" if said else "")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    head, text = path.read_bytes().decode("utf-8").split("=====\n", 1)
    wanted = dict(line.split(":", 1) for line in head.splitlines() if not line.startswith("#"))
    options = dict(pair.strip().split("=", 1) for pair in wanted.pop("given", "").split(";") if pair.strip())
    if "published" in options:
        options["published"] = dt.date.fromisoformat(options["published"])  # type: ignore[assignment]
    doc = read(text, **options)
    check_cover(text)
    assert {name: field(doc, name) for name in wanted} == {name: value.strip() for name, value in wanted.items()}


NAMES = [
    ("By Ann Lee, Harbour Editor", [("Ann Lee", "Harbour Editor", None, None)]),
    ("By Ann Lee openAnn LeeHarbour writerEmailFollow", [("Ann Lee", None, None, None)]),
    ("By Ann Lee (@annlee), Harbour Editor — a.lee@bugle.example", [("Ann Lee", "Harbour Editor", None, None)]),
    ("By Ann Lee For Tarn Online", [("Ann Lee", None, "Tarn Online", None)]),
    ("By Ann Lee in Osthaven", [("Ann Lee", None, None, "Osthaven")]),
    ("By JANE ROE Associated Press", [("JANE ROE", None, "Associated Press", None)]),
    ("By Dr. Jane van der Roe", [("Jane van der Roe", None, None, None)]),
    ("By Ann Lee and Bob Ray, Norpress", [(name, None, "Norpress", None) for name in ("Ann Lee", "Bob Ray")]),
    ("By Old Town Committee on Fish and Ice", [("Old Town Committee on Fish and Ice", None, None, None)]),
    ("By Reuters", [("Reuters", None, None, None)]),
    ("Ann Lee Political Correspondent\n3 May 2021", [("Ann Lee", "Political Correspondent", None, None)]),
    ("Ann Lee · CBC News ·\nPosted: May 3, 2021", [("Ann Lee", None, "CBC News", None)]),
    ("Ann Lee and AP\nMay 3, 2021", [("Ann Lee", None, None, None), ("AP", None, None, None)]),
    ("By Ann Lee May 3, 2021", [("Ann Lee", None, None, None)]),
]


@pytest.mark.parametrize(("text", "wanted"), NAMES, ids=[text[:30] for text, _ in NAMES])
def test_names_in_a_byline(text: str, wanted: list[tuple[str | None, ...]]) -> None:
    def cut(span: Range | None) -> str | None:
        return text[slice(*span)] if span else None

    found = [(cut(p.name), cut(p.role), cut(p.organization), cut(p.location)) for p in read(text).header.bylines]
    assert found == wanted


def table(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent.parent / "cases" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("printed", "people"), table("bylines.tsv"))
def test_a_byline(printed: str, people: str) -> None:
    doc = read("Ferry line drops night sailings\n" + printed + "\n\n" + STORY[1:])
    said = [(_details(doc, p), "" if p.contribution == "by" else f" ({p.contribution})") for p in doc.header.bylines]
    assert ("; ".join(map("".join, said)) or "-") == people
    assert field(doc, "headline") == "Ferry line drops night sailings"


@pytest.mark.parametrize(("printed", "people"), table("closings.tsv"))
def test_a_closing_line(printed: str, people: str) -> None:
    doc = read(
        "\n\n".join(["Ferry line drops night sailings", STORY[1:], *[STORY[1:].replace("voted", "met")] * 2, printed])
    )
    said = [(_details(doc, p), "" if p.contribution == "by" else f" ({p.contribution})") for p in doc.header.bylines]
    assert ("; ".join(map("".join, said)) or "-") == people
    assert len(doc.header.paragraphs) == (3 if people != "-" else 4)


@pytest.mark.parametrize(("printed", "span", "places", "agency", "day"), table("datelines.tsv"))
def test_a_dateline(printed: str, span: str, places: str, agency: str, day: str) -> None:
    text = "Ferry line drops night sailings\n\n" + printed + STORY
    found = read(text).header.dateline
    if span == "-":
        assert found is None
        return
    assert found is not None
    assert text[slice(*found.range)] == span
    assert "; ".join(text[slice(*place)] for place in found.places) == places
    assert (text[slice(*found.agency)] if found.agency else "-") == agency
    assert (found.date.value.isoformat() if found.date else "-") == day
    assert text[found.body :] == STORY[1:]


def test_a_photographer_is_no_author() -> None:
    header = read("Story by June Abbot\nPhotographs by Leif Moe/Nordlight").header
    assert [p.contribution for p in header.bylines] == ["by", "photo"]


def test_what_the_caller_knows_wins() -> None:
    day = dt.date(2020, 1, 2)
    header = read("By Ann Lee\nMay 3, 2021", published=day).header
    assert header.published is not None
    assert (header.published.value, header.published.range) == (day, None)


def test_prose_leaves_the_dateline_out() -> None:
    doc = read("OSTHAVEN (AP) — The line will close in June, the board said on Friday.")
    assert [doc.text[start:end][:8] for start, end in doc.prose] == ["The line"]
    assert len(doc.header.paragraphs) == 1


def parts(header: Header) -> list[tuple[str, Range]]:
    """Every part with its kind, each stretch once; a date in the dateline belongs to its paragraph."""
    found = {("bylines", p.range) for p in header.bylines}
    for name in ("headline", "standfirst", "section"):
        if getattr(header, name) is not None:
            found.add((name, getattr(header, name)))
    for name in ("credits", "corrections", "furniture", "paragraphs"):
        found |= {(name, span) for span in getattr(header, name)}
    inside = header.dateline.range if header.dateline else (0, 0)
    if header.dateline and not any(start <= inside[0] < end for start, end in header.paragraphs):
        found.add(("dateline", inside))
    for when in (header.published, header.updated):
        if when is not None and when.range is not None and not inside[0] <= when.range[0] < inside[1]:
            found.add(("dates", when.range))
    return sorted(found, key=lambda part: part[1])


def check_cover(text: str) -> None:
    doc = read(text)
    position = 0
    for _, (start, end) in parts(doc.header):
        assert position <= start < end <= len(text)
        assert not any(char.isprintable() and not char.isspace() for char in text[position:start])
        position = end
    assert not any(char.isprintable() and not char.isspace() for char in text[position:])
    assert list(doc.prose) == sorted(doc.prose)


PAGES = [path.read_bytes().decode("utf-8").split("=====\n", 1)[1] for path in CASES]
LINES = [
    *(line for rule in HEADER_RULES for text in (*rule.hits, *rule.misses) for line in text.split("\n") if line),
    *("", "", "By", "and", ",", "Updated", "Author:", "Ann Lee,", "|", "X", "2 hours ago", "Related", "5:04 pm"),
    "The harbour board voted on Monday to close the eastern ferry line, which has run since 1921, its chair said.",
    *sorted({line for page in PAGES for line in page.splitlines() if line}),
]


@given(st.lists(st.sampled_from(LINES), max_size=14), st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]))
def test_every_visible_character_lies_in_one_part(lines: list[str], end: str) -> None:
    check_cover(end.join(lines))


@given(st.sampled_from(PAGES), st.randoms(use_true_random=False))
def test_every_visible_character_of_a_page_with_its_lines_moved_lies_in_one_part(page: str, chance: Random) -> None:
    lines = page.splitlines(keepends=True)
    for _ in range(chance.randint(1, 6)):
        lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    check_cover("".join(lines[chance.randrange(4) :]))


@given(st.text())
def test_every_visible_character_of_any_text_lies_in_one_part(text: str) -> None:
    check_cover(text)


@given(st.lists(st.sampled_from([*LINES, "\ud800", "\x00", "—", "“"]), max_size=6).map(" ".join))
def test_lines_run_together_lie_in_one_part(text: str) -> None:
    check_cover(text)


def test_an_and_that_no_name_follows_at_the_texts_end_is_read_without_an_error() -> None:
    check_cover("By Ann Lee, Norpress\nStaff Reporter\nand")


@pytest.mark.parametrize("line", ["By\n", "By Ann Lee and\n", "Updated\n", "Related\n", "(", "May 3, 2021 ", "Ann "])
def test_a_line_over_and_over_is_read_without_an_error(line: str) -> None:
    check_cover(line * 3000)
