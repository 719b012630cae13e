"""A table of a language, as read from its file: held by columns, with rows that are made when they are asked for.

Of the five thousand cue words an article has thirty: to make a row of each would take more time and memory than all
else that is loaded.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

Row = Mapping[str, str]

_AT_ONCE = 256
"""How many rows are taken apart at once: all of them would take ten times the memory of the table."""


class _Cells:
    """An object whose attributes are the cells of a row: the dicts of such objects share their keys in memory, which
    makes them a quarter as large.
    """


class Table(Mapping[str, Row]):
    """The rows of a table by the cell in their first column; a row maps the names of the columns to its cells."""

    def __init__(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Make a table, whose rows begin with different cells.

        Args:
            head: the names of the columns.
            rows: the cells of each row, as many as there are columns.
        """
        self._head = tuple(head)
        self._columns: tuple[list[str], ...] = tuple([] for _ in head)
        rest = iter(rows)
        while some := list(islice(rest, _AT_ONCE)):
            for column, cells in zip(self._columns, zip(*some, strict=True), strict=True):
                column.extend(map(sys.intern, cells))
        self._place = {first: place for place, first in enumerate(self._columns[0])}
        self._rows: dict[str, Row] = {}

    def __getitem__(self, first: str) -> Row:
        row = self._rows.get(first)
        if row is None:
            place = self._place[first]
            made = vars(_Cells())
            for name, column in zip(self._head, self._columns, strict=True):
                made[name] = column[place]
            row = self._rows[first] = made
        return row

    def __contains__(self, first: object) -> bool:
        return first in self._place

    def __iter__(self) -> Iterator[str]:
        return iter(self._place)

    def __len__(self) -> int:
        return len(self._place)

    def column(self, name: str) -> Sequence[str]:
        """The cells of a column, in the order of the rows.

        Args:
            name: one of the head's.
        """
        return self._columns[self._head.index(name)]

    def place(self, first: str) -> int:
        """Where the row stands that begins with that cell: its place in each column.

        Args:
            first: the cell.
        """
        return self._place[first]

    def two(self, name: str) -> dict[str, str]:
        """Two columns: the first cell of each row to that of another column.

        Args:
            name: the other column's.
        """
        return dict(zip(self, self.column(name), strict=True))

    def patched(self, rows: Mapping[str, Row], gone: frozenset[str]) -> Table:
        """The table with other rows and some more, and without some.

        Args:
            rows: what is put in, by first cell.
            gone: the first cells of the rows that are left out.
        """
        kept = {cells[0]: cells for cells in zip(*self._columns, strict=True)}
        kept |= {first: tuple(row[name] for name in self._head) for first, row in rows.items()}
        return Table(self._head, (cells for first, cells in kept.items() if first not in gone))
