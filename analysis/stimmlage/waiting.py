"""The progress bars on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sized
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from tqdm import tqdm

Item = TypeVar("Item")
DELAY = 2.0
"""Seconds before a bar is shown for what may be short."""


def bar(items: Iterable[Item] | None = None, **options: Any) -> tqdm[Item]:
    """Make a progress bar on stderr; `options` are those of tqdm."""
    return _kind()(items, file=sys.stderr, **options)


def waiting(items: Iterable[Item], said: str, unit: str = "article", total: int | None = None) -> Iterator[Item]:
    """Go through items; a bar says how far it is if that takes longer than `DELAY`, and leaves no trace.
    Of one thing alone there is no far."""
    total = len(items) if total is None and isinstance(items, Sized) else total
    yield from bar(items, desc=said, unit=f" {unit}", total=total, delay=DELAY, leave=False, disable=total == 1)


@cache
def _kind() -> type[tqdm[Any]]:
    from tqdm import tqdm

    class Bar(tqdm):  # type: ignore[misc]
        def __del__(self) -> None:
            """Close nothing: who makes a bar closes it, and one interrupted while it is made has nothing to close."""

    return Bar
