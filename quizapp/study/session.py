"""A review session: one card after the other, each answer on disk before the next card is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quizapp.cards.models import Card
from quizapp.config import Settings
from quizapp.scheduling.fold import LEECH_LAPSES, Standing
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.store.collection import Collection
from quizapp.store.values import Waiting
from quizapp.study.pen import Pen
from quizapp.study.queue import Plan, Queue, Room, plan
from quizapp.study.undoing import BECAUSE, undo_rows

MORE = 10


@dataclass(frozen=True)
class Scope:
    """Which cards a session is about. `cram` practises all of them and leaves the schedule alone."""

    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    limit: int | None = None
    cram: bool = False


@dataclass(frozen=True)
class Answered:
    """What an answer did. `leech` is True if the card became one just now."""

    card: str
    grade: Grade
    memory: Memory
    leech: bool = False


@dataclass(frozen=True)
class Undone:
    """What was undone: the card, and what had been done with it."""

    card: str
    what: What


class Session:
    """Cards of a scope, on the learner's day of `now`. `card` is the one to show; None when all are done."""

    def __init__(self, collection: Collection, settings: Settings, scope: Scope, now: datetime) -> None:
        self._collection = collection
        self._settings = settings
        self.pen = Pen(collection.device, settings.day_starts_at)
        self.scope = scope
        self.started = now
        self.done = 0
        today = self._plan(now)
        self.waiting = (*today.ahead, *today.again)
        self._queue = Queue(today)
        self.card: Card | None = None
        self.standing = Standing(collection.scheduler.first())
        self.turn = 0
        self._take(now)

    @property
    def topic_titles(self) -> Mapping[str, str]:
        """The titles of the topic of the card shown, by language."""
        topic = None if self.card is None else self._collection.topic(self.card.topic)
        return topic.titles if topic else {}

    @property
    def left(self) -> int:
        """How many cards are still to come, the one shown included."""
        return len(self._queue) + (self.card is not None)

    def next_memories(self, now: datetime) -> dict[Grade, Memory]:
        """What each grade would do to the card shown."""
        day = self.pen.day(now)
        scheduler = self._collection.scheduler
        return {grade: scheduler.next(self.standing.memory, grade, day) for grade in self._settings.grades.grades}

    def answer(
        self, grade: Grade, now: datetime, milliseconds: int, given: Mapping[str, Any] | None = None
    ) -> Answered:
        """Grades the card shown and goes on to the next. The answer is on disk when this returns. Raises StoreError."""
        card = self._shown()
        what = What.PRACTICE if self.scope.cram else What.ANSWER
        row = self.pen.answer(card.id, what, now, grade, milliseconds, given or {})
        before = self.standing.memory
        memory = before if self.scope.cram else self._collection.scheduler.next(before, grade, row.entry.day)
        leech = before.lapses < LEECH_LAPSES <= memory.lapses
        rows = [row]
        if leech and self._settings.suspend_leeches:
            rows.append(self.pen.row(card.id, What.SUSPEND, now, **{BECAUSE: row.entry.uuid}))
        self._collection.append(rows)
        self.done += 1
        if len(rows) == 1 and self._comes_again(grade, memory, row.entry.day):
            self._queue.put_again(card.id)
        self._take(now)
        return Answered(card.id, grade, memory, leech)

    def bury(self, now: datetime) -> None:
        """The card shown waits until tomorrow."""
        self._mark(What.BURY, now)

    def suspend(self, now: datetime) -> None:
        """The card shown does not come any more, until it is resumed."""
        self._mark(What.SUSPEND, now)

    def undo(self, now: datetime) -> Undone | None:
        """Takes back the last thing done today, and shows its card; None where nothing is left to take back."""
        last, rows = undo_rows(self._collection.of_day(self.pen.day(now)), self.pen, now)
        if last is None:
            return None
        self._collection.append(rows)
        if self.card is not None:
            self._queue.put_first(self.card.id)
        self._queue.put_first(last.card)
        self.done -= last.what in (What.ANSWER, What.PRACTICE) and self.done > 0
        self._take(now)
        return Undone(last.card, last.what)

    def more(self, now: datetime, count: int = MORE) -> int:
        """Adds up to `count` cards beyond the day's limits; how many there were."""
        shown = self.card and self.card.id
        further = [card.card for card in self._plan(now, count).ahead if card.card not in self._queue]
        added = [id_ for id_ in further if id_ != shown][:count]
        self._queue.extend(added)
        if self.card is None:
            self._take(now)
        return len(added)

    def reread(self) -> None:
        """Takes the card shown from the collection again: its text may have changed."""
        if self.card is not None:
            self.card = self._collection.card(self.card.id) or self.card

    def _plan(self, now: datetime, extra: int = 0) -> Plan:
        day = self.pen.day(now)
        if self.scope.cram:
            return Plan(tuple(self._in_scope(self._collection.every()))[: self.scope.limit], ())
        done = self._collection.day_counts(day)
        room = Room.left(self._settings.new_per_day, self._settings.reviews_per_day, done, extra)
        due, new = self._in_scope(self._collection.due(day)), self._in_scope(self._collection.new(day))
        answered = self._collection.answered_on(day)
        today = plan(due, new, room, answered, day, by_deck=self._settings.order == "by-deck")
        return Plan(today.ahead[: self.scope.limit], today.again)

    def _in_scope(self, cards: Sequence[Waiting]) -> list[Waiting]:
        chosen = [card for card in cards if not self.scope.decks or card.deck in self.scope.decks]
        if not self.scope.tags:
            return chosen
        tagged = {listed.id for listed in self._collection.listed() if set(self.scope.tags) & set(listed.tags)}
        return [card for card in chosen if card.card in tagged]

    def _mark(self, what: What, now: datetime) -> None:
        self._collection.append([self.pen.row(self._shown().id, what, now)])
        self._take(now)

    def _shown(self) -> Card:
        assert self.card is not None, "no card is shown"
        return self.card

    def _comes_again(self, grade: Grade, memory: Memory, day: date) -> bool:
        if self.scope.cram:
            return not grade.settled
        return memory.due is not None and memory.due <= day

    def _take(self, now: datetime) -> None:
        """Shows the next card that still waits: another program may have answered it, or its text may be gone."""
        self.card = None
        while self.card is None and (id_ := self._queue.take()):
            self.standing = self._collection.standing(id_)
            if self._waits(self.standing, self.pen.day(now)):
                self.card = self._collection.card(id_)
        self.turn += self.card is not None

    def _waits(self, standing: Standing, day: date) -> bool:
        if self.scope.cram:
            return not standing.suspended
        due = standing.memory.due
        return standing.waits_on(day) and (due is None or due <= day)
