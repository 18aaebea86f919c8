"""A class: its answers summed up, how far it agrees, and how far the kit agrees with it."""

import json

import pandas as pd
import pytest

from stimmlage.cli import main
from stimmlage.errors import InputError, MissingFileError
from stimmlage.teaching.answers import answers_of
from stimmlage.teaching.class_results import SIDES, as_text, class_results

RIGHT = [0, 1, 3, 2, 0, 1, 0, 1, 2, 3]


@pytest.fixture
def folder(tmp_path):
    for number, change in enumerate([{}, {}, {9: 2}, {8: None}]):
        labels = [change.get(place, label) for place, label in enumerate(RIGHT)]
        pupil = answers_of(f"Kind {number}", tmp_path / f"laptop{number}")
        pupil.put("6c", labels, None)
        pupil.put("4d", 0, False)
        pupil.see_solution("4d")
        pupil.put("4d", 2, number < 3)
    return tmp_path


def test_pupils_and_tasks(folder):
    results = class_results(folder)
    assert results.pupils[["pupil", "solved", "tried", "annotated"]].values.tolist() == [
        ["Kind 0", 1, 1, 10],
        ["Kind 1", 1, 1, 10],
        ["Kind 2", 1, 1, 10],
        ["Kind 3", 0, 1, 9],
    ]
    assert results.tasks.values.tolist() == [["4d", "Wer ist vorsichtiger?", 4, 3, 2.0, 4]]
    assert results.problems == []


def test_sentences_are_counted_with_majority_and_kit(folder):
    sentences = class_results(folder).sentences.set_index("sentence")
    assert sentences.loc[1, [*SIDES, "majority", "kit"]].tolist() == [4, 0, 0, 0, "for", "for"]
    assert sentences.loc[9, list(SIDES)].tolist() == [0, 0, 3, 0]
    assert sentences.loc[10, [*SIDES, "majority"]].tolist() == [0, 0, 1, 3, "neither"]


def test_agreement_is_krippendorffs(folder):
    whole, kit = class_results(folder).agreement.to_dict("records")
    assert whole["between"] == "class" and whole["n_sentences"] == 10 and whole["n_coders"] == 4
    assert 0.9 < whole["alpha"] < 1 and whole["low"] < whole["alpha"] < whole["high"]
    assert kit["between"] == "kit and majority" and kit["n_coders"] == 2 and 0 < kit["observed"] <= 1


def test_one_pupil_has_nobody_to_agree_with(tmp_path):
    answers_of("Mia", tmp_path).put("6c", RIGHT, None)
    results = class_results(tmp_path, "en")
    assert pd.isna(results.agreement["alpha"].iloc[0])
    assert "nothing to compare" in as_text(results, "en")


def test_two_who_are_even_make_no_majority(tmp_path):
    answers_of("Mia", tmp_path).put("6c", [0] * 10, None)
    answers_of("Ben", tmp_path).put("6c", [1] * 10, None)
    results = class_results(tmp_path)
    assert set(results.sentences["majority"]) == {""}
    assert results.agreement["alpha"].iloc[0] < 0


@pytest.mark.parametrize(
    ("answer", "counted"),
    [(None, 0), ("x", 0), ([99] * 10, 0), ([0], 1), ([True, "for", 1.0, 2], 1), ({"a": 1}, 0)],
    ids=["none", "text", "far", "few", "odd", "dict"],
)
def test_odd_labels_do_not_count(tmp_path, answer, counted):
    answers_of("Mia", tmp_path).put("6c", answer, None)
    assert class_results(tmp_path).sentences[list(SIDES)].to_numpy().sum() == counted


def test_one_damaged_file_does_not_stop_the_others(folder, capsys):
    (folder / "x.json").write_text("{")
    assert main(["class", str(folder), "--out", str(folder / "class.csv")]) == 1
    out, err = capsys.readouterr()
    assert "Kind 3" in out and "Alpha" in out and "x.json" in err and len(err.splitlines()) == 1
    assert len(pd.read_csv(folder / "class.csv")) == 10


def test_the_languages_of_what_is_printed(folder, capsys):
    assert main(["class", str(folder)]) == 0
    german = capsys.readouterr().out
    assert main(["class", str(folder), "--language", "en"]) == 0
    english = capsys.readouterr().out
    assert "weder noch" in german and "neither" not in german and "2,0" in german
    assert "neither" in english and "weder noch" not in english and "2.0" in english


def test_a_folder_without_answers_is_told(tmp_path, capsys):
    with pytest.raises(MissingFileError):
        class_results(tmp_path / "none")
    with pytest.raises(InputError, match=r"has no .json file"):
        class_results(tmp_path)
    (tmp_path / "a.json").write_text(json.dumps({"format": "other"}))
    assert main(["class", str(tmp_path)]) == 2
    assert "none of its 1 .json files does" in capsys.readouterr().err
