"""Anki's text files, in and out."""
