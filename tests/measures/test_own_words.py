"""Word lists of the user's: beside the kit's or instead, with reading conditions, and named in the manifest."""

import json

import pytest

import stimmlage as sl
from stimmlage.cli import main
from stimmlage.errors import InputError, MissingFileError, OptionError

TEXT = (
    "Das ist etwa so und vielleicht gut. Man mutmaßt viel. Die Lage ist nicht knorke. Er ist in der Lage zu zahlen. "
    "„Wir stehen nicht voll dahinter“, posaunte Anna Berg."
)


def hits(measure) -> list[tuple]:
    found = sl.from_text(TEXT).measure(measure).hits
    return list(found[["cue", "category"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("measure", "there", "gone"),
    [
        (sl.Hedging(words={"lemma:mutmaßen": "hedge"}), [("mutmaßt", "hedge"), ("vielleicht", "hedge")], []),
        (sl.Hedging(words={"vielleicht": "none"}), [], [("vielleicht", "hedge")]),
        (sl.Hedging(words={"vielleicht": "approximator"}), [("vielleicht", "approximator")], [("vielleicht", "hedge")]),
        (sl.Hedging(words={"lemma:mutmaßen": "hedge"}, own_only=True), [("mutmaßt", "hedge")], [("vielleicht", "hedge")]),
        (sl.Hedging(words={"voll": "booster"}), [("voll", "hedge")], []),
        (sl.Sentiment(words={"knorke": 1.0}), [("knorke", "negative"), ("gut", "positive")], []),
        (sl.Sentiment(words={"gut": 0}), [], [("gut", "positive")]),
        (sl.Modality(words={"in der Lage": "dynamic"}), [("in der Lage", "dynamic")], []),
        (sl.Subjectivity(words={"knorke": "judgement"}), [("knorke", "judgement")], []),
        (sl.Stance(words={"voll dahinter": "support"}), [("voll dahinter", "support")], []),
        (sl.Stance(words={"lemma:mutmaßen": "hypothesis"}), [("mutmaßt", "hypothesis")], []),
        (sl.Framing(words={"lemma:posaunen": "distancing"}), [("posaunte", "distancing")], [("posaunte", "other")]),
        (sl.Concession(words={"etwa so": "conceded"}), [("etwa so", "conceded")], []),
    ],
)  # fmt: skip
def test_own_words_stand_above_the_kits(measure, there, gone):
    found = hits(measure)
    assert set(there) <= set(found) and not set(gone) & set(found)


def test_a_side_that_is_negated_turns():
    table = sl.from_text("Wir stehen nicht voll dahinter.").measure(sl.Stance(words={"voll dahinter": "support"})).hits
    row = table.set_index("cue").loc["voll dahinter"]
    assert row["weight"] == -0.5 and row["modifier"] == 'negated by "nicht"'


def test_a_list_in_a_file_has_conditions(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text("# my own words\n# columns: entry category condition\ngut\tapproximator\tbefore_number\n", "utf-8")
    corpus = sl.from_texts(["Es kamen gut 20 Leute.", "Der Weg ist gut."])
    found = corpus.measure(sl.Hedging(words=path, own_only=True)).hits
    assert found["doc_id"].tolist() == ["text-1"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no entry"),
        ("wohl\tvage\n", "no category 'vage'; there are hedge"),
        ("wohl\n", "no category ''"),
        ("wohl\thedge\tmonday\n", "no condition 'monday'"),
        ("wohl\thedge\nWohl\thedge\n", "stands there twice"),
        ("wohl\thedge\tadverb\tx\n", "4 columns"),
        ("lemma:\thedge\n", "an entry is empty"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(tmp_path, content, said):
    (tmp_path / "mine.txt").write_text(content, "utf-8")
    with pytest.raises(InputError, match=said):
        sl.Hedging(words=tmp_path / "mine.txt")


def test_what_is_no_list_is_said(tmp_path):
    (tmp_path / "weights.txt").write_text("gut\tsehr\n", "utf-8")
    (tmp_path / "latin.txt").write_bytes("über\thedge".encode("cp1252"))
    with pytest.raises(InputError, match="from -1 to 1; not 'sehr'"):
        sl.Sentiment(words=tmp_path / "weights.txt")
    with pytest.raises(InputError, match="no UTF-8"):
        sl.Hedging(words=tmp_path / "latin.txt")
    with pytest.raises(MissingFileError):
        sl.Hedging(words="nowhere.txt")
    with pytest.raises(OptionError, match="a mapping of entries; not 3"):
        sl.Hedging(words=3)
    with pytest.raises(OptionError, match="needs a list of your own"):
        sl.Hedging(own_only=True)


def test_the_manifest_names_the_list(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("lemma:mutmaßen\thedge\n", "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    call = [
        "analyse",
        str(tmp_path / "a.txt"),
        "--out",
        str(tmp_path / "x"),
        "--words",
        f"hedging={tmp_path / 'mine.txt'}",
    ]
    assert main(call) == 0
    (named,) = json.loads((tmp_path / "x" / "manifest.json").read_text("utf-8"))["word_lists"]
    assert named["measure"] == "hedging" and named["name"] == "mine.txt" and len(named["sha256"]) == 64
    assert "mutmaßt" in (tmp_path / "x" / "hits.csv").read_text("utf-8")
    assert main([*call[:-1], "mine.txt"]) == 2 and "MEASURE=FILE" in capsys.readouterr().err
    assert main([*call[:-1], f"concession={tmp_path / 'mine.txt'}"]) == 2
