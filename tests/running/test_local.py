"""Partitions on this machine, killed and interrupted."""

from __future__ import annotations

import os
import queue
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.running.articles import contents, start

from stimmlage.running import local, run


def test_workers_make_no_difference(rows, tmp_path):
    for workers in (1, 2):
        run(rows, tmp_path / str(workers), format="parquet", workers=workers, partition_size=7, progress=False)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_order_of_hashes_makes_no_difference(rows, tmp_path):
    for seed in ("1", "2"):
        code = f"from stimmlage.running import run; run({str(rows)!r}, {str(tmp_path / seed)!r}, format='jsonl', progress=False)"
        subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert (tmp_path / "1" / "scores.jsonl").stat().st_size > 1000


@pytest.mark.parametrize(("format", "workers", "seed"), [("csv", 1, 1), ("parquet", 2, 2), ("jsonl", 1, 3)])
def test_killed_at_random_moments(rows, tmp_path, format, workers, seed):
    """Kill -9 again and again, at any moment; the end is the same, byte for byte."""
    options = dict(format=format, workers=workers, partition_size=4)
    begin = time.monotonic()
    assert start(rows, tmp_path / "whole", **options).wait(120) == 0
    took = time.monotonic() - begin
    moments = random.Random(seed)
    for _ in range(4):
        process = start(rows, tmp_path / "killed", resume=True, **options)
        try:
            process.wait(moments.uniform(0.3, 1.0) * took)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        seen = {p.name for p in (tmp_path / "killed").glob("[!.]*")} if (tmp_path / "killed").exists() else set()
        if "manifest.json" in seen:
            break
    assert start(rows, tmp_path / "killed", resume=True, **options).wait(120) == 0
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


def test_ctrl_c_ends_the_workers_at_once(rows, tmp_path):
    process = start(rows, tmp_path / "out", workers=2, partition_size=60)
    while process.poll() is None and not list(tmp_path.glob("out/.unfinished-*")):
        time.sleep(0.01)
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert process.wait(30) != 0 and time.monotonic() - begin < 10
    assert not (tmp_path / "out" / "manifest.json").exists()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_who_is_asked_to_end_says_how_to_go_on(rows, tmp_path, name):
    out = tmp_path / "out"
    command = [sys.executable, "-m", "stimmlage", "analyse", str(rows), "--out", str(out), "--workers", "2"]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: [signal.signal(s, signal.SIG_DFL) for s in (signal.SIGINT, signal.SIGHUP)],
    )
    while process.poll() is None and not list(out.glob(".unfinished-*")):
        time.sleep(0.01)
    process.send_signal(getattr(signal, name))
    _, said = process.communicate(timeout=30)
    assert process.returncode == 1 and "--resume` goes on" in said and "Traceback" not in said
    assert not (out / "manifest.json").exists() and not list(out.glob(".lock*"))


def test_children_are_deaf_to_ctrl_c_and_the_parent_hears_again():
    before = signal.getsignal(signal.SIGINT)
    with local._uninterrupted():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) is before
    heard = []

    def inside():
        with local._uninterrupted():
            heard.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=inside)
    thread.start()
    thread.join()
    assert heard == [before]


def test_a_worker_ends_with_its_parent(monkeypatch):
    """The parent is gone when it can be joined; then the worker ends, too, with an error."""
    ended, parent = queue.Queue(), threading.Event()

    class Parent:
        def join(self):
            parent.wait(10)

    monkeypatch.setattr(local.multiprocessing, "parent_process", Parent)
    monkeypatch.setattr(local.os, "_exit", ended.put)
    before = signal.getsignal(signal.SIGINT)
    try:
        local._get_ready([])
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert ended.empty()
    parent.set()
    assert ended.get(timeout=10) == 1


def test_a_worker_whose_first_article_fails_is_ready(monkeypatch):
    monkeypatch.setattr(local, "_end_with_parent", lambda: None)
    monkeypatch.setattr(local, "read_text", lambda text: 1 / 0)
    local._get_ready([])


def test_partitions_are_given_out_a_few_ahead(monkeypatch):
    monkeypatch.setattr(local, "process", lambda job, number, items: (number, items))
    taken, done = [], []

    def parts():
        for number in range(7):
            taken.append(number)
            assert len(taken) - len(done) <= 3
            yield number, [number]

    with ThreadPoolExecutor(1) as pool:
        local._spread(pool, 3, None, parts(), done.append)
    assert sorted(done) == [(n, [n]) for n in range(7)]
