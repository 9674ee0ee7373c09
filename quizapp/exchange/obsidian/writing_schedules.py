"""Schedules as comments of the plugin, which `quizapp.exchange.obsidian.schedules` reads as the same.

From the plugin's source (notes.ts, rep-item-schedule-info-osr.ts): a part for each sibling, `!` with due date, interval
in days and ease in hundredths; a sibling without a schedule has a date of its own, and a card without one no comment.
"""

from collections.abc import Sequence

from quizapp.exchange.notes import Past
from quizapp.scheduling.memory import Memory

_NEW = "!2000-01-01,1,250"


def comment_of(pasts: Sequence[Past]) -> str:
    """The comment with the schedules of a note's cards, in their order; empty where none has any."""
    parts = [_part(past.memory) for past in pasts]
    return f"<!--SR:{''.join(parts)}-->" if any(part != _NEW for part in parts) else ""


def _part(memory: Memory | None) -> str:
    if memory is None or memory.due is None:
        return _NEW
    return f"!{memory.due.isoformat()},{memory.interval},{memory.easiness}"
