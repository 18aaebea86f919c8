"""What charts and pages say, in English or German, by one switch."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from importlib import resources
from typing import Any

from stimmlage.errors import OptionError

LANGUAGES = ("en", "de")


def language(code: str) -> AbstractContextManager[None]:
    """Choose the language of all labels from here on; as the head of a `with` block, for the block.

    Parameters
    ----------
    code : {"en", "de"}

    Returns
    -------
    context manager
        It puts back, at the end of a `with` block, the language from before the call.

    Raises
    ------
    OptionError
        If there are no labels in that language.

    Examples
    --------
    >>> with language("de"):
    ...     label("mode", "reported")
    'berichtet'
    >>> label("mode", "reported")
    'reported'
    """
    if code not in LANGUAGES:
        raise OptionError(f"`language` must be one of {LANGUAGES}; not {code!r}.")
    before = _choice.code
    _choice.code = code
    return _back_to(before)


@contextmanager
def _back_to(code: str) -> Iterator[None]:
    try:
        yield
    finally:
        _choice.code = code


class _Choice:
    code = "en"


_choice = _Choice()


def chosen() -> str:
    """Return the code of the language that labels have now."""
    return _choice.code


def label(group: str, key: str) -> str:
    """Return what a key is called in the chosen language; a key without a label is its own."""
    return str(_labels()[_choice.code].get(group, {}).get(key, key))


@lru_cache(maxsize=1)
def _labels() -> dict[str, dict[str, Any]]:
    return tomllib.loads((resources.files("stimmlage.display") / "labels.toml").read_text("utf-8"))
