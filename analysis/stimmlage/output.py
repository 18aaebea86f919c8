"""What leaves a corpus in memory: its tables as files, the annotated page, the report."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from stimmlage.analysis import Analysis
from stimmlage.document import Document
from stimmlage.errors import OptionError
from stimmlage.measures.measure import Measure

if TYPE_CHECKING:
    from stimmlage.display.article import Page
    from stimmlage.exchange.people_file import Person
    from stimmlage.measures.targets import Target


class Written:
    """What can be written and shown of a corpus that holds its analyses."""

    _articles: dict[str, Analysis | Document]
    _people: tuple[Person, ...]

    def analyses(self) -> Iterator[Analysis]:
        """Go through the analysed documents."""
        raise NotImplementedError

    def __getitem__(self, which: Any) -> Any:
        raise NotImplementedError

    def save(self, folder: str | Path, *measures: Measure, format: str = "parquet") -> None:
        """Write the tables of this corpus, and its scores, as `stimmlage analyse` does; `sl.open` opens them.

        Parameters
        ----------
        folder : path
            What is in it and not the kit's own is never touched.
        *measures : Measure
            What is measured; by default sentiment, hedging and stance.
        format : {'parquet', 'csv', 'csv-de', 'jsonl', 'xlsx'}
            `sl.open` opens Parquet; the others are for other programs. `csv-de` is for German Excel.

        Raises
        ------
        OptionError
            If the folder holds something else under the name of a table.
        """
        from stimmlage.exchange.frames import kept
        from stimmlage.running.running import default_measures, store

        chosen = measures or tuple(default_measures(None))
        store([kept(self._articles.values())], folder, format, chosen, progress=False, people=self._people)

    def to(self, format: str, path: str | Path) -> Path:
        """Write the tables for other programs.

        Parameters
        ----------
        format : {'xlsx', 'csv', 'csv-de', 'jsonl', 'parquet'}
            `xlsx` writes one workbook, the others a folder with a file a table, as `save` does.
        path : path
            A new workbook (`corpus.xlsx`), or a folder.

        Returns
        -------
        Path
            What was written.

        Raises
        ------
        OptionError
            If there is no such format, or the workbook is there already.
        """
        path = Path(path)
        if format != "xlsx":
            self.save(path, format=format)
            return path
        if path.exists():
            raise OptionError(f"{str(path)!r} is there already; give the name of a new workbook.")
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".stimmlage-") as folder:
            self.save(folder, format="xlsx")
            os.replace(Path(folder) / "tables.xlsx", path)
        return path

    def show(
        self,
        doc_id: str | None = None,
        language: str = "de",
        layers: Sequence[str] = ("voices", "mode", "hedges", "reportive"),
        rules: bool = False,
    ) -> Page:
        """Display the annotated article: coloured by voice, with the evidence at hand.

        Parameters
        ----------
        doc_id : str, optional
            The article; by default all of them, with a list that leads to each.
        language : {'de', 'en'}
            Of the labels.
        layers : sequence of str
            What is switched on at the start, some of `voices`, `mode`, `hedges`, `reportive`, `tone`, `stance`; on the
            page all of them can be switched.
        rules : bool
            Whether the evidence names the rules by which quotations were found.

        Raises
        ------
        OptionError
            If there is no such article or layer.

        Examples
        --------
        >>> from stimmlage import from_text
        >>> page = from_text("„Ja“, sagte Anna Berg.").show(layers=["voices", "tone"])
        >>> "Anna Berg" in page.html
        True
        """
        from stimmlage.display.article import annotate

        shown = self if doc_id is None else self[doc_id]
        return annotate(list(shown.analyses()), language, layers, rules)

    def report(
        self,
        path: str | Path,
        title: str = "",
        by: str | None = None,
        targets: str | Path | Sequence[Target] | None = None,
        language: str = "de",
    ) -> Path:
        """Write a report for readers without Python: figures, tables, the annotated text, and how right the kit is.

        Parameters
        ----------
        path : path
            Of the page; it needs nothing else.
        title : str
            By default that of the article.
        by : str, optional
            The column that makes groups; by default `outlet` where there are several, else `speaker`.
        targets : path or sequence of Target, optional
            What positions are listed towards.
        language : {'de', 'en'}
            Of all that the page says.

        Returns
        -------
        Path
            The page. Of more than thirty articles the first thirty are annotated.
        """
        from stimmlage.display.report import Reported, report_page

        report_page(cast(Reported, self), title, by, targets, language).save(path)
        return Path(path)


__all__ = ["Written"]
