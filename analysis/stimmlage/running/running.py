"""Many articles: analyse them in partitions, on one machine or a cluster, and go on after a stop."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from stimmlage.errors import OptionError
from stimmlage.exchange.files import join_whole, move_whole, remove, write_whole
from stimmlage.exchange.formats import WRITERS, head
from stimmlage.exchange.inputs import Item, Source, sources_of
from stimmlage.measures.measure import Measure
from stimmlage.running.partition import Done, Job, what_was_done
from stimmlage.running.plan import Plan, make_plan, partitions
from stimmlage.schema import TABLES

if TYPE_CHECKING:
    from stimmlage.running.local import Engine

FORMATS = tuple(WRITERS)
ENGINES = ("local", "dask")
_UNFINISHED = ".unfinished-"


@dataclass
class Report:
    """What came of a run: the folder, how much there was, and what could not be processed."""

    out: Path
    n_documents: int = 0
    n_resumed: int = 0
    problems: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TABLES, 0))

    def add(self, done: Done) -> None:
        """Count a partition in."""
        self.n_documents += done.n_documents
        self.problems += [f"{doc_id}: {problem}" for doc_id, problem in done.failed]
        for name, n in done.rows.items():
            self.rows[name] += n


def run(
    paths: str | Path | Iterable[str | Path],
    out: str | Path,
    format: str = "csv",
    workers: int = 1,
    engine: str = "local",
    scheduler: str | None = None,
    resume: bool = False,
    text_column: str = "text",
    id_column: str | None = None,
    targets: str | Path | None = None,
    measures: Sequence[Measure] | None = None,
    partition_size: int | None = None,
    progress: bool = True,
) -> Report:
    """Analyse articles and write one file per table, and `manifest.json`, into the folder `out`.

    The files are there once the run is complete; until then its parts lie in a hidden folder.
    Equal inputs and options give equal bytes, whatever engine, number of workers or interruptions.

    Parameters
    ----------
    paths : path or list of paths
        Text files, folders, globs, or CSV/JSONL/Parquet tables with a text column.
    out : path
        A folder; results of an earlier run in it are replaced.
    format : {'csv', 'parquet', 'jsonl'}
        For Parquet every table is a folder of partitions.
    workers : int
        Processes on this machine.
    engine, scheduler : str
        `local`, or `dask` with the address of a scheduler; without one, a cluster on this machine.
    resume : bool
        Go on with what an earlier call with the same inputs and options left unfinished.
    measures : sequence of Measure, optional
        By default sentiment, hedging and stance, the last towards `targets` (a TOML file).
    partition_size : int, optional
        Articles in a partition.

    Raises
    ------
    OptionError, ColumnError, MissingFileError, InputError
        If the call itself is wrong; nothing is written then.
    """
    _check(format, workers, engine, scheduler)
    sources = sources_of(paths, text_column, id_column)
    measures = tuple(default_measures(targets) if measures is None else measures)
    out = Path(out)
    report = Report(out)
    with _engine(engine, workers, scheduler, measures) as go_through:
        plan = make_plan(sources, format, measures, partition_size)
        if resume and _is_complete(out, plan):
            return _reported(out, plan, report)
        _prepare(out, plan, resume)
        shared = workers > 1 or engine == "dask"
        job = Job(str(_workplace(out, plan).resolve()), format, plan.metadata, measures, shared)
        done = _run_partitions(go_through, job, plan, sources, progress, report)
    for number in sorted(done):
        report.add(done[number])
    _finish(out, job, plan, report)
    return report


def default_measures(targets: str | Path | None) -> list[Measure]:
    """Return the measures of a run for which none are named."""
    from stimmlage.measures.hedging import Hedging
    from stimmlage.measures.sentiment import Sentiment
    from stimmlage.measures.stance.stance import Stance

    return [Sentiment(), Hedging(), Stance() if targets is None else Stance(targets=Path(targets))]


def _check(format: str, workers: int, engine: str, scheduler: str | None) -> None:
    if format not in FORMATS:
        raise OptionError(f"`format` must be one of {', '.join(map(repr, FORMATS))}; not {format!r}.")
    if engine not in ENGINES:
        raise OptionError(f"`engine` must be 'local' or 'dask'; not {engine!r}.")
    if workers < 1:
        raise OptionError(f"`workers` must be 1 or more; not {workers!r}.")
    if scheduler and engine != "dask":
        raise OptionError("A `scheduler` is of use only with the engine 'dask'.")


def _engine(engine: str, workers: int, scheduler: str | None, measures: Sequence[Measure]) -> AbstractContextManager[Engine]:
    if engine == "dask":
        from stimmlage.running.dask_engine import cluster

        return cluster(workers, scheduler)
    from stimmlage.running.local import run_here, several_processes

    return several_processes(workers, measures) if workers > 1 else nullcontext(run_here)


def _run_partitions(
    go_through: Engine, job: Job, plan: Plan, sources: Sequence[Source], progress: bool, report: Report
) -> dict[int, Done]:
    """Compute what is not done yet, and return what came of every partition."""
    from tqdm import tqdm

    done: dict[int, Done] = {}
    with tqdm(total=plan.n_documents, unit="article", file=sys.stderr, disable=not progress) as bar:

        def known(part: Done) -> None:
            done[part.number] = part
            report.n_resumed += part.n_documents
            if progress:
                bar.initial += part.n_documents  # the speed is that of this call
                bar.update(part.n_documents)

        def finished(part: Done) -> None:
            done[part.number] = part
            if job.shared:
                bar.update(part.n_documents)

        go_through(job, _unfinished(job, plan, sources, known), finished, bar.update)
    return done


def _unfinished(
    job: Job, plan: Plan, sources: Sequence[Source], known: Callable[[Done], None]
) -> Iterator[tuple[int, list[Item]]]:
    for number, items in partitions(sources, plan.partition_size):
        before = what_was_done(job, number)
        if before is None:
            yield number, items
        else:
            known(before)


def _workplace(out: Path, plan: Plan) -> Path:
    """The hidden folder of the parts; each plan has its own, so that no two runs can mix theirs."""
    return out / f"{_UNFINISHED}{plan.key[:16]}"


def _prepare(out: Path, plan: Plan, resume: bool) -> None:
    """Make the folder ready; parts of another run than this one are not gone on with."""
    if out.exists() and not out.is_dir():
        raise OptionError(f"{str(out)!r} is a file; give a folder.")
    workplace = _workplace(out, plan)
    if resume and (workplace / "plan.json").exists():
        return
    others = sorted(out.glob(f"{_UNFINISHED}*"))
    if resume and any((other / "plan.json").exists() for other in others):
        raise OptionError(
            f"{str(out)!r} holds an unfinished run with other inputs, options or versions; "
            "call without --resume to start anew, or give another folder."
        )
    for name in ("manifest.json", *(f"{name}.{format}" for name in TABLES for format in FORMATS)):
        remove(out / name)
    for other in others:
        remove(other)
    write_whole(workplace / "plan.json", json.dumps(plan.described()).encode())


def _finish(out: Path, job: Job, plan: Plan, report: Report) -> None:
    """Put the tables in their place; the manifest comes last and says that all are there."""
    unfinished = Path(job.folder)
    for name in TABLES:
        target = out / f"{name}.{plan.format}"
        if plan.format == "parquet":
            move_whole(unfinished / target.name, target)
        else:
            parts = (job.part(name, number) for number in range(plan.n_partitions))
            join_whole(target, head(name, plan.format, plan.metadata), parts, unfinished)
    manifest = {**plan.described(), "rows": report.rows, "problems": report.problems, "key": plan.key}
    write_whole(out / "manifest.json", (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode())
    remove(unfinished)


def _is_complete(out: Path, plan: Plan) -> bool:
    try:
        return json.loads((out / "manifest.json").read_text("utf-8"))["key"] == plan.key
    except (FileNotFoundError, KeyError, json.JSONDecodeError):
        return False


def _reported(out: Path, plan: Plan, report: Report) -> Report:
    """Make the report of a run that is complete already."""
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    report.n_documents = report.n_resumed = manifest["n_documents"]
    report.problems, report.rows = manifest["problems"], manifest["rows"]
    remove(_workplace(out, plan))
    return report
