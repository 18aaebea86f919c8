"""What those who carry on are told: every public name has its place in the reference, the picture is of today's imports."""

import importlib.util
import re
from pathlib import Path

import pytest

import stimmlage as sl

DOCS = Path(__file__).parents[1] / "docs"


def loaded(name):
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_has_every_public_name():
    page = loaded("api").page()
    assert page == (DOCS / "api.md").read_text("utf-8"), "call `make docs`"
    for name in set(sl.__all__) - {"__version__", "charts", "figures", "statistics"}:
        assert re.search(rf"\.{getattr(sl, name).__qualname__}$", page, re.MULTILINE), name
    assert "display.speaking.timeline" in page and "display.figures.save" in page


def test_a_name_without_a_place_is_told(monkeypatch):
    monkeypatch.setattr(sl, "__all__", [*sl.__all__, "Novelty"])
    with pytest.raises(SystemExit, match="Novelty stand in no group"):
        loaded("api").page()


def test_the_picture_knows_every_room():
    rooms = loaded("draw_rooms")
    lines, arrows = rooms.imports()
    assert set(lines) == set(range(len(rooms.FLOORS)))
    assert all(above > below for above, below in arrows)
    inside = {p.relative_to(rooms.PACKAGE).parts[0].removesuffix(".py") for p in rooms.PACKAGE.rglob("*.py")} - {
        "__init__",
        "__main__",
        "checking",
    }
    assert inside == {name for names in rooms.FLOORS for name in names}
