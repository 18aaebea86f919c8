"""The command line: what it writes, and what it says when something is wrong."""

import errno
import gzip
import io
import json
import re
import signal
import subprocess
import sys
import threading

import pandas as pd
import pytest

from stimmlage import starting
from stimmlage.cli import TASKS, main
from stimmlage.errors import InputError, WorkerError
from stimmlage.schema import TABLES
from stimmlage.study import Study

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
        (["analyse", "a.txt", "--out", "x", "--format", "xls"], "'csv', 'csv-de', 'parquet', 'jsonl', 'xlsx'"),
        (["analyse", "a.txt", "--out", "x", "--workers", "0"], "1 or more, not '0'"),
        (["analyse", "a.txt", "--out", "x", "--workers", "99999999999"], "from 1 to 512"),
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


def _full(*arguments, **options):
    raise OSError(errno.ENOSPC, "No space left on device", "x/y.csv")


@pytest.mark.parametrize(
    ("place", "arguments", "said"),
    [
        ("stimmlage.running.partition.write_whole", ["analyse", "a.txt", "--out", "out"], "--resume"),
        ("stimmlage.running.finishing.write_whole", ["analyse", "a.txt", "--out", "out"], "--resume"),
        ("stimmlage.exchange.files.os.fsync", ["show", "a.txt", "--out", "a.html"], "No space left"),
    ],
)
def test_a_full_disk_is_one_line_and_exit_code_1(article, tmp_path, monkeypatch, capsys, place, arguments, said):
    monkeypatch.chdir(tmp_path)
    article.rename(tmp_path / "a.txt")
    with monkeypatch.context() as patch:
        patch.setattr(place, _full)
        assert main(arguments) == 1
    told = capsys.readouterr().err.strip().splitlines()[-1]
    assert told.startswith("stimmlage: 'x/y.csv': No space left on device.") and said in told
    assert not [p.name for p in tmp_path.rglob("*") if p.name.endswith((".tmp", ".html"))]
    if arguments[0] == "analyse":
        assert main([*arguments, "--resume"]) == 0


@pytest.mark.parametrize("out", ["a.txt/below", "/proc/nothing", "n" * 300])
def test_an_out_folder_that_cannot_be(article, tmp_path, monkeypatch, capsys, out):
    monkeypatch.chdir(tmp_path)
    article.rename(tmp_path / "a.txt")
    assert main(["analyse", "a.txt", "--out", out]) in (1, 2)
    assert main(["show", "a.txt", "--out", f"{out}/x.html"]) in (1, 2)
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 2 and all(line.startswith("stimmlage: ") for line in told)


@pytest.mark.parametrize(
    "content",
    ["x = " + "9" * 5000, "x = " + "[" * 5000, "target = 5", "patterns", "\ud800".encode("utf-8", "surrogatepass")],
)
def test_targets_that_cannot_be_read(article, tmp_path, capsys, content):
    targets = tmp_path / "t.toml"
    targets.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["analyse", str(article), "--out", str(tmp_path / "out"), "--targets", str(targets)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("g.jsonl.gz", b"no gzip"),
        ("g.jsonl.gz", gzip.compress(b'{"id": "1"}\n' * 9999, mtime=0)[:40]),
        ("g.jsonl", b"[1]\n"),
        ("g.jsonl", b"\xff\n"),
        ("g.jsonl", b'{"id": ' + b"9" * 5000 + b"}\n"),
        ("g.jsonl", b"[" * 100_000),
    ],
)
def test_gold_that_cannot_be_read(tmp_path, capsys, name, content):
    (tmp_path / name).write_bytes(content)
    assert main(["evaluate", "sentiment", str(tmp_path / name)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "task", "quotations sentiment subjectivity stance target_stance modality hedging concession genre".split()
)
def test_a_task_can_be_evaluated(task, capsys):
    assert task in TASKS
    with pytest.raises(SystemExit):
        main(["evaluate", "--help"])
    assert task in capsys.readouterr().out


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_page_of_an_article_in_both_languages(language, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    assert main(["show", str(tmp_path / "a.txt"), "--out", str(tmp_path / "a.html"), "--language", language]) == 0
    assert f'lang="{language}"' in (tmp_path / "a.html").read_text("utf-8")


@pytest.fixture
def failing(monkeypatch):
    """Let `doctor` end with an error."""

    def fail(error):
        def raising(_root):
            raise error

        monkeypatch.setattr(starting, "findings", raising)

    return fail


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (WorkerError("a process was killed"), 1, "stimmlage: a process was killed\n"),
        (InputError("no article"), 2, "stimmlage: no article\n"),
        (KeyboardInterrupt(), 1, "stimmlage: interrupted; what was finished is kept, `--resume` goes on.\n"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_code(failing, capsys, error, code, said):
    failing(error)
    assert main(["doctor"]) == code
    assert capsys.readouterr().err == said


def test_a_reader_that_went_away_is_no_error(failing, monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    failing(BrokenPipeError())
    assert main(["doctor"]) == 0 and sys.stderr.closed


def test_the_doctor_says_what_is_missing(monkeypatch, capsys):
    found = [starting.Finding("Python", True, "install it"), starting.Finding("JupyterLab", False, "install it")]
    monkeypatch.setattr(starting, "findings", lambda root: found)
    assert main(["doctor"]) == 1
    assert capsys.readouterr().out == "ok       Python\nmissing  JupyterLab: install it\n"
    monkeypatch.setattr(starting, "findings", lambda root: found[:1])
    assert main(["doctor"]) == 0


def test_reproduce_says_where_its_results_are_and_what_differs(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(Study, "__init__", lambda self, root: None)
    monkeypatch.setattr(Study, "reproduce", lambda self: None)
    assert main(["reproduce", "--root", str(tmp_path)]) == 0
    places = [line.partition(": ")[2] for line in capsys.readouterr().out.splitlines()]
    wanted = ("corpus/built", "figures", "build/notebooks", "build/html/index.html")
    assert places == [str(tmp_path / place) for place in wanted]
    monkeypatch.setattr(Study, "check", lambda self: ["t.csv: 1 rows became 2"])
    assert main(["reproduce", "--root", str(tmp_path), "--check"]) == 1
    assert capsys.readouterr().out == "t.csv: 1 rows became 2\n1 differences.\n"
    monkeypatch.setattr(Study, "check", lambda self: [])
    assert main(["reproduce", "--root", str(tmp_path), "--check"]) == 0
    assert capsys.readouterr().out == "Everything is as committed.\n"


def test_signals_are_as_before_when_a_command_is_over(monkeypatch):
    during = []
    monkeypatch.setattr(starting, "findings", lambda root: during.append(signal.getsignal(signal.SIGTERM)) or [])
    before = [signal.getsignal(s) for s in (signal.SIGTERM, signal.SIGHUP)]
    assert main(["doctor"]) == 0
    assert [signal.getsignal(s) for s in (signal.SIGTERM, signal.SIGHUP)] == before
    with pytest.raises(KeyboardInterrupt):
        during[0](signal.SIGTERM, None)


def test_a_command_runs_in_a_thread_too(monkeypatch):
    monkeypatch.setattr(starting, "findings", lambda root: [])
    codes = []
    thread = threading.Thread(target=lambda: codes.append(main(["doctor"])))
    thread.start()
    thread.join()
    assert codes == [0]


def test_the_version_names_the_build(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert re.fullmatch(r"stimmlage [\d.]+\w* \(.+\)\n", capsys.readouterr().out)


@pytest.mark.parametrize("given", ["0", "-1", "two", "1.5"])
def test_workers_are_a_whole_number(given, article, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["analyse", str(article), "--out", "x", "--workers", given])
    assert ended.value.code == 2
    assert f"takes a whole number of 1 or more, not {given!r}" in capsys.readouterr().err
