"""Save a figure with its table, its caption and where it comes from; the same bytes each time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from stimmlage.display.labels import LANGUAGES, chosen, language
from stimmlage.display.style import house_style
from stimmlage.errors import OptionError

DPI = 300
_PACKAGES = ("stimmlage", "matplotlib", "seaborn", "pandas", "numpy", "scipy")


def save(
    draw: Axes | Figure | Callable[[], Any],
    id: str,
    table: pd.DataFrame,
    caption: str | Mapping[str, str],
    sources: Iterable[str | Path],
    folder: str | Path = "figures",
) -> Path:
    """Write a figure with its table, its caption and where it comes from.

    Given what draws it, `<id>.png` and `.svg` are English, `<id>.de.png` and `.de.svg` German, all in the style of the
    study; a drawing that is there already is written as it is. Beside it lie `<id>.csv` (the plotted table) and
    `<id>.json` (captions, sources, versions).

    Parameters
    ----------
    draw : callable, Axes or Figure
        What makes the drawing, `lambda: sl.charts.words(table)`, or the drawing.
    id : str
        The name of the figure: letters, digits, `-` and `_`.
    table : DataFrame
        What is plotted, a row per mark.
    caption : str or mapping
        What the figure says, with n: a text, or one for each language: `{"en": …, "de": …}`.
    sources : paths
        The files that the figure rests on; their hashes are recorded.
    folder : path
        Where the files go; made if it is not there.

    Returns
    -------
    Path
        The picture in the language that is chosen.
    """
    if not id.replace("-", "").replace("_", "").isalnum():
        raise OptionError(f"`id` must be letters, digits, '-' and '_', for example 'timeline'; not {id!r}.")
    if not isinstance(caption, str) and set(caption) != set(LANGUAGES):
        raise OptionError(f"`caption` is a text or one for each of {list(LANGUAGES)}; here for {list(caption)}.")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if callable(draw):
        # the language that is chosen comes last: that drawing stays open, so that a notebook shows it
        for code in sorted(LANGUAGES, key=lambda c: c == chosen()):
            with language(code), house_style():
                figure = _figure(draw())
                _write(figure, folder / (id if code == "en" else f"{id}.{code}"))
            if code != chosen():
                plt.close(figure)
        picture = folder / (f"{id}.png" if chosen() == "en" else f"{id}.{chosen()}.png")
    else:
        with house_style():
            _write(_figure(draw), folder / id)
        picture = folder / f"{id}.png"
    table.to_csv(folder / f"{id}.csv", index=False, float_format="%.6f", lineterminator="\n")
    captions = {chosen(): caption} if isinstance(caption, str) else dict(caption)
    (folder / f"{id}.json").write_bytes(_account(id, captions, sources))
    return picture


def _figure(drawing: Any) -> Figure:
    figure = getattr(drawing, "figure", drawing)
    if not isinstance(figure, Figure):
        raise OptionError("`draw` has no figure any more: it was removed. Draw it again and save it then.")
    return figure


def _write(figure: Figure, stem: Path) -> None:
    """Write a figure without date and version inside: what is drawn alone decides the bytes."""
    figure.savefig(f"{stem}.png", dpi=DPI, metadata={"Software": None})
    figure.savefig(f"{stem}.svg", metadata={"Date": None, "Creator": None})


def _account(id: str, captions: Mapping[str, str], sources: Iterable[str | Path]) -> bytes:
    content = {
        "id": id,
        "caption": captions,
        "sources": {Path(s).name: hashlib.sha256(Path(s).read_bytes()).hexdigest() for s in sources},
        "versions": {p: version(p) for p in _PACKAGES},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
