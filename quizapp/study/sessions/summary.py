"""What was done in a session, and what comes tomorrow: the closing screen."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

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


def summary(collection: Collection, day: date, since: datetime) -> Summary:
    """What was answered from `since` on, and what comes on the day after `day`; undone answers do not count.

    A session may go on over the hour at which the learner's day begins: its answers are of two days then.
    """
    answers = [row for row in that_count(collection.since(since)) if row.entry.what in (What.ANSWER, What.PRACTICE)]
    grades = Counter(row.entry.grade for row in answers if row.entry.grade is not None)
    cards = {row.entry.card for row in answers}
    standings = {card: collection.standing(card) for card in cards}
    return Summary(
        answers=len(answers),
        cards=len(cards),
        recalled=sum(count for grade, count in grades.items() if grade.recalled),
        grades=grades,
        milliseconds=sum(row.milliseconds or 0 for row in answers),
        first_seen=sum(_first_seen(collection.history(card), since) for card in cards),
        leeches=sorted(card for card, standing in standings.items() if standing.leech),
        tomorrow=sum(collection.due_by_day(day + timedelta(days=1)).values()),
    )


def _first_seen(history: Sequence[LogRow], since: datetime) -> bool:
    first = next((row for row in that_count(history) if row.entry.what in ANSWERS), None)
    return first is not None and first.entry.at >= since
