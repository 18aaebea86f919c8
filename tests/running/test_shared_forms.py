"""What one process has learnt of a word, the others know."""

from __future__ import annotations

from types import SimpleNamespace

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


def test_what_is_told_is_learnt_once_and_what_is_damaged_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(shared_forms, "_WORTH_TELLING", 1)
    tellers = [Tagger(morphology()), Tagger(morphology())]
    shared = []
    for teller in tellers:
        monkeypatch.setattr(shared_forms, "tagger", lambda teller=teller: teller)
        shared.append(shared_forms.SharedForms(tmp_path))
    monkeypatch.setattr(shared_forms, "tagger", lambda: tellers[0])
    for form in ("Auental", "Bergental", "Talental"):
        tellers[0].tag([form, "glänzt"], [form.lower(), "glänzt"])
        shared[0].exchange()
    told = sorted(p.name for p in tmp_path.iterdir())
    assert len(told) == 3 and len({name.rpartition("-")[0] for name in told}) == 1 and told[0].endswith("-0.json")
    (tmp_path / "x-0.json").write_text("{")
    (tmp_path / "x-1.json.tmp").write_text("{}")
    learned = []
    monkeypatch.setattr(shared_forms, "tagger", lambda: SimpleNamespace(learn=learned.append))
    shared[1]._learn()
    shared[1]._learn()
    assert len(learned) == 3
