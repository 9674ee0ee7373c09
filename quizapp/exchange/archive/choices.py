"""Choices made in the program, as far as they are the learner's and not one machine's."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from quizapp.config import Settings
from quizapp.study.opening import Desk

PORTABLE = (
    *("language", "interface", "theme", "new_per_day", "interview", "interview_decks", "reviews_per_day", "order"),
    *("grades", "day_starts_at", "suspend_leeches", "bundled", "keys"),
)
"""Settings that mean the same on every machine, and let nobody in. A new one is none of them until it stands here."""


def portable(choices: Mapping[str, Any]) -> dict[str, Any]:
    """Those choices that may go along."""
    return {key: choices[key] for key in PORTABLE if key in choices}


def to_choose(desk: Desk, choices: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Those that make sense and of which the learner has said nothing, neither in the program nor in the file."""
    for key, value in portable(choices).items():
        if desk.configured.origins[key] == "default" and value is not None:
            try:
                settings = Settings.model_validate({key: value})
            except ValidationError:
                continue
            yield key, settings.model_dump(mode="json")[key]
