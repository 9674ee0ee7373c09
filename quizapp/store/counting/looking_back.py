"""The collection's part that statistics look back with."""

from sqlalchemy import Engine

from quizapp.store.counting import past
from quizapp.store.counting.growth import Grown, grown
from quizapp.store.counting.kept import keep
from quizapp.store.engines.engine import reading, writing
from quizapp.store.values import Held, Lapsed, Placed, TopicSize


class LookingBack:
    """What was answered, and where that left the cards."""

    _engine: Engine

    def length(self) -> int:
        """How many rows the log has: it only ever grows."""
        with reading(self._engine) as connection:
            return past.length(connection)

    def held(self) -> list[Held]:
        """Every card that is or was there, and where it stands."""
        with reading(self._engine) as connection:
            return past.held(connection)

    def grown(self, basis: str | None) -> Grown:
        """What there is to count beside the counts that are kept on this basis; all there is on none."""
        with reading(self._engine) as connection:
            return grown(connection, basis)

    def keep_counts(self, turn: int, rows: int, basis: str, counts: str) -> None:
        """Keeps the counts of so many rows: see `kept.keep`."""
        with writing(self._engine) as connection:
            keep(connection, turn, rows, basis, counts)

    def logged(self) -> list[Held]:
        """Every card in use of which something was ever logged, in no order."""
        with reading(self._engine) as connection:
            return past.logged(connection)

    def stands(self) -> list[Placed]:
        """Where every card in use of which something was ever logged stands, in no order."""
        with reading(self._engine) as connection:
            return past.stands(connection)

    def lapsed(self, least: int) -> list[Lapsed]:
        """The cards in use that were forgotten so often, or more often; in no order."""
        with reading(self._engine) as connection:
            return past.lapsed(connection, least)

    def sizes(self) -> list[TopicSize]:
        """How many cards in use each topic has, in the decks' order."""
        with reading(self._engine) as connection:
            return past.sizes(connection)
