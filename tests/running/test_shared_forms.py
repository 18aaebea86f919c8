"""What one process has learnt of a word, the others know."""

from __future__ import annotations

from stimmlage.language.morphology import morphology
from stimmlage.language.tagging import Tagger
from stimmlage.running import shared_forms


def test_processes_share_what_they_learn(rows, tmp_path, monkeypatch):
    monkeypatch.setattr(shared_forms, "_WORTH_TELLING", 1)
    one, other = Tagger(morphology()), Tagger(morphology())
    monkeypatch.setattr(shared_forms, "tagger", lambda: one)
    folder = tmp_path / "forms"
    told = shared_forms.SharedForms(folder)
    one.tag(["Auental", "glänzt"], ["auental", "glänzt"])
    told.exchange()
    assert len(list(folder.iterdir())) == 1
    (folder / "half.json").write_bytes(b"")  # as after a power cut
    monkeypatch.setattr(shared_forms, "tagger", lambda: other)
    shared_forms.SharedForms(folder)
    assert other._initial == {"Auental": morphology().candidates("Auental", initial=True)}
    assert other._inner == {"glänzt": morphology().candidates("glänzt", initial=False)}
    assert {word for word, _ in other._lemmas} == {"Auental", "glänzt"}
