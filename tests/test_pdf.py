"""What the how-to says of PDFs: text that `pdftotext -layout` takes out of one is read as the article that it was."""

from __future__ import annotations

import shutil
import subprocess
import textwrap
from pathlib import Path

import pytest

import newsparse

matplotlib = pytest.importorskip("matplotlib")


def words(span: newsparse.Span | None) -> list[str]:
    return span.text.split() if span is not None else []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not there")
@pytest.mark.parametrize("name", ["01-second-bridge", "03-school-roof", "08-herring-medal"])
def test_a_pdf(name: str, root: Path, tmp_path: Path) -> None:
    text = (root / "docs" / "examples" / "town" / f"{name}.txt").read_text(encoding="utf-8")
    lines = [part for line in text.splitlines() for part in textwrap.wrap(line, 60) or [""]]
    with matplotlib.rc_context({"pdf.fonttype": 42}):
        from matplotlib.figure import Figure

        figure = Figure(figsize=(8, 11))
        figure.text(0.1, 0.95, "\n".join(lines), va="top", fontsize=10)
        figure.savefig(tmp_path / "page.pdf")
    subprocess.run(["pdftotext", "-layout", "-enc", "UTF-8", "page.pdf"], cwd=tmp_path, check=True)
    again, article = (newsparse.parse(t) for t in ((tmp_path / "page.txt").read_text(encoding="utf-8"), text))
    assert words(again.headline) == words(article.headline)
    assert [words(byline.name) for byline in again.bylines] == [words(byline.name) for byline in article.bylines]
    assert len(again.paragraphs) == len(article.paragraphs)
    assert [[words(piece) for piece in quote.content] for quote in again.quotes] == [
        [words(piece) for piece in quote.content] for quote in article.quotes
    ]
    assert [quote.speaker and quote.speaker.name for quote in again.quotes] == [
        quote.speaker and quote.speaker.name for quote in article.quotes
    ]
