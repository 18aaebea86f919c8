"""What was given, and which door is the right one."""

from pathlib import Path

import pandas as pd
import pytest

from stimmlage.exchange.kinds import is_frame, is_text, names_a_file, wrong_kind


def test_a_text_is_no_path(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("x")
    assert names_a_file(str(file)) and not names_a_file(str(tmp_path)) and not names_a_file("  ")
    assert (
        not names_a_file("Zwei\nZeilen") and not names_a_file("a\0b") and is_text("a" * 2000) and not is_text("a.txt")
    )


def test_a_frame_is_known_without_pandas():
    assert is_frame(pd.DataFrame()) and not is_frame(pd.Series(dtype=int))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (pd.DataFrame(), "DataFrame: sl.from_frame reads its rows."),
        ([1], "list: sl.from_texts takes a list of texts, sl.read a list of paths."),
        ({}, "dict: sl.from_texts takes texts with their names."),
        (Path("a"), "sl.read reads it."),
        (3, "int (3): for a text there is sl.from_text."),
        (None, "NoneType (None): for a text there is sl.from_text."),
    ],
)
def test_the_right_door_is_named(given, words):
    assert wrong_kind(given).endswith(words)
