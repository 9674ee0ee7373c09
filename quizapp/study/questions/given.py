"""What a row of the log says was answered, in a few words."""

from collections.abc import Mapping
from typing import Any

from quizapp.visible import visible

_LONGEST = 60


def in_words(answered: Mapping[str, Any]) -> str:
    """What was computed, and the mistake that it was: `9408 (no-bias)`; nothing of other answers. Safe to show.

    Another machine's row may hold anything: what is no value is passed over.
    """
    if "verdict" not in answered or answered.get("read") is None:
        return ""
    from quizapp.checks.texts.showing import shown
    from quizapp.checks.values import from_data

    try:
        value, mistake = shown(from_data(answered["read"])), answered.get("mistake")
    except ValueError:
        return ""
    told = visible(f"{value} ({mistake})" if mistake else value).replace("\n", " ")
    return told if len(told) <= _LONGEST else told[: _LONGEST - 1] + "…"
