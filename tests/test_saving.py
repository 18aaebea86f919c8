"""A corpus that is saved and opened again."""

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import OptionError
from stimmlage.schema import TABLES

TEXTS = {
    "a": "Der Plan ist wohl gut. „Er ist keineswegs schlecht“, sagte Anna Berg.",
    "b": "Der Damm bricht vielleicht.",
}


@pytest.fixture
def corpus():
    table = pd.DataFrame(
        {"id": [*TEXTS, "c"], "text": [*TEXTS.values(), None], "outlet": ["A", "B", "B"], "n": [1, 2, 3]}
    )
    return sl.from_frame(table)


def test_what_is_opened_is_what_was_saved(corpus, tmp_path):
    corpus.save(tmp_path, sl.Hedging())
    stored = sl.open(tmp_path)
    assert len(stored) == 3 and stored.documents["n"].tolist() == [1, 2, 3]
    for name in set(TABLES) - {"scores", "hits", "positions", "framings", "documents"}:
        pd.testing.assert_frame_equal(getattr(stored, name), getattr(corpus, name), check_dtype=False)
    pd.testing.assert_frame_equal(
        stored.summary(sl.Hedging(), by="outlet"), corpus.summary(sl.Hedging(), by="outlet"), check_dtype=False
    )


def test_what_was_read_from_files_is_saved_as_a_run_writes_it(tmp_path):
    from stimmlage.running.running import run

    source = tmp_path / "in"
    source.mkdir()
    for name, text in TEXTS.items():
        (source / f"{name}.txt").write_text(text, "utf-8")
    sl.read(source).save(tmp_path / "saved", sl.Hedging(), format="csv")
    run(source, tmp_path / "run", measures=[sl.Hedging()], progress=False)
    for name in TABLES:
        assert (tmp_path / "saved" / f"{name}.csv").read_bytes() == (tmp_path / "run" / f"{name}.csv").read_bytes(), (
            name
        )


def test_it_may_be_saved_again_and_replaces_only_its_own(corpus, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    corpus.save(tmp_path)
    corpus["a"].save(tmp_path)
    assert len(sl.open(tmp_path)) == 1 and (tmp_path / "notes.txt").read_text("utf-8") == "mine"


def test_what_is_not_the_kits_is_not_replaced(corpus, tmp_path):
    (tmp_path / "tokens.parquet").write_text("mine", "utf-8")
    with pytest.raises(OptionError, match=r"tokens\.parquet"):
        corpus.save(tmp_path)


def test_people_are_laid_over_again(corpus, tmp_path):
    (tmp_path / "people.toml").write_text('[[person]]\nname = "Anna Berg"\nparty = "x"\n', "utf-8")
    with pytest.raises(OptionError, match="save the corpus that they were laid over"):
        corpus.with_people(tmp_path / "people.toml").save(tmp_path / "out")
    assert not (tmp_path / "out").exists()
