"""A page, read step by step: characters, tree, declarations, lines, story, decisions, text, article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from newsparse.assemble import assemble
from newsparse.dates import read_moment
from newsparse.document import Document, Header, Options, Range, When
from newsparse.html.body import Block, read_body
from newsparse.html.compose import Draft, add_people, add_story, add_stretches, page_header
from newsparse.html.declared import Declared, read_declared
from newsparse.html.decoding import decode
from newsparse.html.folding import fold_name, fold_title
from newsparse.html.moments import Dated, agree, decide_published, decide_updated, read_declared_moment
from newsparse.html.people import Authors, decide
from newsparse.html.shown import Shown, read_shown, story_line
from newsparse.html.titles import Title, decide_title
from newsparse.html.tree import Line, lines_of, parse_tree
from newsparse.lang import Language, languages, load_language
from newsparse.lang.guess import guess_language
from newsparse.model import Article
from newsparse.pipeline import run
from newsparse.stages.header.lines import read_line
from newsparse.stages.header.parts import HeaderWords, words_of
from newsparse.stages.header.prose import is_prose

_LONGEST_STANDFIRST = 600
"""A longer line is a paragraph."""
_SUMMARY_WORDS = 6
"""A line with fewer words is no summary, and no paragraph if the header has it too."""
_TELLING = 1_000
"""So many characters of a story tell its language better than what the page declares."""
_UNCLEAR = "day and month can be read in either order"


@attrs.frozen(kw_only=True)
class Decided:
    """All decisions about the header of a page."""

    title: Title | None
    authors: Authors
    published: Dated
    updated: Dated
    standfirst: str
    section: str


def read_page(html: str | bytes, language: Language | str | None, options: Options) -> Article:
    """The article of a page.

    Args:
        html: the page.
        language: of the text; "auto" or none to tell it from the page.
        options: what the caller knows.
    """
    root = parse_tree(decode(html) if isinstance(html, bytes) else html)
    declared = read_declared(root, options.url)
    lines = lines_of(root)
    blocks = read_body(root, lines, declared.story)
    known = _language(language, declared, blocks)
    keys = {b.key for b in blocks if not b.heading and is_prose(b.text, 0, len(b.text))}
    summaries = {fold_title(text) for text in declared.descriptions}
    title = decide_title(declared, lines, story_line(lines, keys, summaries, None))
    number = None if title is None else title.line
    shown = read_shown(lines, number, story_line(lines, keys, summaries, number), known, options)
    decided = _decide(declared, shown, title, lines, known, options)
    draft = _draft(decided, shown, blocks, known)
    published, updated, found, doubts = _placed(decided, draft, options)
    if decided.published.when is None:
        doubts += [(draft.moved[place], _UNCLEAR) for place in shown.unclear if place in draft.moved]

    def find(doc: Document) -> Header:
        return page_header(doc, draft, (published, updated), shown.dateline, found, doubts)

    return assemble(run(Document(text=draft.text, language=known, options=options), find))


def _language(asked: Language | str | None, declared: Declared, blocks: Sequence[Block]) -> Language:
    if isinstance(asked, Language):
        return asked
    text = "\n".join(block.text for block in blocks[:60])
    code = declared.language[:2].lower()
    if asked is None and code in languages() and len(text) < _TELLING:
        return load_language(code)
    return load_language(guess_language(text))  # templates are often in another language than the story


def _decide(
    declared: Declared, shown: Shown, title: Title | None, lines: Sequence[Line], language: Language, options: Options
) -> Decided:
    words = words_of(language)
    seen = " " + fold_name(" ".join(line for line in shown.lines)) + " "
    authors = decide(
        declared,
        shown.people(),
        is_labelled=shown.is_labelled,
        seen=seen,
        page=" " + fold_name("\n".join(line.text for line in lines)) + " ",
        words=words,
    )
    published, updated = _moments(declared, shown, language, options)
    return Decided(
        title=title,
        authors=authors,
        published=published,
        updated=updated,
        standfirst=_standfirst(declared, shown, title, words),
        section=_section(declared, shown, title),
    )


def _moments(declared: Declared, shown: Shown, language: Language, options: Options) -> tuple[Dated, Dated]:
    """Publication and last change."""
    zone, said = options.timezone, shown.published or _by_either_order(declared, shown, language)
    published, changed = decide_published(declared.published, said, shown.times, zone), shown.updated
    if published.rule == "page.date.declared" and said is not None:  # what was read as that date is another one
        if decide_updated(declared.updated, said, published.when, zone).rule == "page.date.agreed":
            published, changed = attrs.evolve(published, doubt=""), said
        for other in shown.dates:
            again = decide_published(declared.published, other, shown.times, zone)
            if again.rule == "page.date.agreed" and not again.doubt:
                published = again
                break
    return published, decide_updated([*declared.updated, *shown.changes], changed, published.when, zone, shown.times)


def _by_either_order(declared: Declared, shown: Shown, language: Language) -> When | None:
    """The shown date of which day and month could be either, as the page's declarations have it."""
    moments = [moment for claim in declared.published if (moment := read_declared_moment(claim.value))]
    for place in shown.unclear:
        for order in ("DMY", "MDY"):
            read = read_moment(shown.text[slice(*place)], languages=(language.code,), order=order)
            if read is not None and any(agree(moment, When(None, *read)) for moment in moments[:1]):
                return When(place, *read)
    return None


def _standfirst(declared: Declared, shown: Shown, title: Title | None, words: HeaderWords) -> str:
    """The summary below the headline: the line right below it if it reads or is declared as one, else any such line."""
    own = "" if title is None else fold_title(title.text)
    below = [line for line in shown.lines if fold_title(line) != own and len(line) <= _LONGEST_STANDFIRST]
    if title is not None and title.text in shown.lines:
        below = [line for line in shown.lines[shown.lines.index(title.text) + 1 :] if line in below]
    read = shown.standfirst if shown.standfirst in below else ""
    keys = [fold_title(text.rstrip(" .…")) for text in declared.descriptions]
    said = [line for line in below if any(_is_summary(fold_title(line), key) for key in keys)]
    if below and (below[0] in (read, *said) or _is_above_byline(below[0], shown, words)):
        return below[0]
    return read or (said[0] if said else "")


def _is_above_byline(line: str, shown: Shown, words: HeaderWords) -> bool:
    """Whether a line says something and stands above byline or date."""
    start = shown.text.find(line)
    header = [part.range for part in shown.bylines] + [when.range for when in shown.dates if when.range is not None]
    if (
        len(line.split()) < _SUMMARY_WORDS
        or line.endswith(":")
        or any(a < start + len(line) and start < b for a, b in header)
    ):
        return False
    return any(place[0] > start for place in header) and read_line(line, 0, len(line), words) is None


def _is_summary(line: str, key: str) -> bool:
    return bool(key) and (line == key or (len(key) > 40 and line.startswith(key)))


def _section(declared: Declared, shown: Shown, title: Title | None) -> str:
    """The section, where the page both declares it and prints it by the headline."""
    keys = {fold_title(text) for text in declared.sections}
    near = shown.lines if title is None else [line for line in shown.lines if line != title.text]
    return next((line for line in near if fold_title(line) in keys), "")


def _draft(decided: Decided, shown: Shown, blocks: Sequence[Block], language: Language) -> Draft:
    draft = Draft()
    if decided.section:
        draft.section = draft.add(decided.section)
    if decided.title is not None:
        draft.headline = draft.add(decided.title.text)
    if decided.standfirst:
        draft.standfirst = draft.add(decided.standfirst)
    moments = (decided.published.when, decided.updated.when)
    dates = [when.range for when in moments if when is not None and when.range is not None]
    dates = dates or list(shown.unclear[:1])
    if shown.dateline is not None and not any(place[0] <= shown.dateline.range[0] < place[1] for place in dates):
        dates.append(shown.dateline.range)
    if decided.authors.as_shown:
        keys = {person.key for person in decided.authors.people}
        named = [part for part in shown.bylines if fold_name(shown.text[slice(*part.name)]) in keys]
        add_stretches(draft, shown.text, named, dates)
    else:
        add_people(draft, decided.authors.people, "page.byline.declared")
        add_stretches(draft, shown.text, (), dates)
    add_story(draft, _story(blocks, decided, shown, draft, language))
    return draft


def _story(blocks: Sequence[Block], decided: Decided, shown: Shown, draft: Draft, language: Language) -> list[Block]:
    """The blocks of the story, without those at its top that the header has already."""
    words = words_of(language)
    title = "" if decided.title is None else decided.title.text
    above = {fold_title(text) for text in (title, decided.standfirst, decided.section)}
    top = "".join(fold_title(line) for line in shown.lines)
    places = sorted({*draft.moved, *(part.range for part in shown.bylines)})
    stretches = [fold_title(shown.text[slice(*place)]) for place in places]
    kept: list[Block] = []
    begun = False
    for block in blocks:
        key = block.key
        titled = block.heading and not begun and bool(title) and key.endswith(fold_title(title))
        if key in above or not key or titled:
            continue
        begun = begun or (is_prose(block.text, 0, len(block.text)) and not block.heading)
        told = key in "".join(stretches) or any(len(part) > 5 and part in key for part in stretches)
        if not begun and key in top and (told or _is_short(block) or _is_furniture(block, words)):
            continue
        kept.append(block)
    return kept


def _is_short(block: Block) -> bool:
    return len(block.text.split()) < _SUMMARY_WORDS and not block.heading


def _is_furniture(block: Block, words: HeaderWords) -> bool:
    return read_line(block.text, 0, len(block.text), words) is not None


def _placed(
    decided: Decided, draft: Draft, options: Options
) -> tuple[When | None, When | None, list[tuple[str, Range | None, str]], list[tuple[Range, str]]]:
    """The moments with ranges into the draft, and rule and doubt of each decision."""

    def move(dated: Dated) -> When | None:
        when = dated.when
        return None if when is None else attrs.evolve(when, range=draft.moved.get(when.range) if when.range else None)

    published, updated = move(decided.published), move(decided.updated)
    found: list[tuple[str, Range | None, str]] = []
    doubts: list[tuple[Range, str]] = []
    head = draft.headline or (0, 0)
    if decided.title is not None:
        found.append(("headline", draft.headline, decided.title.rule))
        if decided.title.doubt:
            doubts.append((head, decided.title.doubt))
    if draft.standfirst is not None:
        found.append(("standfirst", draft.standfirst, "page.standfirst.shown"))
    if draft.section is not None:
        found.append(("section", draft.section, "page.section.shown"))
    if decided.authors.doubt:
        doubts.append((draft.bylines[0].range if draft.bylines else head, decided.authors.doubt))
    for name, dated, when in (("published", decided.published, published), ("updated", decided.updated, updated)):
        if when is None or (name == "published" and options.published is not None):
            continue
        found.append((name, when.range, dated.rule))
        if dated.doubt:
            doubts.append((when.range or head, dated.doubt))
    if options.published is not None:
        known = options.published
        published = When(None, known, "minute" if isinstance(known, dt.datetime) else "day")
    return published, updated, found, doubts
