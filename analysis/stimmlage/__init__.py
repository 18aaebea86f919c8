"""Stimmlage: who speaks in German news text, how surely, in what tone, and for or against what.

>>> import stimmlage as sl
>>> corpus = sl.from_text("Der Plan ist wohl gut. „Er ist schlecht“, sagte Anna Berg.")
>>> corpus.quotations[["type", "speaker"]].values.tolist()
[['direct', 'Anna Berg']]
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

# Names are looked up when first used, so that the command line starts without pandas.
_HOMES = {
    "Corpus": "corpus", "Measurement": "corpus", "read": "corpus", "from_text": "corpus",
    "passages_of": "corpus",
    "open": "exchange.stored",
    "Sentiment": "measures.sentiment", "TextblobBaseline": "measures.sentiment",
    "Hedging": "measures.hedging", "Stance": "measures.stance.stance", "Subjectivity": "measures.subjectivity",
    "Measure": "measures.measure", "Hit": "measures.measure",
    "summarise": "statistics.summary", "compare": "statistics.comparison",
    "agreement": "statistics.agreement",
    "charts": "display.charts", "figures": "display.figures",
}
__all__ = ["__version__", *sorted(_HOMES)]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'stimmlage' has no attribute {name!r}")
    module = importlib.import_module(f"stimmlage.{_HOMES[name]}")
    value = getattr(module, name, module)  # `charts` and `figures` are modules themselves
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
