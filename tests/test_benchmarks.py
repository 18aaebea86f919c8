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
