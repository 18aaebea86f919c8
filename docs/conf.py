"""Sphinx: the documentation from the pages and the docstrings, without network; warnings are errors (`make docs`)."""

from __future__ import annotations

import stimmlage

project = "Stimmlage"
author = "The makers of Stimmlage"
version = release = stimmlage.__version__
html_title = f"Stimmlage {version}"

extensions = ["sphinx.ext.autodoc", "sphinx.ext.mathjax", "numpydoc", "myst_parser"]
root_doc = "index"
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {
    "page_width": "1100px",
    "sidebar_width": "250px",
    "description": "Who speaks, how surely, in what tone",
}
mathjax_path = "mathjax-is-not-fetched.js"  # formulas stay as they are written: no page asks the network for anything
html_show_sourcelink = False
html_show_sphinx = False

autodoc_typehints = "none"  # the docstrings name the types in words
numpydoc_show_class_members = False
numpydoc_class_members_toctree = False
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # links out of docs/, to files of the repository
