"""The clauses of a sentence as stance needs them."""

import pytest
from tests.found import tagged

from stimmlage.measures.stance.clauses import find_clauses


def clauses(text):
    words = tagged(text)
    found = find_clauses(words, 0, len(words))
    return [(c.kind, " ".join(w for i in c.words if (w := words.word[i])[0].isalnum()), c.governor) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagt, dass es reicht.", [("main", "Er sagt", None), ("complement", "dass es reicht", 0)]),
        ("Wenn er kommt, geht sie.", [("conditional", "Wenn er kommt", 1), ("main", "geht sie", None)]),
        ("Er kam, um zu helfen.", [("main", "Er kam", None), ("adverbial", "um zu helfen", 0)]),
        ("Obwohl er kam, ging sie.", [("conditional", "Obwohl er kam", 1), ("main", "ging sie", None)]),
        ("Er lobt den Rat, der hilft.", [("main", "Er lobt den Rat", None), ("relative", "der hilft", 0)]),
        ("Er kam, weil es kalt war.", [("main", "Er kam", None), ("subordinate", "weil es kalt war", 0)]),
        ("Er nennt drei: Rom, Bonn und Trier.", [("main", "Er nennt drei Rom Bonn und Trier", None)]),
    ],
)
def test_kinds_and_governors(text, expected):
    assert clauses(text) == expected


def test_every_word_is_in_one_clause():
    words = tagged("Der Rat, der lange stritt, hofft, dass es reicht, wenn alle helfen.")
    inside = [i for clause in find_clauses(words, 0, len(words)) for i in clause.words]
    assert sorted(inside) == sorted(set(inside))
    assert {i for i in range(len(words)) if words.word[i][0].isalnum()} <= set(inside)
