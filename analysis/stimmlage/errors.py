"""The kit's errors: each says what was given and what would work, and is also the built-in error."""

from __future__ import annotations


class StimmlageError(Exception):
    """Base class of all errors that the kit raises on purpose."""


class OptionError(StimmlageError, ValueError):
    """An option has a value that cannot be used."""


class WorkerError(StimmlageError, RuntimeError):
    """A process that works for a run ended before its time; what was finished is kept."""


class LimitError(StimmlageError, RuntimeError):
    """An article takes more time or memory than is allowed for one."""


class ColumnError(StimmlageError, KeyError):
    """A table lacks a column that is needed."""

    def __str__(self) -> str:  # KeyError shows the repr of its argument
        return str(self.args[0]) if self.args else ""


class InputError(StimmlageError, ValueError):
    """An input file or text cannot be read."""


class MissingFileError(InputError, FileNotFoundError):
    """A path leads to nothing."""
