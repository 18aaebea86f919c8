"""What passages can be grouped by: any column of documents, sections, speakers or passages, and parts of the date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from stimmlage.errors import OptionError

MARK = "by "
DATES: dict[str, Callable[[pd.Series], pd.Series]] = {
    "year": lambda dates: dates.dt.strftime("%Y"),
    "month": lambda dates: dates.dt.strftime("%Y-%m"),
    "week": lambda dates: dates.dt.strftime("%G-W%V"),
}
"""Parts of `documents["date"]`; weeks are those of ISO 8601."""
_KEYS = ("doc_id", "speaker_id", "text", "start", "end")

Tables = Callable[[str], pd.DataFrame]


def places(
    table: Tables, by: Sequence[str], headings: bool = False, mark: str = "", several: bool = False
) -> pd.DataFrame:
    """Return the passages with the columns that they are grouped by.

    Parameters
    ----------
    table : callable
        Gives a table of the corpus by its name.
    by : sequence of str
        Columns; `section` is the heading of the section, `documents.section` that of the paper (*Politik*). In
        `speaker` and the columns of `speakers` the author's passages are called `author`, those of nobody known are
        empty.
    headings : bool
        Whether titles and headings count, too.
    mark : str
        What is put before the names of the columns, so that they are none of those of another table.
    several : bool
        Whether the corpus has several documents. A person of whom a document has no full name is then named with the
        document, since two articles' *Müller* need not be one person.

    Returns
    -------
    DataFrame
        `doc_id`, `passage_id`, `sentence_id` and the columns of `by`, a row per passage.

    Raises
    ------
    OptionError
        If a column is in none of the tables.
    """
    passages = table("passages")
    if not headings:
        passages = passages[passages["mode"] != "heading"]
    passages = passages.reset_index(drop=True)
    groups = {mark + name: _column(table, passages, name, several).to_numpy() for name in by}
    return passages[["doc_id", "passage_id", "sentence_id"]].assign(**groups)


def _column(table: Tables, passages: pd.DataFrame, name: str, several: bool) -> pd.Series:
    """Find a column for the passages in the first table that has it."""
    author = passages["voice"] == "author"
    if name == "speaker":
        names = _names(table, passages) if several else passages["speaker"]
        return names.where(~author, "author")
    if name.startswith("documents."):
        given = name.removeprefix("documents.")
        if given in table("documents").columns:
            return _joined(passages, table("documents"), ["doc_id"], given)
    if name == "section":
        headings = table("sections").rename(columns={"heading": "section"})
        return _joined(passages, headings, ["doc_id", "section_id"], "section")
    if name in passages.columns:
        return passages[name]
    documents = table("documents")
    if name in DATES and name not in documents.columns:
        documents = documents.assign(**{name: DATES[name](dates_of(documents["date"]))})
    if name in documents.columns:
        return _joined(passages, documents, ["doc_id"], name)
    speakers = table("speakers")
    if name in speakers.columns and name not in _KEYS:
        voices = speakers.rename(columns={"speaker_id": "voice"})
        return _joined(passages, voices, ["doc_id", "voice"], name).where(~author, "author")
    raise OptionError(f"`by` names {name!r}; there are {columns(table)}.")


def _names(table: Tables, passages: pd.DataFrame) -> pd.Series:
    """The names of speakers over several documents: a person without a `person_id` keeps to her document."""
    speakers = table("speakers")
    alone = speakers[(speakers["kind"] == "person") & (speakers["person_id"] == "")]
    apart = passages["voice"].isin(alone["speaker_id"])
    return passages["speaker"].where(~apart, passages["speaker"] + " (" + passages["doc_id"] + ")")


def unmarked(table: pd.DataFrame) -> pd.DataFrame:
    """Give the columns of groups their own names back."""
    return table.rename(columns=lambda name: str(name).removeprefix(MARK))


def columns(table: Tables) -> list[str]:
    """List what passages can be grouped by."""
    own = ["section", "speaker", *DATES, *table("passages").columns, *table("documents").columns]
    return list(dict.fromkeys(c for c in [*own, *table("speakers").columns] if c not in _KEYS))


def dated(documents: pd.DataFrame) -> pd.DataFrame:
    """Return the documents with year, month and week of their date, where they have no such column."""
    dates = dates_of(documents["date"])
    return documents.assign(**{name: part(dates) for name, part in DATES.items() if name not in documents.columns})


def dates_of(texts: pd.Series) -> pd.Series:
    """Read dates, written as `2026-11-26` or `26.11.2026`; what is no date is NaT."""
    texts = texts.astype("str").str.strip()
    german = texts.str.match(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}")
    plain = pd.to_datetime(texts.where(~german), errors="coerce", utc=True, format="mixed")
    return plain.fillna(pd.to_datetime(texts.where(german), errors="coerce", utc=True, dayfirst=True, format="mixed"))


def _joined(passages: pd.DataFrame, other: pd.DataFrame, keys: list[str], name: str) -> pd.Series:
    found = passages[keys].merge(other[[*keys, name]], on=keys, how="left", validate="many_to_one")[name]
    return found.fillna("") if found.dtype.kind not in "iufM" else found
