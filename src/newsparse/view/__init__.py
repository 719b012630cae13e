"""An article as one self-contained page: as it reads, each quote lit, and beside it who said what.

The page asks nothing of the network, runs no script but its own (a content security policy holds it to that), and
works without any script: the notes are links, and the lists open by themselves.
"""

from newsparse.view.page import frame, page

__all__ = ["frame", "page"]
