"""What is wrong in card files, each fault with its place and what to do, and the way there."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.cards.faults import Fault
from quizapp.i18n import _, said_both
from quizapp.paths import shortened
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.widgets.rows import Row, Rows
from quizapp.wording import N_

_PAGE = 100
"""Faults laid out at once: a broken folder can have thousands, and each key would wait for all of them."""


class FaultsScreen(QuizModal[None]):
    """Faults, and notes after them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("e", "edit", N_("Open the place in your editor"), show=False),
        Binding("escape,q,f,enter,space,ideographic_space", "dismiss", N_("Close"), show=False),
    ]

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        self._faults = _sorted(faults)
        self._cursor = 0
        self._turning = False

    def compose(self) -> ComposeResult:
        """One list that scrolls."""
        with VerticalScroll(id="dialog", can_focus=False) as box:
            self.entitle(box, _("In card files"), _("e edits · esc closes") if self._faults else None)
            yield Rows(id="text")

    def on_mount(self) -> None:
        """The list."""
        self._show()

    def cards_were_read(self, edited: str = "") -> None:
        """What was mended is gone."""
        self._faults = _sorted(self.desk.collection.faults())
        self._show()

    def action_move(self, step: int) -> None:
        """The cursor."""
        self._cursor += step
        self._show()

    def action_first(self) -> None:
        """The cursor to the first one."""
        self.action_move(-len(self._faults))

    def action_last(self) -> None:
        """The cursor to the last one."""
        self.action_move(len(self._faults))

    def on_mouse_scroll_down(self) -> None:
        """The wheel at a page's end: the next page from its first fault."""
        if self._dialog.is_vertical_scroll_end:
            self._turn(self._page_start + _PAGE)

    def on_mouse_scroll_up(self) -> None:
        """The wheel at a page's beginning: the page before from its last fault."""
        if self._dialog.scroll_y == 0:
            self._turn(self._page_start - 1)

    def action_edit(self) -> None:
        """Opens the place under the cursor in the learner's editor."""
        if self._faults:
            fault = self._faults[self._cursor]
            self.quiz.files.edit_at(Path(fault.file), fault.line)

    @property
    def _dialog(self) -> VerticalScroll:
        return self.query_one("#dialog", VerticalScroll)

    @property
    def _page_start(self) -> int:
        return self._cursor - self._cursor % _PAGE

    def _turn(self, cursor: int) -> None:
        """A page, once the one before is laid out: a wheel turned fast is ahead of that, and would skip some."""
        if 0 <= cursor < len(self._faults) and not self._turning:
            self._turning = True
            self._cursor = cursor
            self._show()

    def _show(self) -> None:
        self._cursor = min(max(self._cursor, 0), max(len(self._faults) - 1, 0))
        rows = self._page(self._page_start)
        self.query_one(Rows).show(rows or [Row("", _("Nothing is wrong."))])
        self.call_after_refresh(self._show_cursor)

    def _page(self, first: int) -> list[Row]:
        """The faults from the first one on that find room, and how many there are beside them."""
        shown = self._faults[first : first + _PAGE]
        rows = [_row(fault, number == self._cursor) for number, fault in enumerate(shown, first)]
        below = len(self._faults) - first - len(shown)
        above = [_beside(_("… {n} more above"), first)] if first else []
        return [*above, *rows, *([_beside(_("… {n} more below"), below)] if below else [])]

    def _show_cursor(self) -> None:
        region = self.query_one(Rows).cursor_region
        if region is not None:
            beside = region.grow((1, 0, 1, 0))  # at the page's ends a line tells how many there are beyond
            self._dialog.scroll_to_region(beside, animate=False, immediate=True)
        self._turning = False


def _sorted(faults: Sequence[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: fault.note)


def _row(fault: Fault, cursor: bool) -> Row:
    where = f"{shortened(Path(fault.file))}:{fault.line}:{fault.column}"
    told = said_both(fault.what, fault.mend)
    return Row("· " if fault.note else "✗ ", where, "" if fault.note else "wrong", told, cursor, plain=True)


def _beside(told: str, count: int) -> Row:
    return Row("", told.format(n=count), "dim", plain=True)
