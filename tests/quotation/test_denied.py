"""Who says nothing: denied sayers and questions whether anybody said it."""

import pytest
from tests.found import quoted


@pytest.mark.parametrize(
    "text",
    [
        "Kein Zeuge sagte, der Wagen sei rot.",
        "Niemand sagte, der Wagen sei rot.",
        "Kaum ein Zeuge sagte, der Wagen sei rot.",
        "Nicht einmal Anna Berg sagte, der Wagen sei rot.",
        "Hat Anna Berg gesagt, dass der Wagen rot ist?",
    ],
)
def test_nobody_said_it(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ein Zeuge sagte, der Wagen sei rot.",
        "Selbst Anna Berg sagte, der Wagen sei rot.",
        "Anna Berg hat gesagt, dass der Wagen rot ist.",
    ],
)
def test_somebody_said_it(text):
    assert len(quoted(text)) == 1
