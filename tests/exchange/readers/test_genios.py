"""Collections of WISO and Genios."""

from tests import samples as make

from stimmlage.exchange.readers.genios import is_collection
from stimmlage.exchange.readers.pdf import pdf


def test_a_collection_is_cut_into_its_articles(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(make.genios())
    found = list(pdf(path))
    assert len(found) > 1 and all(a.title and a.text and a.date and a.outlet for a in found)


def test_other_pages_are_no_collection():
    assert not is_collection(["Der Rat tagt.", "Er schweigt."])
