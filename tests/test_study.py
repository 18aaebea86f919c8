"""A study: what it records, and what is told if something is not as it was."""

import hashlib

import nbformat
import pytest

from stimmlage.errors import InputError, MissingFileError
from stimmlage.study import Study


@pytest.fixture
def study(tmp_path):
    folder = tmp_path / "corpus/source"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Der Rat tagt.", "utf-8")
    sha = hashlib.sha256((folder / "a.txt").read_bytes()).hexdigest()
    (folder / "sources.toml").write_text(f'[[source]]\npath = "a.txt"\nsha256 = "{sha}"\n', "utf-8")
    (tmp_path / "corpus/targets.toml").write_text(
        '[[target]]\nid = "plan"\npatterns = ["lemma:Plan"]\nlabel_en = "the plan"\nlabel_de = "der Plan"\n', "utf-8"
    )
    (tmp_path / "notebooks").mkdir()
    return Study(tmp_path)


def test_a_folder_without_a_study_is_told(tmp_path):
    with pytest.raises(MissingFileError, match="No study in"):
        Study(tmp_path)


def test_sources_are_those_that_were_recorded(study):
    assert [path.name for path in study.sources] == ["a.txt"]
    (study.root / "corpus/source/a.txt").write_text("Der Rat tagt nicht.", "utf-8")
    with pytest.raises(InputError, match=r"a.txt was changed: its sha256 is"):
        _ = study.sources
    (study.root / "corpus/source/a.txt").unlink()
    with pytest.raises(MissingFileError, match="names 'a.txt', which is not there"):
        _ = study.sources


@pytest.mark.parametrize(("text", "words"), [("= 3", "is no TOML"), ("title = 1", r"names no \[\[source\]\]")])
def test_a_damaged_record_is_told(study, text, words):
    (study.root / "corpus/source/sources.toml").write_text(text)
    with pytest.raises(InputError, match=words):
        _ = study.recorded


def test_tables_are_built_and_old_ones_go(study):
    built = study.root / "corpus/built"
    built.mkdir()
    (built / "old.csv").write_text("a")
    study.build()
    assert (built / "documents.csv").is_file() and not (built / "old.csv").exists()


def test_notebooks_are_in_reading_order(study):
    for name in ("10_last.ipynb", "01_first.ipynb", "notes.ipynb"):
        (study.root / "notebooks" / name).write_text("{}")
    assert [path.name for path in study.notebooks] == ["01_first.ipynb", "10_last.ipynb"]
    assert study.lessons == []


def test_pages_of_a_study_lead_to_its_notebooks_and_lessons(tmp_path):
    """What was executed becomes a page in its group; what was not is left out."""
    (tmp_path / "corpus/source").mkdir(parents=True)
    (tmp_path / "corpus/source/sources.toml").write_text("")
    places = ["01_first.ipynb", "02_second.ipynb", "teaching/de/1_l.ipynb", "teaching/en/1_l.ipynb"]
    for place in places:
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(f"# Title of {place}")])
        for root in ("notebooks", "build/notebooks"):
            if (root, place) != ("build/notebooks", "02_second.ipynb"):
                path = tmp_path / root / place
                path.parent.mkdir(parents=True, exist_ok=True)
                nbformat.write(notebook, path)
    Study(tmp_path).publish()
    made = {p.relative_to(tmp_path / "build/html").as_posix() for p in (tmp_path / "build/html").rglob("*.html")}
    assert made == {"index.html", *(p.replace(".ipynb", ".html") for p in places if p != "02_second.ipynb")}
    index = (tmp_path / "build/html/index.html").read_text("utf-8")
    order = [
        index.index(text)
        for text in ("The study", "Title of 01", "Lektionen", "teaching/de/1_l.html", "Lessons", "teaching/en/1_l.html")
    ]
    assert order == sorted(order) and "02_second" not in index


def test_progress_bars_leave_no_trace_in_a_notebook(tmp_path):
    bar = "import sys\nfor text in ('\\rreading: 3', '\\rreading: 9', '\\r          ', '\\r'):\n    print(text, end='', file=sys.stderr, flush=True)"
    path = tmp_path / "notebooks" / "a.ipynb"
    path.parent.mkdir()
    (tmp_path / "corpus/source").mkdir(parents=True)
    (tmp_path / "corpus/source/sources.toml").touch()
    cells = [
        nbformat.v4.new_code_cell(code) for code in (bar, "print('\\rseen')", "import warnings; warnings.warn('told')")
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# A"), *cells]), path)
    ran = nbformat.read(Study(tmp_path).execute(path), as_version=4)
    streams = [[o.text for o in cell.outputs] for cell in ran.cells[1:]]
    assert streams[0] == [] and streams[1] == ["\rseen\n"] and "told" in streams[2][0]
