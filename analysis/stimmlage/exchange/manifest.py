"""The manifest of a finished run, and which files of a folder are the kit's own."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from stimmlage.schema import TABLES

MANIFEST = "manifest.json"
UNFINISHED = ".unfinished-"
"""The parts of a run that is not finished lie in a hidden folder that begins so."""
CLAIMS = "claims.json"
"""In that folder: the tables that the run is just putting in their places."""


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Return the manifest that a run of the kit left in a folder; None if there is none, or another's."""
    found = _json(folder / MANIFEST)
    own = isinstance(found, dict) and isinstance(found.get("rows"), dict) and isinstance(found.get("format"), str)
    return found if own and "stimmlage" in found.get("versions", {}) else None


def own_names(folder: Path) -> frozenset[str]:
    """Return the names of the files and folders in a folder that runs of the kit have made there.

    Only these may be replaced, and none of them is ever read as an article.
    """
    manifest = read_manifest(folder)
    names: set[str] = set()
    if manifest is not None:
        suffix = {"csv-de": "csv"}.get(manifest["format"], manifest["format"])
        tables = ["tables"] if suffix == "xlsx" else manifest["rows"]
        names = {MANIFEST, *(f"{name}.{suffix}" for name in tables)}
    for unfinished in folder.glob(f"{UNFINISHED}*"):
        claimed = _json(unfinished / CLAIMS)
        names |= set(claimed) if isinstance(claimed, list) else set()
    known = {
        MANIFEST,
        "tables.xlsx",
        *(f"{name}.{ending}" for name in TABLES for ending in ("csv", "jsonl", "parquet")),
    }
    return frozenset(names & known)


def fingerprint(path: Path) -> dict[str, Any]:
    """Return the size and the SHA-256 of a file; of a folder, those of its files in order of their names."""
    total, together = 0, hashlib.sha256()
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        with file.open("rb") as opened:
            while chunk := opened.read(1 << 20):
                total += len(chunk)
                together.update(chunk)
    return {"bytes": total, "sha256": together.hexdigest()}


def is_whole(folder: Path, manifest: dict[str, Any]) -> bool:
    """Tell whether the files of a finished run are as they were written, by their sizes and hashes."""
    try:
        return all(fingerprint(folder / name) == said for name, said in manifest["files"].items())
    except (OSError, KeyError, AttributeError):
        return False


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
