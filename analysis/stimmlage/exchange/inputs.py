"""Where articles come from: text files, folders, globs, and tables of articles, read one by one."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from stimmlage.analysis import Analysis, analyse
from stimmlage.document import Document, Tokens
from stimmlage.errors import ColumnError, InputError, MissingFileError, OptionError, StimmlageError
from stimmlage.exchange.article import Article
from stimmlage.exchange.kinds import is_frame, is_text, wrong_kind
from stimmlage.exchange.manifest import own_names
from stimmlage.exchange.registry import Format, by_suffix, format_of
from stimmlage.exchange.table_rows import damages, in_english, rows_of
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
"""What `documents` says of an article that was found in a file, beside its own columns: where in the paper it stood, and
which of title, author and date were gathered from signs that may be wrong."""

_TABLES = ("csv", "jsonl", "parquet", "xlsx")
_NOTES = frozenset(
    "readme.md readme.txt readme license license.txt license.md changelog.md targets.toml people.toml".split()
)
"""What lies in a folder of articles and is about them."""


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
    reader: str = ""
    known: Analysis | Document | None = None

    def read(self) -> Document:
        """Read the article.

        Raises
        ------
        InputError
            If there is no text to read.
        """
        if self.path and self.reader:
            path = Path(self.path)
            return self._of(next(iter(format_of(path).articles(path))))
        if self.path:
            return with_doubts(replace(read(self.path, self.doc_id), source=self.source))
        if self.found is not None:
            return self._of(self.found)
        if self.problem:
            raise InputError(self.problem)
        text, damage = clean(_as_text(self.text, self.doc_id))
        document = (read_source if self.layout else read_text)(text, self.doc_id)
        given = {name: _given(self.metadata.get(name)) for name in _OWN}
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
            author=article.author or document.author,
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
            source = _written(path.relative_to(self.root))
            try:
                yield from self._of_file(path, source)
            except (InputError, ColumnError) as error:
                if len(self.files) == 1:
                    raise
                yield Item(_name(path, self.root), source=source, problem=str(error))
        for name, problem in self.unread:
            yield Item(name, source=name, problem=problem)

    def _of_file(self, path: Path, source: str) -> Iterator[Item]:
        """Go through the articles of a file."""
        form = format_of(path)
        if form.name in _TABLES:
            yield from self._rows(path, form.name, source)
        elif not form.reader:
            yield Item(_name(path, self.root), str(path), source=source)
        elif form.single:
            empty = dict.fromkeys(FOUND_COLUMNS)
            yield Item(_name(path, self.root), str(path), source=source, metadata=empty, reader=form.name)
        else:
            yield from self._found(path, form, source)

    def _found(self, path: Path, form: Format, source: str) -> Iterator[Item]:
        """Go through the articles that were found in a file; where its reader fails, the ones before are kept."""
        stem = _name(path, self.root)
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
        stem = _name(path, self.root)
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
        row = in_english(row)
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
            together.update(f"{_written(path.relative_to(self.root))}\0{_hash(path)}\n".encode())
        return together.hexdigest()


def _all(form: Format, path: Path) -> tuple[list[Article], str]:
    """Read the articles of a file, and say what stopped it if something did."""
    found: list[Article] = []
    try:
        for article in form.articles(path):
            found.append(article)
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


def sources_of(
    paths: str | Path | Iterable[str | Path],
    text_column: str = "text",
    id_column: str | None = None,
    names: Sequence[str] = (),
    sep: str | None = None,
) -> list[Source]:
    """Find what paths, folders and globs lead to; `names` and `sep` are those of CSV tables without a head.

    Raises
    ------
    MissingFileError
        If a path leads to nothing.
    InputError
        If a folder holds neither text files nor tables.
    """
    if isinstance(paths, str) and is_text(paths):
        raise InputError("`paths` takes the path of a file, and this is a text; for that there is sl.from_text.")
    if is_frame(paths):
        raise InputError(f"`paths` takes paths; not {wrong_kind(paths)}")
    given = [paths] if isinstance(paths, str | Path) else list(paths) if isinstance(paths, Iterable) else [paths]
    wrong = [path for path in given if not isinstance(path, str | Path)]
    if wrong or not given:
        raise InputError(
            f"`paths` takes the path of a text file, a folder, a glob or a table, or a list of them; not "
            f"{wrong_kind(wrong[0] if wrong else given)}"
        )
    _check_table_options(names, sep)
    found = [_source(Path(path), text_column, id_column) for path in given]
    return [replace(source, names=tuple(names), sep=sep) for source in found]


def _check_table_options(names: Sequence[str], sep: str | None) -> None:
    if isinstance(names, str) or not all(isinstance(name, str) for name in names):
        raise OptionError(f"`names` is a list of the names of columns, as in ['id', 'text']; not {names!r}.")
    if len(set(names)) < len(names):
        raise OptionError(f"`names` has a name twice: {list(names)}; give each column one of its own.")
    if sep is not None and (not isinstance(sep, str) or len(sep) != 1 or sep in '"\n\r'):
        raise OptionError(f"`sep` is one character, such as ';' or '\\t'; not {sep!r}.")


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


def documents(
    paths: str | Path | Iterable[str | Path],
    text_column: str = "text",
    id_column: str | None = None,
    names: Sequence[str] = (),
    sep: str | None = None,
) -> Iterator[Analysis | Document]:
    """Read and analyse all articles that paths, folders, globs and tables lead to, one by one.

    One that cannot be read or analysed comes as a document without text that says so in its `problem`.
    """
    for item in items_of(sources_of(paths, text_column, id_column, names, sep)):
        yield analysed(item)


def analysed(item: Item) -> Analysis | Document:
    """Analyse one article; whatever goes wrong with it is its own `problem` and nobody else's."""
    if item.known is not None:
        return item.known
    document = Document(item.doc_id, "", [], [], [], Tokens([], [], []), source=item.source, metadata=item.extra())
    try:
        document = item.read()
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


def _source(path: Path, text_column: str, id_column: str | None) -> Source:
    if path.is_dir():
        files, unread = _walked(path)
        if not files and not unread:
            raise InputError(
                f"The folder {str(path)!r} holds no file that is read (text, HTML, PDF, DOCX, tables …); give one that does."
            )
        return Source(clean(path.resolve().name)[0], files, path, text_column, id_column, unread)
    if path.exists():
        if not path.is_file():
            raise InputError(f"{str(path)!r} is no regular file; write what it gives into one, and give that.")
        return Source(clean(path.name)[0], (path,), path.parent, text_column, id_column)
    matches = tuple(sorted(Path(p) for p in glob.glob(str(path), recursive=True) if Path(p).is_file()))
    if not matches:
        raise MissingFileError(
            f"Nothing found at {str(path)!r}; give a text file, a folder, a glob or a table of articles."
        )
    root = path
    while glob.has_magic(str(root)):
        root = root.parent
    return Source(clean(path.name)[0], matches, root, text_column, id_column)


def _walked(folder: Path) -> tuple[tuple[Path, ...], tuple[tuple[str, str], ...]]:
    """Return the articles and tables in a folder, without what runs of the kit wrote there; and what could not
    be opened."""
    files: list[Path] = []
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append, followlinks=False):
        own = own_names(Path(place))
        folders[:] = sorted(name for name in folders if name not in own and not name.startswith("."))
        found = (Path(place) / name for name in names if name not in own)
        files += [file for file in found if _is_article(file, folder) and file.is_file()]
    unread = tuple(
        (_written(Path(error.filename).relative_to(folder)), f"the folder cannot be opened ({error.strerror})")
        for error in closed
    )
    return tuple(sorted(files)), unread


def _written(path: Path) -> str:
    """Write a path with `/`, and without what is no character."""
    return clean(path.as_posix())[0]


def _is_article(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    return not hidden and path.name.lower() not in _NOTES


def _name(path: Path, root: Path) -> str:
    name = _written(path.relative_to(root))
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
