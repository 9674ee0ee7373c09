"""The languages we teach in."""

from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["en", "zh"]

LANGUAGES: tuple[Language, ...] = get_args(Language)


def other_language(language: Language) -> Language:
    """The one that `language` is not."""
    return next(other for other in LANGUAGES if other != language)


EVERY = "every"
"""The language of a file whose name has no language suffix: it serves them all."""


def in_language(texts: Mapping[str, str], wanted: str, otherwise: str = "") -> str:
    """The text in the wanted language, else in every or any language, else `otherwise`."""
    for language in (wanted, EVERY, *texts):
        if texts.get(language):
            return texts[language]
    return otherwise
