"""The charts: each takes a tidy table and returns the axes it drew on.

>>> import pandas as pd
>>> table = pd.DataFrame({"speaker": ["author", "Anna Berg"], "section": ["", ""], "n_words": [30, 12]})
>>> words(table).get_yticklabels()[1].get_text()
'Anna Berg'
"""

from stimmlage.display.estimates import hedging, sentiment
from stimmlage.display.labels import language
from stimmlage.display.positions import framing, stance
from stimmlage.display.speaking import timeline, words

__all__ = ["framing", "hedging", "language", "sentiment", "stance", "timeline", "words"]
