"""The subjunctive of reported speech; the verbs in question stand in brackets."""

import re

import pytest
from tests.found import analysed

from stimmlage.measures.reported_mood import find_reported


@pytest.mark.parametrize(
    "text",
    [
        "Sie sagte, er [sei] krank.",
        "Sie sagte, sie [habe] Zeit und [bleibe].",
        "Sie sagte, die Leute [hätten] Zeit.",
        "Die Partner [hätten] den Plan verworfen.",
        "Es sei denn, er kommt.",
        "Er tat, als habe er Zeit.",
        "Man nehme drei Eier.",
        "Das sei dahingestellt.",
        "Er hilft allen, sei es heute oder morgen.",
        "Wenn sie Zeit hätten, wären sie da.",
        "Er wäre fast gefallen.",
        "Wir hätten den Plan verworfen.",
        "Er ist krank.",
    ],
)
def test_which_verbs_report(text):
    analysis = analysed(re.sub(r"[\[\]]", "", text))
    assert [analysis.words.word[i] for i in find_reported(analysis)] == re.findall(r"\[(.*?)\]", text)
