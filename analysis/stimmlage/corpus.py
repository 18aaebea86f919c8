"""The corpus: articles as pandas tables, split by section and speaker, ready to be measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from stimmlage.analysis import Analysis, analyse
from stimmlage.document import Document, Span
from stimmlage.errors import InputError, OptionError
from stimmlage.exchange.tables import MAKERS, failed_document, position_rows, score_rows
from stimmlage.measures.measure import Measure
from stimmlage.reading.alignment import to_source
from stimmlage.reading.doubts import with_doubts
from stimmlage.reading.intake import clean
from stimmlage.reading.segmentation import read as read_document
from stimmlage.reading.segmentation import read_source, read_text
from stimmlage.schema import ROWS, Row, frame

if TYPE_CHECKING:
    from stimmlage.display.article import Page
    from stimmlage.measures.targets import Target

_GROUPS = {"section": "heading", "speaker": "speaker", "voice": "voice", "mode": "mode"}


@dataclass(frozen=True)
class Measurement:
    """What measures found: the `scores`, and the `hits` behind them, as tables."""

    scores: pd.DataFrame
    hits: pd.DataFrame


class Corpus:
    """Articles as tables.

    Attributes
    ----------
    documents, furniture, sections, sentences, tokens, quotations, speakers, passages : DataFrame
        The columns of each are in `stimmlage.schema.TABLES`.

    Examples
    --------
    >>> corpus = from_text("Der Plan ist gut. „Er ist schlecht“, sagte Anna Berg.")
    >>> corpus.passages[["speaker", "mode", "text"]].values.tolist()[-2:]
    [['Anna Berg', 'direct', '„Er ist schlecht“'], ['', 'narration', ', sagte Anna Berg.']]
    """

    def __init__(self, articles: Iterable[Analysis | Document]) -> None:
        """Take analysed articles, and documents that could not be read or analysed and say so in their `problem`."""
        given = list(articles)
        if wrong := [a for a in given if not isinstance(a, Analysis | Document)]:
            raise InputError(
                f"A corpus is made of analysed articles; not of {wrong[0]!r}. Use sl.read or sl.from_text."
            )
        self._articles = {(a.document if isinstance(a, Analysis) else a).doc_id: a for a in given}
        self._tables: dict[str, pd.DataFrame] = {}
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
        return (
            f"Corpus({len(self._articles)} articles, {int(self.documents['n_words'].sum())} words, "
            f"{len(self.quotations)} quotations, {len(self.speakers)} speakers"
            + (f"; {failed} could not be read, see documents['problem'])" if failed else ")")
        )

    def __len__(self) -> int:
        return len(self._articles)

    def _table(self, name: str) -> pd.DataFrame:
        if name not in self._tables:
            rows: list[Row] = []
            for article in self._articles.values():
                rows += MAKERS[name](article) if isinstance(article, Analysis) else failed_document(article)[name]
            self._tables[name] = frame(name, rows)
        return self._tables[name]

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

    def analyses(self) -> Iterator[Analysis]:
        """Go through the analysed documents behind the tables."""
        return iter(self._analyses.values())

    def measure(self, *measures: Measure) -> Measurement:
        """Measure every passage in its context, and list the evidence.

        Unlike calling a measure with a passages table, this sees the whole sentence and the
        quotation around each passage.
        """
        if not measures or not all(isinstance(m, Measure) for m in measures):
            raise OptionError(f"Give measures such as sl.Hedging(); not {measures!r}.")
        hits: list[Row] = []
        scores: list[Row] = []
        for analysis in self._analyses.values():
            found, scored = score_rows(analysis, measures)
            hits += found
            scores += scored
        return Measurement(frame("scores", scores), frame("hits", hits))

    def grouped(self, scores: pd.DataFrame, headings: bool = False) -> pd.DataFrame:
        """Add to scores what passages can be grouped by: section, speaker, voice, mode.

        Parameters
        ----------
        scores : DataFrame
            As `measure` gives them.
        headings : bool
            Whether titles and headings count, too. They are no running text, and often not the author's.

        Returns
        -------
        DataFrame
            The scores with the columns `section_id`, `voice`, `speaker`, `mode` and `section` (its heading).
        """
        keys = ["doc_id", "passage_id"]
        places = self.passages[[*keys, "section_id", "voice", "speaker", "mode"]].merge(
            self.sections[["doc_id", "section_id", "heading"]],
            on=["doc_id", "section_id"],
            how="left",
            validate="many_to_one",
        )
        if not headings:
            places = places[places["mode"] != "heading"]
        return (
            scores.merge(places, on=keys, how="left" if headings else "inner", validate="many_to_one")
            .rename(columns={"heading": "section"})
            .assign(speaker=lambda t: t["speaker"].where(t["voice"] != "author", "author"))
        )

    def summary(self, *measures: Measure, by: Sequence[str], seed: int = 0) -> pd.DataFrame:
        """Summarise measures by `section`, `speaker`, `voice`, `mode` or several of them.

        Returns one row per group and score with `estimate`, `low`, `high`, `n`, `n_words`;
        NaN where there is nothing to measure. Headings count only where it is grouped by `mode`.
        """
        by = [by] if isinstance(by, str) else list(by)
        unknown = [b for b in by if b not in _GROUPS]
        if unknown or not by:
            raise OptionError(f"`by` takes some of {list(_GROUPS)}; not {by!r}.")
        from stimmlage.statistics.summary import summarise

        return summarise(self.grouped(self.measure(*measures).scores, headings="mode" in by), by=by, seed=seed)

    def positions(self, targets: str | Path | Sequence[Target]) -> pd.DataFrame:
        """List who is for or against what: a row per position, with the words behind it.

        Parameters
        ----------
        targets : path or sequence of Target
            What positions are taken towards; a TOML file with `[[target]]` tables.

        Returns
        -------
        DataFrame
            The columns are those of `schema.TABLES["positions"]`. `speaker` is who takes the position: the
            voice itself, or the person of whom the author reports it. `value` is 1 for, -1 against.
        """
        from stimmlage.measures.targets import read_targets

        known = read_targets(targets) if isinstance(targets, str | Path) else tuple(targets)
        return frame("positions", [row for a in self.analyses() for row in position_rows(a, known)])

    def framings(self) -> pd.DataFrame:
        """List the words that report quotations, each once, and how they frame the speaker.

        Returns
        -------
        DataFrame
            The columns are those of `schema.TABLES["framings"]`.
        """
        return self._table("framings")

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
        >>> from_text("Ein Satz.").to_source("text", 4, 8)
        (4, 8)
        """
        if doc_id not in self._analyses:
            raise OptionError(f"There is no analysed document {doc_id!r}; there are {list(self._analyses)[:5]}.")
        document = self._analyses[doc_id].document
        end = start + 1 if end is None else end
        if not 0 <= start <= end <= len(document.text):
            raise OptionError(
                f"The text of {doc_id!r} has the offsets 0 to {len(document.text)}; not {start} to {end}."
            )
        return (start, end) if document.alignment is None else to_source(document.alignment, start, end)

    def show(self, language: str = "de") -> Page:
        """Display the annotated article: coloured by voice, with the evidence on hover."""
        from stimmlage.display.article import annotate

        return annotate(list(self.analyses()), language=language)


def read(paths: str | Path | Iterable[str | Path], text_column: str = "text", id_column: str | None = None) -> Corpus:
    """Read one article, several, a folder, a glob or a table of articles into a corpus.

    Parameters
    ----------
    paths : path or list of paths
        Text files, folders of them, glob patterns, or CSV/JSONL/Parquet tables.
    text_column, id_column : str
        For tables: where the text stands, and (optionally) the name of the document.

    Raises
    ------
    MissingFileError
        If a path leads to nothing.
    InputError
        If nothing could be read. An article that could not be read among others is a row of `documents`
        with its `problem`.
    """
    from stimmlage.exchange.inputs import documents

    return Corpus(documents(paths, text_column=text_column, id_column=id_column))


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
        raise InputError(f"`text` takes a text; not {type(text).__name__}. For files there is sl.read.")
    cleaned, problem = clean(text)
    read_as = read_source if layout else read_text
    return Corpus([analyse(with_doubts(replace(read_as(cleaned, doc_id), problem=problem)))])


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


__all__ = ["Corpus", "Measurement", "from_text", "passages_of", "read", "read_document"]
