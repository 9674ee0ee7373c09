"""Notes of the Obsidian plugin Spaced Repetition, read as cards and written again."""

from quizapp.exchange.obsidian.reading import notes_of, read

__all__ = ["notes_of", "read"]
