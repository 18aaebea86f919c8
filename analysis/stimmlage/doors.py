"""The doors: files, texts and data frames become a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from stimmlage.analysis import analyse
from stimmlage.corpus import Corpus
from stimmlage.document import Document
from stimmlage.errors import InputError
from stimmlage.exchange.kinds import names_a_file, wrong_kind
from stimmlage.reading.doubts import with_doubts
from stimmlage.reading.intake import clean
from stimmlage.reading.segmentation import read_source, read_text
from stimmlage.schema import ROWS, frame
from stimmlage.waiting import waiting


def read(
    paths: str | Path | Iterable[str | Path],
    text_column: str = "text",
    id_column: str | None = None,
    names: Sequence[str] = (),
    sep: str | None = None,
) -> Corpus:
    """Read one article, several, a folder, a glob or a table of articles into a corpus.

    What is read is listed in docs/formats.md: text, pages, PDF, office documents, exports of databases, tables, TEI.

    Parameters
    ----------
    paths : path or list of paths
        Files, folders of them, or glob patterns. A file may hold many articles.
    text_column, id_column : str
        For tables: where the text stands, and (optionally) the name of the document.
    names : sequence of str
        For CSV tables without a head: the names of the columns, from left to right.
    sep : str, optional
        For CSV tables: the character between columns; by default the comma, semicolon or tab that the head has most of.

    Raises
    ------
    MissingFileError
        If a path leads to nothing.
    InputError
        If nothing could be read. An article that could not be read among others is a row of `documents`
        with its `problem`.
    """
    from stimmlage.exchange.paths import documents

    return Corpus(waiting(documents(paths, text_column, id_column, names, sep), "reading"))


def from_text(text: str, doc_id: str = "text", layout: bool = True) -> Corpus:
    """Make a corpus of one text, as a file with this content is read.

    Parameters
    ----------
    text : str
        An article, as it was copied from a page or a file.
    doc_id : str
        The name of the document.
    layout : bool
        Whether layout is undone: wrapped lines joined, title, headings and what belongs to the page told from the text.
        Without it `documents["text"]` is the text as it stands.

    Raises
    ------
    InputError
        If this is no text, or an empty one.

    Examples
    --------
    >>> from_text("Streit im Rat\\n\\nVon Anna Berg\\n\\nDer Rat tagt heute in Lunden.").documents["author"].tolist()
    ['Anna Berg']
    """
    if not isinstance(text, str):
        raise InputError(f"`text` takes a text; not {wrong_kind(text)}")
    if names_a_file(text):
        raise InputError(f"{text!r} is a file, not a text; sl.read reads it.")
    cleaned, problem = clean(text)
    read_as = read_source if layout else read_text
    return Corpus([analyse(with_doubts(replace(read_as(cleaned, doc_id), problem=problem)))])


def from_texts(texts: Iterable[str] | Mapping[str, str], layout: bool = True) -> Corpus:
    """Make a corpus of several texts.

    Parameters
    ----------
    texts : list of str, or mapping of str to str
        The texts, or the texts with their names; without names they are `text-1`, `text-2` ….
    layout : bool
        As for `from_text`.

    Raises
    ------
    InputError
        If these are no texts, or none of them holds anything. A text that is none among others is a row of
        `documents` with its `problem`.

    Examples
    --------
    >>> from_texts(["Das ist gut.", "Das ist schlecht."]).documents["doc_id"].tolist()
    ['text-1', 'text-2']
    >>> from_texts({"a": "Das ist gut."})["a"]
    Corpus: 1 article, 3 words, 0 quotations, 0 speakers
    """
    from stimmlage.exchange.frames import rows_of_texts

    return Corpus(waiting(rows_of_texts(texts, layout), "reading"))


def from_frame(table: pd.DataFrame, text: str = "text", id: str | None = None, layout: bool = True) -> Corpus:
    """Make a corpus of the rows of a data frame; its other columns go along into `documents`.

    Parameters
    ----------
    table : DataFrame
        One row per article.
    text, id : str
        The columns with the text and (optionally) the name; by default the name is `doc_id` or `id` where there is
        such a column, else `row-1`, `row-2` ….
    layout : bool
        As for `from_text`.

    Raises
    ------
    InputError, ColumnError
        If this is no data frame, it has no such column, or no row could be read. A row that cannot be read among
        others is a row of `documents` with its `problem`.

    Examples
    --------
    >>> table = pd.DataFrame({"id": ["a"], "text": ["Das ist gut."], "outlet": ["Bote"], "party": ["x"]})
    >>> from_frame(table).documents[["doc_id", "outlet", "party"]].values.tolist()
    [['a', 'Bote', 'x']]
    """
    from stimmlage.exchange.frames import rows_of_frame

    return Corpus(waiting(rows_of_frame(table, text, id, layout), "reading"))


def concat(corpora: Iterable[Corpus]) -> Corpus:
    """Make one corpus of several; what is known of their articles goes along.

    Parameters
    ----------
    corpora : list of Corpus
        No two articles may have the same `doc_id`.

    Raises
    ------
    InputError
        If these are no corpora, or a `doc_id` is there twice.

    Examples
    --------
    >>> concat([from_text("Gut.", doc_id="a"), from_text("Schlecht.", doc_id="b")])
    Corpus: 2 articles, 2 words, 0 quotations, 0 speakers
    """
    given = list(corpora)
    if not given or (wrong := [c for c in given if not isinstance(c, Corpus)]):
        raise InputError(f"sl.concat takes a list of corpora; not {wrong_kind(wrong[0] if given else given)}")
    names = Counter(name for corpus in given for name in corpus._articles)
    if twice := [name for name, n in names.items() if n > 1]:
        raise InputError(
            f"{len(twice)} of the articles are there twice, for example {twice[0]!r}; give them names of their own."
        )
    return Corpus(article for corpus in given for article in corpus._articles.values())


def passages_of(text: str, doc_id: str = "text") -> pd.DataFrame:
    """Split a text into its sentences, each a passage of the author's.

    Examples
    --------
    >>> passages_of("Das ist wahr. Ja.")["text"].tolist()
    ['Das ist wahr.', 'Ja.']
    """
    document: Document = read_text(text, doc_id)
    rows = [
        ROWS["passages"](
            doc_id=doc_id,
            passage_id=s.sentence_id,
            section_id=s.section_id,
            sentence_id=s.sentence_id,
            voice="author",
            speaker="",
            mode="narration",
            start=s.start,
            end=s.end,
            text=text[s.start : s.end],
        )
        for s in document.sentences
    ]
    return frame("passages", rows)
