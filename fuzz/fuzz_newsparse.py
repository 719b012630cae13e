"""A coverage-guided fuzz target over `parse` and `parse_html`, for atheris.

    pip install atheris ".[html]"
    python fuzz/fuzz_newsparse.py -dict=fuzz/words.dict -max_len=3000 -max_total_time=1800 FOLDER tests/cases/hostile

New inputs are kept in FOLDER; what fails is written to a file `crash-...`. Inputs are UTF-8; what is no UTF-8 becomes a
lone surrogate, byte for byte. An input that begins with `<` is also read as a page. What is held of every input is
what `tests/hostile_laws.py` holds of the shapes in `tests/cases/hostile`: to keep one that failed, copy it there.
`tests/cases/fuzzed` has the smallest inputs of half an hour that reached what the shapes do not.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / folder) for folder in ("src", "tests")]

_ELSEWHERE = ("newsparse.cli", "newsparse.__main__", "newsparse.export", "newsparse.integrations", "newsparse.view")
"""What reads no article: their lines would only slow the rest down."""

with atheris.instrument_imports(include=["newsparse"]):
    import newsparse

    # What is imported only on the first call has to be here as well, or the fuzzer would not see where it goes.
    for module in pkgutil.walk_packages(newsparse.__path__, "newsparse."):
        if not module.name.startswith(_ELSEWHERE):
            importlib.import_module(module.name)

from hostile_laws import as_text, hold  # noqa: E402


def one_input(data: bytes) -> None:
    """What the fuzzer calls."""
    hold(as_text(data))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
