"""Executed notebooks as pages: pictures inside, no script, nothing fetched; and the page that leads to them."""

import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from stimmlage.executed import as_page, index_page, title_of
from stimmlage.study import Study

ROOT = Path(__file__).parents[1]
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def executed():
    output = new_output("display_data", data={"image/png": PIXEL, "text/plain": "a figure"})
    html = new_output("display_data", data={"text/html": "<script>alert(1)</script><b>42</b>", "text/plain": "42"})
    cells = [
        new_markdown_cell("# 1 · A *title*\n\nWhat `came` in, see [the next](02_next.ipynb). More."),
        new_code_cell("x = 1", outputs=[output, html], execution_count=1),
    ]
    return new_notebook(cells=cells)


def test_a_page_needs_nothing_else():
    page = as_page(executed())
    assert "<script" not in page.lower() and f"data:image/png;base64,{PIXEL}" in page and "<b>42</b>" in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page) and "@import" not in page
    assert "default-src 'none'" in page.partition("<style")[0] and 'href="02_next.html"' in page


@pytest.mark.parametrize(
    ("text", "title", "says"),
    [
        ("# 1 · A\n\nWhat `came` in, see [b](b.ipynb). More.", "1 · A", "What came in, see b."),
        ("# A\n## B\n\nText.", "A", ""),
        ("plain", "plain", ""),
    ],
)
def test_title_and_first_sentence(text, title, says):
    found = title_of(new_notebook(cells=[new_markdown_cell(text)]))
    assert found[0] == title and (found[1] == says or not says)


def test_the_index_escapes_and_leads_to_each():
    page = index_page([("The <study>", [(Path("a/b.html"), "A & B", "What?")]), ("Lessons", [])])
    assert 'href="a/b.html"' in page and "A &amp; B" in page and "&lt;study&gt;" in page and "Lessons" not in page


def test_every_notebook_and_lesson_of_the_study_has_its_page(tmp_path):
    (tmp_path / "corpus/source").mkdir(parents=True)
    (tmp_path / "corpus/source/sources.toml").write_text("source = []\n")
    for name in ("01_a", "teaching/01_l"):
        for folder in ("notebooks", "build/notebooks"):
            (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(executed(), tmp_path / folder / f"{name}.ipynb")
    Study(tmp_path).publish()
    index = (tmp_path / "build/html/index.html").read_text("utf-8")
    for name in ("01_a.html", "teaching/01_l.html"):
        assert (tmp_path / "build/html" / name).is_file() and name in index


def test_the_start_page_leads_to_every_notebook():
    start = (ROOT / "notebooks/00_start.ipynb").read_text("utf-8")
    for path in Study(ROOT).notebooks[1:]:
        assert f"({path.name})" in start


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_page_says_its_language(language):
    assert f'<html lang="{language}"' in as_page(executed(), language)
