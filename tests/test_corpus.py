"""The corpus: tables that fit together, and measures on them."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

import stimmlage as sl
from stimmlage.errors import InputError, MissingFileError, OptionError
from stimmlage.measures.targets import Target
from stimmlage.schema import TABLES

TEXT = (
    "Der Umbau sei wohl nötig, sagte Anna Berg. „Er ist keineswegs schlecht“, erklärte sie. "
    "Jonas Feld warnte, das Geld fehle.\n\nNiemand weiß, was kommt."
)


@pytest.fixture(scope="module")
def corpus():
    return sl.from_text(TEXT)


def test_tables_have_their_columns(corpus):
    found = corpus.measure(sl.Hedging(), sl.Sentiment())
    tables = {
        "hits": found.hits,
        "scores": found.scores,
        "framings": corpus.framings(),
        "positions": corpus.positions([Target("plan", ("lemma:Umbau",))]),
    }
    for name, columns in TABLES.items():
        table = tables[name] if name in tables else getattr(corpus, name)
        assert list(table.columns) == list(columns), name


def test_tokens_stand_where_they_say(corpus):
    tokens, text = corpus.tokens, corpus.documents.at[0, "text"]
    assert [text[t.start : t.end] for t in tokens.itertuples()] == tokens["word"].tolist()
    assert tokens["token_id"].tolist() == list(range(len(tokens)))
    voice = tokens.merge(corpus.passages, on=["doc_id", "passage_id"]).set_index("word")["speaker"]
    assert (voice["keineswegs"], voice["warnte"], voice["Geld"]) == ("Anna Berg", "", "Jonas Feld")


def test_offsets_lead_back_to_the_source(tmp_path):
    source = "Der Rat spricht heute über die Sicher-\nheit im Tal. Er wird dann über das ganze Jahr berich-\nten und abstimmen."
    (tmp_path / "a.txt").write_text(source, "utf-8")
    corpus = sl.read(tmp_path / "a.txt")
    text = corpus.documents.at[0, "text"]
    start = text.index("Tal")
    assert "Sicherheit" in text and source[slice(*corpus.to_source("a", start, start + 3))] == "Tal"
    assert source[slice(*corpus.to_source("a", start))] == "T"
    with pytest.raises(OptionError, match="no analysed document 'b'"):
        corpus.to_source("b", 0)
    with pytest.raises(OptionError, match="has the offsets 0 to"):
        corpus.to_source("a", 5, 5000)


def test_who_speaks(corpus):
    assert corpus.quotations["speaker"].tolist() == ["Anna Berg", "Anna Berg", "Jonas Feld"]
    assert corpus.quotations["type"].tolist() == ["indirect", "direct", "indirect"]
    assert set(corpus.speakers["name"]) == {"Anna Berg", "Jonas Feld"}


def test_measure_gives_scores_and_their_evidence(corpus):
    found = corpus.measure(sl.Hedging(), sl.Sentiment())
    assert list(found.scores.columns) == list(TABLES["scores"])
    assert list(found.hits.columns) == list(TABLES["hits"])
    assert {"wohl", "keineswegs"} <= set(found.hits["cue"])
    text = corpus.documents.at[0, "text"]
    assert all(text[h.start : h.end] == h.cue for h in found.hits.itertuples())


def test_summary_has_a_row_per_voice_and_score(corpus):
    table = corpus.summary(sl.Hedging(), by=["speaker"])
    assert {"speaker", "measure", "estimate", "low", "high", "n", "n_words"} <= set(table.columns)
    assert set(table["speaker"]) == {"author", "Anna Berg", "Jonas Feld"}


@pytest.mark.parametrize("by", [[], ["colour"], "speaker_id"])
def test_unknown_groups_are_refused(corpus, by):
    with pytest.raises(OptionError, match="`by` names"):
        corpus.summary(sl.Hedging(), by=by)


def test_what_is_no_measure_is_refused(corpus):
    with pytest.raises(OptionError, match="sl.Hedging"):
        corpus.measure("hedging")


def test_bad_input_says_what_was_given(tmp_path):
    with pytest.raises(MissingFileError, match="nothing.txt"):
        sl.read(tmp_path / "nothing.txt")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(InputError, match="empty.txt"):
        sl.read(empty)


def test_calling_a_measure_leaves_the_passages_as_they_were():
    passages = sl.passages_of(TEXT)
    before = passages.copy(deep=True)
    scores = sl.Hedging()(passages)
    assert_frame_equal(passages, before)
    assert len(scores) == len(passages)


def test_style_guide_example_holds():
    assert sl.Hedging()(sl.passages_of("Das ist wohl wahr. Ja."))["value"].tolist() == [25.0, 0.0]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='abc äÖß„“"»«‚‘.,:!?–…\n()1', max_size=120).filter(lambda t: bool(t.strip())))
def test_every_character_of_running_text_has_one_voice(text):
    corpus = sl.from_text(text, layout=False)
    owners = pd.Series(0, index=range(len(text)))
    for passage in corpus.passages.itertuples():
        assert text[passage.start : passage.end] == passage.text
        owners.iloc[passage.start : passage.end] += 1
    assert all(count == 1 for place, count in owners.items() if not text[place].isspace())
