"""The log's rows, as far as they are wanted, a few in memory at a time."""

from collections.abc import Iterator

from quizapp.exchange.progress import ProgressWanted
from quizapp.store.engines.engine import sensible
from quizapp.store.log.rows import Columns, day_of
from quizapp.study.opening import Desk


def wanted_rows(desk: Desk, wanted: ProgressWanted) -> Iterator[Columns]:
    """The rows of the log that are wanted, oldest first; such as come meanwhile are not among them.

    Raises StoreError.
    """
    deck_of_card = {card.card: card.deck for card in desk.collection.held()} if wanted.decks else {}
    if not wanted.decks and wanted.since is None:
        yield from desk.collection.rows()
        return
    with sensible():
        for columns in desk.collection.rows():
            card, day = columns[1], day_of(columns[3])
            known = not wanted.decks or (card in deck_of_card and wanted.has_deck(deck_of_card[card]))
            if known and wanted.has_day(day):
                yield columns
