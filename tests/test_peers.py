"""The comparison with other tools, as far as it goes without them."""

from __future__ import annotations

import peer_reader
import peers


def test_ours_is_measured() -> None:
    found = peer_reader.measure("newsparse", peers.MODEL, ['"It holds," Dana Ortiz said.', "It was late."])
    assert (found["found"], found["failed"]) == (1, 0)
    assert found["seconds"] > 0
    assert found["memory"] > 1


def test_ratios_say_how_many_times_better_ours_is() -> None:
    ours = {"seconds": 2.0, "load": 0.1, "first": 0.2, "memory": 50.0, "found": 9, "failed": 0}
    theirs = {"seconds": 60.0, "load": 2.0, "first": 2.0, "memory": 600.0, "found": 3, "failed": 1}
    rows = [line.split() for line in peers.report(ours, theirs, 10)]
    assert [row[-1] for row in rows] == ["ratio", "30.0", "30.0", "20.0", "10.0", "12.0", "3", "1"]
