"""The command `newsparse`: one module a subcommand, and `read` for the plain `newsparse FILE`."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

COMMANDS = ("batch", "stats", "view")
"""The subcommands: each is a module of this package, and its `run` takes the arguments after the name."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: the arguments; those of the process without it. Where the first is a subcommand's name, that one runs
            (a file of such a name is read as `./view`).

    Returns:
        The exit status: 0; 1 where a batch had errors; 2 where a file or an argument is no good (one line on stderr
        says why); 130 where it was stopped with Ctrl-C.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    name = given.pop(0) if given and given[0] in COMMANDS else "read"
    if sys.stderr is None:  # closed by whoever started us: what there is to say is said to nobody
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    try:
        status: int = importlib.import_module(f"newsparse.cli.{name}").run(given)
    except KeyboardInterrupt:
        return 130
    return status
