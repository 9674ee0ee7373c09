"""Browsing: every card in a table, found as one types, and what may be done with one or many of them.

What is done stands in the modules that this one is built on, one on the other: `finding` searches, `arranging` changes
text, `marking` writes the log, `doing` does it off the interface's thread and takes it back.
"""

from collections.abc import Collection, Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input

from quizapp.cards.models import Card
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.language import other_language
from quizapp.store.searching.wanted import Column, Order, Query
from quizapp.store.values import Listed
from quizapp.study.searching.nowhere import Nowhere
from quizapp.study.searching.search import Unreadable, parse
from quizapp.tui.screens.browse_keys import KEYS
from quizapp.tui.screens.browse_words import explained, instead, labels, status, unread
from quizapp.tui.screens.finding import FindingScreen
from quizapp.tui.widgets.card_columns import View
from quizapp.tui.widgets.card_preview import CardPreview
from quizapp.tui.widgets.card_table import CardTable
from quizapp.tui.widgets.key_bar import KeyBar
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.search_line import SearchLine

_COLUMNS = tuple(Column)
_WIDE = 100
"""From so many cells on, the preview stands beside the table."""


class BrowseScreen(FindingScreen):
    """The cards that a search finds."""

    CSS_PATH = "browse.tcss"
    UNDO = "browse.undo"
    BINDINGS = KEYS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012  as Textual declares it
    AUTO_FOCUS = "#search"

    def __init__(self) -> None:
        super().__init__()
        self._query = Query()
        self._order = Order(language=self.language)
        self._unread = ""

    def compose(self) -> ComposeResult:
        """The search, what it found, the cards and one of them whole."""
        yield SearchLine(id="search", compact=True, select_on_focus=False)
        yield Prose(id="status")
        with Container(id="found"):
            yield CardTable(self._fetch, self._view)
            yield CardPreview()
        yield KeyBar()

    def on_screen_resume(self) -> None:
        """Every card at first; back from another screen, cards may have changed."""
        self._search.placeholder = _("words, deck:… tag:… is:due, - before what must not be")
        self._find()

    @property
    def chosen(self) -> Sequence[str]:
        """The cards to do something with."""
        return self._table.chosen

    def cards_changed(self) -> None:
        """Finds the cards anew."""
        if self.is_open:
            self._find()

    def cards_were_read(self, edited: str = "") -> None:
        """There may be other cards now."""
        self.cards_changed()

    @property
    def explained(self) -> Sequence[str]:
        """The language of searches, and the signs, for the help."""
        return explained()

    # What keys do

    def action_search(self) -> None:
        """Into the search."""
        self._search.focus()

    def action_to_table(self) -> None:
        """Out of the search, to the cards."""
        self._table.focus()

    def action_mark(self) -> None:
        """Marks the card under the cursor, or takes its mark away."""
        self._table.mark_one()

    def action_mark_all(self) -> None:
        """Marks all cards, or none."""
        self._table.mark_all()

    def action_sort(self) -> None:
        """Sorts by the next column."""
        column = _COLUMNS[(_COLUMNS.index(self._order.column) + 1) % len(_COLUMNS)]
        self._sort(Order(column, language=self.language))

    def action_reverse(self) -> None:
        """Sorts the other way round."""
        self._sort(Order(self._order.column, not self._order.reverse, self.language))

    def action_preview(self) -> None:
        """Shows the preview, or hides it; out of the search, to the cards."""
        if self.focused is self._search:
            self.action_to_table()
        else:
            self.toggle_class("-turned")
            self._show_preview()

    def action_preview_page(self, direction: int) -> None:
        """A page of the preview."""
        self.query_one(CardPreview).scroll_page(direction)

    def action_language(self) -> None:
        """The cards in their other language."""
        self.language = other_language(self.language)
        self._sort(Order(self._order.column, self._order.reverse, self.language))

    def action_leave(self) -> None:
        """Out of the search first, then out of the screen."""
        if self.focused is self._search:
            self.action_to_table()
        else:
            self.dismiss()

    # The search

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        try:
            query = parse(event.value)
        except Unreadable as told:
            self._unread = unread(told)
            self._show_status()
            return
        self._unread = ""
        if query != self._query:
            self._query = query
            self._find()
        self._show_status()

    @on(Input.Submitted, "#search")
    def _submitted(self) -> None:
        self.action_to_table()

    def _sort(self, order: Order) -> None:
        self._order = order
        self._find()

    def _find(self) -> None:
        """Finds the cards off the interface's thread; what came of an earlier search is left behind."""
        first = self._table.page if self._order.column is Column.PLACE else 0  # others are found before they are sorted
        self.look_up(self._query, self._order, self._today, first, self._table.marked)

    def found_first(self, query: Query, order: Order, ids: Sequence[str]) -> None:
        """Shows a page."""
        if self.is_open and (query, order) == (self._query, self._order):
            self._table.show_first(ids, self._view)

    def found(
        self, query: Query, order: Order, ids: Sequence[str], gone: Collection[str], missing: Sequence[Nowhere]
    ) -> None:
        """Shows all that was found, or says why that is nothing."""
        if self.is_open and (query, order) == (self._query, self._order):
            self._table.unmark(gone)
            self._table.show(ids, self._view, instead(query, missing, self.desk, self.quiz.key("browse.add")))
            self._show_status()

    def found_no_more(self, error: QuizappError) -> None:
        """Tells why; what was found before is there again."""
        self.quiz.tell(error)
        if self.is_open:
            self._table.show_no_rest()

    def _fetch(self, ids: Sequence[str]) -> Sequence[Listed]:
        """Rows for the table, which draws ids alone where they cannot be read."""
        try:
            return self.desk.collection.listed(ids)
        except QuizappError as error:
            self.call_later(self.quiz.tell, error)
            return []

    # What is shown

    @on(CardTable.Moved)
    def _moved(self) -> None:
        self.quiz.attempt(self._show_preview)

    @on(CardTable.Marked)
    def _show_status(self) -> None:
        table = self._table
        lines = status(len(table.whole), len(table.marked), self._order, self._unread)
        self.query_one("#status", Prose).show([lines])

    def on_descendant_focus(self) -> None:
        """Other keys serve in the search than in the table."""
        self._show_keys()

    def on_resize(self) -> None:
        """The preview comes and goes with the width."""
        self.call_after_refresh(self._moved)

    def _show_preview(self) -> None:
        preview = self.query_one(CardPreview)
        if preview.display:
            card = self.current
            standing = self.desk.collection.standing(card.id) if card else None
            preview.show(card, standing, self.language, self._today)

    def _show_keys(self) -> None:
        if self.focused is self._search:
            self.query_one(KeyBar).show([("⏎ ↓", _("to the cards")), ("esc", _("other keys"))], "F1")
            return
        keys = [(self.quiz.key(f"browse.{action}"), label) for action, label in labels().items()]
        self.query_one(KeyBar).show(keys, self.quiz.key("app.help"))

    @property
    def current(self) -> Card | None:
        """The card under the cursor."""
        id_ = self._table.card
        return self.desk.collection.card(id_) if id_ else None

    @property
    def _view(self) -> View:
        return View(self._order, self._today, self.language)

    @property
    def _today(self) -> date:
        return self.desk.pen.day(self.quiz.now())

    @property
    def _search(self) -> Input:
        return self.query_one("#search", Input)

    @property
    def _table(self) -> CardTable:
        return self.query_one(CardTable)
