"""PDF: pages in reading order, titles by size."""

import pytest
from tests import samples as make
from tests.samples import BODY, HEADING, TITLE

from stimmlage.errors import InputError
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
