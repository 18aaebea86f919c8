"""The table of tokens."""

from stimmlage.language.tagging import tag
from stimmlage.language.words import Words
from stimmlage.reading.segmentation import read_text


def test_all_columns_have_a_row_for_each_token():
    words = tag(read_text("Die Bahn, die Post und die Stadt warten. „Nein“, sagt er."))
    assert {len(getattr(words, name)) for name in Words.__slots__} == {len(words)}
