"""Card files, read into the tables."""
