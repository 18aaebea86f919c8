"""Quotations against gold: its own format, scores, tables."""

import re

import pytest

from stimmlage.evaluation import quotations as task

TEXT = "„Der Plan ist gut“, sagte Anna Berg. Sie meinte, er helfe allen."


def in_form_of_gold(text):
    """Return a document in the form of the gold, with what the kit finds in it as its annotations."""
    sentences, number = [], 0
    for match in re.finditer(r".+?\.(?: |$)", text):
        tokens = re.findall(r"\w+|[^\w\s]", match.group())
        ids = list(range(number, number + len(tokens)))
        number += len(tokens)
        sentences.append({"charBegin": match.start(), "charEnd": match.end(), "tokens": tokens, "tokenIds": ids})
    bare = {"documentName": "d", "originalText": text, "sentences": sentences}
    return {**bare, "annotations": task.predict([bare])[0]["annotations"]}


@pytest.fixture(scope="module")
def item():
    return in_form_of_gold(TEXT)


def test_tokens_stand_where_the_gold_has_them(item):
    starts, ends, numbers = task.gold_tokens(item)
    words = [TEXT[a:b] for a, b in zip(starts, ends, strict=True)]
    assert words == [token for s in item["sentences"] for token in s["tokens"]]
    assert numbers == list(range(len(words)))


def test_predictions_have_the_form_of_the_gold(item):
    first, second = item["annotations"]
    assert (first["type"], second["type"]) == ("Direct", "Indirect")
    assert first["speakerName"] == second["speakerName"] == "Anna Berg"
    starts, ends, _ = task.gold_tokens(item)
    said = [TEXT[starts[i] : ends[i]] for i in second["quote"]["tokenIds"]]
    assert said == ["er", "helfe", "allen"]


@pytest.mark.parametrize(
    ("text", "kind", "medium"),
    [
        ("Anna Berg sagte, es reiche.", "Indirect", "Speech"),
        ("Anna Berg schrieb, es reiche.", "Indirect", "Writing"),
        ("Anna Berg dachte, es reiche.", "Indirect", "ST"),
        ("Laut Anna Berg reicht es.", "Indirect", "SW"),
        ("Anna Berg kritisierte den Plan.", "Reported", "SW"),
        ("Der Zug soll entgleist sein.", "FreeIndirect", "SW"),
    ],
)
def test_types_and_media_have_the_names_of_the_gold(text, kind, medium):
    (found,) = in_form_of_gold(text)["annotations"]
    assert (found["type"], found["medium"]) == (kind, medium)


def test_what_is_found_scores_one_and_what_is_not_less(item):
    assert task.evaluate([item], [item], resamples=20)["message"].value == 1.0
    half = {**item, "annotations": item["annotations"][:1]}
    figures = task.evaluate([item], [half], resamples=20)
    assert figures["message"].value == pytest.approx(2 / 3) and figures["message"].n == 2


def test_a_rule_that_is_switched_off_finds_nothing(item):
    found = task.predict([item], without=["direct_frame"])[0]["annotations"]
    assert [a["rule"] for a in found] == ["verb_second"]


def test_tables_and_the_worst(item):
    tables = task.tables([item], [item])
    assert any("Direct" in table.to_string() for table in tables)
    table = task.ablation([item]).set_index("version")
    assert table.loc["without direct_frame", "worth"] == pytest.approx(1 / 3)
    for row in table.drop("all rules").itertuples():
        left = task.predict([item], without=[row.Index.removeprefix("without ")])
        joint = task.evaluate([item], left, resamples=2)["joint"].value
        assert (row.joint, row.worth) == pytest.approx((joint, 1 - joint))
    nothing = {**item, "annotations": []}
    assert "Der Plan ist gut" in task.worst([item], [nothing], 5)


def test_two_predictions_are_compared_on_the_same_articles(item):
    half = {**item, "annotations": item["annotations"][:1]}
    same = task.compare([item, item], [item, item], [item, item], resamples=50)["message"]
    assert (same.value, same.low, same.high) == (0, 0, 0)
    worse = task.compare([item, item], [item, item], [half, half], resamples=50)["message"]
    assert worse.value == pytest.approx(-1 / 3) and worse.low == worse.high == worse.value
    mixed = task.compare([item, item], [item, item], [item, half], resamples=200)["message"]
    assert mixed.low == pytest.approx(-1 / 3) and mixed.high == 0 and mixed.low < mixed.value < 0
