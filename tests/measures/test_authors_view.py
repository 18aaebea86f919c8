"""The author's own view, and how much a text is like a comment piece."""

from tests.found import analysed

from stimmlage.measures.authors_view import AuthorsView, CommentLikeness

QUOTED = "„Das ist doch ein ganz und gar absurder Plan von gestern“, sagte Anna Berg."


def cues(measure, text):
    return [hit.cue for hit in measure.find(analysed(text))]


def test_what_others_say_is_not_the_authors_view():
    assert "absurd" in cues(AuthorsView(), "Das ist doch absurd!")
    assert not {"doch", "absurder"} & set(cues(AuthorsView(), QUOTED))
    assert "doch" in cues(AuthorsView(without=("quotation",)), QUOTED)


def test_each_long_quotation_counts_against_a_view():
    against = [hit for hit in AuthorsView().find(analysed(QUOTED)) if hit.category == "quotation"]
    assert [hit.weight for hit in against] == [-0.75]
    assert QUOTED[against[0].start : against[0].end] == "„"
    assert [h for h in AuthorsView().find(analysed("„Nein“, sagte sie.")) if h.category == "quotation"] == []


def test_names_count_against_a_comment_and_marks_do_not_count():
    hits = CommentLikeness().find(analysed("Anna Berg reiste nach Rom!"))
    assert {hit.cue for hit in hits if hit.category == "name"} == {"Anna", "Berg", "Rom"}
    assert {hit.weight for hit in hits if hit.category == "name"} == {-0.2}
    assert not [hit for hit in hits if hit.category == "exclamation"]
    assert not [h for h in CommentLikeness(without=("name",)).find(analysed("Anna Berg kam.")) if h.category == "name"]


def test_a_hit_stays_in_its_sentence():
    text = "Das ist doch „ein ganz und gar absurder Plan von gestern. Und noch einer von heute!“"
    document = analysed(text).document
    borders = [(s.start, s.end) for s in document.sentences]
    for hit in AuthorsView().find(analysed(text)):
        assert any(start <= hit.start < hit.end <= end for start, end in borders)
