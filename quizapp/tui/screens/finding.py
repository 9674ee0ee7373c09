"""A screen that finds cards, off the interface's thread, the first page of them before all the others."""

from asyncio import Event, wait_for
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from textual import work
from textual.worker import get_current_worker

from quizapp.errors import QuizappError
from quizapp.store.searching.wanted import Order, Query
from quizapp.study.searching.nowhere import Nowhere, nowhere
from quizapp.tui.screens.arranging import ArrangingScreen

_MOST_WAITED = 0.1
"""Seconds."""


class FindingScreen(ArrangingScreen):
    """What came of an earlier search is left behind."""

    def found_first(self, query: Query, order: Order, ids: Sequence[str]) -> None:
        """Called with the first cards of a search that finds more; these are looked for once the page is painted."""
        raise NotImplementedError

    def found(
        self, query: Query, order: Order, ids: Sequence[str], gone: Collection[str], missing: Sequence[Nowhere]
    ) -> None:
        """Called with all of them; with marked cards that are not there any more, and with what nothing is called."""
        raise NotImplementedError

    def found_no_more(self, error: QuizappError) -> None:
        """Called where that fails, whether or not a page was found first."""
        raise NotImplementedError

    async def _paint_first(self, query: Query, order: Order, ids: Sequence[str]) -> None:
        """A page that is painted beside a search on two processors takes half as long again."""
        self.found_first(query, order, ids)
        painted = Event()
        self.call_after_refresh(painted.set)
        with suppress(TimeoutError):  # of a screen that was left meanwhile nothing is painted
            await wait_for(painted.wait(), _MOST_WAITED)

    @work(thread=True, exclusive=True, group="finding")
    def look_up(self, query: Query, order: Order, today: date, first: int, marked: Collection[str]) -> None:
        """Finds the `first` cards, if any are asked for, and then all: which may take ten times as long."""
        quiz, worker = self.quiz, get_current_worker()  # the thread finds no application once the screen is left
        collection = quiz.desk.collection
        find = partial(collection.find, query, order, today)

        def tell(of: Callable[..., Any], *found: Any) -> None:
            if not worker.is_cancelled:
                quiz.call_from_thread(of, *found)

        try:
            ids = find(first) if first else find()
            if first and len(ids) == first:
                tell(self._paint_first, query, order, ids)
                if worker.is_cancelled:
                    return
                ids = find()
            elsewhere = sorted({*marked}.difference(ids)) if marked else []
            gone = {*elsewhere}.difference(card.id for card in collection.listed(elsewhere))
            missing = [] if ids else nowhere(collection, query)
        except QuizappError as error:
            tell(self.found_no_more, error)
        else:
            tell(self.found, query, order, ids, gone, missing)
