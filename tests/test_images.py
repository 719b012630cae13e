"""The pictures of the docs: there, small, and used."""

from __future__ import annotations

from pathlib import Path

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
