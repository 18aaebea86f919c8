"""The names that a user finds in `stimmlage`: a promise, written down once more."""

import pytest

import stimmlage as sl

NAMES = (
    "AuthorsView CommentLikeness Concession Corpus Framing Hedging Hit Measure Measurement Modality Sentiment Stance "
    "StoredCorpus Subjectivity Target TextblobBaseline agreement charts compare concat figures from_frame from_text "
    "from_texts open passages_of read readable_tables reliability statistics summarise unitizing_alpha write_people"
).split()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_there(name):
    assert getattr(sl, name) is not None and name in sl.__all__


def test_no_other_names():
    assert sorted([*NAMES, "__version__"]) == sorted(sl.__all__) == dir(sl)
