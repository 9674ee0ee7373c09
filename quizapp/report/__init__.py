"""Figures told to people: sections of words and charts, the same on a screen, in a terminal and in a file."""
