"""A headless Chromium for the tests of the view and for the screenshots."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--disable-dev-shm-usage",
)


def missing() -> str | None:
    """What is not there of what a browser takes; none where all is."""
    try:
        import selenium  # noqa: F401
    except ImportError:
        return "selenium is not installed"
    if _found("chromium", "chromium-browser", "google-chrome") is None:
        return "there is no Chromium"
    return None if _found("chromedriver") else "there is no chromedriver"


def _found(*names: str) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


@contextmanager
def chromium(log: str = "") -> Iterator[Chrome]:
    """A browser with a profile of its own; it keeps the log of what it complains of, and one more."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = _found("chromium", "chromium-browser", "google-chrome") or ""
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", **({log: "ALL"} if log else {})})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        driver = Chrome(options=options, service=Service(_found("chromedriver")))
        try:
            yield driver
        finally:
            driver.quit()


def look(driver: Chrome, width: int, height: int, *, dark: bool = False, scale: float = 1, media: str = "") -> None:
    """Make the window that large, and the colours light or dark."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 600},
    )
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": [scheme]})
