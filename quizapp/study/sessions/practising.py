"""What is practised: all cards, or, in the last days before a day in view, those that come only after it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from quizapp.scheduling.fold import effective
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.waiting.counts import Waiting
from quizapp.study.coming.queue import most_overdue_first
from quizapp.study.planning.daily import LAST_DAYS


def practised(collection: Collection, due_after: date | None, now: datetime) -> Iterable[Waiting]:
    """The cards to practise, in their order: all, or those due after a day, the least known on it first.

    Those that were practised in the last days are known better than their schedule says: they come behind the others,
    or who has time for a few a day would practise the same few each day. Raises StoreError.
    """
    cards = collection.every()
    if due_after is None:
        return cards
    late = most_overdue_first((card for card in cards if card.due and card.due > due_after), due_after)
    lately = _lately(collection, now)
    return sorted(late, key=lambda card: lately.get(card.card, date.min))


def _lately(collection: Collection, now: datetime) -> Mapping[str, date]:
    """The day on which a card was last practised, where it was in the last days."""
    rows = collection.since(now - timedelta(days=LAST_DAYS))
    entries = effective(row.entry for row in rows)
    return {entry.card: entry.day for entry in entries if entry.what is What.PRACTICE}
