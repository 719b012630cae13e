"""Imports run one way, no stage knows another, and what is heavy is imported where it is used."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsparse.document
import newsparse.model
from newsparse.document import Document
from newsparse.lang import load_language
from newsparse.pipeline import lay_out, read_header, run

SOURCE = Path(newsparse.model.__file__).parent
LAYERS = (
    {"model"},
    {"lang", "rules"},
    {"document", "linear"},
    {"dates"},
    {"stages"},
    {"pipeline"},
    {"assemble"},
    {"dictform"},
    {"reading"},
    {"html"},
    {"batch"},
    {""},
    {"tally"},
    {"export"},
    {"integrations"},
    {"render", "view"},
    {"cli"},
    {"__main__"},
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
UPWARD = {("model", "dictform"), ("model", "view")}  # short cuts of Article to functions; imported on call
HEAVY = {
    "dateparser": {"dates.past"},
    "cattrs": {"dictform"},
    "jsonschema": set[str](),
    "lxml": {"html", "html.tree"},
    "trafilatura": {"html", "html.body"},
    "pandas": {"export.rows", "integrations.spark"},
    "polars": {"export.rows"},
}


@attrs.frozen
class Import:
    """One import: the module that has it, what it names, and whether it runs when the module is loaded."""

    by: str
    of: str
    at_load: bool


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late: set[ast.AST] = set()
    for node in ast.walk(tree):
        typing_only = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        if typing_only or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            late.update(ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (Import(name_of(path), name, node not in late) for name in names)


ALL = [found for path in sorted(SOURCE.rglob("*.py")) for found in imports(path)]
OURS = [found for found in ALL if found.of.split(".")[0] == "newsparse"]


def layer(module: str) -> str:
    return module.split(".")[0]


def target(found: Import) -> str:
    """The module of ours that an import reads, without the package's name; "" for the package itself."""
    path = found.of.split(".")[1:]
    while path and not (SOURCE.joinpath(*path).with_suffix(".py").exists() or SOURCE.joinpath(*path).is_dir()):
        path.pop()
    return ".".join(path)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=name_of)
def test_every_module_has_its_layer(path: Path) -> None:
    assert layer(name_of(path)) in RANK


def test_imports_run_one_way() -> None:
    wrong = [
        f"{f.by} imports {f.of}"
        for f in OURS
        if layer(f.by) != layer(target(f)) and RANK[layer(target(f))] >= RANK[layer(f.by)]
        if (layer(f.by), layer(target(f))) not in UPWARD or f.at_load
    ]
    assert not wrong


def test_no_stage_imports_another() -> None:
    def stage(module: str) -> str:
        return ".".join(module.split(".")[:2])

    wrong = [
        f"{f.by} imports {f.of}"
        for f in OURS
        if layer(f.by) == "stages" == layer(target(f)) and stage(f.by) != stage(target(f))
    ]
    assert not wrong


def test_modules_of_a_folder_import_each_other_one_way() -> None:
    """Also inside a folder nothing imports, round a few corners, what imports it."""
    below: dict[str, set[str]] = {}
    for f in OURS:
        if f.at_load and target(f) != f.by:
            below.setdefault(f.by, set()).add(target(f))

    def reached(module: str) -> set[str]:
        seen: set[str] = set()
        waiting = [module]
        while waiting:
            new = below.get(waiting.pop(), set()) - seen
            seen |= new
            waiting += new
        return seen

    assert not [module for module in below if module in reached(module)]


def test_the_heavy_is_imported_in_one_place_and_on_use() -> None:
    wrong = [
        f"{f.by} imports {f.of}" for f in ALL if layer(f.of) in HEAVY and (f.by not in HEAVY[layer(f.of)] or f.at_load)
    ]
    assert not wrong


@pytest.mark.parametrize("module", [newsparse.model, newsparse.document])
def test_records_are_slotted(module: object) -> None:
    assert records(module)
    for record in records(module):
        assert "__slots__" in vars(record), record


def test_what_a_caller_is_given_is_frozen() -> None:
    for record in records(newsparse.model):
        assert record.__setattr__ is not object.__setattr__, record


@pytest.mark.parametrize("path", sorted((SOURCE / "document").glob("*.py")), ids=name_of)
def test_layers_are_frozen_for_the_type_checker(path: Path) -> None:
    classes = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ClassDef)]
    for node in classes:
        made_by = [ast.unparse(part).partition("(")[0] for part in (*node.decorator_list, *node.bases)]
        assert {"attrs.frozen", "record", "NamedTuple"} & {*made_by}, node.name


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=name_of)
def test_only_the_pipeline_writes_to_records(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    taken = [n for n in nodes if isinstance(n, ast.ImportFrom) and n.module == "newsparse.document.records"]
    assert "fill" not in {name.name for node in taken for name in node.names} or path == SOURCE / "pipeline.py"


@pytest.mark.parametrize("step", [read_header, lay_out, run])
def test_the_pipeline_leaves_the_document_as_it_was_given(step: Callable[[Document], Document]) -> None:
    given = Document(text='Dam holds\n\nOSTHAVEN - "It holds," Dana Ortiz said.', language=load_language("en"))
    before = attrs.evolve(given)
    assert step(given).header != before.header
    assert given == before


def records(module: object) -> list[Any]:
    return [c for c in vars(module).values() if isinstance(c, type) and attrs.has(c)]


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=name_of)
def test_modules_are_short_and_named_for_their_job(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert not [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= 60]
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}
