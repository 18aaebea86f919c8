"""The rooms of the house: what each may import, and that no two files import each other."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "analysis/stimmlage"

# From the ground floor up: a file imports from rooms of lines above its own, or from its own line.
FLOORS = """
errors schema document collector waiting wording
language
reading
quotation
speakers
analysis
scope
measures
statistics
exploring
review
exchange
display
evaluation
running
output measured
corpus
doors
teaching
checking executed compiled
study starting new_study
cli
__main__
"""
LEVEL = {room: level for level, line in enumerate(FLOORS.split("\n")) for room in line.split()}


def _module(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").as_posix().removesuffix("/__init__").replace("/", ".")


MODULES = {_module(path): path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"}


def _imports(source: str) -> set[str]:
    """Return the modules of the kit that a file imports anywhere, in functions and for types, too."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "stimmlage":
            module = (node.module or "").removeprefix("stimmlage").lstrip(".")
            inside = {f"{module}.{alias.name}".lstrip(".") for alias in node.names}
            found |= {m for m in inside if m in MODULES} or {module}
        elif isinstance(node, ast.Import):
            found |= {a.name.removeprefix("stimmlage.") for a in node.names if a.name.startswith("stimmlage.")}
    return found - {""}


GRAPH = {module: _imports(path.read_text("utf-8")) for module, path in MODULES.items()}


def upward(graph: dict[str, set[str]]) -> list[str]:
    """List imports from a room of a later line."""
    return sorted(
        f"{module} imports {other}"
        for module, others in graph.items()
        for other in others
        if LEVEL[other.split(".")[0]] > LEVEL[module.split(".")[0]]
    )


def circles(graph: dict[str, set[str]]) -> list[tuple[str, ...]]:
    """List groups of files that import each other, directly or through others."""
    reached: dict[str, set[str]] = defaultdict(set)
    for module in graph:
        waiting = list(graph[module])
        while waiting:
            other = waiting.pop()
            if other not in reached[module]:
                reached[module].add(other)
                waiting += graph.get(other, ())
    return sorted({tuple(sorted({m, *(o for o in reached[m] if m in reached[o])})) for m in graph if m in reached[m]})


def test_imports_point_to_earlier_rooms():
    assert upward(GRAPH) == []


def test_no_two_files_import_each_other():
    assert circles(GRAPH) == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_file_stands_in_a_room_of_the_list(module):
    assert module.split(".")[0] in LEVEL


def test_the_measuring_rod_finds_what_is_wrong():
    wrong = {"language.tagging": {"measures.hedging"}, "measures.hedging": {"language.tagging"}}
    assert upward(wrong) == ["language.tagging imports measures.hedging"]
    assert circles(wrong) == [("language.tagging", "measures.hedging")]
    assert _imports("def f():\n    from stimmlage.language import clauses") == {"language.clauses"}


@pytest.mark.parametrize("module", sorted(m for m in MODULES if m != "__main__"))
def test_a_file_with_code_has_its_own_tests(module):
    path = MODULES[module]
    own = Path(__file__).parent.joinpath(*module.split(".")[:-1]) / f"test_{path.stem}.py"
    assert path.name == "__init__.py" or "def test_" in own.read_text("utf-8")
