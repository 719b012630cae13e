"""What `parse_html` takes: bytes in any encoding, broken and hostile pages, wrong arguments."""

from __future__ import annotations

import builtins
import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsparse import parse_html
from newsparse.html.decoding import decode
from newsparse.html.moments import read_declared_moment

trafilatura = pytest.importorskip("trafilatura")

STORY = (
    "<p>The harbour board voted on Monday to close the eastern line, its chair said after the meeting had ended.</p>"
)
PAGE = f"<html><head><title>Fähre</title></head><body><h1>Die Fähre — “nachts”</h1>{STORY * 3}</body></html>"


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ("<META http-equiv=Content-Type content='text/html; charset=windows-1252'>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=mac-roman" />', "mac-roman"),
        ('<?xml version="1.0" encoding="windows-1252"?>', "cp1252"),
        ('<meta charset="no-such-thing">', "utf-8"),
        ('<meta charset="hex">', "utf-8"),
    ],
)
def test_bytes_are_decoded(declared: str, codec: str) -> None:
    page = declared + PAGE
    assert decode(page.encode(codec)) == page


def test_japanese_by_its_declared_charset() -> None:
    page = '<meta charset="shift_jis"><h1>港の船</h1>'
    assert decode(page.encode("shift_jis")) == page


def test_a_few_broken_bytes_are_marked() -> None:
    data = ('<meta charset="utf-8">' + PAGE).encode() + b"\xc3"
    assert decode(data).endswith("\ufffd")
    assert "Fähre" in decode(data)


@pytest.mark.parametrize(
    "data", [b"\x1f\x8b\x08\x00", bytes(range(128, 256)) * 9, b"\x89PNG\r\n\x00\x81\xff\xfe\x90" * 9]
)
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^html "):
        parse_html(data)


@pytest.mark.parametrize("html", [None, 3, ["<p>"]])
def test_a_page_is_characters_or_bytes(html: Any) -> None:
    with pytest.raises(TypeError, match=r"^html must be a str or bytes"):
        parse_html(html)


def test_other_arguments_are_checked_as_those_of_parse() -> None:
    with pytest.raises(TypeError, match="url must be"):
        parse_html("", url=3)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="language must be"):
        parse_html("", language="xx")
    with pytest.raises(TypeError, match="language must be"):
        parse_html("", language=3)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="published must be"):
        parse_html("", published="soon")
    with pytest.raises(ValueError, match="timezone must be"):
        parse_html("", timezone="Tarn/Osthaven")
    with pytest.raises(ValueError, match="min_confidence must be"):
        parse_html("", min_confidence=2)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".")[0] == "trafilatura":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match=r'pip install "newsparse\[html\]"'):
        parse_html(PAGE)


@pytest.mark.parametrize(
    "html",
    [
        "",
        " \n",
        "just words",
        "<",
        "\ufeff<p>x</p>",
        "a\x00b<p>c\x00</p>",
        "<p>\ud800</p>",
        "<!-- never closed",
        "<![CDATA[x",
        "<script type='application/ld+json'>{",
        "<script type='application/ld+json'>[[[[[[1]]]]]]</script>",
        '<script type=\'application/ld+json\'>{"@type": 3, "author": [[3, null, {}]], "@graph": 7}</script>',
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": {}, "author": {"name": 3}}</script>',
        "<meta name=author><meta content=x><meta name='' content=y>",
        "<frameset><frame></frameset>",
        "<svg><title>Icon</title></svg>",
        "<?xml version='1.0' encoding='latin-1'?><html><body><p>x</body></html>",
        "<html lang='zz-ZZ'><time datetime='never'>x</time></html>",
    ],
)
def test_a_strange_page_is_no_error(html: str) -> None:
    assert isinstance(parse_html(html).text, str)


SNIPPETS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<h1>",
    "</h1>",
    "<article>",
    "<br>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
]
SNIPPETS += ["<a href='x'>", "</a>", "By Ann Lee", "May 3, 2021", "<time datetime='2021-05-03'>", "&#0;", "&amp", "]]>"]
SNIPPETS += ["<meta name='author' content='Ann Lee", "'>", "<script type='application/ld+json'>", '{"@type":"Article",']


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(SNIPPETS), st.just(STORY), st.text(max_size=20)), max_size=25))
def test_any_page_gives_true_spans(pieces: list[str]) -> None:
    article = parse_html("".join(pieces))
    for span in (*article.paragraphs, *article.furniture, *(b.name for b in article.bylines)):
        assert article.text[span.start : span.end] == span.text


@pytest.mark.parametrize("tag", ["div", "span", "table><tr><td", "b"])
def test_a_page_nested_too_deep_keeps_its_words(tag: str) -> None:
    article = parse_html(
        f"<h1>Ferry line drops night sailings</h1>{f'<{tag}>' * 5_000}{STORY}<p>The end of it all came.</p>"
    )
    assert "The harbour board voted" in article.text


def test_a_large_page_takes_time_in_proportion() -> None:
    rows = "".join(
        f"<div><a href='/{i}'>Other story {i}</a></div><p>Number {i} of the lines was closed.</p>" for i in range(3_000)
    )
    article = parse_html(f"<h1>Ferry line drops night sailings</h1>{rows}")
    assert len(article.text) > 30_000


UTC = dt.timezone.utc
EAST = dt.timezone(dt.timedelta(hours=1))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-03-04", dt.date(2024, 3, 4)),
        ("20240304", dt.date(2024, 3, 4)),
        ("2024-03-04T00:00:00Z", dt.date(2024, 3, 4)),
        ("2024-03-04T16:05:33.123Z", dt.datetime(2024, 3, 4, 16, 5, tzinfo=UTC)),
        ("2024-03-04T16:05+01:00", dt.datetime(2024, 3, 4, 16, 5, tzinfo=EAST)),
        ("2024-03-04T16:05:00+0100", dt.datetime(2024, 3, 4, 16, 5, tzinfo=EAST)),
        ("2024-03-04 16:05:00.000000+01", dt.datetime(2024, 3, 4, 16, 5, tzinfo=EAST)),
        ("2024-03-04 16:05:00 +01:00", dt.datetime(2024, 3, 4, 16, 5, tzinfo=EAST)),
        ("2024-03-04 16:05", dt.datetime(2024, 3, 4, 16, 5)),
        ("2024-03-04T16:05:00[UTC]", dt.datetime(2024, 3, 4, 16, 5)),
        ("1709568300", dt.datetime(2024, 3, 4, 16, 5, tzinfo=UTC)),
        ("1709568300000", dt.datetime(2024, 3, 4, 16, 5, tzinfo=UTC)),
        ("Mon, 04 Mar 2024 16:05:00 GMT", dt.datetime(2024, 3, 4, 16, 5, tzinfo=UTC)),
        ("March 4, 2024", dt.date(2024, 3, 4)),
    ],
)
def test_declared_moments_in_their_many_spellings(text: str, value: dt.date) -> None:
    found = read_declared_moment(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "text", ["", "never", "0", "1970-01-01T00:00:00Z", "0001-01-01", "2024-13-40", "may", "99999999999999999"]
)
def test_what_is_no_moment(text: str) -> None:
    assert read_declared_moment(text) is None
