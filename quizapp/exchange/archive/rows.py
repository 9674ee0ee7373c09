"""The log's rows, as far as they are wanted, a few in memory at a time."""

from collections.abc import Iterator

from quizapp.exchange.progress import ProgressWanted
from quizapp.store.values import LogRow
from quizapp.study.opening import Desk


def wanted_rows(desk: Desk, wanted: ProgressWanted) -> Iterator[LogRow]:
    """The rows of the log that are wanted, oldest first. Rows that come meanwhile are not among them."""
    deck_of_card = {card.card: card.deck for card in desk.collection.held()} if wanted.decks else {}
    for row in desk.collection.rows():
        entry = row.entry
        known = not wanted.decks or (entry.card in deck_of_card and wanted.has_deck(deck_of_card[entry.card]))
        if known and wanted.has_day(entry.day):
            yield row
