"""One file for each format of files that hold articles: each yields the articles of a file."""
