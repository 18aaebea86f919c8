"""What charts and pages say, in English or German, by one switch."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from stimmlage.errors import OptionError

LANGUAGES = ("en", "de")
_chosen = "en"


class language:  # noqa: N801 - it is called like a function, as plt.ion() is
    """Choose the language of all labels from here on, or within a `with` block.

    Parameters
    ----------
    code : str
        `"en"` or `"de"`.

    Examples
    --------
    >>> with language("de"):
    ...     label("mode", "reported")
    'berichtet'
    >>> label("mode", "reported")
    'reported'
    """

    def __init__(self, code: str) -> None:
        global _chosen
        if code not in LANGUAGES:
            raise OptionError(f"`language` must be one of {LANGUAGES}; not {code!r}.")
        self._before, _chosen = _chosen, code

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        global _chosen
        _chosen = self._before


def chosen() -> str:
    """Return the code of the language that labels have now."""
    return _chosen


def label(group: str, key: str) -> str:
    """Return what a key is called in the chosen language; a key without a label is its own."""
    return _labels()[_chosen].get(group, {}).get(key, key)


@lru_cache(maxsize=1)
def _labels() -> dict[str, dict[str, Any]]:
    return tomllib.loads((resources.files("stimmlage.display") / "labels.toml").read_text("utf-8"))
