"""A value judged, how far off it may be, and what the log keeps of it."""
