"""The corpus: articles as pandas tables, split by section and speaker, ready to be measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from stimmlage.analysis import Analysis
from stimmlage.collector import without_collector
from stimmlage.document import Document, Span
from stimmlage.errors import InputError, OptionError
from stimmlage.exchange.tables import MAKERS, failed_document
from stimmlage.exploring.verbs import Explored
from stimmlage.measured import Measured, Measurement
from stimmlage.output import Written
from stimmlage.reading.alignment import to_source
from stimmlage.schema import Row, frame
from stimmlage.wording import counted

if TYPE_CHECKING:
    from stimmlage.exchange.people_file import Person


class Corpus(Explored, Measured, Written):
    """Articles as tables.

    Attributes
    ----------
    documents, furniture, sections, sentences, tokens, quotations, speakers, passages : DataFrame
        The columns of each are in `stimmlage.schema.TABLES`.

    Examples
    --------
    >>> from stimmlage import from_text
    >>> corpus = from_text("Der Plan ist gut. „Er ist schlecht“, sagte Anna Berg.")
    >>> corpus.passages[["speaker", "mode", "text"]].values.tolist()[-2:]
    [['Anna Berg', 'direct', '„Er ist schlecht“'], ['', 'narration', ', sagte Anna Berg.']]
    """

    @without_collector()
    def __init__(self, articles: Iterable[Analysis | Document]) -> None:
        """Take analysed articles, and documents that could not be read or analysed and say so in their `problem`."""
        given = list(articles)
        if wrong := [a for a in given if not isinstance(a, Analysis | Document)]:
            raise InputError(
                f"A corpus is made of analysed articles; not of {wrong[0]!r}. Use sl.read or sl.from_text."
            )
        self._articles = {(a.document if isinstance(a, Analysis) else a).doc_id: a for a in given}
        self._tables: dict[str, pd.DataFrame] = {}
        self._measurements: dict[str, Measurement] = {}
        self._people: tuple[Person, ...] = ()
        self._analyses = {name: a for name, a in self._articles.items() if isinstance(a, Analysis)}
        if len(self._articles) < len(given):
            raise InputError("Two articles of a corpus have the same `doc_id`; give each a name of its own.")
        if not self._analyses:
            problems = [f"{d.doc_id}: {d.problem}" for d in given if isinstance(d, Document)]
            raise InputError(
                problems[0] if len(problems) == 1 else f"No article could be read. {' '.join(problems[:3])}".strip()
            )

    def __repr__(self) -> str:
        failed = len(self._articles) - len(self._analyses)
        counts = [
            counted(len(self._articles), "article"),
            counted(int(self.documents["n_words"].sum()), "word"),
            counted(len(self.quotations), "quotation"),
            counted(len(self.speakers), "speaker"),
        ]
        return f"Corpus: {', '.join(counts)}" + (
            f"; {failed} could not be read, see documents['problem']" if failed else ""
        )

    def __len__(self) -> int:
        return len(self._articles)

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self._articles

    def __iter__(self) -> Iterator[Corpus]:
        """Go through the articles, each a corpus of its own; one that could not be read is passed over."""
        return (self._part([name]) for name in self._analyses)

    def __getitem__(self, which: str | Sequence[str] | Sequence[bool] | pd.Series | slice) -> Corpus:
        """Take some articles: by name, by several names, by a mask over `documents`, or a stretch of them.

        >>> from stimmlage import from_text
        >>> corpus = from_text("Der Plan ist gut.", doc_id="a")
        >>> corpus["a"]
        Corpus: 1 article, 4 words, 0 quotations, 0 speakers
        >>> len(corpus[corpus.documents["n_words"] > 3]), len(corpus[:1])
        (1, 1)
        """
        from stimmlage.exchange.choosing import chosen

        return self._part(chosen(which, self.documents))

    def where(self, condition: str) -> Corpus:
        """Take the articles for which a condition on `documents` holds, as in `DataFrame.query`.

        Parameters
        ----------
        condition : str
            For example `"outlet == 'A' and month >= '2026-01'"`; the columns of `documents`, and `year`, `month`,
            `week` of its date.

        Raises
        ------
        OptionError
            If the condition cannot be read, names no column, or holds for no article that could be read.

        Examples
        --------
        >>> from stimmlage import from_text
        >>> from_text("Der Plan ist gut.", doc_id="a").where("n_words < 10")
        Corpus: 1 article, 4 words, 0 quotations, 0 speakers
        """
        from stimmlage.exchange.choosing import chosen_where

        return self._part(chosen_where(condition, self.documents))

    def _part(self, names: Sequence[str]) -> Corpus:
        """Make a corpus of some articles; what is known of them goes along."""
        if not any(name in self._analyses for name in names):
            raise OptionError(f"No article that could be read is among those chosen ({len(names)} of {len(self)}).")
        part = Corpus(self._articles[name] for name in names)
        part._people = self._people
        for name, table in self._tables.items():
            part._tables[name] = part._rows_of(table)
        for key, known in self._measurements.items():
            part._measurements[key] = Measurement(part._rows_of(known.scores), part._rows_of(known.hits))
        return part

    def _rows_of(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of a table that are about articles of this corpus, in its order."""
        return self._in_order(table[table["doc_id"].isin(list(self._articles))])

    def _table(self, name: str) -> pd.DataFrame:
        if name not in self._tables:
            rows: list[Row] = []
            for article in self._articles.values():
                rows += MAKERS[name](article) if isinstance(article, Analysis) else failed_document(article)[name]
            self._tables[name] = self._with_people(name, frame(name, rows))
        return self._tables[name]

    def _with_people(self, name: str, table: pd.DataFrame) -> pd.DataFrame:
        """Lay the people that are known over a table that names speakers."""
        from stimmlage.exchange.people import renamed, with_people

        if not self._people or ("speaker" not in table.columns and name != "speakers"):
            return table
        if name == "speakers":
            return with_people(self._people, table)
        before = frame("speakers", [row for a in self._analyses.values() for row in MAKERS["speakers"](a)])
        return renamed(table, before, self.speakers)

    @property
    def documents(self) -> pd.DataFrame:
        """One row per document."""
        return self._table("documents")

    @property
    def furniture(self) -> pd.DataFrame:
        """One row per piece of furniture: what stood in the source and is no running text."""
        return self._table("furniture")

    @property
    def sections(self) -> pd.DataFrame:
        """One row per section."""
        return self._table("sections")

    @property
    def sentences(self) -> pd.DataFrame:
        """One row per sentence."""
        return self._table("sentences")

    @property
    def tokens(self) -> pd.DataFrame:
        """One row per word or mark, with lemma and tag."""
        return self._table("tokens")

    @property
    def quotations(self) -> pd.DataFrame:
        """One row per quotation."""
        return self._table("quotations")

    @property
    def speakers(self) -> pd.DataFrame:
        """One row per speaker of a document."""
        return self._table("speakers")

    @property
    def passages(self) -> pd.DataFrame:
        """The text split by section and speaker: one row per passage."""
        return self._table("passages")

    def sources(self) -> pd.DataFrame:
        """List the files that were read, each with what came of it.

        Returns
        -------
        DataFrame
            A row per file with `source`, `format` (as in `exchange.registry.FORMATS`), `n_articles`, `n_failed` and
            `problem` (those of its articles that could not be read). `sources().groupby("format").size()` sums up.

        Examples
        --------
        >>> from stimmlage import from_texts
        >>> from_texts(["Das ist gut.", ""]).sources().values.tolist()
        [['', 'text', 1, 1, 'text-2 holds no text.']]
        """
        from stimmlage.exchange.paths import files_of

        return files_of(self.documents)

    def people(self) -> pd.DataFrame:
        """Propose who is one person over the corpus, with the evidence: a table to be read and mended.

        Returns
        -------
        DataFrame
            A row per person with `person_id`, `name`, `aliases` (other names under which speakers stand in the
            tables), `role`, `gender`, `n_documents`, `n_quotations`, `evidence` and `problem`. A surname alone is
            joined to a full name if one person of the corpus bears it and no gender speaks against it; else it stays
            apart, without `person_id`, and `problem` says why.

        See Also
        --------
        stimmlage.write_people : write the table as `people.toml`.
        Corpus.with_people : lay that file over the tables.

        Examples
        --------
        >>> from stimmlage import from_texts
        >>> corpus = from_texts(["„Ja“, sagte Anna Berg.", "„Nein“, sagte Berg."])
        >>> corpus.people()[["person_id", "aliases", "n_documents"]].values.tolist()
        [['anna-berg', ['Berg'], 2]]
        """
        from stimmlage.exchange.people import proposed

        return proposed(self.speakers, self.quotations)

    def with_people(self, people: str | Path) -> Corpus:
        """Return this corpus with known people laid over its tables.

        Parameters
        ----------
        people : path
            A `people.toml` with `[[person]]` tables: `id`, `name`, `aliases`, and whatever else you want to group
            by (`party`, `country` …), which become columns of `speakers`.

        Returns
        -------
        Corpus
            With one name and one `person_id` for each of these people in all tables; nothing is measured again.

        Raises
        ------
        MissingFileError, InputError
            If there is no such file, it is no TOML, a person has no name, or a name belongs to two people.
        """
        from stimmlage.exchange.people_file import read_people

        found = Corpus(self._articles.values())
        found._people = read_people(people)
        found._measurements = dict(self._measurements)
        return found

    def analyses(self) -> Iterator[Analysis]:
        """Go through the analysed documents behind the tables."""
        return iter(self._analyses.values())

    def to_source(self, doc_id: str, start: int, end: int | None = None) -> Span:
        """Lead offsets in the reading text back to the source text, as the file holds it.

        Parameters
        ----------
        doc_id : str
            The document, as in `documents["doc_id"]`.
        start, end : int
            A stretch of the reading text, half-open, in code points; `end` is by default the next code point.

        Returns
        -------
        (int, int)
            The stretch of the source text that it comes from. Of what was rewritten (a ligature, a word that a
            line end cut) the whole is given.

        Raises
        ------
        OptionError
            If there is no such document, or the offsets lie outside its text.

        Examples
        --------
        >>> from stimmlage import from_text
        >>> from_text("Ein Satz.").to_source("text", 4, 8)
        (4, 8)
        """
        if doc_id not in self._analyses:
            raise OptionError(f"There is no analysed document {doc_id!r}; there are {list(self._analyses)[:5]}.")
        document = self._analyses[doc_id].document
        start, end = int(start), int(start + 1 if end is None else end)  # of a table they are numpy's
        if not 0 <= start <= end <= len(document.text):
            raise OptionError(
                f"The text of {doc_id!r} has the offsets 0 to {len(document.text)}; not {start} to {end}."
            )
        return (start, end) if document.alignment is None else to_source(document.alignment, start, end)
