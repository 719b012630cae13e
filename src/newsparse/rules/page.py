"""The rules of pages: what `parse_html` goes by where declarations and visible text meet. Their examples are HTML."""

from __future__ import annotations

from newsparse.rules.rule import Rule

_TITLE = "Ferry line drops night sailings"
_STORY = (
    "<p>The harbour board voted on Monday to close the eastern line, its chair said after the meeting had ended.</p>"
    "<p>The ferry runs twice a day between the two towns, and the bridge carries 9,000 cars a day, the town says.</p>"
)


def _rule(name: str, why: str, hits: tuple[str, ...], misses: tuple[str, ...]) -> Rule:
    return Rule(name=f"page.{name}", finds=name.split(".")[0], why=why, hits=hits, misses=misses)


def _page(head: str, body: str = f"<h1>{_TITLE}</h1>") -> str:
    return f"<html><head>{head}</head><body><article>{body}{_STORY}</article></body></html>"


def _json(properties: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {properties}}}</script>'


_OPENGRAPH = f'<meta property="og:title" content="{_TITLE} | The Tarn Post">'
_AUTHOR = _json('"author": {"@type": "Person", "name": "Ann Lee", "jobTitle": "Harbour Reporter"}')
_SITE = _json('"author": {"name": "The Tarn Post"}, "publisher": {"name": "The Tarn Post"}')
_DATE = _json('"datePublished": "2021-05-03T16:30:00+02:00"')

PAGE_RULES: tuple[Rule, ...] = (
    _rule(
        "headline.shown",
        "The heading above the story that shares its words with what the page declares as its title is the headline.",
        (_page(_OPENGRAPH), _page(_OPENGRAPH, f"<h2>{_TITLE}</h2>")),
        (_page(_OPENGRAPH, ""), _page("", "")),
    ),
    _rule(
        "headline.declared",
        "Where no heading is seen, the declared title without the site's name is the headline.",
        (_page(_OPENGRAPH, ""), _page(f"<title>{_TITLE} - tarnpost.example</title>", "")),
        (_page(_OPENGRAPH), _page("", "")),
    ),
    _rule(
        "standfirst.shown",
        "A line right below the headline that reads as a summary, or is declared as the page's, is the standfirst.",
        (
            _page(
                '<meta name="description" content="Islanders say that they were never asked">',
                f"<h1>{_TITLE}</h1><h2>Islanders say that they were never asked</h2>",
            ),
        ),
        (_page(""),),
    ),
    _rule(
        "section.shown",
        "A line by the headline that the page declares as its section is the section.",
        (_page('<meta property="article:section" content="Harbour">', f"<p>Harbour</p><h1>{_TITLE}</h1>"),),
        (_page('<meta property="article:section" content="Harbour">'),),
    ),
    _rule(
        "byline.called",
        "A name alone in an element that is called a byline or an author's is the author's.",
        (_page("", f'<h1>{_TITLE}</h1><div class="story-byline"><span>Ann Lee</span></div>'),),
        (_page("", f'<h1>{_TITLE}</h1><div class="topic"><span>Ann Lee</span></div>'),),
    ),
    _rule(
        "byline.declared",
        "People whom the page declares as authors are that; sites, accounts, handles and addresses are not.",
        (_page(_AUTHOR), _page('<meta name="author" content="By Ann Lee and Bob Ray">')),
        (_page(_SITE), _page('<meta name="author" content="https://tarnpost.example/ann-lee">'), _page("")),
    ),
    _rule(
        "date.agreed",
        "A declared moment that the visible date bears out has the minute and the zone.",
        (_page(_DATE, f"<h1>{_TITLE}</h1><p>By Ann Lee</p><p>May 3, 2021 4:30 pm</p>"),),
        (_page(_DATE), _page("", f"<h1>{_TITLE}</h1><p>By Ann Lee</p><p>May 3, 2021 4:30 pm</p>")),
    ),
    _rule(
        "date.declared",
        "Where no date is seen, or another one, the declared moment counts.",
        (_page(_DATE), _page('<meta property="article:published_time" content="2021-05-03">')),
        (_page('<meta property="article:published_time" content="1970-01-01T00:00:00Z">'), _page("")),
    ),
    _rule(
        "date.shown",
        "Where the page declares no moment, the date by the headline counts.",
        (_page("", f"<h1>{_TITLE}</h1><p>By Ann Lee</p><p>May 3, 2021 4:30 pm</p>"),),
        (_page(_DATE), _page("")),
    ),
)
