"""The rules that find attributions: who says what."""

from __future__ import annotations

from newsparse.rules.rule import Rule

ATTRIBUTION_RULES: tuple[Rule, ...] = ()
