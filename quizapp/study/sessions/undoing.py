"""Undo: the last thing done today on this device, and what followed from it, taken back by rows of their own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizapp.scheduling.fold import effective
from quizapp.scheduling.log import What
from quizapp.store.values import LogRow
from quizapp.study.pen import Pen

BECAUSE = "because"
"""In what was answered: the uuid of the row from which this one followed by itself."""

TOGETHER = "together"
"""In what was answered: the uuid of the first row of a decision about cards, one or many, outside a session."""

SOURCE = "source"
"""In what was answered: the program from which the row was brought along. Nobody did that here today."""


_LAST = 3
"""Rows that are read at first: an answer has one, and one may follow from it."""


@dataclass(frozen=True)
class Undone:
    """What was undone: the card, and what had been done with it.

    `decided` counts the cards of a decision outside a session, `card` is one of them; 0 for what was done in a session.
    """

    card: str
    what: What
    decided: int = 0

    @property
    def answered(self) -> bool:
        """True for an answer, which is to be given anew."""
        return self.what in (What.ANSWER, What.PRACTICE)


def undo_rows(
    deeds: Callable[[int | None], Sequence[LogRow]], pen: Pen, now: datetime
) -> tuple[Undone | None, list[LogRow]]:
    """What to take back and the rows that do so; None where nothing is left.

    `deeds` gives the last of the day's rows that may be taken back and were not, so many or all, oldest first.
    """
    rows = _here(deeds(_LAST))
    last = _begun_last(rows)
    if last is None or TOGETHER in last.answered:  # what goes together may reach further back
        rows = _here(deeds(None))
        last = _begun_last(rows)
    if last is None:
        return None, []
    taken = [row for row in rows if _one_deed(row, last)]
    decided = len(taken) if TOGETHER in last.answered else 0
    undos = [pen.row(row.entry.card, What.UNDO, now, undoes=row.entry.uuid) for row in taken]
    return Undone(last.entry.card, last.entry.what, decided), undos


def _here(rows: Iterable[LogRow]) -> list[LogRow]:
    return [row for row in rows if SOURCE not in row.answered]


def _begun_last(rows: Sequence[LogRow]) -> LogRow | None:
    """The last row that does not follow from another."""
    return next((row for row in reversed(rows) if BECAUSE not in row.answered), None)


def _one_deed(row: LogRow, last: LogRow) -> bool:
    """True for the last row itself, for what followed from it, and for what was decided together with it."""
    return (
        row is last
        or row.answered.get(BECAUSE) == last.entry.uuid
        or (TOGETHER in row.answered and row.answered[TOGETHER] == last.answered.get(TOGETHER))
    )


def together(rows: Sequence[LogRow]) -> list[LogRow]:
    """Rows of one decision, so that they are undone together."""
    return [row._replace(answered={**row.answered, TOGETHER: rows[0].entry.uuid}) for row in rows]


def that_count(rows: Iterable[LogRow]) -> list[LogRow]:
    """The rows that count, in their order: see `fold.effective`."""
    by_uuid = {row.entry.uuid: row for row in rows}
    return [by_uuid[entry.uuid] for entry in effective(row.entry for row in by_uuid.values())]


def code_taken_back(rows: Sequence[LogRow]) -> str:
    """The code of an exercise's last answer, where that was undone; nothing otherwise.

    `rows` are the card's, oldest first.
    """
    undone = {row.entry.undoes for row in rows}
    last = next((row for row in reversed(rows) if "code" in row.answered), None)
    return str(last.answered["code"]) if last and last.entry.uuid in undone else ""
