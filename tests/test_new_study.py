"""A study of one's own: made from texts, whole or not at all, and reproducing itself at once."""

import hashlib
import json
import re
import tomllib

import nbformat
import pytest
from tests.held import held

import stimmlage as sl
from stimmlage.cli import main
from stimmlage.errors import InputError, MissingFileError, OptionError
from stimmlage.measures.targets import read_targets
from stimmlage.new_study import new_study, notebook, proposed_targets
from stimmlage.study import Study

TEXTS = {
    "a": "„Der Radweg ist gut“, sagte Ministerin Anna Berg. Der Radweg kostet viel. Anna Berg will den Radweg bauen.",
    "b": "„Der Radweg ist wohl zu teuer“, sagte Jan Kuhn. Die Kosten für den Radweg steigen, so Jan Kuhn.",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    place = tmp_path_factory.mktemp("studies")
    for name, text in TEXTS.items():
        (place / f"{name}.txt").write_text(text, "utf-8")
    assert (
        main(["new", str(place / "mine"), "--from", str(place / "a.txt"), str(place / "b.txt"), "--title", "Radwege"])
        == 0
    )
    return place / "mine"


def test_it_reproduces_itself_at_once(made):
    assert Study(made).check() == []
    assert main(["reproduce", "--check", "--root", str(made)]) == 0


def test_what_is_in_it(made):
    for name in (
        "README.md",
        "CITATION.cff",
        "requirements.txt",
        ".gitignore",
        "corpus/built/quotations.csv",
        "figures/voices.de.png",
        "build/notebooks/03_measures.ipynb",
    ):
        assert (made / name).is_file(), name
    recorded = tomllib.loads((made / "corpus/source/sources.toml").read_text("utf-8"))["source"]
    assert [(s["path"], s["sha256"]) for s in recorded] == [
        (f"{name}.txt", hashlib.sha256(text.encode()).hexdigest()) for name, text in TEXTS.items()
    ]
    assert [t.id for t in read_targets(made / "corpus/targets.toml")] == ["radweg"]
    assert {"anna-berg", "jan-kuhn"} <= {
        p["id"] for p in tomllib.loads((made / "corpus/people.toml").read_text("utf-8"))["person"]
    }
    assert (
        "2 articles" in (made / "README.md").read_text("utf-8")
        and f"stimmlage=={sl.__version__}" in (made / "requirements.txt").read_text()
    )


def test_the_notebooks_run_and_draw(made):
    for name, n_images in (("01_corpus", 1), ("02_voices", 2), ("03_measures", 1)):
        cells = nbformat.read(made / f"build/notebooks/{name}.ipynb", as_version=4).cells
        outputs = [o for c in cells if c.cell_type == "code" for o in c.outputs]
        assert not [o for o in outputs if o.output_type == "error"]
        assert sum("image/png" in o.get("data", {}) for o in outputs) >= n_images - 1 and all(
            len(c.source.split("\n")) <= 8 for c in cells if c.cell_type == "code"
        )


def test_the_crate_names_its_files(made):
    graph = json.loads((made / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    files = {entry["@id"]: entry for entry in graph if entry["@type"] == "File"}
    assert files["corpus/source/a.txt"]["sha256"] == hashlib.sha256(TEXTS["a"].encode()).hexdigest()
    root = next(entry for entry in graph if entry["@id"] == "./")
    assert root["name"] == "Radwege" and {part["@id"] for part in root["hasPart"]} == set(files)


def test_a_changed_text_is_refused(made, tmp_path):
    import shutil

    shutil.copytree(made, tmp_path / "copy")
    (tmp_path / "copy/corpus/source/a.txt").write_text("Anders.", "utf-8")
    with pytest.raises(InputError, match="was changed"):
        Study(tmp_path / "copy").build()


@pytest.mark.parametrize(("content", "said"), [("x = [", "no TOML"), ("[options]\n", "names no")])
def test_damaged_sources(tmp_path, content, said):
    (tmp_path / "corpus/source").mkdir(parents=True)
    (tmp_path / "corpus/source/sources.toml").write_text(content, "utf-8")
    with pytest.raises(InputError, match=said):
        Study(tmp_path).build()


def test_nothing_half_made(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Der Plan ist gut.", "utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full/x").write_text("mine")
    with pytest.raises(OptionError, match="not empty"):
        new_study(tmp_path / "full", tmp_path / "a.txt")
    with pytest.raises(MissingFileError):
        new_study(tmp_path / "new", tmp_path / "nothing.txt")
    monkeypatch.setattr(Study, "reproduce", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        new_study(tmp_path / "new", tmp_path / "a.txt")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "full"]


def test_a_table_with_columns_of_other_names(tmp_path, monkeypatch):
    (tmp_path / "t.csv").write_text('nr,inhalt,outlet\n1,"Der Plan ist gut, sagte Anna Berg.",A\n', "utf-8")
    monkeypatch.setattr(Study, "reproduce", Study.build)
    study = new_study(tmp_path / "new", tmp_path / "t.csv", text_column="inhalt", id_column="nr")
    assert 'sl.read("../corpus/source", text_column="inhalt", id_column="nr")' in "".join(
        c.source for c in nbformat.read(tmp_path / "new/notebooks/01_corpus.ipynb", as_version=4).cells
    )
    assert study.root.is_dir() and "\n1," in (tmp_path / "new/corpus/built/documents.csv").read_text("utf-8")


def test_targets_are_things_and_not_people_or_days():
    text = "Der Präsident lobt den Radweg. " * 4 + "Am Montag sagte die Sprecherin in Berlin wenig. " * 4
    assert [line for line in proposed_targets(sl.from_text(text)).splitlines() if line.startswith("id")] == [
        'id = "radweg"'
    ]
    assert "example" in proposed_targets(sl.from_text("Ja."))


def test_a_notebook_is_one():
    content = nbformat.reads(notebook("%% md\n# A\n%% code\nx = 1\n"), as_version=4)
    nbformat.validate(content)
    assert [(c.cell_type, c.id) for c in content.cells] == [("markdown", "cell-0"), ("code", "cell-1")]


WRITTEN = (
    "README.md",
    "CITATION.cff",
    ".gitignore",
    "ro-crate-metadata.json",
    "corpus/targets.toml",
    "corpus/people.toml",
    "corpus/source/sources.toml",
)


@pytest.mark.parametrize("name", WRITTEN)
def test_what_a_file_of_a_new_study_says(made, name):
    text = re.sub(r"\b20\d\d-\d\d-\d\d\b", "DAY", (made / name).read_text("utf-8"))
    text = re.sub(r"\b\d+\.\d+\.\d+\b", "VERSION", text)
    text = re.sub(r"\b[0-9a-f]{64}\b", "HASH", text)  # of pictures, which differ a little between machines
    text = re.sub(r'"contentSize": "?\d+"?', '"contentSize": SIZE', text)
    held(f"study/{name.strip('.').replace('/', '-').replace('.', '-')}", text.replace(str(made.parent), "…"))


def test_the_notebooks_of_a_new_study(made):
    code = []
    for path in sorted((made / "notebooks").glob("*.ipynb")):
        book = nbformat.read(path, as_version=4)
        code += [f"# {path.name}", *(f"[{cell.cell_type}]\n{cell.source}" for cell in book.cells)]
    held("study/notebooks", "\n\n".join(code) + "\n")


def test_the_tables_of_a_new_study(made):
    tables = sorted((made / "corpus/built").glob("*.csv"))
    held("study/tables", "\n".join(f"# {path.name}\n{path.read_text('utf-8')}" for path in tables))
