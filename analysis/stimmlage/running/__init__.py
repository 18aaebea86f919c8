"""Many articles: local workers, resume, dask."""
