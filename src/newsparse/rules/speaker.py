"""The rules of the speaker stages."""

from __future__ import annotations

from newsparse.rules.rule import Rule


def _rule(name: str, why: str, hits: tuple[str, ...], misses: tuple[str, ...]) -> Rule:
    return Rule(name=name, finds="speaker", why=why, hits=hits, misses=misses)


_NAMES = (
    _rule(
        "speaker.name.full",
        "A source that is a full name names its speaker itself, titles and offices aside.",
        ("“The pier will hold,” said Harbor Commissioner Odile Vantree.", "Runa Skeld said the guide had left."),
        ("She said the pier would hold.", "The harbor office said the pier would hold."),
    ),
    _rule(
        "speaker.name.short",
        "A surname, given name, acronym or shortened name stands for the longer name that the article has.",
        (
            "Odile Vantree runs the harbor. “The pier will hold,” Vantree said.",
            "The Northern Ferry Council met on Monday. The NFC said that no ferry would sail.",
        ),
        ("Odile Vantree runs the harbor. “The pier will hold,” she said.",),
    ),
    _rule(
        "speaker.name.pair",
        "Two names joined by “and” speak together.",
        ("“We lost the whole orchard,” said Ansel Torvane and Brigid Moyle.",),
        ("“We lost the whole orchard,” said Ansel Torvane.",),
    ),
)

_PRONOUNS = (
    _rule(
        "speaker.pronoun.salience",
        "A pronoun stands for whoever is most in mind among those whom its gender and number allow: "
        "the last to speak, the subject before the object, the near before the far.",
        (
            "Mayor Ingrid Vale met her predecessor, Corin Blythe. “The jail is full,” she said.",
            "Olek Varga told Mira Ashdown that the fund was empty. He said nobody had known.",
        ),
        ("It was raining. “The jail is full,” Ingrid Vale said.",),
    ),
    _rule(
        "speaker.relative.head",
        "A relative pronoun stands for the noun phrase right before it.",
        ("The letter was for Mira Ashdown, who said that the fund was empty.",),
        ("Mira Ashdown said that the fund was empty.",),
    ),
    _rule(
        "speaker.author",
        "Outside quotation marks, “I” is the writer.",
        ("I think the council was right to wait.",),
        ("“I think the council was right to wait,” Mira Ashdown said.",),
    ),
    _rule(
        "speaker.quoted_self",
        "Inside a quotation, “I” is whoever speaks the quotation.",
        ("Mira Ashdown said that I think the council was right.",),
        ("I think the council was right to wait.",),
    ),
)

_NOMINALS = (
    _rule(
        "speaker.nominal.itself",
        "A group, office or document that nothing names more fully is its own speaker, by its noun phrase.",
        ("Three officials said the bridge would reopen.", "Residents of the valley said the road was gone."),
        ("Runa Skeld said the bridge would reopen.",),
    ),
    _rule(
        "speaker.nominal.office",
        "An office with “the” is the person or body that the article gave that office.",
        ("Chancellor Ilse Kern spoke on Monday. The chancellor said the tax would go.",),
        ("Chancellor Ilse Kern spoke on Monday. Kern said the tax would go.",),
    ),
    _rule(
        "speaker.nominal.repeated",
        "A noun with “the” is the last one that had this noun and nothing that tells them apart.",
        ("A source close to the board said a sale was near. The source said a buyer had been found.",),
        ("A source close to the board said a sale was near. Another source said no buyer had been found.",),
    ),
    _rule(
        "speaker.nominal.document",
        "A report, poll or letter with “the” is the last such document, whatever fits one kind of document being one.",
        ("A Ridgeway Institute survey found that rents had doubled. The survey showed that wages had not.",),
        ("A Ridgeway Institute survey found that rents had doubled.",),
    ),
    _rule(
        "speaker.nominal.gender",
        "“The woman” or “the man” is whoever of that sex is most in mind.",
        ("Mira Ashdown walked in at noon. The woman said the fund was empty.",),
        ("Olek Varga walked in at noon. Varga said the fund was empty.",),
    ),
    _rule(
        "speaker.nominal.variation",
        "Newspapers vary a name with a description: a person nominal with “the” that nobody else fits "
        "is the one clearly most in mind.",
        (
            "Mira Ashdown said the fund was empty. “Nobody knew,” Ashdown said. "
            "The veteran treasurer said more would follow.",
        ),
        ("Mira Ashdown said the fund was empty. A treasurer said more would follow.",),
    ),
    _rule(
        "speaker.nominal.pair",
        "A plural office with “the” is the last pair that holds that office.",
        (
            "Senators Dana Ortiz and Corin Blythe opposed the bill. Ms. Ortiz and Mr. Blythe said it was too long. "
            "The senators said they would vote no.",
        ),
        ("Senator Dana Ortiz opposed the bill. Ortiz said it was too long.",),
    ),
    _rule(
        "speaker.nominal.body",
        "“The company” or “the agency” is the body most in mind.",
        ("Fenwick Broadcasting said it would close in May. The company said the towers would stay.",),
        ("A company said the towers would stay.",),
    ),
    _rule(
        "speaker.nominal.named_later",
        "The opening sentence often leaves a name out that comes later with the same office.",
        ("A judge said the mill must close. Judge Ines Orth gave no date.",),
        ("A baker said the mill must close. Judge Ines Orth gave no date.",),
    ),
    _rule(
        "speaker.nominal.first_name",
        "An article's one unnamed woman or man is the one whom it later calls by a given name alone.",
        (
            "A woman from the valley left on Monday. The woman said the road was gone. "
            "Deborah said it would be rebuilt.",
        ),
        ("A woman from the valley said the road was gone.",),
    ),
)

_UNNAMED = (
    _rule(
        "speaker.bare_quotation.subject_before",
        "A quotation without a tag is spoken by the person whom the sentence before it brings on.",
        ("Minister Tove Arnfeld rose to speak. “We inherited an empty treasury and a full jail.”",),
        ("“We inherited an empty treasury,” said Tove Arnfeld.",),
    ),
    _rule(
        "speaker.bare_quotation.continues",
        "A quotation without a tag goes on with the last speaker.",
        ("“We inherited an empty treasury,” said Tove Arnfeld.\n\n“Nobody told us what was owed, or to whom.”",),
        ("“We inherited an empty treasury,” said Tove Arnfeld.",),
    ),
    _rule(
        "speaker.participle",
        "A participle without a subject of its own has that of the verb of saying before it.",
        ("Tove Arnfeld said the treasury was empty, adding that more would follow.",),
        ("Tove Arnfeld said the treasury was empty.",),
    ),
    _rule(
        "speaker.transcript",
        "In a transcript with Q and A, the answers are those of the person interviewed.",
        (
            "This is an interview with canal engineer Brede Holm.\n\n"
            "Q: Did the board see the report?\nA: Some of us did.",
        ),
        ("Brede Holm said the board saw the report.",),
    ),
)

SPEAKER_RULES: tuple[Rule, ...] = (*_NAMES, *_PRONOUNS, *_NOMINALS, *_UNNAMED)
