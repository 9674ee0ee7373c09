"""The rows of a table of cards, fetched a screenful at a time."""

from collections.abc import Callable, Sequence

from quizapp.store.values import Listed

Fetch = Callable[[Sequence[str]], Sequence[Listed]]
"""Gives the rows of a few ids; of those it cannot give, none."""
_MOST_KEPT = 1_000


class FetchedRows:
    """What was fetched, until it is too much."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._kept: dict[str, Listed | None] = {}

    def row(self, id_: str, in_view: Sequence[str]) -> Listed | None:
        """The row of a card; those in view are fetched together, once, also those that cannot be had."""
        if id_ not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            wanted = [other for other in in_view if other not in self._kept]
            self._kept.update({**dict.fromkeys(wanted), **{card.id: card for card in self._fetch(wanted)}})
        return self._kept.get(id_)
