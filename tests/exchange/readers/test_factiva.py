"""Exports of Factiva."""

from tests import samples as make

from stimmlage.exchange.readers.pages import html, is_factiva


def test_each_article_has_its_own_divisions(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(make.factiva(), "utf-8")
    found = list(html(path))
    assert len(found) > 1 and all(a.title and a.text and a.date and a.outlet for a in found)
    assert not any("Copyright" in a.text or "Dokument" in a.text for a in found)


def test_it_is_known_by_its_boxes():
    assert is_factiva(make.factiva().encode()) and not is_factiva(make.page(make.article_html()).encode())
