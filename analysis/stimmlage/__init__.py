"""Stimmlage: who speaks in German news text, how surely, in what tone, and for or against what.

>>> import stimmlage as sl
>>> corpus = sl.from_text("Der Plan ist wohl gut. „Er ist schlecht“, sagte Anna Berg.")
>>> corpus.quotations[["type", "speaker"]].values.tolist()
[['direct', 'Anna Berg']]
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what a type checker and an editor see; at run time a name is looked up when first used
    from stimmlage import statistics
    from stimmlage.corpus import Corpus
    from stimmlage.display import charts, figures
    from stimmlage.display.readable import readable_tables
    from stimmlage.doors import concat, from_frame, from_text, from_texts, passages_of, read
    from stimmlage.exchange.people import write_people
    from stimmlage.exchange.stored import StoredCorpus, open
    from stimmlage.measured import Measurement
    from stimmlage.measures.authors_view import AuthorsView, CommentLikeness
    from stimmlage.measures.concession import Concession
    from stimmlage.measures.framing import Framing
    from stimmlage.measures.hedging import Hedging
    from stimmlage.measures.measure import Hit, Measure
    from stimmlage.measures.modality import Modality
    from stimmlage.measures.sentiment import Sentiment, TextblobBaseline
    from stimmlage.measures.stance.stance import Stance
    from stimmlage.measures.subjectivity import Subjectivity
    from stimmlage.measures.targets import Target
    from stimmlage.statistics.agreement import agreement
    from stimmlage.statistics.comparison import compare
    from stimmlage.statistics.reliability import reliability
    from stimmlage.statistics.summary import summarise
    from stimmlage.statistics.unitizing import unitizing_alpha

__version__ = "0.1.0"

# The same names for the run: the command line starts without pandas. A test compares the two.
_HOMES = {
    "Corpus": "corpus",
    "Measurement": "measured",
    "concat": "doors",
    "from_frame": "doors",
    "from_text": "doors",
    "from_texts": "doors",
    "passages_of": "doors",
    "read": "doors",
    "charts": "display.charts",
    "figures": "display.figures",
    "readable_tables": "display.readable",
    "write_people": "exchange.people",
    "StoredCorpus": "exchange.stored",
    "open": "exchange.stored",
    "AuthorsView": "measures.authors_view",
    "CommentLikeness": "measures.authors_view",
    "Concession": "measures.concession",
    "Framing": "measures.framing",
    "Hedging": "measures.hedging",
    "Hit": "measures.measure",
    "Measure": "measures.measure",
    "Modality": "measures.modality",
    "Sentiment": "measures.sentiment",
    "TextblobBaseline": "measures.sentiment",
    "Stance": "measures.stance.stance",
    "Target": "measures.targets",
    "Subjectivity": "measures.subjectivity",
    "agreement": "statistics.agreement",
    "compare": "statistics.comparison",
    "reliability": "statistics.reliability",
    "summarise": "statistics.summary",
    "unitizing_alpha": "statistics.unitizing",
    "statistics": "statistics",
}
__all__ = [
    "AuthorsView",
    "CommentLikeness",
    "Concession",
    "Corpus",
    "Framing",
    "Hedging",
    "Hit",
    "Measure",
    "Measurement",
    "Modality",
    "Sentiment",
    "Stance",
    "StoredCorpus",
    "Subjectivity",
    "Target",
    "TextblobBaseline",
    "__version__",
    "agreement",
    "charts",
    "compare",
    "concat",
    "figures",
    "from_frame",
    "from_text",
    "from_texts",
    "open",
    "passages_of",
    "read",
    "readable_tables",
    "reliability",
    "statistics",
    "summarise",
    "unitizing_alpha",
    "write_people",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'stimmlage' has no attribute {name!r}")
        module = importlib.import_module(f"stimmlage.{_HOMES[name]}")
        value = getattr(module, name, module)  # `charts` and `figures` are modules themselves
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
