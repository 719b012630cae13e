"""Train the scorers of cues, sources and contents on gold attributions.

    python benchmarks/train_scorer.py TRAIN.jsonl [--dev DEV.jsonl] [--write]

Needs numpy and scipy. Deterministic; about a minute on one core for 840 articles. `--write` puts the weights into the
package.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

import newsparse.lang
from fitting import Recorder, Values, Weights, logistic, ranker
from gold import Gold, Sample, overlap, read_samples, words
from newsparse import linear
from newsparse.document import Cue, Document, Place, Range
from newsparse.lang import Language, load_language
from newsparse.stages import contents, cues, sources
from newsparse.stages.contents import after as after_cue
from newsparse.stages.contents import before as before_cue
from newsparse.stages.contents import sides
from newsparse.stages.contents.frame import Frame, frame
from newsparse.stages.settle import chances
from newsparse.stages.settle.pieces import by_cue

FOLDER = Path(newsparse.lang.__file__).parent / "en"


WIDTHS = {
    "cue_scorer": 15,
    "anchor_ranker": 10,
    "reach_ranker": 5,
    "layout_ranker": 7,
    "head_ranker": 7,
    "start_ranker": 7,
    "stop_ranker": 10,
    "reading_scorer": 14,
}
"""How many features each model has."""


def own_priors(sample: Sample) -> dict[str, tuple[int, int]]:
    """Priors without the counts of the article itself, so that a scorer does not learn what it will not see."""
    table = sample.doc.language.table("cues")
    seen = Counter(form for _, _, form in sample.candidates)
    cued = Counter(form for (_, _, form), label in zip(sample.candidates, sample.label, strict=True) if label >= 0)
    priors = {}
    for form in seen:
        was = max(int(table[form]["times_cue"]) - cued[form], 0)
        all_ = max(int(table[form]["times_seen"]) - seen[form], 0)
        priors[form] = cues.prior(min(was, all_), all_)
    return priors


def cue_data(samples: list[Sample]) -> tuple[list[Values], list[bool]]:
    """Candidates, and whether each is the head of a gold cue."""
    recorder = Recorder(WIDTHS["cue_scorer"])
    right = []
    for sample in samples:
        priors, around = own_priors(sample), cues.surroundings(sample.doc)
        for (first, last, form), label in zip(sample.candidates, sample.label, strict=True):
            if label != -2:
                entry = weighed_form(recorder.tables, sample.doc.language, form, priors[form])
                cues.score(recorder.tables, around, first, last, entry)
                right.append(label >= 0)
    return recorder.take(), right


def weighed_form(tables: linear.Tables, language: Language, form: str, prior: tuple[int, int]) -> cues.Form:
    """An entry of the cue table as these tables weigh it, with that prior."""
    row = language.table("cues")[form]
    return cues.weighed(tables, (form, row["lemma"], row["class"], row["tense"], row["family"]), prior)


def make_cue(doc: Document, first: int, last: int, form: str) -> Cue:
    begin = doc.sentences[doc.signals.sentence[first]].first
    return Cue(first, last, cues.verb_group(doc.signals.cls, first, begin), form, 1.0)


def gold_anchor(doc: Document, options: list[sources.Anchor], g: Gold) -> int | None:
    """The anchor with which the gold's source begins; none where no option does."""
    if g.source is None:
        return options.index(sources.NOBODY)
    want = words(doc, g.source)
    shared = [(len(want & words(doc, (a, b))), -a, -n) for n, (_, _, a, b) in enumerate(options)]
    hits = [(start, n) for count, start, n in shared if count]
    return -max(hits)[1] if hits else None


def gold_reach(doc: Document, reaches: list[int], g: Gold) -> int | None:
    """The end that the gold's source has."""
    end = max(words(doc, g.source), default=-1) + 1
    return reaches.index(end) if end in reaches else None


@attrs.define
class RankerData:
    recorder: Recorder
    groups: list[list[Values]] = attrs.field(factory=list)
    right: list[int] = attrs.field(factory=list)
    missed: int = 0

    def add(self, right: int | None) -> None:
        """Close the group that was just recorded."""
        group = self.recorder.take()
        if right is None:
            self.missed += 1
        elif len(group) > 1:
            self.groups.append(group)
            self.right.append(right)


def ranker_data(samples: list[Sample]) -> dict[str, RankerData]:
    """For each ranker its groups of candidates, and the right one of each."""
    data = {name: RankerData(Recorder(WIDTHS[f"{name}_ranker"])) for name in SETTINGS}
    for sample in samples:
        doc = sample.doc
        rows = doc.language.table("cues")
        for (first, last, form), label in zip(sample.candidates, sample.label, strict=True):
            if label < 0:
                continue
            g, cue, row = sample.gold[label], make_cue(doc, first, last, form), rows[form]
            place = source_data(doc, cue, row, g, data)
            if place is not None:
                content_data(doc, frame(doc, cue, place, row), g, data)
    return data


def source_data(doc: Document, cue: Cue, row: Mapping[str, str], g: Gold, data: dict[str, RankerData]) -> Place | None:
    """Record the choice of a source; the gold's place, or none where no option is near it."""
    sentence = doc.sentences[doc.signals.sentence[cue.first]]
    chunks = sources.phrases(doc, sentence.first, sentence.last)
    options = list(sources.anchors(doc, cue, sources.outside(doc, chunks)))
    right = gold_anchor(doc, options, g)
    sources.best_anchor(data["anchor"].recorder.tables, doc, cue, row, options)
    data["anchor"].add(right)
    if right is None:
        return None
    anchor = options[right]
    reaches = sources.reaches_of(doc, cue, chunks, anchor)
    if len(reaches) > 1:
        end = gold_reach(doc, reaches, g)
        sources.reach_scores(data["reach"].recorder.tables, doc, cue, anchor, reaches)
        data["reach"].add(end)
        if end is not None:
            return sources.reached(cue, anchor, reaches[end])
    return sources.as_place(anchor)


def content_data(doc: Document, f: Frame, g: Gold, data: dict[str, RankerData]) -> None:
    """Record the choices of side, start and stop."""
    before = [p for p in g.pieces if p[0] >= f.begin and p[1] <= f.left]
    after = [p for p in g.pieces if p[0] >= f.right and p[1] <= f.end]
    if not before and not after:
        return
    layout = "around" if before and after else "before" if before else "after"
    if f.begin < f.left and f.right < f.end - 1:
        sides.layout_scores(data["layout"].recorder.tables, doc, f)
        data["layout"].add(sides.LAYOUTS.index(layout))
    if before:
        options = before_cue.stretches(doc, f)
        before_cue.head_scores(data["head"].recorder.tables, doc, f, options)
        data["head"].add(nearest(doc, options, (before[0][0], before[-1][1])))
    if after:
        tokens = after_cue.starts(doc, f)
        start, stop = after[0]
        after_cue.start_scores(data["start"].recorder.tables, doc, f, tokens)
        data["start"].add(tokens.index(start) if start in tokens else None)
        ends = after_cue.stops(doc, f, start)
        after_cue.stop_scores(data["stop"].recorder.tables, doc, f, start, ends)
        data["stop"].add(ends.index(stop) if stop in ends else None)


def nearest(doc: Document, options: list[Range], want: Range) -> int | None:
    if not options:
        return None
    scored = [overlap(words(doc, o), words(doc, want)) for o in options]
    top = max(scored)
    return scored.index(top) if top > 0.6 else None


def read_through(sample: Sample, models: dict[str, Weights]) -> Document:
    """The article with its cues, sources and contents as these models find them."""
    tables = {name: linear.as_tables(t) for name, t in models.items()}
    doc = sample.doc
    with models_in_place(tables), counted_without(sample):
        doc = attrs.evolve(doc, cues=cues.find_cues(doc))
        doc = attrs.evolve(doc, sources=sources.find_sources(doc))
        return attrs.evolve(doc, readings=contents.find_contents(doc))


@contextlib.contextmanager
def counted_without(sample: Sample) -> Iterator[None]:
    """Let the cue stage see priors without the counts of this article."""
    kept, priors = cues.load_forms, own_priors(sample)

    def load_forms(language: Language) -> dict[str, cues.Form]:
        tables = linear.load_tables(language, "cue_scorer")
        return {form: weighed_form(tables, language, form, prior) for form, prior in priors.items()}

    cues.load_forms = load_forms  # type: ignore[assignment]
    try:
        yield
    finally:
        cues.load_forms = kept


@contextlib.contextmanager
def models_in_place(tables: dict[str, linear.Tables]) -> Iterator[None]:
    """Let the stages read these tables instead of the shipped ones."""
    kept = linear.load_tables
    linear.load_tables = lambda _, name: tables[name]  # type: ignore[assignment]
    try:
        yield
    finally:
        linear.load_tables = kept


def reading_data(pairs: list[tuple[Sample, Document]]) -> tuple[list[Values], list[bool]]:
    """Readings as found, and whether each is a gold attribution: its cue, and half of its words."""
    recorder = Recorder(WIDTHS["reading_scorer"])
    right = []
    for sample, doc in pairs:
        gold = {sample.candidates[n][0]: sample.gold[label] for n, label in enumerate(sample.label) if label >= 0}
        best: dict[int, float] = {}
        over = []
        for reading in doc.readings:
            g = gold.get(doc.cues[reading.cue].first)
            j = overlap(said(doc, g.pieces, reading.pieces), said(doc, reading.pieces, reading.pieces)) if g else 0.0
            over.append(j)
            best[reading.cue] = max(best.get(reading.cue, 0.0), j)
        around = chances.companies(doc, by_cue(doc.readings))
        for number, (reading, company) in enumerate(zip(doc.readings, around, strict=True)):
            chances.scores(recorder.tables, doc, [reading], [company])  # alone, so that what is the cue's is asked too
            c = reading.cue
            right.append(over[number] >= 0.5 and over[number] == best[c])
    return recorder.take(), right


def said(doc: Document, pieces: Sequence[Range], near: Sequence[Range]) -> set[int]:
    """The words of the pieces that lie in the sentences of `near`."""
    sentences = {doc.signals.sentence[k] for a, b in near for k in (a, b - 1)}
    return {k for p in pieces for k in words(doc, p) if doc.signals.sentence[k] in sentences}


SPARSE: dict[str, Any] = {"least": 8, "floor": 0.25}
"""A value seen less often is not learned, a weight smaller is not kept: half of the size, and 0.2 points of overlap."""
SETTINGS: dict[str, dict[str, Any]] = {
    "anchor": {"l2": 1.5, **SPARSE},
    "reach": {"l2": 1.5, **SPARSE},
    "layout": {"l2": 1.0, **SPARSE},
    "start": {"l2": 1.0, **SPARSE},
    "stop": {"l2": 2.0, **SPARSE},
    "head": {"l2": 1.0, **SPARSE},
}
READING_SETTINGS: dict[str, Any] = {"l2": 1.0, "least": 4}
CUE_SETTINGS: dict[str, Any] = {"l2": 1.0, **SPARSE}


def train(samples: list[Sample], folds: int = 3) -> dict[str, Weights]:
    """All models, by the name of their file; the last learns from what the others find in unseen articles."""
    pairs: list[tuple[Sample, Document]] = []
    for fold in range(folds):
        seen = train_steps([s for n, s in enumerate(samples) if n % folds != fold])
        pairs += [(s, read_through(s, seen)) for s in samples[fold::folds]]
    models = train_steps(samples)
    models["reading_scorer"] = logistic(*reading_data(pairs), **READING_SETTINGS)
    return models


def train_steps(samples: list[Sample]) -> dict[str, Weights]:
    """The models of the single steps."""
    models = {"cue_scorer": logistic(*cue_data(samples), **CUE_SETTINGS)}
    for name, data in ranker_data(samples).items():
        models[f"{name}_ranker"] = ranker(data.groups, data.right, **SETTINGS[name])
    return models


def total(model: Weights, values: Values) -> float:
    """The score of one recorded candidate."""
    return sum(model[slot].get(value, 0.0) for slot, value in values)


def measure(models: dict[str, Weights], samples: list[Sample]) -> dict[str, str]:
    """How good each step is by itself, given gold for the steps before."""
    out = {}
    rows, right = cue_data(samples)
    scores = [total(models["cue_scorer"], r) for r in rows]
    golds = sum(len(s.gold) for s in samples)
    best = (0.0, "")
    for cut in (-1.0, -0.8, -0.6, -0.4, -0.2, 0.0, 0.2):
        hit = sum(1 for s, r in zip(scores, right, strict=True) if s > cut and r)
        found = sum(1 for s in scores if s > cut)
        p, r = hit / found, hit / golds
        best = max(best, (2 * p * r / (p + r), f"P {p:.3f} R {r:.3f} F {2 * p * r / (p + r):.3f} at {cut}"))
    out["cue"] = best[1] + f"; with a candidate {sum(right) / golds:.3f}"
    for name, data in ranker_data(samples).items():
        model = models[f"{name}_ranker"]
        scored = [[total(model, v) for v in group] for group in data.groups]
        good = sum(scores.index(max(scores)) == r for scores, r in zip(scored, data.right, strict=True))
        out[name] = f"{good / len(data.groups):.3f} of {len(data.groups)}, out of reach {data.missed}"
    return out


def write(models: dict[str, Weights], trained_on: str, scores: dict[str, str]) -> None:
    """Put the weights into the package, each model with the day, its options and what it reached on dev."""
    options = {f"{name}_ranker": o for name, o in SETTINGS.items()}
    options |= {"cue_scorer": CUE_SETTINGS, "reading_scorer": READING_SETTINGS}
    for name, tables in models.items():
        about = {"trained": str(dt.date.today()), "on": trained_on, "options": options[name]}
        if reached := scores.get(name.rpartition("_")[0]):
            about["dev"] = reached
        stored = json.dumps(
            {"about": about, "tables": linear.write_tables(tables)}, separators=(",", ":"), ensure_ascii=False
        )
        (FOLDER / f"{name}.json").write_text(stored + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train")
    parser.add_argument("--dev")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    load_language("en")
    samples = read_samples(args.train)
    models = train(samples)
    scores = measure(models, read_samples(args.dev)) if args.dev else {}
    for name, tables in models.items():
        print(f"{name:16} {sum(map(len, tables))} weights")
    for name, line in scores.items():
        print(f"{name:8} {line}")
    if args.write:
        write(models, Path(args.train).name, scores)


if __name__ == "__main__":
    main()
