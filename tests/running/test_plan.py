"""What a run goes on with."""

from __future__ import annotations

import pytest
from tests.running.articles import contents

from stimmlage.errors import OptionError
from stimmlage.exchange import inputs
from stimmlage.running import run


def test_resume_computes_only_what_is_missing(rows, tmp_path, monkeypatch):
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    options = dict(measures=[], partition_size=10, progress=False)
    run(rows, whole, **options)
    analyse, seen = inputs.analyse, []

    def stopping(document):
        seen.append(document.doc_id)
        if len(seen) == 35:
            raise KeyboardInterrupt
        return analyse(document)

    monkeypatch.setattr(inputs, "analyse", stopping)
    with pytest.raises(KeyboardInterrupt):
        run(rows, stopped, **options)
    assert not (stopped / "manifest.json").exists() and not (stopped / "documents.csv").exists()
    report = run(rows, stopped, resume=True, **options)
    assert report.n_resumed == 30 and seen[35:] == [f"a{i}" for i in range(30, 60)]
    assert contents(whole) == contents(stopped)
    assert run(rows, stopped, resume=True, **options).n_resumed == 60


def test_resume_refuses_another_run(rows, tmp_path, monkeypatch):
    def stop(document):
        raise KeyboardInterrupt

    monkeypatch.setattr(inputs, "analyse", stop)
    with pytest.raises(KeyboardInterrupt):
        run(rows, tmp_path / "out", measures=[], progress=False)
    monkeypatch.undo()
    with pytest.raises(OptionError, match="other inputs, options or versions"):
        run(rows, tmp_path / "out", measures=[], format="jsonl", resume=True, progress=False)
    run(rows, tmp_path / "out", measures=[], format="jsonl", progress=False)
    assert (tmp_path / "out" / "documents.jsonl").exists()
