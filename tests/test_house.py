"""Rules of the house: types check, the linter is content, lists have a head, nothing is recorded that should not be."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEXICONS = sorted((ROOT / "analysis/stimmlage/language/lexicons").glob("*.txt"))


@pytest.mark.parametrize(
    "command",
    [
        ["mypy"],
        ["ruff", "check", "analysis", "tests", "benchmarks", "docs"],
        ["ruff", "format", "--check", "analysis", "tests", "benchmarks", "docs"],
    ],
    ids=lambda c: c[0],
)
def test_checker_passes(command):
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


@pytest.mark.parametrize("path", LEXICONS, ids=lambda p: p.stem)
def test_lexicon_says_what_it_is(path):
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    assert any("licence" in line.lower() for line in head), "the head names no licence"
    assert any("source" in line.lower() for line in head), "the head names no source"


@pytest.mark.parametrize("path", LEXICONS, ids=lambda p: p.stem)
def test_lexicon_has_no_entry_twice(path):
    lines = [x.strip() for x in path.read_text("utf-8").splitlines() if x.strip() and not x.startswith("#")]
    assert sorted({x for x in lines if lines.count(x) > 1}) == []


def test_import_takes_no_heavy_package_along():
    code = "import stimmlage, sys; print(sorted({'pandas', 'HanTa', 'matplotlib', 'nltk'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


@pytest.mark.parametrize("path", sorted(ROOT.glob("requirements*.lock")), ids=lambda p: p.name)
def test_requirements_name_no_place_to_fetch_from(path):
    text = path.read_text()
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)
    assert "--hash=sha256:" in text
