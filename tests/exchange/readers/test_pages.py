"""Saved web pages: the article alone."""

import pytest
from tests import samples as make
from tests.samples import BODY, TITLE

from stimmlage.errors import InputError
from stimmlage.exchange.readers.pages import html


def article(tmp_path, content):
    path = tmp_path / "a.html"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = html(path)
    return found


def test_the_article_without_what_is_around_it(tmp_path):
    found = article(tmp_path, make.page(make.article_html()))
    assert found.title == TITLE and all(paragraph in found.text for paragraph in BODY)


@pytest.mark.parametrize("content", ["", "   ", "<html></html>", "<html><body><p>kurz</p></body></html>"])
def test_a_page_without_an_article_is_told(tmp_path, content):
    with pytest.raises(InputError) as error:
        article(tmp_path, content)
    assert "\n" not in str(error.value)


def test_another_encoding(tmp_path):
    found = article(tmp_path, make.page(make.article_html()).replace("utf-8", "windows-1252").encode("cp1252"))
    assert all(paragraph in found.text for paragraph in BODY)
