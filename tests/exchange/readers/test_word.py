"""Documents of word processors."""

import pytest
from tests import samples as make
from tests.samples import BODY, HEADING, TITLE

from stimmlage.errors import InputError
from stimmlage.exchange.readers.word import docx, odt, rtf


@pytest.mark.parametrize("styled", [True, False])
def test_docx(tmp_path, styled):
    (found,) = docx(make.docx(tmp_path / "a.docx", styled))
    assert all(paragraph in found.text for paragraph in BODY) and TITLE in found.text
    if styled:
        assert found.title == TITLE
        assert ("heading", HEADING) in [(m.kind, found.text[m.start : m.end]) for m in found.marks]


def test_odt(tmp_path):
    path = tmp_path / "a.odt"
    path.write_bytes(make.odt([("Title", TITLE), *(("Standard", text) for text in BODY)]))
    (found,) = odt(path)
    assert found.title == TITLE and all(paragraph in found.text for paragraph in BODY)


def test_rtf(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_text(make.rtf("\n".join(BODY)), "ascii")
    (found,) = rtf(path)
    assert all(paragraph in found.text for paragraph in BODY)


@pytest.mark.parametrize("reader", [docx, odt])
def test_a_damaged_file_is_told(tmp_path, reader):
    path = tmp_path / "a.bin"
    path.write_bytes(b"PK nothing")
    with pytest.raises(InputError, match="damaged file"):
        list(reader(path))
