"""Figures as files."""

import matplotlib
import matplotlib.pyplot as pyplot
import pandas as pd
import pytest
from tests.display.drawn import CHARTS, PASSAGES, y_labels

import stimmlage as sl
from stimmlage.display.style import RC
from stimmlage.errors import OptionError


def test_saved_figure_has_its_table_its_sources_and_the_same_bytes_again(tmp_path):
    source = tmp_path / "article.txt"
    source.write_text("Ein Text.")
    captions = {"en": "Who speaks.", "de": "Wer spricht."}
    for folder in ("a", "b"):
        sl.figures.save(
            lambda: sl.charts.timeline(PASSAGES), "timeline", PASSAGES, captions, [source], tmp_path / folder
        )
    names = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert names == [f"timeline.{x}" for x in ("csv", "de.png", "de.svg", "json", "png", "svg")]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
    assert (
        pd.read_csv(tmp_path / "a/timeline.csv", keep_default_na=False)["n_words"].tolist()
        == PASSAGES["n_words"].tolist()
    )
    english, german = ((tmp_path / f"a/timeline{code}.svg").read_text() for code in ("", ".de"))
    assert ">author</text>" in english and ">Autor</text>" in german and "DejaVu Sans" in english
    account = pd.read_json(tmp_path / "a/timeline.json", typ="series")
    assert account["caption"] == captions and list(account["sources"]) == ["article.txt"]


def test_only_the_figure_of_the_chosen_language_stays_open(tmp_path):
    with sl.charts.language("de"):
        picture = sl.figures.save(lambda: sl.charts.words(PASSAGES), "words", PASSAGES, "Wer.", [], tmp_path)
    assert picture.name == "words.de.png" and len(pyplot.get_fignums()) == 1
    assert y_labels(pyplot.gcf().axes[0])[0] == "Autor"


def test_saved_figures_are_as_wide_as_a_page_and_their_text_can_be_read(tmp_path):
    for chart, table in CHARTS:
        sl.figures.save(lambda c=chart, t=table: c(t), chart.__name__, table, "x", [], tmp_path)
        figure = pyplot.gcf()
        assert figure.get_size_inches()[0] == pytest.approx(6.3)
        figure.draw_without_rendering()
        sizes = [t.get_fontsize() for t in figure.findobj(matplotlib.text.Text) if t.get_text().strip()]
        assert min(sizes) >= 7, chart.__name__
        pyplot.close("all")


def test_a_drawing_that_is_there_is_saved_as_it_is(tmp_path):
    sl.figures.save(sl.charts.words(PASSAGES), "words", PASSAGES, "Who.", [], tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["words.csv", "words.json", "words.png", "words.svg"]
    with pytest.raises(OptionError, match="`caption` is a text or one for each of"):
        sl.figures.save(sl.charts.words(PASSAGES), "words", PASSAGES, {"en": "Who."}, [], tmp_path)


def test_the_style_of_saved_figures_is_put_back(tmp_path):
    before = dict(matplotlib.rcParams)
    sl.figures.save(lambda: sl.charts.words(PASSAGES), "words", PASSAGES, "Who.", [], tmp_path)
    assert dict(matplotlib.rcParams) == before and before["font.size"] != RC["font.size"]


def test_figures_have_plain_names(tmp_path):
    with pytest.raises(OptionError, match="for example 'timeline'"):
        sl.figures.save(sl.charts.words(PASSAGES), "../timeline", PASSAGES, "", [], tmp_path)
