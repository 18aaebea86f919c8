"""Files in and out: readers and writers by format, tables, stored corpora."""
