"""Which articles of a corpus are meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from stimmlage.errors import OptionError
from stimmlage.statistics.groups import dated


def chosen(which: Any, documents: pd.DataFrame) -> list[str]:
    """Return the names of the articles that are meant: by name, names, mask or stretch.

    Raises
    ------
    OptionError
        If there is no such article, or it is not told which.
    """
    names: list[str] = documents["doc_id"].tolist()
    if isinstance(which, str):
        which = [which]
    if isinstance(which, slice):
        return names[which]
    mask = which.tolist() if isinstance(which, pd.Series | pd.Index) or hasattr(which, "tolist") else which
    if not isinstance(mask, Sequence) or isinstance(mask, bytes):
        raise OptionError(
            "A corpus is cut by the name of an article, a list of names, a mask over `documents` or a slice; "
            f"not by {which!r}."
        )
    if mask and all(isinstance(value, bool) for value in mask):
        if len(mask) != len(names):
            raise OptionError(
                f"The mask has {len(mask)} values, `documents` {len(names)} rows; make it from `documents`."
            )
        if isinstance(which, pd.Series) and not which.index.equals(documents.index):
            mask = which.reindex(documents.index, fill_value=False).tolist()
        return [name for name, taken in zip(names, mask, strict=True) if taken]
    known = set(names)
    if missing := [name for name in mask if name not in known]:
        raise OptionError(f"There is no article {missing[0]!r}; there are {names[:5]}{' …' if len(names) > 5 else ''}.")
    return list(dict.fromkeys(mask))


def chosen_where(condition: str, documents: pd.DataFrame) -> list[str]:
    """Return the names of the articles for which a condition holds.

    Raises
    ------
    OptionError
        If the condition cannot be read, names no column, or is none.
    """
    if not isinstance(condition, str) or not condition.strip():
        raise OptionError(f"`where` takes a condition on `documents` such as \"outlet == 'A'\"; not {condition!r}.")
    known = dated(documents)
    try:
        rows = known.query(condition, engine="python")
    except Exception as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise OptionError(
            f"The condition {condition!r} cannot be read ({said}); `documents` has {list(known.columns)}."
        ) from error
    return list(rows["doc_id"])
