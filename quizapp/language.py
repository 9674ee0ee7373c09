"""The languages we teach in."""

from typing import Literal, get_args

Language = Literal["en", "zh"]

LANGUAGES: tuple[Language, ...] = get_args(Language)

EVERY = "every"
"""The language of a file whose name has no language suffix: it serves them all."""
