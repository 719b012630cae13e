"""The pictures of the docs: there, small, and used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LARGEST = 200_000


def test_pictures_are_small_and_used(root: Path) -> None:
    pages = [root / "README.md", *(root / "docs").rglob("*.md")]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    pictures = [path for path in (root / "docs" / "images").iterdir() if path.suffix in (".png", ".svg")]
    assert pictures
    for picture in pictures:
        assert picture.stat().st_size < LARGEST, picture
        assert f"images/{picture.name}" in text, picture


def test_the_first_screen_of_the_readme_shows_the_view(root: Path) -> None:
    lines = (root / "README.md").read_text(encoding="utf-8").splitlines()
    assert any("docs/images/view.png" in line for line in lines[:15])


def test_the_readme_of_the_package_index_leads_nowhere(root: Path) -> None:
    """It is shown far from the project: no picture, link or file of it can stand there."""
    tomllib = pytest.importorskip("tomllib")  # it came with 3.11
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    text = (root / "README.md").read_text(encoding="utf-8")
    for change in project["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        text, times = re.subn(change["pattern"], change["replacement"], text)
        assert times, change
    assert not re.search(r"\]\((?!https?:)", text)
    assert "docs/" not in text and "seeds/" not in text and "makes this page" not in text
    assert "pip install newsparse\nnewsparse ARTICLE.txt" in text
    assert text.startswith("# newsparse\n") and "## In Python" in text
