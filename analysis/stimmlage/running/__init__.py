"""Many articles: local workers, resume, dask."""

from stimmlage.running.running import Report, run

__all__ = ["Report", "run"]
