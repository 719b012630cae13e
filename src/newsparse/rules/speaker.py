"""The rules of the speaker stages."""

from __future__ import annotations

from newsparse.rules.rule import Rule


def _rule(name: str, why: str, hits: tuple[str, ...], misses: tuple[str, ...]) -> Rule:
    return Rule(name=name, finds="speaker", why=why, hits=hits, misses=misses)


_NAMES = (
    _rule(
        "speaker.name.full",
        "A source that is a full name names its speaker itself, titles and offices aside.",
        (
            "“The pier will hold,” said Harbor Commissioner Renata Vantree.",
            "“The guide has left,” Sigrid Falk said.",
        ),
        (
            "She said the pier would hold.",
            "The harbor office said the pier would hold.",
        ),
    ),
    _rule(
        "speaker.name.short",
        "A surname, given name, acronym or shortened name stands for the longer name that the article has.",
        (
            "Renata Vantree runs the harbor. “The pier will hold,” Vantree said.",
            "The Northern Ferry Council met on Monday. “No ferry will sail,” the NFC said.",
        ),
        ("Renata Vantree runs the harbor. “The pier will hold,” she said.",),
    ),
    _rule(
        "speaker.name.pair",
        "Two names joined by “and” speak together.",
        ("“The roof is off,” said Edgar Lomax and Nora Keane.",),
        ("“The roof is off,” said Edgar Lomax.",),
    ),
)

_PRONOUNS = (
    _rule(
        "speaker.pronoun.salience",
        "A pronoun stands for whoever is most in mind among those whom its gender and number "
        "allow: the last to speak, the subject before the object, the near before the far.",
        (
            "Mayor Ingrid Solberg saw her rival, Robert Blythe. “The dam is full,” she said.",
            "Oskar Varga met Mira Ashdown. “Nobody had known,” he said.",
        ),
        ("It was raining. “The dam is full,” Ingrid Solberg said.",),
    ),
    _rule(
        "speaker.pronoun.ahead",
        "In a phrase in front of the subject, a pronoun looks ahead to it.",
        ("Robert Blythe wept. When he said that the dam was full, Peter Orth laughed.",),
        ("Robert Blythe wept. He said that the dam was full, and Peter Orth laughed.",),
    ),
    _rule(
        "speaker.relative.head",
        "A relative pronoun stands for the noun phrase right before it.",
        ("It was Mira Ashdown who said: “The fund is empty.”",),
        ("Mira Ashdown said that the fund was empty.",),
    ),
    _rule(
        "speaker.pronoun.own",
        "Inside quotation marks, “I” is who is quoted.",
        ("“I told him that the fund was empty,” Mira Ashdown said.",),
        ("“The council was right to wait,” I said to Mira Ashdown.",),
    ),
    _rule(
        "speaker.author",
        "Outside quotation marks, “I” is the writer.",
        ("“The council was right to wait,” I said to Mira Ashdown.",),
        ("“I think the council was right to wait,” Mira Ashdown said.",),
    ),
)

_NOMINALS = (
    _rule(
        "speaker.nominal.itself",
        "A group, office or document that nothing names more fully is its own speaker, by its noun phrase.",
        (
            "“The bridge will reopen,” three officials said.",
            "“The road is gone,” said residents of the valley.",
        ),
        ("Sigrid Falk said the bridge would reopen.",),
    ),
    _rule(
        "speaker.nominal.office",
        "An office with “the” is the person or body that the article gave that office.",
        ("Chancellor Ilse Kern spoke on Monday. “The tax will go,” the chancellor said.",),
        ("Chancellor Ilse Kern spoke on Monday. Kern said the tax would go.",),
    ),
    _rule(
        "speaker.nominal.apposition",
        "A description right behind a name and a comma tells of that name.",
        ("Then came Deborah Orlop, a student said.",),
        ("Then came a student: “The fund is empty.”",),
    ),
    _rule(
        "speaker.nominal.repeated",
        "A noun with “the” is the last one that had this noun and nothing that tells them apart.",
        ("“A sale is near,” said a source close to the board. “A buyer is found,” the source added.",),
        ("“A sale is near,” said a source close to the board. “It is off,” another source said.",),
    ),
    _rule(
        "speaker.nominal.document",
        "A report, poll or letter with “the” is the last such document, whatever fits one kind of document being one.",
        ("“Rents have doubled,” a Ridgeway Institute survey found. “Wages have not,” the survey said.",),
        ("“Rents have doubled,” a Ridgeway Institute survey found.",),
    ),
    _rule(
        "speaker.nominal.gender",
        "“The woman” or “the man” is whoever of that sex is most in mind.",
        ("Mira Ashdown walked in at noon. “The fund is empty,” the woman said.",),
        ("Oskar Varga walked in at noon. Varga said the fund was empty.",),
    ),
    _rule(
        "speaker.nominal.variation",
        "Newspapers vary a name with a description: a person nominal with “the” that nobody else "
        "fits is the one clearly most in mind.",
        (
            "“The fund is empty,” said Mira Ashdown.\n\n“Nobody knew,” Ashdown said.\n\n"
            "“More will follow,” the veteran treasurer said.",
        ),
        ("“The fund is empty,” said Mira Ashdown.\n\n“More will follow,” a treasurer said.",),
    ),
    _rule(
        "speaker.nominal.of_two",
        "“The latter” and “the former” are the two that were named last, in that order from the end.",
        ("Dana Ortiz met Bo Lind. “It is late,” the latter said.",),
        ("Dana Ortiz met Bo Lind. “It is late,” Lind said.",),
    ),
    _rule(
        "speaker.nominal.pair",
        "A plural office with “the” is the last pair that holds that office.",
        ("“It is too long,” said Senators Dana Ortiz and Colin Blythe. “We will vote no,” the senators added.",),
        ("Senator Dana Ortiz opposed the bill. Ortiz said it was too long.",),
    ),
    _rule(
        "speaker.nominal.body",
        "“The company” or “the agency” is the body most in mind.",
        ("Fenwick Broadcasting will close in May. “The towers will stay,” the company said.",),
        ("A company said the towers would stay.",),
    ),
    _rule(
        "speaker.nominal.named_later",
        "The opening sentence often leaves a name out that comes later with the same office.",
        ("“The mill must close,” a judge said. Judge Ines Orth gave no date.",),
        ("“The mill must close,” a baker said. Judge Ines Orth gave no date.",),
    ),
    _rule(
        "speaker.nominal.first_name",
        "An article's one unnamed woman or man is the one whom it later calls by a given name alone.",
        (
            "A woman from the valley left on Monday. “The road is gone,” the woman said. “It will be "
            "rebuilt,” Deborah said.",
        ),
        ("A woman from the valley said the road was gone.",),
    ),
)

_UNNAMED = (
    _rule(
        "speaker.bare_quotation.subject_before",
        "A quotation without a tag is spoken by the person whom the sentence before it brings on.",
        ("Commissioner Greta Halvard rose at last. “Nobody counted the boats that winter.”",),
        ("“Nobody counted the boats,” said Greta Halvard.",),
    ),
    _rule(
        "speaker.bare_quotation.continues",
        "A quotation without a tag goes on with the last speaker.",
        (
            "“Nobody counted the boats,” said Greta Halvard.\n\nIt rained.\n\n"
            "“The ice took nine of them in one night of that winter.”",
        ),
        ("“Nobody counted the boats,” said Greta Halvard.",),
    ),
    _rule(
        "speaker.shared_subject",
        "A participle, or a verb joined by “and”, that has no subject of its own has that of its sentence.",
        ("Calling it “a joke,” Ines Krall voted no on Monday.",),
        ("The ice is thin, according to Ines Krall.",),
    ),
    _rule(
        "speaker.transcript",
        "In a transcript with Q and A, the answers are those of the person interviewed.",
        ("This is a talk with bridge builder Sven Orlop.\n\nQ: “Will the arch hold?”\n\nA: “It held all winter.”",),
        ("Sven Orlop said the arch would hold.",),
    ),
)

SPEAKER_RULES: tuple[Rule, ...] = (*_NAMES, *_PRONOUNS, *_NOMINALS, *_UNNAMED)
