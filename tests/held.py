"""Text that is kept in `tests/snapshots` and compared: what changed on purpose is copied over after it was read."""

from __future__ import annotations

from pathlib import Path

import pytest

_SNAPSHOTS = Path(__file__).parent / "snapshots"


def held(name: str, found: str) -> None:
    """Compare a text with `tests/snapshots/<name>.txt`; a failing test leaves `<name>.new.txt` beside it."""
    kept, new = _SNAPSHOTS / f"{name}.txt", _SNAPSHOTS / f"{name}.new.txt"
    if kept.exists() and kept.read_text("utf-8") == found:
        new.unlink(missing_ok=True)
        return
    new.parent.mkdir(parents=True, exist_ok=True)
    new.write_text(found, "utf-8")
    pytest.fail(f"{name} is another now: read the difference between {kept} and {new}, and copy it if it was meant")
