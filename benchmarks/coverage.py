"""Coverage and error of the statistics: over a grid of simulated corpora, and on real articles with random labels.

    python benchmarks/coverage.py                      the grid (about ten minutes; --runs 300 for a first look)
    python benchmarks/coverage.py --articles FILE      type I error on real articles (a table with `text`)

A nominal 95 % interval should cover the truth in 93 % of runs or more, a test should err in 5 % or less.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import product

import numpy as np
import pandas as pd

from stimmlage.statistics.contrasts import compare_means, compare_rates
from stimmlage.statistics.means import means
from stimmlage.statistics.rates import rates

Array = np.ndarray


def lengths(rng: np.random.Generator, shape: tuple[int, int], mean: float, cv: float) -> Array:
    """Draw lengths of units with a coefficient of variation."""
    if not cv:
        return np.full(shape, mean)
    spread = np.sqrt(np.log1p(cv**2))
    return np.maximum(1, rng.lognormal(np.log(mean) - spread**2 / 2, spread, shape).round())


def hits(rng: np.random.Generator, words: Array, rate: float, dispersion: float = 1.0, cv: float = 0.0) -> Array:
    """Draw hits: negative binomial within units, and a true rate that differs between units."""
    expected = words * rate * (rng.gamma(1 / cv**2, cv**2, words.shape) if cv else 1.0)
    if dispersion > 1:
        size = expected / (dispersion - 1)
        return np.where(expected > 0, rng.negative_binomial(np.maximum(size, 1e-9), 1 / dispersion), 0).astype(float)
    return rng.poisson(expected).astype(float)


def flat(values: Array) -> tuple[Array, Array]:
    """Lay runs end to end, and number them."""
    runs, n = values.shape
    return values.ravel(), np.repeat(np.arange(runs), n)


def rate_cells(runs: int, rng: np.random.Generator) -> Iterator[dict[str, object]]:
    """Cover the rates: sentences of one text, and documents."""
    for n, rate, dispersion in product((10, 15, 30, 100, 300), (0.005, 0.01, 0.02, 0.05), (1.0, 1.25, 1.5)):
        words = lengths(rng, (runs, n), 15, 0.5)
        found = hits(rng, words, rate, dispersion)
        yield _covered("sentences", runs, n, f"rate {100 * rate:g}, dispersion {dispersion}", found, words, rate)
    for n, rate, cv, unequal in product((5, 8, 15, 30, 100), (0.005, 0.02, 0.05), (0.3, 0.6, 1.0), (0.5, 1.2)):
        words = lengths(rng, (runs, n), 400, unequal)
        found = hits(rng, words, rate, 1.1, cv)
        yield _covered("documents", runs, n, f"rate {100 * rate:g}, cv {cv}, lengths {unequal}", found, words, rate)


def _covered(units: str, runs: int, n: int, cell: str, found: Array, words: Array, rate: float) -> dict[str, object]:
    (y, run), (w, _) = flat(found), flat(words)
    limits = rates(y, w, run, runs)
    inside = (limits.low <= rate) & (rate <= limits.high)
    width = limits.high - limits.low
    return {
        "estimate": "rate",
        "units": units,
        "n": n,
        "cell": cell,
        "coverage": inside.mean(),
        "zero width": (width <= 0).mean(),
        "width": np.median(width) * 100,
    }


def mean_cells(runs: int, rng: np.random.Generator) -> Iterator[dict[str, object]]:
    """Cover the means of values in [-1, 1] that resemble each other within a document."""
    for n, icc, zeros, centre in product((5, 8, 15, 30, 100), (0.0, 0.1, 0.3), (0.0, 0.6, 0.95), (0.0, -0.3)):
        each = rng.poisson(8, (runs, n)) + 1
        most = int(each.max())
        spread = 0.4
        own = rng.normal(0, spread * np.sqrt(icc), (runs, n, 1))
        values = centre + own + rng.normal(0, spread * np.sqrt(1 - icc), (runs, n, most))
        values = np.clip(np.round(values * 4) / 4, -1, 1) * (rng.random((runs, n, most)) >= zeros)
        there = np.arange(most) < each[..., None]
        values = np.where(there, values, 0.0)
        truth = _true_mean(rng, centre, spread, zeros)
        sums, run = flat(values.sum(axis=2))
        limits = means(sums, flat((values**2).sum(axis=2))[0], flat(each.astype(float))[0], run, runs)
        inside = (limits.low <= truth) & (truth <= limits.high)
        yield {
            "estimate": "mean",
            "units": "documents",
            "n": n,
            "cell": f"icc {icc}, zeros {zeros}, centre {centre}",
            "coverage": inside.mean(),
            "zero width": (limits.high <= limits.low).mean(),
            "width": np.median(limits.high - limits.low),
        }


def _true_mean(rng: np.random.Generator, centre: float, spread: float, zeros: float) -> float:
    values = centre + rng.normal(0, spread, 2_000_000)
    return float(np.clip(np.round(values * 4) / 4, -1, 1).mean() * (1 - zeros))


def tests(runs: int, rng: np.random.Generator) -> Iterator[dict[str, object]]:
    """Count how often the tests find a difference where there is none."""
    for n, rate, cv, longer, shared in product((5, 10, 30), (0.01, 0.03), (0.3, 0.6), (1, 4), (False, True)):
        wrong = np.mean([_of_rates(n, rate, cv, longer, shared, rng) for _ in range(runs)])
        cell = f"rate {100 * rate:g}, cv {cv}, {longer} x as long, {'shared' if shared else 'own'} documents"
        yield {"test": "rates", "n": n, "cell": cell, "type I": wrong}
    for n, icc in product((5, 10, 30), (0.0, 0.1, 0.3)):
        wrong = np.mean([compare_means(_drawn(n, icc, rng), _drawn(n, icc, rng)).p < 0.05 for _ in range(runs)])
        yield {"test": "means", "n": n, "cell": f"icc {icc}", "type I": wrong}


def _of_rates(n: int, rate: float, cv: float, longer: float, shared: bool, rng: np.random.Generator) -> bool:
    """Test two groups of the same rate: in the same documents, or in documents of their own."""
    own = rng.gamma(1 / cv**2, cv**2, (2, n))
    words = lengths(rng, (2, n), 300, 0.6) * np.array([[1.0], [longer]])
    found = rng.poisson(words * rate * (own[:1] if shared else own)).astype(float)
    if shared:
        return compare_rates(found[0], words[0], found[1], words[1]).p < 0.05
    (a, b), (in_a, in_b), none = found, words, np.zeros(n)
    return compare_rates(np.r_[a, none], np.r_[in_a, none], np.r_[none, b], np.r_[none, in_b]).p < 0.05


def _drawn(n: int, icc: float, rng: np.random.Generator) -> tuple[Array, Array, Array]:
    """Draw values that resemble each other within a document: sums, sums of squares, numbers."""
    counts = rng.poisson(8, n) + 1
    document = np.repeat(np.arange(n), counts)
    centre = rng.normal(0, 0.4 * np.sqrt(icc), n)[document]
    values = np.clip(centre + rng.normal(0, 0.4 * np.sqrt(1 - icc), len(document)), -1, 1)
    return np.bincount(document, values), np.bincount(document, values**2), counts.astype(float)


def articles(file: str, runs: int, rng: np.random.Generator) -> pd.DataFrame:
    """Deal real articles out to two groups at random, and test what cannot differ.

    In half of the cells one group keeps a random third of the sentences of each article: long against short.
    """
    import stimmlage as sl

    corpus = sl.read(file)
    rows = []
    for measure in (sl.Hedging(), sl.Sentiment(), sl.Modality(), sl.Concession()):
        scores = corpus.grouped(corpus.measure(measure).scores, by=["voice"])
        for name, own in scores.groupby("measure", sort=False):
            kept = own[_third(own, rng)]
            whole, short = (_sums(table, own["doc_id"].unique()) for table in (own, kept))
            kind = own["kind"].iloc[0]
            for size, other in product((8, 20, 60), (whole, short)):
                wrong = [_differs(whole, other, kind, size, rng) for _ in range(runs)]
                labels = "random" if other is whole else "random, long against short"
                rows.append((name, kind, size, labels, np.nanmean(wrong)))
    return pd.DataFrame(rows, columns=["measure", "kind", "n each", "labels", "type I"])


def _third(table: pd.DataFrame, rng: np.random.Generator) -> Array:
    """Choose a third of the sentences at random."""
    sentence = table.groupby(["doc_id", "sentence_id"], sort=False).ngroup().to_numpy()
    return rng.random(sentence.max() + 1)[sentence] < 1 / 3


def _sums(table: pd.DataFrame, documents: Array) -> Array:
    """Sum up by document: total, squares and base, a row each."""
    found = table.groupby("doc_id")[["total", "squares", "base"]].sum()
    return found.reindex(documents).fillna(0).to_numpy(float).T


def _differs(whole: Array, other: Array, kind: str, size: int, rng: np.random.Generator) -> float:
    drawn = rng.choice(whole.shape[1], 2 * size, replace=False)
    a, b = whole[:, drawn[:size]], other[:, drawn[size:]]
    if kind == "rate":
        none = np.zeros(size)
        return float(compare_rates(np.r_[a[0], none], np.r_[a[2], none], np.r_[none, b[0]], np.r_[none, b[2]]).p < 0.05)
    return float(compare_means((a[0], a[1], a[2]), (b[0], b[1], b[2])).p < 0.05)


def report(rows: pd.DataFrame, by: list[str], figure: str) -> str:
    """Give the worst and the mean figure of each group of cells."""
    found = rows.groupby(by, sort=False)[figure].agg(["min", "mean", "max", "size"]).round(3)
    return found.to_string()


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--articles", help="a table of articles with a column `text`")
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    if options.articles:
        table = articles(options.articles, options.runs, rng)
        print(table.round(3).to_string(index=False))
        print("\nmean by labels and kind\n" + table.groupby(["labels", "kind"])["type I"].mean().round(3).to_string())
        return
    covered = pd.DataFrame([*rate_cells(options.runs, rng), *mean_cells(options.runs, rng)])
    tested = pd.DataFrame(tests(min(options.runs, 1500), rng))
    print("Coverage of nominal 95 % intervals\n" + report(covered, ["estimate", "units", "n"], "coverage"))
    print("\nThe ten cells that cover least\n" + covered.nsmallest(10, "coverage").round(4).to_string(index=False))
    print(f"\nIntervals of width 0: {covered['zero width'].max():.4f}")
    print("\nType I error at 5 %\n" + report(tested, ["test", "n"], "type I"))
    print("\nThe ten cells that err most\n" + tested.nlargest(10, "type I").round(4).to_string(index=False))


if __name__ == "__main__":
    main()
