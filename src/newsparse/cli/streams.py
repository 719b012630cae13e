"""What comes in and what goes out: files, standard input and output, and errors in one line."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn, TextIO

_MARKS = (  # that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Parser(argparse.ArgumentParser):
    """Arguments whose errors are one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        """Say it on stderr and exit with status 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def read_text(file: str, encoding: str) -> str:
    """The text of a file, or of standard input for `-`; a byte order mark is not part of it.

    What begins with the mark of UTF-16 or UTF-32 can't be UTF-8, and is read as what it says it is.
    """
    codec = codecs.lookup(encoding).name
    data = _input() if file == "-" else Path(file).read_bytes()
    if codec == "utf-8":
        codec = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8-sig")
    return data.decode(codec)


def _input() -> bytes:
    if sys.stdin is None:  # closed by whoever started us
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "-")
    return sys.stdin.buffer.read()


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
        out = _output()
        out.write(printable(text))
        out.flush()
    return 0


def _output() -> TextIO:
    if sys.stdout is None:  # closed by whoever started us
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def printable(text: str) -> str:
    """The text with what standard output can't take escaped."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def write_bytes(data: bytes) -> int:
    """Put bytes on standard output as they are; be quiet when nobody reads on. Gives exit status 0."""
    with quiet():
        out = _output()
        out.flush()
        out.buffer.write(data)
        out.buffer.flush()
    return 0


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Say nothing when nobody reads on; where the output takes no more, say so in one line and exit with status 2."""
    try:
        yield
    except OSError as error:
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter's last flush complains
        if isinstance(error, BrokenPipeError):
            return
        sys.stderr.write(f"newsparse: standard output can't be written: {error.strerror or error}\n")
        raise SystemExit(2) from error
