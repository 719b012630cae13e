"""RULES: the one table of every rule, by name.

To add a rule, add one `Rule` to the module of what it finds; to say that a rule made something, give its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from newsparse.rules.abroad import ABROAD_RULES
from newsparse.rules.attribution import ATTRIBUTION_RULES
from newsparse.rules.header import HEADER_RULES
from newsparse.rules.page import PAGE_RULES
from newsparse.rules.rule import Rule
from newsparse.rules.speaker import SPEAKER_RULES

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.name: rule for rule in (*HEADER_RULES, *ABROAD_RULES, *ATTRIBUTION_RULES, *SPEAKER_RULES, *PAGE_RULES)}
)

__all__ = ["RULES", "Rule"]
