"""What leaves a corpus: tables, pages, reports."""

import html
import re

import pytest

import stimmlage as sl
from stimmlage.errors import OptionError

TEXT = "Das ist vielleicht gut. „Wohl kaum“, sagte Anna Berg."


def test_what_is_saved_can_be_opened(tmp_path):
    corpus = sl.from_texts({"a": TEXT, "b": TEXT})
    corpus.save(tmp_path / "out")
    assert sl.open(tmp_path / "out").quotations["text"].tolist() == corpus.quotations["text"].tolist()


def test_only_measures_that_are_named_are_saved(tmp_path):
    sl.from_text(TEXT).save(tmp_path / "out", sl.Hedging())
    assert set(sl.open(tmp_path / "out").scores["measure"].str.partition(":")[0]) == {"hedging"}


def test_a_folder_that_holds_something_else_is_not_touched(tmp_path):
    (tmp_path / "documents.parquet").write_text("mine")
    with pytest.raises(OptionError):
        sl.from_text(TEXT).save(tmp_path)
    assert (tmp_path / "documents.parquet").read_text() == "mine"


def test_a_page_is_shown_and_a_report_is_written(tmp_path):
    corpus = sl.from_text(TEXT, doc_id="a")
    page = corpus.show()
    assert "Wohl kaum" in page._repr_html_() and "<script" not in page._repr_html_()
    on = re.findall(r'id="layer-(\w+)"[^>]* checked', html.unescape(page._repr_html_()))
    assert on == ["voices", "mode", "hedges", "reportive"]
    corpus.report(tmp_path / "report.html")
    assert "Anna Berg" in (tmp_path / "report.html").read_text("utf-8")


def test_an_unknown_article_and_an_unknown_format_are_told(tmp_path):
    corpus = sl.from_texts({"a": TEXT, "b": TEXT})
    with pytest.raises(OptionError, match="no article 'c'"):
        corpus.show("c")
    with pytest.raises(OptionError, match="'docx'"):
        corpus.to("docx", tmp_path / "x.docx")
