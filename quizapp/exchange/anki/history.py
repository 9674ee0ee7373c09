"""What Anki remembers of a card: its answers, and when it comes again.

From Anki's source: rslib/src/scheduler/timing.rs for its days, rslib/src/storage/revlog/v2_upgrade.sql for the buttons
of its first scheduler, whose learning steps had three (Again, Good, Easy), rslib/src/revlog for the kinds of rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from quizapp.exchange.anki.collection import Answer, Card, Settings
from quizapp.exchange.notes import Past, PastAnswer
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import LEAST_EASINESS, LONGEST_INTERVAL, SECOND_INTERVAL

_NEW, _LEARNING, _REVIEW, _RELEARNING = range(4)
_SUSPENDED = -1
_FILTERED, _BY_HAND = 3, 4
"""A row of the log of a filtered deck: without a factor the card was not rescheduled. From 4 on a row is no answer: it
was rescheduled by hand."""

_GRADES = {1: Grade.AGAIN, 2: Grade.HARD, 3: Grade.GOOD, 4: Grade.EASY}
_DAY = 86_400
_INSTANT = 1_000_000_000
"""A due number from here on is an instant in seconds, below a day."""

_LAST_DAY, _LAST_SECOND = 2_900_000, 253_000_000_000
_EASINESS, _MOST_EASINESS = 250, 2_000
_MOST_COUNTED = 10_000


@dataclass(slots=True)
class Calendar:
    """Days as the collection counts them, from its creation on."""

    settings: Settings
    as_of: datetime | None

    def day(self, number: int) -> date | None:
        """The date of the collection's day `number`, which lies before it where negative; None for no such date."""
        if not -_LAST_DAY <= number <= _LAST_DAY or not 0 < self.settings.created <= _LAST_SECOND:
            return None
        try:
            return self._local(self.settings.created).date() + timedelta(days=number)
        except OverflowError:
            return None

    def day_of(self, seconds: int) -> date | None:
        """The learner's day to which an instant belongs; it begins at the rollover's hour."""
        if not 0 < seconds <= _LAST_SECOND:
            return None
        return (
            self._local(seconds) - timedelta(hours=4 if self.settings.rollover is None else self.settings.rollover)
        ).date()

    @property
    def today(self) -> date | None:
        """The day on which the collection was last used."""
        return self.day_of(int(self.as_of.timestamp())) if self.as_of else None

    def _local(self, seconds: int) -> datetime:
        return datetime.fromtimestamp(seconds, UTC) - timedelta(minutes=self._minutes_west())

    def _minutes_west(self) -> int:
        """The zone in which the collection was made; old ones do not say it, but began at 04:00 there."""
        if self.settings.minutes_west is not None:
            return self.settings.minutes_west
        east = (4 * 3600 - self.settings.created + _DAY // 2) % _DAY - _DAY // 2
        return -(east // 60)


def calendar_of(settings: Settings, logs: Iterable[list[Answer]]) -> Calendar:
    """The days of a collection that was last used at its last change or its last answer, whichever is later."""
    last = max((log[-1].id for log in logs if log), default=0)
    return Calendar(settings, _instant(max(settings.changed, last)))


def past_of(card: Card, log: Iterable[Answer], calendar: Calendar) -> tuple[Past, int]:
    """A card's past, and how many rows of its log are no answers."""
    rows = list(log)
    answers = tuple(answer for row in rows if (answer := _answer(row, calendar.settings.scheduler)) is not None)
    forgotten = card.type == _NEW and not all(answer.practice for answer in answers)
    memory, suspended = Memory() if forgotten else _memory(card, calendar), card.queue == _SUSPENDED
    left_out = len(rows) - len(answers)
    return Past(answers, memory, suspended, _last_change(card, answers, calendar)), left_out


def _last_change(card: Card, answers: Iterable[PastAnswer], calendar: Calendar) -> datetime | None:
    """The end of the second in which the card's row was last changed, and later than its last answer.

    Of a card whose row does not say it the collection's last change stands for it.
    """
    changed = (_instant(1000 * card.changed + 999) if card.changed else None) or calendar.as_of
    later = (answer.at + timedelta(milliseconds=1) for answer in answers)
    return max((at for at in (changed, *later) if at), default=None)


def _answer(row: Answer, scheduler: int) -> PastAnswer | None:
    ease = row.ease + (scheduler < 2 and row.type in (0, 2) and row.ease in (2, 3))
    at = _instant(row.id)
    if row.type >= _BY_HAND or ease not in _GRADES or at is None:
        return None
    practice = row.type == _FILTERED and row.factor == 0
    return PastAnswer(str(row.id), at, _GRADES[ease], max(0, row.milliseconds), practice)


def _instant(milliseconds: int) -> datetime | None:
    if not 0 < milliseconds <= _LAST_SECOND * 1000:
        return None
    return datetime.fromtimestamp(milliseconds // 1000, UTC) + timedelta(milliseconds=milliseconds % 1000)


def _memory(card: Card, calendar: Calendar) -> Memory | None:
    if card.type not in (_LEARNING, _REVIEW, _RELEARNING):
        return None
    number = card.original_due if card.original_deck and card.original_due else card.due
    due = calendar.day_of(number) if number >= _INSTANT else calendar.day(number)
    easiness = min(_MOST_EASINESS, max(LEAST_EASINESS, round(card.factor / 10))) if card.factor > 0 else _EASINESS
    lapses = min(max(0, card.lapses), _MOST_COUNTED)
    if card.type != _REVIEW:
        return Memory(due or calendar.today, 0, easiness, 0, lapses)
    if due is None:
        return None
    interval = min(max(1, card.interval), LONGEST_INTERVAL)
    counted = min(max(2, card.reps - card.lapses), _MOST_COUNTED)
    return Memory(due, interval, easiness, counted if interval >= SECOND_INTERVAL else 1, lapses)
