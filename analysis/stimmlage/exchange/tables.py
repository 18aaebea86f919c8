"""From an analysed document to the rows of the tables, and from rows to pandas and Arrow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any

from stimmlage.analysis import Analysis
from stimmlage.collector import without_collector
from stimmlage.document import Document, Span
from stimmlage.schema import ROLES, ROWS, TABLES, Row
from stimmlage.speakers.person_ids import person_id

if TYPE_CHECKING:
    import pyarrow as pa

    from stimmlage.measures.measure import Hit, Measure, Score
    from stimmlage.measures.targets import Target

Rows = dict[str, list[Row]]
"""Table name to rows, each made by `schema.ROWS`."""


@without_collector()
def tables_of(analysis: Analysis, measures: Sequence[Measure] = ()) -> Rows:
    """Make the rows of all tables for one document."""
    rows = {name: make(analysis) for name, make in MAKERS.items()}
    rows["positions"] = [
        row for measure in measures for row in position_rows(analysis, getattr(measure, "targets", ()))
    ]
    rows["hits"], rows["scores"] = score_rows(analysis, measures)
    return rows


def failed_document(document: Document) -> Rows:
    """Make the rows for a document that could not be analysed: itself, with its `problem`."""
    rows: Rows = {name: [] for name in TABLES}
    rows["documents"] = [_document_row(document, 0)]
    return rows


def score_rows(analysis: Analysis, measures: Sequence[Measure]) -> tuple[list[Row], list[Row]]:
    """Measure one document: the rows of `hits` and of `scores`."""
    from stimmlage.measures.measure import hits_by_passage, words_by_passage

    doc_id, hit_row, score_row = analysis.document.doc_id, ROWS["hits"], ROWS["scores"]
    n_words = words_by_passage(analysis) if measures else []
    hits: list[Row] = []
    scores: list[Row] = []
    for measure in measures:
        found = hits_by_passage(analysis, measure.find(analysis))
        empty: dict[int, dict[str, Score]] = {}
        for passage, evidence, n in zip(analysis.passages, found, n_words, strict=True):
            hits += [hit_row(doc_id=doc_id, passage_id=passage.passage_id, **hit._asdict()) for hit in evidence]
            scores += [
                score_row(doc_id, passage.passage_id, name, score.value, n, measure.kind(name), *score[1:])
                for name, score in _scored(measure, evidence, n, empty).items()
            ]
    return hits, scores


def _scored(
    measure: Measure, hits: Sequence[Hit], n_words: int, empty: dict[int, dict[str, Score]]
) -> dict[str, Score]:
    """Score a passage; those in which nothing is found differ by their words alone."""
    if hits:
        return measure.scored(hits, n_words)
    if n_words not in empty:
        empty[n_words] = measure.scored(hits, n_words)
    return empty[n_words]


def position_rows(analysis: Analysis, targets: Sequence[Target], inferred: bool = False) -> list[Row]:
    """List who in a document is for or against what; who takes a position that the author reports is its holder."""
    from stimmlage.measures.stance.stance import find_stances

    known = {target.id: target for target in targets}
    people = _person_ids(analysis)
    return [
        ROWS["positions"](
            doc_id=analysis.document.doc_id,
            speaker="" if "unattributed" in (s.voice, s.holder_id) else s.holder or "author",
            person_id=people.get(s.holder_id, ""),
            target=s.target,
            value=s.weight,
            category=s.category,
            confidence=s.confidence,
            basis=s.basis,
            start=s.start,
            end=s.end,
            text=s.text,
            evidence=s.evidence,
            label_en=known[s.target].label_en,
            label_de=known[s.target].label_de,
        )
        for s in (find_stances(analysis, tuple(targets), inferred) if targets else ())
    ]


def _person_ids(analysis: Analysis) -> dict[str, str]:
    """Return the id over the corpus of each speaker of a document."""
    return {s.speaker_id: person_id(s.name, s.kind) for s in analysis.speakers}


def framing_rows(analysis: Analysis) -> list[Row]:
    """List the words that report quotations in a document, each once, and how they frame the speaker."""
    from stimmlage.measures.reporting_frames import framing_of

    names = {s.speaker_id: s.name for s in analysis.speakers}
    people = _person_ids(analysis)
    rows: dict[tuple[int, int], Row] = {}  # a quotation within another of the same speaker has the same reporting word
    for hit in framing_of(analysis):
        rows.setdefault(
            (hit.start, hit.end),
            ROWS["framings"](
                doc_id=analysis.document.doc_id,
                speaker=names.get(hit.target, ""),
                person_id=people.get(hit.target, ""),
                verb=hit.cue,
                framing=hit.category,
                start=hit.start,
                end=hit.end,
            ),
        )
    return list(rows.values())


def arrow_schema(name: str) -> pa.Schema:
    """Return the Arrow schema of a table, without metadata columns."""
    import pyarrow as pa

    kinds = {
        "string": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "spans": pa.list_(pa.list_(pa.int64())),
        "strings": pa.list_(pa.string()),
    }
    return pa.schema([(column, kinds[kind]) for column, kind in TABLES[name].items()])


def arrow(name: str, rows: Sequence[Row]) -> pa.Table:
    """Make the Arrow table of rows, without metadata columns."""
    import pyarrow as pa

    schema = arrow_schema(name)
    columns = zip(*rows) if rows else ((),) * len(schema)
    # the metadata of documents stand behind the columns of the schema
    return pa.table([pa.array(list(c), type=f.type) for c, f in zip(columns, schema)], schema=schema)


def _document_row(document: Document, n_words: int) -> Row:
    return ROWS["documents"](
        doc_id=document.doc_id,
        title=document.title,
        lead=document.lead,
        author=document.author,
        date=document.date,
        outlet=document.outlet,
        place=document.place,
        agency=document.agency,
        language=document.language,
        source=document.source,
        encoding=document.encoding,
        sha256=document.sha256,
        n_chars=len(document.text),
        n_words=n_words,
        text=document.text,
        problem=document.problem,
        metadata=document.metadata,
    )


def _sentence_rows(analysis: Analysis) -> list[Row]:
    document = analysis.document
    return [
        ROWS["sentences"](
            doc_id=document.doc_id,
            sentence_id=s.sentence_id,
            section_id=s.section_id,
            paragraph_id=s.paragraph_id,
            start=s.start,
            end=s.end,
            text=document.text[s.start : s.end],
        )
        for s in document.sentences
    ]


def _token_rows(analysis: Analysis) -> list[Row]:
    """Make the rows column by column: there are many."""
    words, n = analysis.words, len(analysis.words)
    sentences = [s.sentence_id for s in analysis.document.sentences for _ in range(s.first, s.stop)]
    columns: dict[str, Iterable[Any]] = {
        "doc_id": repeat(analysis.document.doc_id, n),
        "token_id": range(n),
        "sentence_id": sentences,
        "passage_id": _passages_of_tokens(analysis),
        "word": words.word,
        "lemma": words.lemma,
        "tag": words.tag,
        "start": words.start,
        "end": words.end,
    }
    return list(zip(*(columns[name] for name in TABLES["tokens"]), strict=True))


def _passages_of_tokens(analysis: Analysis) -> list[int]:
    starts, place, found = [p.start for p in analysis.passages], 0, []
    for start in analysis.words.start:
        while place + 1 < len(starts) and starts[place + 1] <= start:
            place += 1
        found.append(place)
    return found


def _quotation_rows(analysis: Analysis) -> list[Row]:
    document = analysis.document
    starts = [s.start for s in document.sentences]
    rows = []
    for q in analysis.quotations:
        sentence = document.sentences[max(bisect_right(starts, q.start) - 1, 0)]
        roles = {k: v for role in ROLES for k, v in _role_columns(role, document.text, getattr(q, role)).items()}
        rows.append(
            ROWS["quotations"](
                doc_id=document.doc_id,
                quotation_id=q.quotation_id,
                section_id=sentence.section_id,
                sentence_id=sentence.sentence_id,
                type=q.type,
                medium=q.medium,
                start=q.start,
                end=q.end,
                spans=_lists(q.spans),
                text=_joined(document.text, q.spans),
                speaker_id=q.speaker_id,
                speaker=q.speaker_name,
                **roles,
                rule=q.rule,
                problem=q.problem,
            )
        )
    return rows


def _role_columns(role: str, text: str, spans: tuple[Span, ...]) -> dict[str, Any]:
    return {
        f"{role}_text": _joined(text, spans),
        f"{role}_start": spans[0][0] if spans else None,
        f"{role}_end": spans[-1][1] if spans else None,
        f"{role}_spans": _lists(spans),
    }


def _furniture_rows(analysis: Analysis) -> list[Row]:
    document = analysis.document
    return [ROWS["furniture"](doc_id=document.doc_id, **piece._asdict()) for piece in document.furniture]


def _section_rows(analysis: Analysis) -> list[Row]:
    document = analysis.document
    return [ROWS["sections"](doc_id=document.doc_id, **section._asdict()) for section in document.sections]


def _speaker_rows(analysis: Analysis) -> list[Row]:
    return [
        ROWS["speakers"](
            doc_id=analysis.document.doc_id,
            speaker_id=s.speaker_id,
            person_id=person_id(s.name, s.kind),
            name=s.name,
            kind=s.kind,
            role=s.role,
            gender=s.gender,
            gender_evidence=s.gender_evidence,
            aliases=list(s.aliases),
            n_mentions=s.n_mentions,
        )
        for s in analysis.speakers
    ]


def _passage_rows(analysis: Analysis) -> list[Row]:
    doc_id, text = analysis.document.doc_id, analysis.document.text
    return [ROWS["passages"](doc_id=doc_id, **p._asdict(), text=text[p.start : p.end]) for p in analysis.passages]


MAKERS: dict[str, Callable[[Analysis], list[Row]]] = {
    "documents": lambda analysis: [_document_row(analysis.document, analysis.n_words)],
    "furniture": _furniture_rows,
    "sections": _section_rows,
    "sentences": _sentence_rows,
    "tokens": _token_rows,
    "quotations": _quotation_rows,
    "speakers": _speaker_rows,
    "passages": _passage_rows,
    "framings": framing_rows,
}
"""The tables that need no measure, and what makes their rows of one document."""


def _joined(text: str, spans: tuple[Span, ...]) -> str:
    """Join the pieces of an interrupted stretch; one piece is `text[start:end]` as it stands."""
    return " … ".join(text[start:end] for start, end in spans)


def _lists(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
