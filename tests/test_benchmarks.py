"""The benchmarks run, and measure what they say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "benchmarks"


def test_one_contender():
    done = subprocess.run(
        [sys.executable, str(FOLDER / "run.py"), "--one", "Stimmlage reading", "3"],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert found["articles"] == 3 and found["words"] > 50 and found["seconds"] > 0 and found["peak"] > 10


def test_memory_of_a_made_corpus():
    done = subprocess.run(
        [sys.executable, str(FOLDER / "run.py"), "--memory", "30"], capture_output=True, text=True, check=True
    )
    row = done.stdout.strip().splitlines()[-1]
    assert row.startswith("| 30 |") and row.count("|") == 11 and row.endswith("| 0 |")


def test_growth_over_odd_texts():
    done = subprocess.run(
        [sys.executable, str(FOLDER / "linear.py"), "--length", "2000"], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1) and len(done.stdout.splitlines()) == 21 and "prose" in done.stdout


def test_samples_are_compared_with_what_is_expected_of_them(tmp_path):
    (tmp_path / "a.md").write_text("# Streit\n\nDer Rat tagt heute in Lunden.\n", "utf-8")
    expected = {"title": "Streit", "author": "Anna Berg", "body": "Der Rat tagt heute in Lunden.", "must_not": ["#"]}
    told = [{"file": "a.md", "articles": 1, "expected": [expected]}, {"file": "b.md", "articles": 1, "expected": [{}]}]
    (tmp_path / "expectations.json").write_text(json.dumps(told), "utf-8")
    done = subprocess.run(
        [sys.executable, str(FOLDER / "formats.py"), str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "articles 1/1; title 1/1; date 0/0; outlet 0/0; author 0/1" in done.stdout and "words 1/1" in done.stdout
    assert "Nothing found" in done.stdout
