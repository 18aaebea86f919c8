"""Articles that are in memory already: texts, and the rows of a data frame."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from stimmlage.analysis import Analysis
from stimmlage.document import Document
from stimmlage.errors import ColumnError, InputError
from stimmlage.exchange.inputs import ID_COLUMNS, Item, analysed, items_of
from stimmlage.exchange.kinds import names_a_file, wrong_kind


@dataclass(frozen=True, slots=True)
class Kept:
    """Articles in memory, as a source of items."""

    kept: tuple[Item, ...]
    name: str = "memory"
    files: tuple[Path, ...] = ()
    text_column: str = "text"
    id_column: str | None = None

    def sha256(self) -> str:
        """Hash the names of the articles with the hashes of their files, or with their texts."""
        together = hashlib.sha256()
        for item in self.kept:
            document = item.known.document if isinstance(item.known, Analysis) else item.known
            text = "" if document is None else document.sha256 or document.source_text or document.text
            together.update(f"{item.doc_id}\0{text}\n".encode("utf-8", "surrogatepass"))
        return together.hexdigest()

    def items(self) -> Iterator[Item]:
        """Go through the articles."""
        return iter(self.kept)


def rows_of_texts(texts: Iterable[str] | Mapping[str, str], layout: bool = True) -> Iterator[Analysis | Document]:
    """Read and analyse texts, one by one.

    Raises
    ------
    InputError
        If these are no texts, or paths.
    """
    if isinstance(texts, str | bytes | pd.DataFrame) or not isinstance(texts, Iterable):
        raise InputError(f"`texts` takes a list of texts; not {wrong_kind(texts)}")
    named = texts.items() if isinstance(texts, Mapping) else ((f"text-{n}", text) for n, text in enumerate(texts, 1))
    given = [(str(name), text) for name, text in named]
    if not given:
        raise InputError("`texts` is empty; give at least one text.")
    if all(isinstance(text, str) and names_a_file(text) for _, text in given):
        raise InputError(f"{given[0][1]!r} is a file, not a text; sl.read reads a list of files.")
    return _analysed([Item(name, text=text, layout=layout) for name, text in given])


def rows_of_frame(
    table: pd.DataFrame, text: str = "text", id: str | None = None, layout: bool = True
) -> Iterator[Analysis | Document]:
    """Read and analyse the rows of a data frame, one by one.

    Raises
    ------
    InputError, ColumnError
        If this is no data frame with rows, or a column that was named is not there.
    """
    if not isinstance(table, pd.DataFrame):
        raise InputError(f"`table` takes a data frame; not {wrong_kind(table)}")
    columns = [str(column) for column in table.columns]
    if twice := [column for column in columns if columns.count(column) > 1]:
        raise ColumnError(f"The data frame has two columns {twice[0]!r}; give one of them another name.")
    for option, column in (("text", text), ("id", id)):
        if column is not None and column not in columns:
            raise ColumnError(f"The data frame has no column {column!r}; it has {columns}. Name one with `{option}`.")
    if table.empty:
        raise InputError("The data frame has no rows; give one row per article.")
    named = id or next((c for c in ID_COLUMNS if c in columns and c != text), None)
    return _analysed(
        [
            _item(number, dict(zip(columns, row, strict=True)), text, named, layout)
            for number, row in enumerate(table.itertuples(index=False, name=None), 1)
        ]
    )


def _item(number: int, row: dict[str, Any], text: str, named: str | None, layout: bool) -> Item:
    content = row.pop(text)
    name = row.pop(named, None) if named else None
    told = "" if name is None or name != name else str(name).strip()
    known = {key: _plain(value) for key, value in row.items()}
    return Item(told or f"row-{number}", text=content, metadata=known, layout=layout)


def _plain(value: Any) -> Any:
    """Return a value as a table would hold it: nothing for what is missing, a day as it is written."""
    if value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value):
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat().removesuffix("T00:00:00")
    return value.item() if hasattr(value, "item") else value


def _analysed(items: list[Item]) -> Iterator[Analysis | Document]:
    return (analysed(item) for item in items_of([Kept(tuple(items))]))


def kept(articles: Iterable[Analysis | Document]) -> Kept:
    """Return analysed articles as a source, with the columns that came with them."""
    items = []
    for article in articles:
        document = article.document if isinstance(article, Analysis) else article
        metadata = dict(document.metadata)
        items.append(
            Item(document.doc_id, source=document.source, metadata=metadata, problem=document.problem, known=article)
        )
    return Kept(tuple(items))
