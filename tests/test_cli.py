"""The command line: what it writes, and what it says when something is wrong."""

import json
import subprocess
import sys

import pandas as pd
import pytest

from stimmlage.cli import main
from stimmlage.schema import TABLES

ARTICLE = """Rathaus bekommt neues Dach

Das Dach werde im Herbst gedeckt, sagte Bürgermeisterin Anna Berg am Montag. „Das wird teuer“, fügte sie hinzu.

Kritik kam von Jonas Feld. Der Plan sei vielleicht unklug, meinte er.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "dach.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.mark.parametrize("kind", ["csv", "parquet", "jsonl"])
def test_analyse_writes_every_table(article, tmp_path, kind):
    out = tmp_path / "out"
    assert main(["analyse", str(article), "--out", str(out), "--format", kind]) == 0
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet, "jsonl": lambda p: pd.read_json(p, lines=True)}[kind]
    for name, columns in TABLES.items():
        if kind == "csv":
            assert list(read(out / f"{name}.csv").columns) == list(columns)
        else:
            assert (out / f"{name}.{kind}").exists()
    speakers = read(out / f"quotations.{kind}")["speaker"]
    assert set(speakers) == {"Anna Berg", "Jonas Feld"}


def test_show_writes_one_page(article, tmp_path):
    page = tmp_path / "dach.html"
    assert main(["show", str(article), "--out", str(page)]) == 0
    html = page.read_text("utf-8")
    assert "Anna Berg" in html and "http://" not in html and "https://" not in html


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["analyse", "nothing.txt", "--out", "x"], "nothing.txt"),
        (["analyse", "--out", "x"], "PATH"),
        (["analyse", "a.txt", "--out", "x", "--format", "xls"], "'csv', 'parquet', 'jsonl'"),
        (["analyse", "a.txt", "--out", "x", "--workers", "0"], "1 or more, not '0'"),
        (["evaluate", "tone", "gold.jsonl"], "tone"),
        (["evaluate", "sentiment", "nothing.jsonl"], "No gold data at 'nothing.jsonl'"),
        (["show", "nothing.txt", "--out", "x.html"], "nothing.txt"),
        (["reproduce", "--root", "nowhere"], "No study in 'nowhere'"),
        ([], "COMMAND"),
    ],
)
def test_a_wrong_call_gets_one_line_and_exit_code_2(arguments, said, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = stop.code
    told = capsys.readouterr().err.strip().splitlines()
    assert (code, len(told)) == (2, 1)
    assert told[0].startswith("stimmlage: ") and said in told[0]
    assert list(tmp_path.iterdir()) == []


def test_gold_of_another_task_is_refused(tmp_path, capsys):
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "1", "words": "x"}\n')
    assert main(["evaluate", "sentiment", str(gold)]) == 2
    assert "no gold data for sentiment" in capsys.readouterr().err


def test_items_without_labels_can_be_predicted(tmp_path, capsys):
    gold, out = tmp_path / "items.jsonl", tmp_path / "out.jsonl"
    gold.write_text('{"id": "1", "text": "Der Plan ist gut.", "target": "Plan"}\n', "utf-8")
    assert main(["evaluate", "sentiment", str(gold), "--predictions", str(out)]) == 0
    assert json.loads(out.read_text("utf-8"))["id"] == "1"
    assert "nothing to score" in capsys.readouterr().out


def test_help_starts_without_pandas():
    code = "import sys; from stimmlage.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nsys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0
