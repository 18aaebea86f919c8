"""Weights learnt without what is alike."""

import numpy as np

from stimmlage.evaluation.leaving_out import alike, scores


def test_what_holds_in_all_groups_is_learnt():
    signs = [{"good": 1.0} if i % 2 else {"bad": 1.0} for i in range(200)]
    positive = [bool(i % 2) for i in range(200)]
    found = scores(signs, positive, [i // 4 for i in range(200)])
    assert (found.positive == np.array(positive)).all()
    assert found.score[1] > 0 > found.score[0]


def test_what_holds_in_one_group_only_is_not():
    signs = [{f"word{i // 20}": 1.0} for i in range(200)]
    positive = [(i // 20) % 2 == 0 for i in range(200)]
    found = scores(signs, positive, [i // 20 for i in range(200)])
    assert (found.positive == np.array(positive)).mean() < 0.7


def test_rare_signs_have_no_weight_and_nothing_is_no_error():
    found = scores([{}, {}], [True, False], ["a", "b"])
    assert found.score.tolist() == [0.0, 0.0]


def test_texts_that_share_their_words_are_one_group():
    assert alike(["Die Maut soll kommen.", "Die Maut soll bald kommen.", "Der Wald soll wachsen."]) == [0, 0, 2]
    chain = ["eins zwei drei vier fünf", "zwei drei vier fünf sechs", "drei vier fünf sechs sieben"]
    assert len(set(alike(chain, 0.5))) == 1  # hands from one to the next
    assert alike([]) == []
