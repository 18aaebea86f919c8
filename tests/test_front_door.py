"""The public names are typed: a type checker knows them, and finds what is wrong with a user's file."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import stimmlage

RIGHT = """\
from pathlib import Path
import stimmlage as sl
corpus: sl.Corpus = sl.read(["a.txt", Path("b.txt")], text_column="body")
one: sl.Corpus = sl.from_text("Der Plan ist gut.", doc_id="plan")
number: int = len(corpus)
found: sl.Measurement = corpus.measure(sl.Hedging(per=1000), sl.Sentiment(), sl.Stance(targets=Path("t.toml")))
rows = corpus.summary(sl.Hedging(), by=["speaker"])["estimate"].tolist()
stored: sl.StoredCorpus = sl.open("tables")
page: str = one.show(language="en").html
axes = sl.charts.words(corpus.passages)
"""
WRONG = {
    "sl.Hedging(pre=3)": "Unexpected keyword",
    "sl.Hedgin()": 'no attribute "Hedgin"|has no attribute',
    "sl.read('x').nonsense()": 'has no attribute "nonsense"',
    "sl.read(5)": "incompatible type",
    "sl.from_text(['a'])": "incompatible type",
    "sl.from_text('a').measure('hedging')": "incompatible type",
    "sl.from_text('a').summary(sl.Hedging())": "Missing named argument|Missing named",
    "number: str = len(sl.read('x'))": "Incompatible types in assignment",
    "sl.Stance(targets=5)": "incompatible type",
    "sl.charts.word(None)": 'has no attribute "word"',
}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """What mypy says of the two files, as lines."""
    folder = tmp_path_factory.mktemp("user")
    (folder / "right.py").write_text(RIGHT, "utf-8")
    (folder / "wrong.py").write_text("import stimmlage as sl\n" + "\n".join(WRONG), "utf-8")
    package = Path(stimmlage.__file__).parents[1]
    config = folder / "mypy.ini"
    config.write_text(
        f"[mypy]\nmypy_path = {package}\nignore_missing_imports = True\ncache_dir = {folder}/cache\n", "utf-8"
    )
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--config-file",
        str(config),
        str(folder / "right.py"),
        str(folder / "wrong.py"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    return [line for line in done.stdout.splitlines() if line.startswith(("right.py", "wrong.py"))]


def test_ten_right_lines_are_right(complaints):
    assert [line for line in complaints if line.startswith("right.py")] == []


@pytest.mark.parametrize(("number", "line", "said"), [(n, *pair) for n, pair in enumerate(WRONG.items(), start=2)])
def test_a_wrong_line_is_found(complaints, number, line, said):
    own = [c for c in complaints if c.startswith(f"wrong.py:{number}:")]
    assert any(part in c for c in own for part in said.split("|")), (line, own)


def test_the_type_checker_sees_the_names_of_the_run():
    tree = ast.parse(Path(stimmlage.__file__).read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        (
            alias.asname or alias.name,
            node.module if alias.name not in ("charts", "figures", "statistics") else f"{node.module}.{alias.name}",
        )
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == {(name, f"stimmlage.{home}") for name, home in stimmlage._HOMES.items()}
    assert sorted(stimmlage.__all__) == sorted({*stimmlage._HOMES, "__version__"}) == dir(stimmlage)


@pytest.mark.parametrize("name", sorted(stimmlage._HOMES))
def test_each_name_is_there(name):
    assert getattr(stimmlage, name) is not None


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Hedgin'"):
        stimmlage.Hedgin  # noqa: B018
