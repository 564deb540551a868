#!/usr/bin/env python3
"""Write the demonstration system, Northmoor, as a folder of readable text.

    python3 Tools/make-northmoor.py [FOLDER] [--clean]

FOLDER   where the examples lie; default Examples beside this script's folder.
--clean  write FOLDER/northmoor without the planted faults, and nothing else.

It writes
    northmoor/               what anybody may see, exactly as an export writes it
    northmoor-restricted/    fit and proper tests, for those who may see them
    northmoor-clean.tsv      the rows to take away (-) and to put in (+), fault by
                             fault, for the same system without its faults
    northmoor-faults.tsv     each planted fault, and what must be found of it
    northmoor-truth.tsv      what really happened to the series of figures

The system is held as data in Tools/northmoor: bodies, governance, powers,
meetings, selection, plans and measures. Columns are read from the Swift sources
that declare them. The same script gives the same bytes: it knows no clock, no
network and no chance.
"""
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from northmoor import bodies, governance, meetings, measures, plans, powers, selection  # noqa: E402
from northmoor.faults import FAULTS  # noqa: E402
from northmoor.sheets import MENDED, PLANTED, Tables, readme  # noqa: E402


def write_lines(path, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("".join(f"{line}\n" for line in lines))


def write_folder(book, folder, world, public):
    files = book.files(public)
    if os.path.isdir(folder):
        for name in os.listdir(folder):
            if name.endswith(".tsv") and name[:-4] not in files:
                os.remove(os.path.join(folder, name))
    for file in files:
        lines = book.lines(file, world, public)
        if lines:
            write_lines(os.path.join(folder, f"{file}.tsv"), [book.header(file), *lines])
    write_lines(os.path.join(folder, "README.md"), readme())
    shelf = os.path.join(folder, "blocks")
    if os.path.isdir(shelf):
        for name in os.listdir(shelf):
            os.remove(os.path.join(shelf, name))
    for digest, text in book.blocks[public].items():
        write_lines(os.path.join(shelf, f"{digest}.tsv"), text.splitlines())


def main(arguments):
    clean = "--clean" in arguments
    named = [argument for argument in arguments if not argument.startswith("--")]
    folder = named[0] if named else os.path.join(HERE, "..", "Examples")
    book = Tables()
    for part in (bodies, governance, powers, meetings, selection, plans, measures):
        part.write(book)
    meetings.settle(book)
    write_folder(book, os.path.join(folder, "northmoor"), MENDED if clean else PLANTED, public=True)
    if clean:
        return
    write_folder(book, os.path.join(folder, "northmoor-restricted"), PLANTED, public=False)
    write_lines(os.path.join(folder, "northmoor-clean.tsv"),
                ["fault\tsign\trow"] + [f"{fault}\t{sign}\t{line}" for fault, sign, line in book.differences()])
    write_lines(os.path.join(folder, "northmoor-faults.tsv"),
                ["fault\trule\tbody\ton\twhat"] + ["\t".join(map(str, row)) for row in FAULTS])
    write_lines(os.path.join(folder, "northmoor-truth.tsv"),
                ["measure\tsort\tfrom\twhat"] + ["\t".join(row) for row in measures.truth()])


main(sys.argv[1:])
