"""Tables in a notebook that a person can read: text at the left and wrapped, numbers at the right."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pandas as pd

from stimmlage.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS: Iterator[int] = count()
_TEXT = "text-align:left !important;white-space:normal;overflow-wrap:break-word;max-width:36em"


def readable_tables(max_rows: int = 60, longest: int = 400) -> None:
    """Show the data frames of this notebook with their text columns at the left, wrapped.

    Parameters
    ----------
    max_rows : int
        Longer tables show their first and last rows.
    longest : int
        How many characters of a text are shown.

    Raises
    ------
    OptionError
        If a number is not positive.

    Notes
    -----
    Only what is shown changes, and only in IPython; elsewhere nothing happens. `max_rows` and `longest` are the options
    `display.max_rows` and `display.max_colwidth` of pandas.

    Examples
    --------
    >>> import stimmlage as sl
    >>> sl.readable_tables()
    """
    if max_rows < 1 or longest < 1:
        raise OptionError(f"max_rows and longest are positive numbers, not {max_rows} and {longest}.")
    shell = _shell()
    if shell is None:
        return
    pd.set_option("display.max_rows", max_rows)
    pd.set_option("display.max_colwidth", longest)
    shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, as_html)


def as_html(frame: pd.DataFrame) -> str:
    """Return a data frame as HTML whose text columns are at the left and wrapped.

    >>> page = as_html(pd.DataFrame({"n": [1], "text": ["Der Plan ist gut."]}))
    >>> "td:nth-of-type(2)" in page and "td:nth-of-type(1)" not in page
    True
    """
    name = f"readable-{next(_NUMBERS)}"
    most = pd.get_option("display.max_columns") or len(frame.columns)
    shown = frame.iloc[:, :most]
    places = [place for place, kind in enumerate(shown.dtypes, start=1) if not pd.api.types.is_numeric_dtype(kind)]
    cells = [f".{name} td:nth-of-type({place})" for place in places]
    rows = pd.get_option("display.max_rows")
    table = shown.to_html(
        classes=["dataframe", name], border=0, max_rows=rows, show_dimensions="truncate", notebook=True
    )
    cut = f"<p>{len(frame.columns) - most} more columns</p>" if most < len(frame.columns) else ""
    heads = [f".{name} thead th:nth-of-type({place + frame.index.nlevels})" for place in places]
    heads += [f".{name} thead th:nth-of-type({level})" for level in range(1, frame.index.nlevels + 1)]
    left = ",".join([*cells, *heads, f".{name} tbody th"])
    return f"<style>{left}{{{_TEXT}}}</style>{table}{cut}" if places or frame.index.nlevels else table


def _shell() -> Any:
    """The running IPython, if any."""
    try:
        from IPython import get_ipython
    except ImportError:  # IPython comes with JupyterLab; the command line does not need it
        return None
    return get_ipython()
