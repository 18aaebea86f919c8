"""What is measured in a corpus: once, in order, and from the whole sentence."""

import pytest

import stimmlage as sl
from stimmlage.errors import OptionError

TEXTS = {
    "b": "Das ist vielleicht gut. „Wohl kaum“, sagte Anna Berg.",
    "a": "Das ist sicher schlecht. „Wohl kaum“, sagte Anna Berg.",
}


@pytest.fixture(scope="module")
def corpus():
    return sl.from_texts(TEXTS)


def test_what_was_measured_once_is_not_measured_again(corpus):
    first, second = corpus._measured(sl.Hedging()), corpus._measured(sl.Hedging())
    assert first is second
    assert corpus._measured(sl.Hedging(per=1000)) is not first
    assert corpus.measure(sl.Hedging()).scores is not first.scores  # a copy: what is changed there changes nothing


def test_several_measures_come_in_the_order_of_the_documents(corpus):
    both = corpus.measure(sl.Hedging(), sl.Sentiment())
    assert both.hits["doc_id"].drop_duplicates().tolist() == ["b", "a"]
    assert set(both.hits["measure"]) == {"hedging", "sentiment"}


@pytest.mark.parametrize("given", [(), ("hedging",), (sl.Hedging,)])
def test_what_is_no_measure_is_told(corpus, given):
    with pytest.raises(OptionError, match="Give measures such as"):
        corpus.measure(*given)
    with pytest.raises(OptionError, match="Give measures such as"):
        corpus.summary(*given, by="speaker")


def test_a_summary_needs_a_column(corpus):
    with pytest.raises(OptionError, match="`by` names no column"):
        corpus.summary(sl.Hedging(), by=[])


def test_a_person_in_two_articles_is_one_group(corpus):
    table = corpus.summary(sl.Hedging(), by="speaker").query("measure == 'hedging'").set_index("speaker")
    assert table.loc["Anna Berg", "n_hits"] == 2 and table.loc["Anna Berg", "unit"] == "document"


def test_comparisons_are_of_the_measure_or_of_its_parts(corpus):
    whole = corpus.compare(sl.Hedging(), by="speaker")
    parts = corpus.compare(sl.Hedging(), by="speaker", parts=True)
    assert set(whole["measure"]) == {"hedging"} and len(parts) > len(whole)


def test_the_evidence_of_hits_and_of_a_summary(corpus):
    hits = corpus.measure(sl.Hedging()).hits
    assert len(corpus.evidence(hits)) == len(hits)
    row = corpus.summary(sl.Hedging(), by="doc_id").query("measure == 'hedging' and doc_id == 'b'")
    assert set(corpus.evidence(row)["cue"]) == {"vielleicht", "Wohl kaum"} or len(corpus.evidence(row)) == 2


def test_positions_and_their_network(corpus):
    target = sl.Target(id="plan", patterns=("lemma:Plan",), label_en="the plan", label_de="der Plan")
    small = sl.from_text("Anna Berg lehnt den Plan ab. Wir sind für den Plan.")
    assert small.positions([target])["value"].tolist() == [-1, 1]
    assert small.network([target])["n"].tolist() == [1, 1]
    assert small.framings().empty
