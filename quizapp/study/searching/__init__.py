"""The language of searches, and what in one nothing is called."""
