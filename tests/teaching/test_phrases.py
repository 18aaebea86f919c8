"""Phrases of lessons."""

import re

from tests.teaching.tasks import PHRASES, ROOT


def test_every_phrase_is_said_somewhere():
    source = "".join(path.read_text("utf-8") for path in (ROOT / "analysis/stimmlage/teaching").glob("*.py"))
    made = ("need_", "head_", "side_", "class_")
    assert [key for key in PHRASES if not key.startswith(made) and not re.search(rf"[\"'`]{key}[\"']", source)] == []
