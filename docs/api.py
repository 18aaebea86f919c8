"""Write docs/api.md, the page of all public names, from what the package exports: `python docs/api.py`."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import stimmlage as sl

PAGE = Path(__file__).with_name("api.md")
_GROUPS = (
    ("In", ("read", "from_text", "from_texts", "from_frame", "concat", "open", "write_people", "passages_of")),
    ("A corpus", ("Corpus", "StoredCorpus", "Measurement")),
    (
        "Measures",
        (
            "Sentiment",
            "Hedging",
            "Stance",
            "Target",
            "Subjectivity",
            "AuthorsView",
            "CommentLikeness",
            "Modality",
            "Concession",
            "Framing",
            "TextblobBaseline",
            "Measure",
            "Hit",
        ),
    ),
    ("Statistics", ("summarise", "compare", "agreement", "reliability", "unitizing_alpha", "statistics")),
    ("Display", ("charts", "figures", "readable_tables")),
)


def page() -> str:
    """Return the page: every public name in its group.

    Raises
    ------
    SystemExit
        If a public name stands in no group.
    """
    known = {name for _, names in _GROUPS for name in names}
    if missing := sorted(set(sl.__all__) - known - {"__version__"}):
        raise SystemExit(f"docs/api.py: {', '.join(missing)} stand in no group.")
    parts = ["# API reference", "Made by `docs/api.py` from what `import stimmlage as sl` gives.\n"]
    for title, names in _GROUPS:
        parts.append(f"## {title}\n")
        parts += [_entry(name) for name in names]
    return "\n".join(parts)


def _entry(name: str) -> str:
    thing = getattr(sl, name)
    if inspect.ismodule(thing):
        functions = [
            f
            for f in getattr(thing, "__all__", []) or [n for n in vars(thing) if n == "save"]
            if callable(getattr(thing, f))
        ]
        return "\n".join(_directive("autofunction", f"{getattr(thing, f).__module__}.{f}") for f in functions)
    kind = "autoclass" if inspect.isclass(thing) else "autofunction"
    options = [":members:"] if kind == "autoclass" else []
    if thing is sl.Corpus:
        options.append(":inherited-members:")  # the verbs of exploring
    return _directive(kind, f"{thing.__module__}.{thing.__qualname__}", options)


def _directive(kind: str, target: str, options: list[str] | None = None) -> str:
    lines = ["```{eval-rst}", f".. {kind}:: {target}", *(f"   {o}" for o in options or []), "```", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.exit(0)
