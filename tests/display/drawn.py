"""Tables to draw, and what is read off a drawing."""

import matplotlib
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

import stimmlage as sl

matplotlib.use("Agg")


PASSAGES = pd.DataFrame(
    [
        ("author", "narration", "", 12),
        ("Anna Berg", "direct", "", 5),
        ("author", "narration", "Der Umbau", 30),
        ("Jonas Feld", "indirect", "Der Umbau", 9),
        ("Anna Berg", "indirect", "Der Umbau", 11),
        ("", "direct", "Der Umbau", 3),
    ],
    columns=["speaker", "mode", "section", "n_words"],
)


SUMMARY = pd.DataFrame(
    [
        ("author", "hedging:hedge", 2.5, 1.0, 4.0, 12, 42, "speaks of this text only"),
        ("author", "hedging:booster", 0.5, 0.0, 1.5, 3, 42, "speaks of this text only"),
        ("Anna Berg", "hedging:hedge", np.nan, np.nan, np.nan, 2, 16, "2 hits in 16 words, 1 sentence"),
        ("Anna Berg", "hedging:booster", np.nan, np.nan, np.nan, 0, 16, "0 in 16 words"),
    ],
    columns=["speaker", "measure", "estimate", "low", "high", "n_hits", "n_words", "note"],
)


TRENDS = pd.DataFrame(
    [("A", f"2024-0{m}", "hedging", float(m), m - 1.0, m + 1.0) for m in (1, 2, 3)]
    + [("B", "2024-02", "hedging", 4.0, 3.0, 5.0), ("B", "", "hedging", 9.0, 8.0, 10.0)],
    columns=["outlet", "month", "measure", "estimate", "low", "high"],
)


HITS = pd.DataFrame(
    [
        ("author", "hedge", "wohl", 1.0),
        ("author", "hedge", "wohl", 1.0),
        ("author", "booster", "klar", -0.5),
        ("Anna Berg", "hedge", "vielleicht", 0.75),
    ],
    columns=["speaker", "category", "cue", "weight"],
)


STANCES = pd.DataFrame(
    [
        ("author", "Umbau", 1.0, True, "author", "the works", "der Umbau"),
        ("author", "Umbau", -1.0, True, "author", "the works", "der Umbau"),
        ("Anna Berg", "Umbau", -1.0, True, "author", "the works", "der Umbau"),
        ("Anna Berg", "Brücke", 0.0, False, "p1", "the bridge", "die Brücke"),
        ("Jonas Feld", "Brücke", 1.0, True, "p2", "the bridge", "die Brücke"),
        ("Jonas Feld", "Brücke", 1.0, True, "p2", "the bridge", "die Brücke"),
    ],
    columns=["speaker", "target", "value", "confirmed", "voice", "label_en", "label_de"],
)


VERBS = pd.DataFrame(
    [
        ("behaupten", "distancing", 1, "Anna Berg"),
        ("sagen", "neutral", 2, ""),
        ("erklären", "neutral", 4, "Jonas Feld"),
    ],
    columns=["verb", "framing", "n", "speakers"],
)


KEYS = pd.DataFrame(
    [("Damm", 3.0, 1.0, 5.0, 12, 1, 1.0), ("Zug", -2.0, -4.0, 0.5, 1, 5, 0.0), ("Rat", 0.5, -1.0, 2.0, 4, 3, 0.0)],
    columns=["item", "log_ratio", "low", "high", "n", "n_reference", "conservative"],
)


PLACES = pd.DataFrame([("Damm", "a", 0.1), ("Zug", "a", 0.5), ("Damm", "b", 0.9)], columns=["item", "doc_id", "at"])


COUNTED = pd.DataFrame(
    [("A", "evenness", 0.8, 0.6, 0.9), ("B", "evenness", 0.5, 0.4, 0.6), ("A", "quoted_words", 0.3, 0.2, 0.4)],
    columns=["outlet", "figure", "estimate", "low", "high"],
)


CHARTS = [
    (sl.charts.keywords, KEYS),
    (sl.charts.frequencies, KEYS),
    (sl.charts.dispersion, PLACES),
    (sl.charts.voices, COUNTED),
    (sl.charts.words, PASSAGES),
    (sl.charts.timeline, PASSAGES),
    (sl.charts.shares, PASSAGES),
    (sl.charts.profile, HITS),
    (sl.charts.sentiment, HITS),
    (sl.charts.hedging, SUMMARY),
    (sl.charts.estimates, SUMMARY),
    (sl.charts.trend, TRENDS),
    (sl.charts.stance, STANCES),
    (sl.charts.network, STANCES),
    (sl.charts.framing, VERBS),
]


NEEDED = {
    "keywords": ("item", "log_ratio", "low", "high", "n", "n_reference"),
    "frequencies": ("item", "n"),
    "dispersion": ("item", "at"),
    "voices": ("figure", "estimate", "low", "high"),
    "words": ("speaker", "section", "n_words"),
    "timeline": ("speaker", "mode", "section", "n_words"),
    "shares": ("speaker", "n_words"),
    "profile": ("speaker", "category", "cue"),
    "sentiment": ("speaker", "cue", "weight"),
    "hedging": ("speaker", "measure", "n_hits", "n_words"),
    "estimates": ("measure", "estimate", "low", "high"),
    "trend": ("measure", "estimate", "low", "high", "month"),
    "stance": ("speaker", "target", "value"),
    "network": ("speaker", "target", "value"),
    "framing": ("verb", "framing", "n"),
}


every_chart = pytest.mark.parametrize("chart, table", CHARTS, ids=lambda x: getattr(x, "__name__", ""))


def texts(ax: Axes) -> list[str]:
    return [t.get_text() for t in ax.texts]


def y_labels(ax: Axes) -> list[str]:
    return [t.get_text() for t in ax.get_yticklabels()]


def dots(ax: Axes) -> list[tuple[float, float]]:
    """Return where seaborn's dots stand, from top to bottom."""
    found = [tuple(map(float, xy)) for c in ax.collections if hasattr(c, "get_sizes") for xy in c.get_offsets()]
    return sorted(found, key=lambda xy: (round(xy[1], 3), xy[0]))


def bars(ax: Axes) -> list[tuple[float, float, float]]:
    """Return lane, start and width of each bar of a timeline."""
    boxes = [path.get_extents() for c in ax.collections for path in c.get_paths()]
    return sorted((round((b.y0 + b.y1) / 2), b.x0, b.width) for b in boxes)


def lightness(colour: str) -> float:
    return float(np.dot(to_rgb(colour), (0.299, 0.587, 0.114)))
