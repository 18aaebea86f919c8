"""Reading gold files: JSON Lines, plain or gzipped, or a folder of JSON files."""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError, MissingFileError


def read_gold(path: str | Path) -> list[dict[str, Any]]:
    """Read the items of a gold file (`.jsonl`, `.jsonl.gz`) or of a folder of `.json` files."""
    path = Path(path)
    if path.is_dir():
        return [_parsed(file.read_bytes(), file) for file in sorted(path.glob("*.json"))]
    if not path.exists():
        raise MissingFileError(
            f"No gold data at {str(path)!r}; give a .jsonl or .jsonl.gz file, or a folder of .json files."
        )
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        try:
            return [_parsed(line, f"{path}, line {n}") for n, line in enumerate(lines, start=1) if line.strip()]
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise InputError(f"{str(path)!r} is a damaged gzip file ({error}).") from error


def _parsed(line: bytes, where: Path | str) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{str(where)!r} is not JSON ({' '.join(str(error).split())}).") from error
    if not isinstance(item, dict):
        raise InputError(f"{str(where)!r} is no JSON object, but {type(item).__name__}.")
    return item
