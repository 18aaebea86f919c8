"""Executed notebooks as pages that need nothing else, and a page that leads to them."""

from __future__ import annotations

import copy
import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    'img-src data:; font-src data:">'
)
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
_NOTEBOOK = re.compile(r'href="([\w./-]+)\.ipynb"')
_STYLE = (
    "body{font:1rem/1.6 system-ui,'DejaVu Sans',sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
    "li{margin:.4rem 0}h1{font-family:Georgia,'DejaVu Serif',serif}"
)


def as_page(notebook: Any, language: str = "en") -> str:
    """Return an executed notebook as one HTML page: pictures inside, no script, nothing fetched.

    Code that the notebook hides stays hidden; what needs a running notebook shows as the text that stands for it.
    """
    from nbconvert import HTMLExporter

    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        embed_images=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        mathjax_url="",
        require_js_url="",
        jquery_url="",
    )
    page, _ = exporter.from_notebook_node(_still(notebook))
    if language == "de":
        page = page.replace('<html lang="en"', '<html lang="de"', 1)
    page = _NOTEBOOK.sub(r'href="\1.html"', _SCRIPT.sub("", page))
    return page.replace("<head>", f"<head>{_POLICY}", 1)


def _still(notebook: Any) -> Any:
    """Return a copy without the source of hidden cells, and with texts in the place of what only runs in a kernel."""
    copied = copy.deepcopy(notebook)
    for cell in copied.cells:
        if cell.cell_type != "code":
            continue
        if cell.metadata.get("jupyter", {}).get("source_hidden"):
            cell.metadata["transient"] = {"remove_source": True}
        for output in cell.outputs:
            if "text/html" in output.get("data", {}):
                output.data.pop("application/vnd.jupyter.widget-view+json", None)
    copied.metadata.pop("widgets", None)
    return copied


def title_of(notebook: Any) -> tuple[str, str]:
    """Return the title of a notebook and the first sentence below it.

    Examples
    --------
    >>> title_of({"cells": [{"cell_type": "markdown", "source": "# 1 · A\\n\\nWhat came in. More."}]})
    ('1 · A', 'What came in.')
    """
    text = next(("".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "markdown"), "")
    head, _, rest = text.partition("\n")
    plain = re.sub(r"[*_`]|\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(rest.split("\n## ")[0].split()))
    first = re.match(r".+?[.!?](?=\s|$)", plain)
    return head.lstrip("# ").strip(), first.group() if first else plain[:160]


def index_page(groups: Sequence[tuple[str, Sequence[tuple[Path, str, str]]]]) -> str:
    """Return a page that leads to others: groups with a heading, each of `(path, title, first sentence)`."""
    parts = []
    for heading, entries in groups:
        rows = "".join(
            f'<li><a href="{html.escape(path.as_posix())}">{html.escape(title)}</a><br>{html.escape(says)}</li>'
            for path, title, says in entries
        )
        parts.append(f"<h2>{html.escape(heading)}</h2><ol>{rows}</ol>" if rows else "")
    return (
        f'<!DOCTYPE html><html lang="en"><head>{_POLICY}<meta charset="utf-8"><title>Stimmlage</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        "<h1>Stimmlage</h1><p>The executed notebooks, with their figures and tables. They need only a browser.</p>"
        f"{''.join(parts)}</body></html>\n"
    )
