"""Save a figure with its table, its caption and where it comes from; the same bytes each time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from stimmlage.display.labels import chosen
from stimmlage.display.style import house_style
from stimmlage.errors import OptionError

DPI = 300
_PACKAGES = ("stimmlage", "matplotlib", "seaborn", "pandas", "numpy", "scipy")


def save(
    drawing: Axes | Figure,
    id: str,
    table: pd.DataFrame,
    caption: str,
    sources: Iterable[str | Path],
    folder: str | Path = "figures",
) -> Path:
    """Write `<id>.png`, `.svg`, `.csv` (the plotted table) and `.json` (caption, sources, versions).

    Parameters
    ----------
    drawing : Axes or Figure
    id : str
        The name of the figure: letters, digits, `-` and `_`.
    table : DataFrame
        What is plotted, a row per mark.
    caption : str
        What the figure shows, in a sentence or two.
    sources : paths
        The files that the figure rests on; their hashes are recorded.
    folder : path
        Where the files go; made if it is not there.

    Returns
    -------
    Path
        The picture.
    """
    if not id.replace("-", "").replace("_", "").isalnum():
        raise OptionError(f"`id` must be letters, digits, '-' and '_', for example 'timeline'; not {id!r}.")
    figure = drawing if isinstance(drawing, Figure) else drawing.get_figure(root=True)
    if figure is None:
        raise OptionError("`drawing` has no figure any more: it was removed. Draw it again and save it then.")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / f"{id}.png"
    with house_style():  # no date, no version inside: what is drawn alone decides the bytes
        figure.savefig(picture, dpi=DPI, bbox_inches="tight", metadata={"Software": None})
        figure.savefig(folder / f"{id}.svg", bbox_inches="tight", metadata={"Date": None, "Creator": None})
    table.to_csv(folder / f"{id}.csv", index=False, float_format="%.6f", lineterminator="\n")
    (folder / f"{id}.json").write_bytes(_account(id, caption, sources))
    return picture


def _account(id: str, caption: str, sources: Iterable[str | Path]) -> bytes:
    content = {
        "id": id,
        "caption": caption,
        "language": chosen(),
        "sources": {Path(s).name: hashlib.sha256(Path(s).read_bytes()).hexdigest() for s in sources},
        "versions": {p: version(p) for p in _PACKAGES},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
