"""A table of articles for runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.running.articles import article

import stimmlage as sl
from stimmlage.running import run


@pytest.fixture
def rows(tmp_path) -> Path:
    path = tmp_path / "artikel.jsonl"
    lines = [{"id": f"a{i}", "text": article(i), "ressort": "Politik", "jahr": 2000 + i} for i in range(60)]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


@pytest.fixture
def stored(rows, tmp_path) -> Path:
    run(rows, tmp_path / "stored", format="parquet", measures=[], partition_size=9, progress=False)
    return tmp_path / "stored"


@pytest.fixture
def summed(rows, tmp_path):
    run(rows, tmp_path / "out", format="parquet", partition_size=7, progress=False)
    return sl.open(tmp_path / "out")
