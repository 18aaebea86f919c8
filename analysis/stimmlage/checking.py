"""What differs between two folders of results: tables cell by cell, then pixels."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

_SHOWN = 5


def differences(committed: Path, fresh: Path, name: str = "") -> list[str]:
    """List what differs between two folders, a line each; empty if nothing does.

    Tables (`.csv`) are compared cell by cell, `.json` entry by entry, `.png` pixel by pixel;
    other files byte by byte. The versions recorded in a `.json` are told, but are no difference
    by themselves.
    """
    found: list[str] = []
    old = {p.name for p in committed.iterdir()} if committed.is_dir() else set()
    new = {p.name for p in fresh.iterdir()} if fresh.is_dir() else set()
    for file in sorted(old | new, key=lambda f: (_ORDER.get(Path(f).suffix, 9), f)):
        label = f"{name}/{file}" if name else file
        if file not in new:
            found.append(f"{label}: is committed, but the study does not make it")
        elif file not in old:
            found.append(f"{label}: the study makes it, but it is not committed")
        elif (committed / file).read_bytes() != (fresh / file).read_bytes():
            compare = _COMPARE.get(Path(file).suffix, _compare_bytes)
            found += [f"{label}: {line}" for line in compare(committed / file, fresh / file)]
    return found


def _compare_tables(committed: Path, fresh: Path) -> Iterator[str]:
    old, new = (pd.read_csv(p, dtype=str, keep_default_na=False) for p in (committed, fresh))
    if list(old.columns) != list(new.columns):
        yield f"columns {list(old.columns)} became {list(new.columns)}"
        return
    if len(old) != len(new):
        yield f"{len(old)} rows became {len(new)}"
    rows = min(len(old), len(new))
    cells = [
        (row, column, old.at[row, column], new.at[row, column])
        for column in old.columns
        for row in range(rows)
        if not _same(old.at[row, column], new.at[row, column])
    ]
    for row, column, was, now in cells[:_SHOWN]:
        yield f"row {row + 1}, {column}: {was!r} became {now!r}"
    if len(cells) > _SHOWN:
        yield f"and {len(cells) - _SHOWN} more cells"


def _same(was: str, now: str) -> bool:
    """Tell whether two cells agree; numbers may differ in the last digits (other processors)."""
    if was == now:
        return True
    try:
        return math.isclose(float(was), float(now), rel_tol=1e-9, abs_tol=1e-12)
    except ValueError:
        return False


def _compare_json(committed: Path, fresh: Path) -> Iterator[str]:
    old, new = (json.loads(p.read_text("utf-8")) for p in (committed, fresh))
    for key in sorted((set(old) | set(new)) - {"versions"}):
        if old.get(key) != new.get(key):
            yield f"{key}: {old.get(key)!r} became {new.get(key)!r}"


def _compare_pixels(committed: Path, fresh: Path) -> Iterator[str]:
    from matplotlib.image import imread

    old, new = imread(committed), imread(fresh)
    if old.shape != new.shape:
        yield f"size {old.shape[1]}×{old.shape[0]} became {new.shape[1]}×{new.shape[0]}"
    elif (changed := (old != new).any(axis=-1)).any():
        share, most = changed.mean(), abs(old - new).max()
        yield f"{changed.sum()} of {changed.size} pixels differ ({share:.2%}), by {most:.2f} at most"


def _compare_bytes(committed: Path, fresh: Path) -> Iterator[str]:
    yield f"{committed.stat().st_size} bytes became {fresh.stat().st_size}, or the same number of others"


_ORDER = {".csv": 0, ".json": 1, ".svg": 2, ".png": 3}
_COMPARE = {".csv": _compare_tables, ".json": _compare_json, ".png": _compare_pixels}
