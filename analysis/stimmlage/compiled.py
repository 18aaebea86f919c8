"""Which build of the kit runs: plain Python, or the same source compiled (`make fast`)."""

from __future__ import annotations

import hashlib
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

_PACKAGE = Path(__file__).parent
_NOTE = "compiled.txt"


def source_hash() -> str:
    """Return a hash of the kit's own source, to know whether it was changed since it was compiled."""
    found = hashlib.sha256()
    for file in sorted(_PACKAGE.rglob("*.py")):
        found.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()


def build() -> str:
    """Say which build runs.

    Examples
    --------
    >>> build().partition(":")[0] in ("plain Python", "compiled", "compiled from other source than this")
    True
    """
    from stimmlage.language import tagging

    if not str(tagging.__file__).endswith(tuple(EXTENSION_SUFFIXES)):
        return "plain Python"
    note = _PACKAGE / _NOTE
    same = note.is_file() and note.read_text("utf-8").strip() == source_hash()
    return "compiled" if same else "compiled from other source than this: `make fast` again, or `make plain`"


__all__ = ["build", "source_hash"]
