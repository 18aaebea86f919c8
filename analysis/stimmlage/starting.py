"""The first minutes: what is missing here, and JupyterLab opened on the notebooks."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

from stimmlage.errors import MissingFileError

_INSTALL = "install the locked packages again (make reproduce, or the lines of the README)"


class Finding(NamedTuple):
    """Something that was looked at: whether it is right, and what would help."""

    what: str
    right: bool
    advice: str = ""


def findings(root: Path) -> list[Finding]:
    """Look at the interpreter, the packages, the analyser and the folder.

    Examples
    --------
    >>> findings(Path("."))[0].right
    True
    """
    python = ".".join(map(str, sys.version_info[:3]))
    found = [Finding(f"Python {python}", (3, 11) <= sys.version_info < (3, 14), "use Python 3.11, 3.12 or 3.13")]
    found += [_package(line) for line in requires("stimmlage") or () if "extra ==" not in line]
    return [*found, _analyser(), _notebooks(root), _writable(root)]


def _package(line: str) -> Finding:
    """Look at one package that the kit needs."""
    from packaging.requirements import Requirement

    wanted = Requirement(line)
    try:
        there = version(wanted.name)
    except PackageNotFoundError:
        return Finding(f"{wanted.name} {wanted.specifier}", False, f"it is not installed; {_INSTALL}")
    right = wanted.specifier.contains(there, prereleases=True)
    return Finding(f"{wanted.name} {there}", right, f"the kit needs {wanted.specifier}; {_INSTALL}")


def _analyser() -> Finding:
    """Read a sentence, as every call does."""
    try:
        from stimmlage.doors import from_text

        right = from_text("„Das Dach ist dicht“, sagte Anna Berg.").quotations["speaker"].tolist() == ["Anna Berg"]
        return Finding("a sentence is read", right, f"the result is not the expected one; {_INSTALL}")
    except Exception as error:  # whatever is broken here is what is asked for
        return Finding(
            "a sentence is read", False, f"{type(error).__name__}: {' '.join(str(error).split())}; {_INSTALL}"
        )


def _notebooks(root: Path) -> Finding:
    return Finding(
        "notebooks are here", (root / "notebooks").is_dir(), "call this in the project's folder, or give --root"
    )


def _writable(root: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=root):
            return Finding("this folder can be written", True)
    except OSError as error:
        return Finding("this folder can be written", False, f"{error.strerror}; choose a folder of your own")


def lab(root: Path, further: Sequence[str] = ()) -> int:
    """Open JupyterLab on the notebooks, with nothing fetched; return its exit code. `further` is passed on to it.

    Raises
    ------
    MissingFileError
        If there are no notebooks.
    """
    folder = root / "notebooks"
    if not folder.is_dir():
        raise MissingFileError(f"No notebooks at {str(folder)!r}; call this in the project's folder, or give --root.")
    quiet = ["--LabApp.news_url=", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    start = sorted(folder.glob("0*.ipynb"))[:1]
    command = [sys.executable, "-m", "jupyterlab", *quiet, *further, *map(str, start)]
    # the kit's own settings come first: no announcements, hence no question about them
    places = os.pathsep.join(
        filter(None, [str(Path(__file__).parent / "jupyter"), os.environ.get("JUPYTER_CONFIG_PATH")])
    )
    settings = {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_CONFIG_PATH": places}
    return subprocess.run(command, env={**os.environ, **settings}, check=False).returncode
