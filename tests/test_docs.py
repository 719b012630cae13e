"""The docs name all that is public, and what they tell a reader to type is there."""

from __future__ import annotations

import importlib
import inspect
import re
import shlex
import subprocess
import sys
import types
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

import newsparse
from newsparse.cli import COMMANDS
from newsparse.export import COLUMNS
from newsparse.stages.settle import ALONE, LABELLED, RESCUE
from newsparse.stages.settle.chances import ACCEPT
from newsparse.stages.settle.nested import CHANCE
from test_examples import PAGES, blocks

MODULES = ("newsparse", "newsparse.batch", "newsparse.export", "newsparse.lang", "newsparse.rules", "newsparse.view")
OURS = {"newsparse.batch": ["parse_many", "Failure", "ItemError"]}
"""What is public where a module does not say it."""
RUN_ELSEWHERE = {
    "spark.md": "test_spark",
    "notebook.md": "here",
    "extend.md": "test_extend",
    "label-studio.md": "here",
    "web-service.md": "here",
}
TOLD = '"It holds," Dana Ortiz said.'
TYPED = re.compile(r"^(?:\$ )?((?:pip install|python|newsparse) .+)$", re.MULTILINE)


@pytest.mark.parametrize("module", MODULES)
def test_each_public_name_is_in_the_reference(module: str, root: Path) -> None:
    reference = "".join(page.read_text(encoding="utf-8") for page in (root / "docs" / "reference").glob("*.md"))
    told = set(re.findall(r"newsparse[\w.]*\.(\w+)", reference))
    names = OURS.get(module) or importlib.import_module(module).__all__
    assert not [name for name in names if name not in told]


@pytest.mark.parametrize("command", ["read", *COMMANDS])
def test_each_option_is_in_the_reference(command: str, root: Path) -> None:
    page = (root / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    parser = importlib.import_module(f"newsparse.cli.{command}")._arguments()
    options = {option for action in parser._actions for option in action.option_strings if option.startswith("--")}
    assert not [option for option in options - {"--help"} if f"`{option}" not in page]


def test_every_block_is_of_a_kind_that_is_run() -> None:
    """Sessions and commands run in `test_examples`; text is output, or commands that are looked at below."""
    for page in PAGES:
        kinds = {language for language, _ in blocks(page)} - {"console", "pycon", "text"}
        assert not kinds or page.name in RUN_ELSEWHERE, (page, kinds)


def typed() -> list[str]:
    root = PAGES[0].parents[2]
    pages = [*PAGES, root / "README.md", root / "benchmarks" / "README.md"]
    found = [text for page in pages for language, text in blocks(page) if language in ("text", "console")]
    return sorted({line for text in found for line in TYPED.findall(text)})


@pytest.mark.parametrize("line", typed())
def test_what_is_typed_is_there(line: str, root: Path) -> None:
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    for words in [shlex.split(part) for part in line.partition(" | ")[0].split(" && ")]:
        if words[0] == "pip":
            for extra in re.findall(r"\[([\w,]+)\]", " ".join(words)):
                assert all(re.search(rf"^{name} = \[", project, re.MULTILINE) for name in extra.split(",")), extra
        elif words[0] == "python" and words[1] not in ("YOUR_SCORER.py", "-m"):
            script = root / words[1]
            assert script.is_file()
            told = script.read_text(encoding="utf-8")
            assert not [word for word in words[2:] if word.startswith("--") and f'"{word}"' not in told]


def test_the_labelling_interface_has_the_labels_of_the_tasks(root: Path) -> None:
    found = blocks(root / "docs" / "how-to" / "label-studio.md")
    view = ET.fromstring(next(text for language, text in found if language == "xml"))
    code = "".join(text for language, text in found if language == "pycon").lower()
    for kind in ("Label", "Relation"):
        assert not [one for one in view.iter(kind) if f'"{one.attrib["value"].lower()}"' not in code]


def test_several_articles_in_one_cell(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    notebook, display = types.ModuleType("IPython"), types.ModuleType("IPython.display")
    display.display = shown.append  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "IPython", notebook)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    found = blocks(root / "docs" / "how-to" / "notebook.md")
    exec(next(text for language, text in found if language == "python"), {"articles": [1, 2]})
    assert shown == [1, 2]


def test_the_figures_of_how_it_decides_are_those_of_the_code(root: Path) -> None:
    page = " ".join((root / "docs" / "explanation" / "how-it-decides.md").read_text(encoding="utf-8").split())
    folder = root / "src" / "newsparse" / "lang" / "en"
    models = list(folder.glob("*.json"))
    weights = sum(len(re.findall(r"-?\d+\.\d+", path.read_text(encoding="utf-8"))) for path in models)
    forms = len((folder / "cues.tsv").read_text(encoding="utf-8").splitlines()) - 1
    size = sum(path.stat().st_size for path in models)
    assert len(models) == 8 and "There are eight models" in page
    told = re.search(r"some ([\d,]+) weights, less than (\d+) kB", page)
    assert told and abs(weights - int(told[1].replace(",", ""))) < 1000 and size < 1000 * int(told[2]), (weights, size)
    assert f"A table of some {round(forms, -3):,} forms" in page
    assert f"a support of {ACCEPT} or more" in page and f"from {RESCUE} up" in page
    assert f"It is {LABELLED} for speech tied by layout, {ALONE} for quotations that stand alone" in page
    assert f"and {CHANCE} for a child" in page


def test_the_web_service(root: Path) -> None:
    pytest.importorskip("fastapi")
    pytest.importorskip("httpx")
    with warnings.catch_warnings():  # about what its client will be made of
        warnings.simplefilter("ignore")
        from fastapi.testclient import TestClient
    code = next(text for language, text in blocks(root / "docs" / "how-to" / "web-service.md") if language == "python")
    service = types.ModuleType("service")
    sys.modules["service"] = service  # where its annotations are looked up
    exec(code, service.__dict__)
    client = TestClient(service.app)
    answer = client.post("/article", json={"text": TOLD, "published": "2024-03-14"})
    assert answer.status_code == 200
    assert newsparse.from_dict(answer.json()) == newsparse.parse(TOLD, published="2024-03-14")
    assert "<html" in client.post("/view", json={"text": TOLD}).text
    for wrong in ({"text": TOLD, "published": "someday"}, {"text": "a" * 200_001}, {}):
        assert client.post("/article", json=wrong).status_code == 422
    del sys.modules["service"]


def documented() -> list[tuple[str, Callable[..., object]]]:
    """What is public and is called: functions, and the methods of records."""
    found: list[tuple[str, Callable[..., object]]] = []
    for module in MODULES:
        made = importlib.import_module(module)
        for name in OURS.get(module) or made.__all__:
            one = getattr(made, name)
            members = [(said, it) for said, it in vars(one).items() if said[0] != "_"] if inspect.isclass(one) else []
            found += [(f"{module}.{name}.{said}", getattr(it, "__func__", it)) for said, it in members]
            found.append((f"{module}.{name}", one))
    inner = (".table", ".weights")  # of languages, for the stages
    return [(name, it) for name, it in found if inspect.isfunction(it) and not name.endswith(inner)]


@pytest.mark.parametrize(("name", "function"), documented())
def test_each_argument_is_told_of(name: str, function: Callable[..., object]) -> None:
    told = inspect.getdoc(function) or ""
    given = [one for one in inspect.signature(function).parameters if one not in ("self", "cls")]
    assert not [one for one in given if f"{one}: " not in told], name


def test_each_column_is_told_of(root: Path) -> None:
    page = (root / "docs" / "reference" / "export.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.partition("## The columns")[2].splitlines() if line.startswith("| `")]
    assert sorted(name for row in rows for name in re.findall(r"`(\w+)`", row)) == sorted(COLUMNS)


def test_each_extra_is_told_of(root: Path) -> None:
    page = (root / "docs" / "how-to" / "install.md").read_text(encoding="utf-8")
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    section = project.partition("[project.optional-dependencies]")[2].partition("\n[")[0]
    extras = set(re.findall(r"^(\w+) = \[", section, re.MULTILINE)) - {"dev", "docs"}
    rows = "".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE))
    assert extras == set(re.findall(r"`(\w+)`", rows))


def test_the_reference_of_the_command_says_how_it_ends(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsparse", str(tmp_path / "none.txt")], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_readme_and_docs_open_alike(root: Path) -> None:
    readme, index = (
        path.read_text(encoding="utf-8").split("\n\n") for path in (root / "README.md", root / "docs" / "index.md")
    )
    assert readme[1] == index[1]
