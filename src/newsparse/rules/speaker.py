"""The rules of the speaker stages."""

from __future__ import annotations

from newsparse.rules.rule import Rule

SPEAKER_RULES: tuple[Rule, ...] = ()
