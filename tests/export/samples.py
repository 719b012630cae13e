"""Articles that the exports are tried on: plain, hostile, and every example of the table of rules."""

from __future__ import annotations

import functools

from newsparse import Article, parse
from newsparse.rules import RULES

BRIDGE = """\
A Second Bridge for Harbour Town

By Lena Hartwell
March 14, 2024

TARN (Reuters) - "The bridge is two years late," Dana Ortiz, the town's treasurer, told reporters on Monday. "It is \
also too short."

She warned that the council has "no money at all" for a second one. The ministry said that Ortiz had denied it.

The so-called "fast lane" opened in May. Ilse Kern, who runs the ferry, hopes to stay in business.

Ortiz did not say that the ferry would close.

(Editing by Bo Carr)
"""
EMOJI = (
    "\U0001f6a2\U0001f6a2 “It holds \U0001f389,” Dana Ortiz said. "
    "Ilse Kern said that e\u0301 and \U0001f1e6\U0001f1f9 stay."
)
HOSTILE = (
    '"</script><script>alert(1)</script> & <b>all</b>," Dana "x" Ortiz said.\r\n\r\n'
    "Ortiz said ]]> that <it> & &amp; hold."
)
GERMAN = """\
Zweite Brücke für Hafenstadt

Von Lena Hartwig

14. März 2024

HAFENSTADT (dpa) - „Die Brücke kommt zu spät“, sagte Dana Ortiz am Montag.
"""
STRANGE = (
    "",
    " \n\t ",
    "\x00\x01\x0b\x0c\x1f\x85\u2028\u2029\ufffe\uffff",
    '\ud83d Ortiz said that \udc00 it \ud800 holds. "It\x00 holds," Ortiz said.',
    '"It\u2028holds\x0band\x1cholds," Dana Ortiz said.\r\rKern said it did not.',
    '=1+1, Ortiz said.\n\n"=cmd|A1," Ortiz said.\n\n- No, Kern said.\n\n@home, Kern said.\n\n+1, Ortiz said.',
)


@functools.cache
def articles() -> dict[str, Article]:
    """Each read once."""
    texts = {"bridge": BRIDGE, "emoji": EMOJI, "hostile": HOSTILE}
    texts |= {f"strange-{i}": text for i, text in enumerate(STRANGE)}
    texts |= {f"{rule.name}-{i}": text for rule in RULES.values() for i, text in enumerate((*rule.hits, *rule.misses))}
    return {"german": parse(GERMAN, language="de"), **{name: parse(text) for name, text in texts.items()}}
