"""Tables in a notebook: text columns at the left, numbers at the right."""

import re
import subprocess
import sys

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.display.readable import as_html
from stimmlage.errors import OptionError

FRAME = pd.DataFrame({"n": [1, 2], "text": ["Der <b>Plan</b>.", "Gut."], "share": [0.5, 0.25], "kind": ["a", "b"]})


def left(page):
    return sorted({int(n) for n in re.findall(r"td:nth-of-type\((\d+)\)", page)})


def test_only_columns_of_text_are_at_the_left():
    assert left(as_html(FRAME)) == [2, 4]
    assert left(as_html(FRAME[["n", "share"]])) == []


def test_text_is_escaped_and_nothing_is_lost():
    page = as_html(FRAME)
    assert "&lt;b&gt;Plan&lt;/b&gt;" in page and page.count("<tr") == 3


def test_two_tables_do_not_style_each_other():
    first, second = (re.search(r"readable-\d+", as_html(FRAME))[0] for _ in range(2))
    assert first != second


def test_many_columns_say_how_many_are_not_shown():
    wide = pd.DataFrame([range(30)])
    with pd.option_context("display.max_columns", 20):
        page = as_html(wide)
    assert "10 more columns" in page and page.count("<td") == 20


def test_columns_of_the_same_name_and_several_levels_are_shown():
    twice = pd.DataFrame([["a", 1]], columns=["x", "x"], index=pd.MultiIndex.from_tuples([("u", "v")]))
    page = as_html(twice)
    assert left(page) == [1] and "thead th:nth-of-type(3)" in page


@pytest.mark.parametrize("options", [{"max_rows": 0}, {"longest": -1}])
def test_numbers_are_positive(options):
    with pytest.raises(OptionError, match="positive"):
        sl.readable_tables(**options)


def test_in_ipython_frames_are_shown_so():
    code = (
        "import pandas as pd, stimmlage as sl; sl.readable_tables(longest=77)\n"
        "get_ipython().display_formatter.formatters['text/html'].enabled = True\n"
        "shown = get_ipython().display_formatter.format(pd.DataFrame({'t': ['x']}))[0]['text/html']\n"
        "print('text-align:left !important' in shown, pd.get_option('display.max_colwidth'))"
    )
    command = [sys.executable, "-m", "IPython", "--no-banner", "--colors=NoColor", "-c", code]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "True 77" in ran.stdout, ran.stderr
