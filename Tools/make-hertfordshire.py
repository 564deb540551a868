#!/usr/bin/env python3
"""Write the board's rules of one real, published constitution as a folder of readable text.

    python3 Tools/make-hertfordshire.py [FOLDER]

FOLDER  where to write; default Examples/hertfordshire-and-west-essex beside
        this script's folder.

NHS Hertfordshire and West Essex Integrated Care Board ended on 31 March 2026, so
every row ends there. Chapters 2, 3, 5, 7 and 9 of its constitution could be read;
chapters 4, 6 and 8 and the standing orders could not. What they settle is left
out, and no list is claimed to be complete: the rules then say what they lack.
Each clause is put in our words, in one sentence.
"""
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from northmoor.sheets import BOTH, Tables, readme  # noqa: E402

BOARD, BEGAN, ENDED = "icb.hertfordshire-and-west-essex", "2022-07-01", "2026-04-01"
SITE = "https://hertsandwestessex.icb.nhs.uk"
ID = "hertfordshire-and-west-essex"

SEATS = [  # 2.1.3 to 2.1.6: the least a board has
    ("chair", "chair", "Chair"), ("chief-executive", "chief-executive", "Chief executive"),
    ("partner-trusts", "partner-trust", "Partner member, NHS trusts and foundation trusts"),
    ("partner-practices", "partner-primary-medical", "Partner member, primary medical services"),
    ("partner-councils", "partner-council", "Partner member, local authorities"),
    ("non-executive-1", "non-executive", "Non-executive member"), ("non-executive-2", "non-executive", "Non-executive member"),
    ("finance-director", "finance-director", "Chief finance officer"),
    ("medical-director", "medical-director", "Medical director"), ("nursing-director", "nursing-director", "Director of nursing"),
]
CLAUSES = [  # (number, setting, value, what it says)
    ("2.1.4", "none", "", "The board is unitary: its members answer together for all its decisions"),
    ("2.1.6", "none", "", "Partner members bring the knowledge of their sector"),
    ("2.1.7", "none", "", "Partner members do not act as delegates of their sector"),
    ("3.1.1", "none", "", "Members meet the fit and proper person test and accept the seven principles of public life"),
    ("3.2.1", "none", "", "A member of Parliament cannot be a member of the board"),
    ("3.2.3", "none", "", "Nor can somebody sentenced to three months or more in prison in the five years before"),
    ("3.2.4", "none", "", "Nor can somebody under a bankruptcy restrictions order"),
    ("3.2.5", "none", "", "Nor can somebody dismissed by a health service body in the five years before, but for redundancy"),
    ("3.2.6", "none", "", "Nor can somebody whose term in such an office was ended for cause"),
    ("5", "none", "", "Standing orders stand in the constitution, standing financial instructions in the handbook"),
    ("7.3", "none", "", "The constitution, the handbook, the conduct policy, the registers, the complaints process and the audited "
     "accounts are published"),
    ("7.3.1", "none", "", "The board meets in public, and so do committees made up of board members only or of all of them"),
    ("7.3.2", "none", "", "Papers and minutes of meetings in public are published"),
    ("9", "involvement-principles", "10", "The ten principles of working with people and communities are adopted"),
    ("publication scheme", "paper-days", "7", "Papers are out seven days before a meeting"),
]


def main(arguments):
    folder = arguments[0] if arguments else os.path.join(HERE, "..", "Examples", ID)
    book = Tables(source="hwe-constitution")
    book.put("source", "hwe-constitution", title="Constitution, chapters 2, 3, 5, 7 and 9; publication scheme",
             publisher="NHS Hertfordshire and West Essex Integrated Care Board", address=f"{SITE}/us/constitution/2",
             note="Historic: the board ended on 31 March 2026. The day of the version is not on the pages; its terms are those of "
             "the model constitution and are taken to be in force from the board's first day. Put in our words")
    common = dict(certainty="derived")
    book.put("constitution", f"{ID}.constitution", BEGAN, ENDED, **common, body=BOARD, version="as published",
             name="NHS Hertfordshire and West Essex Integrated Care Board", address=f"{SITE}/us/constitution")
    book.put("group", f"{ID}.board", BEGAN, ENDED, **common, name="Board of NHS Hertfordshire and West Essex", sort="board",
             bodies=[BOARD], competence="deciding", in_public=True)
    for seat, role, title in SEATS:
        book.put("seat", f"{ID}.board.{seat}", BEGAN, ENDED, **common, group=f"{ID}.board", role=role, title=title, voting=True)
    for number, setting, value, text in CLAUSES:
        name = number.replace(" ", "-").replace(".", "-")
        source = "hwe-constitution#" + ("publication-scheme" if number.startswith("pub") else f"clause={number}")
        book.put("clause", f"{ID}.clause.{name}", BEGAN, ENDED, **common, source=source, body=BOARD, number=number,
                 setting=setting, value=value, text=text)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "README.md"), "w", encoding="utf-8", newline="\n") as out:
        out.write("".join(f"{line}\n" for line in readme()))
    for file in book.files():
        with open(os.path.join(folder, f"{file}.tsv"), "w", encoding="utf-8", newline="\n") as out:
            out.write("".join(f"{line}\n" for line in [book.header(file), *book.lines(file, BOTH)]))


main(sys.argv[1:])
