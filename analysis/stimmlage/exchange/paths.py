"""What paths lead to: files, folders of them, globs; and all articles in them, analysed one by one."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from stimmlage.analysis import Analysis
from stimmlage.document import Document
from stimmlage.errors import InputError, MissingFileError, OptionError
from stimmlage.exchange.inputs import Source, analysed, items_of, written
from stimmlage.exchange.kinds import is_frame, is_text, wrong_kind
from stimmlage.exchange.manifest import own_names
from stimmlage.exchange.registry import by_suffix
from stimmlage.reading.intake import clean

if TYPE_CHECKING:
    import pandas as pd

_NOTES = frozenset(
    "readme readme.md readme.txt license license.txt license.md changelog.md sources.toml targets.toml "
    "people.toml".split()
)
"""What lies in a folder of articles and is about them."""


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


def _source(path: Path, text_column: str, id_column: str | None) -> Source:
    if path.is_dir():
        files, unread = _walked(path)
        if not files and not unread:
            raise InputError(
                f"The folder {str(path)!r} holds no file that is read; give one with texts, pages, PDFs or tables."
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
    """Return the files in a folder; and what could not be opened.

    Left out is what belongs to another file: results of the kit, the pictures of a saved page, the annotations beside a
    text, hidden files, and notes on the folder (`README`, `LICENSE`).
    """
    files: list[Path] = []
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append, followlinks=False):
        own = own_names(Path(place))
        pages = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm"))}
        folders[:] = sorted(
            name for name in folders if name not in own and not name.startswith(".") and _page_of(name) not in pages
        )
        annotated = {name.removesuffix(".txt") for name in names if name.endswith(".txt")}
        names = [name for name in names if not (name.endswith(".ann") and name.removesuffix(".ann") in annotated)]
        found = (Path(place) / name for name in names if name not in own)
        files += [file for file in found if _is_article(file, folder) and file.is_file()]
    unread = tuple(
        (written(Path(error.filename).relative_to(folder)), f"the folder cannot be opened ({error.strerror})")
        for error in closed
    )
    return tuple(sorted(files)), unread


def _page_of(folder: str) -> str:
    """Return the page whose pictures and styles a browser saved in a folder beside it.

    Examples
    --------
    >>> _page_of("Streit im Rat-Dateien"), _page_of("bote_files"), _page_of("artikel")
    ('Streit im Rat', 'bote', '')
    """
    return next((folder.removesuffix(end) for end in ("_files", "-Dateien", "_Dateien") if folder.endswith(end)), "")


def _is_article(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    return not hidden and path.name.lower() not in _NOTES


def files_of(documents: pd.DataFrame) -> pd.DataFrame:
    """Sum up a table of documents by the files that they come from."""
    failed = documents["n_words"].fillna(0) == 0
    rows = documents.assign(
        n_failed=failed.astype(int),
        n_articles=(~failed).astype(int),
        said=documents["problem"].where(failed, "").fillna(""),
    )
    found = rows.groupby("source", sort=False, as_index=False).agg(
        n_articles=("n_articles", "sum"),
        n_failed=("n_failed", "sum"),
        problem=("said", lambda said: "; ".join(dict.fromkeys(filter(None, said)))),
    )
    found.insert(1, "format", [format_name(source) for source in found["source"]])
    return found


def format_name(source: str) -> str:
    """Name the format of a file by its ending; a text that is in no file is `text`.

    Examples
    --------
    >>> format_name("seite.htm"), format_name("a/b.docx"), format_name("bild.png"), format_name("")
    ('html', 'docx', 'png', 'text')
    """
    if not source:
        return "text"
    form = by_suffix(Path(source))
    return form.name if form else Path(source).suffix.lower().removeprefix(".") or "txt"
