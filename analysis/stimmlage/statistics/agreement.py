"""Agreement of two annotations: people with each other, or the kit with people."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from stimmlage.errors import ColumnError, InputError, OptionError
from stimmlage.reading.segmentation import read_text

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
        `category`, `alpha`, `kappa`, `observed` (share of units with the same label), `n_a` and `n_b` (units so
        labelled): a row for all categories together (`all`), then each category against the rest.
    spans : DataFrame
        `match` (`exact`: same borders and category; `overlap`: a common character and the same category),
        `category`, `precision`, `recall`, `f1`, `n_a`, `n_b`. The first annotation is taken for the truth.
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
    overlap), or none. From the table of label pairs come

    - Krippendorff's :math:`\alpha = 1 - D_o / D_e`, the observed disagreement over the one expected if the
      labels of both were dealt out at random;
    - Cohen's :math:`\kappa = (A_o - A_e) / (1 - A_e)`, where each annotator keeps her own distribution.

    1 is perfect, 0 is chance, below 0 is worse than chance. From .80 on conclusions are usually held to be safe,
    from .67 on tentative (Krippendorff 2004, p. 241). Where only one label occurs at all there is nothing to
    agree on: NaN. Neighbouring units are not independent; the longer the spans, the more
    alike the units, so compare coefficients of the same unit only.

    Parameters
    ----------
    a, b : DataFrame
        `doc_id`, `start`, `end` and `category`: a row per span. For precision and recall `a` is the truth.
    documents : DataFrame, optional
        `doc_id` and `text`, all that were annotated. Without it the units are characters, and a document is
        taken to end with its last span: give the documents where coefficients are to be published.
    unit : {'token', 'character', 'sentence'}, optional
        By default tokens; characters where no documents are given.

    References
    ----------
    Krippendorff (2004), Content Analysis, ch. 11; Cohen (1960), Educational and Psychological Measurement 20;
    Artstein & Poesio (2008), Computational Linguistics 34.

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
    pairs: Counter[tuple[str, str]] = Counter()
    for doc_id, text in texts.items():
        pairs.update(_label_pairs(spans_a.get(doc_id, []), spans_b.get(doc_id, []), text, unit))
    categories = sorted({c for spans in (spans_a, spans_b) for found in spans.values() for *_, c in found})
    return Agreement(
        unit,
        sum(pairs.values()),
        _coefficients(pairs, categories),
        _span_scores(spans_a, spans_b, categories),
        pd.DataFrame([(x, y, n) for (x, y), n in sorted(pairs.items())], columns=["category_a", "category_b", "n"]),
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


def _label_pairs(a: list[_Span], b: list[_Span], text: str | None, unit: str) -> Counter[tuple[str, str]]:
    """Count the pairs of labels of the units of one document."""
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
    return Counter(zip(_labels(a, starts, ends, length), _labels(b, starts, ends, length)))


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


def _coefficients(pairs: Mapping[tuple[str, str], int], categories: list[str]) -> pd.DataFrame:
    rows = [("all", *_alpha_kappa(pairs), *_marked(pairs))]
    for category in categories:
        binary: Counter[tuple[str, str]] = Counter()
        for (x, y), n in pairs.items():
            binary[category if category in x.split("+") else NONE, category if category in y.split("+") else NONE] += n
        rows.append((category, *_alpha_kappa(binary), *_marked(binary)))
    return pd.DataFrame(rows, columns=["category", "alpha", "kappa", "observed", "n_a", "n_b"])


def _marked(pairs: Mapping[tuple[str, str], int]) -> tuple[int, int]:
    return sum(n for (x, _), n in pairs.items() if x != NONE), sum(n for (_, y), n in pairs.items() if y != NONE)


def _alpha_kappa(pairs: Mapping[tuple[str, str], int]) -> tuple[float, float, float]:
    """Return alpha, kappa and the observed agreement of two annotators with nominal labels."""
    n = sum(pairs.values())
    if not n:
        return np.nan, np.nan, np.nan
    observed = sum(count for (x, y), count in pairs.items() if x == y) / n
    of_a: Counter[str] = Counter()
    of_b: Counter[str] = Counter()
    for (x, y), count in pairs.items():
        of_a[x] += count
        of_b[y] += count
    by_own = sum(of_a[label] * of_b[label] for label in of_a) / n**2
    pooled = of_a + of_b
    by_both = sum(count * (count - 1) for count in pooled.values()) / (2 * n * (2 * n - 1))
    alpha = 1 - (1 - observed) / (1 - by_both) if by_both < 1 else np.nan
    kappa = (observed - by_own) / (1 - by_own) if by_own < 1 else np.nan
    return alpha, kappa, observed


def _span_scores(a: Mapping[str, list[_Span]], b: Mapping[str, list[_Span]], categories: list[str]) -> pd.DataFrame:
    rows = []
    for match, same in (("exact", _exact), ("overlap", _overlapping)):
        hits_a, hits_b = _matched(a, b, same), _matched(b, a, same)
        for category in ("all", *categories):
            (right, n_a), (found, n_b) = (_count(hits, category) for hits in (hits_a, hits_b))
            precision, recall = found / n_b if n_b else np.nan, right / n_a if n_a else np.nan
            both = precision + recall
            f1 = 2 * precision * recall / both if both > 0 else both * 0
            rows.append((match, category, precision, recall, f1, n_a, n_b))
    return pd.DataFrame(rows, columns=["match", "category", "precision", "recall", "f1", "n_a", "n_b"])


def _matched(
    spans: Mapping[str, list[_Span]], others: Mapping[str, list[_Span]], same: Callable[[_Span, _Span], bool]
) -> list[tuple[str, bool]]:
    """Say of each span whether the other annotation has it."""
    return [
        (span[2], any(same(span, other) for other in others.get(doc_id, ())))
        for doc_id, found in spans.items()
        for span in found
    ]


def _count(hits: list[tuple[str, bool]], category: str) -> tuple[int, int]:
    own = [hit for name, hit in hits if category in ("all", name)]
    return sum(own), len(own)


def _exact(one: _Span, other: _Span) -> bool:
    return one == other


def _overlapping(one: _Span, other: _Span) -> bool:
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]
