"""A review session: one card after the other, each answer on disk before the next card is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from types import MappingProxyType
from typing import Any

from quizapp.cards.models import Card
from quizapp.config import Settings
from quizapp.scheduling.fold import LEECH_LAPSES, Standing, effective
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.store.collection import Collection
from quizapp.store.log.record import Overtaken
from quizapp.store.log.turn import Turn
from quizapp.store.values import LogRow
from quizapp.study.coming.agenda import Agenda, Coming, Queue
from quizapp.study.coming.today import today
from quizapp.study.pen import Pen
from quizapp.study.questions.asking import Ask
from quizapp.study.questions.seeds import seed_of
from quizapp.study.sessions.practising import practised
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.succession import Succession
from quizapp.study.sessions.undoing import BECAUSE, Undone, code_taken_back, undo_rows

MORE = 10
_Read = Mapping[str, tuple[Card, Standing] | None]
"""Cards and where they stand, by their ids: None where there is none."""
_NOTHING: _Read = MappingProxyType({})


@dataclass(frozen=True)
class Answered:
    """What an answer did. `leech` is True if the card became one just now."""

    card: str
    grade: Grade
    memory: Memory
    leech: bool = False


class Session:
    """Cards of a scope, on the learner's day of `now`. `card` is the one to show; None when all are done.

    `rows` are the uuids of the rows that it wrote, with their cards.
    """

    def __init__(self, collection: Collection, settings: Settings, scope: Scope, now: datetime) -> None:
        self._collection = collection
        self._settings = settings
        self.pen = Pen(collection.device, settings.day_starts_at)
        self.scope = scope
        self.started = now
        self.done = 0
        self.rows: dict[str, str] = {}
        self._succession = Succession.of_day(collection, self.pen.day(now))
        self._practised: set[str] = set()
        found = self._agenda(now).cut(scope.limit)
        self.planned = found
        self._queue = Queue(found)
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

    def ask(self) -> Ask:
        """The question of the card shown, not answered yet.

        A computed one has the same numbers again after an undo, and others at its next review. The code of an
        exercise comes back with an undo.
        """
        card = self._shown()
        if card.kind not in ("check", "exercise"):
            return Ask(card, self.turn)
        rows = self._collection.history(card.id)
        counted = effective(row.entry for row in rows)
        return Ask(card, self.turn, seed_of(card.id, len(counted)), code_taken_back(rows))

    def next_memories(self, now: datetime) -> dict[Grade, Memory]:
        """What each grade would do to the card shown."""
        day = self.pen.day(now)
        scheduler = self._collection.scheduler
        return {grade: scheduler.next(self.standing.memory, grade, day) for grade in self._settings.grades.grades}

    def answer(
        self, grade: Grade, now: datetime, milliseconds: int, given: Mapping[str, Any] | None = None
    ) -> Answered | None:
        """Grades the card shown and goes on to the next. The answer is on disk when this returns. Raises StoreError.

        None where the card was answered elsewhere since it was shown: this answer is not kept, for it would count as
        one more. The card comes again, as it stands by then, if it still waits.
        """
        card = self._shown()
        what = What.PRACTICE if self.scope.practice else What.ANSWER
        row = self.pen.answer(card.id, what, now, grade, milliseconds, given or {})
        before = self.standing.memory
        memory = before if self.scope.practice else self._collection.scheduler.next(before, grade, row.entry.day)
        leech = before.lapses < LEECH_LAPSES <= memory.lapses
        rows = [row]
        if leech and self._settings.suspend_leeches:
            rows.append(self.pen.row(card.id, What.SUSPEND, now, **{BECAUSE: row.entry.uuid}))
        rows = self._succession.behind(rows, {card.id: self.standing})
        try:
            following = self._append(rows)
        except Overtaken:
            self._queue.put_first(card.id)
            self._take(now)
            return None
        self.done += 1
        if self.scope.practice:
            self._practised.add(card.id)
        if len(rows) == 1 and self._comes_again(grade, memory, row.entry.day):
            self._queue.put_again(card.id)
        self._take(now, following)
        return Answered(card.id, grade, memory, leech)

    def bury(self, now: datetime) -> None:
        """The card shown waits until tomorrow."""
        self._mark(What.BURY, now)

    def suspend(self, now: datetime) -> None:
        """The card shown does not come any more, until it is resumed."""
        self._mark(What.SUSPEND, now)

    def undo(self, now: datetime) -> Undone | None:
        """Takes back the last thing done today, and shows its card; None where nothing is left to take back.

        What was decided outside a session is taken back whole, and leads away from no card. Practice leaves the
        schedule alone, and so does its undo: it reaches no further back than the practice.
        """
        with self._collection.turn() as turn:
            undone, rows = undo_rows(partial(self._deeds, turn, self.pen.day(now)), self.pen, now)
            if undone is None:
                return None
            turn.append(rows)
            again = {} if undone.decided else {undone.card: turn.shown(undone.card)}
        if self.card is not None:
            self._queue.put_first(self.card.id)
        if not undone.decided:
            self._queue.put_first(undone.card)
        self._practised.discard(undone.card)
        self.done = max(0, self.done - undone.answered)
        self._take(now, again)
        return undone

    def reread(self, now: datetime) -> bool:
        """Takes the card shown as its file has it now. False where it is in none: then the next one is shown."""
        card = self._collection.card(self._shown().id)
        if card is None:
            self._take(now)
        else:
            self.card = card
        return card is not None

    def more(self, now: datetime, count: int = MORE) -> int:
        """Adds up to `count` cards beyond all limits; how many there were."""
        shown = self.card and self.card.id
        further = [card.card for card in self._agenda(now, count).ahead if card.card not in self._queue]
        added = [id_ for id_ in further if id_ != shown][:count]
        self._queue.extend(added)
        if self.card is None:
            self._take(now)
        return len(added)

    def _deeds(self, turn: Turn, day: date, most: int | None) -> Sequence[LogRow]:
        rows = turn.deeds(day, most)
        return [row for row in rows if row.entry.at > self.started] if self.scope.practice else rows

    def _agenda(self, now: datetime, extra: int = 0) -> Agenda:
        decks, tagged = self.scope.decks, self._collection.tagged(self.scope.tags) if self.scope.tags else None
        if not self.scope.practice:
            waits = self._collection.waits(self.pen.day(now))
            return today(waits, self._settings, extra).agenda(decks, tagged)
        cards = (
            card
            for card in practised(self._collection, self.scope.due_after, now)
            if (not decks or card.deck in decks) and (tagged is None or card.card in tagged)
        )
        return Agenda(Coming(card for card in cards if card.card not in self._practised), (), new=0)

    def _mark(self, what: What, now: datetime) -> None:
        card = self._shown().id
        following = self._append(self._succession.behind([self.pen.row(card, what, now)], {card: self.standing}))
        self._take(now, following)

    def _append(self, rows: Sequence[LogRow]) -> _Read:
        """Appends rows of the card shown, and reads the next one in the same transaction."""
        following = self._queue.peek()
        with self._collection.turn() as turn:
            turn.append(rows, self.standing)
            read = {} if following is None else {following: turn.shown(following)}
        self.rows.update((row.entry.uuid, row.entry.card) for row in rows)
        return read

    def _shown(self) -> Card:
        assert self.card is not None, "no card is shown"
        return self.card

    def _comes_again(self, grade: Grade, memory: Memory, day: date) -> bool:
        if self.scope.practice:
            return not grade.settled
        return memory.due is not None and memory.due <= day

    def _take(self, now: datetime, read: _Read = _NOTHING) -> None:
        """Shows the next card that still waits: another program may have answered it, or its text may be gone.

        What was `read` just now is not read again.
        """
        self.card = self._next_in_queue(now, read)
        if self.card is None and self._may_refill(now):
            self._queue.extend([card.card for card in self._agenda(now).ahead])
            self.card = self._next_in_queue(now)
        self.turn += self.card is not None

    def _may_refill(self, now: datetime) -> bool:
        """A card that was buried leaves room for another, on the day of the session and within its limit."""
        same_day = self.pen.day(now) == self.pen.day(self.started)
        return same_day and not self.scope.practice and self.scope.limit is None

    def _next_in_queue(self, now: datetime, read: _Read = _NOTHING) -> Card | None:
        day = self.pen.day(now)
        while id_ := self._queue.take():
            found = read[id_] if id_ in read else self._collection.shown(id_)
            if found is not None and self._waits(found[1], day):
                card, self.standing = found
                return card
        return None

    def _waits(self, standing: Standing, day: date) -> bool:
        if self.scope.practice:
            return not standing.suspended
        return standing.waits_on(day) and (standing.memory.due is None or standing.due_on(day))
