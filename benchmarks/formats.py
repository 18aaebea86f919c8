"""Read samples of many formats and compare with what is expected of each: `python benchmarks/formats.py FOLDER`.

The folder holds `expectations.json`: a list of `{"file", "articles", "expected": [{"title", "date", "outlet", "author",
"section", "headings", "body", "first_words", "last_words", "must_not"}]}`. Prints a row per file: `+` right, `-` wrong,
`.` not asked for; then the shares.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import stimmlage as sl
from stimmlage.errors import StimmlageError

ASKED = ("articles", "title", "date", "outlet", "author", "headings", "words", "first", "last", "clean")
WORDS = 0.97
"""The share of the words of a body that must be there in order."""


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"\w+", text)


def in_order(expected: str, found: str) -> float:
    """Return which share of the expected words is found, in their order."""
    matcher = difflib.SequenceMatcher(None, words(expected), words(found), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / max(len(words(expected)), 1)


def answers(expected: dict[str, Any], row: dict[str, Any], headings: list[str]) -> dict[str, bool]:
    """Compare an article with what is expected of it."""
    found: dict[str, bool] = {}
    for name in ("title", "date", "outlet", "author"):
        wanted = expected.get(name)
        if wanted is not None:
            given = str(row[name])
            found[name] = all(part in given for part in wanted) if isinstance(wanted, list) else given == wanted
    text = row["text"]
    if "headings" in expected:
        found["headings"] = headings == expected["headings"]
    if "body" in expected:
        found["words"] = in_order(expected["body"], text) >= WORDS
    if "first_words" in expected:
        found["first"] = expected["first_words"] in text
    if "last_words" in expected:
        found["last"] = text.rstrip().endswith(expected["last_words"])
    if "must_not" in expected:
        found["clean"] = not any(word in text for word in expected["must_not"])
    return found


def of_file(folder: Path, entry: dict[str, Any]) -> tuple[dict[str, list[bool]], str]:
    """Read a file; return the answers to all that is asked of its articles, and what went wrong."""
    asked: dict[str, list[bool]] = {name: [] for name in ASKED}
    try:
        corpus = sl.read(folder / entry["file"])
    except StimmlageError as error:
        return asked, str(error)
    table = corpus.documents
    asked["articles"].append(len(table) == entry["articles"])
    wrong = []
    for expected, row in zip(entry["expected"], table.to_dict("records")):
        sections = corpus.sections[corpus.sections["doc_id"] == row["doc_id"]]
        for name, right in answers(expected, row, [h for h in sections["heading"] if h]).items():
            asked[name].append(right)
            if not right and name in expected:
                wrong.append(f"{name}: {row.get(name, '')!r}, expected {expected[name]!r}")
            elif not right:
                wrong.append(name)
        wrong += [row["problem"]] if row["problem"] else []
    return asked, "; ".join(dict.fromkeys(wrong))


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="samples, with expectations.json")
    folder = parser.parse_args().folder
    total, right = Counter[str](), Counter[str]()
    print(f"{'file':42} {' '.join(name[:5].ljust(5) for name in ASKED)}  what is wrong")
    for entry in json.loads((folder / "expectations.json").read_text("utf-8")):
        if not entry.get("expected") or "articles" not in entry:
            continue
        asked, wrong = of_file(folder, entry)
        cells = ["." if not asked[name] else "+" if all(asked[name]) else "-" for name in ASKED]
        print(f"{entry['file']:42} {' '.join(cell.ljust(5) for cell in cells)}  {wrong[:160]}")
        for name in ASKED:
            total[name] += len(asked[name])
            right[name] += sum(asked[name])
    print("; ".join(f"{name} {right[name]}/{total[name]}" for name in ASKED))
    return 0


if __name__ == "__main__":
    sys.exit(main())
