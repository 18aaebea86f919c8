"""Voices counted: how many, how evenly, who they are, and how they are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from scipy import stats
from scipy.special import gammaln

from stimmlage.errors import OptionError
from stimmlage.statistics.rates import rate
from stimmlage.wording import counted

Array = np.ndarray
DOCUMENTS = 5
"""How many articles an interval needs."""
BLOCKS = 200
"""How many blocks of articles are left out in turn, at most."""
_WORD = r"[^\W_]|.*[^\W_]$"  # a letter or digit at one of its ends, as everywhere
COLUMNS = ["figure", "estimate", "low", "high", "n_documents", "n_voices", "n_words", "note"]
KINDS = ("person", "group", "organisation", "place", "unnamed")


def voices(heard: pd.DataFrame, by: Sequence[str] = (), level: float = 0.95) -> pd.DataFrame:
    r"""Count the voices of groups of articles.

    Parameters
    ----------
    heard : DataFrame
        As `heard_voices` gives it, with the columns of `by`.
    by : sequence of str
        The columns that make the groups; none for the whole corpus.
    level : float
        What the intervals cover.

    Returns
    -------
    DataFrame
        A row per group and figure; which figures there are is told in docs/voices.md.

    Notes
    -----
    Intervals are over articles: a delete-one jackknife (of at most 200 blocks of articles) on the log-odds of a share,
    with t. A corpus is a sample of articles, and voices of one article resemble each other. `voices_in_common_size` is
    how many different voices so many articles have on average as the smallest group holds (rarefaction by articles),

    .. math:: S(m) = \sum_v 1 - \binom{D - d_v}{m} / \binom{D}{m}

    with :math:`d_v` of :math:`D` articles having voice :math:`v`. It has no interval: resampling finds fewer
    different voices than there are.

    References
    ----------
    Shannon (1948); Pielou (1966) for evenness; Simpson (1949); Colwell et al. (2012), Journal of Plant Ecology 5, for
    rarefaction by samples; Efron & Tibshirani (1993), ch. 11, for the jackknife.
    """
    groups = list(heard.groupby(list(by), sort=False, dropna=False)) if by else [((), heard)]
    if not groups:
        return pd.DataFrame(columns=[*by, *COLUMNS])
    common = min(part["doc_id"].nunique() for _, part in groups)
    rows = []
    for key, part in groups:
        head = dict(zip(by, key, strict=True))
        rows += [head | row for row in _figures(part, common, level)]
    return pd.DataFrame(rows, columns=[*by, *COLUMNS])


def each_voice(heard: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """List the voices of groups of articles, the loudest first.

    Returns
    -------
    DataFrame
        A row per group and voice: the columns of `by`, `speaker`, `kind`, `gender`, `role`, `n_documents`, `n_first`
        (articles in which it is the first to be quoted), `n_quotations`, `n_words`, `share` (of the words of all
        quoted voices of the group), `n_direct` (words in direct speech).
    """
    quoted = heard[heard["quoted"]]
    keys = [*by, "voice"]
    table = quoted.groupby(keys, sort=False, dropna=False, as_index=False).agg(
        speaker=("speaker", "first"),
        kind=("kind", "first"),
        gender=("gender", "first"),
        role=("role", "first"),
        n_documents=("doc_id", "nunique"),
        n_first=("first", "sum"),
        n_quotations=("n_quotations", "sum"),
        n_words=("n_words", "sum"),
        n_direct=("n_direct", "sum"),
    )
    whole = table.groupby(list(by), dropna=False)["n_words"].transform("sum") if by else table["n_words"].sum()
    table["share"] = table["n_words"] / whole
    order = table.sort_values("n_words", ascending=False, kind="stable")
    if by:
        order = order.sort_values(list(by), kind="stable")
    return order.drop(columns="voice").reset_index(drop=True)


def heard_voices(
    passages: pd.DataFrame, tokens: pd.DataFrame, speakers: pd.DataFrame, quotations: pd.DataFrame
) -> pd.DataFrame:
    """Sum up who is heard in each article, in how many words and quotations.

    Returns
    -------
    DataFrame
        A row per article and voice, the author and what is said by nobody known among them: `doc_id`, `voice` (the
        `person_id`, else the name, in a document of its own for a person without a full name), `speaker`, `kind`,
        `gender`, `role`, `quoted`, `n_words`, `n_direct`, `n_quotations`, `first`.
    """
    running = passages[passages["mode"] != "heading"]
    words = tokens[tokens["word"].str.match(_WORD)].groupby(["doc_id", "passage_id"]).size().rename("n_words")
    heard = running.join(words, on=["doc_id", "passage_id"]).fillna({"n_words": 0})
    heard["n_direct"] = heard["n_words"].where(heard["mode"] == "direct", 0)
    sums = heard.groupby(["doc_id", "voice"], sort=False)[["n_words", "n_direct"]].sum().reset_index()
    said = quotations.groupby(["doc_id", "speaker_id"]).size().rename("n_quotations")
    known = speakers.rename(columns={"speaker_id": "voice", "name": "speaker"})
    columns = ["doc_id", "voice", "person_id", "speaker", "kind", "gender", "role"]
    table = sums.merge(known[columns], on=["doc_id", "voice"], how="left", validate="one_to_one")
    table["quoted"] = ~table["voice"].isin(["author", "unattributed"])
    table = table.join(said, on=["doc_id", "voice"]).fillna({"n_quotations": 0})
    table[["person_id", "speaker", "kind", "gender", "role"]] = table[
        ["person_id", "speaker", "kind", "gender", "role"]
    ].fillna("")
    table["first"] = table["quoted"] & ~table[table["quoted"]].duplicated("doc_id").reindex(
        table.index, fill_value=True
    )
    several = table["doc_id"].nunique() > 1
    own = (table["kind"] == "person") & (table["person_id"] == "") & several
    table["speaker"] = table["speaker"].where(~own, table["speaker"] + " (" + table["doc_id"] + ")")
    name = table["person_id"].where(table["person_id"] != "", table["kind"] + ":" + table["speaker"])
    table["voice"] = table["voice"].where(~table["quoted"], name)
    joined = (
        {name: "sum" for name in ("n_words", "n_direct", "n_quotations")}
        | {name: "first" for name in ("speaker", "kind", "gender", "role")}
        | {"quoted": "first", "first": "max"}
    )
    whole = table.groupby(["doc_id", "voice"], sort=False, as_index=False).agg(joined)
    return whole.astype({name: int for name in ("n_words", "n_direct", "n_quotations")})


def _figures(part: pd.DataFrame, common: int, level: float) -> list[dict[str, object]]:
    """Return the figures of one group."""
    documents = pd.factorize(part["doc_id"])[0]
    n_documents = int(documents.max()) + 1 if len(part) else 0
    quoted = part[part["quoted"]]
    voice, names = pd.factorize(quoted["voice"])
    blocks = min(n_documents, BLOCKS)
    block = documents[part["quoted"].to_numpy()] % max(blocks, 1)
    counts = {"n_documents": n_documents, "n_voices": len(names), "n_words": int(part["n_words"].sum())}

    def summed(values: pd.Series) -> Array:
        table = np.zeros((blocks, len(names)))
        np.add.at(table, (block, voice), values.to_numpy(float))
        return table

    words = summed(quoted["n_words"])
    rows = [_row("voices", float(len(names)), counts), _rarefied(voice, len(names), n_documents, common, counts)]
    per_article = np.bincount(documents[part["quoted"].to_numpy()], minlength=n_documents).astype(float)
    rows.append(_mean("voices_per_article", per_article, counts, level))
    for figure, of in (("evenness", _evenness), ("simpson", _simpson), ("share_of_three", _three)):
        rows.append(_jackknifed(figure, words, of, counts, level))
    everybody = np.bincount(documents % max(blocks, 1), part["n_words"].to_numpy(float), minlength=blocks)
    rows.append(_share("quoted_words", words.sum(1), everybody, counts, level))
    for figure, mask, whole in _shares(quoted):
        for unit in ("words", "quotations"):
            values = quoted[f"n_{unit}"]
            of_all = np.bincount(block, values.where(whole, 0), minlength=blocks)
            rows.append(
                _share(
                    f"{figure}_{unit}",
                    np.bincount(block, values.where(mask & whole, 0), minlength=blocks),
                    of_all,
                    counts,
                    level,
                )
            )
    direct = np.bincount(block, quoted["n_direct"], minlength=blocks)
    rows.append(_share("direct_words", direct, words.sum(1), counts, level))
    firsts = quoted["first"].astype(float)
    first = np.bincount(block, firsts, minlength=blocks)
    for kind in ("person", "organisation", "unnamed"):
        of_kind = np.bincount(block, firsts.where(quoted["kind"] == kind, 0), minlength=blocks)
        rows.append(_share(f"{kind}_first", of_kind, first, counts, level))
    return rows


def _shares(quoted: pd.DataFrame) -> list[tuple[str, pd.Series, pd.Series]]:
    """What voices are, and of which voices that is a share."""
    every = pd.Series(True, index=quoted.index)
    marked = quoted["gender"].isin(["female", "male"])
    person = quoted["kind"] == "person"
    return [
        *((kind, quoted["kind"] == kind, every) for kind in KINDS),
        ("female", quoted["gender"] == "female", marked),
        ("gender_marked", marked, person),
        ("office", quoted["role"] != "", person),
    ]


def _evenness(words: Array) -> Array:
    share = _proportions(words)
    heard = (words > 0).sum(1)
    entropy = -np.sum(np.where(share > 0, share * np.log(np.where(share > 0, share, 1)), 0), axis=1)
    return np.where(heard > 1, entropy / np.log(np.maximum(heard, 2)), np.nan)


def _simpson(words: Array) -> Array:
    return np.where(words.sum(1) > 0, 1 - (_proportions(words) ** 2).sum(1), np.nan)


def _three(words: Array) -> Array:
    if not words.shape[1]:
        return np.full(len(words), np.nan)
    three: Array = np.sort(_proportions(words), axis=1)[:, -3:].sum(1)
    return np.where((words > 0).sum(1) > 3, three, np.nan)


def _proportions(words: Array) -> Array:
    whole = words.sum(1, keepdims=True)
    shares: Array = np.divide(words, whole, out=np.zeros_like(words), where=whole > 0)
    return shares


def _jackknifed(
    figure: str, table: Array, of: Callable[[Array], Array], counts: dict[str, int], level: float
) -> dict[str, object]:
    """Estimate a figure between 0 and 1 of all articles, and its interval from leaving out one block at a time."""
    total = table.sum(0, keepdims=True)
    value = float(of(total)[0])
    if np.isnan(value) or counts["n_documents"] < DOCUMENTS:
        return _row(figure, value, counts)
    left = np.concatenate([of(total - table[i : i + 16]) for i in range(0, len(table), 16)])
    return _row(figure, value, counts, *_limits(value, left, level))


def _share(figure: str, part: Array, whole: Array, counts: dict[str, int], level: float) -> dict[str, object]:
    """Estimate the share of a part in a whole, both summed by block."""
    if not whole.sum():
        return _row(figure, np.nan, counts)
    value = float(part.sum() / whole.sum())
    if counts["n_documents"] < DOCUMENTS:
        return _row(figure, value, counts)
    rest = whole.sum() - whole
    left = np.divide(part.sum() - part, rest, out=np.full(len(part), np.nan), where=rest > 0)
    return _row(figure, value, counts, *_limits(value, left, level))


def _limits(value: float, left: Array, level: float) -> tuple[float, float]:
    """The interval on the scale of log-odds; none where all or nothing is of the kind."""
    if not 0 < value < 1 or np.isnan(left).any():
        return np.nan, np.nan
    inside = np.clip(left, 1e-9, 1 - 1e-9)
    odds = np.log(inside / (1 - inside))
    n = len(odds)
    error = np.sqrt((n - 1) / n * np.sum((odds - odds.mean()) ** 2)) * stats.t.ppf((1 + level) / 2, n - 1)
    middle = np.log(value / (1 - value))
    low, high = 1 / (1 + np.exp(-(middle - error))), 1 / (1 + np.exp(-(middle + error)))
    return float(low), float(high)


def _mean(figure: str, values: Array, counts: dict[str, int], level: float) -> dict[str, object]:
    value = float(values.mean()) if len(values) else np.nan
    if counts["n_documents"] < DOCUMENTS:
        return _row(figure, value, counts)
    found = rate(values, np.ones(len(values)), level)
    return _row(figure, value, counts, float(found.low), float(found.high))


def _rarefied(voice: Array, n: int, documents: int, common: int, counts: dict[str, int]) -> dict[str, object]:
    """How many different voices as many articles have as the smallest group."""
    held = np.bincount(voice, minlength=n)
    free = documents - held
    never = np.where(
        free >= common,
        np.exp(_log_choose(np.maximum(free, common), common) - _log_choose(np.array(documents), common)),
        0,
    )
    return _row("voices_in_common_size", float((1 - never).sum()), counts, note=f"in {counted(common, 'article')}")


def _log_choose(n: Array, k: int) -> Array:
    ways: Array = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    return ways


def _row(
    figure: str, value: float, counts: dict[str, int], low: float = np.nan, high: float = np.nan, note: str = ""
) -> dict[str, object]:
    few = counts["n_documents"] < DOCUMENTS
    note = note or (f"describes {counted(counts['n_documents'], 'article')} only" if few else "")
    return {"figure": figure, "estimate": value, "low": low, "high": high, **counts, "note": note}


def check_groups(by: Sequence[str], documents: pd.DataFrame) -> None:
    """Refuse columns that say nothing of a whole article.

    Raises
    ------
    OptionError
        With what there is.
    """
    if missing := [name for name in by if name not in documents.columns]:
        raise OptionError(
            f"`by` names {missing[0]!r}; voices are counted in groups of articles, by columns of `documents`: "
            f"{list(documents.columns)}."
        )
