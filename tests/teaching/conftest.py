"""A register in a folder of its own."""

import pytest

from stimmlage.teaching.boxes import Register


@pytest.fixture
def register(tmp_path):
    return Register(tmp_path / "answers", "de")
