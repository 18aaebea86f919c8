"""Notebooks: they tell and do not compute, are saved clean, and run top to bottom."""

import ast
import json
import re
import shutil
import tomllib
from pathlib import Path

import nbformat
import pytest

from stimmlage.study import Study

ROOT = Path(__file__).parents[1]
STUDY = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))
LESSONS = Study(ROOT).lessons
RUNNING = [
    path for path in LESSONS if any(c["cell_type"] == "code" for c in json.loads(path.read_text("utf-8"))["cells"])
]
CODE = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.For,
    ast.While,
    ast.AsyncFor,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)
every_notebook = pytest.mark.parametrize("path", STUDY + LESSONS, ids=lambda p: p.stem)


def code_cells(path):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def figures_of(path):
    """Return the names of the figures that a notebook saves."""
    return re.findall(r"figures\.save\(\s*lambda: .+,\s+\"(\w+)\"", "\n".join(cell.source for cell in code_cells(path)))


def test_each_figure_of_the_study_is_saved_once():
    names = [name for path in STUDY for name in figures_of(path)]
    assert sorted(names) == sorted({p.name.split(".")[0] for p in (ROOT / "figures").glob("*.json")})
    assert len(names) == len(set(names)) >= 10


def test_captions_have_n_in_both_languages_and_the_error_of_the_kit():
    figures = tomllib.loads((ROOT / "analysis/stimmlage/display/how_right.toml").read_text("utf-8"))["figure"]
    unseen = {number for figure in figures for number in re.findall(r"\.\d+", figure["unseen"])}
    for file in (ROOT / "figures").glob("*.json"):
        captions = json.loads(file.read_text("utf-8"))["caption"]
        for code, said in (("en", "unseen"), ("de", "auf fremde")):
            caption = captions[code]
            assert re.search(r"\d+", caption), (file, "n")
            error = next(s for s in re.split(r"(?<=\D)[.;:] ", caption) if said in s.lower())
            stated = [n.replace(",", ".") for n in re.findall(r"[.,]\d+", error)]
            assert set(stated) <= unseen and (stated or "framing" in file.name), (file, error)


def test_claims_are_checked_in_the_findings():
    cells = code_cells(next(p for p in STUDY if p.stem == "06_findings"))
    assert "assert claims.all()" in cells[-1].source
    assert sum(cell.source.count('": ') for cell in cells[-2:]) >= 7


def test_the_notebooks_are_there():
    assert [p.stem.split("_", 1)[1] for p in STUDY] == [
        "start",
        "corpus",
        "voices",
        "sentiment",
        "hedging",
        "stance",
        "findings",
        "validation",
        "your_own_study",
    ]


@every_notebook
def test_notebook_is_saved_clean(path):
    content = nbformat.read(path, as_version=4)
    nbformat.validate(content)
    assert path.stat().st_size < 40_000
    assert [c.id for c in content.cells] == [
        f"{path.stem.replace('_', '-')}-{n:02d}" for n in range(1, len(content.cells) + 1)
    ]
    for cell in code_cells(path):
        assert cell.outputs == [] and cell.execution_count is None


@every_notebook
def test_notebook_tells_and_does_not_compute(path):
    cells = nbformat.read(path, as_version=4).cells
    assert len(code_cells(path)) <= 18
    for before, cell in zip([None, *cells], cells):
        if cell.cell_type == "code":
            assert before is not None and before.cell_type == "markdown", "a sentence says what to look for"
            assert len(cell.source.splitlines()) <= 8
            assert path in LESSONS or max(map(len, cell.source.splitlines())) <= 100, "a line fits the cell"
            assert not [n for n in ast.walk(ast.parse(cell.source)) if isinstance(n, CODE)], cell.source


@every_notebook
def test_notebook_knows_no_place_of_its_own(path):
    for cell in nbformat.read(path, as_version=4).cells:
        assert "/home/" not in cell.source and "C:\\" not in cell.source and "file://" not in cell.source


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    """A copy of the study, so that running the notebooks changes nothing here."""
    root = tmp_path_factory.mktemp("study")
    for name in ("seeds", "corpus", "notebooks"):
        shutil.copytree(ROOT / name, root / name)
    return Study(root)


def draws(source):
    """Tell whether a cell draws: it calls something of the charts, of seaborn or of matplotlib (their settings aside)."""
    called = {ast.unparse(node.func) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)}
    return any(
        re.match(
            r"lesson\.draw|(sl\.charts|charts|sns|seaborn|plt)\.(?!language|set_|get_|rc|close|show|color_palette)",
            name,
        )
        for name in called
    )


def without_image(cells):
    """List the cells that draw and have no image among their outputs."""
    return [
        cell.source
        for cell in cells
        if cell.cell_type == "code"
        and draws(cell.source)
        and not any("image/png" in output.get("data", {}) for output in cell.outputs)
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("sl.charts.words(g);", True),
        ("ax = sl.charts.timeline(g)\nax.set_title('x');", True),
        ("sns.histplot(g.n_words);", True),
        ("plt.plot([1, 2]);", True),
        ("sl.charts.language('de')", False),
        ("sns.set_theme()", False),
        ("corpus.summary(sl.Hedging(), by=['speaker'])", False),
    ],
)
def test_a_drawing_cell_is_known_by_what_it_calls(source, expected):
    assert draws(source) is expected


def test_a_drawing_cell_without_image_is_found():
    cell = nbformat.v4.new_code_cell("sl.charts.words(g);")
    assert without_image([cell]) == ["sl.charts.words(g);"]
    cell.outputs = [nbformat.v4.new_output("display_data", {"image/png": "iVBORw0KGgo="})]
    assert without_image([cell]) == []


def test_figures_after_the_first_are_there_too(study):
    """A chart of the kit, another one and the user's own: each cell has its image."""
    opening = "import stimmlage as sl, seaborn as sns\ng = sl.from_text('Der Plan ist gut. „Nein“, sagte Anna Berg.').passages.assign(n_words=3, section='')"
    cells = [opening, "sl.charts.words(g);", "sl.charts.timeline(g);", "sns.histplot(g.n_words);"]
    path = study.root / "notebooks" / "three_cells.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells]), path)
    ran = nbformat.read(study.execute(path), as_version=4)
    path.unlink()
    assert [sum("image/png" in o.get("data", {}) for o in cell.outputs) for cell in ran.cells[1:]] == [1, 1, 1]


@pytest.mark.parametrize("path", STUDY, ids=lambda p: p.stem)
def test_notebook_runs_on_a_clean_kernel(path, study):
    ran = nbformat.read(study.execute(study.root / "notebooks" / path.name), as_version=4)
    outputs = [output for cell in ran.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [o for o in outputs if o.output_type == "error"]
    assert not [o.text for o in outputs if o.output_type == "stream" and o.name == "stderr"]
    assert without_image(ran.cells) == []
    for name in figures_of(path):
        assert {p.suffix for p in (study.root / "figures").glob(f"{name}.*")} == {".png", ".svg", ".csv", ".json"}, name
    for table in (o.data.get("text/plain", "") for o in outputs if "data" in o):
        assert not (table.endswith("dtype: bool") and "False" in table), f"a claim of the prose does not hold:\n{table}"


@pytest.mark.parametrize("path", RUNNING, ids=lambda p: p.stem)
def test_lesson_runs_on_a_clean_kernel(path, study):
    ran = nbformat.read(study.execute(study.root / path.relative_to(ROOT)), as_version=4)
    outputs = [output for cell in ran.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [o.text for o in outputs if o.output_type == "stream"]
    assert without_image(ran.cells) == []


def test_lessons_hide_their_code_and_keep_it_to_a_line():
    for path in RUNNING:
        for cell in code_cells(path):
            assert cell.metadata["jupyter"]["source_hidden"] and len(cell.source.splitlines()) <= 4
