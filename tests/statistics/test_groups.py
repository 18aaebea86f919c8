"""What passages can be grouped by."""

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import OptionError
from stimmlage.statistics.groups import MARK, columns, dated, dates_of, places, unmarked

ROWS = pd.DataFrame(
    {
        "text": ["Das reicht. „Ja“, sagte Anna Berg.", "Es regnet. „Nein“, sagte Müller."],
        "date": ["2026-01-05", "5.2.2026"],
        "section": ["Politik", "Sport"],
    }
)


@pytest.fixture(scope="module")
def corpus():
    return sl.from_frame(ROWS)


def test_a_column_of_each_table(corpus):
    found = places(corpus._table, ["speaker", "mode", "month", "documents.section", "kind"])
    assert set(found["speaker"]) >= {"author", "Anna Berg"}
    assert set(found["month"]) == {"2026-01", "2026-02"}
    assert set(found["documents.section"]) == {"Politik", "Sport"}
    assert found.loc[found["speaker"] == "Anna Berg", "kind"].tolist() == ["person"]
    assert len(found) == len(corpus.passages)


def test_a_person_without_an_id_keeps_to_her_document(corpus):
    names = set(places(corpus._table, ["speaker"], several=True)["speaker"])
    assert {name for name in names if name.startswith("Müller")} == {f"Müller ({corpus.passages['doc_id'].iloc[-1]})"}
    assert "Müller" in set(places(corpus._table, ["speaker"])["speaker"])


def test_headings_count_only_if_asked_for():
    corpus = sl.from_text("Streit um die Brücke\n\nDie Brücke bleibt zu. Der Rat tagt morgen.\n")
    assert len(places(corpus._table, ["mode"], headings=True)) > len(places(corpus._table, ["mode"]))


def test_an_unknown_column_is_told(corpus):
    with pytest.raises(OptionError, match="`by` names 'colour'; there are"):
        places(corpus._table, ["colour"])
    assert "speaker" in columns(corpus._table) and "text" not in columns(corpus._table)


def test_marks_come_and_go(corpus):
    found = places(corpus._table, ["mode"], mark=MARK)
    assert "by mode" in found.columns and "mode" in unmarked(found).columns


@pytest.mark.parametrize(
    ("text", "month"),
    [("2026-11-26", "2026-11"), ("26.11.2026", "2026-11"), ("3. 4. 2015", "2015-04"), ("gestern", None), ("", None)],
)
def test_dates(text, month):
    (found,) = dates_of(pd.Series([text]))
    assert (None if pd.isna(found) else found.strftime("%Y-%m")) == month


def test_parts_of_the_date_are_those_of_iso_8601():
    (row,) = dated(pd.DataFrame({"date": ["2027-01-02"]})).to_dict("records")
    assert (row["year"], row["month"], row["week"]) == ("2027", "2027-01", "2026-W53")
