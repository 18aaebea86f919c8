"""Near-duplicates: the same article, or the same agency text, twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

import pandas as pd

from stimmlage.errors import OptionError

COLUMNS = ["doc_id", "other", "shared", "resemblance", "containment", "cluster"]
SHINGLE = 5
"""Words in a sequence that two articles may share."""
_MANY = 50  # where more documents share a sequence, each is compared with the first only: the cluster is the same


def duplicates(words: pd.DataFrame, least: float = 0.5) -> pd.DataFrame:
    """Find pairs of documents that share much of their wording.

    Parameters
    ----------
    words : DataFrame
        As `words.counted_words` gives it for `of="word"`.
    least : float
        The smallest containment that is listed.

    Returns
    -------
    DataFrame
        A row per pair: `shared` sequences of five words; `resemblance` (of all sequences of both, Jaccard) and
        `containment` (of those of the shorter one), and `cluster`: a number for documents that hang together. The
        earlier document of the corpus is `doc_id`.

    Raises
    ------
    OptionError
        If `least` is not between 0 and 1.

    References
    ----------
    Broder (1997), On the resemblance and containment of documents.
    """
    if not 0 < least <= 1:
        raise OptionError(f"`least` is above 0 and at most 1; not {least!r}.")
    shingles = {str(doc_id): _shingles(list(items)) for doc_id, items in words.groupby("doc_id", sort=False)["item"]}
    holders: dict[int, list[str]] = defaultdict(list)
    for doc_id, own in shingles.items():
        for shingle in own:
            holders[shingle].append(doc_id)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        shared.update(combinations(names, 2) if len(names) <= _MANY else ((names[0], name) for name in names[1:]))
    rows = []
    for (one, other), n in shared.items():
        smaller = min(len(shingles[one]), len(shingles[other]))
        if n / smaller >= least:
            rows.append((one, other, n, n / (len(shingles[one]) + len(shingles[other]) - n), n / smaller))
    clusters = _clusters([(row[0], row[1]) for row in rows])
    table = pd.DataFrame([(*row, clusters[row[0]]) for row in rows], columns=COLUMNS)
    return table.sort_values(["cluster", "containment"], ascending=[True, False], kind="stable").reset_index(drop=True)


def _shingles(items: list[str]) -> set[int]:
    return {hash(tuple(items[i : i + SHINGLE])) for i in range(max(len(items) - SHINGLE + 1, 1))}


def _clusters(pairs: list[tuple[str, str]]) -> dict[str, int]:
    """Number the groups of documents that pairs connect, in their order."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for one, other in pairs:
        parent[root(other)] = root(one)
    numbers: dict[str, int] = {}
    return {name: numbers.setdefault(root(name), len(numbers)) for name in list(parent)}
