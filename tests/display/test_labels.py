"""Labels in both languages."""

import pytest
from tests.display.drawn import PASSAGES, every_chart, texts, y_labels

import stimmlage as sl
from stimmlage.errors import OptionError


@every_chart
def test_labels_are_there_in_both_languages(chart, table):
    said = {}
    for code in ("en", "de"):
        with sl.charts.language(code):
            ax = chart(table)
        legend = ax.get_legend()
        said[code] = {
            ax.get_xlabel(),
            ax.get_ylabel(),
            *y_labels(ax),
            *texts(ax),
            *([t.get_text() for t in legend.get_texts()] if legend else []),
        }
    assert said["en"] != said["de"]


def test_both_languages_have_the_same_labels():
    from stimmlage.display.labels import _labels

    keys = {
        code: {(group, key) for group, entries in groups.items() for key in entries}
        for code, groups in _labels().items()
    }
    assert keys["en"] == keys["de"]


def test_unknown_language_is_refused():
    with pytest.raises(OptionError, match="'en', 'de'"):
        sl.charts.language("fr")


def test_language_goes_back_after_the_block():
    with sl.charts.language("de"):
        assert y_labels(sl.charts.words(PASSAGES))[0] == "Autor"
    assert y_labels(sl.charts.words(PASSAGES))[0] == "author"
