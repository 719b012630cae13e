"""Makes the pictures of the docs anew, into docs/images.

    pip install -e ".[dev]"
    python docs/screenshots.py

Takes Chromium with its driver. The pictures in the repository were made with the fonts P052 and Inter installed
(Debian: fonts-urw-base35, fonts-inter); with others the page looks as it does on your machine.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import newsparse
from newsparse.cli import main
from newsparse.cli.coloured import show
from newsparse.render import summary_lines
from newsparse.view import page

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
TOWN = ROOT / "docs" / "examples" / "town"
COLOURS = 255  # of a picture: text on flat grounds needs no more, and the file is a third as large

sys.path.insert(0, str(ROOT / "tests"))
from browser import chromium, look  # noqa: E402


def shot(driver: Chrome, name: str) -> None:
    """The window as a small PNG."""
    from PIL import Image

    time.sleep(0.4)  # for what fades in
    picture = Image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")
    picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        IMAGES / name, optimize=True
    )


def views(driver: Chrome, folder: Path) -> None:
    """In the light, in the dark, and on a phone."""
    file = folder / "page.html"

    def go(name: str) -> None:
        text = (TOWN / name).read_text(encoding="utf-8")
        file.write_text(page(newsparse.parse(text)), encoding="utf-8")
        driver.get(file.as_uri())

    look(driver, 1240, 860, scale=1.5)
    go("01-second-bridge.txt")
    point(driver, "She")
    shot(driver, "view.png")
    look(driver, 1240, 700, dark=True, scale=1.5)
    go("05-night-bus.txt")
    driver.execute_script("scrollTo({top: 180, behavior: 'instant'})")
    point(driver, "He")
    shot(driver, "view-dark.png")
    look(driver, 390, 760, scale=2)
    go("01-second-bridge.txt")
    driver.execute_script("document.querySelector('#who a[data-j=\"1\"]').click()")
    shot(driver, "view-phone.png")


def point(driver: Chrome, source: str) -> None:
    """Move the mouse to the first source of these words."""
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By

    found = next(e for e in driver.find_elements(By.CSS_SELECTOR, ".source") if e.text == source)
    ActionChains(driver).move_to_element(found).pause(0.3).perform()


def terminal() -> None:
    """What `newsparse FILE` prints in colour."""
    from rich.console import Console

    console = Console(record=True, width=88, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    text = (TOWN / "08-herring-medal.txt").read_text(encoding="utf-8")
    show(summary_lines(newsparse.parse(text), width=84), console)
    console.save_svg(str(IMAGES / "terminal.svg"), title="newsparse 08-herring-medal.txt", unique_id="newsparse")


def chart(folder: Path) -> None:
    """Who is quoted in the ten articles."""
    out = folder / "town.jsonl"
    main(["batch", str(TOWN), "-o", str(out)])
    main(["stats", str(out), "--top", "8", "--plot", str(IMAGES / "town.svg")])


def reliability() -> None:
    """How often each confidence is right, as the tables of the page on accuracy say it."""
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot as plt

    page_of_it = (ROOT / "docs" / "explanation" / "accuracy.md").read_text(encoding="utf-8")
    rows = re.compile(r"^0\.\d to \d\.\d +(\d+) +([\d.]+) +([\d.]+)$", re.MULTILINE)
    tables = [rows.findall(table) for table in page_of_it.split("confidence    count")[1:]]
    with mpl.rc_context({"svg.hashsalt": "newsparse", "svg.fonttype": "none", "font.family": "sans-serif"}):
        figure, axes = plt.subplots(figsize=(5, 4.4))
        axes.plot([0, 1], [0, 1], color="0.6", linewidth=1, linestyle="--")
        axes.text(0.30, 0.25, "as good as its word", color="0.4", rotation=45, rotation_mode="anchor", fontsize=9)
        for name, colour, table in zip(
            ("development", "cross-validation"), ("#b45309", "#1d4ed8"), tables, strict=True
        ):
            points = [(float(mean), float(right)) for count, mean, right in table if int(count) >= 100]
            axes.plot(*zip(*points, strict=True), marker="o", color=colour, label=name)
        axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="confidence", ylabel="share that is right", aspect="equal")
        axes.legend(frameon=False, loc="lower right")
        figure.tight_layout()
        figure.savefig(IMAGES / "reliability.svg", metadata={"Date": None})
        plt.close(figure)


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    reliability()
    with tempfile.TemporaryDirectory() as name:
        terminal()
        chart(Path(name))
        with chromium() as driver:
            views(driver, Path(name))
    for image in sorted(IMAGES.iterdir()):
        print(f"{image.name}: {image.stat().st_size / 1000:.0f} kB")
