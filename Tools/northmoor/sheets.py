"""The tables of the record: their columns, read from the sources that declare them, and the rows put into them."""
import os
import re
from contextlib import contextmanager

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
COMMON = ["fact", "from", "until", "audience", "certainty", "source", "subject"]
SOURCE = "northmoor-demonstration"

# Whether a row stands in the demonstration alone, in its clean twin alone, or in both.
BOTH, PLANTED, MENDED = "both", "planted", "mended"


def text_in(swift):
    """The text of Swift string literals that are added together."""
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', swift))


def declared():
    """Every kind of fact by its short name: (kind with version, file, columns, meaning), as the Swift sources declare it."""
    kinds = {}
    meaning = r'meaning:\s*("(?:[^"\\]|\\.)*"(?:\s*\+\s*"(?:[^"\\]|\\.)*")*)'
    for room in sorted(os.listdir(os.path.join(ROOT, "Sources"))):
        for folder, _, names in os.walk(os.path.join(ROOT, "Sources", room)):
            for name in sorted(names):
                if not name.endswith(".swift"):
                    continue
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    text = file.read()
                for match in re.finditer(r'FactKind\(\s*"([a-z-]+)-(\d+)", file: "([a-z-]+)\.tsv",\s*columns: \[(.*?)\],\s*' + meaning,
                                         text, re.S):
                    short, version, file_name, columns, says = match.groups()
                    kinds[short] = (f"{short}-{version}", file_name, re.findall(r'"([^"]+)"', columns), text_in(says))
                for part in re.split(r"\npublic struct ", text)[1:]:
                    layout = re.search(r'Layout\(\s*\w+\(\), "([a-z-]+)-(\d+)", file: "([a-z-]+)\.tsv",\s*' + meaning, part)
                    if layout:
                        short, version, file_name, says = layout.groups()
                        columns = re.findall(r'= Column<.*?>(?:\.needed)?\(\s*"([^"]+)"', part)
                        kinds[short] = (f"{short}-{version}", file_name, columns, text_in(says))
    return kinds


KINDS = declared()


def readme():
    """The text that explains an exported folder, as an export writes it (Sources/Desk/Text/Readme.swift)."""
    with open(os.path.join(ROOT, "Sources", "Desk", "Text", "Readme.swift"), encoding="utf-8") as file:
        source = file.read()
    first = re.search(r'firstLine = "(.*?)\\n"', source).group(1)
    body = re.search(r'return firstLine \+ """\n(.*?)\n\n      """ \+ kinds', source, re.S).group(1)
    lines = [first] + [line[6:].replace("\\\\", "\\") for line in body.split("\n")]
    rows = [f"| `{file}.tsv` | {says} | {', '.join(columns)} |"
            for fact, file, columns, says in sorted(KINDS.values(), key=lambda kind: kind[1] + ".tsv") if fact != "redaction-1"]
    return lines + rows


class Fault:
    """A cell with a planted fault: what stands in the demonstration, and what in its clean twin."""

    def __init__(self, number, wrong, right):
        self.number, self.wrong, self.right = number, wrong, right


def cell(value):
    """A value as it is written in a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(cell(part) for part in value)
    text = str(value)
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


class Tables:
    """Rows by file. Each row: (world, number of the fault, line)."""

    def __init__(self, source=SOURCE):
        self.source = source
        self.rows = {}
        self.blocks = {True: {}, False: {}}
        self._world, self._fault = BOTH, None

    @contextmanager
    def planted(self, number):
        """Rows put inside stand in the demonstration and not in its clean twin."""
        self._world, self._fault = PLANTED, number
        yield
        self._world, self._fault = BOTH, None

    @contextmanager
    def mended(self, number):
        """Rows put inside stand in the clean twin and not in the demonstration."""
        self._world, self._fault = MENDED, number
        yield
        self._world, self._fault = BOTH, None

    def put(self, sheet, subject, since="", until="", /, audience="public", certainty="official", source=None, **cells):
        """Adds one fact. Columns are named with underscores for hyphens; those not named stay empty."""
        faults = {value.number for value in [since, until, *cells.values()] if isinstance(value, Fault)}
        assert len(faults) <= 1, (sheet, subject, faults)
        if faults:
            number = faults.pop()

            def side(value, name):
                return getattr(value, name) if isinstance(value, Fault) else value
            for world, name in ((self.planted, "wrong"), (self.mended, "right")):
                with world(number):
                    self.put(sheet, subject, side(since, name), side(until, name), audience=audience, certainty=certainty, source=source,
                             **{key: side(value, name) for key, value in cells.items()})
            return
        fact, file, columns, _ = KINDS[sheet]
        given = {key.replace("_", "-"): value for key, value in cells.items()}
        unknown = set(given) - set(columns)
        assert not unknown, f"{sheet} has no column {sorted(unknown)}: {columns}"
        cited = "" if sheet == "source" else source or self.source
        line = "\t".join(cell(value) for value in [fact, since, until, audience, certainty, cited, subject]
                         + [given.get(column) for column in columns])
        self.rows.setdefault((file, audience == "public"), []).append((self._world, self._fault, line))

    def shelf(self, audience):
        """The blocks of an audience, by digest."""
        return self.blocks[audience == "public"]

    def complete(self, subject, *lists, since="", until=""):
        """Claims that lists of a subject are complete. That of the checks is for those who may see them all."""
        for name in lists:
            audience = "restricted" if name == "checks" else "public"
            self.put("complete", subject, since, until, audience=audience, list=name)

    def lines(self, file, world, public=True):
        """The lines of a file in one world, sorted as an export sorts them, each once."""
        def key(line):
            fields = line.split("\t")
            return fields[6].encode(), fields[1].encode(), line.encode()
        return sorted({line for of, _, line in self.rows.get((file, public), []) if of in (BOTH, world)}, key=key)

    def files(self, public=True):
        """The files with rows of an audience."""
        return sorted(file for file, of in self.rows if of == public)

    @staticmethod
    def header(file):
        """The first line of a file."""
        columns = next(columns for _, name, columns, _ in KINDS.values() if name == file)
        return "\t".join(COMMON + columns)

    def differences(self):
        """What to take from the demonstration (-) and put into it (+) for the clean twin, fault by fault."""
        found = []
        for rows in self.rows.values():
            for world, fault, line in rows:
                if world != BOTH:
                    found.append((fault, "-" if world == PLANTED else "+", line))
        return sorted(set(found), key=lambda row: (row[0], row[1] != "-", row[2].encode()))
