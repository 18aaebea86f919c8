"""A progress bar for what takes longer than two seconds."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

Item = TypeVar("Item")
DELAY = 2.0
"""Seconds before a bar is shown."""


def waiting(items: Iterable[Item], said: str, unit: str = "article", total: int | None = None) -> Iterator[Item]:
    """Go through items; a bar on stderr says how far it is if that takes longer than `DELAY`, and leaves no trace.
    Of one thing alone there is no far."""
    from tqdm import tqdm

    total = len(items) if total is None and isinstance(items, Sized) else total
    alone = total == 1
    yield from tqdm(
        items, desc=said, unit=f" {unit}", total=total, delay=DELAY, leave=False, file=sys.stderr, disable=alone
    )
