"""Markdown, maths and Chinese line breaking for a terminal: the one place that decides how a card looks.

What reads Markdown is imported with the first text that is laid out: home is on the screen before that.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from quizapp.render.breaking import fold
from quizapp.render.spans import Gaps, Line, Notation, Span, plain_text, width_of

if TYPE_CHECKING:
    from quizapp.render.difference import difference
    from quizapp.render.layout import lay_out
    from quizapp.render.maths import unicode_maths

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
_LATER = {"difference": "difference", "lay_out": "layout", "unicode_maths": "maths"}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = found
    return found
