"""Whether a noun is feminine."""

import pytest

from stimmlage.language.genders import is_feminine


@pytest.mark.parametrize("noun", "Reform Freiheit Mietpreisbremse Impfpflicht Ukraine Idee Straße Universität".split())
def test_feminine(noun):
    assert is_feminine(noun)


@pytest.mark.parametrize("noun", "Plan Ende Name Friede Käse Kollege Gebirge Haus Auge Interesse".split())
def test_not_feminine(noun):
    assert not is_feminine(noun)
