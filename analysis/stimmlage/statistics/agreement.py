"""Agreement of two annotations: people with each other, or the kit with people."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from stimmlage.errors import ColumnError, InputError, OptionError
from stimmlage.reading.segmentation import read_text
from stimmlage.statistics.reliability import GROUPS, coefficients

UNITS = ("character", "token", "sentence")
NONE = ""
"""The label of a unit that an annotation leaves unmarked."""

_Span = tuple[int, int, str]


@dataclass(frozen=True)
class Agreement:
    """How far two annotations agree, as tidy tables.

    Attributes
    ----------
    unit : str
        What was compared label by label: character, token or sentence.
    n_units : int
        How many units there are.
    coefficients : DataFrame
        `category`, `alpha`, `kappa`, `observed` (share of units with the same label), each with its `_low` and
        `_high`, `n_a` and `n_b` (units so labelled): a row for all categories together (`all`), then each category
        against the rest.
    spans : DataFrame
        `match` (`exact`: same borders and category; `overlap`: a common character and the same category),
        `category`, `precision`, `recall`, `f1`, `n_a`, `n_b`. The first annotation is taken for the truth. Spans are
        matched one to one, as many as can be.
    confusion : DataFrame
        `category_a`, `category_b`, `n`: how many units got this pair of labels; empty for unmarked.
    """

    unit: str
    n_units: int
    coefficients: pd.DataFrame
    spans: pd.DataFrame
    confusion: pd.DataFrame

    @property
    def alpha(self) -> float:
        """Krippendorff's alpha over all categories."""
        return float(self.coefficients["alpha"].iloc[0])

    @property
    def kappa(self) -> float:
        """Cohen's kappa over all categories."""
        return float(self.coefficients["kappa"].iloc[0])


def agreement(
    a: pd.DataFrame, b: pd.DataFrame, documents: pd.DataFrame | None = None, unit: str | None = None
) -> Agreement:
    r"""Compare two annotations of the same documents.

    Each unit of text gets the category of the span that covers it (all of them, joined by `+`, where spans
    overlap), or none. Alpha and kappa of these labels are those of `reliability`, which says how to read them; their
    intervals leave out a tenth of the documents in turn, or of the text where there are fewer than ten. Where only one
    label occurs at all there is nothing to agree on: NaN. The longer the spans, the more alike the units, so compare
    coefficients of the same unit only; `unitizing_alpha` compares the stretches themselves.

    Parameters
    ----------
    a, b : DataFrame
        `doc_id`, `start`, `end` and `category`: a row per span. For precision and recall `a` is the truth.
    documents : DataFrame, optional
        `doc_id` and `text`, all that were annotated. Without it the units are characters, and a document is
        taken to end with its last span: give the documents where coefficients are to be published.
    unit : {'token', 'character', 'sentence'}, optional
        By default tokens; characters where no documents are given.

    Examples
    --------
    >>> text = "Das ist wohl sicher so."
    >>> a = pd.DataFrame({"doc_id": ["d", "d"], "start": [8, 13], "end": [12, 19], "category": ["hedge", "booster"]})
    >>> b = a.assign(category=["hedge", "hedge"])
    >>> found = agreement(a, b, pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    >>> round(found.alpha, 2), round(found.kappa, 2), found.n_units
    (0.69, 0.67, 6)
    >>> found.confusion.query("category_a != category_b").values.tolist()
    [['booster', 'hedge', 1]]
    """
    unit = unit or ("character" if documents is None else "token")
    if unit not in UNITS or (documents is None and unit != "character"):
        raise OptionError(f"`unit` is one of {list(UNITS)}, and 'character' without `documents`; not {unit!r}.")
    spans_a, spans_b = _by_document(a, "a"), _by_document(b, "b")
    if documents is None:
        texts: dict[str, str | None] = dict.fromkeys([*spans_a, *spans_b])
    else:
        texts = _texts(documents, [*spans_a, *spans_b])
    labels: list[tuple[str, str]] = []
    blocks: list[int] = []
    for number, (doc_id, text) in enumerate(texts.items()):
        found = _label_pairs(spans_a.get(doc_id, []), spans_b.get(doc_id, []), text, unit)
        blocks += [number] * len(found) if len(texts) >= GROUPS else range(len(labels), len(labels) + len(found))
        labels += found
    categories = sorted({c for spans in (spans_a, spans_b) for found in spans.values() for *_, c in found})
    pairs = sorted(Counter(labels).items())
    return Agreement(
        unit,
        len(labels),
        _coefficients(labels, blocks, categories),
        _span_scores(spans_a, spans_b, categories),
        pd.DataFrame([(x, y, n) for (x, y), n in pairs], columns=["category_a", "category_b", "n"]),
    )


def _by_document(table: pd.DataFrame, name: str) -> dict[str, list[_Span]]:
    missing = [c for c in ("doc_id", "start", "end", "category") if c not in table.columns]
    if missing:
        raise ColumnError(f"`{name}` lacks the columns {missing}; it has {list(table.columns)}.")
    spans: dict[str, list[_Span]] = {}
    for doc_id, start, end, category in zip(
        table["doc_id"], table["start"], table["end"], table["category"], strict=True
    ):
        if not 0 <= start < end:
            raise InputError(
                f"`{name}` has a span from {start} to {end} in {doc_id!r}; spans are half-open and not empty."
            )
        spans.setdefault(doc_id, []).append((int(start), int(end), str(category)))
    return spans


def _texts(documents: pd.DataFrame, annotated: Iterable[str]) -> dict[str, str | None]:
    missing = [c for c in ("doc_id", "text") if c not in documents.columns]
    if missing:
        raise ColumnError(f"`documents` lacks the columns {missing}; it has {list(documents.columns)}.")
    texts: dict[str, str | None] = dict(zip(documents["doc_id"], documents["text"], strict=True))
    unknown = sorted(set(annotated) - set(texts))
    if unknown:
        raise InputError(f"`documents` lacks {unknown[:5]}, which are annotated; give the text of every document.")
    return texts


def _label_pairs(a: list[_Span], b: list[_Span], text: str | None, unit: str) -> list[tuple[str, str]]:
    """Return the pairs of labels of the units of one document."""
    if text is None:
        length = max(end for _, end, _ in (*a, *b))
        starts = ends = None
    elif unit == "character":
        length, starts, ends = len(text), None, None
    else:
        document = read_text(text)
        if unit == "token":
            starts, ends = document.tokens.start, document.tokens.end
        else:
            starts, ends = [s.start for s in document.sentences], [s.end for s in document.sentences]
        length = len(starts)
    return list(zip(_labels(a, starts, ends, length), _labels(b, starts, ends, length)))


def _labels(spans: list[_Span], starts: list[int] | None, ends: list[int] | None, length: int) -> list[str]:
    """Label the units: characters if no starts are given, else the stretches that a span touches."""
    found: dict[int, set[str]] = {}
    for start, end, category in spans:
        if starts is None or ends is None:
            touched = range(start, min(end, length))
        else:
            touched = range(bisect_right(ends, start), bisect_left(starts, end))
        for i in touched:
            found.setdefault(i, set()).add(category)
    return ["+".join(sorted(found[i])) if i in found else NONE for i in range(length)]


def _coefficients(labels: Sequence[tuple[str, str]], blocks: Sequence[int], categories: list[str]) -> pd.DataFrame:
    rows = [_row("all", labels, blocks)]
    for category in categories:
        binary = [tuple(category if category in label.split("+") else NONE for label in pair) for pair in labels]
        rows.append(_row(category, binary, blocks))
    names = [f"{name}{edge}" for name in ("alpha", "kappa", "observed") for edge in ("", "_low", "_high")]
    return pd.DataFrame(rows, columns=["category", *names, "n_a", "n_b"])


def _row(category: str, labels: Sequence[tuple[str, ...]], blocks: Sequence[int]) -> tuple[object, ...]:
    """Return the coefficients of two annotators with their limits, and how many units each has marked."""
    rows = [(who, i, label) for i, pair in enumerate(labels) for who, label in zip("ab", pair, strict=True)]
    found = coefficients(rows, [block for block in blocks for _ in "ab"])
    marked = [sum(pair[side] != NONE for pair in labels) for side in (0, 1)]
    return (category, *found["alpha"], *found["kappa"], *found["observed"], *marked)


def _span_scores(a: Mapping[str, list[_Span]], b: Mapping[str, list[_Span]], categories: list[str]) -> pd.DataFrame:
    rows = []
    for match, exact in (("exact", True), ("overlap", False)):
        right = Counter(c for doc_id in a for c in _matched(a[doc_id], b.get(doc_id, []), exact))
        for category in ("all", *categories):
            n_a, n_b = (sum(category in ("all", c) for found in side.values() for *_, c in found) for side in (a, b))
            n = sum(right.values()) if category == "all" else right[category]
            precision, recall = n / n_b if n_b else np.nan, n / n_a if n_a else np.nan
            f1 = 2 * n / (n_a + n_b) if n_a and n_b else np.nan
            rows.append((match, category, precision, recall, f1, n_a, n_b))
    return pd.DataFrame(rows, columns=["match", "category", "precision", "recall", "f1", "n_a", "n_b"])


def _matched(a: Sequence[_Span], b: Sequence[_Span], exact: bool) -> list[str]:
    """Return the categories of the spans of one document that have one of their own in the other annotation."""
    edges = _edges(a, b, exact)
    if not edges:
        return []
    rows, columns = zip(*edges)
    places = np.asarray(rows, np.int32), np.asarray(columns, np.int32)  # older scipy takes no others
    graph = coo_array((np.ones(len(edges), bool), places), shape=(len(a), len(b))).tocsr()
    return [a[i][2] for i, j in enumerate(maximum_bipartite_matching(graph, perm_type="column")) if j >= 0]


def _edges(a: Sequence[_Span], b: Sequence[_Span], exact: bool) -> list[tuple[int, int]]:
    """Return which spans could be matched, by their places in the two lists."""
    order = sorted(range(len(b)), key=lambda j: b[j])
    starts = [b[j][0] for j in order]
    longest = max((end - start for start, end, _ in b), default=0)
    return [
        (i, j)
        for i, (start, end, category) in enumerate(a)
        for j in order[bisect_left(starts, start - longest) : bisect_left(starts, end)]
        if b[j][2] == category and (b[j] == a[i] if exact else b[j][1] > start)
    ]
