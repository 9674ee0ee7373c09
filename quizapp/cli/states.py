"""The state of a card as JSON has it."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizapp.scheduling.fold import Standing


def state_as_data(standing: "Standing | None", today: date) -> Mapping[str, Any]:
    """Easiness as a number, due as a date or null, interval in days."""
    from quizapp.study.states import state_of

    memory = standing.memory if standing else None
    return {
        "state": state_of(standing, today),
        "leech": bool(standing and standing.leech),
        "due": memory.due.isoformat() if memory and memory.due else None,
        "interval": memory.interval if memory else 0,
        "easiness": memory.easiness / 100 if memory else 2.5,
        "repetitions": memory.repetitions if memory else 0,
        "lapses": memory.lapses if memory else 0,
    }
