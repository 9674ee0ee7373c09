"""A review session: which cards it is about, its answers, what is taken back, and what is told at its end."""
