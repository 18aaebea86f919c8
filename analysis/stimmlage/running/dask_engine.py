"""Partitions on a Dask cluster: the same function, on any number of machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from stimmlage.errors import OptionError, StimmlageError, WorkerError
from stimmlage.exchange.inputs import Item
from stimmlage.running.local import Engine, Numbered
from stimmlage.running.partition import Done, Job, process

if TYPE_CHECKING:
    from distributed import Client

_RETRIES = 5
_PATIENCE = 10  # seconds to wait for the scheduler's answer
_AHEAD = 3  # partitions that wait for each thread of the cluster


@contextmanager
def cluster(workers: int, scheduler: str | None) -> Iterator[Engine]:
    """Go through the partitions on a cluster; a partition whose worker died is computed again.

    Parameters
    ----------
    workers : int
        How many processes to start on this machine, if there is no `scheduler`.
    scheduler : str, optional
        The address of a running scheduler, `tcp://host:port`. Its workers must have this version of
        the kit, and see the output folder (and text files of the input) under the same paths.
    """
    with _client(workers, scheduler) as client:

        def run_dask(job: Job, parts: Numbered, finished: Callable[[Done], None], tick: object) -> None:
            _spread(client, job, iter(parts), finished)

        yield run_dask


def _spread(
    client: Client, job: Job, parts: Iterator[tuple[int, list[Item]]], finished: Callable[[Done], None]
) -> None:
    from distributed import as_completed

    def submit(number: int, items: list[Item]) -> Any:
        return client.submit(process, job, number, items, pure=False, retries=_RETRIES)

    ahead = _AHEAD * max(1, sum(client.nthreads().values()))
    running = as_completed([submit(*part) for part in islice(parts, ahead)])
    for future in running:
        try:
            finished(future.result())
        except StimmlageError:
            raise
        except Exception as error:
            raise WorkerError(
                f"The cluster gave up on a partition ({type(error).__name__}: {error}); call again with --resume."
            ) from error
        for part in islice(parts, 1):
            running.add(submit(*part))


@contextmanager
def _client(workers: int, scheduler: str | None) -> Iterator[Client]:
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise OptionError(
            "The engine 'dask' needs the extra of that name: pip install '.[dask]' in the project's folder."
        ) from error
    if scheduler is None:
        with (
            LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise OptionError(
            f"No Dask scheduler answers at {scheduler!r}; start one with 'dask scheduler', and give its tcp://host:port."
        ) from error
    with client:
        yield client
