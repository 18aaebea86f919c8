"""The few marks of Markdown that tasks use, as HTML; everything else is escaped."""

from __future__ import annotations

import html
import re


def as_html(text: str) -> str:
    """Return a text with its emphases and paragraphs as HTML.

    Examples
    --------
    >>> as_html("Das ist *wohl* **so** & `nicht` anders.")
    'Das ist <em>wohl</em> <strong>so</strong> &amp; <code>nicht</code> anders.'
    >>> as_html("<b>a</b>\\n\\nb")
    '&lt;b&gt;a&lt;/b&gt;<br><br>b'
    """
    plain = html.escape(text.strip(), quote=False)
    plain = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", plain)
    plain = re.sub(r"\*(.+?)\*", r"<em>\1</em>", plain)
    plain = re.sub(r"`(.+?)`", r"<code>\1</code>", plain)
    return re.sub(r"\s*\n\s*\n\s*", "<br><br>", plain)


def as_plain(text: str) -> str:
    """Return a text without its marks, for places that show none.

    Examples
    --------
    >>> as_plain("die Form *seien*")
    'die Form „seien“'
    """
    return re.sub(r"\*+([^*]+)\*+", "„\\1“", text)
