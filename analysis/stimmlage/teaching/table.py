"""Tables of the lessons: heads in the language of the lesson, numbers rounded, no index."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

_STYLE = (
    "<style>table.sl{border-collapse:collapse;font-size:.95em}table.sl td,table.sl th{padding:.25em .7em;"
    "text-align:left !important;vertical-align:top;white-space:normal;max-width:36em;border-bottom:1px solid #8884}"
    "table.sl .n{text-align:right !important;font-variant-numeric:tabular-nums}</style>"
)


@dataclass(frozen=True)
class Table:
    """A table for reading, not for computing.

    Examples
    --------
    >>> print(Table(pd.DataFrame({"word": ["wohl"], "per 100 words": [1.234]})))
    word per 100 words
    wohl           1.2
    """

    frame: pd.DataFrame
    language: str = "en"

    def __str__(self) -> str:
        return str(self._shown.to_string(index=False))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        shown = self._shown
        sides = [" class=n" if pd.api.types.is_numeric_dtype(kind) else "" for kind in self.frame.dtypes]
        heads = "".join(f"<th scope=col{side}>{html.escape(str(name))}</th>" for name, side in zip(shown, sides))
        rows = "".join(
            "<tr>" + "".join(f"<td{side}>{html.escape(cell)}</td>" for cell, side in zip(row, sides)) + "</tr>"
            for row in shown.itertuples(index=False)
        )
        table = f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
        return f'{_STYLE}<table class="dataframe sl" lang="{self.language}">{table}</table>'

    @property
    def _shown(self) -> pd.DataFrame:
        return self.frame.apply(lambda column: column.map(self._cell))

    def _cell(self, value: Any) -> str:
        if isinstance(value, float):
            text = "–" if pd.isna(value) else f"{value:.1f}".removesuffix(".0") if abs(value) >= 100 else f"{value:.1f}"
            text = text.replace("-", "−")
            return text.replace(".", ",") if self.language == "de" else text
        return str(value)


def table(rows: Sequence[Mapping[str, Any]], heads: Mapping[str, str], language: str) -> Table:
    """Return rows as a table with the given heads, those of the first column to the left."""
    frame = pd.DataFrame([{heads[key]: row[key] for key in heads} for row in rows], columns=list(heads.values()))
    return Table(frame, language)
