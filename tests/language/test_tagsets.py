"""Named sets of tags: what holds of each other, and that the tagger gives them."""

from tests.found import tagged

from stimmlage.language import tagsets


def test_sets_that_hold_each_other():
    assert tagsets.FINITE < tagsets.CLAUSAL and tagsets.IMPERATIVES < tagsets.CLAUSAL
    assert tagsets.NOUNS < tagsets.NOMINALS
    assert not tagsets.FINITE & (tagsets.PARTICIPLES | tagsets.INFINITIVES)
    assert not tagsets.RELATIVES & tagsets.QUESTION_WORDS


def test_the_tagger_gives_tags_of_these_sets():
    words = tagged("Wer kommt, hat den Plan gelesen, den Anna in Köln schreiben will.")
    tag = dict(zip(words.word, words.tag, strict=False))
    assert tag["Wer"] in tagsets.QUESTION_WORDS and tag["kommt"] in tagsets.FINITE
    assert tag["gelesen"] in tagsets.PARTICIPLES and tag["schreiben"] in tagsets.INFINITIVES
    assert tag["Plan"] in tagsets.NOUNS and tag["in"] in tagsets.PREPOSITIONS
