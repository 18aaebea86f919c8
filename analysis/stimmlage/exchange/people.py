"""People over a corpus: proposed from its speakers, kept in `people.toml`, laid over its tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from stimmlage.errors import OptionError
from stimmlage.exchange.files import write_whole
from stimmlage.exchange.people_file import Person, bearers
from stimmlage.language.given_names import GIVEN
from stimmlage.speakers.name_forms import slug, surname_of

_HEAD = """# People of this corpus. `aliases` are the names under which speakers stand in its tables.
# What else is said of a person (party, country, office, anything) becomes a column of `speakers`, to group by.
"""


def write_people(table: pd.DataFrame, path: str | Path) -> None:
    """Write proposed people as `people.toml`, to be read and mended.

    Parameters
    ----------
    table : DataFrame
        As `Corpus.people` gives it, or a part of it.
    path : path
        A new file; one that is there is not replaced.

    Raises
    ------
    OptionError
        If the file is there already, or the table lacks a column.
    """
    path = Path(path)
    if path.exists():
        raise OptionError(f"{str(path)!r} is there already; give another name, or move it away.")
    if missing := [c for c in ("person_id", "name", "aliases", "problem") if c not in table.columns]:
        raise OptionError(f"The table of people lacks the columns {missing}; give what corpus.people() returns.")
    parts = [_HEAD]
    for row in table[table["person_id"] != ""].to_dict("records"):
        said = [
            f"id = {_toml(row['person_id'])}",
            f"name = {_toml(row['name'])}",
            f"aliases = {_toml(list(row['aliases']))}",
        ]
        said += [f"{key} = {_toml(row[key])}" for key in ("role", "gender") if row.get(key)]
        said += [f"# {line}" for line in (row.get("evidence", ""), row["problem"]) if line]
        parts.append("[[person]]\n" + "\n".join(said) + "\n")
    write_whole(path, "\n".join(parts).encode())


def _toml(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)  # a JSON string or list of strings is one of TOML, too


def proposed(speakers: pd.DataFrame, quotations: pd.DataFrame) -> pd.DataFrame:
    """Propose who is one person over the documents; see `Corpus.people`."""
    people = speakers[speakers["kind"] == "person"]
    said = quotations.groupby("speaker_id").size()
    people = people.assign(n_quotations=people["speaker_id"].map(said).fillna(0).astype(int))
    known, alone = people[people["person_id"] != ""], people[people["person_id"] == ""]
    bearers: dict[str, set[str]] = {}
    for row in known[["person_id", "name"]].drop_duplicates().itertuples():
        bearers.setdefault(slug(surname_of(tuple(str(row.name).split()))), set()).add(row.person_id)
    genders = {key: set(part["gender"]) & {"female", "male"} for key, part in known.groupby("person_id")}
    joined: dict[str, list[str]] = {}
    apart: list[tuple[str, str]] = []
    for name, part in alone.groupby("name", sort=False):
        of_name = set() if name in GIVEN else bearers.get(slug(str(name)), set())
        marked = set(part["gender"]) & {"female", "male"}
        fitting = [key for key in sorted(of_name) if len(marked | genders[key]) < 2]
        if len(fitting) == 1 == len(of_name):
            joined.setdefault(fitting[0], []).append(str(name))
        else:
            apart.append((str(name), _why_apart(str(name), sorted(of_name), fitting)))
    rows = [
        _row(key, part, people[people["name"].isin(joined.get(key, []))], genders[key])
        for key, part in known.groupby("person_id", sort=False)
    ]
    rows += [
        _row("", people[(people["name"] == name) & (people["person_id"] == "")], people[:0], set(), problem)
        for name, problem in apart
    ]
    columns = ["person_id", "name", "aliases", "role", "gender", "n_documents", "n_quotations", "evidence", "problem"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["n_documents", "n_quotations"], ascending=False, kind="stable").reset_index(drop=True)


def _why_apart(name: str, bearers: list[str], fitting: list[str]) -> str:
    if not bearers:
        return "no full name in the corpus; two documents need not mean the same person"
    if not fitting:
        return f"{name} is of another gender than {' and '.join(bearers)}"
    return f"{name} could be {' or '.join(bearers)}"


def _row(key: str, own: pd.DataFrame, more: pd.DataFrame, genders: set[str], problem: str = "") -> dict[str, Any]:
    together = pd.concat([own, more])
    name = next((form for form in own["name"].mode() if slug(form) == key), own["name"].mode().iloc[0])
    roles = [role for role in together["role"] if role]
    if len(genders) > 1:
        problem = "the documents mark both genders: these may be two people"
    added = [f"{row.name} in {row.doc_id}" for row in more[["name", "doc_id"]].itertuples(index=False)]
    return {
        "person_id": key,
        "name": name,
        "aliases": [form for form in dict.fromkeys(together["name"]) if form != name],
        "role": max(roles, key=len) if roles else "",
        "gender": next(iter(genders)) if len(genders) == 1 else "",
        "n_documents": together["doc_id"].nunique(),
        "n_quotations": int(together["n_quotations"].sum()),
        "evidence": f"only bearer of the name in the corpus: {', '.join(added[:5])}"
        if added
        else "full name"
        if key
        else "",
        "problem": problem,
    }


def with_people(people: Sequence[Person], speakers: pd.DataFrame) -> pd.DataFrame:
    """Return the speakers with the people that are known laid over them: id, name, and what else is said of each."""
    bearer = bearers(people)
    found = [
        bearer.get(key) or bearer.get(slug(name))
        for key, name in zip(speakers["person_id"], speakers["name"], strict=True)
    ]
    more = list(dict.fromkeys(key for person in people for key in person.more))
    table = speakers.assign(
        person_id=[p.id if p else key for p, key in zip(found, speakers["person_id"], strict=True)],
        name=[p.name if p else name for p, name in zip(found, speakers["name"], strict=True)],
    )
    for key in more:
        before = table[key] if key in table.columns else [""] * len(table)
        table[key] = [p.more.get(key, was) if p else was for p, was in zip(found, before, strict=True)]
    return table


def renamed(table: pd.DataFrame, before: pd.DataFrame, after: pd.DataFrame, column: str = "speaker") -> pd.DataFrame:
    """Return a table in which speakers have the names, and the ids over the corpus, that they have now."""
    changed = ((before["name"] != after["name"]) | (before["person_id"] != after["person_id"])).to_numpy()
    if not changed.any():
        return table
    keys = list(zip(before["doc_id"][changed], before["name"][changed], strict=True))
    pairs = list(zip(table["doc_id"], table[column], strict=True))
    new = {column: dict(zip(keys, after["name"][changed], strict=True))}
    if "person_id" in table.columns:
        new["person_id"] = dict(zip(keys, after["person_id"][changed], strict=True))
    return table.assign(
        **{
            name: pd.array(
                [known.get(pair, was) for pair, was in zip(pairs, table[name], strict=True)], dtype=table[name].dtype
            )
            for name, known in new.items()
        }
    )
