#!/usr/bin/env python3
"""Checks the documents: links that lead somewhere, and a coverage table that says only what is so.

    Tools/documents.py
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
COVERAGE = ROOT / "docs" / "coverage.md"
IDS = [f"X{n:02}" for n in range(1, 7)] + [f"R{n:03}" for n in range(1, 263)]
STATE = re.compile(r"done|in part|part 1|not yet \(part [1-5]\)")
UNFINISHED: set[str] = set()  # promised pictures that are not there yet


def documents() -> list[Path]:
    return sorted(
        path
        for path in ROOT.rglob("*.md")
        if not any(part.startswith(".build") for part in path.relative_to(ROOT).parts)
    )


def anchors(text: str) -> set[str]:
    """The fragment names that headings give, the way code hosts make them."""
    titles = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def broken_links(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    prose = re.sub(r"`{3,}.*?`{3,}|`[^`\n]*`", "", text, flags=re.S)
    wrong = []
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, fragment = unquote(target).partition("#")
        other = (path.parent / file).resolve() if file else path
        if not other.exists():
            if other.relative_to(ROOT).as_posix() not in UNFINISHED:
                wrong.append(f"no such file: {target}")
        elif fragment and other.suffix == ".md" and fragment not in anchors(other.read_text(encoding="utf-8")):
            wrong.append(f"no such heading: {target}")
    return wrong


def test_sources() -> str:
    files = [*ROOT.glob("Tests/**/*.swift"), *ROOT.glob("Tools/*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def coverage_faults() -> list[str]:
    wrong, seen, tests = [], Counter(), test_sources()
    for line in COVERAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not re.fullmatch(r"[RX]\d+", cells[0]):
            continue
        name = cells[0]
        seen[name] += 1
        if len(cells) != 5:
            wrong.append(f"{name}: {len(cells)} columns, not 5")
            continue
        _, _, where, test, state = cells
        if not STATE.fullmatch(state):
            wrong.append(f"{name}: the state '{state}' is not one of those above the table")
        for path in re.findall(r"`([^`]*/[^`]*)`", where):
            if not (ROOT / path).exists():
                wrong.append(f"{name}: there is no {path}")
        named = re.findall(r"`([^`]+)`", test)
        wrong += [f"{name}: no test says '{one}'" for one in named if one not in tests]
        if state in ("done", "in part") and not (where and named):
            wrong.append(f"{name}: '{state}' needs where it lives and a test, each in backquotes")
    wrong += [f"{name}: not in the table" for name in IDS if not seen[name]]
    wrong += [f"{name}: {count} times" for name, count in seen.items() if count > 1]
    wrong += [f"{name}: no such requirement" for name in seen if name not in IDS]
    return wrong


def main() -> int:
    faults = [(COVERAGE, fault) for fault in coverage_faults()]
    for path in documents():
        faults += [(path, fault) for fault in broken_links(path)]
    for path, fault in faults:
        print(f"{path.relative_to(ROOT)}: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
