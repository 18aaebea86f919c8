"""What SECURITY.md promises."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import stimmlage as sl

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "analysis" / "stimmlage"
FORBIDDEN = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "os.system",
    "os.popen",
    "pickle.load",
    "pickle.loads",
    "marshal.loads",
    "yaml.load",
    "shelve.open",
    "urllib.request.urlopen",
    "socket.socket",
}
STARTS = {"starting.py", "executed.py", "new_study.py", "study.py"}
"""Modules that start Jupyter, Python or git, on the user's word and with fixed words."""


def _called(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_no_call_could_execute_what_is_read(path):
    for name, node in _called(ast.parse(path.read_text("utf-8"))):
        assert name not in FORBIDDEN, f"{path.name}, line {node.lineno}: {name}"
        assert not any(k.arg == "shell" for k in node.keywords), f"{path.name}, line {node.lineno}: a shell"
        if name.startswith("subprocess."):
            assert path.name in STARTS, f"{path.name}, line {node.lineno} starts a program"


def test_the_search_finds_what_it_looks_for():
    assert [name for name, _ in _called(ast.parse("import os\nos.system('x'); eval('1')"))] == ["os.system", "eval"]


HOSTILE = '=cmd|"/c calc"!A1'
WATCH = """
import os, sys
inside, done = os.path.realpath(sys.argv[1]), []
def watch(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec",
                 "os.posix_spawn", "pickle.find_class") and not str(args[0]).startswith("numpy"):  # HanTa's model
        done.append(f"{event} {args!r:.200}")
    paths = []
    if event == "open" and isinstance(args[0], (str, bytes, os.PathLike)):
        flags = args[2] or 0
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC):
            paths = [args[0]]
    elif event in ("os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.truncate", "shutil.rmtree"):
        paths = [args[0]]
    elif event in ("os.rename", "os.link", "os.symlink"):
        paths = list(args[:2])
    for path in paths:
        real = os.path.realpath(os.fsdecode(path))
        if not (real == inside or real.startswith(inside + os.sep) or real == os.devnull):
            done.append(f"{event} {real}")
sys.addaudithook(watch)
from stimmlage.cli import main
code = main(sys.argv[2:])
print(*done, sep="\\n")
sys.exit(9 if done else code)
"""


def _hostile_folder(folder):
    folder.mkdir()
    (folder / "a.txt").write_text(f"{HOSTILE}\n\n„<script>alert(1)</script>“, sagte Anna Berg.\n", "utf-8")
    (folder / "b.html").write_text(
        "<html><body><script src='http://example.org/x.js'></script><h1>Titel</h1><p>Der Plan ist gut, sagte sie.</p>"
        "<img src='http://example.org/x.png' onerror='x()'></body></html>",
        "utf-8",
    )
    (folder / "c.jsonl").write_text(json.dumps({"id": "../../../etc/x", "text": HOSTILE}) + "\n", "utf-8")
    (folder / "d.csv").write_text(f'id,text\n"{HOSTILE.replace(chr(34), chr(34) * 2)}",Der Rat tagt.\n', "utf-8")
    return folder


def _watched(tmp_path, out, *arguments):
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "MPLCONFIGDIR": str(out), "TMPDIR": str(out)}
    out.mkdir(exist_ok=True)
    command = [sys.executable, "-c", WATCH, str(out), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=env, cwd=tmp_path)


@pytest.mark.parametrize("format", ["csv", "parquet", "xlsx"])
def test_a_run_over_hostile_files_starts_fetches_and_touches_nothing_else(tmp_path, format):
    folder = _hostile_folder(tmp_path / "in")
    before = {p: p.read_bytes() for p in folder.iterdir()}
    out = tmp_path / "out"
    done = _watched(tmp_path, out, "analyse", folder, "--out", out, "--format", format)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert {p: p.read_bytes() for p in folder.iterdir()} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "out"]


def test_pages_start_fetch_and_touch_nothing_else(tmp_path):
    folder, out = _hostile_folder(tmp_path / "in"), tmp_path / "out"
    done = _watched(tmp_path, out, "show", folder / "a.txt", "--out", out / "a.html")
    assert done.returncode == 0, done.stdout + done.stderr
    html = (out / "a.html").read_text("utf-8")
    assert "default-src 'none'" in html and not re.search(r"<script|javascript:|\son\w+=", html, re.IGNORECASE)


def test_the_hook_sees_what_it_watches(tmp_path):
    code = WATCH.replace("from stimmlage.cli import main", "main = lambda a: open(a[0], 'w').close() or 0")
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "out"), str(tmp_path / "elsewhere")], capture_output=True, text=True
    )
    assert done.returncode == 9 and "elsewhere" in done.stdout


def test_formulas_stay_text_in_a_workbook_and_as_they_are_in_csv(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    corpus = sl.from_texts({HOSTILE: "Der Plan ist gut.", "b": HOSTILE})
    corpus.save(tmp_path / "x", format="xlsx")
    book = openpyxl.load_workbook(tmp_path / "x" / "tables.xlsx")
    cells = [cell for sheet in book for row in sheet for cell in row if str(cell.value).startswith("=")]
    assert cells and all(cell.data_type == "s" for cell in cells)
    corpus.save(tmp_path / "d", format="csv-de")
    assert "'=cmd" in (tmp_path / "d" / "documents.csv").read_text("utf-8-sig")
    corpus.save(tmp_path / "c", format="csv")
    assert HOSTILE.replace('"', '""') in (tmp_path / "c" / "documents.csv").read_text("utf-8")


def test_names_of_documents_never_become_names_of_files(tmp_path):
    sl.from_texts({"../../x": "Ein Satz."}).save(tmp_path / "a" / "b", format="csv")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a"]
