"""Collocations: which words stand near a word more often than chance. Measures by NLTK."""

from __future__ import annotations

import math
from collections import Counter

import pandas as pd
from nltk.metrics import BigramAssocMeasures

from stimmlage.errors import OptionError
from stimmlage.exploring.words import stretches

COLUMNS = ["node", "collocate", "n", "n_expected", "log_dice", "log_likelihood", "t", "pmi"]


def collocations(words: pd.DataFrame, node: str, window: int = 5, least: int = 2) -> pd.DataFrame:
    r"""List what stands near a word, the highest log Dice first.

    Parameters
    ----------
    words : DataFrame
        As `words.counted_words` gives it.
    node : str
        The item whose neighbours are counted.
    window : int
        How many words on each side; it ends where the sentence or the voice does.
    least : int
        How often they must stand together.

    Returns
    -------
    DataFrame
        `n` windows of the node hold the collocate; `n_expected` by chance; `log_dice`
        (:math:`14 + \log_2 2 n / (f_x + f_y)`, at most 14), `log_likelihood`, `t` and `pmi` as in `nltk`.

    Raises
    ------
    OptionError
        If the node is not there.

    References
    ----------
    Rychlý (2008), A lexicographer-friendly association score; Evert (2009), Corpora and collocations.
    """
    if window < 1:
        raise OptionError(f"`window` is a positive number of words; not {window!r}.")
    frequency = Counter(words["item"])
    if node not in frequency:
        near = [item for item in frequency if item.lower() == node.lower()]
        raise OptionError(f"{node!r} is not among the words" + (f"; {near[0]!r} is." if near else "."))
    together: Counter[str] = Counter()
    reached = 0
    for items in stretches(words):
        for place, item in enumerate(items):
            if item == node:
                around = items[max(place - window, 0) : place] + items[place + 1 : place + 1 + window]
                reached += len(around)
                together.update(set(around) - {node})
    total, size = len(words), frequency[node]
    rows = []
    for other, n in together.items():
        if n >= least:
            expected = reached * frequency[other] / total
            margins = (n, (reached, frequency[other]), total)
            rows.append(
                (node, other, n, expected, 14 + math.log2(2 * n / (size + frequency[other])), *_by_nltk(*margins))
            )
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.sort_values(["log_dice", "n", "collocate"], ascending=[False, False, True]).reset_index(drop=True)


def _by_nltk(n: int, margins: tuple[int, int], total: int) -> tuple[float, float, float]:
    measures = BigramAssocMeasures
    return (
        float(measures.likelihood_ratio(n, margins, total)),
        float(measures.student_t(n, margins, total)),
        float(measures.pmi(n, margins, total)),
    )
