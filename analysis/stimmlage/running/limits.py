"""Limits of one article, so that a single one never holds up or brings down a run of many.

Time is measured by the system's alarm, where there is one (not on Windows) and where articles are worked on in the main
thread of a process, as the kit's own workers do. Memory is not measured but foreseen: an analysis takes about `BYTES`
for each character, whatever the text.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from stimmlage.document import Document
from stimmlage.errors import LimitError, OptionError

BYTES = 300
"""What a character of a text takes in memory while it is analysed and measured, at most."""
_AGAIN = 1.0  # seconds: in case the first alarm was caught by somebody else


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may take.

    Parameters
    ----------
    seconds : float
        Time of the clock; 0 for no limit.
    megabytes : float
        Memory, foreseen by the length of the text; 0 for no limit.

    Raises
    ------
    OptionError
        If one is negative.
    """

    seconds: float = 600.0
    megabytes: float = 4000.0

    def __post_init__(self) -> None:
        for name in ("seconds", "megabytes"):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < float("inf"):
                raise OptionError(f"`{name}` of an article is a number from 0 (no limit) on; not {value!r}.")

    def check(self, document: Document) -> None:
        """Refuse a document that is too long to be analysed in the memory allowed.

        Raises
        ------
        LimitError
            If it is.
        """
        needed = len(document.text) * BYTES / 1e6
        if self.megabytes and needed > self.megabytes:
            raise LimitError(
                f"too long: {len(document.text):,} characters would take about {needed:,.0f} MB of memory, "
                f"{self.megabytes:,.0f} MB are allowed for an article; cut it, or allow more."
            )

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Stop what is done inside when the time is over.

        Raises
        ------
        LimitError
            In the middle of what is done.
        """
        if not self.seconds or not hasattr(signal, "setitimer") or not _in_main_thread():
            yield
            return

        def stop(_number: int, _frame: FrameType | None) -> None:
            raise LimitError(
                f"stopped after {self.seconds:g} seconds, which are allowed for an article; cut it, or allow more."
            )

        before = signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, self.seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


__all__ = ["BYTES", "Limits"]
