"""Partitions on this machine: in this process, or spread over several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from stimmlage.errors import StimmlageError
from stimmlage.running.inputs import Item
from stimmlage.running.partition import Done, Job, process

Numbered = Iterable[tuple[int, list[Item]]]


def run_here(job: Job, parts: Numbered, finished: Callable[[Done], None], tick: Callable[[], object]) -> None:
    """Go through the partitions in this process; `tick` is called after each article."""
    for number, items in parts:
        finished(process(job, number, items, tick))


def run_spread(job: Job, parts: Numbered, finished: Callable[[Done], None], workers: int) -> None:
    """Go through the partitions in several processes; few wait at a time, so that memory stays flat.

    Raises
    ------
    StimmlageError
        If a worker died.
    """
    context = multiprocessing.get_context("spawn")
    others = multiprocessing.active_children()
    parts = iter(parts)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent) as pool:
        waiting: set[Future[Done]] = set()
        try:
            while True:
                for number, items in islice(parts, 2 * workers - len(waiting)):
                    waiting.add(pool.submit(process, job, number, items))
                if not waiting:
                    return
                ready, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                for future in ready:
                    finished(future.result())
        except BrokenProcessPool as error:
            raise StimmlageError("A worker process died (out of memory?); what was finished is kept, call again with --resume.") from error
        except BaseException:  # do not wait for partitions that will be computed again
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in multiprocessing.active_children():
                if worker not in others:
                    worker.terminate()
            raise


def _end_with_parent() -> None:
    """See to it that a worker does not outlive a parent that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
