"""What comes on a day, in which order, and what is told of it before a session begins."""
