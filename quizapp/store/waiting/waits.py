"""What waits on a day, as the queue asks for it: counted by an index alone, and read no further than is wanted.

Standard library only: see `statements`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from quizapp.cards.backwards import BACKWARDS
from quizapp.store.statements.texts import Ask, Statement
from quizapp.store.waiting.counts import Done, Waiting

_FIRST_READ = 8
"""New cards of a deck that are read at first: more than a deck of ten gives a day, and no more than a page holds."""


def _awake(schedule: str = "schedule") -> str:
    put_off = f"{schedule}.buried_until"
    return f"NOT {schedule}.suspended AND ({put_off} IS NULL OR {put_off} <= :day)"


def _due(schedule: str = "schedule") -> str:
    return f"{schedule}.deck IS NOT NULL AND {schedule}.due <= :day AND {_awake(schedule)}"


def _other(schedule: str = "schedule") -> str:
    """Due, and not answered on the day."""
    return f"{_due(schedule)} AND ({schedule}.answered IS NULL OR {schedule}.answered <> :day)"


def _answered(schedule: str = "schedule") -> str:
    """Answered on the day: found by the log's index of days, so that no answer has an index of its own to keep."""
    given = "SELECT card FROM log WHERE day = :day AND what IN ('answer', 'imported')"
    return f"{schedule}.answered = :day AND {schedule}.card IN ({given})"


def _sibling(of: str) -> str:
    """The id that the sibling has of a card or of its row of the schedule."""
    id_ = "card.id" if of == "card" else f"{of}.card"
    return f"CASE WHEN {id_} = {of}.family THEN {id_} || '{BACKWARDS}' ELSE {of}.family END"


# Of a card and its reverse one comes a day: the reverse is not counted where the card is due as well.
_BESIDE_ITS_CARD = f"""
schedule.family <> schedule.card
AND EXISTS (SELECT 1 FROM schedule AS base WHERE base.card = schedule.family AND {_other("base")})
"""  # noqa: S608  put together from the constants above, as all that follow
_GROUPS = Statement(
    f"""
SELECT schedule.due, schedule.interval, schedule.deck, count(*), count(CASE WHEN {_BESIDE_ITS_CARD} THEN 1 END)
FROM schedule WHERE {_other()} GROUP BY schedule.due, schedule.interval, schedule.deck
""",  # noqa: S608
    days=(0,),
)
_KEPT_AWAY = Statement(
    f"""
SELECT sibling.due, sibling.interval, sibling.deck FROM schedule AS done
JOIN schedule AS sibling ON sibling.card = {_sibling("done")}
WHERE {_answered("done")} AND {_other("sibling")}
""",  # noqa: S608
    days=(0,),
)
_STUDIED = "card.id, card.family, card.deck, deck.position, card.topic"
_PLACE = "topic.position, card.position"
_ORDER = "ORDER BY deck.position, card.deck, topic.position, card.topic, card.position, card.id"
_SCHEDULED = f"""
SELECT {_STUDIED}, schedule.due, schedule.interval, schedule.answered, {_PLACE}
FROM schedule JOIN card ON card.id = schedule.card
JOIN deck ON deck.id = card.deck JOIN topic ON topic.id = card.topic
"""  # noqa: S608
_DUE = Statement(f"{_SCHEDULED} WHERE {_due()} {_ORDER}", days=(5, 7))
_AGAIN = Statement(f"{_SCHEDULED} WHERE {_answered()} AND {_due()} {_ORDER}", days=(5, 7))
_EQUAL = Statement(
    f"{_SCHEDULED} WHERE schedule.due = :due AND schedule.interval BETWEEN :least AND :most AND {_other()} {_ORDER}",
    days=(5, 7),
)
# Cross joins are made in the order in which they stand: topics in theirs, and their cards in theirs, none sorted.
_UNBEGUN = f"""
SELECT {_STUDIED}, sibling.card IS NOT NULL, {_PLACE}
FROM topic CROSS JOIN card CROSS JOIN deck
LEFT JOIN schedule ON schedule.card = card.id
LEFT JOIN schedule AS sibling
    ON sibling.card = {_sibling("card")} AND {_other("sibling")}
WHERE card.topic = topic.id AND deck.id = card.deck AND card.archived_at IS NULL AND card.begun = FALSE
AND (schedule.card IS NULL OR {_awake()})
"""  # noqa: S608
_NEW = Statement(f"{_UNBEGUN} {_ORDER}")
_NEW_OF = Statement(
    f"{_UNBEGUN} AND topic.deck = :deck AND card.deck = :deck"
    " AND (topic.position, topic.id, card.position, card.id) > (:topic_position, :topic, :position, :card)"
    " ORDER BY topic.position, topic.id, card.position, card.id LIMIT :most"
)
# A server's sums of whole numbers are none that can be counted to: see `home`.
_NEW_COUNTS = Statement(
    """
SELECT deck, CAST(sum(cards) AS BIGINT) FROM (
    SELECT deck, count(*) AS cards FROM card WHERE archived_at IS NULL AND begun = FALSE GROUP BY deck
    UNION ALL
    SELECT deck, -count(*) FROM schedule
    WHERE deck IS NOT NULL AND due IS NULL AND introduced IS NULL AND suspended GROUP BY deck
) AS counted GROUP BY deck
"""
)
_DECKS = Statement("SELECT id FROM deck ORDER BY position, id")
_ANSWERED = Statement(f"SELECT family, card FROM schedule WHERE {_answered()} AND family IS NOT NULL ORDER BY card")  # noqa: S608
_DONE = Statement(
    f"""
SELECT deck, sum(CASE WHEN introduced = :day THEN 1 ELSE 0 END), count(*)
FROM schedule WHERE {_answered()} GROUP BY deck
"""  # noqa: S608
)
_NEXT_DUE = Statement(
    "SELECT min(due) FROM schedule WHERE due IS NOT NULL AND deck IS NOT NULL AND NOT suspended", days=(0,)
)


class Group(NamedTuple):
    """Cards of a deck that are due since one day after one interval, none answered on the day.

    `families` counts a card and its reverse once, and not at all where one of them had its turn.
    """

    due: date
    interval: int
    deck: str
    cards: int
    families: int


class Waits:
    """What waits on `day`. Each question is put when it is asked: its answer is how things are by then."""

    def __init__(self, ask: Ask, day: date) -> None:
        self._ask = ask
        self.day = day

    def groups(self) -> list[Group]:
        """All cards that are due and were not answered on the day."""
        kept_away = Counter(self._ask(_KEPT_AWAY, day=self.day))
        return [
            Group(due, interval, deck, cards, cards - beside - kept_away[due, interval, deck])
            for due, interval, deck, cards, beside in self._ask(_GROUPS, day=self.day)
        ]

    def of_groups(self, groups: Iterable[Group]) -> list[Waiting]:
        """The cards of some groups, and of others between their intervals since the same day, in the decks' order."""
        intervals: dict[date, list[int]] = {}
        for group in groups:
            intervals.setdefault(group.due, []).append(group.interval)
        rows = [
            row
            for due, some in intervals.items()
            for row in self._ask(_EQUAL, day=self.day, due=due, least=min(some), most=max(some))
        ]
        return [_waiting(row) for row in (sorted(rows, key=_place) if len(intervals) > 1 else rows)]

    def again(self) -> list[Waiting]:
        """The cards that are due though they were answered on the day, in the decks' order."""
        return [_waiting(row) for row in self._ask(_AGAIN, day=self.day)]

    def due(self) -> list[Waiting]:
        """All cards that are due or overdue, in the decks' order; suspended and buried ones are left out."""
        return [_waiting(row) for row in self._ask(_DUE, day=self.day)]

    def new(self) -> list[Waiting]:
        """All cards never answered, in the decks' order; suspended and buried ones are left out."""
        return [_unbegun(row) for row in self._ask(_NEW, day=self.day)]

    def new_of(self, deck: str) -> Iterator[Waiting]:
        """Those of a deck, read as they are taken: each portion from behind the last card of the one before."""
        after: dict[str, Any] = {"topic_position": -1, "topic": "", "position": -1, "card": ""}
        most = _FIRST_READ
        while rows := list(self._ask(_NEW_OF, day=self.day, deck=deck, most=most, **after)):
            yield from map(_unbegun, rows)
            if len(rows) < most:
                break
            card, _, _, _, topic, _, topic_position, position = rows[-1]
            after = {"topic_position": topic_position, "topic": topic, "position": position, "card": card}
            most *= 2

    def new_counts(self) -> dict[str, int]:
        """How many cards of each deck were never answered; suspended ones are left out, buried ones come tomorrow."""
        return dict(self._ask(_NEW_COUNTS))

    def decks(self) -> list[str]:
        """All decks in their order."""
        return [deck for (deck,) in self._ask(_DECKS)]

    def answered(self) -> dict[str, str]:
        """Family to card, for what was answered on the day."""
        return dict(self._ask(_ANSWERED, day=self.day))

    def done(self) -> list[Done]:
        """What was done on the day, deck by deck, out of the schedule: an undone answer is not counted."""
        return [Done(deck, fresh, all_ - fresh) for deck, fresh, all_ in self._ask(_DONE, day=self.day)]

    def next_due(self) -> date | None:
        """The first day after this one on which a card is due: what is not done by then waits the day after it."""
        ((first,),) = self._ask(_NEXT_DUE)
        return None if first is None else max(first, self.day + timedelta(days=1))


def _waiting(row: Sequence[Any]) -> Waiting:
    return Waiting(*row[:8])


def _unbegun(row: Sequence[Any]) -> Waiting:
    card, family, deck, deck_position, topic, sibling_due, *_place = row
    return Waiting(card, family, deck, deck_position, topic, sibling_due=bool(sibling_due))


def _place(row: Sequence[Any]) -> tuple[Any, ...]:
    """As `_ORDER` has it."""
    card, _, deck, deck_position, topic, *_, topic_position, position = row
    return deck_position, deck, topic_position, topic, position, card
