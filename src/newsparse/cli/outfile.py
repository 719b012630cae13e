"""The file that `newsparse batch` writes, one article a line, and can go on with after it was stopped.

A line is `{"id": ..., "article": ...}`, the article in its dict form.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

_OPENING = b'{"id": '


def line_of(**row: Any) -> bytes:
    """A row as one line of JSON in UTF-8; where a text can't be told in UTF-8, in ASCII."""
    try:
        return (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair
        return (json.dumps(row) + "\n").encode("ascii")


def begin(path: Path, errors: Path) -> tuple[BinaryIO, set[Any]]:
    """The file, to be added to, and the ids that it has already; a half-written last line is cut off.

    No other process can begin with it as long as it is open. The errors of the last run are taken away.

    Raises:
        OSError: it can't be written, or another run is at it.
        ValueError: one of the files is not one that `newsparse batch` wrote; it is left as it is.
    """
    file = _open_alone(path)
    try:
        done = _resume(path)
        _clear(errors)
        return file, done
    except BaseException:
        file.close()
        raise


def _open_alone(path: Path) -> BinaryIO:
    file = path.open("ab")
    try:
        import fcntl
    except ImportError:  # Windows
        return file
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise OSError(errno.EBUSY, "another newsparse batch is at it", str(path)) from error
    except OSError:  # a file system without locks
        pass
    return file


def _resume(path: Path) -> set[Any]:
    done: set[Any] = set()
    whole, half = 0, b""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.endswith(b"\n"):
                half = line
                break
            done.add(_id(line, path, number))
            whole += len(line)
    if not half:
        return done
    if not (half.startswith(_OPENING) or _OPENING.startswith(half)):
        raise ValueError(f"{path} was not written by newsparse batch: it is left as it is")
    with path.open("r+b") as file:
        file.truncate(whole)
    return done


def _clear(path: Path) -> None:
    if path.is_file():  # and no /dev/null
        with path.open("rb") as lines:
            first = lines.readline()
        half = _OPENING.startswith(first)  # or nothing at all
        if not half and not (first.startswith(_OPENING) and b', "article": {' not in first):
            raise ValueError(f"{path} was not written by newsparse batch: it is left as it is")
        path.unlink()


def _id(line: bytes, path: Path, number: int) -> Any:
    try:
        if line.startswith(_OPENING):
            name, end = json.JSONDecoder().raw_decode(line.decode("utf-8"), len(_OPENING))
            if line.decode("utf-8").startswith(', "article": {', end):
                return name
    except (ValueError, RecursionError):
        pass
    raise ValueError(f"{path} was not written by newsparse batch (line {number}): it is left as it is")


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of such a file in their dict form; lines that hold a bare dict form are taken too.

    Raises:
        ValueError: a line is neither; a half-written last one is passed over.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                article = row.get("article", row)
                if not isinstance(article["quotes"], list) or not isinstance(article["attitudes"], list):
                    raise TypeError
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
                if not line.endswith(b"\n"):
                    return
                raise ValueError(f"{path}, line {number}, is no article of newsparse batch") from error
            yield article
