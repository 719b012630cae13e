"""The page, put together from its parts."""

from __future__ import annotations

import base64
import functools
import hashlib
from importlib.resources import files

from newsparse.model import Article
from newsparse.tally import counted, tone, voice_name, voices
from newsparse.view.blocks import body, header
from newsparse.view.details import data, joins, pronouns
from newsparse.view.markup import clean, isolated, safe
from newsparse.view.segments import marked
from newsparse.view.voices import doubts, key, who_said_what

_LONG = 300  # paragraphs from which on the browser lays out only what is in sight
_FRAME_HEIGHT = 640
_FRAME_MOST = 2_000_000  # bytes: from three million on, escapes and all, Jupyter drops an output for its size
_FIRST = 10


def page(article: Article) -> str:
    """The article as one HTML page that needs nothing else: no network, no other file.

    Args:
        article: what `newsparse.parse` returned.

    Returns:
        The page, to be written as UTF-8. All text of the article is escaped, and the page's content security policy
        lets no script or style run but its own.
    """
    shown = (*article.quotes, *article.attitudes)
    labels = [str(n + 1) for n in range(len(article.quotes))] + [f"a{n + 1}" for n in range(len(article.attitudes))]
    joined = joins(shown)
    notes = [
        (label, f"{'Attitude' if tone(q) == 'attitude' else 'Quote'} {label}, {q.kind}, {clean(voice_name(q))}")
        for label, q in zip(labels, shown, strict=True)
    ]
    text = marked(article, shown, notes, (mention.start for mention in joined.values()), pronouns(article))
    head = header(article, text)
    css, js = _asset("page.css"), _asset("page.js")
    title = clean(article.headline.text) if article.headline else "Untitled article"
    long = ' class="long"' if len(article.paragraphs) > _LONG else ""
    return f"""<!DOCTYPE html>
<html lang="{safe(article.language)}"{long}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(css, js)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{safe(title)}: who says what</title>
<style>{css}</style>
</head>
<body>
<a class="skip" href="#who">Who said what</a>
<div class="sheet">
<main id="article">
<header>{head}{key(article)}</header>
<div class="body">
{body(article, text)}
</div>
<svg id="join" aria-hidden="true"><path/><circle r="3.5"/></svg>
</main>
<aside id="who" aria-labelledby="who-title">
<h2 id="who-title">Who said what</h2>
{who_said_what(article, shown, labels)}
{doubts(article)}
</aside>
</div>
<div id="card" role="region" aria-label="About this quote" hidden></div>
<div id="told" role="status"></div>
<footer><p>{_colophon(article)}</p></footer>
<script type="application/json" id="data">{data(article, shown, labels, joined)}</script>
<script>{js}</script>
</body>
</html>
"""


def frame(article: Article) -> str:
    """The page inside a sandboxed frame, for a notebook: what is in it can't touch the notebook, nor the other way.

    Of an article that is too long for a notebook, it says how long, and who speaks most in it.

    Args:
        article: what `newsparse.parse` returned.
    """
    inner = page(article)
    if len(inner.encode("utf-8")) > _FRAME_MOST:
        return _too_long(article, len(inner))
    # Between single quotes, so that the many double ones of the page may stand as they are.
    srcdoc = inner.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;")
    return (
        f'<iframe title="newsparse" sandbox="allow-scripts" srcdoc=\'{srcdoc}\' '
        f'style="width: 100%; height: {_FRAME_HEIGHT}px; border: 0; resize: vertical; overflow: auto"></iframe>'
    )


def _too_long(article: Article, size: int) -> str:
    title = clean(article.headline.text) if article.headline else "Untitled article"
    first = "".join(
        f"<li>{isolated(voice.name)}: {counted(voice.words, 'word')}</li>" for voice in voices(article.quotes)[:_FIRST]
    )
    return (
        f"<div><p><b>{isolated(title)}</b>: {counted(len(article.quotes), 'quote')}. The page is of "
        f"{size / 1e6:.1f} MB, more than a notebook takes; <code>newsparse.view.page(article)</code> gives it, to be "
        f"written to a file.</p><ol>{first}</ol></div>"
    )


def _colophon(article: Article) -> str:
    import newsparse

    held = f" and {counted(len(article.attitudes), 'attitude')}" if article.attitudes else ""
    return (
        f"{counted(len(article.quotes), 'quote')}{held}, found by newsparse {newsparse.__version__}. "
        '<span class="keys"><button type="button" id="keys" aria-pressed="true">Keys</button> <kbd>j</kbd> next, '
        "<kbd>k</kbd> previous, <kbd>Esc</kbd> close.</span>"
    )


def _policy(css: str, js: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(js)}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


@functools.cache
def _asset(name: str) -> str:
    return (files("newsparse") / "view" / name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
