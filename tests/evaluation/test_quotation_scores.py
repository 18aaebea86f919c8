"""Scores of quotations: matching, precision and recall, what is undefined."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from stimmlage.evaluation import quotations
from stimmlage.evaluation.gold import read_gold
from stimmlage.evaluation.quotation_scores import FIGURES, document_sums, f1, match

DEV = Path(__file__).parents[2] / ".." / "shared" / "gold" / "quotations_dev.jsonl.gz"


def said(quote, speaker=(), cue=(), type="Direct"):
    parts = {"quote": quote, "speaker": speaker, "cue": cue, "frame": (), "addressee": ()}
    return {"type": type, **{name: {"tokenIds": list(ids)} for name, ids in parts.items()}}


def figure(gold, predicted, name):
    return float(f1(document_sums(gold, predicted))[FIGURES.index(name)])


GOLD = [said(range(0, 4), [5, 6], [4]), said(range(10, 14), [15], type="Indirect")]


def test_tokens_are_counted_by_type():
    gold = [
        {
            "annotations": [
                said(range(4)),
                said(range(4, 8), type="Indirect"),
                said(range(8, 9), type="IndirectFreeIndirect"),
            ]
        }
    ]
    found = [{"annotations": [said(range(2)), said(range(2, 4)), said(range(4, 10), type="Indirect")]}]
    table = quotations.tokens_by_type(gold, found).set_index("tokens_of")
    assert table.loc["Direct"].tolist() == [4, 4, 1, 1, 1]
    assert table.loc["Indirect"].tolist() == pytest.approx([4, 6, 4 / 6, 1, 0.8])
    assert table.loc["Indirect*"].tolist() == pytest.approx([5, 6, 5 / 6, 1, 10 / 11])


def test_what_is_right_scores_one():
    assert [figure(GOLD, GOLD, n) for n in ("message", "roles", "joint", "speaker", "cue", "type")] == [1] * 6


def test_nothing_found_scores_nothing():
    assert figure(GOLD, [], "message") == figure(GOLD, [], "joint") == 0


def test_role_that_is_empty_on_both_sides_counts_nothing():
    sums = document_sums(GOLD, GOLD)
    assert sums[FIGURES.index("addressee")].tolist() == [0, 0, 0, 0]
    assert sums[FIGURES.index("cue")].tolist() == [1, 1, 1, 1]


def test_means_are_over_quotations():
    predicted = [said(range(0, 8))]
    # precision 4/8 of the only one found; recall 1 and 0
    assert figure([GOLD[0], GOLD[1]], predicted, "message") == pytest.approx(0.5)


def test_roles_are_means_over_the_values_of_all_roles():
    predicted = [said(range(0, 4), [5, 6, 7, 8], [4])]
    # precisions 1/2 and 1; recalls 1 and 1
    assert figure(GOLD[:1], predicted, "roles") == pytest.approx(2 * 0.75 / 1.75)


def test_another_type_is_a_miss_for_type_only():
    predicted = [said(range(0, 4), type="Reported")]
    assert figure(GOLD[:1], predicted, "message") == 1
    assert figure(GOLD[:1], predicted, "type") == 0


def test_matching_is_one_to_one_and_prefers_the_same_type():
    nested = [said(range(0, 4), type="Indirect"), said(range(0, 4))]
    assert [(g["type"], p["type"]) for g, p in match(nested, nested[::-1])] == [
        ("Indirect", "Indirect"),
        ("Direct", "Direct"),
    ]


@pytest.fixture(scope="module")
def dev():
    if not DEV.exists():
        pytest.skip("the shared gold data is not there")
    items = read_gold(DEV)[:40]
    return items, quotations.predict(items)


def test_gold_scores_one_against_itself(dev):
    items, _ = dev
    assert [e.value for e in quotations.evaluate(items, items).values()] == [1] * len(FIGURES)


def test_predictions_have_the_form_of_the_gold(dev):
    items, predicted = dev
    for item, found in zip(items, predicted, strict=True):
        assert found["documentName"] == item["documentName"]
        for annotation in found["annotations"]:
            assert {
                "quote",
                "speaker",
                "cue",
                "frame",
                "addressee",
                "type",
                "medium",
                "isNested",
                "hasNested",
                "speakerName",
            } <= set(annotation)
            for part in ("quote", "speaker", "cue"):
                for span in annotation[part]["spans"]:
                    assert item["originalText"][span["charBegin"] : span["charEnd"]] in annotation[part]["text"]


def test_system_is_far_above_the_published_one(dev):
    items, predicted = dev
    figures = quotations.evaluate(items, predicted)
    assert figures["message"].value > 0.70 and figures["joint"].value > 0.66 and figures["speaker"].value > 0.55


def test_tables_and_worst_tell_what_was_found(dev):
    items, predicted = dev
    figures, by_type, tokens, by_rule = quotations.tables(items, predicted)
    assert tokens["tokens_of"].tolist()[-1] == "Indirect*" and tokens["f1"].between(0.3, 1).all()
    assert set(by_type["type"]) <= {"Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported"}
    assert by_rule["found"].sum() == sum(len(p["annotations"]) for p in predicted)
    assert "missed" in quotations.worst(items, predicted, 3)
    assert np.isfinite(figures["f1"]).all()


def test_comparison_is_paired(dev):
    items, predicted = dev
    same = quotations.compare(items, predicted, predicted)
    assert {(e.low, e.value, e.high) for e in same.values()} == {(0, 0, 0)}
