"""TEI: what is text, what is beside it, what the header says."""

import pytest
from tests import samples as make

from stimmlage.errors import InputError
from stimmlage.exchange.readers.tei import xml


def read(tmp_path, content):
    path = tmp_path / "a.xml"
    path.write_text(content, "utf-8")
    return list(xml(path))


def test_paragraphs_headings_and_what_is_beside(tmp_path):
    body = "<fw>Bote 3</fw><head>Streit</head><p>Der <del>alte</del> Rat tagt.</p><note>Anmerkung</note><p>Er schweigt.</p>"
    (found,) = read(tmp_path, make.tei(body))
    assert "Der Rat tagt." in found.text and "Anmerkung" not in found.text and "alte" not in found.text
    assert ("Streit", "heading") in [(found.text[m.start : m.end], m.kind) for m in found.marks] or found.title


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<?xml version='1.0'?><rss/>", "root <rss>, which is not read"),
        ("<?xml version='1.0'?><TEI.2/>", "is TEI P4; convert it"),
        ("<?xml version='1.0'?><TEI>", "is no well-formed XML"),
    ],
)
def test_other_xml_is_told(tmp_path, content, words):
    with pytest.raises(InputError, match=words):
        read(tmp_path, content)


def test_a_corpus_is_cut_into_its_texts(tmp_path):
    one = make.tei("<p>Der Rat tagt.</p>")
    inner = one[one.index("<TEI") :]
    assert len(read(tmp_path, f"<?xml version='1.0'?><teiCorpus>{inner}{inner}</teiCorpus>")) == 2
