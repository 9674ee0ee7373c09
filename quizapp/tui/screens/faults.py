"""What is wrong in card files, each fault with its place and what to do."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.cards.faults import Fault
from quizapp.i18n import _
from quizapp.paths import shortened
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.widgets.rows import Row, Rows
from quizapp.wording import N_


class FaultsScreen(QuizModal[None]):
    """Faults and notes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f,enter,space,ideographic_space", "dismiss", N_("Close"), show=False)
    ]

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        self._faults = faults

    def compose(self) -> ComposeResult:
        """One list that scrolls."""
        with VerticalScroll(id="dialog") as box:
            self.entitle(box, _("In card files"))
            yield Rows(id="text")

    def on_mount(self) -> None:
        """The faults, notes after them."""
        rows = [_row(fault) for fault in sorted(self._faults, key=lambda fault: fault.note)]
        self.query_one(Rows).show(rows or [Row("", _("Nothing is wrong."))])


def _row(fault: Fault) -> Row:
    where = f"{shortened(Path(fault.file))}:{fault.line}:{fault.column}"
    told = f"{fault.what}: {fault.mend}"
    return Row("· " if fault.note else "✗ ", where, "" if fault.note else "wrong", told, plain=True)
