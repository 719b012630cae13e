"""The rules that find attributions: who says what.

The first ten are what a cue does, by its class and by where the content stands; which of them holds is chosen by the
trained scorers of the stages cues, sources, contents and settle. The others need no cue.
"""

from __future__ import annotations

from newsparse.rules.rule import Rule

ATTRIBUTION_RULES: tuple[Rule, ...] = (
    Rule(
        name="attribution.reported.after",
        finds="quote",
        why="A clause after a verb of saying, thinking or wanting is what its subject says, thinks or wants.",
        hits=(
            "Officials say the bridge will reopen by June.",
            "Mayor Dana Ortiz said that the school would stay open.",
            "He believes that the dam is safe.",
            "The ministry announced that the fund would be closed.",
        ),
        misses=("The bridge will reopen by June.", "Ortiz spoke for an hour.", "The school stayed open all summer."),
    ),
    Rule(
        name="attribution.reported.before",
        finds="quote",
        why="A sentence that ends in a comma, a name and a verb of saying is what that name says.",
        hits=(
            "The bridge will reopen by June, officials said.",
            "The harbour is silting up faster than expected, Corin Blythe said.",
        ),
        misses=("The bridge will reopen by June, weather permitting.", "The harbour is silting up, and fast."),
    ),
    Rule(
        name="attribution.reported.around",
        finds="quote",
        why="A verb of saying and its subject between two commas cut what is said into two pieces.",
        hits=(
            "The old ferry, Ortiz said, would be sold by the end of the year.",
            "The new line, officials said, would save commuters twenty minutes.",
        ),
        misses=("The old ferry, built in 1931, would be sold by the end of the year.",),
    ),
    Rule(
        name="attribution.quoted.after",
        finds="quote",
        why="A quotation right after a name and a verb of saying is that name's.",
        hits=(
            'Ortiz said: "We will not close the school."',
            "Blythe called the plan “a gift to the builders.”",
            'Officials said that the wall was "about to fall."',
        ),
        misses=('The play "Nine Winters" opened on Friday.', 'They met at the "Blue Anchor" on Sunday.'),
    ),
    Rule(
        name="attribution.quoted.before",
        finds="quote",
        why="A quotation followed by a name and a verb of saying, in either order, is that name's.",
        hits=(
            '"We will not close the school," Ortiz said.',
            "“The ice will not hold,” said guide Runa Blythe.",
            "‘The tide’s out,’ said the warden.",
        ),
        misses=(
            '"Nine Winters" opened on Friday.',
            'The "Blue Anchor" closed its doors in May.',
            'The lane known as "the Gutter" floods.',
        ),
    ),
    Rule(
        name="attribution.quoted.around",
        finds="quote",
        why="A quotation may go on after its tag.",
        hits=(
            '"If the ice holds," said Runa Blythe, "we cross on Thursday."',
            "“The pumps,” Ortiz said, “are older than I am.”",
        ),
        misses=('The "Blue Anchor" and the "Red Lion" closed in May.',),
    ),
    Rule(
        name="attribution.noun",
        finds="quote",
        why="A noun of saying or thinking with a clause or a phrase of its own has that as its content.",
        hits=(
            "There was an allegation that the vote was bought.",
            "Nothing came of their assertion that the dam was safe.",
        ),
        misses=("The claim form must be sent by Friday.",),
    ),
    Rule(
        name="attribution.adjective",
        finds="attitude",
        why="An adjective of believing, fearing or wanting takes a clause as its content.",
        hits=("Ortiz is confident that the bridge will reopen.", "Ortiz was optimistic that the ferry would be saved."),
        misses=("Ortiz is tall.", "The river is wide and slow here."),
    ),
    Rule(
        name="attribution.phrase",
        finds="quote",
        why="Phrases such as `according to` name the source of the clause beside them.",
        hits=(
            "The dam is safe, according to a report by the ministry.",
            "According to the mayor, the dam is safe.",
        ),
        misses=("Seats were handed out according to age.", "They walked on to the dam."),
    ),
    Rule(
        name="attribution.view",
        finds="attitude",
        why="A clause framed by `in`, a possessor and a noun such as `view`, with commas, is what that one thinks.",
        hits=(
            "In the mayor's view, the dam is safe.",
            "The dam is safe, in her opinion.",
            "The dam, in Runa Blythe's eyes, is a ruin.",
        ),
        misses=("In view of the ice, the ferry stayed in port.", "The dam came into the mayor's view."),
    ),
    Rule(
        name="attribution.mark",
        finds="quote",
        why="A colon after a name, in a headline or before a quotation, stands for a verb of saying.",
        hits=(
            "Ortiz: “The dam is safe, and it always was.”",
            "The mayor: “Not while I am in office.”",
        ),
        misses=("There were three towns on the list: Tarn, Lund and Osthaven.",),
    ),
    Rule(
        name="attribution.quotation.alone",
        finds="quote",
        why="A quotation long enough for a sentence is speech even where nothing near it says who speaks.",
        hits=("“Nobody has asked the people who live beside the river what they want.”",),
        misses=(
            "The “Blue Anchor” closed in May.",
            "Her motto was “measure twice, sail once” and the crew hated it.",
            "The author of “Nine Winters and a Spring in the Far North” lives here.",
        ),
    ),
    Rule(
        name="attribution.signature",
        finds="quote",
        why="A name behind a dash, after a quotation, signs it.",
        hits=(
            "“The new pier will outlast all of us.” — Harbour master Odile Lenn",
            "“The pier is the best thing in this town.”\n\n— Ada Lunt, Tarn",
            "“The pier is the best thing in this town.” (Ada Lunt)",
        ),
        misses=("“Nine Winters” — a play in five acts",),
    ),
    Rule(
        name="attribution.label",
        finds="quote",
        why="In a transcript, an interview or a chat, each line begins with who speaks.",
        hits=(
            "Q: Did the board see the report?\nA: Some of us did.",
            "ORTIZ: The dam is safe.\nBLYTHE: It is not.",
            "[14:02] mira: anyone at the gate?\n[14:03] jonas: on my way",
            "Dana Ortiz: Who built it?\nRuna Blythe: My aunt did.\nDana Ortiz: When?",
        ),
        misses=(
            "Update 10:30: Road closed at Tarn Gate.\nNote: buses run hourly.",
            "INGREDIENTS: flour and eggs.\nMETHOD: mix and bake.",
        ),
    ),
    Rule(
        name="attribution.lead_in",
        finds="quote",
        why="A line that names a speaker and ends in a colon, before a list of quotations, gives them to that name.",
        hits=(
            "Transport minister Arvo Lenn made two promises:\n• “No new tolls.”\n• “No closures before June.”",
            "From the desk of Pella Norr, chief analyst.\n\n“Freight prices have nowhere to go but down.”",
        ),
        misses=("The list had three towns on it:\n• Tarn\n• Lund",),
    ),
)
