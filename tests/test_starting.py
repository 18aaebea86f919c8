"""The first minutes: what is missing is said, and JupyterLab opens on the notebooks."""

import json
import subprocess
from pathlib import Path

import pytest

from stimmlage import starting
from stimmlage.cli import main

ROOT = Path(__file__).parents[1]


def test_here_nothing_is_missing(capsys):
    assert main(["doctor", "--root", str(ROOT)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert all(line.startswith("ok ") for line in said) and any("pandas" in line for line in said)


@pytest.mark.parametrize(
    ("line", "says"), [("pandas>=999", "the kit needs >=999"), ("no-such-package-here>=1", "it is not installed")]
)
def test_a_package_that_is_missing_or_old_is_named(monkeypatch, capsys, line, says):
    monkeypatch.setattr(starting, "requires", lambda _: [line])
    assert main(["doctor", "--root", str(ROOT)]) == 1
    (missing,) = [said for said in capsys.readouterr().out.splitlines() if said.startswith("missing")]
    assert says in missing and line.split(">")[0] in missing


def test_an_analyser_that_fails_is_told_in_a_line(monkeypatch):
    monkeypatch.setattr("stimmlage.doors.from_text", lambda _: 1 / 0)
    (finding,) = [f for f in starting.findings(ROOT) if f.what == "a sentence is read"]
    assert not finding.right and "ZeroDivisionError" in finding.advice and "\n" not in finding.advice


def test_a_folder_without_notebooks_is_told(tmp_path, capsys):
    assert main(["doctor", "--root", str(tmp_path)]) == 1 and "--root" in capsys.readouterr().out
    assert main(["lab", "--root", str(tmp_path)]) == 2 and "notebooks" in capsys.readouterr().err


def test_lab_opens_the_first_notebook_and_fetches_no_news(monkeypatch):
    called = []
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: called.append(command) or subprocess.CompletedProcess(command, 0)
    )
    assert main(["lab", "--root", str(ROOT), "--", "--port=9999"]) == 0
    (command,) = called
    assert command[-1].endswith("notebooks/00_start.ipynb") and any("NeverCheckForUpdate" in part for part in command)
    assert "--port=9999" in command


def test_lab_asks_nothing_about_announcements():
    settings = Path(starting.__file__).parent / "jupyter/labconfig/page_config.json"
    assert json.loads(settings.read_text())["disabledExtensions"] == {
        "@jupyterlab/apputils-extension:announcements": True
    }
