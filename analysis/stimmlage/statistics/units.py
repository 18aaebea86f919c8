"""From scores of passages to sums over independent units: documents, or the sentences of one text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from stimmlage.errors import ColumnError, OptionError
from stimmlage.schema import KINDS
from stimmlage.statistics.rates import Array

UNITS = ("auto", "document", "sentence")
SUMS = ("n_hits", "total", "squares", "base", "n_words")


class Units(NamedTuple):
    """Sums over units: an array each, an element per unit of a group.

    `group` and `document` are numbers; `total` over `base` is the estimate of a group. `by_document` says of each
    group whether its units are documents (else they are sentences).
    """

    group: Array
    document: Array
    n_hits: Array
    total: Array
    squares: Array
    base: Array
    n_words: Array
    by_document: Array

    def summed(self, name: str) -> Array:
        """Return the sum of a column in each group."""
        return np.bincount(self.group, getattr(self, name), len(self.by_document))

    def documents(self) -> Array:
        """Return in how many documents each group has words."""
        pairs = np.unique(np.stack([self.group, self.document])[:, self.n_words > 0], axis=1)
        return np.bincount(pairs[0], minlength=len(self.by_document))


def check_scores(scores: pd.DataFrame, more: Sequence[str] = ()) -> None:
    """Raise a ColumnError if a table of scores lacks a column, an OptionError if a score is of two kinds or of none."""
    missing = [c for c in dict.fromkeys([*more, "measure", "value", "n_words", "kind"]) if c not in scores.columns]
    if missing:
        kinds = ", ".join(map(repr, KINDS))
        hint = f" `kind` says of each score what it is: {kinds}." if "kind" in missing else ""
        raise ColumnError(f"`scores` lacks the columns {missing}; it has {list(scores.columns)}.{hint}")
    kinds_of = scores[["measure", "kind"]].drop_duplicates()
    wrong = kinds_of[~kinds_of["kind"].isin(KINDS) | kinds_of["measure"].duplicated(keep=False)]
    if len(wrong):
        raise OptionError(
            f"The column `kind` says of each score one of {', '.join(map(repr, KINDS))}; "
            f"here {wrong['measure'].iloc[0]!r} is {sorted(set(map(str, wrong['kind'])))}."
        )


def with_sums(scores: pd.DataFrame) -> pd.DataFrame:
    """Add what estimates are made of to scores that lack it: their values are per 100 words, or one each."""
    if set(SUMS) <= set(scores.columns):
        return scores
    value, words = scores["value"].to_numpy(float), scores["n_words"].to_numpy(float)
    by_words = scores["kind"].isin(("rate", "net")).to_numpy()
    defined = ~np.isnan(value)
    base = np.where(defined, np.where(by_words, words / 100, 1.0), 0.0)
    total = np.where(defined, np.nan_to_num(value) * base, 0.0)
    squares = np.where(by_words, np.abs(total), total**2)
    hits = np.where(by_words, np.abs(total).round(), base)
    return scores.assign(n_hits=hits, total=total, squares=squares, base=base)


def sums(scores: pd.DataFrame, group: Array, n_groups: int, unit: str = "auto") -> Units:
    """Sum up scores by unit; `group` is the number of the group of each row.

    Parameters
    ----------
    scores : DataFrame
        `doc_id`, `sentence_id` (else `passage_id`), and the columns of `SUMS`.
    group : ndarray of int
    n_groups : int
    unit : {'auto', 'document', 'sentence'}
        `auto` takes documents for a group with words in two or more of them.
    """
    documents = pd.factorize(scores["doc_id"])[0]
    place = next((c for c in ("sentence_id", "passage_id") if c in scores.columns), None)
    within = np.zeros(len(scores), int) if place is None else scores[place].to_numpy("int64")
    columns = {name: scores[name].to_numpy(float) for name in SUMS}
    spoken = columns["n_words"] > 0
    width = max(int(documents.max(initial=0)) + 1, 1)
    heard = np.unique(group[spoken].astype("int64") * width + documents[spoken])
    n_documents = np.bincount(heard // width, minlength=n_groups)
    by_document = {"auto": n_documents > 1, "document": n_documents > -1, "sentence": n_documents < 0}[unit]
    sentence = np.where(by_document[group], -1, within) + 1
    order = np.lexsort((sentence, documents, group))
    keys = np.stack([group[order], documents[order], sentence[order]])
    starts = np.flatnonzero(np.r_[True, (keys[:, 1:] != keys[:, :-1]).any(axis=0)]) if len(order) else np.zeros(0, int)
    added = {n: np.add.reduceat(c[order], starts) if len(starts) else c for n, c in columns.items()}
    return Units(keys[0][starts], keys[1][starts], **added, by_document=by_document)
