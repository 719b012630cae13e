"""What CONTRIBUTING.md says of the project is so."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from newsparse.document import Document


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_file_and_folder_that_it_names_is_there(page: str, root: Path) -> None:
    named = re.findall(r"`([\w./-]+(?:/|\.(?:py|md|tsv|txt|json|toml)))`", page)
    homes = (root, root / "src" / "newsparse", root / "src" / "newsparse" / "stages", root / "src/newsparse/lang/en")
    missing = [name for name in named if not any((home / name).exists() for home in homes)]
    assert [name for name in missing if name != "__init__.py" and not name.startswith(".")] == []


def test_the_map_has_all_of_the_package(page: str, root: Path) -> None:
    there = {path.name for path in (root / "src" / "newsparse").iterdir() if path.suffix != ".pyc"}
    quiet = {"__init__.py", "__main__.py", "__pycache__", "py.typed"}
    assert {name for name in there - quiet if f"`{name}`" not in page and f"`{name}/`" not in page} == set()


def test_the_stages_stand_in_the_order_of_their_layers(page: str, root: Path) -> None:
    table = page.partition("| stage | layer | finds |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (`[^|]+`) \| (`[^|]+`) \|", table, re.MULTILINE)
    files = {name.strip("/") for stage, _ in rows for name in re.findall(r"`([\w./]+)`", stage)}
    stages = {path.name for path in (root / "src" / "newsparse" / "stages").iterdir()}
    assert files == stages - {"__init__.py", "__pycache__"}
    told = [name for _, layer in rows for name in re.findall(r"`(\w+)`", layer)]
    layers = [field.name for field in attrs.fields(Document)]
    aside = {"text", "language", "options", "block_tokens"}
    assert sorted(told) == sorted(set(layers) - aside)
    # Sentences are the work of the module that cuts the tokens, once the quotation marks are known.
    assert [name for name in told if name != "sentences"] == [n for n in layers if n not in {*aside, "sentences"}]
