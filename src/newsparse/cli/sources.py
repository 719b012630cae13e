"""The articles that `newsparse batch` is given: files, folders of files, and files with one article a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsparse.cli.articles import PAGES, read_page
from newsparse.cli.streams import read_text, reason

ARTICLES = (".txt", *PAGES)
"""What is taken of a folder."""

Refuse = Callable[[Any, Exception], None]


def files_of(given: Sequence[str]) -> list[Path]:
    """The files that are meant: those given, and of a folder all its texts and pages, at any depth, in order of name.

    One that is given twice, by its name and with its folder, is one file.

    Raises:
        FileNotFoundError: something given is not there.
    """
    found: list[Path] = []
    for name in given:
        path = Path(name)
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.suffix.lower() in ARTICLES and p.is_file())
            found += sorted(inside, key=lambda p: p.as_posix())
        elif path.exists():
            found.append(path)
        else:
            raise FileNotFoundError(2, "No such file or directory", name)
    return list(dict.fromkeys(found))


def count_of(files: Sequence[Path]) -> int:
    """How many articles there are: one a file, one a line that is not blank."""
    total = 0
    for path in files:
        if _by_line(path):
            with path.open("rb") as lines:
                total += sum(bool(line.strip()) for line in lines)
        else:
            total += 1
    return total


def articles_in(
    files: Sequence[Path], encoding: str, page_options: Mapping[str, Any], refuse: Refuse
) -> Iterator[dict[str, Any]]:
    """Each article as `parse_many` takes it, read when it is wanted; what can't be read goes to `refuse` with its id.

    The id of a file is its path, as given, with forward slashes; that of a line its own, or else `FILE:NUMBER`.

    Args:
        files: where they are.
        encoding: of the files.
        page_options: options for those files that are pages.
        refuse: is told the id and the error.
    """
    for path in files:
        if _by_line(path):
            yield from _lines(path, refuse)
            continue
        name = path.as_posix()
        try:
            if path.suffix.lower() in PAGES:
                yield {"id": name, "html": read_page(str(path), encoding), **page_options}
            else:
                yield {"id": name, "text": read_text(str(path), encoding)}
        except (OSError, ValueError) as error:
            refuse(name, ValueError(reason(error, name)))


def _by_line(path: Path) -> bool:
    return path.suffix.lower() in (".jsonl", ".ndjson")


def _lines(path: Path, refuse: Refuse) -> Iterator[dict[str, Any]]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            name: Any = f"{path.as_posix()}:{number}"
            try:
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise ValueError('a line must be an object with the key "text"')
                if row.get("id") is not None:
                    name = row["id"]
                if not isinstance(name, (str, int)):
                    raise ValueError("an id must be a string or a whole number")
            except (ValueError, RecursionError) as error:  # also what is no JSON or no UTF-8
                refuse(name if isinstance(name, (str, int)) else f"{path.as_posix()}:{number}", error)
                continue
            yield {**row, "id": name}
