"""The languages we teach in."""

from typing import Literal, get_args

Language = Literal["en", "zh"]

LANGUAGES: tuple[Language, ...] = get_args(Language)


def other_language(language: Language) -> Language:
    """The one that `language` is not."""
    return next(other for other in LANGUAGES if other != language)


EVERY = "every"
"""The language of a file whose name has no language suffix: it serves them all."""
