"""What a rule sees: the sentence, what came before, and a finder that reads a sentence once."""

from stimmlage.language.tagging import tag
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.scene import set_scene
from stimmlage.quotation.sight import Sight
from stimmlage.reading.segmentation import read_text


def sight(drafts=()):
    document = read_text("Der Plan ist gut.")
    scene = set_scene(document, tag(document))
    return Sight(scene, scene.units[0], list(drafts))


def test_several_rules_share_one_reading():
    asked = []

    def finder(seen):
        asked.append(seen)
        yield Draft("indirect", "dass", ((0, 2),))
        yield Draft("indirect", "w_clause", ((2, 4),))

    seen = sight()
    assert [d.rule for d in seen.read(finder, "dass")] == ["dass"]
    assert [d.rule for d in seen.read(finder, "w_clause")] == ["w_clause"]
    assert len(asked) == 1


def test_the_last_quotation_is_that_of_the_sentences_before():
    assert sight().last is None
    drafts = [Draft("direct", "turn", ((0, 1),)), Draft("direct", "marks_alone", ((1, 2),))]
    assert sight(drafts).last is drafts[-1]
