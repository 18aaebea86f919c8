"""The few marks of tasks as HTML; everything else is escaped."""

import pytest

from stimmlage.teaching.markdown import as_html, as_plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Das ist *wohl* **so**.", "Das ist <em>wohl</em> <strong>so</strong>."),
        ("a `b` c", "a <code>b</code> c"),
        ("<script>x</script> & y", "&lt;script&gt;x&lt;/script&gt; &amp; y"),
        ("eins\n\n  zwei", "eins<br><br>zwei"),
        ("3 * 4", "3 * 4"),
    ],
)
def test_html(text, shown):
    assert as_html(text) == shown


def test_plain():
    assert as_plain("die Form *seien* und **sei**") == "die Form „seien“ und „sei“"
