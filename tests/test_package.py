"""What ships, and what an import costs."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from importlib.resources import files
from pathlib import Path

import pytest

import newsparse
from newsparse.lang import languages


def test_the_public_names_are_there_and_documented() -> None:
    assert newsparse.__all__ == sorted(newsparse.__all__)
    for name in newsparse.__all__:
        assert getattr(newsparse, name).__doc__, name


def test_data_files_ship() -> None:
    folder = files("newsparse")
    assert (folder / "py.typed").is_file()
    assert (folder / "schema.json").is_file()
    for code in languages():
        names = {f.name for f in (folder / "lang" / code).iterdir()}
        assert {"function_words.txt", "header_furniture.txt", "time_words.tsv"} <= names
    assert {"cues.tsv", "abbreviations.txt", "titles.txt"} <= {f.name for f in (folder / "lang" / "en").iterdir()}


def test_one_version(root: Path) -> None:
    """Written in the package, and nowhere else; what is installed and the changelog have the same."""
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r'^dynamic = .*"version"', project, re.MULTILINE)
    assert newsparse.__version__ not in project
    with contextlib.suppress(metadata.PackageNotFoundError):  # run from a copy that is not installed
        assert metadata.version("newsparse") == newsparse.__version__
    heads = re.findall(r"^## (\S+) - ", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heads[0] == newsparse.__version__


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("heavy", ["dateparser", "cattrs", "regex", "zoneinfo"])
def test_importing_does_not_import(heavy: str) -> None:
    assert python(f"import sys, newsparse; print({heavy!r} in sys.modules)") == "False\n"


def test_reading_an_article_without_a_printed_date_does_not_import_dateparser() -> None:
    text = 'Night ferries stop\n\nThe board met on May 3, 2021. "It is late," Dana Ortiz said on Monday.'
    code = f"import sys, newsparse; newsparse.parse({text!r}, published='2021-05-05')"
    assert python(code + "; print('dateparser' in sys.modules)") == "False\n"


def test_a_zipped_package_reads(root: Path, tmp_path: Path) -> None:
    """English and a language without cues, whose files are looked for in vain."""
    source, packed = root / "src", tmp_path / "newsparse.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in (source / "newsparse").rglob("*"):
            if file.suffix in {".py", ".txt", ".tsv", ".json"}:
                archive.write(file, file.relative_to(source))
    code = f"""import sys; sys.path.insert(0, {str(packed)!r}); import newsparse
print(newsparse.__file__ > {str(packed)!r}, newsparse.parse('"It is late," said Ann Lund.').quotes[0].speaker.name)
print(newsparse.parse("Die Fähre steht.", language="de").paragraphs[0])"""
    assert python(code) == "True Ann Lund\nDie Fähre steht.\n"


def test_importing_is_quick() -> None:
    """Under 0.1 s over what the interpreter itself takes (the best of five: other work may be going on)."""
    code = "import time; t = time.process_time(); import newsparse; print(time.process_time() - t)"
    assert min(float(python(code)) for _ in range(5)) < 0.1


def test_no_path_of_any_machine_is_in_the_project(root: Path) -> None:
    pattern = re.compile(r"(?<![\w.])/(?:work|tmp|home|root)/\w")
    for folder in ("src", "tests", "benchmarks", "docs"):
        for path in (root / folder).rglob("*"):
            if path.suffix in {".py", ".md", ".txt", ".tsv", ".json"} and "_build" not in path.parts:
                assert not pattern.search(path.read_text(encoding="utf-8", errors="replace")), path
