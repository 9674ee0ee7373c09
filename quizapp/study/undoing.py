"""Undo: the last thing done today on this device, and what followed from it, taken back by rows of their own."""

from collections.abc import Sequence
from datetime import datetime

from quizapp.scheduling.log import Entry, What
from quizapp.store.values import LogRow
from quizapp.study.pen import Pen

BECAUSE = "because"
"""In what was answered: the uuid of the row from which this one followed by itself."""

SOURCE = "source"
"""In what was answered: the program from which the row was brought along. Nobody did that here today."""


def undo_rows(today: Sequence[LogRow], pen: Pen, now: datetime) -> tuple[Entry | None, list[LogRow]]:
    """The entry to take back and the rows that do so; None where nothing is left.

    `today` is the day's log, oldest first.
    """
    undone = {row.entry.undoes for row in today}
    standing = [
        row
        for row in today
        if row.device == pen.device
        and row.entry.what not in (What.UNDO, What.IMPORTED, What.LEARNED)
        and SOURCE not in row.answered
        and row.entry.uuid not in undone
    ]
    last = next((row for row in reversed(standing) if BECAUSE not in row.answered), None)
    if last is None:
        return None, []
    followed = [row for row in standing if row.answered.get(BECAUSE) == last.entry.uuid]
    taken = [row.entry for row in (*followed, last)]
    return last.entry, [pen.row(entry.card, What.UNDO, now, undoes=entry.uuid) for entry in taken]


def code_taken_back(rows: Sequence[LogRow]) -> str:
    """The code of an exercise's last answer, where that was undone; nothing otherwise.

    `rows` are the card's, oldest first.
    """
    undone = {row.entry.undoes for row in rows}
    last = next((row for row in reversed(rows) if "code" in row.answered), None)
    return str(last.answered["code"]) if last and last.entry.uuid in undone else ""
