"""Which build runs, and whether it is the one of this source."""

import stimmlage.compiled
from stimmlage.compiled import build, source_hash


def test_a_change_in_the_source_changes_its_hash(tmp_path, monkeypatch):
    (tmp_path / "a.py").write_text("x = 1\n")
    monkeypatch.setattr(stimmlage.compiled, "_PACKAGE", tmp_path)
    before = source_hash()
    (tmp_path / "a.py").write_text("x = 2\n")
    assert source_hash() != before
    (tmp_path / "a.py").rename(tmp_path / "b.py")
    assert len({before, source_hash()}) == 2


def test_a_compiled_build_of_other_source_says_so(tmp_path, monkeypatch):
    from stimmlage.language import tagging

    monkeypatch.setattr(stimmlage.compiled, "_PACKAGE", tmp_path)
    monkeypatch.setattr(tagging, "__file__", str(tmp_path / "tagging.abi3.so"))
    assert build().startswith("compiled from other source")
    (tmp_path / "compiled.txt").write_text(source_hash())
    assert build() == "compiled"
    monkeypatch.setattr(tagging, "__file__", str(tmp_path / "tagging.py"))
    assert build() == "plain Python"
