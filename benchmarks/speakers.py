"""Who is said to have said it, to whom, through whom and when: newsparse beside two baselines.

    python benchmarks/speakers.py GOLD.jsonl [SPEAKERS.jsonl ...] [-o PREDICTED.jsonl] [--errors N]

The files hold one article a line, in the form that README.md in this folder gives; an attribution may also have
`mention` ("proper", "pronoun", "nominal", "relative" or "none"), `speaker_alt` (another right answer) and ranges for
`addressee` and `via`. Where several files are given, what a later one says of an article (by its id) wins, and only
articles of the last one are read. Four columns are printed:

- parse: what `newsparse.parse` finds, matched with the gold by the words of the content;
- given: newsparse on the gold's attributions, so that only the speaker and the details are its own;
- name: on the gold's attributions, the nearest name before a pronoun, and any other source's own words;
- words: on the gold's attributions, the source's own words as the speaker.

A speaker is right when the name is that of the gold; case, a leading article, titles, a final 's and the order of two
joined by "and" don't count. Rows by mention are shares of those matched whose gold has a speaker; "end to end" is the
F1 of attributions that are found and have the right speaker. An addressee or outlet is right when it shares a word, a
time when both of its days are the same. `-o` writes what `parse` finds, in the form of the gold.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

import newsparse
from accuracy import prediction, records
from matching import HALF, match, words
from newsparse.document import Attribution, Document, Options, Range, When
from newsparse.lang import load_language
from newsparse.pipeline import lay_out
from newsparse.stages.details import find_details
from newsparse.stages.people import find_mentions
from newsparse.stages.speakers import resolve_speakers

Row = dict[str, Any]
MENTIONS = ("proper", "pronoun", "nominal", "relative", "none")
DETAILS = ("addressee", "via", "when")


def folded(name: str) -> frozenset[str]:
    """The names that a speaker's name consists of, without what does not tell them apart."""
    titles = load_language("en").words("titles")
    found = set()
    for part in re.split(r"\s+and\s+|\s*,\s+(?:and\s+)?", name.strip()):
        row = re.sub(r"[’']s$", "", part.casefold().replace("’", "'")).split()
        while len(row) > 1 and (row[0].strip(".") in titles or row[0] in ("the", "a", "an", "his", "her", "its")):
            del row[0]
        found.add(" ".join(row).strip(" .,'\""))
    return frozenset(found)


def given(record: Row) -> tuple[list[Row], list[Row], list[Row]]:
    """What newsparse and the two baselines say of an article's gold attributions."""
    published = record.get("published")
    options = Options(published=dt.date.fromisoformat(published[:10]) if published else None)
    doc = lay_out(Document(text=record["text"], language=load_language("en"), options=options))
    rows = sorted(record["attributions"], key=lambda row: extent(row)[0])
    starts = [doc.tokens.start[s.first] for s in doc.sentences]
    doc = evolve(doc, attributions=tuple(settled(row, doc.text, starts) for row in rows))
    doc = evolve(doc, details=find_details(doc))
    doc = evolve(doc, mentions=find_mentions(doc))
    doc = evolve(doc, resolution=resolve_speakers(doc))
    return ours(doc, rows), nearest_name(doc, rows), own_words(doc, rows)


def extent(row: Row) -> Range:
    spans = [span for part in ("content", "cue", "source") for span in row.get(part) or ()]
    return min(span[0] for span in spans), max(span[1] for span in spans)


def settled(row: Row, text: str, starts: Sequence[int]) -> Attribution:
    cue, source = ((spans[0][0], spans[-1][1]) if (spans := row.get(part)) else None for part in ("cue", "source"))
    content = tuple((start, end) for start, end in row["content"])
    head = re.findall(r"[\w'’-]+", text[cue[0] : cue[1]].lower())[-1:] if cue else []
    return Attribution(
        content=content,
        cue=cue,
        source=source,
        head=head[0] if head else "",
        kind="indirect",
        rule="gold",
        sentence=max(0, bisect_right(starts, cue[0] if cue else content[0][0]) - 1),
    )


def ours(doc: Document, rows: Sequence[Row]) -> list[Row]:
    found = []
    for row, number, detail in zip(rows, doc.resolution.speaker, doc.details, strict=True):
        entity = None if number is None else doc.resolution.entities[number]
        found.append(
            {
                "content": row["content"],
                "speaker": None if entity is None else "author" if entity.kind == "author" else entity.name,
                "addressee": detail.addressee,
                "via": detail.via,
                "when": None if detail.when is None else days(detail.when),
            }
        )
    return found


def days(when: When) -> dict[str, str]:
    return {"start": str(when.value)[:10], "end": str(when.end or when.value)[:10]}


def own_words(doc: Document, rows: Sequence[Row]) -> list[Row]:
    """The baseline that looks nowhere: the source's own words are the speaker."""
    return [{"content": row["content"], "speaker": source_words(doc.text, row)} for row in rows]


def nearest_name(doc: Document, rows: Sequence[Row]) -> list[Row]:
    """The baseline for pronouns: whoever is named last before one."""
    names = [(m.name[0], doc.text[m.name[0] : m.name[1]]) for m in doc.mentions if m.kind == "name"]
    starts = [start for start, _ in names]
    found = []
    for row in rows:
        speaker = source_words(doc.text, row)
        if row.get("mention") == "pronoun" and row.get("source"):
            before = bisect_right(starts, row["source"][0][0]) - 1
            speaker = names[before][1] if before >= 0 else None
        found.append({"content": row["content"], "speaker": speaker})
    return found


def source_words(text: str, row: Row) -> str | None:
    source = row.get("source")
    return text[source[0][0] : source[-1][1]] if source else None


def compared(text: str, gold: Sequence[Row], found: Sequence[Row]) -> Counter[str]:
    """Counts of one article: `right.K` of `of.K` for each kind of mention, and hits for each role."""
    n: Counter[str] = Counter()
    n["end to end.gold"] = sum(bool(row.get("speaker")) for row in gold)
    n["end to end.found"] = sum(bool(row.get("speaker")) for row in found)
    pairs = match([words(text, row["content"]) for row in gold], [words(text, row["content"]) for row in found])
    for i, j, share in pairs:
        if share >= HALF:
            compare(text, gold[i], found[j], n)
    return n


def compare(text: str, wanted: Row, got: Row, n: Counter[str]) -> None:
    speaker, answer = wanted.get("speaker"), got.get("speaker")
    if speaker:
        right = is_right(wanted, answer)
        for kind in ("speaker", wanted.get("mention") or "none"):
            n["of." + kind] += 1
            n["right." + kind] += right
        n["answered"] += bool(answer)
        n["end to end.right"] += right
    elif answer:
        n["end to end.found"] -= 1
    for role in DETAILS:
        one, other = wanted.get(role), got.get(role)
        n[f"{role}.gold"] += bool(one)
        n[f"{role}.found"] += bool(other)
        if one and other:
            if role == "when":
                same = (one["start"], one["end"]) == (other["start"], other["end"])
            else:
                same = not words(text, [one]).isdisjoint(words(text, [other]))
            n[f"{role}.right"] += same


def is_right(wanted: Row, answer: str | None) -> bool:
    accepted = [folded(name) for name in (wanted["speaker"], wanted.get("speaker_alt")) if name]
    return bool(answer) and folded(answer or "") in accepted


def mistakes(text: str, gold: Sequence[Row], found: Sequence[Row], way: str) -> Iterable[str]:
    """The speakers that are wrong, a line each."""
    pairs = match([words(text, row["content"]) for row in gold], [words(text, row["content"]) for row in found])
    for i, j, share in sorted(pairs):
        wanted, answer = gold[i], found[j]["speaker"]
        if share >= HALF and wanted.get("speaker") and not is_right(wanted, answer):
            yield f"{extent(wanted)[0]} {way} {wanted.get('mention')}: {wanted['speaker']!r}, not {answer!r}"


def share(right: int, of: int) -> str:
    return f"{100 * right / of:5.1f}" if of else "    -"


def f1(n: Counter[str], role: str) -> str:
    return share(2 * n[role + ".right"], n[role + ".gold"] + n[role + ".found"])


def table(columns: Mapping[str, Counter[str]]) -> Iterable[str]:
    """The figures of each way, side by side; how many each share is of stands at the end of its row."""
    yield f"{'':16}" + "".join(f"{name:>8}" for name in columns) + "      of"
    size = list(columns.values())[-1]
    for kind in ("speaker", *MENTIONS):
        cells = "".join(f"{share(n['right.' + kind], n['of.' + kind]):>8}" for n in columns.values())
        yield f"{kind:16}{cells}{size['of.' + kind]:8}"
    for name, top, bottom in (("answered", "answered", "of.speaker"), ("precision", "right.speaker", "answered")):
        yield f"{name:16}" + "".join(f"{share(n[top], n[bottom]):>8}" for n in columns.values())
    for role in ("end to end", *DETAILS):
        yield (
            f"{role + ' F1':16}" + "".join(f"{f1(n, role):>8}" for n in columns.values()) + f"{size[role + '.gold']:8}"
        )


def merged(paths: Sequence[Path]) -> list[Row]:
    """The articles of the last file, with what earlier ones add to them."""
    known: dict[str, Row] = {}
    for path in paths:
        last = list(records(path))
        for record in last:
            known[record["id"]] = {**known.get(record["id"], {}), **record}
    return [known[record["id"]] for record in last]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+", help="articles with attributions that have a speaker")
    parser.add_argument("-o", "--output", type=Path, help="where what parse finds is written")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print so many wrong speakers")
    args = parser.parse_args()
    columns: dict[str, Counter[str]] = {name: Counter() for name in ("parse", "given", "name", "words")}
    lines, wrong = [], []
    for record in merged(args.gold):
        text, gold = record["text"], record["attributions"]
        parsed = prediction(newsparse.parse(text, published=record.get("published")))
        lines.append(json.dumps({"id": record["id"], "attributions": parsed}, ensure_ascii=False) + "\n")
        given_gold, named, own = given(record)
        for name, found in zip(columns, (parsed, given_gold, named, own), strict=True):
            columns[name] += compared(text, gold, found)
        wrong += [f"{record['id']} {line}" for line in mistakes(text, gold, given_gold, "given")]
        wrong += [f"{record['id']} {line}" for line in mistakes(text, gold, parsed, "parse")]
    print(f"newsparse {newsparse.__version__}, {len(lines)} articles")
    print("\n".join(table(columns)))
    for line in wrong[: args.errors]:
        print(line)
    if args.output is not None:
        args.output.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
