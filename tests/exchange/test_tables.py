"""The rows of a document in each table."""

from tests.found import analysed

from stimmlage.document import Document
from stimmlage.exchange.tables import MAKERS, failed_document, score_rows
from stimmlage.measures.hedging import Hedging
from stimmlage.schema import TABLES, frame

TEXT = "Das ist vielleicht gut. „Wohl kaum“, sagte Anna Berg. Sie sagte, es sei so."


def test_each_row_has_the_columns_of_its_table_and_offsets_claim_what_is_there():
    analysis = analysed(TEXT)
    for name, make in MAKERS.items():
        table = frame(name, list(make(analysis)))
        assert list(table.columns) == list(TABLES[name])
        words = next((c for c in ("text", "word") if c in table.columns), "")
        if words and "start" in table.columns and name != "quotations":
            assert [TEXT[a:b] for a, b in zip(table["start"], table["end"], strict=True)] == table[words].tolist()


def test_the_pieces_of_a_quotation_are_joined():
    (row,) = MAKERS["quotations"](analysed("„Der Plan“, sagte Anna Berg, „ist gut.“"))
    assert row.text == "„Der Plan“ … „ist gut.“" and len(row.spans) == 2


def test_keys_are_unique():
    analysis = analysed(TEXT)
    for name, key in (
        ("sentences", "sentence_id"),
        ("tokens", "token_id"),
        ("passages", "passage_id"),
        ("quotations", "quotation_id"),
    ):
        ids = frame(name, list(MAKERS[name](analysis)))[key].tolist()
        assert len(ids) == len(set(ids)) and min(ids) >= 0


def test_a_document_that_failed_has_one_row_and_says_why():
    rows = failed_document(
        Document("a", "", [], [], [], MAKERS and analysed("Ja.").document.tokens, problem="It is empty.")
    )
    assert [row.problem for row in rows["documents"]] == ["It is empty."]
    assert all(not rows[name] for name in rows if name != "documents")


def test_scores_and_the_hits_behind_them():
    hits, scores = score_rows(analysed(TEXT), [Hedging()])
    assert [h.cue for h in hits] and {s.passage_id for s in scores} >= {h.passage_id for h in hits}
    whole = sum(s.n_hits for s in scores if s.measure == "hedging")
    assert whole == len([h for h in hits if h.category in ("hedge", "approximator")])
