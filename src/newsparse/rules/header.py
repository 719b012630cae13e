"""The rules of the header stages."""

from __future__ import annotations

from newsparse.rules.rule import Rule

HEADER_RULES: tuple[Rule, ...] = ()
