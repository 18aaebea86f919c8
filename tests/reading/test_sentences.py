"""Where sentences begin: a text with a bar before each sentence but the first."""

import pytest

from stimmlage.reading.segmentation import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Er kam. |Sie ging.",
        "Er kam am 3. Mai nach Rom. |Sie ging.",
        "Dr. Berg kam. |Sie ging.",
        "Das kostet 3.5 Mio. Euro im Jahr. |Sie ging.",
        "Er kam u. a. mit Anna. |Sie ging.",
        "Kam er? |Ja!",
        "„Er kam.“ |Sie ging.",
        "„Er kam. |Sie ging“, sagte Anna.",
        "Er kam … und ging.",
        "Er kam (spät). |Sie ging.",
        "Heinrich VIII. kam. |Sie ging.",
        "Er wohnt in der Berliner Str. 5 in Bonn. |Sie ging.",
    ],
)
def test_sentences(text):
    document = read_text(text.replace("|", ""))
    assert [document.text[s.start : s.end] for s in document.sentences] == [p.strip() for p in text.split("|")]
