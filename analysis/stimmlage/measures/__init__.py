"""The measures: sentiment, hedging, stance. Evidence first, scores from it."""
