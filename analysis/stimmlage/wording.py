"""Words for numbers of things."""

from __future__ import annotations


def counted(n: int, thing: str) -> str:
    """Return a number with what it counts.

    >>> counted(1, "article"), counted(12345, "word")
    ('1 article', '12,345 words')
    """
    return f"{n:,} {thing}" if n == 1 else f"{n:,} {thing}s"
