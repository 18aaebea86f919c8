"""One partition of the articles: analyse them, and write their rows, wholly or not at all."""

from __future__ import annotations

import csv
import gc
import io
import json
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from stimmlage.analysis import analyse
from stimmlage.measures.measure import Measure
from stimmlage.reading.document import Document, Tokens
from stimmlage.running.files import write_whole
from stimmlage.running.inputs import Item
from stimmlage.schema import TABLES
from stimmlage.tables import Rows, arrow, failed_document, tables_of


@dataclass(frozen=True, slots=True)
class Job:
    """What every partition of a run has in common. It is sent to the workers."""

    folder: str
    format: str
    metadata: tuple[tuple[str, str], ...]
    measures: tuple[Measure, ...]

    def part(self, table: str, number: int) -> Path:
        """Where the rows of a table go."""
        return Path(self.folder) / f"{table}.{self.format}" / f"part-{number:06d}.{self.format}"

    def mark(self, number: int) -> Path:
        """The file that says that a partition is done."""
        return Path(self.folder) / "done" / f"{number:06d}.json"


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a partition: how many rows of each table, and which documents failed."""

    number: int
    n_documents: int
    rows: dict[str, int]
    failed: list[tuple[str, str]]


def process(job: Job, number: int, items: Sequence[Item], tick: Callable[[], object] | None = None) -> Done:
    """Analyse a partition and write its rows; the mark comes last."""
    rows: Rows = {name: [] for name in TABLES}
    failed = []
    with _without_collector():
        for item in items:
            found, problem = _analysed(item, job.measures)
            for name, more in found.items():
                rows[name] += more
            if problem:
                failed.append((item.doc_id, problem))
            if tick:
                tick()
    for name in TABLES:
        write_whole(job.part(name, number), _WRITERS[job.format](name, rows[name], job.metadata))
    done = Done(number, len(items), {name: len(rows[name]) for name in TABLES}, failed)
    write_whole(job.mark(number), json.dumps(asdict(done), ensure_ascii=False).encode())
    return done


def what_was_done(job: Job, number: int) -> Done | None:
    """Read the mark of a partition, if it is done."""
    try:
        mark = json.loads(job.mark(number).read_bytes())
    except FileNotFoundError:
        return None
    return Done(**{**mark, "failed": [tuple(pair) for pair in mark["failed"]]})


def head(table: str, format: str, metadata: Sequence[tuple[str, str]]) -> bytes:
    """Return what stands above the rows of a file: in CSV the names of the columns."""
    return _csv_lines([[*TABLES[table], *_extra(table, metadata)]]) if format == "csv" else b""


@contextmanager
def _without_collector() -> Iterator[None]:
    """Spare the search for garbage in rows that only grow: an eighth of the time. It comes between partitions."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _analysed(item: Item, measures: Sequence[Measure]) -> tuple[Rows, str]:
    """Analyse one article; whatever goes wrong with it is its own `problem` and nobody else's."""
    document = Document(item.doc_id, "", [], [], [], _NO_TOKENS, source=item.source, metadata=item.extra())
    try:
        document = item.read()
        return tables_of(analyse(document), measures), ""
    except Exception as error:  # noqa: BLE001 the other articles go on
        name = "" if type(error).__module__ == "stimmlage.errors" else f"{type(error).__name__}: "
        problem = f"{name}{error}".replace("\n", " ")
        return failed_document(_with_problem(document, problem)), problem


def _with_problem(document: Document, problem: str) -> Document:
    return replace(document, problem="; ".join(p for p in (document.problem, problem) if p))


def _extra(table: str, metadata: Sequence[tuple[str, str]]) -> list[str]:
    return [name for name, _ in metadata] if table == "documents" else []


def _split(table: str, rows: Sequence[tuple], metadata: Sequence[tuple[str, str]]) -> tuple[list[tuple], list[list]]:
    """Part the columns of the kit's from those that came with the input."""
    if table != "documents":
        return list(rows), [[] for _ in rows]
    width = len(TABLES[table])
    return [row[:width] for row in rows], [
        [_as(kind, row[width].get(name)) for name, kind in metadata] for row in rows
    ]


def _as(kind: str, value: Any) -> Any:
    if value is None or kind != "string":
        return float(value) if kind == "float" and value is not None else value
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _csv(table: str, rows: Sequence[tuple], metadata: Sequence[tuple[str, str]]) -> bytes:
    kinds = list(TABLES[table].values())
    lists = [i for i, kind in enumerate(kinds) if kind in ("spans", "strings")]
    own, extra = _split(table, rows, metadata)
    lines = []
    for row, more in zip(own, extra, strict=True):
        cells = list(row)
        for i in lists:
            cells[i] = json.dumps(cells[i], ensure_ascii=False)
        lines.append([_cell(value) for value in (*cells, *more)])
    return _csv_lines(lines)


def _cell(value: Any) -> Any:
    return "" if value is None or isinstance(value, float) and math.isnan(value) else value


def _csv_lines(lines: Sequence[Sequence[Any]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue().encode("utf-8", "replace")


def _jsonl(table: str, rows: Sequence[tuple], metadata: Sequence[tuple[str, str]]) -> bytes:
    columns = [*TABLES[table], *_extra(table, metadata)]
    own, extra = _split(table, rows, metadata)
    lines = []
    for row, more in zip(own, extra, strict=True):
        values = (None if isinstance(v, float) and math.isnan(v) else v for v in (*row, *more))
        lines.append(json.dumps(dict(zip(columns, values, strict=True)), ensure_ascii=False) + "\n")
    return "".join(lines).encode("utf-8", "replace")


def _parquet(table: str, rows: Sequence[tuple], metadata: Sequence[tuple[str, str]]) -> bytes:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    own, extra = _split(table, rows, metadata)
    frame = arrow(table, own)
    kinds = {"string": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
    if table == "documents":
        for i, (name, kind) in enumerate(metadata):
            frame = frame.append_column(name, pa.array([more[i] for more in extra], type=kinds[kind]))
    sink = io.BytesIO()
    write_table(frame, sink, compression="zstd")
    return sink.getvalue()


_WRITERS = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}
_NO_TOKENS = Tokens([], [], [])
