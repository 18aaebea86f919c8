"""What boxes and tables of the lessons say, in German and English."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources


def phrase(key: str, language: str, **values: object) -> str:
    """Return a phrase with its values filled in.

    Examples
    --------
    >>> phrase("rows_right", "en", n=2, all=5), phrase("right", "de")
    ('2 of 5 rows are right.', 'Richtig.')
    """
    return _phrases()[key][language].format(**values)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files("stimmlage.teaching") / "phrases.toml").read_text("utf-8"))
