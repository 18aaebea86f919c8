"""The corpus: articles as pandas tables, split by section and speaker, ready to be measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from stimmlage.analysis import Analysis, analyse
from stimmlage.document import Document
from stimmlage.errors import InputError, OptionError
from stimmlage.exchange.tables import failed_document, frame, measured_rows, tables_of
from stimmlage.measures.measure import Measure
from stimmlage.reading.intake import clean
from stimmlage.reading.segmentation import read as read_document
from stimmlage.reading.segmentation import read_text
from stimmlage.schema import TABLES

if TYPE_CHECKING:
    from stimmlage.display.article import Page

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
    documents, furniture, sections, sentences, quotations, speakers, passages : DataFrame
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
            raise InputError(f"A corpus is made of analysed articles; not of {wrong[0]!r}. Use sl.read or sl.from_text.")
        self._articles = {(a.document if isinstance(a, Analysis) else a).doc_id: a for a in given}
        self._analyses = {name: a for name, a in self._articles.items() if isinstance(a, Analysis)}
        if len(self._articles) < len(given):
            raise InputError("Two articles of a corpus have the same `doc_id`; give each a name of its own.")
        if not self._analyses:
            problems = [f"{d.doc_id}: {d.problem}" for d in given if isinstance(d, Document)]
            raise InputError(problems[0] if len(problems) == 1 else f"No article could be read. {' '.join(problems[:3])}".strip())

    def __repr__(self) -> str:
        failed = len(self._articles) - len(self._analyses)
        return (
            f"Corpus({len(self._articles)} articles, {int(self.documents['n_words'].sum())} words, "
            f"{len(self.quotations)} quotations, {len(self.speakers)} speakers"
            + (f"; {failed} could not be read, see documents['problem'])" if failed else ")")
        )

    def __len__(self) -> int:
        return len(self._articles)

    @cached_property
    def _tables(self) -> dict[str, pd.DataFrame]:
        rows: dict[str, list[tuple]] = {name: [] for name in TABLES}
        for article in self._articles.values():
            made = tables_of(article) if isinstance(article, Analysis) else failed_document(article)
            for name, found in made.items():
                rows[name] += found
        return {name: frame(name, rows[name]) for name in TABLES if name not in ("hits", "scores")}

    @property
    def documents(self) -> pd.DataFrame:
        return self._tables["documents"]

    @property
    def furniture(self) -> pd.DataFrame:
        return self._tables["furniture"]

    @property
    def sections(self) -> pd.DataFrame:
        return self._tables["sections"]

    @property
    def sentences(self) -> pd.DataFrame:
        return self._tables["sentences"]

    @property
    def quotations(self) -> pd.DataFrame:
        return self._tables["quotations"]

    @property
    def speakers(self) -> pd.DataFrame:
        return self._tables["speakers"]

    @property
    def passages(self) -> pd.DataFrame:
        return self._tables["passages"]

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
        hits: list[tuple] = []
        scores: list[tuple] = []
        for analysis in self._analyses.values():
            found, scored = measured_rows(analysis, measures)
            hits += found
            scores += scored
        return Measurement(frame("scores", scores), frame("hits", hits))

    def grouped(self, scores: pd.DataFrame) -> pd.DataFrame:
        """Add to scores what passages can be grouped by: section, speaker, voice, mode."""
        keys = ["doc_id", "passage_id"]
        places = self.passages[[*keys, "section_id", "voice", "speaker", "mode"]].merge(
            self.sections[["doc_id", "section_id", "heading"]],
            on=["doc_id", "section_id"], how="left", validate="many_to_one",
        )
        return (
            scores.merge(places, on=keys, how="left", validate="many_to_one")
            .rename(columns={"heading": "section"})
            .assign(speaker=lambda t: t["speaker"].where(t["voice"] != "author", "author"))
        )

    def summary(self, *measures: Measure, by: Sequence[str], seed: int = 0) -> pd.DataFrame:
        """Summarise measures by `section`, `speaker`, `voice`, `mode` or several of them.

        Returns one row per group and score with `estimate`, `low`, `high`, `n`, `n_words`;
        NaN where there is nothing to measure.
        """
        by = [by] if isinstance(by, str) else list(by)
        unknown = [b for b in by if b not in _GROUPS]
        if unknown or not by:
            raise OptionError(f"`by` takes some of {list(_GROUPS)}; not {by!r}.")
        from stimmlage.statistics.summary import summarise

        return summarise(self.grouped(self.measure(*measures).scores), by=by, seed=seed)

    def positions(self, targets: str | Path) -> pd.DataFrame:
        """List who is for or against what: a row per position, with the words behind it.

        `speaker` is who takes the position: the voice itself, or the person of whom the author
        reports it. `value` is 1 for, -1 against; `label_en` and `label_de` name the target.
        """
        from stimmlage.measures.stance.stance import find_stances
        from stimmlage.measures.stance.targets import read_targets

        known = {t.id: t for t in read_targets(targets)}
        rows = [
            (a.document.doc_id, s.holder or "author" if s.voice != "unattributed" else "", s.target,
             known[s.target].label_en, known[s.target].label_de, s.weight, s.start, s.end, s.text, s.evidence)
            for a in self.analyses()
            for s in find_stances(a, tuple(known.values()))
        ]
        columns = ["doc_id", "speaker", "target", "label_en", "label_de", "value", "start", "end", "text", "evidence"]
        return pd.DataFrame(rows, columns=columns)

    def framings(self) -> pd.DataFrame:
        """List the words that report quotations, each once, and how they frame the speaker."""
        from stimmlage.measures.framing import framing_of

        names = {(s.doc_id, s.speaker_id): s.name for s in self.speakers.itertuples()}
        rows = [
            (a.document.doc_id, names.get((a.document.doc_id, h.target), ""), h.cue, h.category, h.start, h.end)
            for a in self.analyses()
            for h in framing_of(a)
        ]
        table = pd.DataFrame(rows, columns=["doc_id", "speaker", "verb", "framing", "start", "end"])
        # a quotation within another of the same speaker has the same reporting word
        return table.drop_duplicates(["doc_id", "start", "end"], ignore_index=True)

    def show(self, language: str = "de") -> Page:
        """Display the annotated article: coloured by voice, with the evidence on hover."""
        from stimmlage.display.article import annotate

        return annotate(list(self.analyses()), language=language)


def read(
    paths: str | Path | Iterable[str | Path], text_column: str = "text", id_column: str | None = None
) -> Corpus:
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


def from_text(text: str, doc_id: str = "text") -> Corpus:
    """Make a corpus of one text that is already clean: `documents["text"]` is the text itself."""
    if not isinstance(text, str):
        raise InputError(f"`text` takes a text; not {type(text).__name__}. For files there is sl.read.")
    cleaned, problem = clean(text)
    return Corpus([analyse(replace(read_text(cleaned, doc_id), problem=problem))])


def passages_of(text: str, doc_id: str = "text") -> pd.DataFrame:
    """Split a text into its sentences, each a passage of the author's.

    Examples
    --------
    >>> passages_of("Das ist wahr. Ja.")["text"].tolist()
    ['Das ist wahr.', 'Ja.']
    """
    document: Document = read_text(text, doc_id)
    rows: list[tuple[Any, ...]] = [
        (doc_id, s.sentence_id, s.section_id, s.sentence_id, "author", "", "narration", s.start, s.end,
         text[s.start : s.end])
        for s in document.sentences
    ]
    return frame("passages", rows)


__all__ = ["Corpus", "Measurement", "from_text", "passages_of", "read", "read_document"]
