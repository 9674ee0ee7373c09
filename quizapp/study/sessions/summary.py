"""What was done in a session, and what comes tomorrow: the closing screen."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import ANSWERS, What
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow
from quizapp.study.sessions.undoing import that_count


@dataclass(frozen=True)
class Summary:
    """A session's answers. `recalled` counts those graded 3 and better; `tomorrow` the cards due until then."""

    answers: int
    cards: int
    recalled: int
    grades: Mapping[Grade, int]
    milliseconds: int
    first_seen: int
    leeches: Sequence[str]
    tomorrow: int


def summary(collection: Collection, day: date, written: Mapping[str, str]) -> Summary:
    """What was answered in a session, and what comes on the day after `day`; undone answers do not count.

    `written` are the uuids of its rows, with their cards: what is answered meanwhile in another window or on another
    machine is none of it, though it is as late.
    """
    histories = {card: that_count(collection.history(card)) for card in {*written.values()}}
    rows = (row for history in histories.values() for row in history if row.entry.uuid in written)
    answers = [row for row in rows if row.entry.what in (What.ANSWER, What.PRACTICE)]
    grades = Counter(row.entry.grade for row in answers if row.entry.grade is not None)
    cards = {row.entry.card for row in answers}
    standings = {card: collection.standing(card) for card in cards}
    return Summary(
        answers=len(answers),
        cards=len(cards),
        recalled=sum(count for grade, count in grades.items() if grade.recalled),
        grades=grades,
        milliseconds=sum(row.milliseconds or 0 for row in answers),
        first_seen=sum(_first_seen(histories[card], written) for card in cards),
        leeches=sorted(card for card, standing in standings.items() if standing.leech),
        tomorrow=sum(collection.due_by_day(day + timedelta(days=1)).values()),
    )


def _first_seen(history: Sequence[LogRow], written: Container[str]) -> bool:
    first = next((row for row in history if row.entry.what in ANSWERS), None)
    return first is not None and first.entry.uuid in written
