"""Partitions on this machine: in this process, or spread over several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from typing import Any

from stimmlage.analysis import analyse
from stimmlage.errors import WorkerError
from stimmlage.exchange.inputs import Item
from stimmlage.exchange.tables import tables_of
from stimmlage.measures.measure import Measure
from stimmlage.reading.segmentation import read_text
from stimmlage.running.partition import Done, Job, process

Numbered = Iterable[tuple[int, list[Item]]]
Engine = Callable[[Job, Numbered, Callable[[Done], None], Callable[[], object]], None]
"""Goes through numbered partitions, and tells of each when it is finished, or of each article while at it."""


def run_here(job: Job, parts: Numbered, finished: Callable[[Done], None], tick: Callable[[], object]) -> None:
    """Go through the partitions in this process; `tick` is called after each article."""
    for number, items in parts:
        finished(process(job, number, items, tick))


class _Recording(SpawnContext):
    """Starts processes, and remembers which: only these are ended with the run."""

    def __init__(self) -> None:
        super().__init__()
        self.started: list[BaseProcess] = []

    def Process(self, *args: Any, **options: Any) -> SpawnProcess:  # type: ignore[override]
        process = super().Process(*args, **options)
        self.started.append(process)
        return process


@contextmanager
def several_processes(workers: int, measures: Sequence[Measure]) -> Iterator[Engine]:
    """Start processes, which get ready while the run is planned; few partitions wait at a time, so that memory
    stays flat.

    Raises
    ------
    WorkerError
        If a worker died.
    """
    context = _Recording()
    with ProcessPoolExecutor(workers, context, _get_ready, (measures,)) as pool:

        def run_spread(job: Job, parts: Numbered, finished: Callable[[Done], None], tick: object) -> None:
            _spread(pool, 2 * workers, job, iter(parts), finished)

        try:
            with _uninterrupted():
                for _ in range(workers):
                    pool.submit(os.getpid)  # the first call starts a process
            yield run_spread
        except BrokenProcessPool as error:
            raise WorkerError(
                "A worker process died (out of memory?); what was finished is kept, call again with --resume."
            ) from error
        finally:  # nothing is lost: what was finished is on disk, and the rest will be computed again
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in context.started:
                worker.terminate()  # to wait for it to tidy up its memory would take seconds


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let the processes that are started inside be deaf to Ctrl-C, which is their parent's affair, from the first."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _spread(
    pool: ProcessPoolExecutor,
    ahead: int,
    job: Job,
    parts: Iterator[tuple[int, list[Item]]],
    finished: Callable[[Done], None],
) -> None:
    waiting: set[Future[Done]] = set()
    while True:
        for number, items in islice(parts, ahead - len(waiting)):
            waiting.add(pool.submit(process, job, number, items))
        if not waiting:
            return
        ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        for future in ready:
            finished(future.result())


def _get_ready(measures: Sequence[Measure]) -> None:
    """Load models and word lists; what goes wrong here will be a problem of documents later."""
    _end_with_parent()
    with suppress(Exception):
        tables_of(analyse(read_text("Das ist ein Satz.")), measures)


def _end_with_parent() -> None:
    """See to it that a worker does not outlive a parent that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
