"""PDF: pages in reading order, titles by size."""

import pytest
from tests import samples as make
from tests.samples import BODY, HEADING, TITLE

from stimmlage.errors import InputError
from stimmlage.exchange.readers import pdf as reader
from stimmlage.exchange.readers.pdf import pdf


def article(tmp_path, content):
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    (found,) = pdf(path)
    return found


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_words_in_their_order_and_headings_by_size(tmp_path, columns):
    found = article(tmp_path, make.article_pdf(columns))
    kinds = {found.text[m.start : m.end]: m.kind for m in found.marks}
    assert found.title == TITLE and kinds[HEADING] == "heading"
    joined = "".join(found.text.replace("-\n", "").split())
    assert all("".join(paragraph.split())[:20] in joined for paragraph in BODY)


def test_a_page_of_pictures_is_told(tmp_path):
    with pytest.raises(InputError, match="holds no text but pictures of 1 pages; run OCR"):
        article(tmp_path, make.pdf([[]]))


def test_damaged_and_encrypted(tmp_path):
    with pytest.raises(InputError, match="is a damaged PDF"):
        article(tmp_path, b"%PDF-1.7 nothing")
    with pytest.raises(InputError, match="is encrypted"):
        article(tmp_path, make.pdf([[(50, 700, 10, False, "Text")]], encrypt=True))


def test_a_book_is_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "_MOST_PAGES", 2)
    page = [(50.0, 700.0, 10.0, False, "Der Rat tagt heute lange.")]
    assert "tagt heute" in article(tmp_path, make.pdf([page] * 2)).text
    with pytest.raises(InputError, match=r"a\.pdf has 3 pages; the most that is read is 2"):
        article(tmp_path, make.pdf([page] * 3))


@pytest.mark.parametrize(
    ("told", "title", "unsure"),
    [("Das Bad in der Au", "Das Bad in der Au", ["title"]), ("Artikel1.docx", "", []), ("Seite 12", "", [])],
)
def test_the_title_that_the_file_tells_is_not_sure(tmp_path, told, title, unsure):
    page = [(50.0, 700.0, 10.0, False, "Der Rat tagt heute lange.")]
    found = article(tmp_path, make.pdf([page], title=told))
    assert (found.title, [name for name in found.unsure if name == "title"]) == (title, unsure)
