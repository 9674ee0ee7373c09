"""Markdown, maths and Chinese line breaking for a terminal: the one place that decides how a card looks."""

from quizapp.render.breaking import fold
from quizapp.render.difference import difference
from quizapp.render.layout import lay_out
from quizapp.render.maths import unicode_maths
from quizapp.render.spans import Gaps, Line, Notation, Span, plain_text, width_of

__all__ = [
    "Gaps",
    "Line",
    "Notation",
    "Span",
    "difference",
    "fold",
    "lay_out",
    "plain_text",
    "unicode_maths",
    "width_of",
]
