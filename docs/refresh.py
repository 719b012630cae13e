"""Runs the commands in the docs' pages anew and writes what they print into the pages.

    python docs/refresh.py [PAGE.md ...]

The tests hold the pages to what is printed; this is for after a change that is meant.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from newsparse.cli import main

DOCS = Path(__file__).resolve().parent
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (newsparse .*\n)(?:(?!\$ ).*\n)*", re.MULTILINE)


def printed(command: str) -> str:
    """What a command prints, on either stream."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        main(shlex.split(command)[1:])
    return out.getvalue()


def refreshed(page: str) -> str:
    """A page with the commands in its console blocks run again, in a folder of their own."""

    def block(match: re.Match[str]) -> str:
        return COMMAND.sub(lambda command: f"$ {command[1]}{printed(command[1])}", match[0])

    with tempfile.TemporaryDirectory() as folder:
        for name in ("docs", "seeds"):
            Path(folder, name).symlink_to(DOCS.parent / name)
        os.chdir(folder)
        text = CONSOLE.sub(block, page)
        os.chdir(DOCS)
    return text


if __name__ == "__main__":
    for path in [Path(name).resolve() for name in sys.argv[1:]] or sorted(DOCS.rglob("*.md")):
        before = path.read_text(encoding="utf-8")
        after = refreshed(before)
        if after != before:
            path.write_text(after, encoding="utf-8")
            print("refreshed", path.relative_to(DOCS))
