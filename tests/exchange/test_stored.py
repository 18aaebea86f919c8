"""A corpus that is saved and opened again."""

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import InputError, OptionError
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


def test_people_that_are_laid_over_are_saved(corpus, tmp_path):
    (tmp_path / "people.toml").write_text(
        '[[person]]\nid = "ab"\nname = "Anna B."\naliases = ["Anna Berg"]\nparty = "x"\nrole = "Rätin"\n', "utf-8"
    )
    known = corpus.with_people(tmp_path / "people.toml")
    for format in ("parquet", "csv", "jsonl", "xlsx"):
        known.save(tmp_path / format, sl.Hedging(), format=format)
        stored = sl.open(tmp_path / format)
        row = stored.speakers.iloc[0]
        assert row[["person_id", "name", "party", "role"]].tolist() == ["ab", "Anna B.", "x", "Rätin"]
        for name in ("quotations", "passages"):
            assert getattr(stored, name)["speaker"].tolist() == getattr(known, name)["speaker"].tolist()
        found = stored.summary(sl.Hedging(), by="party")
        pd.testing.assert_frame_equal(found, known.summary(sl.Hedging(), by="party"), check_dtype=False)


def test_a_run_takes_people(tmp_path, capsys):
    from stimmlage.cli import main

    (tmp_path / "people.toml").write_text(
        '[[person]]\nname = "Anna B."\naliases = ["Anna Berg"]\nparty = "x"\n', "utf-8"
    )
    (tmp_path / "a.txt").write_text(TEXTS["a"], "utf-8")
    call = [
        "analyse",
        str(tmp_path / "a.txt"),
        "--out",
        str(tmp_path / "out"),
        "--people",
        str(tmp_path / "people.toml"),
    ]
    assert main(call) == 0
    table = pd.read_csv(tmp_path / "out/speakers.csv")
    assert table["name"].tolist() == ["Anna B."] and table["party"].tolist() == ["x"]
    assert main([*call[:-1], str(tmp_path / "nobody.toml")]) == 2 and "No people" in capsys.readouterr().err


@pytest.mark.parametrize("format", ["parquet", "csv", "csv-de", "jsonl", "xlsx"])
def test_what_is_opened_is_cut_summed_and_explored_like_a_corpus(corpus, tmp_path, format):
    corpus.save(tmp_path, sl.Hedging(), format=format)
    stored = sl.open(tmp_path)
    for name in ("documents", "passages", "quotations", "speakers", "tokens"):
        found, expected = getattr(stored, name), getattr(corpus, name)
        columns = [c for c in expected.columns if c not in ("n", "outlet")]
        pd.testing.assert_frame_equal(found[columns], expected[columns], check_dtype=False)
    for call in (
        lambda c: c.frequencies(by="speaker"),
        lambda c: c.kwic("Plan"),
        lambda c: c.voices(each=True),
        lambda c: c["a"].frequencies(),
        lambda c: c.where("outlet == 'B'").tokens,
        lambda c: c[[True, False, True]].passages,
        lambda c: c.people(),
        lambda c: c.sources(),
        lambda c: c.summary(sl.Hedging(), by="speaker"),
        lambda c: c[["a"]].summary(sl.Hedging(), by="speaker"),
    ):
        pd.testing.assert_frame_equal(call(stored), call(corpus), check_dtype=False)
    assert [len(part) for part in stored] == [1, 1, 1] and "a" in stored and "x" not in stored
    assert (
        len(stored[:2]) == 2
        and repr(stored).startswith("Stored corpus: 3 articles")
        and "1 article of 3" in repr(stored["a"])
    )


def test_people_are_laid_over_what_is_opened(corpus, tmp_path):
    (tmp_path / "people.toml").write_text(
        '[[person]]\nname = "Anna B."\naliases = ["Anna Berg"]\nparty = "x"\n', "utf-8"
    )
    corpus.save(tmp_path / "out", sl.Hedging())
    stored, memory = (
        sl.open(tmp_path / "out").with_people(tmp_path / "people.toml"),
        corpus.with_people(tmp_path / "people.toml"),
    )
    assert set(stored.quotations["speaker"]) == {"Anna B."} and stored.table("speakers", ["party"])[
        "party"
    ].tolist() == ["x"]
    for by in ("speaker", "party"):
        pd.testing.assert_frame_equal(
            stored.summary(sl.Hedging(), by=by), memory.summary(sl.Hedging(), by=by), check_dtype=False
        )
    assert (
        stored["a"].frequencies(speaker="Anna B.")["item"].tolist()
        == memory["a"].frequencies(speaker="Anna B.")["item"].tolist()
    )


@pytest.mark.parametrize(
    ("format", "file"), [("csv", "tokens.csv"), ("jsonl", "tokens.jsonl"), ("xlsx", "tables.xlsx")]
)
def test_a_damaged_table_is_one_line(corpus, tmp_path, format, file):
    corpus.save(tmp_path, sl.Hedging(), format=format)
    if format == "xlsx":
        import openpyxl

        book = openpyxl.load_workbook(tmp_path / file)
        del book["tokens"]
        book.save(tmp_path / file)
    else:
        text = (tmp_path / file).read_text("utf-8")
        (tmp_path / file).write_text(text.replace(",0,", ",x,", 1) if format == "csv" else text[:-5], "utf-8")
    with pytest.raises(InputError, match="cannot be read back"):
        _ = sl.open(tmp_path).tokens
