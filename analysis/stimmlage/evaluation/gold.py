"""Reading gold files: JSON Lines, plain or gzipped, or a folder of JSON files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError, MissingFileError


def read_gold(path: str | Path) -> list[dict[str, Any]]:
    """Read the items of a gold file (`.jsonl`, `.jsonl.gz`) or of a folder of `.json` files."""
    path = Path(path)
    if path.is_dir():
        return [json.loads(file.read_text("utf-8")) for file in sorted(path.glob("*.json"))]
    if not path.exists():
        raise MissingFileError(f"No gold data at {str(path)!r}; give a .jsonl or .jsonl.gz file, or a folder of .json files.")
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as lines:
        try:
            return [json.loads(line) for line in lines if line.strip()]
        except (json.JSONDecodeError, UnicodeDecodeError, gzip.BadGzipFile) as error:
            raise InputError(f"{str(path)!r} is not JSON Lines ({error}).") from error
