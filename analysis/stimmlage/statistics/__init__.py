"""Estimates with intervals, comparison, agreement: functions on arrays, and tables on top of them."""

from stimmlage.statistics.contrasts import Contrast, compare_means, compare_net_rates, compare_rates
from stimmlage.statistics.means import mean
from stimmlage.statistics.rates import Estimate, rate

__all__ = ["Contrast", "Estimate", "compare_means", "compare_net_rates", "compare_rates", "mean", "rate"]
