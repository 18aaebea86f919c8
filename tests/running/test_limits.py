"""Limits of one article."""

from __future__ import annotations

import signal
import time
from contextlib import suppress

import pandas as pd
import pytest
from tests.running.articles import LONG

from stimmlage.errors import LimitError, OptionError
from stimmlage.running import limits, run
from stimmlage.running.limits import Limits


def test_an_article_that_takes_too_long_is_a_row_and_the_run_goes_on(tmp_path):
    for name, text in {"lang": LONG, "kurz": "Ein Satz.", "zuletzt": "Noch ein Satz."}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    report = run(tmp_path, tmp_path / "out", progress=False, limits=Limits(seconds=0.3))
    assert report.n_documents == 3 and [p.split(":")[0] for p in report.problems] == ["lang"]
    assert "stopped after 0.3 seconds" in report.problems[0]
    frame = pd.read_csv(tmp_path / "out" / "documents.csv", keep_default_na=False).set_index("doc_id")
    assert frame["problem"].ne("").to_dict() == {"kurz": False, "lang": True, "zuletzt": False}
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_would_take_too_much_memory_is_not_begun(tmp_path, workers):
    for name, text in {"lang": LONG, "kurz": "Ein Satz."}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    report = run(tmp_path, tmp_path / "out", measures=[], progress=False, workers=workers, limits=Limits(megabytes=100))
    assert len(report.problems) == 1 and "699,999 characters would take about 210 MB" in report.problems[0]
    assert run(tmp_path / "kurz.txt", tmp_path / "two", measures=[], progress=False, limits=Limits(0, 0)).problems == []


@pytest.mark.parametrize("limit", [-1, float("nan"), float("inf"), "viel", True])
def test_limits_are_numbers(limit):
    with pytest.raises(OptionError, match="no limit"):
        Limits(seconds=limit)


def test_an_alarm_that_was_swallowed_rings_again(monkeypatch):
    monkeypatch.setattr(limits, "_AGAIN", 0.05)
    with pytest.raises(LimitError), Limits(seconds=0.05).timed():
        for _ in range(2):
            with suppress(LimitError):
                time.sleep(1)
        time.sleep(1)
