"""What comes in and what goes out: files, standard input and output, and errors in one line."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn


class Parser(argparse.ArgumentParser):
    """Arguments whose errors are one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        """Say it on stderr and exit with status 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def read_text(file: str, encoding: str) -> str:
    """The text of a file, or of standard input for `-`; a byte order mark of UTF-8 is not part of it."""
    codec = codecs.lookup(encoding).name
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return data.decode("utf-8-sig" if codec == "utf-8" else codec)


def reason(error: Exception, file: str, doing: str = "read") -> str:
    """What went wrong with a file that was to be read (or `doing`), in one line for a person."""
    name = "standard input" if file == "-" else file
    if isinstance(error, UnicodeError):
        codec = getattr(error, "encoding", "this encoding").replace("utf-8-sig", "utf-8")
        return f"{name} can't be decoded as {codec}: name the file's own with --encoding"
    if isinstance(error, OSError):
        return f"{name} can't be {doing}: {error.strerror or error}"
    return str(error)


def unicode_out() -> bool:
    """Whether standard output takes any character."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("_", "-")
    return encoding in ("utf-8", "utf8")


def write(text: str) -> int:
    """Print what can be printed of it, escaping the rest; be quiet when nobody reads on. Gives exit status 0."""
    with quiet():
        sys.stdout.write(printable(text))
        sys.stdout.flush()
    return 0


def printable(text: str) -> str:
    """The text with what standard output can't take escaped."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def write_bytes(data: bytes) -> int:
    """Put bytes on standard output as they are; be quiet when nobody reads on. Gives exit status 0."""
    with quiet():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    return 0


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Say nothing when nobody reads on."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter's last flush complains
