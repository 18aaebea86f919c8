"""Whether a noun phrase is the subject of its clause; the phrase stands in brackets."""

import pytest
from tests.found import tagged

from stimmlage.measures.stance.subject import is_subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Der Plan] hilft allen.", True),
        ("[Die Reform] hilft allen.", True),
        ("Anna Berg lobt [den Plan].", False),
        ("Anna Berg lobt [die Reform].", False),
        ("[Die Reform] lobt Anna Berg.", False),
        ("[Die Reform] lobt sie.", False),
        ("Heute hilft [die Reform] allen.", True),
        ("Er misstraut [der Reform].", False),
        ("[Die Reform] wird gelobt.", False),
        ("[Die Reform] nicht.", False),
    ],
)
def test_subjects(text, expected):
    first = len(tagged(text.partition("[")[0])) if not text.startswith("[") else 0
    stop = first + len(text.partition("[")[2].partition("]")[0].split())
    words = tagged(text.replace("[", "").replace("]", ""))
    assert is_subject(words, range(len(words) - 1), first, stop) is expected
