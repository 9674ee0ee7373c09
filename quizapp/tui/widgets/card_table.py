"""The cards that were found, a line each: only the lines in view are fetched and drawn, however many there are."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizapp.render import Span, fold, plain_text
from quizapp.render.cells import cell
from quizapp.tui.widgets.card_columns import View, head, headings, row
from quizapp.tui.widgets.fetched_rows import Fetch, FetchedRows
from quizapp.tui.widgets.laid_out_once import LaidOutOnce

_LEAD = 3
"""The cells before a row: the cursor, the mark, a blank."""


class CardTable(ScrollView, LaidOutOnce, can_focus=True, inherit_bindings=False):
    """A cursor, and marks, on the cards that were found."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"card-table--head", "card-table--cursor", "card-table--marked"}
    DEFAULT_CSS = """
    CardTable {
        width: 1fr; height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
        & > .card-table--head { color: $foreground 70%; }
        & > .card-table--cursor { background: $foreground 15%; text-style: bold; }
        & > .card-table--marked { color: $accent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(False)", show=False),
        Binding("end", "end(True)", show=False),
        Binding("shift+up", "extend(-1)", show=False),
        Binding("shift+down", "extend(1)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands on another card, on none, or on one that has changed."""

        card: str | None

    @dataclass
    class Marked(Message):
        """Other cards are marked than before."""

    def __init__(self, fetch: Fetch, view: View) -> None:
        super().__init__()
        self._fetch = fetch
        self._view = view
        self._ids: Sequence[str] = ()
        self._rows = FetchedRows(fetch)
        self._instead = ""
        self._cursor = 0
        self._first: Sequence[str] = ()
        self._then: Callable[[], None] | None = None
        self._before: str | None = None
        self.whole: Sequence[str] = ()
        """The cards that were found, when all of them last were."""
        self.marked: frozenset[str] = frozenset()

    @property
    def ids(self) -> Sequence[str]:
        """The cards, in their order."""
        return self._ids

    @property
    def card(self) -> str | None:
        """The card under the cursor."""
        return self._ids[self._cursor] if self._ids else None

    @property
    def chosen(self) -> Sequence[str]:
        """The cards to do something with: those marked, else the one under the cursor; none while `mark_all` waits."""
        if self._then:
            return []
        if not self.marked:
            return [self.card] if self.card else []
        found = [id_ for id_ in self._ids if id_ in self.marked]
        return [*found, *sorted(self.marked.difference(found))]

    @property
    def page(self) -> int:
        """How many cards are in view from the first one on; 0 where the cursor stands below those."""
        return self._height if self._cursor < self._height else 0

    def show_first(self, ids: Sequence[str], view: View) -> None:
        """Shows a page of cards, the first of those that are being found: `show` is told of all of them soon."""
        self._before = self._before or self.card
        self._put(ids, view, self._before)
        self._first, self._then = ids, None
        self.virtual_size = Size(0, max(len(ids) + 1, self.virtual_size.height))  # a scrollbar does not go and come
        self._to_cursor()

    def show(self, ids: Sequence[str], view: View, instead: str = "") -> None:
        """Shows other cards, or what to say `instead` of none. The cursor stays on its card where that is still there.

        Rows are fetched anew, but for those that were shown first.
        """
        shown, seen, rows, cursor, then = self._first, self._view, self._rows, self._cursor, self._then
        self._put(ids, view, self._before or self.card)
        self._instead, self.whole, self._first, self._before, self._then = instead, ids, (), None, None
        self.virtual_size = Size(0, len(ids) + 1)
        self._scroll_update(self.virtual_size)  # nothing is laid out for it
        goes_on = bool(shown) and ids[: len(shown)] == shown
        if goes_on and (view, self._cursor) == (seen, cursor):
            self._rows = rows
        else:
            self._to_cursor()
        if goes_on and then:
            then()

    def show_no_rest(self) -> None:
        """Shows what was there before the page, where all the others cannot be found."""
        self._then = None
        if self._first:
            self.show(self.whole, self._view, self._instead)

    def _once_all_are_found(self, act: Callable[[], None]) -> None:
        """Does something at once, or when all cards are shown that begin with the page that is shown now."""
        if self._first:
            self._then = act
        else:
            act()

    def _put(self, ids: Sequence[str], view: View, at: str | None) -> None:
        self._ids, self._view, self._rows = ids, view, FetchedRows(self._fetch)
        kept = ids.index(at) if at is not None and at in ids else min(self._cursor, len(ids) - 1)
        self._cursor = max(kept, 0)

    def mark_all(self) -> None:
        """Marks every card that was found, or is being found; none, where all of them are marked."""
        self._once_all_are_found(self._mark_all)

    def _mark_all(self) -> None:
        found = frozenset(self._ids)
        self._mark(self.marked - found if found <= self.marked else self.marked | found)

    def mark_one(self) -> None:
        """Marks the card under the cursor, or takes its mark away; the cursor goes on to the next."""
        if self.card:
            self._mark(self.marked ^ {self.card})
            self.action_move(1)

    def unmark(self, ids: Collection[str]) -> None:
        """Takes the marks of these cards away."""
        if ids:
            self._mark(self.marked.difference(ids))

    def action_move(self, step: int) -> None:
        """The cursor, by rows."""
        self._move_to(self._cursor + step)

    def action_page(self, direction: int) -> None:
        """The cursor, by pages; one row stays in view."""
        self._move_to(self._cursor + direction * max(1, self._height - 1))

    def action_end(self, last: bool) -> None:
        """The cursor on the first row, or on the last."""
        if last:
            self._once_all_are_found(lambda: self._move_to(len(self._ids) - 1))
        else:
            self._move_to(0)

    def action_extend(self, step: int) -> None:
        """Marks the card under the cursor and the next one, or the one before."""
        if here := self.card:
            self.action_move(step)
            self._mark(self.marked | {here, self.card})

    def on_click(self, event: events.Click) -> None:
        """The cursor goes where it is clicked."""
        clicked = self.scroll_offset.y + event.y - 1
        if event.y > 0 and clicked < len(self._ids):
            self._move_to(clicked)

    def on_resize(self) -> None:
        """The cursor stays in view."""
        self._to_cursor()

    def render_line(self, y: int) -> Strip:
        """A line in view: the head, then rows."""
        width = self.size.width
        if not self._ids:
            return self._strip(self._instead_of_rows(y, width), "")
        shown = headings(width - _LEAD, self._view.order)
        if y == 0:
            names = head(shown, width - _LEAD, self._view.order)
            return self._strip(" " * _LEAD + names, "card-table--head")
        index = self.scroll_offset.y + y - 1
        if index >= len(self._ids):
            return self._strip(" " * width, "")
        return self._row(index, width)

    def _row(self, index: int, width: int) -> Strip:
        id_ = self._ids[index]
        top = self.scroll_offset.y
        card = self._rows.row(id_, self._ids[top : top + self._height])
        marked, at_cursor = id_ in self.marked, index == self._cursor
        lead = ("▸" if at_cursor else " ") + ("✓" if marked else " ") + " "
        shown = headings(width - _LEAD, self._view.order)
        text = row(shown, card, width - _LEAD, self._view) if card else cell(id_, width - _LEAD)
        looks = ["card-table--marked"] * marked + ["card-table--cursor"] * at_cursor
        return self._strip(lead + text, *looks)

    def _strip(self, text: str, *looks: str) -> Strip:
        style = Style.combine(
            [self.rich_style, *(self.get_component_rich_style(look, partial=True) for look in looks if look)]
        )
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, style)

    def _instead_of_rows(self, y: int, width: int) -> str:
        lines = plain_text(fold((Span(self._instead),), max(width - 2 * _LEAD, 1))).split("\n")
        return " " * _LEAD + lines[y - 1] if 0 < y <= len(lines) else ""

    def _mark(self, marked: frozenset[str]) -> None:
        self.marked = marked
        self.refresh()
        self.post_message(self.Marked())

    def _move_to(self, index: int) -> None:
        self._before = None
        self._cursor = max(0, min(index, len(self._ids) - 1))
        self._to_cursor()

    def _to_cursor(self) -> None:
        """Brings the cursor into view, and tells where it stands."""
        top, height = self.scroll_offset.y, max(self._height, 1)
        if self._cursor < top or self._cursor >= top + height:
            wanted = self._cursor if self._cursor < top else self._cursor - height + 1
            self.scroll_to(y=wanted, animate=False, immediate=True)
        self.refresh()
        self.post_message(self.Moved(self.card))

    @property
    def _height(self) -> int:
        """The rows in view."""
        return self.scrollable_content_region.height - 1
