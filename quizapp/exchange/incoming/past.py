"""What another program knows of a card's past, as rows of the log: the same past gives the same rows."""

from collections.abc import Iterator
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from quizapp.cards.backwards import BACKWARDS
from quizapp.exchange.notes import Note, Past, PastAnswer
from quizapp.scheduling.log import Entry, What
from quizapp.store.values import LogRow
from quizapp.study.pen import Pen
from quizapp.study.sessions.undoing import SOURCE

_OURS = uuid5(NAMESPACE_URL, "quizapp:import")


def rows_of(note: Note, card: str, source: str, pen: Pen, now: datetime) -> Iterator[LogRow]:
    """The rows of a card and its reverse side; `source` is the format. None where the source knew of no past.

    A schedule is never of a later instant than `now`: it would outlast what is answered here. A card that is not
    suspended there is said to be resumed: whether that is news the log knows.
    """
    yield from _rows(note.past, card, source, pen, now)
    if note.draft.kind == "reverse":
        yield from _rows(note.backwards, card + BACKWARDS, source, pen, now)


def _rows(past: Past, card: str, source: str, pen: Pen, now: datetime) -> Iterator[LogRow]:
    for answer in past.answers:
        yield _answer(answer, card, source, pen)
    if past.as_of is None:
        return
    at = min(past.as_of, now)
    if past.memory is not None and past.memory.due is None:
        # Named by its answers, not by its instant: a card that changed there otherwise is not made new once more.
        name = f"{source}|{card}|reset|{past.answers[-1].key if past.answers else ''}"
        yield LogRow(Entry(_uuid(name), card, at, pen.day(at), What.RESET), None, {SOURCE: source}, pen.device)
    elif past.memory is not None:
        name = f"{source}|{card}|learned|{tuple(past.memory)}|{past.as_of.isoformat()}"
        entry = Entry(_uuid(name), card, at, pen.day(at), What.LEARNED, memory=past.memory)
        yield LogRow(entry, None, {SOURCE: source}, pen.device)
    what = What.SUSPEND if past.suspended else What.RESUME
    name = f"{source}|{card}|{'suspended' if past.suspended else 'resumed'}|{past.as_of.isoformat()}"
    yield LogRow(Entry(_uuid(name), card, at, pen.day(at), what), None, {SOURCE: source}, pen.device)


def _answer(answer: PastAnswer, card: str, source: str, pen: Pen) -> LogRow:
    uuid = _uuid(f"{source}|{card}|answer|{answer.key}")
    what = What.PRACTICE if answer.practice else What.IMPORTED
    entry = Entry(uuid, card, answer.at, pen.day(answer.at), what, answer.grade)
    return LogRow(entry, answer.milliseconds, {SOURCE: source}, pen.device)


def _uuid(name: str) -> str:
    return str(uuid5(_OURS, name))
