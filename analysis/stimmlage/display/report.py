"""A report: one page, complete in itself, of an article or a corpus, for readers without Python."""

from __future__ import annotations

import base64
import io
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Protocol

import pandas as pd

from stimmlage import __version__
from stimmlage.display import labels
from stimmlage.display.article import SHOWN, Page, annotate
from stimmlage.display.labels import label
from stimmlage.display.notes import said
from stimmlage.measures.concession import Concession
from stimmlage.measures.hedging import Hedging
from stimmlage.measures.sentiment import Sentiment

if TYPE_CHECKING:
    from stimmlage.analysis import Analysis
    from stimmlage.measures.measure import Measure

_INTERVAL = re.compile(r" \[[^\]]*\]| \([^)]*makers\)")
_MOST_ROWS = 12
_MOST_ARTICLES = 30
"""So many articles are annotated on the page; of more, the first."""


class Reported(Protocol):
    """What a report is made of: a corpus."""

    @property
    def documents(self) -> pd.DataFrame:
        """One row per document."""

    @property
    def quotations(self) -> pd.DataFrame:
        """One row per quotation."""

    def measure(self, *measures: Measure) -> Any:
        """Measure every passage."""

    def grouped(self, scores: pd.DataFrame) -> pd.DataFrame:
        """Add to scores what passages can be grouped by."""

    def analyses(self) -> Iterator[Analysis]:
        """Go through the analysed documents."""

    def sources(self) -> pd.DataFrame:
        """List the files."""

    def voices(self, by: str | Sequence[str] = (), each: bool = False) -> pd.DataFrame:
        """Count the voices."""

    def summary(self, *measures: Measure, by: str | Sequence[str]) -> pd.DataFrame:
        """Summarise measures."""

    def frequencies(self) -> pd.DataFrame:
        """Count words."""

    def positions(self, targets: Any) -> pd.DataFrame:
        """List positions."""


@dataclass(frozen=True)
class _Column:
    name: str
    number: bool


@dataclass(frozen=True)
class _Part:
    """A section of the report: what it says, a picture, a table."""

    heading: str
    says: str
    picture: str = ""
    columns: Sequence[_Column] = ()
    rows: Sequence[Sequence[str]] = ()
    more: str = ""


@dataclass
class _Report:
    corpus: Reported
    by: str
    targets: Any
    parts: list[_Part] = field(default_factory=list)


def report_page(
    corpus: Reported, title: str = "", by: str | None = None, targets: Any = None, language: str = "de"
) -> Page:
    """Make the report of a corpus; see `Corpus.report`."""
    with labels.language(language):
        several = len(corpus.documents) > 1
        outlets = corpus.documents["outlet"].replace("", pd.NA).nunique()
        made = _Report(corpus, by or ("outlet" if outlets > 1 else "speaker"), targets)
        parts = [part for make in _PARTS if (part := make(made)) is not None]
        analyses = list(corpus.analyses())
        preface = _template().render(
            say=label,
            version=__version__,
            title=title
            or (
                label("report", "corpus")
                if several
                else corpus.documents["title"].iloc[0] or label("report", "article")
            ),
            n_articles=_count(len(corpus.documents), "articles"),
            n_words=_count(int(corpus.documents["n_words"].sum()), "words"),
            n_quotations=_count(len(corpus.quotations), "quotations"),
            parts=parts,
        )
    return annotate(analyses[:_MOST_ARTICLES], language, SHOWN, preface=preface)


def _count(n: int, what: str) -> str:
    return f"{label('report', what)}: {_number(n)}"


def _files(made: _Report) -> _Part:
    """What came in, and what could not be read."""
    files = made.corpus.sources()
    failed = files[files["n_failed"] > 0]
    doubtful = made.corpus.documents.query("problem != '' and n_words > 0")
    rows = [(row.source or "–", row.problem) for row in failed.itertuples()]
    rows += [(row.doc_id, row.problem) for row in doubtful.itertuples()]
    said_of_files = "files_failed" if len(failed) else "files_read" if rows else "files_clean"
    says = label("report", said_of_files)
    columns = [_Column(label("report", name), False) for name in ("what", "problem")]
    return _Part(
        label("report", "files"), says, columns=columns if rows else (), rows=rows[:_MOST_ROWS], more=_more(len(rows))
    )


def _heard(made: _Report) -> _Part | None:
    """The loudest voices; of an article also where they speak."""
    table = made.corpus.voices(each=True)
    if table.empty:
        return None
    shown = table.head(_MOST_ROWS)
    rows = [(row.speaker, _number(row.n_words), _number(row.n_quotations)) for row in shown.itertuples()]
    columns = [_Column(label("report", name), name != "voice") for name in ("voice", "words", "quotations")]
    picture = _drawn(_timeline, _passages(made.corpus)) if len(made.corpus.documents) == 1 else ""
    return _Part(label("report", "heard"), label("report", "heard_says"), picture, columns, rows, _more(len(table)))


def _passages(corpus: Reported) -> pd.DataFrame:
    """Return the passages with their words, sections and voices."""
    return corpus.grouped(corpus.measure(Concession()).scores)


def _timeline(passages: pd.DataFrame) -> Any:
    from stimmlage.display import charts

    return charts.timeline(passages)


def _words(made: _Report) -> _Part | None:
    """The words that are used most."""
    from stimmlage.display import charts

    table = made.corpus.frequencies()
    if table.empty:
        return None
    return _Part(
        label("report", "used"), label("report", "used_says"), _drawn(lambda t: charts.frequencies(t, top=15), table)
    )


def _measured(made: _Report, measure: Measure, key: str) -> _Part:
    """A measure by group: a picture, and the counts where there is too little for a rate."""
    from stimmlage.display import charts

    table = made.corpus.summary(measure, by=made.by)
    table = (
        table[table["measure"] == measure.name].sort_values("n_words", ascending=False, kind="stable").head(_MOST_ROWS)
    )
    rows = [
        (_group(getattr(row, made.by)), _rate(row), _number(row.n_hits), _number(row.n_words), said(row.note))
        for row in table.itertuples()
    ]
    columns = [
        _Column(label("report", name), name not in ("group", "note"))
        for name in ("group", "estimate", "hits", "words", "note")
    ]
    return _Part(
        label("report", key),
        label("report", f"{key}_says"),
        _drawn(lambda t: charts.estimates(t, by=made.by), table),
        columns,
        rows,
    )


def _group(name: Any) -> str:
    return label("voice", str(name)) if name in ("author", "unattributed") else str(name)


def _rate(row: Any) -> str:
    if pd.isna(row.estimate):
        return "–"
    return f"{_decimal(row.estimate)} [{_decimal(row.low)}, {_decimal(row.high)}]"


def _stance(made: _Report) -> _Part | None:
    """Who is for or against what, if targets are given."""
    if made.targets is None:
        return None
    table = made.corpus.positions(made.targets)
    rows = [
        (
            _group(row.speaker),
            row.label_de if labels.chosen() == "de" and row.label_de else row.label_en or row.target,
            label("side", _SIDES[row.value]),
            row.evidence,
        )
        for row in table.head(_MOST_ROWS).itertuples()
    ]
    columns = [_Column(label("report", name), False) for name in ("voice", "target", "side", "evidence")]
    return _Part(
        label("report", "stance"),
        label("report", "stance_says"),
        columns=columns if rows else (),
        rows=rows,
        more=_more(len(table)),
    )


_SIDES = {1.0: "for", -1.0: "against", 0.0: "doubt"}


def _right(made: _Report) -> _Part:  # noqa: ARG001 the parts stand in one table
    """How right the kit is, on text that its makers never saw."""
    known = tomllib.loads((resources.files("stimmlage.display") / "how_right.toml").read_text("utf-8"))
    rows = [
        (row["readme"].replace("`", ""), row["unseen"], _INTERVAL.sub("", row["development"]))
        for row in known["figure"]
        if "readme" in row
    ]
    columns = [
        _Column(label("report", "task"), False),
        _Column(f"{label('report', 'unseen')} ({known['unseen']['date']})", False),
        _Column(label("report", "development"), False),
    ]
    return _Part(label("report", "right"), label("report", "right_says"), columns=columns, rows=rows)


_PARTS: tuple[Callable[[_Report], _Part | None], ...] = (
    _files,
    _heard,
    _words,
    lambda made: _measured(made, Hedging(), "hedging"),
    lambda made: _measured(made, Sentiment(), "sentiment"),
    _stance,
    _right,
)
"""The sections of a report, in their order: a new one is one function here."""


def _more(n: int) -> str:
    return f"{label('report', 'more')}: {_number(n - _MOST_ROWS)}" if n > _MOST_ROWS else ""


def _number(value: Any) -> str:
    text = f"{int(value):,}"
    return text.replace(",", ".") if labels.chosen() == "de" else text


def _decimal(value: float) -> str:
    text = f"{value:.2f}".replace("-", "−")
    return text.replace(".", ",") if labels.chosen() == "de" else text


def _drawn(draw: Callable[[pd.DataFrame], Any], table: pd.DataFrame) -> str:
    """Draw a chart in the style of the study; return it as PNG, written in letters."""
    import matplotlib.pyplot as plt

    from stimmlage.display.style import house_style

    with house_style():
        figure = draw(table).figure
        target = io.BytesIO()
        figure.savefig(target, dpi=160, metadata={"Software": None})
        plt.close(figure)
    return base64.b64encode(target.getvalue()).decode()


@lru_cache(maxsize=1)
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    text = (resources.files("stimmlage.display") / "report.html.j2").read_text("utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(text)


__all__ = ["Reported", "report_page"]
