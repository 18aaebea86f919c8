"""Known groups: comment pieces against news reports."""

from pathlib import Path

import pytest

from stimmlage.evaluation import genre
from stimmlage.evaluation.gold import read_gold

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "genre_dev.jsonl.gz"
COMMENT = (
    "Das kann doch nicht wahr sein. Denn wer so handelt, der hat eben nichts verstanden. Natürlich muss man sparen, "
    "aber nicht so. Am Ende zahlen wohl wieder alle."
)
REPORT = (
    "Berlin – Der Senat hat am Montag 12 Millionen Euro bewilligt. Das teilte ein Sprecher mit. Laut Anna Berg wurden "
    "im Jahr 2019 drei Schulen gebaut. Die Arbeiten seien abgeschlossen, sagte Berg."
)
ITEMS = [{"id": "c", "text": COMMENT, "label": "comment"}, {"id": "n", "text": REPORT, "label": "news"}]


def test_a_comment_scores_above_a_report() -> None:
    predicted = genre.predict(ITEMS)
    assert [p["label"] for p in predicted] == ["comment", "news"]
    assert genre.evaluate(ITEMS, predicted)["auc"].value == 1.0


@pytest.mark.parametrize(
    "typed",
    [
        COMMENT.replace(".", " .").replace(",", " ,"),
        COMMENT.replace(". ", " . ").replace(".", "!"),
        COMMENT.replace("so.", "so?"),
        COMMENT.replace("Natürlich", "„ Natürlich “"),
    ],
)
def test_how_a_text_is_typed_hardly_matters(typed: str) -> None:
    plain, other = (
        genre.predict([{"id": 1, "text": text, "label": "comment"}])[0]["score"] for text in (COMMENT, typed)
    )
    assert other == pytest.approx(plain, abs=0.6)


def test_spaces_before_marks_do_not_matter_at_all() -> None:
    spaced = COMMENT.replace(",", " ,").replace(".", " .")
    one, other = (
        genre.predict([{"id": 1, "text": text, "label": "comment"}])[0]["score"] for text in (COMMENT, spaced)
    )
    assert one == other


def test_each_rate_alone() -> None:
    (table,) = genre.tables(ITEMS, genre.predict(ITEMS))
    rates = table.set_index("rate")
    assert rates.loc["particles", "auc"] == rates.loc["negation", "auc"] == 1.0
    assert rates.loc["subjunctive", "auc"] == rates.loc["name", "auc"] == 0.0
    assert rates.loc["negation", "expected in comments"] == "more"
    assert rates.loc["subjunctive", "expected in comments"] == "less"


def test_ablation_and_worst() -> None:
    table = genre.ablation(ITEMS).set_index("switched off")
    assert {"nothing", "name", "particle", "subjunctive"} <= set(table.index)
    assert genre.worst(ITEMS, genre.predict(ITEMS), 3) == ""
    wrong = [{**ITEMS[0], "label": "news"}]
    assert genre.worst(wrong, genre.predict(wrong), 3).startswith("c: news")


@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold data are not here")
def test_figures_on_the_shared_gold() -> None:
    items = read_gold(GOLD)
    predicted = genre.predict(items)
    assert genre.evaluate(items, predicted)["auc"].value > 0.94
    (table,) = genre.tables(items, predicted)
    rates = table.set_index("rate")["auc"]
    assert rates["particles"] > 0.8 and rates["negation"] > 0.7 and rates["subjunctive"] < 0.35


def test_rates_of_comments_alone_have_no_news_beside_them():
    (table,) = genre.tables([ITEMS[0], ITEMS[0]], genre.predict([ITEMS[0], ITEMS[0]]))
    assert table["news"].isna().all() and table["comment"].notna().all()
    (table,) = genre.tables([ITEMS[1], ITEMS[1]], genre.predict([ITEMS[1], ITEMS[1]]))
    assert table["comment"].isna().all() and table["news"].notna().all()
