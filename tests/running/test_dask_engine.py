"""Partitions on a cluster."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.running.articles import _KILLER, contents

from stimmlage.errors import OptionError
from stimmlage.running import run


def test_dask_with_a_killed_worker_equals_local(rows, tmp_path):
    distributed = pytest.importorskip("distributed")
    options = dict(format="parquet", partition_size=3, progress=False)
    run(rows, tmp_path / "local", **options)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        victim = next(iter(cluster.workers.values())).pid
        killer = subprocess.Popen([sys.executable, "-c", _KILLER, str(tmp_path / "dask"), str(victim)])
        report = run(rows, tmp_path / "dask", engine="dask", scheduler=cluster.scheduler_address, **options)
        assert killer.wait(60) == 0, "the worker was not killed in the middle"
    assert report.n_documents == 60
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")


def test_dask_starts_its_own_cluster(rows, tmp_path):
    pytest.importorskip("distributed")
    run(rows, tmp_path / "local", measures=[], partition_size=20, progress=False)
    run(rows, tmp_path / "dask", measures=[], partition_size=20, progress=False, engine="dask", workers=2)
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")


def test_no_scheduler_there(rows, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("stimmlage.running.dask_engine._PATIENCE", 1)
    with pytest.raises(OptionError, match="No Dask scheduler answers"):
        run(rows, tmp_path / "out", measures=[], engine="dask", scheduler="tcp://127.0.0.1:1", progress=False)
