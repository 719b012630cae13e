"""The rules of the header stage."""

from __future__ import annotations

from newsparse.rules.rule import Rule


def _rule(name: str, why: str, hits: tuple[str, ...], misses: tuple[str, ...]) -> Rule:
    return Rule(name=f"header.{name}", finds=name.split(".")[0], why=why, hits=hits, misses=misses)


_STORY = "\n\nThe harbour board voted on Monday to close the eastern line, its chair said after the meeting had ended."

_HEADLINES = (
    _rule(
        "headline.first_line",
        "A first line parted from the prose below it, and no sentence of the story, is the title.",
        (
            "Ferry line drops night sailings" + _STORY,
            "Old Harbour Line To Close." + _STORY,
            "Ferry line drops night sailings;\nIslanders are angry." + _STORY,
        ),
        (
            "The board closed the line, Dana Ortiz said.\n\nShe gave no reason, though she was asked for one by many.",
            "“No,” said Ortiz." + _STORY,
            "Officials say the bridge will reopen by June.",
        ),
    ),
    _rule(
        "headline.above_byline",
        "Of the lines above byline and date, the headline is the one that the address spells, else the first that "
        "has the length of one.",
        ("News\nFerry line drops night sailings\nBy Ann Lee" + _STORY,),
        ("By Ann Lee" + _STORY, "Ann Lee\n2 hours ago"),
    ),
    _rule(
        "headline.repeated",
        "Pages print the headline twice: in the path or the sharing box, and above the story.",
        (
            "Home Ferry line drops night sailings\nNews\nFerry line drops night sailings\nBy Ann Lee" + _STORY,
            "Ferry line drops night sailings\n\nFerry line drops night sailings\n\nBy Ann Lee" + _STORY,
        ),
        ("News\nFerry line drops night sailings\nBy Ann Lee" + _STORY,),
    ),
)

_BELOW = (
    _rule(
        "standfirst.second_line",
        "A second line right below the title, with a blank line after it, goes on with the title.",
        ("Ferry line drops night sailings;\nIslanders are angry." + _STORY,),
        ("Ferry line drops night sailings" + _STORY,),
    ),
    _rule(
        "standfirst.below_headline",
        "A line between headline and byline that says something sums the story up.",
        ("Ferry line drops night sailings\n\nIslanders say they were never asked\n\nBy Ann Lee" + _STORY,),
        ("Ferry line drops night sailings\n\nBy Ann Lee" + _STORY,),
    ),
    _rule(
        "field.labelled",
        "Databases and feeds print labels before what they hold: two such lines and more are an export's fields.",
        ("Title: Ferry line drops night sailings\nSection: News\nAuthor: Ann Lee\nLength: 214 words" + _STORY,),
        ("Title: a word that means little\n\nFerry line drops night sailings\n\nBy Ann Lee" + _STORY,),
    ),
    _rule(
        "section.above_headline",
        "A few words above the headline name the part of the paper.",
        ("Harbour & Sea\n\nFerry line drops night sailings\n\nBy Ann Lee" + _STORY,),
        ("Ferry line drops night sailings\n\nBy Ann Lee" + _STORY,),
    ),
)

_BYLINES = (
    _rule(
        "byline.by_line",
        "“By” and its like before capitalised names, in a line that is no sentence, tell who wrote it.",
        (
            "By Ann Lee",
            "By ABBY KIRBY, TOBY SELWYN and RUBY HARE",
            "By Ann Lee and Bob Ray, Norpress",
            "Words by Kofi Mensah-Bright (@kmbright), Harbour Editor",
            "By Ann Lee with Bob Ray",
            "By Old Town Committee on Fish and Ice",
        ),
        ("By Tuesday the water had gone and the road was open.", "By the river they waited."),
    ),
    _rule(
        "byline.label_line",
        "Pages set “By” on a line of its own and the name on the next.",
        ("Ferry line drops night sailings\n\nBy\nAnn Lee\nMay 3, 2021", "Author of the article:\nAnn Lee\nMay 3, 2021"),
        ("By Ann Lee",),
    ),
    _rule(
        "byline.bare_name",
        "A name alone on the line beside a date, or in the date's own line, is the author's.",
        ("Ann Lee\n2 hours ago", "Ann Lee, Harbour TODAY\nMay 3, 2021", "Ann Lee Political Correspondent\n3 May 2021"),
        ("Ann Lee said so.\nMay 3, 2021", "Middle East\nMay 3, 2021"),
    ),
    _rule(
        "byline.name_and_role",
        "A name with a writer's job title, at the top, is a byline without “by”.",
        ("Ned Farrow, Senior Reporter", "Ann Lee, Harbour Correspondent"),
        ("Ned Farrow, senior reporter, spoke first.", "Ned Farrow"),
    ),
    _rule(
        "byline.closing",
        "Agencies end a story with those who reported, wrote and edited it.",
        ("(Reporting by Ann Lee; Editing by Bob Ray)", "Additional reporting by Ann Lee in Tarn and Bob Ray."),
        ("Reporting the theft by phone took an hour.",),
    ),
    _rule(
        "byline.contributed",
        "“Contributed reporting” at the end of a line of names tells who helped.",
        ("Ann Lee contributed reporting.", "Norpress writers Ann Lee in Tarn and Bob Ray contributed to this report."),
        ("The storm contributed to this year's losses.",),
    ),
)

_DATES = (
    _rule(
        "date.published",
        "A date in a line of the header, labelled as publication or not labelled, is the day of publication.",
        (
            "Published 3:14 p.m. ET Nov. 12, 2021",
            "Wednesday, Dec 8, 2021 - 07:45 AM",
            "25/12/19",
            "Ferry line drops night sailings\nAnn Lee / 3 May 2021 / 4:30 pm",
        ),
        (
            "The trust may fold, and Norma Mayhew may sit out the sun-drenched march.",
            "03/04/2021",
            "Posted three weeks ago",
            "How to dry mushrooms\nBy Ann Lee\n\nSlice them thin.\n\n© 2024 Tarn Media. All rights reserved.",
        ),
    ),
    _rule(
        "date.updated",
        "A date or time that a label says is the last change is not the day of publication.",
        (
            "Published 9:00 a.m. Nov. 12, 2021 | Updated 9:02 a.m. Nov. 13, 2021",
            "Ann Lee\nMay 3, 2021 1:55 am\n(Updated 4:30 am)",
        ),
        ("Published 9:00 a.m. Nov. 12, 2021",),
    ),
    _rule(
        "date.in_dateline",
        "Without a date in the header, the day in the dateline is the day of the story.",
        ("TALLMARK and OSTHAVEN (March 22, 2019) — Two ferry lines merged on Friday.",),
        ("OSTHAVEN (Norpress) — Two ferry lines merged on Friday.",),
    ),
    _rule(
        "dateline.capitals",
        "A place in capitals and a dash before the first sentence tell where the story was filed.",
        (
            "OSTHAVEN — Two ferry lines merged on Friday, the board said.",
            "OSTHAVEN, Tarn (AP) — Two ferry lines merged on Friday, the board said.",
            "TALLMARK/OSTHAVEN (Reuters) - Two ferry lines merged on Friday.",
        ),
        (
            "BREAKING — Two ferry lines merged on Friday.",
            "NATO — the alliance — met on Friday.",
            "ORTIZ: We will not close the line before June, and I have said so before, more than once.",
        ),
    ),
    _rule(
        "dateline.beside_date",
        "A place beside the date in the header tells where the story was filed.",
        (
            "Ferry line drops night sailings\nBy Ann Lee\n21 October 2025 • Osthaven, Ireland" + _STORY,
            "Ferry line drops night sailings\nPublished - May 03, 2024 09:34 am IST - NEW DELHI" + _STORY,
        ),
        ("Ferry line drops night sailings\nBy Ann Lee\n21 October 2025 • Harbour Life" + _STORY,),
    ),
    _rule(
        "dateline.agency",
        "A place before an agency's name in brackets and a dash is a dateline, in capitals or not.",
        (
            "Osthaven (AFP) – Two ferry lines merged on Friday, the board said.",
            "Osthaven, May 3, 2021 — Two ferry lines merged on Friday.",
        ),
        ("Ann Lee (the chair) – she has resigned – said no.", "Dana Ortiz — The chair — left."),
    ),
)

_PICTURES = (
    _rule(
        "credit.label",
        "A line that opens with “Photo:” or its like names who made a picture.",
        ("Photograph by Ann Lee", "Image Credits: Tarn Museum"),
        ("Photographs of the wreck were shown to the jury.",),
    ),
    _rule(
        "credit.line",
        "A line of names with a picture agency among them, and nothing else, is a credit.",
        ("EPA, via Shutterstock", "Ann Lee/Getty Images"),
        ("Reuters reported it first.",),
    ),
    _rule(
        "credit.caption",
        "A line that ends in a maker's name with an agency or “Photo” is the caption of a picture.",
        (
            "A ferry leaves Osthaven at dawn. (Photo: Ann Lee/Norpress)",
            "A ferry leaves Osthaven at dawn on Monday. Ann Lee/Getty Images",
        ),
        ("The ferry left Osthaven at dawn (it was late).",),
    ),
    _rule(
        "credit.above_credit",
        "A line right above a credit tells what its picture shows.",
        ("Ferry line drops night sailings\n\nBy Ann Lee\n\nA ferry at dawn\nAnn Lee/Getty Images" + _STORY,),
        ("Ferry line drops night sailings\n\nBy Ann Lee\n\nA ferry at dawn" + _STORY,),
    ),
    _rule(
        "correction.opening",
        "Corrections and editors' notes open with set phrases.",
        (
            "Correction: An earlier version of this article misstated the ferry's age.",
            "This story has been updated to add the board's reply.",
        ),
        ("The correction was sent to the board on Friday.",),
    ),
)

_FURNITURE = (
    _rule(
        "furniture.phrase",
        "Buttons and boxes of a page say the same few things as whole lines.",
        ("Share this article", "Join the conversation", "More from the Tarn Post", "← All stories"),
        ("She would share this article.",),
    ),
    _rule(
        "furniture.button_row",
        "A short line of nothing but words for buttons and figures is a row of buttons.",
        ("Facebook Email X LinkedIn Copy link", "4 minute read", "Share14K"),
        ("Read the minutes and save the email.", "Comment is free"),
    ),
    _rule(
        "furniture.slug",
        "Wires put slugs and advisories for editors above a story.",
        (
            "BC-EU--Norland-Ferries, 2nd Ld-Writethru, 410",
            "NORLAND-FERRIES/ (UPDATE 2)",
            "Eds: UPDATES with the board's reply.",
        ),
        ("AFL-CIO", "TALLMARK/OSTHAVEN (Reuters) - Two ferry lines merged on Friday."),
    ),
    _rule(
        "furniture.end_mark",
        "Signs below a story tell that it ends, or who handled it.",
        ("(END)", "End of Document", "al/br", "SOURCE Harbour Foods, Inc."),
        ("The end.", "Source: a letter from the board, which said no."),
    ),
    _rule(
        "furniture.count",
        "Counts of words, pictures, comments and minutes are the page's.",
        ("412 words", "1 of 12 |", "4-Minute Listen"),
        ("She used 412 words.", "One of 12 people came."),
    ),
    _rule(
        "furniture.address",
        "Lines below a story tell where its writer can be reached.",
        (
            "Follow Ann Lee on Twitter: @annlee",
            "Ann Lee covers the port for the Tarn Post. Reach her at a.lee@tarnpost.example.",
        ),
        ("She could not be reached at home on Friday.", "Follow the money, the board's chair told its members."),
    ),
    _rule(
        "furniture.contact",
        "Names and numbers below “Media contact” are to be asked and wrote nothing.",
        ("Media Contact:\nAnn Lee\npress@tidepool.example\n\nFerry line drops night sailings\nMay 3, 2021" + _STORY,),
        ("Contact with the ferry was lost at noon, the harbour board said.\n\nAnn Lee\nMay 3, 2021",),
    ),
    _rule(
        "furniture.opening",
        "Boxes about subscriptions, rights and other stories open with set phrases.",
        ("© 2024 Tarn Media. All rights reserved.", "Sign up for our harbour letter"),
        ("Signs up and down the coast were lost.",),
    ),
    _rule(
        "furniture.photo_line",
        "“Somebody's Photo” is the caption of an author's picture.",
        ("Ann Lee's Photo",),
        ("Ann Lee's photo was seen by the jury.",),
    ),
    _rule(
        "furniture.breadcrumbs",
        "Pages print the path to the story with signs for “under” between its steps.",
        ("Home > News > Harbour",),
        ("The harbour is > 90 m deep.",),
    ),
    _rule(
        "furniture.no_words",
        "A line without any word (stars, counters of shares) is no prose.",
        ("* * *", "1747"),
        ("“...”", "?!"),
    ),
    _rule(
        "furniture.listed",
        "Short lines without a stop below “Related” are headlines of other stories.",
        ("Ferry line drops night sailings" + _STORY + "\n\nRelated articles\n\nOld pier to be torn down",),
        ("Old pier to be torn down",),
    ),
    _rule(
        "furniture.headline_again",
        "Pages print the headline again inside the story, in boxes and below videos.",
        ("Ferry line drops night sailings" + _STORY + "\n\nFerry line drops night sailings" + _STORY,),
        ("Ferry line drops night sailings" + _STORY,),
    ),
    _rule(
        "furniture.page_top",
        "Dozens of short lines above the first line that shares its words with the story are a page's menus.",
        ("\n".join(f"Item {i}" for i in range(30)) + "\nHarbour board votes to close line\nBy Ann Lee" + 3 * _STORY,),
        ("\n".join(f"Item {i}" for i in range(9)) + "\nHarbour board votes to close line\nBy Ann Lee" + 3 * _STORY,),
    ),
    _rule(
        "furniture.nobody",
        "“By staff” and its like name nobody.",
        ("By Staff Reporter", "By Staff and wire reports", "By Our Correspondent"),
        ("By Ann Lee, Staff Reporter", "By the staff of the ferry, who had waited for an hour, no answer was heard."),
    ),
    _rule(
        "furniture.foot",
        "Below the last prose, what follows a label such as “Most read” and is no sentence is the page's.",
        ("Ferry line drops night sailings" + _STORY + "\n\nMost read\n\nWill the pier fall?\n\nWho pays?",),
        ("Ferry line drops night sailings" + _STORY + "\n\nWill the pier fall?",),
    ),
    _rule(
        "furniture.rest_of_line",
        "What a line of names and dates holds besides them belongs to the page.",
        ("Ferry line drops night sailings\nPublished Nov. 12, 2021 | 4 minute read",),
        ("Ferry line drops night sailings\nPublished Nov. 12, 2021",),
    ),
    _rule(
        "furniture.top_line",
        "A short line among those of the header that is none of its parts and no sentence belongs to the page.",
        ("Ferry line drops night sailings\n\nBy Ann Lee\n\nEastern Pier" + _STORY,),
        ("Ferry line drops night sailings\n\nBy Ann Lee" + _STORY,),
    ),
)

HEADER_RULES: tuple[Rule, ...] = (*_HEADLINES, *_BELOW, *_BYLINES, *_DATES, *_PICTURES, *_FURNITURE)
