"""What is measured in a corpus in memory: scores and hits, their summaries, positions and framings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from stimmlage.analysis import Analysis
from stimmlage.collector import without_collector
from stimmlage.document import Document
from stimmlage.errors import OptionError
from stimmlage.exchange.tables import position_rows, score_rows
from stimmlage.measures.measure import Measure
from stimmlage.schema import Row, frame
from stimmlage.waiting import waiting

if TYPE_CHECKING:
    from stimmlage.measures.targets import Target


@dataclass(frozen=True)
class Measurement:
    """What measures found: the `scores`, and the `hits` behind them, as tables."""

    scores: pd.DataFrame
    hits: pd.DataFrame


class Measured:
    """What measures find in a corpus that holds its analyses."""

    _articles: dict[str, Analysis | Document]
    _analyses: dict[str, Analysis]
    _measurements: dict[str, Measurement]

    def analyses(self) -> Iterator[Analysis]:
        """Go through the analysed documents."""
        raise NotImplementedError

    def _table(self, name: str) -> pd.DataFrame:
        raise NotImplementedError

    def _with_people(self, name: str, table: pd.DataFrame) -> pd.DataFrame:
        raise NotImplementedError

    def measure(self, *measures: Measure) -> Measurement:
        """Measure every passage in its context, and list the evidence.

        Unlike calling a measure with a passages table, this sees the whole sentence and the
        quotation around each passage. What has been measured once is not measured again.
        """
        if not measures or not all(isinstance(m, Measure) for m in measures):
            raise OptionError(f"Give measures such as sl.Hedging(); not {measures!r}.")
        found = [self._measured(measure) for measure in measures]
        if len(found) == 1:
            return Measurement(found[0].scores.copy(), found[0].hits.copy())
        return Measurement(
            self._in_order(pd.concat([m.scores for m in found], ignore_index=True)),
            self._in_order(pd.concat([m.hits for m in found], ignore_index=True)),
        )

    def _in_order(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Sort rows by document, as all tables are."""
        places = pd.Index(list(self._articles)).get_indexer(pd.Index(rows["doc_id"]))
        return rows.iloc[places.argsort(kind="stable")].reset_index(drop=True)

    def _measured(self, measure: Measure) -> Measurement:
        """Return what a measure finds, from the last time it was asked for."""
        key = f"{type(measure).__module__}.{measure.identity()}"
        if key not in self._measurements:
            hits: list[Row] = []
            scores: list[Row] = []
            with without_collector():
                for analysis in waiting(self._analyses.values(), f"measuring {measure.name}"):
                    found, scored = score_rows(analysis, [measure])
                    hits += found
                    scores += scored
                self._measurements[key] = Measurement(frame("scores", scores), frame("hits", hits))
        return self._measurements[key]

    def grouped(
        self,
        scores: pd.DataFrame,
        headings: bool = False,
        by: Sequence[str] = ("section_id", "voice", "speaker", "mode", "section"),
    ) -> pd.DataFrame:
        """Add to scores what passages can be grouped by.

        Parameters
        ----------
        scores : DataFrame
            As `measure` gives them.
        headings : bool
            Whether titles and headings count, too. They are no running text, and often not the author's.
        by : sequence of str
            Any column of documents, sections, speakers or passages; `section` (its heading), `year`, `month`, `week`.

        Returns
        -------
        DataFrame
            The scores with `sentence_id` and the columns of `by`.
        """
        from stimmlage.statistics.groups import places

        known = [b for b in by if b not in scores.columns]
        found = places(self._table, known, headings, several=len(self._articles) > 1)
        return scores.merge(found, on=["doc_id", "passage_id"], how="inner", validate="many_to_one")

    def summary(self, *measures: Measure, by: str | Sequence[str], unit: str = "auto") -> pd.DataFrame:
        """Summarise measures by any column: `section`, `speaker`, `outlet`, `month`, `party` or several of them.

        Parameters
        ----------
        by : str or list of str
            Columns of documents, sections, speakers or passages; `section`, `year`, `month`, `week`.
        unit : {'auto', 'document', 'sentence'}
            What is taken to be independent; `auto` takes documents where a group has words in two or more.

        Returns
        -------
        DataFrame
            One row per group and score with `estimate`, `low`, `high`, `n`, `unit`, `n_hits`, `n_words` and `note`;
            where a group has too little for an estimate, `note` gives the counts. Headings count only where it is
            grouped by `mode`.

        Examples
        --------
        >>> from stimmlage import from_text
        >>> corpus = from_text("Das ist wohl so. „Ja“, sagte Anna Berg.")
        >>> from stimmlage import Hedging
        >>> corpus.summary(Hedging(), by="speaker").query("measure == 'hedging'")["note"].tolist()
        ['1 hit in 7 words, 2 sentences', '0 in 1 words (up to 368.9 per 100 not excluded)']
        """
        from stimmlage.statistics.groups import MARK, unmarked
        from stimmlage.statistics.summary import summarise

        by = [by] if isinstance(by, str) else list(by)
        found = summarise(self._marked(measures, by), by=[MARK + name for name in by], unit=unit)
        return unmarked(found)

    def compare(
        self, *measures: Measure, by: str, groups: Sequence[str] | None = None, parts: bool = False
    ) -> pd.DataFrame:
        """Compare measures between each two groups, over documents.

        Parameters
        ----------
        by : str
            Any column, as for `summary`.
        groups : list of str, optional
            Compare only these, in this order.
        parts : bool
            Whether the parts of a measure are compared, too (`hedging:booster`); each adds to the number of tests.

        Returns
        -------
        DataFrame
            As `statistics.comparison.compare` gives it: a row per measure and pair of groups, with the ratio or
            difference, its interval, `p`, and `p_holm` over all tests of the table.
        """
        from stimmlage.statistics.comparison import compare
        from stimmlage.statistics.groups import MARK

        scores = self._marked(measures, [by])
        if not parts:
            scores = scores[scores["measure"].isin([m.name for m in measures])]
        return compare(scores, MARK + by, groups)

    def _marked(self, measures: Sequence[Measure], by: Sequence[str]) -> pd.DataFrame:
        """Return the scores with marked columns of their groups."""
        from stimmlage.statistics.groups import MARK, places

        if not measures or not all(isinstance(m, Measure) for m in measures):
            raise OptionError(f"Give measures such as sl.Hedging(); not {measures!r}.")
        if not by:
            raise OptionError("`by` names no column; give at least one, for example 'speaker'.")
        scores = pd.concat([self._measured(m).scores for m in measures], ignore_index=True)
        known = places(self._table, by, "mode" in by, MARK, several=len(self._articles) > 1)
        return scores.merge(known, on=["doc_id", "passage_id"], how="inner", validate="many_to_one")

    def evidence(self, rows: pd.DataFrame | pd.Series) -> pd.DataFrame:
        """Show the sentences behind a number.

        Parameters
        ----------
        rows : DataFrame or Series
            Rows that say where they stand (of `hits`, `positions`, `quotations`), or rows of a `summary` of measures
            that were measured in this corpus.

        Returns
        -------
        DataFrame
            A row per hit with its `sentence`, voice and section; `text[start:end]` is the hit.

        Raises
        ------
        OptionError
            If these are no such rows, or the measure of a summary was not measured here.

        Examples
        --------
        >>> from stimmlage import Hedging, from_text
        >>> corpus = from_text("Das ist wohl so. „Vielleicht“, sagte Anna Berg.")
        >>> table = corpus.summary(Hedging(), by="speaker").query("measure == 'hedging'")
        >>> corpus.evidence(table[table["speaker"] == "Anna Berg"])[["speaker", "cue", "sentence"]].values.tolist()
        [['Anna Berg', 'Vielleicht', '„Vielleicht“, sagte Anna Berg.']]
        """
        from stimmlage.exploring.evidence import as_rows, has_places, in_sentences

        given = as_rows(rows)
        found = given if has_places(given) else self._hits_behind(given)
        places = self.grouped(
            self._table("passages")[["doc_id", "passage_id", "start"]], headings=True, by=["speaker", "section"]
        )
        return in_sentences(found, self._table("sentences"), places)

    def _hits_behind(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the hits that rows of a summary count."""
        from stimmlage.exploring.evidence import groups_of, of_group

        if "measure" not in rows.columns:
            raise OptionError("`rows` are rows of hits, positions or quotations, or of a summary; these are neither.")
        found = []
        for _, row in rows.iterrows():
            name = str(row["measure"]).partition(":")[0]
            known = [m.hits for m in self._measurements.values() if name in set(m.scores["measure"])]
            if not known:
                raise OptionError(f"{name!r} was not measured in this corpus; call `summary` or `measure` on it first.")
            by = groups_of(rows)
            hits = self.grouped(known[-1], headings="mode" in by, by=by)
            found.append(of_group(hits, row, by).drop(columns=[b for b in by if b not in known[-1].columns]))
        return pd.concat(found, ignore_index=True)

    def positions(self, targets: str | Path | Sequence[Target], inferred: bool = False) -> pd.DataFrame:
        """List who is for or against what: a row per position, with the words behind it.

        Parameters
        ----------
        targets : path or sequence of Target
            What positions are taken towards; a TOML file with `[[target]]` tables.
        inferred : bool
            Also, where nobody takes a position in so many words, what the tone and the sides around a target suggest
            (`basis` is `inferred`). They are right little more often than not: for counting over many texts only.

        Returns
        -------
        DataFrame
            The columns are those of `schema.TABLES["positions"]`. `speaker` is who takes the position: the
            voice itself, or the person of whom the author reports it. `value` is 1 for, -1 against; 0 is a doubt
            that it will come or work (`category` is `doubt`).
        """
        from stimmlage.measures.targets import read_targets

        known = read_targets(targets) if isinstance(targets, str | Path) else tuple(targets)
        rows = [row for a in self.analyses() for row in position_rows(a, known, inferred)]
        return self._with_people("positions", frame("positions", rows))

    def network(self, targets: str | Path | Sequence[Target]) -> pd.DataFrame:
        """Sum positions up to a network of voices and targets: a tie for each voice and target.

        Parameters
        ----------
        targets : path or sequence of Target
            As for `positions`.

        Returns
        -------
        DataFrame
            `speaker`, `target`, `n`, `n_for`, `n_against`, `n_doubt`, `balance`, `n_documents`, `evidence` (where the
            first position stands). `sl.charts.network(corpus.positions(targets))` draws it.
        """
        from stimmlage.exploring.network import ties

        return ties(self.positions(targets))

    def framings(self) -> pd.DataFrame:
        """List the words that report quotations, each once, and how they frame the speaker.

        Returns
        -------
        DataFrame
            The columns are those of `schema.TABLES["framings"]`.
        """
        return self._table("framings")
