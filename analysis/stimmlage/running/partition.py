"""One partition of the articles: analyse them, and write their rows, wholly or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from stimmlage.analysis import Analysis
from stimmlage.collector import without_collector
from stimmlage.document import Document
from stimmlage.exchange.files import write_whole
from stimmlage.exchange.formats import WRITERS, suffix_of
from stimmlage.exchange.inputs import Item, analysed, problem_of, with_problem
from stimmlage.exchange.known_rows import rows_with_people
from stimmlage.exchange.manifest import fingerprint
from stimmlage.exchange.people_file import Person
from stimmlage.exchange.tables import Rows, failed_document, tables_of
from stimmlage.measures.measure import Measure
from stimmlage.running.limits import Limits
from stimmlage.running.shared_forms import shared_forms
from stimmlage.schema import TABLES


@dataclass(frozen=True, slots=True)
class Job:
    """What every partition of a run has in common. It is sent to the workers.

    `extra` are the columns that tables have beside the kit's own, with their types; `shared` says that other processes
    work on the run, too; `people` are laid over what is found; `limits` are those of one article.
    """

    folder: str
    format: str
    extra: dict[str, tuple[tuple[str, str], ...]]
    measures: tuple[Measure, ...]
    shared: bool
    people: tuple[Person, ...] = ()
    limits: Limits = field(default_factory=Limits)

    def part(self, table: str, number: int) -> Path:
        """Where the rows of a table go."""
        suffix = suffix_of(self.format)
        return Path(self.folder) / f"{table}.{suffix}" / f"part-{number:06d}.{suffix}"

    def mark(self, number: int) -> Path:
        """The file that says that a partition is done."""
        return Path(self.folder) / "done" / f"{number:06d}.json"


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a partition: how many rows of each table, which documents failed, sizes and hashes of its parts."""

    number: int
    n_documents: int
    rows: dict[str, int]
    failed: list[tuple[str, str]]
    files: dict[str, dict[str, Any]]


def process(job: Job, number: int, items: Sequence[Item], tick: Callable[[], object] | None = None) -> Done:
    """Analyse a partition and write its rows; the mark comes last."""
    with without_collector():
        n_rows, failed = _written(job, number, items, tick)
    done = Done(number, len(items), n_rows, failed, {name: fingerprint(job.part(name, number)) for name in TABLES})
    write_whole(job.mark(number), json.dumps(asdict(done), ensure_ascii=False).encode())
    return done


def _written(
    job: Job, number: int, items: Sequence[Item], tick: Callable[[], object] | None
) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Return how many rows each table has got, and which documents failed with what problem."""
    rows: Rows = {name: [] for name in TABLES}
    failed = []
    forms = shared_forms(Path(job.folder) / "forms") if job.shared else None
    for item in items:
        found, problem = _analysed(item, job.measures, job.limits)
        if job.people:
            found = rows_with_people(job.people, found)
        for name, more in found.items():
            rows[name] += more
        if problem:
            failed.append((item.doc_id, problem))
        if forms:
            forms.exchange()
        if tick:
            tick()
    for name in TABLES:
        write_whole(job.part(name, number), WRITERS[job.format](name, rows[name], job.extra.get(name, ())))
    return {name: len(rows[name]) for name in TABLES}, failed


def what_was_done(job: Job, number: int) -> Done | None:
    """Read the mark of a partition, if it is done and its parts are as they were written; else it is computed again."""
    try:
        mark = json.loads(job.mark(number).read_bytes())
        done = Done(**{**mark, "failed": [tuple(pair) for pair in mark["failed"]]})
        whole = done.number == number and set(done.files) == set(TABLES)
        moved = (Path(job.folder) / "files.json").exists()  # the tables are just being put in their places
        return (
            done
            if whole and (moved or all(fingerprint(job.part(n, number)) == done.files[n] for n in TABLES))
            else None
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _analysed(item: Item, measures: Sequence[Measure], limits: Limits) -> tuple[Rows, str]:
    """Analyse and measure one article; whatever goes wrong with it is its own `problem` and nobody else's."""
    found: Analysis | Document = item.unread()
    try:
        with limits.timed():
            found = analysed(item, limits.check)
            if isinstance(found, Document):
                return failed_document(found), found.problem
            return tables_of(found, measures), ""
    except Exception as error:
        problem = problem_of(error)
        document = found if isinstance(found, Document) else found.document
        return failed_document(with_problem(document, problem)), problem
