"""Reading gold files: JSON Lines, plain or gzipped, or a folder of JSON files."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping, Sequence
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


_ROLE = {"tokenIds": [int]}
_CUE = {"start": int, "end": int, "category": str, "text": str}
_SENTENCE = {"charBegin": int, "charEnd": int, "tokens": [str], "tokenIds": [int]}
SHAPES: Mapping[str, Any] = {
    "id": (str, int),
    "text": str,
    "target": str,
    "thesis": str,
    "doc": str,
    "doc_text": str,
    "modal": str,
    "label": str,
    "claims": [str],
    "cues": [_CUE],
    "documentName": str,
    "originalText": str,
    "sentences": [_SENTENCE],
    "annotations": [{"type": str, **dict.fromkeys(("quote", "speaker", "cue", "frame", "addressee"), _ROLE)}],
}
"""What each field of an item holds: a type, a list of one shape, or an object with at least these fields."""


def check(items: Sequence[Mapping[str, Any]], fields: Sequence[str], choices: Mapping[str, Sequence[str]]) -> None:
    """Check that all items have these fields, in the shape that the tasks read.

    Parameters
    ----------
    choices : mapping
        Of fields that hold one of a few words: which.

    Raises
    ------
    InputError
        If one does not, with its number, name and field.
    """
    for number, item in enumerate(items, start=1):
        for name in fields:
            said = f"item {number} ({str(item.get('id', item.get('documentName', 'no id')))[:40]!r})"
            if name not in item:
                raise InputError(f"{said} has no {name!r}.")
            if wrong := _misfit(item[name], SHAPES.get(name, object), name):
                raise InputError(f"{said}: {wrong}.")
            if name in choices and item[name] not in choices[name]:
                raise InputError(f"{said}: {name!r} is one of {', '.join(choices[name])}; not {item[name]!r:.40}.")


def _misfit(value: Any, shape: Any, where: str) -> str:
    """Say what is wrong with a value, or nothing."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"{where!r} must be a list, not {type(value).__name__}"
        wrong = (_misfit(one, shape[0], f"{where}[{n}]") for n, one in enumerate(value))
        return next(filter(None, wrong), "")
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return f"{where!r} must be an object, not {type(value).__name__}"
        if lacking := [name for name in shape if name not in value]:
            return f"{where!r} has no {lacking[0]!r}"
        wrong = (_misfit(value[name], inner, f"{where}.{name}") for name, inner in shape.items())
        return next(filter(None, wrong), "")
    if not isinstance(value, shape) or (isinstance(value, bool) and shape is not object):
        return f"{where!r} must be {_NAMES[shape]}, not {type(value).__name__}"
    return ""


_NAMES = {str: "a text", int: "a whole number", (str, int): "a text or a whole number"}
