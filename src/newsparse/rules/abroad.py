"""The rules of the header stage that hold in other languages than English."""

from __future__ import annotations

from newsparse.rules.rule import Rule

_STORY = "\n\nDer Hafenrat hat am Montag beschlossen, die Ostlinie zu schließen, wie seine Vorsitzende sagte."


def _rule(name: str, why: str, hits: tuple[str, ...], misses: tuple[str, ...]) -> Rule:
    return Rule(name=f"header.{name}", finds=name.split(".")[0], why=why, hits=hits, misses=misses, language="de")


ABROAD_RULES: tuple[Rule, ...] = (
    _rule(
        "headline.below_kicker",
        "German papers print a few words without a verb above the headline, and a summary or the byline below it.",
        (
            "Streit über den Hafen\nRat streicht Geld für Fähren\nVon Lena Hartwig" + _STORY,
            "Streit über den Hafen\nRat will bei den Fähren sparen\nVon Lena Hartwig" + _STORY,
        ),
        (
            "Rat streicht Geld für Fähren\nDie Insel wehrt sich gegen den Plan\nVon Lena Hartwig" + _STORY,
            "Rat streicht Geld für Fähren\n\nVon Lena Hartwig" + _STORY,
        ),
    ),
    _rule(
        "headline.above_summary",
        "Where the first line of some length is sentences, the two words right above it are the headline.",
        ("Hafen dicht\nRat streicht Ostlinie. Insulaner rufen zum Protest auf\nVon Lena Hartwig" + _STORY,),
        ("Lena Hartwig\nRat streicht Ostlinie. Insulaner rufen zum Protest auf\nVon Ute Kern" + _STORY,),
    ),
    _rule(
        "dateline.city",
        "A city that stories are often filed from, before a dash or full stop or in brackets, is a dateline.",
        ("Wien – Der Rat hat am Montag beschlossen, die Linie zu schließen.", "Berlin. Der Rat hat beschlossen."),
        ("Ortiz – Der Rat hat am Montag beschlossen, die Linie zu schließen.", "Ortiz. Der Rat hat beschlossen."),
    ),
)
