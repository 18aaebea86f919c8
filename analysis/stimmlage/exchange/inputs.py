"""Where articles come from: text files, folders, globs, and tables of articles, read one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from stimmlage.analysis import Analysis, analyse
from stimmlage.document import Document, Tokens
from stimmlage.errors import ColumnError, InputError, StimmlageError
from stimmlage.exchange.article import Article
from stimmlage.exchange.registry import Format, by_suffix, format_of
from stimmlage.exchange.table_rows import cell_of, damages, rows_of
from stimmlage.reading.doubts import with_doubts
from stimmlage.reading.intake import clean
from stimmlage.reading.masthead import iso_date
from stimmlage.reading.segmentation import read, read_source, read_text
from stimmlage.schema import TABLES

_ABOUT = ("author", "date", "outlet", "place", "agency")
_OWN = (
    "title",
    "lead",
    *_ABOUT,
    "language",
    "source",
)  # columns of a table that say what the document's own columns say
ID_COLUMNS = ("doc_id", "id")
"""Where a table names its articles, if nothing else is said."""
FOUND_COLUMNS = ("section", "page", "unsure")
"""What `documents` says of an article that was found in a file, beside its own columns: where in the paper it stood,
and which of title, author and date were gathered from signs that may be wrong."""

_TABLES = ("csv", "jsonl", "parquet", "xlsx")


@dataclass(frozen=True, slots=True)
class Item:
    """An article that waits to be read: a file, the text of a table's row with its other columns, an article that was
    found in a file; or one that is `known` already."""

    doc_id: str
    path: str = ""
    text: Any = ""
    source: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    problem: str = ""
    layout: bool = True
    found: Article | None = None
    known: Analysis | Document | None = None

    def unread(self) -> Document:
        """Return what is known of the article before it is read."""
        nothing = Tokens([], [], [])
        return Document(self.doc_id, "", [], [], [], nothing, source=self.source, metadata=self.extra())

    def read(self) -> Document:
        """Read the article.

        Raises
        ------
        InputError
            If there is no text to read.
        """
        if self.path:
            return with_doubts(replace(read(self.path, self.doc_id), source=self.source))
        if self.found is not None:
            return self._of(self.found)
        if self.problem:
            raise InputError(self.problem)
        text, damage = clean(_as_text(self.text, self.doc_id))
        document = (read_source if self.layout else read_text)(text, self.doc_id)
        given = {name: _given(cell_of(self.metadata, name)) for name in _OWN}
        known = with_doubts(replace(document, problem=damage))
        return replace(
            known,
            title=document.title or given["title"],
            lead=document.lead or given["lead"],
            author=given["author"] or document.author,
            date=iso_date(given["date"]) or document.date,
            outlet=given["outlet"] or document.outlet,
            place=given["place"] or document.place,
            agency=given["agency"] or document.agency,
            language=given["language"] or known.language,
            source=given["source"] or self.source,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            metadata=self.extra(),
        )

    def _of(self, article: Article) -> Document:
        """Read an article that was found in a file."""
        if not article.text.strip():
            raise InputError(article.problem or f"{self.doc_id} holds no text.")
        text, damage = clean(article.text)
        document = read_source(text, self.doc_id, article.marks, article.wrapped)
        known = with_doubts(replace(document, problem="; ".join(filter(None, (article.problem, damage)))))
        unsure = [name for name in article.unsure if not (name in _ABOUT and getattr(document, name))]
        return replace(
            known,
            title=article.title or document.title,
            lead=document.lead or article.lead,
            author=(document.author or article.author)
            if "author" in article.unsure
            else (article.author or document.author),
            date=(document.date or article.date) if "date" in article.unsure else (article.date or document.date),
            outlet=article.outlet,
            place=document.place or article.place,
            language=article.language if article.language not in ("", "de") else known.language,
            source=self.source,
            encoding=article.encoding,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            metadata=_about(article) | {"unsure": ", ".join(unsure)},
        )

    def extra(self) -> dict[str, Any]:
        """The columns that are none of the document's own; a name that is taken gets `_given`."""
        if self.found is not None:
            return _about(self.found)
        return {
            f"{name}_given" if name in TABLES["documents"] else name: value
            for name, value in self.metadata.items()
            if name not in _OWN
        }


def _about(article: Article) -> dict[str, Any]:
    """What a file tells of its article beside the document's own columns."""
    return {**dict.fromkeys(FOUND_COLUMNS, ""), **article.about, "unsure": ", ".join(article.unsure)}


class Articles(Protocol):
    """Where articles come from."""

    @property
    def name(self) -> str:
        """What it is called in the manifest of a run."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are read."""

    @property
    def text_column(self) -> str:
        """Where the text stands in a table."""

    @property
    def id_column(self) -> str | None:
        """Where the name stands in a table."""

    def items(self) -> Iterator[Item]:
        """Go through the articles without reading them."""

    def sha256(self) -> str:
        """Hash what is read."""


@dataclass(frozen=True, slots=True)
class Source:
    """One path as it was given, with the files it leads to."""

    name: str
    files: tuple[Path, ...]
    root: Path
    text_column: str = "text"
    id_column: str | None = None
    unread: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    sep: str | None = None

    def items(self) -> Iterator[Item]:
        """Go through the articles without reading them; what cannot be opened is one with a `problem`."""
        for path in self.files:
            source = written(path.relative_to(self.root))
            try:
                yield from self._of_file(path, source)
            except (InputError, ColumnError) as error:
                if len(self.files) == 1:
                    raise
                yield Item(name_of(path, self.root), source=source, problem=str(error))
        for name, problem in self.unread:
            yield Item(name, source=name, problem=problem)

    def _of_file(self, path: Path, source: str) -> Iterator[Item]:
        """Go through the articles of a file."""
        form = format_of(path)
        if form.name in _TABLES:
            yield from self._rows(path, form.name, source)
        elif not form.reader:
            yield Item(name_of(path, self.root), str(path), source=source)
        else:
            yield from self._found(path, form, source)

    def _found(self, path: Path, form: Format, source: str) -> Iterator[Item]:
        """Go through the articles that were found in a file; where its reader fails, the ones before are kept."""
        stem = name_of(path, self.root)
        found, problem = _all(form, path)
        if not found:
            raise InputError(problem or f"{path.name} holds no article that could be found ({form.what}).")
        for number, article in enumerate(found, start=1):
            name = article.name or (stem if len(found) == 1 else f"{stem}-{number}")
            yield Item(name, source=source, found=article)
        if problem:
            yield Item(f"{stem}-{len(found) + 1}", source=source, problem=problem)

    def _rows(self, path: Path, kind: str, source: str) -> Iterator[Item]:
        """Go through the rows of a table; where it breaks off, the rows before are kept and the rest is a problem."""
        stem = name_of(path, self.root)
        rows = rows_of(path, kind, self.text_column, self.names, self.sep)
        number = 0
        while True:
            number += 1
            try:
                row, problem = next(rows)
            except StopIteration:
                return
            except damages() as error:
                said = " ".join(str(error).split()) or type(error).__name__
                yield Item(
                    f"{stem}-{number}",
                    source=source,
                    problem=f"{path.name} cannot be read from row {number} on ({said})",
                )
                return
            yield self._item(path, row, problem, source, f"{stem}-{number}")

    def _item(self, path: Path, row: dict[str, Any], problem: str, source: str, name: str) -> Item:
        row = {
            clean(key)[0]: clean(value)[0] if isinstance(value, str) and key != self.text_column else value
            for key, value in row.items()
        }
        text = row.pop(self.text_column, None)
        id_column = self.id_column or next((c for c in ID_COLUMNS if c in row), None)
        if self.id_column and not problem and self.id_column not in row:
            raise ColumnError(
                f"{path.name!r} has no column {self.id_column!r}; it has {list(row)}. Name one with `id_column`."
            )
        given = row.pop(id_column, None) if id_column else None
        return Item(
            name if given is None or str(given).strip() in ("", "nan") else str(given), "", text, source, row, problem
        )

    def sha256(self) -> str:
        """Hash the file; for several, their names and hashes."""
        if len(self.files) == 1:
            return _hash(self.files[0])
        together = hashlib.sha256()
        for path in self.files:
            together.update(f"{written(path.relative_to(self.root))}\0{_hash(path)}\n".encode())
        return together.hexdigest()


def _all(form: Format, path: Path) -> tuple[list[Article], str]:
    """Read the articles of a file, and say what stopped it if something did."""
    found: list[Article] = []
    try:
        found.extend(form.articles(path))
    except InputError as error:
        return found, str(error)
    except Exception as error:  # whatever a library raises on a damaged file is that file's problem
        return found, f"{path.name} cannot be read as {form.name} ({problem_of(error)})"
    return found, ""


def _given(value: Any) -> str:
    """Write what a table says of an article: nothing for an empty cell, a day without its midnight."""
    if value is None or value != value:
        return ""
    return str(value).removesuffix(" 00:00:00").strip()


def _as_text(given: Any, doc_id: str) -> str:
    """Return the text of a cell.

    Raises
    ------
    InputError
        If it holds something else, or nothing.
    """
    if given is None or (isinstance(given, float) and given != given):
        given = ""
    if not isinstance(given, str):
        raise InputError(f"{doc_id} holds no text but {type(given).__name__} ({str(given)[:40]}).")
    if not given.strip():
        raise InputError(f"{doc_id} holds no text.")
    return given


def items_of(sources: Sequence[Articles]) -> Iterator[Item]:
    """Go through all articles; one whose name was there before gets a number behind it that makes it unique."""
    seen: dict[int, int] = {}  # hashes, not names: this grows with the corpus
    for source in sources:
        for item in source.items():
            first = hash(item.doc_id)
            number, name = seen.get(first, 0), item.doc_id
            while hash(name) in seen:
                number += 1
                name = f"{item.doc_id}~{number}"
            seen[first] = max(number, 1)
            seen.setdefault(hash(name), 1)
            yield item if name == item.doc_id else replace(item, doc_id=name)


def analysed(item: Item, check: Callable[[Document], None] | None = None) -> Analysis | Document:
    """Analyse one article; whatever goes wrong with it is its own `problem` and nobody else's.

    `check` looks at what was read before it is analysed, and may raise.
    """
    if item.known is not None:
        return item.known
    document = item.unread()
    try:
        document = item.read()
        if check is not None:
            check(document)
        return analyse(document)
    except Exception as error:
        return with_problem(document, problem_of(error))


def problem_of(error: Exception) -> str:
    """Say in one line what went wrong with an article."""
    name = "" if isinstance(error, StimmlageError) else f"{type(error).__name__}: "
    return " ".join(f"{name}{error}".split())


def with_problem(document: Document, problem: str) -> Document:
    """Return a document with one more problem."""
    return replace(document, problem="; ".join(p for p in (document.problem, problem) if p))


def written(path: Path) -> str:
    """Write a path with `/`, and without what is no character."""
    return clean(path.as_posix())[0]


def name_of(path: Path, root: Path) -> str:
    """Return the name of an article: that of its file, without the ending."""
    name = written(path.relative_to(root))
    form = by_suffix(path)
    suffixes = sorted(form.suffixes if form else (path.suffix,), key=len, reverse=True)
    ending = next((suffix for suffix in suffixes if suffix and name.lower().endswith(suffix)), "")
    return (name[: len(name) - len(ending)] if ending else name) or path.name


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # it cannot be read: its article will say so
