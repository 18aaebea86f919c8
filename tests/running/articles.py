"""Articles for runs, and what a folder holds."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

from stimmlage.document import Document
from stimmlage.exchange.paths import documents

NAMES = ["Anna Berg", "Otto Klein", "Maja Lindt", "Jonas Feld"]


def article(number: int) -> str:
    name = NAMES[number % len(NAMES)]
    return (
        f"Der Rat von Auental hat am {number % 28 + 1}. März über die Brücke beraten. „Das wird wohl {number} Euro "
        f"kosten“, sagte {name}. Die Gegner hielten den Plan für keineswegs sicher. "
    ) * 3


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def read_all(paths) -> list[Document]:
    return [article.document for article in documents(paths)]


LONG = "Der Rat tagt und der Plan ist gut. " * 20_000


SCRIPT = "import sys; from stimmlage.running import run\nif __name__ == '__main__': run({rows!r}, {out!r}, {options})"


def start(rows: Path, out: Path, **options) -> subprocess.Popen:
    given = ", ".join(f"{name}={value!r}" for name, value in dict(measures=[], progress=False, **options).items())
    code = textwrap.dedent(SCRIPT).format(rows=str(rows), out=str(out), options=given)
    # A suite that is started in the background ignores Ctrl-C, and its children would, too.
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


_KILLER = """
import os, signal, sys, time
from pathlib import Path
for _ in range(3000):
    if any(Path(sys.argv[1]).glob(".unfinished-*/done/*.json")):
        os.kill(int(sys.argv[2]), signal.SIGKILL)
        sys.exit(0)
    time.sleep(0.01)
sys.exit(1)
"""
