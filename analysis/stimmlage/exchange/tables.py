"""From an analysed document to the rows of the tables, and from rows to pandas and Arrow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from stimmlage.analysis import Analysis
from stimmlage.collector import without_collector
from stimmlage.document import Document, Span
from stimmlage.quotation.quotation import Quotation
from stimmlage.schema import ROLES, TABLES

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from stimmlage.measures.measure import Measure

Rows = dict[str, list[tuple]]


@without_collector()
def tables_of(analysis: Analysis, measures: Sequence[Measure] = ()) -> Rows:
    """Make the rows of all tables for one document.

    The one row of `documents` ends with the metadata of the document, a dictionary, which `frame`
    and `arrow` turn into columns.
    """
    document = analysis.document
    doc_id, text = document.doc_id, document.text
    rows: Rows = {
        "documents": [_document_row(analysis)],
        "furniture": [(doc_id, *piece) for piece in document.furniture],
        "sections": [(doc_id, *section) for section in document.sections],
        "sentences": [
            (doc_id, s.sentence_id, s.section_id, s.paragraph_id, s.start, s.end, text[s.start : s.end])
            for s in document.sentences
        ],
        "quotations": _quotation_rows(document, analysis.quotations),
        "speakers": [
            (doc_id, s.speaker_id, s.name, s.kind, s.role, list(s.aliases), s.n_mentions)
            for s in analysis.speakers
        ],
        "passages": [(doc_id, *p, text[p.start : p.end]) for p in analysis.passages],
    }
    rows["hits"], rows["scores"] = measured_rows(analysis, measures)
    return rows


def failed_document(document: Document) -> Rows:
    """Make the rows for a document that could not be analysed: itself, with its `problem`."""
    rows: Rows = {name: [] for name in TABLES}
    rows["documents"] = [_fields(document, 0)]
    return rows


def measured_rows(analysis: Analysis, measures: Sequence[Measure]) -> tuple[list[tuple], list[tuple]]:
    """Measure one document: the rows of `hits` and of `scores`."""
    from stimmlage.measures.measure import hits_by_passage, words_by_passage

    doc_id = analysis.document.doc_id
    n_words = words_by_passage(analysis) if measures else []
    hits: list[tuple] = []
    scores: list[tuple] = []
    for measure in measures:
        found = hits_by_passage(analysis, measure.find(analysis))
        for passage, evidence, n in zip(analysis.passages, found, n_words, strict=True):
            hits += [(doc_id, passage.passage_id, *hit) for hit in evidence]
            scores += [
                (doc_id, passage.passage_id, name, value, n, measure.kind(name))
                for name, value in measure.score(evidence, n).items()
            ]
    return hits, scores


def frame(name: str, rows: Sequence[tuple]) -> pd.DataFrame:
    """Make the pandas frame of a table; columns and types as in `schema.TABLES`."""
    import pandas as pd

    columns = TABLES[name]
    extra: list[dict[str, Any]] = []
    if name == "documents":
        extra = [row[len(columns)] for row in rows]
        rows = [row[: len(columns)] for row in rows]
    table = pd.DataFrame(list(rows), columns=list(columns))
    table = table.astype({c: _PANDAS[kind] for c, kind in columns.items()})
    if any(extra):
        metadata = pd.DataFrame(extra, index=table.index)
        table = table.join(metadata[[c for c in metadata.columns if c not in columns]])
    return table


_PANDAS = {"string": "str", "int": "Int64", "float": "float64", "spans": "object", "strings": "object"}


def arrow_schema(name: str) -> pa.Schema:
    """Return the Arrow schema of a table, without metadata columns."""
    import pyarrow as pa

    kinds = {
        "string": pa.string(), "int": pa.int64(), "float": pa.float64(),
        "spans": pa.list_(pa.list_(pa.int64())), "strings": pa.list_(pa.string()),
    }
    return pa.schema([(column, kinds[kind]) for column, kind in TABLES[name].items()])


def arrow(name: str, rows: Sequence[tuple]) -> pa.Table:
    """Make the Arrow table of rows, without metadata columns."""
    import pyarrow as pa

    schema = arrow_schema(name)
    columns = zip(*rows) if rows else ((),) * len(schema)
    # zip leaves out what a row of `documents` has beyond the schema: its metadata
    return pa.table([pa.array(list(c), type=f.type) for c, f in zip(columns, schema)], schema=schema)


def _document_row(analysis: Analysis) -> tuple:
    n_words = sum(word[0].isalnum() or word[-1].isalnum() for word in analysis.words.word)
    return _fields(analysis.document, n_words)


def _fields(document: Document, n_words: int) -> tuple:
    return (
        document.doc_id, document.title, document.lead, document.language, document.source,
        document.encoding, document.sha256, len(document.text), n_words, document.text,
        document.problem, document.metadata,
    )


def _quotation_rows(document: Document, quotations: Iterable[Quotation]) -> list[tuple]:
    starts = [s.start for s in document.sentences]
    rows = []
    for q in quotations:
        sentence = document.sentences[max(bisect_right(starts, q.start) - 1, 0)]
        roles = [value for role in ROLES for value in _role_values(document.text, getattr(q, role))]
        rows.append((
            document.doc_id, q.quotation_id, sentence.section_id, sentence.sentence_id,
            q.type, q.medium, q.start, q.end, _lists(q.spans), _joined(document.text, q.spans),
            q.speaker_id, q.speaker_name, *roles, q.rule, q.problem,
        ))
    return rows


def _role_values(text: str, spans: tuple[Span, ...]) -> tuple:
    if not spans:
        return "", None, None, []
    return _joined(text, spans), spans[0][0], spans[-1][1], _lists(spans)


def _joined(text: str, spans: tuple[Span, ...]) -> str:
    """Join the pieces of an interrupted stretch; one piece is `text[start:end]` as it stands."""
    return " … ".join(text[start:end] for start, end in spans)


def _lists(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
