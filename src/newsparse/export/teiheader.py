"""The header of a TEI document: what the article is, and who speaks in it."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.export.cast import Cast
from newsparse.export.xmltext import element, escape, start_tag
from newsparse.model import Article, Speaker

_NOTES = {
    "assertion": "speech or writing",
    "belief": "what somebody thinks",
    "fact": "what somebody knows or notices",
    "eventuality": "what somebody wants, plans or agrees to",
    "negated": "it is said that this was not said",
    "hypothetical": "it is only supposed that this is said",
}


def tei_header(article: Article, everybody: Cast, url: str | None, version: str) -> str:
    """`teiHeader`, in which each speaker has the `xml:id` `speaker-` and his or her number."""
    title = element("title", article.headline.text if article.headline else "An article without a headline")
    writers = "".join(element("author", b.name.text) for b in article.bylines if b.contribution == "by")
    date = "" if article.published is None else start_tag("date", {"when": article.published.value.isoformat()})
    date += "</date>" if date else ""
    place = "" if url is None else f"<ref{_target(url)}>{escape(url)}</ref>"
    documents = everybody.of_kind("document")
    listed = "".join(
        f"{start_tag('bibl', _id(number))}{element('title', one.name)}</bibl>" for one, number in documents
    )
    listed = f"<listBibl>{listed}</listBibl>" if listed else ""
    return (
        "<teiHeader>\n"
        f"<fileDesc><titleStmt>{title}{writers}</titleStmt>\n"
        "<publicationStmt><p>Marked up by a program, for study.</p></publicationStmt>\n"
        f"<sourceDesc><bibl>{title}{writers}{date}{place}</bibl>"
        f"{listed}</sourceDesc></fileDesc>\n"
        f'<encodingDesc><appInfo><application ident="newsparse" version="{escape(version)}">'
        f"<label>newsparse</label></application></appInfo>\n<classDecl><taxonomy>{_categories()}</taxonomy></classDecl>"
        f"</encodingDesc>\n<profileDesc>\n{_speakers(everybody)}"
        f"<langUsage>{element('language', '', ident=article.language)}</langUsage></profileDesc>\n</teiHeader>\n"
    )


def _target(url: str) -> str:
    return f' target="{escape("%20".join(url.split()))}"'


def _id(number: int) -> dict[str, str]:
    return {"xml:id": f"speaker-{number}"}


def _categories() -> str:
    return "".join(
        f"{start_tag('category', {'xml:id': name})}{element('catDesc', what)}</category>"
        for name, what in _NOTES.items()
    )


def _speakers(everybody: Cast) -> str:
    people = "".join(_person(one, number) for one, number in everybody.of_kind("person", "author"))
    groups = "".join(
        f"{start_tag('personGrp', _id(number))}{element('persName', one.name)}</personGrp>"
        for one, number in everybody.of_kind("group")
    )
    bodies = "".join(
        f"{start_tag('org', _id(number))}{element('orgName', one.name)}</org>"
        for one, number in everybody.of_kind("organization")
    )
    lists = [("listPerson", people + groups), ("listOrg", bodies)]
    inner = "".join(f"<{tag}>{rows}</{tag}>" for tag, rows in lists if rows)
    return f"<particDesc>{inner}</particDesc>\n" if inner else ""


def _person(speaker: Speaker, number: int) -> str:
    parts: Iterable[tuple[str, str | None]] = (
        ("persName", speaker.name),
        ("occupation", speaker.role),
        ("affiliation", speaker.organization),
    )
    inner = "".join(element(tag, text) for tag, text in parts if text)
    return f"{start_tag('person', _id(number))}{inner}</person>"
