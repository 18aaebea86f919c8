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


def test_the_title_of_the_file_is_found_in_its_text(tmp_path):
    path = tmp_path / "a.odt"
    for told, kinds in ((TITLE, ["title"]), ("Etwas anderes", [])):
        meta = f"<dc:title>{told}</dc:title>"
        path.write_bytes(make.odt([("Standard", text) for text in (TITLE, *BODY)], meta))
        (found,) = odt(path)
        assert [m.kind for m in found.marks if m.kind == "title"] == kinds


@pytest.mark.parametrize(
    "inner",
    [
        "Der <text:span>alte</text:span><text:s/>Rat<text:tab/>tagt.",
        "<text:span>Der alte</text:span> Rat<text:line-break/>tagt.",
        "Der <text:span>al<text:span>te</text:span></text:span> Rat tagt.",
    ],
)
def test_the_parts_of_a_paragraph_are_one_text(tmp_path, inner):
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    body = f"<office:body><office:text><text:p>{inner}</text:p></office:text></office:body>"
    xml = f"<office:document-content {names}>{body}</office:document-content>"
    path = tmp_path / "a.odt"
    path.write_bytes(make.odt([], content=xml.encode()))
    (found,) = odt(path)
    assert found.text == "Der alte Rat tagt."
