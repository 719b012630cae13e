"""The page of an article, as text."""

from __future__ import annotations

import base64
import hashlib
import html
import itertools
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hostile
import made
import newsparse
from newsparse.model import Quote
from newsparse.render import summary
from newsparse.view import frame, page
from newsparse.view.segments import Part, cut, marked, parts_of, write


class Reader(HTMLParser):
    """Tags, attributes and the text of each paragraph of the body."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self.marked: dict[str, str] = {}
        self._open: str | None = None
        self._ids: list[str] = []
        self._body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        row = dict(attrs)
        self.tags.append((tag, row))
        if row.get("class") == "body":
            self._body = True
        if tag == "aside":
            self._body = False
        if self._body and tag == "p":
            self.paragraphs.append("")
            self._open = row.get("class") or "p"
        if tag == "mark":
            self._ids = (row.get("data-q") or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._open = None
        if tag == "mark":
            self._ids = []

    def handle_data(self, text: str) -> None:
        if self._open is not None:
            self.paragraphs[-1] += text
        for number in self._ids:
            self.marked[number] = self.marked.get(number, "") + text


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


def test_the_article_reads_as_it_does() -> None:
    article = made.article()
    reader = read(page(article))
    assert reader.paragraphs == [span.text for span in article.paragraphs]
    for number, quote in enumerate((*article.quotes, *article.attitudes)):
        if quote.parent is None:  # the cue and source of the one within another are marked too
            assert reader.marked[str(number)] == "".join(piece.text for piece in quote.content)


def test_header_voices_and_colophon() -> None:
    shown = page(made.article())
    for words in (
        "Lena Hartwell",
        '<time datetime="2024-03-04">4 March 2024</time>',
        "Who said what",
        "<bdi>Dana Ortiz</bdi>",
        newsparse.__version__,
    ):
        assert words in shown
    assert shown.index("Dana Ortiz</bdi>") < shown.index("Ilse Kern</bdi>")  # the one with more words first


def test_each_list_entry_leads_to_its_note_and_back() -> None:
    reader = read(page(made.article()))
    ids = {row["id"] for _, row in reader.tags if row.get("id")}
    links = {(row["href"] or "") for tag, row in reader.tags if tag == "a"}
    assert len([link for link in links if re.fullmatch(r"#q\d+", link)]) >= 5
    assert {link[1:] for link in links} <= ids


def test_nothing_comes_from_elsewhere() -> None:
    reader = read(page(made.article()))
    assert not {"link", "img", "iframe", "object", "form", "base"} & {tag for tag, _ in reader.tags}
    assert not [row for _, row in reader.tags if {"src", "style", "onclick", "action"} & row.keys()]


def test_the_policy_admits_the_pages_own_style_and_script_alone() -> None:
    shown = page(made.article())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', shown)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    for tag in ("style", "script"):
        inner = shown.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


@pytest.mark.parametrize("text", [*hostile.ALL, "", "\n", "<", "\ud800"], ids=range(len(hostile.ALL) + 4))
def test_hostile_text_stays_text(text: str) -> None:
    plain = {tag for tag, _ in read(page(made.article())).tags} | {"details", "summary", "ul", "section", "q"}
    for shown in (page(newsparse.parse(text)), frame(newsparse.parse(text))):
        shown.encode("utf-8")
        reader = read(shown)
        assert {tag for tag, _ in reader.tags} <= plain | {"iframe"}
        handlers = [key for _, row in reader.tags for key in row if key.startswith("on")]
        assert not handlers
        assert sum(tag == "script" for tag, _ in reader.tags) in (0, 2)


@given(st.text() | st.text(alphabet="“”\"'’ .,:<>&\nAbe saidthatheOrtiz\x00\ud800"))
def test_any_text_has_a_page(text: str) -> None:
    shown = page(newsparse.parse("Dana Ortiz said: " + text))
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert [tag for tag, _ in read(shown).tags].count("script") == 2


def test_the_frame_holds_the_page_behind_a_sandbox() -> None:
    article = made.article()
    shown = article._repr_html_()
    (tag, row), *rest = read(shown).tags
    assert (tag, row["sandbox"], rest) == ("iframe", "allow-scripts", [])
    assert row["srcdoc"] == page(article)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Nobody is quoted"), ("de", "not read yet"), ("pt", "not read yet")]
)
def test_where_no_quotes_are_read_nobody_is_said_to_be_silent(language: str, said: str) -> None:
    article = newsparse.Article(text="„Ja“, sagte Kern.", language=language)
    for shown in (page(article), summary(article)):
        assert said in shown
    assert "switch " not in page(article).partition("<body>")[2]


def test_a_frame_is_hardly_larger_than_its_page() -> None:
    article = made.article()
    assert len(frame(article)) < 1.1 * len(page(article))


def test_of_an_article_too_long_for_a_notebook_it_says_so() -> None:
    """Jupyter drops an output of some megabytes, and shows an error in its place."""
    line = "“It holds,” Dana <b>Ortiz said.\n\n"
    article = newsparse.parse(f"Harbour <script>Opens\n\n{line * 8000}")
    shown = frame(article)
    assert len(shown) < 5_000
    assert [tag for tag, _ in read(shown).tags] == ["div", "p", "b", "bdi", "code", "ol", "li", "bdi"]
    assert "8,000 quotes" in shown and "newsparse.view.page" in shown and "16,000 words" in shown


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=12))
def test_cutting_covers_each_part_exactly(stretches: list[tuple[int, int]]) -> None:
    parts = [Part(start, start + size, "content", n) for n, (start, size) in enumerate(stretches)]
    segments = cut(parts)
    for one, two in itertools.pairwise(segments):
        assert one.end <= two.start
    for part in parts:
        on = [segment for segment in segments if part in segment.parts]
        assert on[0].start == part.start and on[-1].end == part.end
        assert all(one.end == two.start for one, two in itertools.pairwise(on))


@given(st.text(alphabet="ab<&\"' \n", max_size=60), st.data())
def test_any_overlap_is_written_without_losing_a_character(text: str, data: st.DataObject) -> None:
    article = newsparse.Article(text=text, language="en")
    edge = st.integers(0, len(text))
    quotes = []
    for _ in range(data.draw(st.integers(0, 5))):
        spans = [
            newsparse.Span(a, b, text[a:b]) for a, b in (sorted((data.draw(edge), data.draw(edge))) for _ in "abc")
        ]
        quotes.append(
            Quote(span=spans[0], content=(spans[0],), cue=spans[1], source=spans[2], kind="mixed", rule="made")
        )
    shown = write(marked(article, quotes, [("1", "one")] * len(quotes), set(), {}), (0, len(text)))
    assert html.unescape(re.sub(r"<[^>]*>", "", shown)) == text
    assert len(parts_of(article, quotes)) <= 3 * len(quotes)


def test_words_of_a_nested_attribution_belong_to_both() -> None:
    shown = page(made.article())
    assert re.search(r'<mark class="[^"]*in-mixed[^"]*" data-q="\d+ \d+"', shown)


def test_a_pronoun_leads_to_the_name_before_it() -> None:
    article = made.article()
    start = made.TEXT.index("Dana Ortiz")
    assert f'data-a="{start}"' in page(article)
    assert f'"join":{start},"name":"Dana Ortiz"' in page(article)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, two: str) -> float:
    low, high = sorted((_luminance(one), _luminance(two)))
    return (high + 0.05) / (low + 0.05)


_COLOUR = r"--([\w-]+): (#\w+);"


def palettes() -> dict[str, dict[str, str]]:
    css = (files("newsparse") / "view" / "page.css").read_text(encoding="utf-8")
    roots = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    light, dark, paper = (
        {k: v if len(v) == 7 else "#" + "".join(c * 2 for c in v[1:]) for k, v in re.findall(_COLOUR, root)}
        for root in roots
    )
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **paper}}


KINDS = ("direct", "mixed", "indirect", "attitude")


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_contrast_is_that_of_wcag_aa(name: str) -> None:
    colours = palettes()[name]
    pairs = [("ink", ground) for ground in ("paper", "panel", "card", *KINDS, *(f"{kind}-strong" for kind in KINDS))]
    pairs += [("soft", ground) for ground in ("paper", "panel", "card")]
    pairs += [(f"{kind}-ink", ground) for kind in KINDS for ground in ("paper", "panel", "card")]
    pairs += [(f"{kind}-ink", kind) for kind in KINDS]
    weak = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < 4.5}
    lines = [(f"{kind}-fill", "paper") for kind in KINDS[:3]] + [("focus", "paper"), ("focus", "card")]
    assert not [pair for pair in lines if contrast(colours[pair[0]], colours[pair[1]]) < 3]


def test_a_page_grows_no_faster_than_its_article() -> None:
    line = "“It holds,” Dana Ortiz said that he said that she said.\n\n"
    sizes = [len(page(newsparse.parse(line * n))) for n in (50, 200)]
    assert sizes[1] < 4.2 * sizes[0]


def test_the_assets_are_small(root: Path) -> None:
    css, js = (root / "src" / "newsparse" / "view" / name for name in ("page.css", "page.js"))
    assert css.stat().st_size + js.stat().st_size < 32_000
