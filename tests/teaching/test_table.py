"""Tables of the lessons: heads and numbers in the language of the lesson."""

import pandas as pd
import pytest

from stimmlage.teaching.table import Table, table


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (1.234, "1.2", "1,2"),
        (1234.5, "1234.5", "1234,5"),
        (100.0, "100", "100"),
        (-0.5, "−0.5", "−0,5"),
        (float("nan"), "–", "–"),
    ],
)
def test_numbers(value, english, german):
    frame = pd.DataFrame({"x": [value]})
    for language, shown in (("en", english), ("de", german)):
        assert f">{shown}<" in Table(frame, language)._repr_html_()
        assert str(Table(frame, language)).split() == ["x", shown]


def test_cells_are_text_and_heads_are_given():
    shown = table([{"w": "<b>wohl</b>", "n": 3}], {"n": "Anzahl", "w": "Wort"}, "de")
    assert list(shown.frame.columns) == ["Anzahl", "Wort"]
    page = shown._repr_html_()
    assert "&lt;b&gt;wohl" in page and "<b>" not in page and 'lang="de"' in page
