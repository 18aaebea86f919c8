"""Compile the kit in place: `make fast` (two to three minutes), `make plain` takes it back.

    python benchmarks/fast.py [--plain]

The same source is compiled with mypyc, which comes with mypy; nothing is written twice, and results are the same to the
byte. Nobody needs it: it saves about a third of the time. `stimmlage --version` says which one runs, and whether the
source was changed since it was compiled.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ANALYSIS = Path(__file__).parents[1] / "analysis"
PACKAGE = ANALYSIS / "stimmlage"
BUILD = ANALYSIS.parent / "build" / "fast"
ROOMS = ("language", "reading", "quotation", "speakers", "scope", "measures", "analysis.py", "document.py")
_MEASURES = """authors_view concession framing hedging measure modality own_words sentiment stance/stance
subjectivity""".split()
PLAIN = frozenset(f"measures/{name}.py" for name in _MEASURES) | {"reading/intake.py"}
"""What stays as it is: the classes of measures are made at run time, half of a surrogate pair is no literal in C."""
_BUILT = ("*.so", "*.pyd")
_SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
modules = sys.argv[1:]
setup(
    name="stimmlage-fast",
    ext_modules=mypycify([*modules, "--ignore-missing-imports"], opt_level="3", debug_level="0", multi_file=True),
    script_args=["build_ext", "--inplace", "-j2"],
)
"""


def modules() -> list[str]:
    """Return the files to compile, as paths in the package."""
    files = [file for room in ROOMS for file in [PACKAGE / room, *(PACKAGE / room).rglob("*.py")] if file.is_file()]
    names = (file.relative_to(PACKAGE).as_posix() for file in files if file.name != "__init__.py")
    return sorted(name for name in names if name not in PLAIN)


def plain() -> None:
    """Remove what was compiled."""
    for file in [*_built(ANALYSIS), PACKAGE / "compiled.txt"]:
        file.unlink(missing_ok=True)


def _built(analysis: Path) -> list[Path]:
    """Return what was compiled in a folder that holds the package: a module for each file, and one of them all."""
    return [*analysis.glob("*__mypyc.*"), *(f for kind in _BUILT for f in (analysis / "stimmlage").rglob(kind))]


def fast() -> None:
    """Compile in a folder of its own, and put the result beside the source once it is whole."""
    from stimmlage.compiled import source_hash

    if lacking := [name for name in ("mypyc", "setuptools") if find_spec(name) is None]:
        sys.exit(f"It needs {' and '.join(lacking)}: {sys.executable} -m pip install mypy setuptools")
    shutil.rmtree(BUILD, ignore_errors=True)
    shutil.copytree(PACKAGE, BUILD / "stimmlage", ignore=shutil.ignore_patterns(*_BUILT, "__pycache__"))
    command = [sys.executable, "-c", _SETUP, *(f"stimmlage/{name}" for name in modules())]
    with (BUILD / "log.txt").open("w") as log:
        env = {**os.environ, "PYTHONPATH": ""}
        done = subprocess.run(command, cwd=BUILD, stdout=log, stderr=subprocess.STDOUT, env=env)
    if done.returncode:
        sys.exit(f"It could not be compiled (a C compiler and Python's headers are needed); see {BUILD / 'log.txt'}.")
    plain()
    for file in _built(BUILD):
        shutil.copy2(file, ANALYSIS / file.relative_to(BUILD))
    (PACKAGE / "compiled.txt").write_text(source_hash() + "\n")
    print(f"{len(modules())} modules compiled.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--plain", action="store_true", help="remove what was compiled")
    plain() if parser.parse_args().plain else fast()
