"""Answers are kept in a file of the pupil's."""

import pytest
from tests.teaching.tasks import box_of

from stimmlage.teaching.answers import answers_of
from stimmlage.teaching.boxes import Register


def test_answers_are_kept_under_a_name_and_come_back(register, tmp_path):
    box = box_of("4d", register)
    box.control.put(0)
    box.check()
    assert "Nicht gespeichert" in box.said.value and not (tmp_path / "answers").exists()
    assert "kommen nach" in register.begin("Mia K.")
    box.control.put(2)
    box.check()
    again = Register(tmp_path / "answers", "de")
    assert again.known() == "Mia K."
    box = box_of("4d", again)
    assert "sind wieder da: 1" in again.begin("mia k")
    assert box.control.get() == 2 and "Richtig" in box.said.value


@pytest.mark.parametrize("content", ["{", "[]", '{"format": "x"}', '{"format": "stimmlage answers 1", "name": 1}'])
def test_a_damaged_file_of_answers_is_left_as_it_is(register, content):
    register.folder.mkdir()
    (register.folder / "mia.json").write_text(content)
    assert "beschädigt" in register.begin("Mia") and register.answers is None
    assert (register.folder / "mia.json").read_text() == content


def test_two_open_workbooks_do_not_take_each_others_answers(tmp_path):
    third, fourth = Register(tmp_path, "de"), Register(tmp_path, "de")
    third.begin("Mia")
    fourth.begin("Mia")
    for name, register in (("4d", fourth), ("3d", third)):
        box = box_of(name, register)
        box.control.put(2)
        box.check()
    assert set(answers_of("Mia", tmp_path).tasks) == {"3d", "4d"}


def test_a_file_that_is_damaged_meanwhile_is_told_and_kept(register):
    register.begin("Mia")
    box = box_of("4d", register)
    box.control.put(2)
    box.check()
    register.answers.file.write_text("{")
    box.check()
    assert "beschädigt" in box.said.value and register.answers.file.read_text() == "{"


@pytest.mark.parametrize("name", ["", " ", "...", "/"])
def test_a_name_without_a_letter_is_refused(register, name):
    assert "braucht einen Buchstaben" in register.begin(name)


def test_a_folder_that_cannot_be_written_is_told(register, monkeypatch):
    register.begin("Mia")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("stimmlage.teaching.answers.write_whole", full)
    box = box_of("4d", register)
    box.control.put(2)
    box.check()
    assert "No space left on device" in box.said.value
