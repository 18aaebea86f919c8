"""The charts: each takes a tidy table and returns the axes it drew on, or seaborn's grid where it facets.

They draw with seaborn's functions in the style, palette and context that are set:

>>> import pandas as pd
>>> table = pd.DataFrame({"speaker": ["author", "Anna Berg"], "section": ["", ""], "n_words": [30, 12]})
>>> words(table).get_yticklabels()[1].get_text()
'Anna Berg'
>>> words(table.assign(outlet=["A", "B"]), col="outlet").axes.shape
(1, 2)
"""

from stimmlage.display.counting import hedging, profile, sentiment
from stimmlage.display.estimates import estimates, trend
from stimmlage.display.exploring import dispersion, frequencies, keywords, voices
from stimmlage.display.labels import language
from stimmlage.display.positions import framing, network, stance
from stimmlage.display.speaking import shares, timeline, words

__all__ = [
    "dispersion",
    "estimates",
    "framing",
    "frequencies",
    "hedging",
    "keywords",
    "language",
    "network",
    "profile",
    "sentiment",
    "shares",
    "stance",
    "timeline",
    "trend",
    "voices",
    "words",
]
