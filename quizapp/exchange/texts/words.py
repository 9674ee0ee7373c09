"""The beginning of a text, for a report."""

from quizapp.visible import one_line

_FIRST_WORDS = 40
"""Characters."""


def first_words(text: str) -> str:
    """The beginning of a text on one line, by which a person finds it."""
    line = one_line(text[: 4 * _FIRST_WORDS])
    return line if len(line) <= _FIRST_WORDS else f"{line[: _FIRST_WORDS - 1].rstrip()}…"
