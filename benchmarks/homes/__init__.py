"""Collections to measure with."""
