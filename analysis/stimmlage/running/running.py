"""Many articles: analyse them in partitions, on one machine or a cluster, and go on after a stop."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from stimmlage.errors import OptionError
from stimmlage.exchange.files import remove, write_whole
from stimmlage.exchange.formats import WRITERS
from stimmlage.exchange.inputs import Articles, Item
from stimmlage.exchange.manifest import CLAIMS, UNFINISHED, is_whole, own_names, read_manifest
from stimmlage.exchange.paths import sources_of
from stimmlage.exchange.people_file import Person, read_people
from stimmlage.measures.measure import Measure
from stimmlage.running.finishing import check_out, finish
from stimmlage.running.limits import Limits
from stimmlage.running.lock import locked
from stimmlage.running.partition import Done, Job, what_was_done
from stimmlage.running.plan import Plan, make_plan, partitions
from stimmlage.schema import TABLES
from stimmlage.waiting import bar

if TYPE_CHECKING:
    from stimmlage.running.local import Engine

FORMATS = tuple(WRITERS)
ENGINES = ("local", "dask")
_MOST_WORKERS = 512
_NO_MORE_THAN = Limits()


@dataclass
class Report:
    """What came of a run: the folder, how much there was, and what could not be processed."""

    out: Path
    n_documents: int = 0
    n_resumed: int = 0
    problems: list[str] = field(default_factory=list)
    formats: dict[str, int] = field(default_factory=dict)
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
    words: Mapping[str, str | Path] | None = None,
    people: str | Path | None = None,
    measures: Sequence[Measure] | None = None,
    partition_size: int | None = None,
    progress: bool = True,
    limits: Limits = _NO_MORE_THAN,
) -> Report:
    """Analyse articles and write one file per table, and `manifest.json`, into the folder `out`.

    The files are there once the run is complete; until then its parts lie in a hidden folder.
    Equal inputs and options give equal bytes, whatever engine, number of workers or interruptions.

    Parameters
    ----------
    paths : path or list of paths
        Files of any format of `exchange.registry.FORMATS`, folders, globs, or tables with a text column.
    out : path
        A folder; results of an earlier run in it are replaced, once the new ones are whole. What is not
        the kit's own is never touched.
    format : {'csv', 'csv-de', 'parquet', 'jsonl', 'xlsx'}
        For Parquet every table is a folder of partitions; `csv-de` is CSV as German Excel opens it; `xlsx` is one
        workbook, `tables.xlsx`, with a sheet a table.
    workers : int
        Processes on this machine.
    engine, scheduler : str
        `local`, or `dask` with the address of a scheduler; without one, a cluster on this machine.
    resume : bool
        Go on with what an earlier call with the same inputs and options left unfinished.
    measures : sequence of Measure, optional
        By default sentiment, hedging and stance, the last towards `targets` (a TOML file).
    words : mapping, optional
        For the default measures: word lists of your own, by the name of the measure (`{"hedging": "hedges.txt"}`).
    people : path, optional
        Known people (`people.toml`), whose names and ids stand in all tables; what else is said of them becomes columns
        of `speakers`.
    partition_size : int, optional
        Articles in a partition.
    limits : Limits
        Time and memory that one article may take, ten minutes and 4,000 MB by default; one that takes more is a row
        with a `problem`.

    Raises
    ------
    OptionError, ColumnError, MissingFileError, InputError
        If the call itself is wrong, an input would be replaced, a name is taken by what is not the kit's, or
        another run is writing into the folder; nothing is written then.
    """
    _check(format, workers, engine, scheduler, partition_size)
    sources = sources_of(paths, text_column, id_column)
    measures = default_measures(targets, words or {}) if measures is None else measures
    known = () if people is None else read_people(people)
    return store(
        sources, out, format, measures, workers, engine, scheduler, resume, partition_size, progress, known, limits
    )


def store(
    sources: Sequence[Articles],
    out: str | Path,
    format: str,
    measures: Sequence[Measure],
    workers: int = 1,
    engine: str = "local",
    scheduler: str | None = None,
    resume: bool = False,
    partition_size: int | None = None,
    progress: bool = True,
    people: Sequence[Person] = (),
    limits: Limits = _NO_MORE_THAN,
) -> Report:
    """Write the tables of articles from anywhere, as `run` does."""
    _check(format, workers, engine, scheduler, partition_size)
    out = Path(out)
    if out.exists() and not out.is_dir():
        raise OptionError(f"{str(out)!r} is a file; give a folder.")
    check_out(out, format, [file for source in sources for file in source.files])
    measures = tuple(measures)
    if wrong := [measure for measure in measures if not isinstance(measure, Measure)]:
        raise OptionError(f"`measures` takes measures, for example sl.Hedging(); not {wrong[0]!r}.")
    report = Report(out)
    with locked(out), _engine(engine, workers, scheduler, measures) as go_through:
        plan = make_plan(sources, format, measures, partition_size, people)
        report.formats = plan.formats
        if resume and _is_complete(out, plan):
            return _reported(out, plan, report)
        _prepare(out, plan, resume)
        shared = workers > 1 or engine == "dask"
        job = Job(str(_workplace(out, plan).resolve()), format, plan.extra, measures, shared, tuple(people), limits)
        done = _run_partitions(go_through, job, plan, sources, progress, report)
        for number in sorted(done):
            report.add(done[number])
        finish(out, job, plan, {"rows": report.rows, "problems": report.problems})
    return report


def default_measures(targets: str | Path | None, words: Mapping[str, str | Path] | None = None) -> list[Measure]:
    """Return the measures of a run for which none are named."""
    from stimmlage.measures.hedging import Hedging
    from stimmlage.measures.sentiment import Sentiment
    from stimmlage.measures.stance.stance import Stance

    own = dict(words or {})
    if unknown := set(own) - {"sentiment", "hedging", "stance"}:
        raise OptionError(f"Word lists are for 'sentiment', 'hedging' or 'stance'; not {sorted(unknown)[0]!r}.")
    return [
        Sentiment(words=own.get("sentiment")),
        Hedging(words=own.get("hedging")),
        Stance(targets=() if targets is None else Path(targets), words=own.get("stance")),
    ]


def _check(format: str, workers: int, engine: str, scheduler: str | None, partition_size: int | None) -> None:
    if format not in FORMATS:
        raise OptionError(f"`format` must be one of {', '.join(map(repr, FORMATS))}; not {format!r}.")
    if engine not in ENGINES:
        raise OptionError(f"`engine` must be 'local' or 'dask'; not {engine!r}.")
    if not 1 <= workers <= _MOST_WORKERS:
        raise OptionError(f"`workers` must be from 1 to {_MOST_WORKERS}; not {workers!r}.")
    if partition_size is not None and partition_size < 1:
        raise OptionError(f"`partition_size` must be 1 or more; not {partition_size!r}.")
    if scheduler and engine != "dask":
        raise OptionError("A `scheduler` is of use only with the engine 'dask'.")


def _engine(
    engine: str, workers: int, scheduler: str | None, measures: Sequence[Measure]
) -> AbstractContextManager[Engine]:
    if engine == "dask":
        from stimmlage.running.dask_engine import cluster

        return cluster(workers, scheduler)
    from stimmlage.running.local import run_here, several_processes

    return several_processes(workers, measures) if workers > 1 else nullcontext(run_here)


def _run_partitions(
    go_through: Engine, job: Job, plan: Plan, sources: Sequence[Articles], progress: bool, report: Report
) -> dict[int, Done]:
    """Compute what is not done yet, and return what came of every partition."""
    done: dict[int, Done] = {}
    with bar(total=plan.n_documents, unit="article", disable=not progress) as shown:

        def known(part: Done) -> None:
            done[part.number] = part
            report.n_resumed += part.n_documents
            if progress:
                shown.initial += part.n_documents  # the speed is that of this call
                shown.update(part.n_documents)

        def finished(part: Done) -> None:
            done[part.number] = part
            if job.shared:
                shown.update(part.n_documents)

        go_through(job, _unfinished(job, plan, sources, known), finished, shown.update)
    return done


def _unfinished(
    job: Job, plan: Plan, sources: Sequence[Articles], known: Callable[[Done], None]
) -> Iterator[tuple[int, list[Item]]]:
    for number, items in partitions(sources, plan.partition_size):
        before = what_was_done(job, number)
        if before is None:
            yield number, items
        else:
            known(before)


def _workplace(out: Path, plan: Plan) -> Path:
    """The hidden folder of the parts; each plan has its own, so that no two runs can mix theirs."""
    return out / f"{UNFINISHED}{plan.key[:16]}"


def _prepare(out: Path, plan: Plan, resume: bool) -> None:
    """Make the folder ready; parts of another run than this one are not gone on with."""
    workplace = _workplace(out, plan)
    if resume and (workplace / "plan.json").exists():
        return
    others = sorted(out.glob(f"{UNFINISHED}*"))
    if resume and any((other / "plan.json").exists() for other in others):
        raise OptionError(
            f"{str(out)!r} holds an unfinished run with other inputs, options or versions; "
            "call without --resume to start anew, or give another folder."
        )
    claimed = own_names(out) if any((other / CLAIMS).exists() for other in others) else None
    for other in others:
        remove(other)
    write_whole(workplace / "plan.json", json.dumps(plan.described()).encode())
    if claimed:  # a run was ended while its tables were put in place: they stay the kit's
        write_whole(workplace / CLAIMS, json.dumps(sorted(claimed)).encode())


def _is_complete(out: Path, plan: Plan) -> bool:
    manifest = read_manifest(out)
    return manifest is not None and manifest.get("key") == plan.key and is_whole(out, manifest)


def _reported(out: Path, plan: Plan, report: Report) -> Report:
    """Make the report of a run that is complete already."""
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    report.n_documents = report.n_resumed = manifest["n_documents"]
    report.problems, report.rows = manifest["problems"], manifest["rows"]
    remove(_workplace(out, plan))
    return report
