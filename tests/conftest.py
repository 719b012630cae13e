"""Hypothesis: no deadlines (shared machines stall), and the same examples on every run of CI."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

for name in ("FORCE_COLOR", "NO_COLOR", "COLUMNS"):  # what is printed is that of no terminal
    os.environ.pop(name, None)

settings.register_profile("house", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("house"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "house")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def founding(root: Path) -> str:
    """The text of the founding article."""
    return (root / "seeds" / "nato-relations-destroyed.txt").read_text(encoding="utf-8")
